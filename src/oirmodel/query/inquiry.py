"""A matter and the time it is asked of; and which bounds, if they were known, would settle it."""

import itertools
import math
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from oirmodel.query.candidate import Summary, best_of, ranked, summed_up
from oirmodel.query.grade import Grade, Status
from oirmodel.query.matter import Matter
from oirmodel.query.times import Asked, Mode
from oirmodel.temporal import Bounds

__all__ = ["Bound", "Inquiry", "settling"]

_LARGEST: Final = 3
_MOST_WORLDS: Final = 4_096


class Inquiry(NamedTuple):
    """What is asked, of when, and, where only one value is asked about, of which."""

    matter: Matter
    asked: Asked
    value: object = None

    def grades(self, known: Mapping[str, Bounds] | None = None) -> tuple[Grade, ...]:
        """The grades at the time asked for, if some bounds were known."""
        matter = self.matter if known is None else self.matter.with_known(known)
        if self.value is None:
            graded = matter.at(self.asked)
        else:
            matter = matter.asking_about(self.value)
            named = (_as_asked(matter, self.asked, grade, self.value) for grade in matter.at(self.asked))
            graded = tuple(grade for grade in named if grade.value == self.value)
        return graded if self.value is None else ranked(graded)[:1]

    def summary(self) -> Summary:
        """The status, the value and the candidates at the time asked for."""
        asked = self.asked
        if self.value is None and asked.mode is Mode.ON:
            return self.matter.summary_on(asked.first)
        return summed_up(self.grades(), self.matter.kind, asked.first, asked.last, self.value)


def _as_asked(matter: Matter, asked: Asked, grade: Grade, value: object) -> Grade:
    """The grade, named by the value asked about, where what it says of its own value it says of that one too."""
    relations = matter.relations(asked.first, asked.last)
    one = relations.one(grade.value) == relations.one(value)
    up = grade.holds and relations.belongs(grade.value, value)
    down = not grade.holds and relations.belongs(value, grade.value)
    return grade._replace(value=value) if one or up or down else grade


class Bound(NamedTuple):
    """The start or the end of a claim's period, as something that a reader could find out."""

    claim: str
    side: Literal["start", "end"]

    def __str__(self) -> str:
        return f"the {self.side} of {self.claim}"


def settling(inquiry: Inquiry) -> tuple[Bound, ...]:
    """
    A smallest set of bounds that would make the answer definite, whatever they turned out to be; or none.

    Sets of up to three are searched. Each bound is tried on every day that can matter: its own first and last, those
    around the time asked for, and those around the other bounds. A set with too many worlds to look at is not named.
    """
    if _is_settled(inquiry.grades()):
        return ()
    vague = _vague(inquiry)
    for size in range(1, _LARGEST + 1):
        for chosen in itertools.combinations(vague.items(), size):
            if _settles(inquiry, dict(chosen)):
                return tuple(bound for bound, _ in chosen)
    return ()


def _is_settled(grades: tuple[Grade, ...]) -> bool:
    best = best_of(grades)
    if best is not None:
        return best.status is Status.DEFINITE
    return bool(grades) and all(grade.status is Status.DEFINITE for grade in grades)


def _vague(inquiry: Inquiry) -> dict[Bound, tuple[float, ...]]:
    """The bounds of the matter's claims that are not known to the day, each with the days to try."""
    records, asked = inquiry.matter.records, inquiry.asked
    turning = {asked.first, asked.last}
    for claim, _ in inquiry.matter.claims:
        turning.update(records.bounds(claim))
    finite = {day for day in turning if math.isfinite(day)}
    if not finite:
        return {}
    around = {day + step for day in finite for step in (-1, 0, 1)} | {min(finite) - 2, max(finite) + 2}
    found: dict[Bound, tuple[float, ...]] = {}
    for claim, _ in inquiry.matter.claims:
        s1, s2, e1, e2 = records.bounds(claim)
        if s1 < s2:
            found[Bound(claim.id, "start")] = tuple(sorted(day for day in around if s1 <= day <= s2))
        if e1 < e2:
            found[Bound(claim.id, "end")] = tuple(sorted(day for day in around if e1 <= day <= e2))
    return found


def _worlds(chosen: Mapping[Bound, tuple[float, ...]]) -> Iterator[dict[Bound, float]]:
    for days in itertools.product(*chosen.values()):
        yield dict(zip(chosen, days, strict=True))


def _settles(inquiry: Inquiry, chosen: Mapping[Bound, tuple[float, ...]]) -> bool:
    """Whether the answer is definite in every world in which the chosen bounds are known, and there is such a world."""
    if math.prod(len(days) for days in chosen.values()) > _MOST_WORLDS:
        return False
    records = inquiry.matter.records
    seen = False
    for world in _worlds(chosen):
        known: dict[str, Bounds] = {}
        for (claim_id, side), day in world.items():
            bounds = known.get(claim_id) or records.bounds(records.store.claims[claim_id])
            sharp = {"s1": day, "s2": day} if side == "start" else {"e1": day, "e2": day}
            known[claim_id] = bounds._replace(**sharp)
        known = {claim_id: bounds.normalised() for claim_id, bounds in known.items()}
        if not all(bounds.possible for bounds in known.values()):
            continue
        seen = True
        if not _is_settled(inquiry.grades(known)):
            return False
    return seen
