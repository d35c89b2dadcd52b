"""What changed between two days in what was known."""

import math
from collections.abc import Callable, Iterator
from typing import Final

import pendulum

from oirmodel.claims import CLAIM_KINDS, Claim
from oirmodel.dataset import Lens, Records, Removal, references
from oirmodel.entities import Entity
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.query.changes import Changes, Flip, Graded, Learned, Revision
from oirmodel.query.grade import Status
from oirmodel.query.questions.asking import Ref, kind_of
from oirmodel.query.questions.history import history
from oirmodel.query.questions.topics import Topic, Total, topics_of
from oirmodel.query.questions.totals import totals
from oirmodel.query.sameness import Sameness
from oirmodel.query.wording import counted_in_words
from oirmodel.query.words import on_site
from oirmodel.temporal import DateLike, read_window
from oirmodel.truth import Truth

__all__ = ["changes_between"]

_NOTHING: Final = Graded(status=Status.NO_EVIDENCE, value=None)
_EARLIEST: Final = pendulum.date(1, 1, 1)
_LATEST: Final = pendulum.date(9999, 12, 31)
_CALENDAR: Final = f"{_EARLIEST}/{_LATEST}"
_SAYING: Final = frozenset({"asserted_by", "grades", "citations"})
"""The fields of a claim that tell who says it, not what it is about."""


def changes_between(
    records: Records,
    first: DateLike,
    second: DateLike,
    /,
    *,
    kind: type[Claim] | str | None = None,
    of: Ref | None = None,
) -> Changes:
    """
    What changed in what was known from one day to a later one.

    That is which claims were learned; which were corrected, superseded or retracted, by which, or are so no longer; and
    on which days the answer to a question came out otherwise. The questions are the histories of all that these claims
    bear on, also through parts and wholes and through ids that are one or that they make one, and the totals of their
    windows. Days between the two were still to come on the first, when nothing was more than possible of them: what
    they turned out to be is told where a claim bears on it, not where only time went by.

    ``kind`` keeps to claims of a kind and to its answers; ``of`` to claims that name or bear on an entity, by id or
    name, and to answers that are about it or have it among their values. Raises
    :class:`~oirmodel.errors.InvalidQuestion` where the first day is after the second, or either is more than a day.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> changes = changes_between(data, "2025-01-08", "2026-11-21", kind="control", of="Al-Asad")
    >>> [each.claim.id for each in changes.learned if each.claim.modality is oirmodel.Modality.ASSERTED]
    ['control-al-asad-iraq-2026']
    >>> flip = changes.flipped[1]
    >>> print(flip.first, flip.before.status, flip.after.status, flip.after.value)
    2026-01-17 no-evidence definite iraqi-armed-forces
    """
    chosen = None if kind is None else kind_of(kind)
    entity = None if of is None else records.entity(of)
    before, after = records.as_known(on=first), records.as_known(on=second)
    if read_window(first) > read_window(second):
        raise InvalidQuestion(f"expected the earlier day first, and {str(first)!r} is after {str(second)!r}")
    learned, bearing = _learned(before, after)
    moved = {each.id: each for each in bearing if before.standing(each) != after.standing(each)}
    wanted = _wanted(before, after, chosen, entity)
    revisions = [
        each
        for claim in moved.values()
        if claim.id in after
        for each in _revisions(before, after, claim)
        if wanted(claim) or wanted(each.by)
    ]
    about = "" if entity is None else f", about {records.label(entity.id)}"
    narrowed = "" if chosen is None else f", {chosen.kind.replace('_', ' ')} only"
    return Changes(
        question=f"What changed in what was known from {first} to {second}{about}{narrowed}?",
        learned=tuple(each for each in learned if wanted(each.claim)),
        corrected=tuple(each for each in revisions if _is_less(each.before, each.after)),
        restored=tuple(each for each in revisions if _is_less(each.after, each.before)),
        flipped=tuple(
            flip
            for topic in topics_of(records, moved.values())
            if chosen in (None, topic.kind)
            for flip in _flips(before, after, topic)
            if entity is None or _concerns(flip, _ids_of(before, after, entity.id))
        ),
        records=after,
    )


def _learned(before: Records, after: Records) -> tuple[list[Learned], list[Claim]]:
    """What came to be known, and every claim whose standing may hang on that, in the order of their ids."""
    store, learned = after.store, []
    conclusions: dict[str, list[Claim]] = {}
    was, now = Lens(known_on=before.known_day), Lens(known_on=after.known_day)
    first, last = (math.inf if view.known_day is None else view.known_day for view in (before, after))
    for claim in store.claims.values():
        for premise in claim.derived_from:
            conclusions.setdefault(premise, []).append(claim)
        reported = store.reported(claim)
        if reported.last <= first or reported.first > last:
            continue  # known for certain on both days, or on neither: that is nearly every claim
        truths = was.admits(claim, reported), now.admits(claim, reported)
        if truths[0] is not truths[1] and claim.id in after:
            learned.append(Learned(claim=claim, before=truths[0], after=truths[1]))
    found: dict[str, Claim] = {}
    waiting = [each.claim for each in learned]
    while waiting:
        claim = waiting.pop()
        if claim.id in found:
            continue
        found[claim.id] = claim
        targets = (store.claims.get(each) for each in (*claim.corrects, *claim.supersedes, *claim.retracts))
        waiting += [each for each in targets if each is not None]
        waiting += conclusions.get(claim.id, [])
    learned.sort(key=lambda each: each.claim.id)
    return learned, [found[an_id] for an_id in sorted(found)]


def _revisions(before: Records, after: Records, claim: Claim) -> Iterator[Revision]:
    """What takes a claim back on either of the two days, where that is not so on both alike."""

    def known(view: Records) -> dict[str, Removal]:
        return {each.by.id: each for each in view.removals(claim)}

    was, now = known(before), known(after)
    for an_id in sorted(was | now):
        either = now.get(an_id) or was[an_id]
        truths = [each[an_id].stands if an_id in each else Truth.NO for each in (was, now)]
        if truths[0] is not truths[1]:
            yield Revision(claim=claim, by=either.by, how=either.how, before=truths[0], after=truths[1])


def _is_less(one: Truth, other: Truth) -> bool:
    return one is not other and one & other is one


def _ids_of(before: Records, after: Records, an_id: str) -> frozenset[str]:
    """The ids that a standing SameAs joins with one, on either of the two days."""
    views = (Sameness(view, -math.inf, math.inf) for view in (before, after))
    return frozenset((an_id, *(each for view in views for each in view.joined_with(view.one(an_id)))))


def _wanted(
    before: Records, after: Records, kind: type[Claim] | None, entity: Entity | None
) -> Callable[[Claim], bool]:
    """Whether a claim is of the kind and has to do with the entity, where they are given."""
    ids = frozenset[str]() if entity is None else _ids_of(before, after, entity.id)
    bearing = {
        claim.id
        for each in CLAIM_KINDS
        if each.grammar.site is not None and each.grammar.site == each.grammar.subject[0]
        for an_id in ids
        for claim, _ in on_site(after, each, an_id)
    }

    def is_wanted(claim: Claim) -> bool:
        if kind is not None and not isinstance(claim, kind):
            return False
        if entity is None or claim.id in bearing:
            return True
        return any(each.id in ids and each.path.split("/")[1] not in _SAYING for each in references(claim))

    return is_wanted


def _concerns(flip: Flip, ids: frozenset[str]) -> bool:
    """Whether an answer is about one of these ids, or has it among its values."""
    told = (each.value for graded in (flip.before, flip.after) for each in graded.telling)
    return any(isinstance(each, str) and each in ids for each in (flip.of, *flip.at, *told))


def _flips(before: Records, after: Records, topic: Topic) -> Iterator[Flip]:
    """The days, in rows as long as can be, on which a question is answered otherwise."""
    try:
        was, now = _answers(before, topic), _answers(after, topic)
    except UnknownName:
        return  # no question can be asked about an id that names nothing, or a thing of another sort
    days = sorted({day for day, _ in (*was, *now)})
    flips: list[tuple[pendulum.Date, Graded, Graded]] = []
    for day in days:
        pair = _on(was, day), _on(now, day)
        if not flips or [_evidence(each) for each in flips[-1][1:]] != [_evidence(each) for each in pair]:
            flips.append((day, *pair))
    for index, (day, old, new) in enumerate(flips):
        if _told(before, old) != _told(after, new):
            until = flips[index + 1][0].subtract(days=1) if index + 1 < len(flips) else None
            yield Flip(
                question=_in_words(after, topic),
                kind=topic.kind.kind,
                of=topic.of or None,
                at=topic.at,
                modality=topic.modality,
                first=None if day == _EARLIEST else day,
                last=until,
                before=old,
                after=new,
            )


def _in_words(records: Records, topic: Topic) -> str:
    """What is asked, without of when: ``control, Al-Asad Airbase``; ``tally, strikes, by US forces, in Syria``."""
    kind = topic.kind.kind.replace("_", " ")
    where = " and ".join(map(records.label, topic.at))
    if topic.total is None:
        asked = [kind, records.label(topic.of) + (f" at {where}" if where else "")]
        asked += [topic.basis.value.replace("-", " ")] if topic.basis else []
    else:
        total = topic.total
        named = {"in" if total.counted is None else "of": topic.of, "by": total.by}
        named |= {"of": total.who} if total.who else {}
        asked = [kind, total.what if total.counted is None else f"{total.what} of {total.counted}"]
        asked += [f"{word} {records.label(each)}" for word, each in named.items() if each]
        asked += [f"in {where}"] if where else []
    return ", ".join(asked if topic.modality is None else [f"{topic.modality.value} {asked[0]}", *asked[1:]])


def _answers(view: Records, topic: Topic) -> list[tuple[pendulum.Date, Graded]]:
    """The answers to a question, each with its first day, up to the next; the days before the first have none."""
    if topic.total is not None:
        return _total(view, topic, topic.total)
    days = history(
        view,
        topic.kind,
        topic.of,
        at=topic.at or None,
        basis=topic.basis,
        during=_CALENDAR,
        modality=topic.modality,
    )
    return [
        (each.first, Graded(status=each.status, value=each.value, candidates=each.candidates))
        for each in days.segments
        if each.first is not None
    ]


def _total(view: Records, topic: Topic, total: Total) -> list[tuple[pendulum.Date, Graded]]:
    """The answer to the question about a total, from the first day of its window to the last."""
    answer = totals(
        view,
        total.what,
        during=total.window,
        of=topic.of or None,
        by=total.by,
        who=total.who,
        victims=total.victims,
        counted=total.counted,
        at=topic.at,
        modality=topic.modality,
    )
    graded = Graded(status=answer.status, value=answer.value, candidates=answer.candidates)
    after = () if total.last == _LATEST else ((total.last.add(days=1), _NOTHING),)
    return [(total.first, graded), *after]


def _on(answers: list[tuple[pendulum.Date, Graded]], day: pendulum.Date) -> Graded:
    return next((graded for since, graded in reversed(answers) if since <= day), _NOTHING)


def _evidence(graded: Graded) -> object:
    """What makes one answer with its evidence differ from another."""
    return [(each.value, each.holds, each.status, [claim.id for claim in each.claims]) for each in graded.telling]


def _told(view: Records, graded: Graded) -> object:
    """What a reader is told: each value, whether it holds, and how surely."""
    return {(counted_in_words(view, each.value, each.claims), each.holds, each.status) for each in graded.telling}
