"""
Small worlds: what was really so on a few days, and what each claim of it says in plain numbers.

Nothing here grades anything: the numbers are worked out from the design and not by the library, so that the rules
beside this file can be held against its answers.
"""

import datetime as dt
import math
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from oirmodel.claims import (
    Affiliation,
    Claim,
    Control,
    Occurrence,
    OperationStatus,
    Ownership,
    Posting,
    Presence,
    SameAs,
    Strength,
)
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import CAST, SOURCES

__all__ = [
    "CITED",
    "DAYS",
    "FIGURES",
    "LAND",
    "SORTS",
    "WITHIN",
    "Around",
    "Membership",
    "Sort",
    "Stay",
    "Telling",
    "Unit",
    "World",
    "calendar_day",
    "one_of",
    "reaches",
]

DAYS: Final = range(1, 10)
"""The days on which the worlds are looked at, of which 1 is 2020-01-01; stays and bounds may lie outside."""
_ORIGIN: Final = dt.date(2020, 1, 1).toordinal() - 1
WITHIN: Final[Mapping[str, tuple[str, ...]]] = {"compound": ("al-asad", "anbar"), "al-asad": ("anbar",)}
_ONE: Final[Mapping[str, str]] = {"us-forces": "us"}
CITED: Final = (make(Citation, source="src"),)


@cache
def calendar_day(number: float) -> str:
    """A day of the small calendar in ISO 8601."""
    return dt.date.fromordinal(_ORIGIN + int(number)).isoformat()


def one_of(value: str) -> str:
    """The id that stands for a value and for all that are one with it."""
    return _ONE.get(value, value)


class Figure(NamedTuple):
    """A quantity and the numbers that surely fit it, from the first to the last."""

    quantity: Quantity
    low: float
    high: float


FIGURES: Final[Mapping[str, Figure]] = {
    "none": Figure(Quantity.none(), 0, 0),
    "900": Figure(Quantity.exact(900), 900, 900),
    "about 900": Figure(Quantity.about(900), 900, 900),
    "at least 500": Figure(Quantity.minimum(500), 500, math.inf),
    "more than 900": Figure(Quantity.more_than(900), 901, math.inf),
    "fewer than 1990": Figure(Quantity.fewer_than(1990), 0, 1989),
    "at most 1990": Figure(Quantity.maximum(1990), 0, 1990),
    "500 to 1000": Figure(Quantity.between(500, 1000), 500, 1000),
    "nearly 2000": Figure(Quantity.nearly(2000), 1500, 1999),
    "about 2000": Figure(Quantity.about(2000), 2000, 2000),
    "2000": Figure(Quantity.exact(2000), 2000, 2000),
}


class Sort(NamedTuple):
    """A sort of question: what is claimed, of what, and which of it rules what out."""

    name: str
    kind: type[Claim]
    values: tuple[str, ...]
    sites: tuple[str, ...]
    """What it is asked of: places, posts, operations; of strength, the counting bases."""
    details: tuple[str, ...]
    value_field: str
    site_field: str
    detail_field: str | None = None
    constant: tuple[tuple[str, object], ...] = ()
    travels: str = "stays"
    rivals: str = "never"
    """When two values exclude each other: never, always, or where either has this detail."""

    @property
    def of_forces(self) -> bool:
        """Whether the values are forces, of which one may belong to another."""
        return self.kind in {Control, Ownership, Presence}


_FORCES: Final = ("iraq", "army", "brigade", "police", "us", "isis")
LAND: Final = ("anbar", "al-asad", "compound")
SORTS: Final = (
    Sort("control", Control, _FORCES, LAND, ("full", "full", "partial"), "by", "of", "degree", (), "control", "full"),
    Sort("ownership", Ownership, _FORCES, ("al-asad",), ("sole", "joint"), "by", "of", "share", (), "stays", "sole"),
    Sort("presence", Presence, _FORCES, LAND, ("combat", "advisers"), "of", "at", "role", (), "up"),
    Sort(
        "single post",
        Posting,
        ("smith", "jones", "brown"),
        ("commander",),
        ("",),
        "by",
        "of",
        rivals="always",
    ),
    Sort("open post", Posting, ("smith", "jones", "brown"), ("adviser",), ("",), "by", "of"),
    Sort(
        "status",
        OperationStatus,
        ("ongoing", "transitioned", "ended"),
        ("resolve",),
        ("",),
        "status",
        "of",
        rivals="always",
    ),
    Sort(
        "strength",
        Strength,
        ("0", "900", "1990", "2000"),
        ("core", "unspecified"),
        ("",),
        "quantity",
        "basis",
        constant=(("of", "us"), ("at", ("syria",))),
        rivals="always",
    ),
    Sort("event", Occurrence, ("strike", "raid"), (*LAND, "k-1"), ("",), "of", "at", travels="up"),
)


class Stay(NamedTuple):
    """What was really so, from the first day to the last: of strength, a number; of an event, its extent."""

    value: str
    detail: str
    site: str
    first: int
    last: int

    def covers(self, day: float) -> bool:
        """Whether it was so on a day."""
        return self.first <= day <= self.last


class Membership(NamedTuple):
    """That one force belonged to another, which is told to the day."""

    part: str
    whole: str
    first: int
    last: int


class Around(NamedTuple):
    """The four bounds that a claim gives, in days of the small calendar."""

    s1: float
    s2: float
    e1: float
    e2: float

    def says_yes(self, day: float) -> bool:
        """Whether it was surely so on the day."""
        return self.s2 <= day <= self.e1

    def says_no(self, day: float) -> bool:
        """Whether it was surely not so on the day."""
        return day < self.s1 or day > self.e2

    def silent(self, day: float) -> bool:
        """Whether a day is reached only because the start is unbounded."""
        confirmed = min(self.s2, self.e2) if self.e1 == -math.inf else min(self.s2, self.e1)
        return self.s1 == -math.inf and day < confirmed


class Telling(NamedTuple):
    """A claim, and what it says in plain numbers."""

    claim: Claim
    value: str
    site: str
    detail: str
    """Empty where it states none."""
    affirms: bool
    around: Around
    lasting: bool
    """Whether it was still so when it was seen or said."""
    reported: tuple[float, float]
    features: frozenset[str] = frozenset()


class Unit(NamedTuple):
    """Claims that belong together: one true claim; or a false one with what takes it back."""

    claims: tuple[Claim, ...]
    tellings: tuple[Telling, ...] = ()
    """What counts of it in the view of all that is known."""
    false_until: float = -math.inf
    """Before which day of knowledge a false claim of it may stand."""
    full_from: float = -math.inf
    """From which day of knowledge on that claim counts in full."""
    rumour: bool = False
    """Whether a false claim of it counts MAYBE, so that it may contest what is true."""
    features: frozenset[str] = frozenset()


class World(NamedTuple):
    """What was really so, and what is told."""

    seed: int
    sort: Sort
    stays: tuple[Stay, ...]
    memberships: tuple[Membership, ...]
    units: tuple[Unit, ...]

    @property
    def dataset(self) -> Dataset:
        """The claims, about the small cast."""
        ties = [_belonging(index, each) for index, each in enumerate(self.memberships)]
        told = [claim for unit in self.units for claim in unit.claims]
        return Dataset(entities=CAST, sources=SOURCES, claims=[*ties, _JOINED, *told])

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """What counts in the view of all that is known."""
        return tuple(telling for unit in self.units for telling in unit.tellings)

    def belongs(self, part: str, whole: str, day: float) -> bool:
        """Whether one force belonged to another on a day, through others too."""
        return any(
            each.part == part
            and each.first <= day <= each.last
            and (each.whole == whole or self.belongs(each.whole, whole, day))
            for each in self.memberships
        )

    def related(self, one: str, other: str, day: float) -> bool:
        """Whether two values were one thing, or one belonged to the other."""
        one, other = one_of(one), one_of(other)
        return one == other or self.belongs(one, other, day) or self.belongs(other, one, day)

    def so(self, value: str, site: str | None, day: float, detail: str = "") -> bool:
        """Whether a value was so of a site on a day, in one detail where that is asked; of any site for ``None``."""
        return any(
            each.covers(day)
            and self._is(each, value, day)
            and (site is None or reaches(self.sort, each.site, each.detail, site))
            and detail in ("", seen_from(self.sort, each, site))
            for each in self.stays
        )

    def _is(self, stay: Stay, value: str, day: float) -> bool:
        if self.sort.name == "strength":
            return FIGURES[value].low <= int(stay.value) <= FIGURES[value].high
        value = one_of(value)
        return stay.value == value or self.belongs(stay.value, value, day)

    def in_words(self) -> str:
        """What was so, and what is told, a line each."""
        ids = {an_id: each for each in self.tellings for an_id in (each.claim.id,)}
        lines = [f"seed {self.seed}: {self.sort.name}"]
        lines += [
            f"  so:   {each.value} {each.detail} {each.site}, days {each.first} to {each.last}" for each in self.stays
        ]
        lines += [f"  so:   {each.part} of {each.whole}, days {each.first} to {each.last}" for each in self.memberships]
        for unit in self.units:
            for claim in unit.claims:
                worth = "true" if claim.id in ids else "noise"
                links = "".join(
                    f" {name} {', '.join(getattr(claim, name))}"
                    for name in ("corrects", "supersedes", "retracts")
                    if getattr(claim, name)
                )
                lines.append(
                    f"  told: {claim.id} ({worth}, {claim.modality.value}) {_content(claim)} "
                    f"{claim.period.format()}, reported {claim.reported}{links}"
                )
        return "\n".join(lines)


def _content(claim: Claim) -> str:
    grammar = claim.grammar
    names = (*grammar.subject, grammar.value, *((grammar.detail,) if grammar.detail else ()))
    return ", ".join(f"{name} {getattr(claim, name)}" for name in dict.fromkeys(names))


def reaches(sort: Sort, site: str, detail: str, asked: str, *, denied: bool = False) -> bool:
    """Whether what is said of one site bears on another: the rule of parts and wholes."""
    if site == asked:
        return True
    up, down = asked in WITHIN.get(site, ()), site in WITHIN.get(asked, ())
    if sort.travels == "stays":
        return False
    if denied:
        return down and (sort.travels == "up" or not detail)
    return up or (down and sort.travels == "control" and detail == "full")


def seen_from(sort: Sort, stay: Stay, site: str | None) -> str:
    """The detail of a stay as seen from a site: control of a part is partial control of the whole."""
    return "partial" if sort.travels == "control" and site in WITHIN.get(stay.site, ()) else stay.detail


_JOINED: Final = make(
    SameAs, id="one-thing", one="us", other="us-forces", reported="2019-01-01", modality="asserted", citations=CITED
)


@cache
def _belonging(index: int, each: Membership) -> Affiliation:
    period = Period(start=calendar_day(each.first), end=calendar_day(each.last))
    return make(
        Affiliation,
        id=f"tie-{index}",
        of=each.part,
        to=each.whole,
        relation="part-of",
        period=period,
        reported="2019-01-01",
        modality="asserted",
        citations=CITED,
    )
