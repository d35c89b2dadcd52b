"""An answer about a small world, beside what was so and what is told there."""

import math
from typing import NamedTuple

from oirmodel.claims import Occurrence
from oirmodel.quantity import Quantity
from oirmodel.query import Answer, Candidate
from tests.query.small.askings import Asking
from tests.query.small.worlds import DAYS, FIGURES, WITHIN, Around, Telling, World, one_of, reaches

__all__ = ["Reply", "is_part", "named"]


class Reply(NamedTuple):
    """An answer, and what it must agree with."""

    world: World
    asked: Asking
    answer: Answer

    # What the view asked holds

    @property
    def heard(self) -> list[Telling]:
        """What is told, certainly known in the view asked, that bears on the site."""
        asked, sort = self.asked, self.world.sort
        known = math.inf if asked.known is None else asked.known
        return [
            each
            for each in self.world.tellings
            if each.reported[1] <= known
            and (asked.site is None or reaches(sort, each.site, each.detail, asked.site, denied=not each.affirms))
            and (asked.value is None or sort.kind is not Occurrence or each.value == asked.value)
        ]

    @property
    def ahead(self) -> bool:
        """Whether the day is after that of the view: nobody knew yet."""
        return self.asked.known is not None and self.asked.known < self.asked.first

    @property
    def sound(self) -> bool:
        """Whether nothing false counts in full in the view asked."""
        known = self.asked.known
        return known is None or all(each.false_until <= known or known < each.full_from for each in self.world.units)

    @property
    def clean(self) -> bool:
        """Whether nothing false stands in the view asked at all, so that nothing may be contested."""
        known = self.asked.known
        if any(each.rumour for each in self.world.units) or self._changes_sides:
            return False
        return known is None or all(each.false_until <= known for each in self.world.units)

    @property
    def plain(self) -> bool:
        """Whether it is asked of one day, on which every claim counts in full, by its own bounds, or not at all."""
        known = self.asked.known
        if self.asked.mode != "on" or self.ahead or self.asked.padding:
            return False
        return known is None or not any(each.reported[0] <= known < each.reported[1] for each in self.world.tellings)

    @property
    def _changes_sides(self) -> bool:
        """
        Whether a force of which something is told joined or left another meanwhile.

        Which claims rule each other out is judged by who belongs to whom on the day asked, and not on theirs.
        """
        moved = {each.part for each in self.world.memberships if each.first > DAYS[0] - 5 or each.last < DAYS[-1] + 5}
        return any(told.value in moved for told in self.world.tellings)

    # How values stand to each other there

    def under(self, value: str, whole: str) -> bool:
        """Whether a value is another, or belongs to it that day."""
        return one_of(value) == one_of(whole) or self.world.belongs(one_of(value), one_of(whole), self.asked.first)

    def graded(self, value: str) -> Candidate | None:
        """The candidate that a value is graded under: its own, or the broadest that it belongs to."""
        found = [
            each
            for each in self.answer.candidates
            if one_of(named(each)) == one_of(value) or (each.holds and self.under(value, named(each)))
        ]
        return max(found, key=lambda each: each.holds, default=None)

    def shuts_out(self, told: Telling, value: str) -> bool:
        """Whether a claim by itself leaves no room for a value."""
        sort = self.world.sort
        if not told.affirms or sort.rivals == "never":
            return False
        if sort.name == "strength":
            one, other = FIGURES[told.value], FIGURES[value]
            return one.high < other.low or other.high < one.low
        if self.world.related(told.value, value, self.asked.first):
            return False
        return sort.rivals in {"always", self.detail(told)}

    def is_rival(self, told: Telling, value: str, own: list[Telling]) -> bool:
        """Whether a claim excludes a value, by itself or by what is told of that value."""
        if self.shuts_out(told, value):
            return True
        sort = self.world.sort
        if not told.affirms or sort.rivals in {"never", "always"}:
            return False
        if self.world.related(told.value, value, self.asked.first):
            return False
        return any(self.detail(each) == sort.rivals for each in own)

    def detail(self, told: Telling) -> str:
        """The detail of a claim as seen from the site asked about."""
        partial = self.world.sort.travels == "control" and is_part(told.site, self.asked.site)
        return "partial" if partial else told.detail

    def ordered(self, told: Telling) -> Around:
        """The bounds of an affirmation after each rival, and each denial of it, was put in order with it (rule 3)."""
        s1, s2, e1, e2 = told.around
        for other in self.heard:
            gap = 0 if other.affirms else 1
            denied = not other.affirms and self.under(told.value, other.value)
            denied = denied and other.detail in {"", self.detail(told)}
            if not denied and not self.is_rival(other, told.value, [told]):
                continue
            _, o2, p1, _ = other.around
            if (p1 >= s2 and e1 < o2) if gap else (p1 > s2 and e1 <= o2):
                e2 = min(e2, o2 - gap)
            if (e1 >= o2 and p1 < s2) if gap else (e1 > o2 and p1 <= s2):
                s1 = max(s1, p1 + gap)
        return Around(s1, min(s2, e2), max(e1, s1), e2)


def named(candidate: Candidate) -> str:
    """The name that the value of a candidate has in the worlds."""
    value = candidate.value
    if isinstance(value, Quantity):
        return next(name for name, each in FIGURES.items() if each.quantity == value)
    return str(getattr(value, "value", value))


def is_part(site: str, whole: str | None) -> bool:
    """Whether a site lies in another."""
    return whole in WITHIN.get(site, ())
