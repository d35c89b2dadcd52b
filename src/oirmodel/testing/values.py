"""Strategies for values that refer to nothing: truths, dates, periods, quantities, names, points, texts."""

import datetime as dt
import unicodedata
from collections.abc import Callable
from functools import cache, wraps
from typing import Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from oirmodel.extensions import Extensions
from oirmodel.geo import Box, Point
from oirmodel.ids import ExternalId
from oirmodel.names import Name
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.truth import Truth
from oirmodel.vocab import NameCategory

__all__ = [
    "boxes",
    "days",
    "extensions",
    "external_ids",
    "imprecise_dates",
    "names",
    "periods",
    "points",
    "quantities",
    "slugs",
    "texts",
    "truths",
    "windows",
]

_SPELT: Final = (
    "Al-Asad Airbase",
    "Ain al-Asad",
    "ʿAyn al-Asad",
    "عين الأسد",
    "الرقة",
    "Hewlêr",
    "Дейр-эз-Зор",  # noqa: RUF001 - Cyrillic
    "אל-אסד",
    "代尔祖尔",
    "Qayyārah West",
    "K-1",
)
_LANGUAGES: Final = ("en", "ar", "ku-Latn", "ru", "he", "zh-Hans", "fr-CA", "es-419")
_EXTENSIONS: Final[tuple[str, ...]] = ("acme:score", "acme:tags", "x-1:a_b")
_SAFE_INTEGER: Final = 2**53 - 1  # the largest that JSON carries everywhere
_QUALIFIERS: Final = ("?", "~", "%")

T = TypeVar("T")


def _once(make: Callable[[], SearchStrategy[T]]) -> Callable[[], SearchStrategy[T]]:
    """Makes a strategy once, which is slow, and lets Hypothesis show it by its name, since its parts fill pages."""

    @cache
    def once() -> SearchStrategy[T]:
        inner = make()

        def value(draw: DrawFn, /) -> T:
            return draw(inner)

        value.__name__ = value.__qualname__ = make.__name__
        return composite(value)()

    @wraps(make)
    def made() -> SearchStrategy[T]:
        return once()

    return made


def truths() -> SearchStrategy[Truth]:
    """Each of the three truths."""
    return st.sampled_from(Truth)


@_once
def slugs() -> SearchStrategy[str]:
    """Ids: small letters and digits in words joined by hyphens."""
    word = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
    return st.lists(word, min_size=1, max_size=3).map("-".join)


def texts(*, min_size: int = 0) -> SearchStrategy[str]:
    """Texts in any script that a field of text takes: no control characters, no lone surrogates."""
    characters = st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\t\n")
    return st.text(characters, min_size=min_size, max_size=30)


@_once
def extensions() -> SearchStrategy[Extensions]:
    """What another project might add to a record: mostly nothing, else plain JSON under keys that name the project."""
    whole = st.integers(min_value=-_SAFE_INTEGER, max_value=_SAFE_INTEGER)
    leaves = st.none() | st.booleans() | whole | st.floats(allow_nan=False, allow_infinity=False) | texts()
    values = st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(), inner, max_size=2), max_leaves=4
    )
    keys = st.sampled_from(list[str](_EXTENSIONS))
    some = st.dictionaries(keys, values, min_size=1, max_size=2)
    return st.just(Extensions()) | some.map(Extensions)


@_once
def names() -> SearchStrategy[Name]:
    """Names in several scripts, also invented ones, in Normalization Form C."""
    characters = st.characters(categories=("L", "M", "N", "Pd", "Zs"))
    invented = st.text(characters, min_size=1, max_size=20).map(lambda text: unicodedata.normalize("NFC", text).strip())
    return st.builds(
        Name,
        text=st.sampled_from(_SPELT) | invented.filter(bool),
        language=st.none() | st.sampled_from(_LANGUAGES),
        script=st.none() | st.sampled_from(("Arab", "Latn", "Cyrl")),
        category=st.sampled_from(NameCategory),
    )


@_once
def external_ids() -> SearchStrategy[ExternalId]:
    """Ids of other registers, in the shape that each gives them."""
    number = st.integers(min_value=1, max_value=10**9).map(str)
    shapes: dict[str, SearchStrategy[str]] = {
        "icao": st.from_regex(r"[A-Z][A-Z0-9]{3}", fullmatch=True),
        "iata": st.from_regex(r"[A-Z]{3}", fullmatch=True),
        "wikidata": number.map("Q{}".format),
        "geonames": number,
        "ucdp": number,
        "sfm": st.from_regex(r"[a-f0-9-]{4,8}", fullmatch=True),
    }
    return st.one_of([st.builds(ExternalId, scheme=st.just(each), value=shapes[each]) for each in shapes])


@_once
def points() -> SearchStrategy[Point]:
    """Points anywhere on Earth, also on the poles and the antimeridian, with or without a precision."""
    return st.builds(
        Point,
        longitude=st.floats(min_value=-180, max_value=180),
        latitude=st.floats(min_value=-90, max_value=90),
        precision_m=st.none() | st.floats(min_value=0, max_value=100_000),
    )


@_once
def boxes() -> SearchStrategy[Box]:
    """Boxes of meridians and parallels, also across the antimeridian."""
    east_west = st.floats(min_value=-180, max_value=180)
    north_south = st.tuples(*[st.floats(min_value=-90, max_value=90)] * 2).map(sorted)
    return st.builds(
        lambda west, east, parallels: Box(west=west, east=east, south=parallels[0], north=parallels[1]),
        east_west,
        east_west,
        north_south,
    )


@_once
def quantities() -> SearchStrategy[Quantity]:
    """Quantities in every wording, the stated zero and the stated unknown among them."""
    # The first numbers are the ones that a rule might get wrong, the others those that reports have.
    number = st.one_of(st.integers(min_value=0, max_value=12), st.sampled_from((900, 1600, 2500, 34_917, 35_000)))
    positive = number.map(lambda each: each + 1)
    return st.one_of(
        st.builds(Quantity.exact, number),
        st.builds(Quantity.about, positive),
        st.builds(Quantity.nearly, positive),
        st.builds(Quantity.minimum, number),
        st.builds(Quantity.more_than, number),
        st.builds(Quantity.maximum, number),
        st.builds(Quantity.fewer_than, positive),
        st.builds(lambda low, more: Quantity.between(low, low + more), number, number),
        st.builds(Quantity.order_of, positive, words=st.none() | st.sampled_from(("dozens", "hundreds"))),
        st.just(Quantity.none()),
        st.just(Quantity.unknown()),
    )


@_once
def _near() -> SearchStrategy[dt.date]:
    """A day of the years that the reporting is about."""
    return st.dates(min_value=dt.date(2010, 1, 1), max_value=dt.date(2026, 12, 31))


@_once
def days() -> SearchStrategy[ImpreciseDate]:
    """Dates that are one exact day, from 2010 to 2026."""
    return _near().map(lambda day: ImpreciseDate.parse(day.isoformat()))


@_once
def _plain_dates() -> SearchStrategy[str]:
    """Days, months and years, alike often; sometimes of another age."""
    far = st.sampled_from(("0000", "-0044-03-15", "0622-07", "1916-05-16", "2999-12-31", "9999"))
    day = _near().map(dt.date.isoformat)
    return st.one_of(day, day, day.map(lambda text: text[:7]), day.map(lambda text: text[:4]), far)


def _marked(text: str, marks: list[str]) -> str:
    """A date with a qualifier, or none, on either side of each of its parts."""
    year, *rest = text[1:].split("-")  # the first character may be the sign of the year
    parts = [text[0] + year, *rest]
    return "-".join(f"{before}{part}{after}" for part, before, after in zip(parts, marks, marks[3:], strict=False))


def _masked(text: str, hidden: list[bool]) -> str:
    """A date some of whose digits are not specified; what it was is a completion, so that there is one."""
    return "".join("X" if each.isdigit() and hide else each for each, hide in zip(text, hidden, strict=False))


@_once
def _single_dates() -> SearchStrategy[str]:
    """Every form of a date that may stand in a set: of all levels, but for times of day."""
    plain = _plain_dates()
    year = st.integers(min_value=2010, max_value=2026)
    grouping = st.builds("{}-{}".format, year, st.integers(min_value=21, max_value=24) | st.integers(25, 41))
    masked = st.builds(_masked, plain, st.lists(st.booleans(), min_size=11, max_size=11))
    common = st.sampled_from(("201X", "20XX", "-004X", "2018-XX", "2018-05-XX", "2018-XX-XX", "202X-02-29", "201X-24"))
    marks = st.lists(st.sampled_from(("", "", *_QUALIFIERS)), min_size=6, max_size=6)
    qualified = st.builds("{}{}".format, plain | grouping, st.sampled_from(_QUALIFIERS))
    marked = st.builds(_marked, plain | grouping | masked | common, marks)
    rounded = st.builds("{:04}S{}".format, year, st.integers(min_value=1, max_value=5))
    long = st.sampled_from(("Y17000", "Y-170000002", "Y17E7", "Y-17E7S3", "Y20E2", "Y171010000S3", "-0044S2"))
    return st.one_of(plain, plain, plain, plain, qualified, marked, masked, common, grouping, rounded, long)


@_once
def _sets() -> SearchStrategy[str]:
    """One-of and all-of sets: a list, a range of days, a range without a beginning or an end."""
    inner = _plain_dates() | _single_dates()
    several = st.lists(inner, min_size=1, max_size=3).map(",".join)
    ends = st.lists(_near(), min_size=2, max_size=2).map(sorted).map(lambda two: f"{two[0]}..{two[1]}")
    members = st.one_of(several, ends, inner.map("..{}".format), inner.map("{}..".format))
    return st.builds(str.format, st.sampled_from(("[{}]", "[{}]", "{{{}}}")), members)


@_once
def imprecise_dates() -> SearchStrategy[ImpreciseDate]:
    """
    Dates of every form of EDTF, levels 0 to 2, but for the open end ``..``.

    Mostly days, months and years from 2010 to 2026; also with qualifiers on any part, unspecified digits, seasons and
    other groupings of months, significant digits, exponents, one-of and all-of sets, times of day with and without an
    offset, and dates of another age, before the year 0 and after 9999.
    """
    offset = st.sampled_from(("", "Z", "+03:00", "-05", "+14:00"))
    time = st.builds(
        "{}T{}{}".format, _near(), st.sampled_from(("00:00:00", "12:30:00", "22:30:00", "23:59:59")), offset
    )
    plain = _plain_dates()
    every = st.one_of(plain, plain, _single_dates(), _sets(), time)
    return every.map(ImpreciseDate.parse)


@_once
def windows() -> SearchStrategy[str]:
    """Windows with a first and a last day, as questions take them: a day, a month, a year, or an interval of two."""
    pair = st.lists(_plain_dates(), min_size=2, max_size=2).map(
        lambda two: sorted(two, key=lambda text: ImpreciseDate.parse(text).span)
    )
    return _plain_dates() | pair.map("/".join)


def _fits(start: ImpreciseDate | str | None, end: ImpreciseDate | str | None) -> bool:
    return Period(start=start, end=end).bounds().possible


@_once
def periods() -> SearchStrategy[Period]:
    """
    Periods made in every way, that some stay fits.

    Sightings, windows, totals and open ends, and any two dates, sets, qualified dates and times of day among
    them; ends that are asserted, open and unknown, starts that are unknown or that nobody asserts.
    """
    date = imprecise_dates()
    start, end = (st.one_of(date, date, st.just(".."), st.none()) for _ in range(2))
    pairs = (
        st.tuples(start, end).map(lambda pair: pair if _fits(*pair) else pair[::-1]).filter(lambda pair: _fits(*pair))
    )
    made = st.sampled_from((Period.exactly, Period.throughout, Period.on, Period.observed))
    begun = st.sampled_from((Period.by, Period.since))
    return st.one_of(
        st.builds(lambda make, window: make(window), made, windows()),
        st.builds(lambda make, day: make(day), begun, _plain_dates()),
        pairs.map(lambda pair: Period(start=pair[0], end=pair[1])),
    )
