"""What the small worlds have shown: they prove nothing of a case that never came up."""

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Final

from oirmodel.query import Candidate
from tests.query.building import DEFINITE, POSSIBLE, PRESUMED
from tests.query.small.replies import Reply, is_part, named

__all__ = ["FEATURES", "count"]

FEATURES: Final = (
    "claim",
    "denial",
    "denial of a detail",
    "sameness",
    "instant",
    "qualified",
    "unspecified",
    "month",
    "one of",
    "first link's date",
    "planned",
    "predicted",
    "alleged",
    "assessed",
    "retracted",
    "superseded",
    "corrected",
    "possibly",
    "retraction retracted",
    "definite",
    "presumed",
    "possible",
    "no-evidence",
    "definite yes",
    "definite no by denial",
    "definite no by a rival",
    "presumed yes",
    "presumed no",
    "between two words",
    "tie of words",
    "put in order",
    "silent day",
    "hand-over day",
    "member named by its whole",
    "seen from a whole",
    "seen from a part",
    "on",
    "during",
    "throughout",
    "one value",
    "history",
    "as known",
    "after the day of knowledge",
    "possibly known",
    "padding",
    "max_age",
    "about plans",
)
"""What the worlds must have shown at least once, or they prove nothing of it."""


def count(reply: Reply, seen: Counter[str]) -> None:
    """Count an answer under each case that it shows."""
    seen["questions"] += 1
    seen[reply.answer.status.value] += 1
    seen[reply.asked.mode] += 1
    for unit in reply.world.units:
        seen.update(unit.features)
    for name, is_shown in _asked(reply):
        seen[name] += is_shown
    if reply.asked.mode == "on" and not reply.asked.plans:
        for name, is_shown in (*_answered(reply), *_told(reply)):
            seen[name] += is_shown


def _asked(reply: Reply) -> Iterator[tuple[str, bool]]:
    asked, known = reply.asked, reply.asked.known
    yield "one value", asked.value is not None
    yield "as known", known is not None
    yield "after the day of knowledge", reply.ahead
    yield "padding", asked.padding > 0
    yield "max_age", asked.max_age is not None
    yield "about plans", asked.plans
    if known is not None:
        yield "possibly known", any(told.reported[0] <= known < told.reported[1] for told in reply.world.tellings)


def _answered(reply: Reply) -> Iterator[tuple[str, bool]]:
    candidates, sort = reply.answer.candidates, reply.world.sort
    for each in candidates:
        denied = any(claim.modality.value == "denied" for claim in each.claims)
        if each.status is DEFINITE:
            by = "by denial" if denied else "by a rival"
            yield ("definite yes" if each.holds else f"definite no {by}"), True
        if each.status is PRESUMED:
            yield f"presumed {'yes' if each.holds else 'no'}", True
        yield "between two words", each.status is POSSIBLE and each.holds and bool(each.against)
        if sort.of_forces and each.holds:
            values = {getattr(claim, sort.value_field) for claim in each.claims}
            yield "member named by its whole", values != {each.value}
    yield "hand-over day", _handed_over(reply, [each for each in candidates if each.holds and each.status is DEFINITE])


def _handed_over(reply: Reply, held: list[Candidate]) -> bool:
    """Whether two that exclude each other are both there, each on the first or the last day of a stay."""
    if reply.world.sort.rivals == "never":
        return False
    turned = {each.value for each in reply.world.stays if reply.asked.first in {each.first, each.last}}
    return sum(named(each) in turned for each in held) > 1


def _told(reply: Reply) -> Iterator[tuple[str, bool]]:
    heard, day, site = reply.heard, reply.asked.first, reply.asked.site
    for told in heard:
        yield "silent day", told.around.silent(day)
        yield "seen from a whole", is_part(told.site, site)
        yield "seen from a part", site is not None and is_part(site, told.site)
        yield "put in order", told.affirms and reply.ordered(told) != told.around
    for told, other in itertools.permutations(heard, 2):
        denied = not other.affirms and other.value == told.value
        if told.affirms and told.lasting and (denied or reply.shuts_out(other, told.value)):
            word = other.around.s2 if other.affirms else max(other.around.s2, min(other.around.e1, day))
            yield "tie of words", max(told.around.s2, told.around.e1) == word <= day
