"""What a picture of timelines shows, before it is laid out: a block each, a lane for every value, bars of days."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import pendulum
from attrs import evolve, frozen

from oirmodel.claims import Strength
from oirmodel.dataset import Records
from oirmodel.query import Candidate, Status, Timeline
from oirmodel.query.wording import counted_in_words
from oirmodel.text import escaped

__all__ = ["Bar", "Block", "Lane", "block_of", "in_words"]

NOTHING: Final = "nothing speaks to it"


@frozen(kw_only=True)
class Bar:
    """Days in a row on which one value has one and the same grade."""

    first: pendulum.Date | None
    """The first day; ``None`` where there is no first."""
    last: pendulum.Date | None
    """The last day; ``None`` where there is no last."""
    status: Status
    holds: bool
    """Whether the grade is that of a yes; a no is drawn as a line."""


@frozen(kw_only=True)
class Lane:
    """One value of a timeline, on all days on which the evidence speaks of it."""

    label: str
    bars: tuple[Bar, ...]
    """In the order of time; on the days between them nothing speaks of the value."""


@frozen(kw_only=True)
class Block:
    """One timeline: a lane for every value that is a candidate on any day; the first to come up as a yes is above."""

    title: str
    """The question of the timeline, which names its view."""
    lanes: tuple[Lane, ...]
    edges: tuple[pendulum.Date, ...]
    """The first day, and the day after the last, of every segment that has one, also where nothing speaks to it."""
    known_on: pendulum.Date | None
    """The day from which the view looks back, if it is one of the timeline; after it nothing is more than possible."""


_Where = frozenset[str]
_Key = tuple[object, str, _Where, int]


def block_of(timeline: Timeline) -> Block:
    """The block of a timeline. Segments in a row are one bar of a value that has the same grade on all their days."""
    bars: dict[_Key, list[Bar]] = {}
    held: dict[_Key, None] = {}
    before: set[_Key] = set()
    for segment in timeline.segments:
        met: Counter[object] = Counter()
        now: set[_Key] = set()
        for candidate in segment.candidates:
            words, where = counted_in_words(timeline.records, candidate.value, candidate.claims), _where(candidate)
            key = candidate.value, words, where, met[candidate.value, words, where]
            met[candidate.value, words, where] += 1
            now.add(key)
            if candidate.holds:
                held[key] = None
            lane = bars.setdefault(key, [])
            bar = Bar(first=segment.first, last=segment.last, status=candidate.status, holds=candidate.holds)
            if key in before and (lane[-1].status, lane[-1].holds) == (bar.status, bar.holds):
                lane[-1] = evolve(lane[-1], last=bar.last)
            else:
                lane.append(bar)
        before = now
    labels = _labels(timeline.records, bars)
    begun = (each.first for each in timeline.segments)
    over = (None if each.last is None else _day_after(each.last) for each in timeline.segments)
    return Block(
        title=timeline.question,
        lanes=tuple(Lane(label=labels[key], bars=tuple(bars[key])) for key in (held | dict.fromkeys(bars))),
        edges=tuple(sorted({day for day in (*begun, *over) if day is not None})),
        known_on=_known_on(timeline),
    )


def _known_on(timeline: Timeline) -> pendulum.Date | None:
    day = timeline.records.known_on
    if day is None or not any(
        (each.first is None or each.first <= day) and (each.last is None or day <= each.last)
        for each in timeline.segments
    ):
        return None
    return day


def _day_after(day: pendulum.Date) -> pendulum.Date | None:
    return None if day == pendulum.Date.max else day.add(days=1)


def _where(candidate: Candidate) -> _Where:
    """The places of a strength: figures for different places are different figures."""
    return frozenset(place for claim in candidate.claims if isinstance(claim, Strength) for place in claim.at)


def _labels(records: Records, keys: Iterable[_Key]) -> Mapping[_Key, str]:
    """What to call each lane: its value, with the place where these differ, and with the id where two names are one."""
    keys = tuple(keys)
    several = len({where for _, _, where, _ in keys}) > 1
    labels = {}
    for key in keys:
        _, words, where, _ = key
        places = " and ".join(sorted(records.label(each) for each in where)) if several else ""
        labels[key] = f"{words}, {places}" if places else words
    used = Counter(labels.values())
    return {
        key: f"{label} ({key[0]})" if used[label] > 1 and isinstance(key[0], str) and label != key[0] else label
        for key, label in labels.items()
    }


def in_words(blocks: Iterable[Block]) -> str:
    """The same in plain text: a line a lane, with each of its grades and their days; what could act is escaped."""
    lines = []
    for block in blocks:
        lines.append(block.title)
        lines += [f"  {lane.label}: {'; '.join(map(_bar_in_words, lane.bars))}" for lane in block.lanes]
        if not block.lanes:
            lines.append(f"  {NOTHING}")
    return "\n".join(map(escaped, lines))


def _bar_in_words(bar: Bar) -> str:
    first, last = (".." if day is None else day.isoformat() for day in (bar.first, bar.last))
    days = f"on {first}" if bar.first == bar.last is not None else f"{first} to {last}"
    return f"{bar.status.value}{'' if bar.holds else ' no'}, {days}"
