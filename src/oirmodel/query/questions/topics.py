"""Which questions a claim bears on: its own, those of parts and wholes, and those whose values it makes one."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

import pendulum

from oirmodel.claims import (
    CLAIM_KINDS,
    Affiliation,
    Being,
    Casualties,
    Claim,
    DifferentFrom,
    SameAs,
    Strength,
    Tally,
    Travel,
)
from oirmodel.dataset import Records
from oirmodel.query.matter import AHEAD, has_ids
from oirmodel.query.words import on_site
from oirmodel.temporal.days import to_date
from oirmodel.vocab import Modality

__all__ = ["Topic", "Total", "topics_of"]


class Topic(NamedTuple):
    """One question that can be asked of every day, or one total."""

    kind: type[Claim]
    of: str
    """What it is about; empty for a total that names no operation or event."""
    at: tuple[str, ...] = ()
    modality: Modality | None = None
    total: "Total | None" = None
    """What else a total is asked by."""


class Total(NamedTuple):
    """What is counted, over which days, and what tells it apart from other counts of the same."""

    what: str
    first: pendulum.Date
    last: pendulum.Date
    by: str | None
    who: str | None
    victims: str | None

    @property
    def window(self) -> str:
        """Its days, as a question takes them."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def topics_of(records: Records, claims: Iterable[Claim]) -> tuple[Topic, ...]:
    """Every question whose answer may depend on whether these claims stand."""
    found: dict[Topic, None] = {}
    for claim in claims:
        found |= dict.fromkeys(_own(records, claim))
        if isinstance(claim, Affiliation) and claim.relation.belongs:
            found |= dict.fromkeys(_made_one(records, claim.of, claim.to))
        if isinstance(claim, SameAs | DifferentFrom) and claim.other in _reached(claim.one, _same(records)):
            found |= dict.fromkeys(_made_one(records, claim.one, claim.other))
            found |= dict.fromkeys(_joined(records, claim))
    return tuple(found)


def _own(records: Records, claim: Claim) -> Iterator[Topic]:
    grammar, modality = claim.grammar, claim.modality if claim.modality in AHEAD else None
    if isinstance(claim, Tally | Casualties):
        if (topic := _total(records, claim, modality)) is not None:
            yield topic
    elif isinstance(claim, Strength):
        yield Topic(Strength, claim.of, tuple(sorted(claim.at)), modality)
    elif grammar.being in (Being.HOLDS, Being.EXTENT):
        kind, subject = type(claim), str(getattr(claim, grammar.subject[0]))
        yield Topic(kind, subject, (), modality)
        if grammar.site != grammar.subject[0] or grammar.travel is Travel.STAYS:
            return
        for site in (*records.store.all_wholes(subject), *records.store.all_parts(subject)):
            if any(other.id == claim.id for other, _ in on_site(records, kind, site)):
                yield Topic(kind, site, (), modality)


def _total(records: Records, claim: Tally | Casualties, modality: Modality | None) -> Topic | None:
    """The question about a total's own window; none where that is vague, for then it answers for no window."""
    s1, s2, e1, e2 = records.bounds(claim)
    first, last = to_date(s1), to_date(e2)
    if s1 != s2 or e1 != e2 or first is None or last is None:
        return None
    if isinstance(claim, Tally):
        total = Total(claim.counted.value, first, last, claim.by, None, None)
    else:
        total = Total(claim.harm.value, first, last, None, claim.who, claim.victims.value)
    return Topic(type(claim), claim.of or "", tuple(sorted(claim.at)), modality, total)


def _joined(records: Records, claim: SameAs | DifferentFrom) -> Iterator[Topic]:
    """The questions about either of two ids that are, or are no longer, one; and about those joined with them."""
    store, group = records.store, sorted(_reached(claim.one, _same(records)))
    for kind in CLAIM_KINDS:
        for an_id in group:
            for each, _ in (*_about(records, kind, an_id), *on_site(records, kind, an_id)):
                for topic in _own(records, each):
                    yield topic
                    if topic.of in group:
                        yield from (topic._replace(of=other) for other in group)
    for kind in (Tally, Casualties):
        for each in store.by_kind.get(kind.kind, ()):
            for topic in _own(records, each):
                yield from _by_each(topic, group)


def _about(records: Records, kind: type[Claim], an_id: str) -> Iterator[tuple[Claim, None]]:
    return ((each, None) for each in records.store.by_subject.get((kind.kind, an_id), ()))


def _by_each(topic: Topic, group: Collection[str]) -> Iterator[Topic]:
    """The question about a total by, or of the people of, each id of a group, where it is about one of them."""
    total = topic.total
    if total is not None and total.by in group:
        yield from (topic._replace(total=total._replace(by=each)) for each in group)
    if total is not None and total.who in group:
        yield from (topic._replace(total=total._replace(who=each)) for each in group)


def _made_one(records: Records, part: str, whole: str) -> Iterator[Topic]:
    """The questions of which two values are one, or no longer, because the part belongs to the whole or is the same."""
    above, below = _belonging(records)
    same = _same(records)
    parts, wholes = _reached(part, below), _reached(whole, above)
    values: dict[Topic, set[str]] = {}
    for kind in CLAIM_KINDS:
        if kind.grammar.being is not Being.HOLDS or not has_ids(kind):
            continue
        for claim in records.store.by_kind.get(kind.kind, ()):
            value = str(getattr(claim, kind.grammar.value))
            if value in parts or value in wholes:
                for topic in _own(records, claim):
                    for subject in (topic.of, *sorted(_reached(topic.of, same))):
                        values.setdefault(topic._replace(of=subject), set()).add(value)
    for topic, held in values.items():
        if any(one != other for one in held & parts for other in held & wholes):
            yield topic


Step = Callable[[str], Iterable[str]]


def _same(records: Records) -> Step:
    edges: dict[str, list[str]] = {}
    for claim in records.store.by_kind.get(SameAs.kind, ()):
        if isinstance(claim, SameAs):
            edges.setdefault(claim.one, []).append(claim.other)
            edges.setdefault(claim.other, []).append(claim.one)
    return lambda each: edges.get(each, ())


def _belonging(records: Records) -> tuple[Step, Step]:
    """From an id to what it belongs to, and to what belongs to it, by any claim of the dataset, whether it stands."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for claim in records.store.by_kind.get(Affiliation.kind, ()):
        if isinstance(claim, Affiliation) and claim.relation.belongs:
            above.setdefault(claim.of, []).append(claim.to)
            below.setdefault(claim.to, []).append(claim.of)
    same = _same(records)
    return (lambda each: (*above.get(each, ()), *same(each))), (lambda each: (*below.get(each, ()), *same(each)))


def _reached(start: str, step: Step) -> frozenset[str]:
    found = {start}
    waiting = [start]
    while waiting:
        for each in step(waiting.pop()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)
