"""Small worlds that are known in full, and claims that are true of them, however vague."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from oirmodel.claims import Claim, Control, OperationStatus, Ownership, Posting, Presence
from oirmodel.query import Answer, Dataset
from oirmodel.temporal import Period
from tests.query.building import affiliation, data, same_as, says

__all__ = ["DAYS", "QUESTIONS", "Jumble", "Question", "Stay", "World", "day", "jumbles", "number", "widened", "worlds"]

DAYS: Final = range(1, 10)
"""The days on which the worlds are looked at; stays and bounds may lie a little outside."""
_FIRST: Final = dt.date(2020, 1, 1).toordinal() - 1
_WHOLES: Final = {"army": ("iraq",), "police": ("iraq",)}
"""Who belongs to whom in every world; army and police stay different."""
_ALIASES: Final = {"us": ("us", "us-forces")}
"""Ids that a claim may use for one actor."""


def day(number: float) -> str:
    """A day of the small calendar, of which 1 is 2020-01-01, in ISO 8601."""
    return dt.date.fromordinal(_FIRST + int(number)).isoformat()


def number(ordinal: float) -> float:
    """The number in the small calendar of a day that is counted as the library counts."""
    return ordinal - _FIRST


class Stay(NamedTuple):
    """What was really so: from the first day to the last."""

    value: str
    detail: str
    site: str
    first: int
    last: int

    def covers(self, moment: int) -> bool:
        return self.first <= moment <= self.last


class Question(NamedTuple):
    """A kind of state with one value at a time, or several."""

    kind: type[Claim]
    values: tuple[str, ...]
    sites: tuple[str, ...]
    """What is asked about; the second lies in the first."""
    details: tuple[str, ...]
    ask: Callable[..., Answer]
    value_field: str
    site_field: str
    detail_field: str | None
    unstated: str = "unstated"

    def excludes(self, one: Stay, other: Stay) -> bool:
        """Whether the world has no room for both on one day."""
        if one.value == other.value:
            return True
        if _related(one.value, other.value):
            return False
        if self.kind is Control:
            return self._controls_all(one, other) or self._controls_all(other, one)
        if self.kind is Ownership:
            return "sole" in (one.detail, other.detail)
        return self.kind is not Presence

    @staticmethod
    def _controls_all(one: Stay, other: Stay) -> bool:
        return one.detail == "full" and one.site in (other.site, "al-asad")


def _related(one: str, other: str) -> bool:
    return other in _WHOLES.get(one, ()) or one in _WHOLES.get(other, ())


_FORCES: Final = ("iraq", "army", "police", "us", "isis")
QUESTIONS: Final = (
    Question(
        Control,
        _FORCES,
        ("al-asad", "compound"),
        ("full", "full", "partial"),
        Dataset.who_controlled,
        "by",
        "of",
        "degree",
    ),
    Question(Ownership, _FORCES, ("al-asad",), ("sole", "joint"), Dataset.who_owned, "by", "of", "share"),
    Question(
        Presence, _FORCES, ("al-asad", "compound"), ("combat", "advisers"), Dataset.who_was_at, "of", "at", "role"
    ),
    Question(Posting, ("smith", "jones", "brown"), ("commander",), ("",), Dataset.who_held, "by", "of", None),
    Question(
        OperationStatus,
        ("ongoing", "transitioned", "ended"),
        ("resolve",),
        ("",),
        Dataset.under_way,
        "status",
        "of",
        None,
    ),
)


class World(NamedTuple):
    """What was really so, and claims that are true of it, each of a stay or of a time without."""

    question: Question
    stays: tuple[Stay, ...]
    told: tuple[tuple[Claim, tuple[int, int]], ...]
    """Every claim, with the first and the last day of what it tells of."""

    @property
    def dataset(self) -> Dataset:
        """The claims, with who belongs to whom."""
        wholes = [affiliation(part, whole) for part, wholes in _WHOLES.items() for whole in wholes]
        aliases = [same_as(one, other) for one, other in _ALIASES.values()]
        return data(*wholes, *aliases, *(claim for claim, _ in self.told))

    def so(self, value: str, site: str, moment: int, detail: str | None = None) -> bool:
        """Whether a value, or one that belongs to it, was there on a day; in one detail, where that is asked."""
        return any(
            each.covers(moment)
            and self._is(each, value)
            and self._there(each, site)
            and detail in (None, self._detail(each, site))
            for each in self.stays
        )

    def _detail(self, stay: Stay, site: str) -> str:
        """How a stay is seen from a site: control of a part is partial control of the whole."""
        return "partial" if self.question.kind is Control and stay.site != site == "al-asad" else stay.detail

    @staticmethod
    def _is(stay: Stay, value: str) -> bool:
        return value in _ALIASES.get(stay.value, (stay.value,)) or value in _WHOLES.get(stay.value, ())

    def _there(self, stay: Stay, site: str) -> bool:
        if stay.site == site:
            return True
        if self.question.kind is Control and (stay.site, stay.detail) == ("al-asad", "full"):
            return True
        return site == "al-asad"


@composite
def worlds(draw: DrawFn, /, *, most: int = 5, questions: tuple[Question, ...] = QUESTIONS) -> World:
    """Worlds of one to five stays, of which up to so many true claims are made."""
    question = draw(st.sampled_from(questions))
    stays: list[Stay] = []
    for stay in draw(st.lists(_stays(question), min_size=1, max_size=5)):
        if all(_fits(question, stay, each) for each in stays):
            stays.append(stay)
    world = World(question, tuple(stays), ())
    told = []
    for index in range(draw(st.integers(min_value=1, max_value=most))):
        telling = _affirmed if draw(st.integers(min_value=0, max_value=3)) else _denied
        claim = draw(telling(world, f"claim-{index}"))
        told += [] if claim is None else [claim]
    return world._replace(told=tuple(told))


@composite
def _stays(draw: DrawFn, question: Question) -> Stay:
    first = draw(st.integers(min_value=-1, max_value=9))
    return Stay(
        value=draw(st.sampled_from(question.values)),
        detail=draw(st.sampled_from(question.details)),
        site=draw(st.sampled_from(question.sites)),
        first=first,
        last=first + draw(st.integers(min_value=0, max_value=5)),
    )


def _fits(question: Question, stay: Stay, other: Stay) -> bool:
    """Whether the world has room for both: apart, or with one hand-over day that is not the whole of both."""
    if not question.excludes(stay, other):
        return True
    if stay.value == other.value:
        return stay.last < other.first or other.last < stay.first
    if stay[3:] == other[3:]:
        return False
    return stay.last <= other.first or other.last <= stay.first


@composite
def _affirmed(draw: DrawFn, world: World, an_id: str) -> tuple[Claim, tuple[int, int]]:
    """A true claim of a stay, its four bounds around the real start and end."""
    question = world.question
    stay = draw(st.sampled_from(world.stays))
    period, reported = draw(_around(stay.first, stay.last))
    fields: dict[str, Any] = {
        question.value_field: draw(st.sampled_from(_ALIASES.get(stay.value, (stay.value,)))),
        question.site_field: stay.site,
    }
    if question.detail_field:
        fields[question.detail_field] = draw(st.sampled_from((stay.detail, question.unstated)))
    return says(question.kind, period, id=an_id, reported=reported, **fields), (stay.first, stay.last)


@composite
def _denied(draw: DrawFn, world: World, an_id: str) -> tuple[Claim, tuple[int, int]] | None:
    """A true denial: of a value, or of it in one detail, on days on which it was not so. There may be none to make."""
    question = world.question
    value = draw(st.sampled_from((*(stay.value for stay in world.stays), *question.values)))
    site = draw(st.sampled_from(question.sites))
    detail = draw(st.sampled_from((question.unstated, *question.details))) if question.detail_field else None
    named = None if detail in (None, question.unstated) else detail
    free = [moment for moment in range(-4, 17) if not world.so(value, site, moment, named)]
    if not free:
        return None
    # Most telling are the days on which the value was there in another detail than the one denied.
    telling = [moment for moment in free if world.so(value, site, moment)]
    first = last = draw(st.sampled_from(telling or free))
    for _ in range(draw(st.integers(min_value=0, max_value=8))):
        last += last + 1 in free
    period, reported = draw(_around(first, last))
    fields: dict[str, Any] = {question.value_field: value, question.site_field: site}
    if question.detail_field:
        fields[question.detail_field] = detail
    return says(question.kind, period, id=an_id, modality="denied", reported=reported, **fields), (first, last)


@composite
def _around(draw: DrawFn, first: int, last: int) -> tuple[Period, str]:
    """A period whose bounds hold this start and this end, and the day of a report that does not contradict it."""
    slack = st.sampled_from((0, 0, 1, 2, 4, None))
    start = _text(first, draw(slack), draw(slack))
    sort = draw(st.sampled_from(("given", "given", "given", "open", "unknown", "sighted")))
    seen = draw(st.integers(min_value=first, max_value=last))
    if sort == "open":
        return Period(start=start, end=".."), day(seen)
    if sort == "unknown":
        return Period(start=start, end=None), "2030-01-01"
    if sort == "sighted":
        until = draw(st.integers(min_value=seen, max_value=seen + 2))
        since = draw(st.integers(min_value=seen - 2, max_value=seen))
        return Period.observed(f"{day(since)}/{day(until)}"), "2030-01-01"
    return Period(start=start, end=_text(last, draw(slack), draw(slack))), "2030-01-01"


def _text(real: int, before: int | None, after: int | None) -> str | None:
    """A date of EDTF that allows the real day and some days around it, or any."""
    if before is None and after is None:
        return None
    if before == after == 0:
        return day(real)
    low = "" if before is None else day(real - before)
    high = "" if after is None else day(real + after)
    return f"[{low}..{high}]"


class Jumble(NamedTuple):
    """A question, and claims about it that nobody made sure are true or agree."""

    question: Question
    claims: tuple[Claim, ...]

    @property
    def dataset(self) -> Dataset:
        return data(*self.claims)

    def without(self, *gone: str) -> Dataset:
        """The dataset without some claims."""
        return data(*(claim for claim in self.claims if claim.id not in gone))


_MODALITIES: Final = (
    "asserted",
    "asserted",
    "asserted",
    "asserted",
    "denied",
    "denied",
    "alleged",
    "planned",
    "inferred",
)
_RELATIONS: Final = ("part-of", "under-command", "supports")


@composite
def jumbles(draw: DrawFn, /, *, most: int = 5, modalities: tuple[str, ...] = _MODALITIES, links: bool = True) -> Jumble:
    """Up to so many claims about one question, which may remove each other, and some of who belongs to or is whom."""
    question = draw(st.sampled_from(QUESTIONS))
    # Not both in one jumble: an inferred claim that corrects what it is inferred from is a circle, which has no answer.
    infers = draw(st.booleans())
    claims: list[Claim] = []
    for index in range(draw(st.integers(min_value=1, max_value=most))):
        first = draw(st.integers(min_value=0, max_value=9))
        period, reported = draw(_around(first, first + draw(st.integers(min_value=0, max_value=5))))
        fields: dict[str, Any] = {
            question.value_field: draw(st.sampled_from(question.values)),
            question.site_field: draw(st.sampled_from(question.sites)),
        }
        if question.detail_field:
            fields[question.detail_field] = draw(st.sampled_from((*question.details, question.unstated)))
        if links and claims and not infers:
            tie = draw(st.sampled_from(("", "", "", "corrects", "supersedes", "retracts")))
            if tie:
                fields[tie] = [draw(st.sampled_from(claims)).id]
        modality = draw(st.sampled_from(modalities))
        if modality == "inferred" and claims and infers:
            fields["derived_from"] = [draw(st.sampled_from(claims)).id]
        if draw(st.booleans()):
            said = draw(st.integers(min_value=1, max_value=12))
            reported = draw(st.sampled_from((day(said), f"[{day(said)}..{day(said + 3)}]")))
        claims.append(says(question.kind, period, id=f"claim-{index}", reported=reported, modality=modality, **fields))
    return Jumble(question, (*claims, *draw(_ties())))


@composite
def _ties(draw: DrawFn) -> list[Claim]:
    """Who belongs to whom on which days, corrected or not, and who is whom."""
    ties: list[Claim] = []
    for index in range(draw(st.integers(min_value=0, max_value=3))):
        first = draw(st.integers(min_value=0, max_value=9))
        period, reported = draw(_around(first, first + draw(st.integers(min_value=0, max_value=9))))
        of, to = draw(st.permutations(("iraq", "army", "police", "us")))[:2]
        fields: dict[str, Any] = {"relation": draw(st.sampled_from(_RELATIONS))}
        if draw(st.booleans()) and ties:
            fields["corrects"] = [draw(st.sampled_from(ties)).id]
        ties.append(affiliation(of, to, period, reported=reported, id=f"tie-{index}", **fields))
    if draw(st.integers(min_value=0, max_value=3)) == 0:
        one, other = draw(st.permutations(("iraq", "us", "us-forces", "isis")))[:2]
        ties.append(same_as(one, other, id="one-thing"))
    return ties


@composite
def widened(draw: DrawFn, /) -> tuple[Period, Period]:
    """A period that can be, and the same with some of its bounds wider."""
    first = draw(st.integers(min_value=0, max_value=9))
    last = first + draw(st.integers(min_value=0, max_value=5))
    slack = st.sampled_from((0, 1, 3, None))
    narrow = [draw(slack) for _ in range(4)]
    wide = [each if each is None or draw(st.booleans()) else draw(st.sampled_from((each + 2, None))) for each in narrow]
    periods = [
        Period(start=_text(first, before, after), end=_text(last, earlier, later))
        for before, after, earlier, later in (narrow, wide)
    ]
    return periods[0], periods[1]
