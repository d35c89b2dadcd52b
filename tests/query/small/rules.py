"""What must follow in a small world, whatever was told of it: each rule of the design that has no exception there."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

from oirmodel.claims import Occurrence, Presence, Strength
from oirmodel.query import Candidate
from oirmodel.temporal import ImpreciseDate
from tests.query.building import CONTESTED, DEFINITE, NO_EVIDENCE, POSSIBLE, PRESUMED
from tests.query.small.askings import Asking, ask
from tests.query.small.replies import Reply, named
from tests.query.small.shown import count
from tests.query.small.worlds import WITHIN, Telling, World, calendar_day, one_of

__all__ = ["broken"]

_ORIGIN: Final = ImpreciseDate.parse(calendar_day(0)).span.first


def broken(world: World, asked: Asking, seen: Counter[str] | None = None) -> str | None:
    """What an answer breaks, with the answer; ``None`` where all is as it must be."""
    shown: Counter[str] = Counter() if seen is None else seen
    if asked.mode == "history":
        shown["history"] += 1
        return next(_history(world, asked), None)
    reply = Reply(world, asked, ask(world.dataset, world.sort, asked))
    count(reply, shown)
    for rule in _rules(reply):
        for what in rule(reply):
            return f"{what}\n{reply.answer.explain()}"
    return None


def _rules(reply: Reply) -> Iterator[Callable[[Reply], Iterator[str]]]:
    """The rules that have no exception for such an answer."""
    yield evidence_lies_in_its_view
    if reply.asked.plans:
        yield plans_alone_are_evidence_of_plans
        return
    yield nobody_knew_yet
    if reply.sound:
        yield what_is_definite_is_true
    if reply.sound and reply.clean:
        yield nothing_is_contested
        if reply.plain:
            yield from _OF_A_DAY


# Of every answer


def evidence_lies_in_its_view(reply: Reply) -> Iterator[str]:
    """No claim is shown that was reported only after the day of knowledge."""
    known, answer = reply.asked.known, reply.answer
    if known is None:
        return
    shown = [claim for each in answer.candidates for claim in (*each.claims, *each.against)]
    for claim in (*shown, *answer.supporting, *answer.opposing, *answer.nearest):
        if claim.reported.span.first - _ORIGIN > known:
            yield f"{claim.id} was not known on day {known}"


def plans_alone_are_evidence_of_plans(reply: Reply) -> Iterator[str]:
    """Asked about plans, nothing else is evidence."""
    for each in reply.answer.candidates:
        if any(claim.modality.value != "planned" for claim in (*each.claims, *each.against)):
            yield "asked about plans, something else is evidence"


def nobody_knew_yet(reply: Reply) -> Iterator[str]:
    """A day after the day of knowledge is at most possible."""
    allowed = {POSSIBLE, NO_EVIDENCE} if reply.clean else {POSSIBLE, NO_EVIDENCE, CONTESTED}
    if reply.ahead and not {each.status for each in reply.answer.candidates} <= allowed:
        yield "a day after the day of knowledge is more than possible"


def what_is_definite_is_true(reply: Reply) -> Iterator[str]:
    """A definite yes was so, and a definite no was not."""
    asked = reply.asked
    for each in reply.answer.candidates:
        if each.status is DEFINITE:
            so = [reply.world.so(named(each), asked.site, day) for day in range(asked.first, asked.last + 1)]
            if (all(so) if asked.mode == "throughout" else any(so)) is not each.holds:
                yield f"a definite {'yes' if each.holds else 'no'} to {named(each)} is false"


def nothing_is_contested(reply: Reply) -> Iterator[str]:
    """True claims do not conflict."""
    if any(each.status is CONTESTED for each in reply.answer.candidates):
        yield "true claims are contested"


# Of one day


def what_is_said_outright_is_definite(reply: Reply) -> Iterator[str]:
    """What somebody says of the day, and nobody rules out, is a definite yes."""
    asked = reply.asked
    for told in reply.heard:
        meant = asked.value is None or reply.under(told.value, asked.value)
        if told.affirms and meant and told.around.says_yes(asked.first):
            found = reply.graded(told.value if asked.value is None else asked.value)
            if found is None or (found.holds, found.status) != (True, DEFINITE):
                yield f"{told.claim.id} says yes, and the answer does not"


def what_is_denied_outright_is_definite(reply: Reply) -> Iterator[str]:
    """What somebody denies of the day, naming no detail, is a definite no."""
    asked = reply.asked
    if asked.site is None:
        return
    for told in reply.heard:
        denied = not told.affirms and not told.detail and told.around.says_yes(asked.first)
        if denied and asked.value in {None, told.value}:
            found = [each for each in reply.answer.candidates if one_of(named(each)) == one_of(told.value)]
            if [(each.holds, each.status) for each in found] != [(False, DEFINITE)]:
                yield f"{told.claim.id} denies it, and the answer does not"


def a_rival_is_a_no_strictly_inside_its_tenure(reply: Reply) -> Iterator[str]:
    """Asked about a force for which another leaves no room, the answer is a definite no."""
    value, day = reply.asked.value, reply.asked.first
    if value is None or not reply.world.sort.of_forces:
        return
    for told in reply.heard:
        if reply.shuts_out(told, value) and told.around.s2 < day < told.around.e1:
            found = reply.graded(value)
            if found is None or (found.holds, found.status) != (False, DEFINITE):
                yield f"{told.claim.id} leaves no room, and the answer does"


def a_presumption_has_a_last_word(reply: Reply) -> Iterator[str]:
    """It is by the day, no older than asked for, for a yes or against it; and it says how old it is."""
    day = reply.asked.first
    oldest = -math.inf if reply.asked.max_age is None else day - reply.asked.max_age
    for each in reply.answer.candidates:
        if each.status is not PRESUMED:
            continue
        if reply.world.sort.kind is Occurrence:
            yield "an event is presumed"
        words = _words_for(reply, named(each)) if each.holds else _words_against(reply, named(each))
        if not any(oldest <= word <= day for word in words):
            yield f"{named(each)} is presumed without a last word"
        if each.last_confirmed is None:
            yield "a presumption does not say how old it is"


def _words_for(reply: Reply, value: str) -> list[float]:
    own = [told for told in reply.heard if told.affirms and reply.under(told.value, value)]
    return [max(told.around.s2, told.around.e1) for told in own if told.lasting]


def _words_against(reply: Reply, value: str) -> list[float]:
    day, heard = reply.asked.first, reply.heard
    # What ends or rules out a force does so for its members.
    related = (reply.under(told.value, value) or reply.under(value, told.value) for told in heard)
    own = [told for told, is_related in zip(heard, related, strict=True) if told.affirms and is_related]
    denials = [
        told
        for told in heard
        if not told.affirms and (reply.under(value, told.value) or reply.under(told.value, value))
    ]
    return [
        *(told.around.e2 for told in own if told.around.e2 < day),
        *(min(max(told.around.s2, told.around.e1), max(told.around.s2, day)) for told in denials),
        *(told.around.s2 for told in heard if reply.is_rival(told, value, own)),
    ]


def what_nothing_speaks_against_is_presumed(reply: Reply) -> Iterator[str]:
    """A sighting, or what was still so when it was said, is presumed to go on, as long as asked for."""
    day, heard = reply.asked.first, reply.heard
    if reply.world.sort.kind is Occurrence or reply.asked.value is not None:
        return
    oldest = -math.inf if reply.asked.max_age is None else day - reply.asked.max_age
    for told in heard:
        if not told.affirms or not told.lasting or not oldest <= max(told.around.s2, told.around.e1) <= day:
            continue
        found = reply.graded(told.value)
        if not _spoken_against(reply, told) and (
            found is None or not found.holds or found.status not in {PRESUMED, DEFINITE}
        ):
            yield f"nothing speaks against {told.claim.id}, and it is not presumed"


def _spoken_against(reply: Reply, told: Telling) -> bool:
    """Whether anything in the view, of whatever day, is a word against a value."""
    own = [each for each in reply.heard if each.affirms and reply.under(each.value, told.value)]
    return any(each.around.e2 < math.inf for each in own) or any(
        (not each.affirms and (reply.under(told.value, each.value) or each.value == told.value))
        or any(reply.is_rival(each, one.value, own) for one in own)
        for each in reply.heard
    )


def an_end_that_may_come_later_leaves_the_day_open(reply: Reply) -> Iterator[str]:
    """
    A claim whose given end may be as late as the day is no presumed no, whoever spoke against it before.

    Rule 6 takes the MAYBE only from an open, unknown or sighted end; and rule 3 removes no true stay.
    """
    day = reply.asked.first
    if reply.world.sort.kind is Occurrence or reply.asked.value is not None:
        return
    for told in reply.heard:
        if not told.affirms or told.around.e2 == math.inf or told.value != one_of(told.value):
            continue
        if told.around.silent(day) or told.around.says_no(day) or reply.ordered(told).says_no(day):
            continue
        found = reply.graded(told.value)
        if found is None or (not found.holds and found.status is not DEFINITE):
            yield f"{told.claim.id} may cover the day, and the answer says no"


def before_the_first_word_there_is_no_evidence(reply: Reply) -> Iterator[str]:
    """Where every claim is silent or begins later, nothing speaks to the day, and what is nearest is named."""
    day, answer, heard = reply.asked.first, reply.answer, reply.heard
    if not all(told.around.silent(day) or day < told.around.s1 for told in heard):
        return
    if answer.status is not NO_EVIDENCE or answer.candidates or answer.value is not None:
        yield "nothing speaks to the day, and there is an answer"
    # Whether what did not happen somewhere else is near to what is asked of anywhere is not said.
    if (any(told.affirms for told in heard) or (heard and reply.asked.site is not None)) and not answer.nearest:
        yield "what comes closest in time is not named"


def where_there_is_no_evidence_nothing_speaks_to_the_day(reply: Reply) -> Iterator[str]:
    """
    No claim says yes; nor does one leave it open, unless another puts it in order after the day.

    What was seen in a part is over in the whole as well once it is over in that part, or in one around it.
    """
    day = reply.asked.first
    if reply.answer.status is not NO_EVIDENCE or reply.asked.value is not None:
        return
    for told in reply.heard:
        if not told.affirms or told.around.silent(day) or reply.ordered(told).says_no(day):
            continue
        if not _ended_there(reply, told, day):
            yield f"{told.claim.id} speaks to the day, and there is no evidence"


def _ended_there(reply: Reply, told: Telling, day: int) -> bool:
    """Whether a claim of another site than the one asked about has no end, and is followed by one that has, there."""
    if told.site == reply.asked.site or told.around.e2 != math.inf:
        return False
    # Who left a base left every part of it; who lost control of one may have kept a part.
    around = (told.site, *(WITHIN.get(told.site, ()) if reply.world.sort.kind is Presence else ()))
    last_word = max(told.around.s2, told.around.e1)
    return any(
        other.affirms
        and one_of(other.value) == one_of(told.value)
        and other.site in around
        and other.site != reply.asked.site
        and last_word <= other.around.e2 < day
        for other in reply.heard
    )


def every_claim_has_the_bounds_of_the_design(reply: Reply) -> Iterator[str]:
    """The four bounds are those that the forms of its dates, and the day it was said, give."""
    for told in reply.heard:
        read = tuple(bound - _ORIGIN for bound in reply.world.dataset.bounds(told.claim))
        if read != told.around:
            yield f"{told.claim.id} is read as {read} and not {told.around}"


_OF_A_DAY: Final = (
    what_is_said_outright_is_definite,
    what_is_denied_outright_is_definite,
    a_rival_is_a_no_strictly_inside_its_tenure,
    a_presumption_has_a_last_word,
    what_nothing_speaks_against_is_presumed,
    an_end_that_may_come_later_leaves_the_day_open,
    before_the_first_word_there_is_no_evidence,
    where_there_is_no_evidence_nothing_speaks_to_the_day,
    every_claim_has_the_bounds_of_the_design,
)


# Histories


def _history(world: World, asked: Asking) -> Iterator[str]:
    """The segments cover the window once, and each of its days is graded as the question about it would be."""
    sort = world.sort
    subject, options = asked.site or "", dict[str, Any](during=asked.window)
    if sort.kind is Strength:
        subject, options["at"] = "us", "syria"
    if sort.kind is Occurrence:
        subject = sort.values[asked.first % 2]
    dataset = world.dataset if asked.known is None else world.dataset.as_known(on=calendar_day(asked.known))
    timeline = dataset.history(sort.kind, subject, **options)
    days: dict[str, Any] = {}
    listed: list[str] = []
    for segment in timeline.segments:
        assert segment.first is not None
        assert segment.last is not None
        for ordinal in range(segment.first.toordinal(), segment.last.toordinal() + 1):
            day = dt.date.fromordinal(ordinal).isoformat()
            listed.append(day)
            days[day] = segment
    if listed != [calendar_day(each) for each in range(asked.first, asked.last + 1)]:
        yield f"the segments of the history are of {listed}\n{timeline.explain()}"
        return
    for each in {asked.first, (asked.first + asked.last) // 2, asked.last}:
        day = calendar_day(each)
        if sort.kind is Strength:
            answer = dataset.strength("us", at="syria", on=day)
        elif sort.kind is Occurrence:
            answer = dataset.happened(subject, on=day)
        else:
            answer = ask(world.dataset, sort, Asking("on", asked.site, each, each, known=asked.known))
        told = (days[day].status, days[day].value, _outline(days[day].candidates))
        if told != (answer.status, answer.value, _outline(answer.candidates)):
            yield f"the history differs on {day}\n{timeline.explain()}\n{answer.explain()}"


def _outline(candidates: tuple[Candidate, ...]) -> list[tuple[object, ...]]:
    return [
        (each.value, each.holds, each.status, [claim.id for claim in each.claims], [claim.id for claim in each.against])
        for each in candidates
    ]
