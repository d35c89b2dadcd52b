"""
The steps of a subject that takes one value at a time: who or what it surely was, may have been, or is presumed.

Where each of its claims excludes every other value, what a day comes to follows from the claims next to it. So the
steps are laid out in one pass over the claims in the order of time. It is the same grading as that of
:mod:`oirmodel.query.grade`, which everything that is not so simple is left to.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import eq
from typing import Any, Final, NamedTuple

from oirmodel.query.grade import Status
from oirmodel.temporal.days import FOREVER, NEVER

__all__ = ["Stay", "Steps", "Verdict", "cut_off", "filled_in", "packed", "steps_of"]


class Verdict(NamedTuple):
    """How surely something was so on a day, and what: the ``status`` and the ``value`` of an answer."""

    status: Status
    value: Any


class Steps(NamedTuple):
    """What is so from each first day on, in order of time; ``None`` where that is still to be graded."""

    starts: Sequence[float]
    verdicts: Sequence[Verdict | None]


class Stay(NamedTuple):
    """A claim that excludes every other value, as far as its dates go."""

    s2: float
    e1: float
    s1: float
    e2: float
    speaks_from: float
    """The first day of which it says anything (the rule of silence)."""
    lasts: bool
    """Whether it was still so when it was seen or said."""
    plain: bool
    """Whether it counts in full on all days, as far as is known; what else is known of it is left to the grading."""
    value: Any
    surely: Verdict
    presumably: Verdict
    possibly: Verdict


_LONG_AGO: Final = -(1 << 62)  # before every day that has a number here
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
    row = stays if all(clear) else [stay for stay, is_clear in zip(stays, clear, strict=True) if is_clear]
    starts: list[float] = [NEVER]
    verdicts: list[Verdict | None] = [None]
    settled = _settled(stays, clear, row)
    last: Stay | None = None
    begins = NEVER  # the first day of the gap before each stay
    for stay, is_settled in zip(row, settled, strict=False):
        s2 = stay.s2
        if begins < s2:
            if is_settled:
                _add_gap(starts, verdicts, last, stay)
            elif starts[-1] != begins:
                starts.append(begins)
                verdicts.append(None)
        if starts[-1] == s2:
            verdicts[-1] = stay.surely
        else:
            starts.append(s2)
            verdicts.append(stay.surely)
        last, begins = stay, stay.e1 + 1
    if last is not None and settled[-1]:
        _add_gap(starts, verdicts, last, None)
    elif last is not None:
        starts.append(begins)
        verdicts.append(None)
    veils = _veils(stays, clear)
    return _veiled(Steps(starts, verdicts), veils) if veils else Steps(starts, verdicts)


def _settled(stays: Sequence[Stay], clear: Sequence[bool], row: Sequence[Stay]) -> list[bool]:
    """
    For the gap before each clear stay, and for that after the last, whether the two next to it settle it.

    They do not where one value has two stays in a row there, where an unclear stay begins in it or may have come before
    the next one, and where anything older than the last one has a later word.
    """
    values = [stay.value for stay in row]
    repeats = [False, *map(eq, values, values[1:]), False, False]
    alone = [not (a or b or c) for a, b, c in zip([False, *repeats], repeats, repeats[1:], strict=False)]
    gap = 0
    ended = seen = NEVER
    between = False
    for (s2, e1, _, e2, *_), is_clear in zip(stays, clear, strict=True):
        if is_clear:
            if between:
                alone[gap] = False
            gap += 1
            if ended >= e1 or seen >= s2:
                alone[gap] = False
            between = False
        else:
            between = True
        if ended < e2 < FOREVER:
            ended = e2
        seen = max(seen, s2, e1)
    if between:
        alone[gap] = False
    if len(row) < len(stays):
        for unsettled in _unsettled_by_later(stays, clear, gap):
            alone[unsettled] = False
    return alone


def _unsettled_by_later(stays: Sequence[Stay], clear: Sequence[bool], gap: int) -> Iterator[int]:
    """The gaps before clear stays that an unclear one after them in the row may have come before."""
    earliest = FOREVER
    for stay, is_clear in zip(reversed(stays), reversed(clear), strict=True):
        if is_clear:
            gap -= 1
            if stay.s2 >= earliest:
                yield gap
        elif NEVER < stay.e1 < earliest:
            earliest = stay.e1


def _clear(stays: Sequence[Stay]) -> list[bool]:
    """Which stays have sure days that overlap no other's; a day of handing over is no overlap."""
    clear = [stay.s2 <= stay.e1 and stay.plain for stay in stays]
    reach, latest, handing = NEVER, 0, 0  # how far any reaches, which that is, and which handed over to it
    shared = False  # whether another reaches as far
    for index, (s2, e1, *_) in enumerate(stays):
        if s2 > e1:
            continue
        if s2 > reach:
            reach, latest, handing, shared = e1, index, index, False
        elif s2 == reach < e1 and not shared and stays[index].value != stays[latest].value:
            reach, latest, handing = e1, index, latest
        else:
            clear[index] = clear[latest] = False
            if s2 <= stays[handing].e1:
                clear[handing] = False
            shared = e1 == reach
            if e1 > reach:
                reach, latest, handing = e1, index, index
    return clear


def _add_gap(starts: list[float], verdicts: list[Verdict | None], last: Stay | None, coming: Stay | None) -> None:
    """Add the steps between the sure days of two clear stays, or before the first or after the last."""
    begins = NEVER if last is None else last.e1 + 1
    turning = {begins}
    if last is not None:
        turning.add(last.e2 + 1)
    if coming is not None:
        turning |= {coming.s1, coming.speaks_from}
    until = FOREVER if coming is None else coming.s2
    for day in sorted(turning):
        if begins <= day < until:
            verdict = _in_gap(day, last, coming)
            if starts[-1] == day:
                verdicts[-1] = verdict
            else:
                starts.append(day)
                verdicts.append(verdict)


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


def _veils(stays: Sequence[Stay], clear: Sequence[bool]) -> list[tuple[float, float]]:
    """The days that are left to be graded, from the first to the last: those of which an unclear stay may speak."""
    veils = []
    last: Stay | None = None
    handed = NEVER
    waiting: list[tuple[float, Stay]] = []  # unclear stays, with the day from which each may speak
    for stay, is_clear in zip(stays, clear, strict=True):
        if not is_clear:
            # It began after the last clear stay, unless it may have come before, or is of a knot that has no order.
            follows = last is not None and last.e1 <= stay.s2 and last.s2 < stay.e1 and last.value != stay.value
            from_then_on = last.e1 if last is not None and follows and not waiting else NEVER
            waiting.append((max(stay.s1, from_then_on), stay))
            continue
        if stay.s2 == handed:
            veils.append((handed, handed))  # both are sure of the day on which it was handed over
        if waiting:
            still = []
            for first, each in waiting:
                if each.value != stay.value and each.e1 <= stay.s2 and each.s2 < stay.e1:
                    veils.append((first, min(each.e2, stay.s2)))
                else:
                    still.append((first, each))
            waiting = still
        last, handed = stay, stay.e1
    veils += [(first, each.e2) for first, each in waiting]
    return veils


def _veiled(steps: Steps, veils: Sequence[tuple[float, float]]) -> Steps:
    """The steps with some days left to be graded."""
    opened = sorted(first for first, _ in veils)
    closed = sorted(last + 1 for _, last in veils)
    days: list[float] = []
    kept: list[Verdict | None] = []
    for day in sorted({*steps.starts, *opened, *closed} - {FOREVER}):
        hidden = bisect_right(opened, day) > bisect_right(closed, day)
        verdict = None if hidden else steps.verdicts[bisect_right(steps.starts, day) - 1]
        if not days or verdict is not kept[-1]:
            days.append(day)
            kept.append(verdict)
    return Steps(days, kept)


def cut_off(steps: Steps, known: int) -> Steps:
    """The steps up to the day that a view looks back from; of the days after it, nobody knew yet."""
    stop = bisect_right(steps.starts, known)
    return Steps([*steps.starts[:stop], known + 1], [*steps.verdicts[:stop], None])


def filled_in(steps: Steps, first: float, last: float, day: float, verdict: Verdict) -> Steps:
    """The steps with the verdict of a day put in, which is that of all days of its step from a first to a last one."""
    starts, verdicts = steps
    index = bisect_right(starts, day) - 1
    begins, ends = starts[index], starts[index + 1] if index + 1 < len(starts) else FOREVER
    days: list[float] = [begins] if first > begins else []
    kept: list[Verdict | None] = [None] * len(days)
    days.append(max(begins, first))
    kept.append(verdict)
    if last + 1 < ends:
        days.append(last + 1)
        kept.append(None)
    return Steps([*starts[:index], *days, *starts[index + 1 :]], [*verdicts[:index], *kept, *verdicts[index + 1 :]])


def packed(steps: Steps) -> Steps:
    """The steps side by side in memory, which tells where many subjects are asked about in turn."""
    return Steps(array("q", (_LONG_AGO if day == NEVER else int(day) for day in steps.starts)), tuple(steps.verdicts))
