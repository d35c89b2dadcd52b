"""The world of a seed: stays that have room for each other, true claims of them, and noise that must not matter."""

import math
import random
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from oirmodel.claims import Claim, Occurrence, OperationStatus, Presence
from oirmodel.provenance import Speaker
from oirmodel.temporal import Period
from tests.making import make
from tests.query.small.worlds import (
    CITED,
    FIGURES,
    LAND,
    SORTS,
    WITHIN,
    Around,
    Membership,
    Sort,
    Stay,
    Telling,
    Unit,
    World,
    calendar_day,
    one_of,
)

__all__ = ["world_of"]

_LATE: Final = 60
"""The day on which whatever does not turn on its report was reported."""
_ALIASES: Final[Mapping[str, tuple[str, ...]]] = {"us": ("us", "us", "us-forces")}
_TO_THE_MAN: Final[Mapping[str, str]] = {"0": "none", "1990": "nearly 2000"}
_SLACK: Final = (0, 0, 1, 2, 4, math.inf)


# What was really so


def world_of(seed: int) -> World:
    """The world of a seed: always the same."""
    rng = random.Random(seed)  # noqa: S311 - drawn for tests
    sort = SORTS[seed % len(SORTS)]
    memberships = _memberships(rng) if sort.of_forces else ()
    world = World(seed, sort, (), memberships, ())
    stays: list[Stay] = []
    for _ in range(rng.randint(1, 5)):
        stay = _stay(rng, sort)
        if all(_fits(world, stay, each) for each in stays):
            stays.append(stay)
    world = world._replace(stays=tuple(stays))
    units = [unit for index in range(rng.randint(1, 5)) for unit in _told(rng, world, f"claim-{index}")]
    if rng.random() < 0.5:
        units.append(_noise(rng, world, "noise"))
    return world._replace(units=tuple(units))


def _memberships(rng: random.Random) -> tuple[Membership, ...]:
    always = [Membership("army", "iraq", -40, 80), Membership("police", "iraq", -40, 80)]
    if rng.random() < 0.5:
        first = rng.randint(-1, 6)
        always.append(Membership("brigade", rng.choice(("army", "police")), first, first + rng.randint(0, 8)))
    return tuple(always)


def _stay(rng: random.Random, sort: Sort) -> Stay:
    first = rng.randint(-1, 9)
    return Stay(
        value=rng.choice(sort.values),
        detail=rng.choice(sort.details),
        site=rng.choice(sort.sites),
        first=first,
        last=first + rng.randint(0, 5),
    )


def _fits(world: World, stay: Stay, other: Stay) -> bool:
    """Whether the world has room for both: apart, or with one hand-over day that is not the whole of both."""
    sort = world.sort
    shared = range(max(stay.first, other.first), min(stay.last, other.last) + 1)
    if stay.value == other.value:
        if sort.kind is Occurrence:
            return False
        several = sort.travels != "stays" and (stay.site != other.site or sort.kind is Presence)
        alike = stay.site == other.site and stay.detail == other.detail
        return not shared or (several and not alike) or (sort.name == "strength" and stay.site != other.site)
    if not _excludes(sort, stay, other):
        return True
    strangers = [day for day in shared if not world.related(stay.value, other.value, day)]
    in_turn = stay.last <= other.first or other.last <= stay.first
    return not strangers or (in_turn and stay[3:] != other[3:])


def _excludes(sort: Sort, one: Stay, other: Stay) -> bool:
    if sort.rivals == "always":
        return one.site == other.site
    return any(a.detail == sort.rivals and _holds_at(sort, a, b) for a, b in ((one, other), (other, one)))


def _holds_at(sort: Sort, one: Stay, other: Stay) -> bool:
    """Whether the one covers the site of the other, or a whole or part in which both meet."""
    return one.site == other.site or (sort.travels == "control" and one.site in WITHIN.get(other.site, ()))


# What is told of it


class _Content(NamedTuple):
    """What a claim is about, and what it says of that."""

    value: str
    site: str
    detail: str
    """Empty where it states none."""


class _Given(NamedTuple):
    """A period as a claim gives it."""

    start: str | None
    end: str | None
    around: Around
    lasting: bool
    said: int | None = None
    """The day on which it was said to be still so."""
    features: frozenset[str] = frozenset()


def _date(rng: random.Random, real: int, *, in_iraq: bool) -> tuple[str | None, float, float, str]:
    """A date that allows the real day, with the first and last day that it allows, and what is special about it."""
    form = rng.randrange(14)
    if form == 0 and in_iraq:
        # 21:00 in UTC is the midnight with which a day at Al-Asad begins.
        return (
            rng.choice((f"{calendar_day(real - 1)}T21:00:00Z", f"{calendar_day(real)}T20:59:59Z")),
            real,
            real,
            "instant",
        )
    if form == 1:
        return f"{calendar_day(real)}{rng.choice('?~%')}", real, real, "qualified"
    if form == 2 and 1 <= real <= 31:
        return "2020-01-XX", 1, 31, "unspecified"
    if form == 3 and 1 <= real <= 31:
        return "2020-01", 1, 31, "month"
    if form == 4:
        others = sorted({real, real + rng.randint(-3, 0), real + rng.randint(0, 3)})
        return f"[{','.join(calendar_day(each) for each in others)}]", others[0], others[-1], "one of"
    before, after = rng.choice(_SLACK), rng.choice(_SLACK)
    if before == after == math.inf:
        return None, -math.inf, math.inf, ""
    if before == after == 0:
        return calendar_day(real), real, real, ""
    low = "" if before == math.inf else calendar_day(real - before)
    high = "" if after == math.inf else calendar_day(real + after)
    return f"[{low}..{high}]", real - before, real + after, ""


def _around(rng: random.Random, first: int, last: int, *, in_iraq: bool) -> _Given:
    """A period whose bounds hold this start and this end."""
    sort = rng.choice(("given", "given", "given", "open", "unknown", "sighted"))
    seen = rng.randint(first, last)
    if sort == "sighted":
        since, until = rng.randint(seen - 2, seen), rng.randint(seen, seen + 2)
        around = Around(-math.inf, until, since, math.inf)
        return _Given(f"[..{calendar_day(until)}]", f"[{calendar_day(since)}..]", around, lasting=True)
    start, s1, s2, sharp = _date(rng, first, in_iraq=in_iraq)
    features = {sharp} - {""}
    if start is None and rng.random() < 0.5:
        start = ".."
    if sort == "open":
        around = _normal(Around(s1, min(s2, seen), seen, math.inf))
        return _Given(start, "..", around, lasting=True, said=seen, features=frozenset(features))
    if sort == "unknown":
        around = _normal(Around(s1, s2, -math.inf, math.inf))
        return _Given(start, None, around, lasting=False, features=frozenset(features))
    end, e1, e2, sharp = _date(rng, last, in_iraq=in_iraq)
    lasting = end is not None and e2 == math.inf
    features |= {sharp} - {""}
    return _Given(start, end, _normal(Around(s1, s2, e1, e2)), lasting, features=frozenset(features))


def _normal(around: Around) -> Around:
    """An end is no earlier than its start."""
    s1, s2, e1, e2 = around
    return Around(s1, min(s2, e2), max(e1, s1), e2)


def _told(rng: random.Random, world: World, an_id: str) -> Iterator[Unit]:
    """A true claim of a stay, or a true denial; sometimes one that was taken back and brought back again."""
    telling = _affirmed(rng, world, an_id) if rng.random() < 0.75 else _denied(rng, world, an_id)
    if telling is None:
        return
    features = telling.features | {"claim" if telling.affirms else "denial"}
    if rng.random() < 0.05:
        taken = _other(rng, f"{an_id}-taken", _LATE, retracts=(telling.claim.id,))
        back = _other(rng, f"{an_id}-back", _LATE, retracts=(taken.id,))
        yield Unit((telling.claim, taken, back), (telling,), features=features | {"retraction retracted"})
        return
    yield Unit((telling.claim,), (telling,), features=features)


def _affirmed(rng: random.Random, world: World, an_id: str) -> Telling:
    """A true claim of a stay, its four bounds around the real start and end."""
    sort = world.sort
    stay = rng.choice(world.stays)
    given = _around(rng, stay.first, stay.last, in_iraq=stay.site in LAND)
    value = rng.choice(_ALIASES.get(stay.value, (stay.value,)))
    if sort.name == "strength":
        value = rng.choice([name for name, each in FIGURES.items() if each.low <= int(stay.value) <= each.high])
    # A role is left out only where nothing else of the same force could be meant.
    twins = [each for each in world.stays if each.value == stay.value and each.site == stay.site and each != stay]
    detail = rng.choice(("", stay.detail)) if not twins else stay.detail
    return _telling(rng, sort, an_id, _Content(value, stay.site, detail), given, affirms=True)


def _denied(rng: random.Random, world: World, an_id: str) -> Telling | None:
    """A true denial: of a value, or of it in one detail, on days on which it was not so. There may be none to make."""
    sort = world.sort
    names = tuple(FIGURES) if sort.name == "strength" else (*(each.value for each in world.stays), *sort.values)
    value, site = rng.choice(names), rng.choice(sort.sites)
    detail = rng.choice(("", *sort.details))
    free = [day for day in range(-4, 17) if not world.so(value, site, day, detail)]
    if not free:
        return None
    # Most telling are the days on which the value was there in another detail than the one denied.
    telling = [day for day in free if world.so(value, site, day)]
    first = last = rng.choice(telling or free)
    for _ in range(rng.randint(0, 8)):
        last += last + 1 in free
    given = _around(rng, first, last, in_iraq=site in LAND)
    return _telling(rng, sort, an_id, _Content(value, site, detail), given, affirms=False)


def _telling(rng: random.Random, sort: Sort, an_id: str, content: _Content, given: _Given, *, affirms: bool) -> Telling:
    day = rng.randint(1, 14)
    reported: tuple[float, float] = (day, day)
    chain: tuple[Speaker, ...] = ()
    features = set(given.features)
    if given.said is not None:
        reported = (given.said, given.said)
        if rng.random() < 0.3:
            chain = (make(Speaker, who="ministry", when=calendar_day(given.said)), make(Speaker, who="agency"))
            reported = (_LATE, _LATE)
            features.add("first link's date")
    elif rng.random() < 0.3:
        reported = (reported[0], reported[0] + rng.randint(1, 4))
    tone = "asserted" if affirms else "denied"
    period = Period(start=given.start, end=given.end)
    claim = _claim(sort, an_id, content, period, reported, modality=tone, asserted_by=chain)
    if one_of(content.value) != content.value:
        features.add("sameness")
    if content.detail and not affirms:
        features.add("denial of a detail")
    return Telling(claim, *content, affirms, given.around, given.lasting, reported, frozenset(features))


def _claim(
    sort: Sort,
    an_id: str,
    content: _Content,
    period: Period,
    reported: tuple[float, float],
    **envelope: Any,  # noqa: ANN401 - whatever the envelope takes
) -> Claim:
    said = calendar_day(reported[0])
    if reported[0] != reported[1]:
        said = f"[{said}..{calendar_day(reported[1])}]"
    fields: dict[str, Any] = {
        **dict(sort.constant),
        sort.value_field: FIGURES[content.value].quantity if sort.name == "strength" else content.value,
        sort.site_field: (content.site,) if sort.kind is Occurrence else content.site,
    }
    if sort.detail_field and content.detail:
        fields[sort.detail_field] = content.detail
    return make(sort.kind, id=an_id, period=period, reported=said, citations=CITED, **fields, **envelope)


def _other(rng: random.Random, an_id: str, reported: float, **links: Any) -> Claim:  # noqa: ANN401 - ids of claims
    """A notice about something else, which takes claims back."""
    return make(
        OperationStatus,
        id=an_id,
        of="lion",
        status=rng.choice(("ongoing", "ended")),
        period=Period(start=calendar_day(rng.randint(1, 9)), end=None),
        reported=calendar_day(reported),
        modality="asserted",
        citations=CITED,
        **links,
    )


# What must not matter


def _noise(rng: random.Random, world: World, an_id: str) -> Unit:
    """A false claim that does not count in full, or that was taken back."""
    sort = world.sort
    names = tuple(FIGURES) if sort.name == "strength" else sort.values
    content = _Content(rng.choice(names), rng.choice(sort.sites), rng.choice(("", *sort.details)))
    first = rng.randint(1, 9)
    given = _around(rng, first, first + rng.randint(0, 3), in_iraq=content.site in LAND)
    period = Period(start=given.start, end=given.end)
    said = rng.randint(1, 12) if given.said is None else given.said
    how = rng.choice(("planned", "predicted", "alleged", "assessed", "retracts", "supersedes", "corrects", "possibly"))
    if how in {"planned", "predicted", "alleged", "assessed"}:
        claim = _claim(sort, an_id, content, period, (said, said), modality=how)
        return Unit((claim,), rumour=how in {"alleged", "assessed"}, features=frozenset({how}))
    tone = rng.choice(("asserted", "asserted", "denied"))
    until = said + rng.randint(0, 6)
    if how in {"retracts", "possibly"}:
        # Reported on one of several days, a claim is possibly known between them.
        reported = (said, said + 3) if how == "possibly" else (said, said)
        until = max(until, reported[1])
        false = _claim(sort, an_id, content, period, reported, modality=tone)
        notice = _other(rng, f"{an_id}-taken", until, retracts=(an_id,))
        name = "retracted" if how == "retracts" else how
        return Unit((false, notice), (), until, reported[1], features=frozenset({name}))
    return _mended(rng, world, an_id, how=how, until=until, tone=tone)


def _mended(rng: random.Random, world: World, an_id: str, *, how: str, until: int, tone: str) -> Unit:
    """A false claim about days of one stay, and a claim that has that stay to the day and takes its place."""
    sort = world.sort
    stay = rng.choice(world.stays)
    names = tuple(FIGURES) if sort.name == "strength" else sort.values
    first = rng.randint(stay.first, stay.last)
    wrong = Period(start=calendar_day(first), end=calendar_day(rng.randint(first, stay.last)))
    said = _Content(rng.choice(names), stay.site, rng.choice(("", *sort.details)))
    false = _claim(sort, an_id, said, wrong, (1, 1), modality=tone)
    real = _Content(_TO_THE_MAN.get(stay.value, stay.value), stay.site, stay.detail)
    period = Period(start=calendar_day(stay.first), end=calendar_day(stay.last))
    links: dict[str, Any] = {how: (an_id,)}
    right = _claim(sort, f"{an_id}-mended", real, period, (until, until), modality="asserted", **links)
    exact = Around(stay.first, stay.first, stay.last, stay.last)
    telling = Telling(right, *real, affirms=True, around=exact, lasting=False, reported=(until, until))
    name = {"corrects": "corrected", "supersedes": "superseded"}[how]
    return Unit((false, right), (telling,), false_until=until, features=frozenset({name}))
