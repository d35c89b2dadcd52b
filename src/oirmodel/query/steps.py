"""
The steps of a subject that takes one value at a time: who or what it surely was, may have been, or is presumed.

Where each of its claims counts in full and excludes every other value, what a day comes to follows from the claims next
to it. So the steps are laid out in one pass over the claims in the order of time. It is the same grading as that of
:mod:`oirmodel.query.grade`, which everything that is not so simple is left to.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from oirmodel.query.grade import Status
from oirmodel.temporal.days import FOREVER, NEVER

__all__ = ["Stay", "Steps", "Verdict", "cut_off", "filled_in", "steps_of"]


class Verdict(NamedTuple):
    """How surely something was so on a day, and what: the ``status`` and the ``value`` of an answer."""

    status: Status
    value: Any


class Steps(NamedTuple):
    """What is so from each first day on, in order of time; ``None`` where that is still to be graded."""

    starts: list[float]
    verdicts: list[Verdict | None]


class Stay(NamedTuple):
    """A claim that counts in full and excludes every other value, as far as its dates go."""

    s2: float
    e1: float
    s1: float
    e2: float
    speaks_from: float
    """The first day of which it says anything (the rule of silence)."""
    lasts: bool
    """Whether it was still so when it was seen or said."""
    reported: float
    value: Any
    surely: Verdict
    presumably: Verdict
    possibly: Verdict


_NOTHING: Final = Verdict(Status.NO_EVIDENCE, None)
_NOBODY: Final = Verdict(Status.PRESUMED, None)


def steps_of(stays: Sequence[Stay]) -> Steps:
    """
    The steps of a subject, from its stays in the order of their latest starts.

    A stay is clear where it has sure days, and they overlap those of no other. On its sure days it is what it was, and
    in the gap between two clear stays nothing but these two matters. Days of which any other stay may speak are left
    to be graded, and so are gaps in which such a stay begins, and those next to which one value has two in a row.
    """
    clear = _clear(stays)
    steps = Steps([NEVER], [None])
    row = [index for index, is_clear in enumerate(clear) if is_clear]
    outdated, earliest = _outdated(stays), _earliest(stays, clear)
    for place in range(len(row) + 1):
        at = row[place - 1] if place else -1
        until = row[place] if place < len(row) else len(stays)
        last, coming = stays[at] if place else None, stays[until] if place < len(row) else None
        if last is None or coming is None or last.e1 < coming.s2:
            alone = until == at + 1 and _differ(stays, row[max(place - 2, 0) : place + 2])
            if alone and (last is None or outdated[at]) and (coming is None or coming.s2 < earliest[until]):
                _add_gap(steps, last, coming)
            else:
                _add(steps, NEVER if last is None else last.e1 + 1, None)
        if coming is not None:
            _add(steps, coming.s2, coming.surely)
    veils = list(_veils(stays, clear))
    return _veiled(steps, veils) if veils else steps


def _clear(stays: Sequence[Stay]) -> list[bool]:
    """Which stays have sure days that overlap no other's; a day of handing over is no overlap."""
    clear = [stay.s2 <= stay.e1 for stay in stays]
    reach, latest, handing = NEVER, 0, 0  # how far any reaches, which that is, and which handed over to it
    shared = False  # whether another reaches as far
    for index, stay in enumerate(stays):
        s2, e1 = stay.s2, stay.e1
        if s2 > e1:
            continue
        if s2 > reach:
            reach, latest, handing, shared = e1, index, index, False
        elif s2 == reach < e1 and not shared and stay.value != stays[latest].value:
            reach, latest, handing = e1, index, latest
        else:
            clear[index] = clear[latest] = False
            if s2 <= stays[handing].e1:
                clear[handing] = False
            shared = e1 == reach
            if e1 > reach:
                reach, latest, handing = e1, index, index
    return clear


def _outdated(stays: Sequence[Stay]) -> list[bool]:
    """For each stay, whether every word on those before it is older: their ends, and when they were last so."""
    outdated = []
    ended = seen = NEVER
    for stay in stays:
        outdated.append(ended < stay.e1 and seen < stay.s2)
        if ended < stay.e2 < FOREVER:
            ended = stay.e2
        seen = max(seen, stay.s2, stay.e1)
    return outdated


def _earliest(stays: Sequence[Stay], clear: Sequence[bool]) -> list[float]:
    """For each stay, the first day by which an unclear one after it may have ended, so that it may have come before."""
    earliest, day = [], FOREVER
    for stay, is_clear in zip(reversed(stays), reversed(clear), strict=True):
        earliest.append(day)
        if not is_clear and NEVER < stay.e1 < day:
            day = stay.e1
    return earliest[::-1]


def _differ(stays: Sequence[Stay], row: Sequence[int]) -> bool:
    """Whether no two neighbours in a row are of one value."""
    return all(stays[one].value != stays[other].value for one, other in pairwise(row))


def _add(steps: Steps, start: float, verdict: Verdict | None) -> None:
    if steps.starts[-1] == start:
        steps.verdicts[-1] = verdict
    else:
        steps.starts.append(start)
        steps.verdicts.append(verdict)


def _add_gap(steps: Steps, last: Stay | None, coming: Stay | None) -> None:
    """Add the steps between the sure days of two clear stays, or before the first or after the last."""
    start = NEVER if last is None else last.e1 + 1
    until = FOREVER if coming is None else coming.s2
    turning = {start}
    if last is not None:
        turning.add(last.e2 + 1)
    if coming is not None:
        turning |= {coming.s1, coming.speaks_from}
    for day in sorted(day for day in turning if start <= day < until):
        _add(steps, day, _in_gap(day, last, coming))


def _in_gap(day: float, last: Stay | None, coming: Stay | None) -> Verdict:
    """What a day comes to after the last stay and before the one that is coming."""
    begins = coming is not None and coming.s1 <= day  # though it may be silent about the day
    may_be_there = begins and coming is not None and coming.speaks_from <= day
    if last is not None and last.lasts and not begins:
        return last.presumably
    if last is not None and day <= last.e2:
        if may_be_there and coming is not None:
            return Verdict(Status.POSSIBLE, (last.value, coming.value))
        return last.possibly
    if may_be_there and coming is not None:
        return coming.possibly
    return _NOTHING if last is None else _NOBODY


def _veils(stays: Sequence[Stay], clear: Sequence[bool]) -> Iterator[tuple[float, float]]:
    """The days that are left to be graded, from the first to the last: those of which an unclear stay may speak."""
    last: Stay | None = None
    waiting: list[tuple[float, Stay]] = []  # unclear stays, with the day from which each may speak
    for stay, is_clear in zip(stays, clear, strict=True):
        if not is_clear:
            # It began after the last clear stay, unless it may have come before, or is of a knot that has no order.
            follows = last is not None and last.e1 <= stay.s2 and last.s2 < stay.e1 and last.value != stay.value
            from_then_on = last.e1 if last is not None and follows and not waiting else NEVER
            waiting.append((max(stay.s1, from_then_on), stay))
            continue
        if last is not None and last.e1 == stay.s2:
            yield stay.s2, stay.s2  # both are sure of the day on which it was handed over
        still = []
        for first, each in waiting:
            if each.value != stay.value and each.e1 <= stay.s2 and each.s2 < stay.e1:
                yield first, min(each.e2, stay.s2)
            else:
                still.append((first, each))
        waiting, last = still, stay
    for first, each in waiting:
        yield first, each.e2


def _veiled(steps: Steps, veils: Sequence[tuple[float, float]]) -> Steps:
    """The steps with some days left to be graded."""
    opened = sorted(first for first, _ in veils)
    closed = sorted(last + 1 for _, last in veils)
    veiled = Steps([], [])
    for day in sorted({*steps.starts, *opened, *closed} - {FOREVER}):
        hidden = bisect_right(opened, day) > bisect_right(closed, day)
        verdict = None if hidden else steps.verdicts[bisect_right(steps.starts, day) - 1]
        if not veiled.starts or verdict is not veiled.verdicts[-1]:
            veiled.starts.append(day)
            veiled.verdicts.append(verdict)
    return veiled


def cut_off(steps: Steps, known: int) -> Steps:
    """The steps up to the day that a view looks back from; of the days after it, nobody knew yet."""
    stop = bisect_right(steps.starts, known)
    return Steps([*steps.starts[:stop], known + 1], [*steps.verdicts[:stop], None])


def filled_in(steps: Steps, first: float, last: float, day: float, verdict: Verdict) -> Steps:
    """The steps with the verdict of a day put in, which is that of all days of its step from a first to a last one."""
    starts, verdicts = steps
    index = bisect_right(starts, day) - 1
    begins, ends = starts[index], starts[index + 1] if index + 1 < len(starts) else FOREVER
    new = Steps([begins], [None])
    _add(new, max(begins, first), verdict)
    if last + 1 < ends:
        _add(new, last + 1, None)
    return Steps(
        [*starts[:index], *new.starts, *starts[index + 1 :]],
        [*verdicts[:index], *new.verdicts, *verdicts[index + 1 :]],
    )
