"""Which questions a claim bears on: its own, those of parts and wholes, and those whose values it makes one."""

import itertools
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
    StrengthChange,
    Tally,
    Travel,
)
from oirmodel.dataset import Records
from oirmodel.query.matter import AHEAD, has_ids
from oirmodel.query.words import on_site
from oirmodel.temporal.days import to_date
from oirmodel.vocab import CountingBasis, Modality, StrengthShift

__all__ = ["Topic", "Total", "topics_of"]


_Step = Callable[[str], Iterable[str]]
"""From an id to those next to it."""


class Topic(NamedTuple):
    """One question that can be asked of every day, or one total."""

    kind: type[Claim]
    of: str
    """What it is about; empty for a total that names no operation or event."""
    at: tuple[str, ...] = ()
    modality: Modality | None = None
    total: "Total | None" = None
    """What else a total is asked by."""
    basis: CountingBasis | None = None
    """Of a strength, the basis that it is told by alone."""


class Total(NamedTuple):
    """What is counted, over which days, and what tells it apart from other counts of the same."""

    what: str
    first: pendulum.Date
    last: pendulum.Date
    by: str | None
    who: str | None
    victims: str | None
    counted: str | None = None
    """Of a change of strength, what changed."""

    @property
    def window(self) -> str:
        """Its days, as a question takes them."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def topics_of(records: Records, claims: Iterable[Claim]) -> tuple[Topic, ...]:
    """
    Every question whose answer may depend on whether these claims stand.

    What is asked under one id gathers what is said under every other that is one with it; so each question is asked
    under all ids that any SameAs of the dataset joins, whether it stands.
    """
    same = _same(records)
    found: dict[Topic, None] = {}
    for claim in claims:
        for topic in _bearing(records, claim, same):
            found |= dict.fromkeys(_under_each_id(topic, same))
    return tuple(found)


def _bearing(records: Records, claim: Claim, same: _Step) -> Iterator[Topic]:
    yield from _own(records, claim)
    if isinstance(claim, Affiliation) and claim.relation.belongs:
        yield from _made_one(records, claim.of, claim.to, same)
    if isinstance(claim, SameAs | DifferentFrom) and claim.other in _reached(claim.one, same):
        yield from _made_one(records, claim.one, claim.other, same)
        yield from _joined(records, _reached(claim.one, same))


def _under_each_id(topic: Topic, same: _Step) -> Iterator[Topic]:
    """A question under each id of what it is about and where; of a total also of whose it is, and of whose people."""
    total = topic.total
    places = dict.fromkeys(tuple(sorted(set(at))) for at in itertools.product(*(_ids(each, same) for each in topic.at)))
    for of, at in itertools.product(_ids(topic.of, same), places):
        if total is None:
            yield topic._replace(of=of, at=at)
            continue
        by, who = ((None,) if each is None else _ids(each, same) for each in (total.by, total.who))
        for whose, of_whom in itertools.product(by, who):
            yield topic._replace(of=of, at=at, total=total._replace(by=whose, who=of_whom))


def _ids(an_id: str, same: _Step) -> tuple[str, ...]:
    """An id, and then those that any SameAs joins with it."""
    return (an_id, *sorted(_reached(an_id, same) - {an_id}))


def _own(records: Records, claim: Claim) -> Iterator[Topic]:
    grammar, modality = claim.grammar, _tone(claim)
    if isinstance(claim, Tally | Casualties | StrengthChange):
        if (topic := _total(records, claim, modality)) is not None:
            yield topic
    elif isinstance(claim, Strength):
        basis = None if claim.basis.is_level else claim.basis
        yield Topic(Strength, claim.of, tuple(sorted(claim.at)), modality, basis=basis)
    elif grammar.being in (Being.HOLDS, Being.EXTENT):
        kind, subject = type(claim), str(getattr(claim, grammar.subject[0]))
        yield Topic(kind, subject, (), modality)
        if grammar.site != grammar.subject[0] or grammar.travel is Travel.STAYS:
            return
        for site in (*records.store.all_wholes(subject), *records.store.all_parts(subject)):
            if any(other.id == claim.id for other, _ in on_site(records, kind, site)):
                yield Topic(kind, site, (), modality)


def _tone(claim: Claim) -> Modality | None:
    """The tone in which a question asks for what a claim says: a plan answers only where plans are asked about."""
    return claim.modality if claim.modality in AHEAD else None


def _total(records: Records, claim: Tally | Casualties | StrengthChange, modality: Modality | None) -> Topic | None:
    """The question about a total's own window; none where that is vague, for then it answers for no window."""
    s1, s2, e1, e2 = records.bounds(claim)
    first, last = to_date(s1), to_date(e2)
    if s1 != s2 or e1 != e2 or first is None or last is None:
        return None
    if isinstance(claim, Tally):
        total = Total(claim.counted.value, first, last, claim.by, None, None)
    elif isinstance(claim, StrengthChange):
        if claim.shift is StrengthShift.UNSTATED:
            return None  # nobody can ask how large it was, without saying what
        total = Total(claim.shift.value, first, last, None, None, None, claim.counted.value)
    else:
        total = Total(claim.harm.value, first, last, None, claim.who, claim.victims.value)
    return Topic(type(claim), claim.of or "", tuple(sorted(claim.at)), modality, total)


def _joined(records: Records, group: Collection[str]) -> Iterator[Topic]:
    """The questions about ids that are, or are no longer, one; by them; and about what is said to lie there."""
    store = records.store
    for kind in CLAIM_KINDS:
        for an_id in sorted(group):
            for each in (*store.by_subject.get((kind.kind, an_id), ()), *store.by_site.get((kind.kind, an_id), ())):
                yield from _own(records, each)
            if kind.grammar.site == kind.grammar.subject[0]:
                for each, _ in on_site(records, kind, an_id):
                    yield Topic(kind, an_id, (), _tone(each))
    for kind in (Tally, Casualties):
        for each in store.by_kind.get(kind.kind, ()):
            for topic in _own(records, each):
                if topic.total is not None and (topic.total.by in group or topic.total.who in group):
                    yield topic


def _made_one(records: Records, part: str, whole: str, same: _Step) -> Iterator[Topic]:
    """The questions of which two values are one, or no longer, because the part belongs to the whole or is the same."""
    above, below = _belonging(records, same)
    parts, wholes = _reached(part, below), _reached(whole, above)
    values: dict[Topic, set[str]] = {}
    for kind in CLAIM_KINDS:
        if kind.grammar.being is not Being.HOLDS or not has_ids(kind):
            continue
        for claim in records.store.by_kind.get(kind.kind, ()):
            value = str(getattr(claim, kind.grammar.value))
            if value in parts or value in wholes:
                for topic in _own(records, claim):
                    for each in _under_each_id(topic, same):
                        values.setdefault(each, set()).add(value)
    for topic, held in values.items():
        if any(one != other for one in held & parts for other in held & wholes):
            yield topic


def _same(records: Records) -> _Step:
    edges: dict[str, list[str]] = {}
    for claim in records.store.by_kind.get(SameAs.kind, ()):
        if isinstance(claim, SameAs):
            edges.setdefault(claim.one, []).append(claim.other)
            edges.setdefault(claim.other, []).append(claim.one)
    return lambda each: edges.get(each, ())


def _belonging(records: Records, same: _Step) -> tuple[_Step, _Step]:
    """From an id to what it belongs to, and to what belongs to it, by any claim of the dataset, whether it stands."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for claim in records.store.by_kind.get(Affiliation.kind, ()):
        if isinstance(claim, Affiliation) and claim.relation.belongs:
            above.setdefault(claim.of, []).append(claim.to)
            below.setdefault(claim.to, []).append(claim.of)
    return (lambda each: (*above.get(each, ()), *same(each))), (lambda each: (*below.get(each, ()), *same(each)))


def _reached(start: str, step: _Step) -> frozenset[str]:
    found = {start}
    waiting = [start]
    while waiting:
        for each in step(waiting.pop()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)
