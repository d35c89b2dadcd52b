"""What every question does: find the claims that bear on it, and put them to the grading."""

import math
import typing
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, TypeVar

from oirmodel.claims import CLAIM_KINDS, Claim, Occurrence
from oirmodel.dataset import Records, weight
from oirmodel.dataset.references import KINDS_OF
from oirmodel.entities import Entity, Installation, Place
from oirmodel.errors import InvalidQuestion
from oirmodel.query.answer import Answer
from oirmodel.query.answering import answer
from oirmodel.query.inquiry import Inquiry
from oirmodel.query.matter import Matter
from oirmodel.query.sameness import Sameness
from oirmodel.query.times import Asked
from oirmodel.query.words import Reading, denied_in_part, left_of, on_site
from oirmodel.temporal import Hemisphere
from oirmodel.truth import Truth
from oirmodel.vocab import Modality, Spread

__all__ = [
    "SITE_KINDS",
    "Ref",
    "about",
    "ask",
    "bearing_on",
    "chosen_of",
    "hemisphere_of",
    "in_place",
    "is_undivided",
    "kind_of",
    "lying_in",
    "matter_of",
    "reading",
    "site_claims",
    "sites",
    "subject_of",
]

Ref = str | Entity
"""An id, an entity, or any of its names."""

SITE_KINDS = (Installation, Place)
E = TypeVar("E", bound=StrEnum)
_PLAIN: Final = Reading()
_AND_ELSEWHERE: Final = frozenset({Spread.INCLUDING, Spread.MAINLY})


def reading(
    modality: Modality | str | None,
    padding: int,
    gap: int | None,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Reading:
    """How a question is to read claims; raises :class:`~oirmodel.errors.InvalidQuestion`."""
    if padding < 0 or (gap is not None and gap < 0):
        raise InvalidQuestion("expected padding= and gap= as days, zero or more")
    try:
        chosen = None if modality is None else Modality(modality)
    except ValueError:
        allowed = ", ".join(each.value for each in Modality)
        raise InvalidQuestion(f"there is no modality {modality!r}; there are {allowed}") from None
    return Reading(chosen, padding, gap, hemisphere_of(hemisphere))


def hemisphere_of(hemisphere: Hemisphere | str) -> Hemisphere:
    """A hemisphere by its name; raises :class:`~oirmodel.errors.InvalidQuestion`."""
    try:
        return Hemisphere(hemisphere)
    except ValueError:
        raise InvalidQuestion(f"expected hemisphere= 'northern' or 'southern', not {hemisphere!r}") from None


def chosen_of(words: type[E], value: E | str, name: str) -> E:
    """One of a closed list of words; raises :class:`~oirmodel.errors.InvalidQuestion`, which names them all."""
    try:
        return words(value)
    except ValueError:
        known = ", ".join(each.value for each in words)
        raise InvalidQuestion(f"expected {name} one of {known}, not {value!r}") from None


def about(records: Records, kind: type[Claim], an_id: str) -> Iterator[tuple[Claim, str | None]]:
    """The claims of a kind about a subject, under any id that a standing SameAs joins with its own."""
    sameness = Sameness(records, -math.inf, math.inf)
    one = sameness.one(an_id)
    ids = dict.fromkeys((an_id, *sameness.joined_with(one)))
    claims = [claim for each in ids for claim in records.store.by_subject.get((kind.kind, each), ())]
    if kind is Occurrence:
        yield from in_place(records, claims)
    else:
        yield from ((claim, None) for claim in claims)


def in_place(records: Records, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str | None]]:
    """
    Accounts of events for a question that names no place.

    That an event did not happen at some place says that it did not happen only where all accounts of the view have it
    there, and nowhere else. That it did not at several places together says so only where all have it at just these;
    and that it did not in parts of a place, or not mainly there, never does. An account that may not stand leaves both
    open: it places the event elsewhere, and never surely there. A plan is no account.
    """
    sameness = Sameness(records, -math.inf, math.inf)
    accounts = [each for each in claims if isinstance(each, Occurrence)]
    told: dict[str, dict[tuple[str, ...], Truth]] = {}
    for each in accounts:
        if each.modality is not Modality.DENIED and weight(each.modality) is not Truth.NO:
            stands = left_of(records.standing(each), records.bounds(each))
            if stands is not Truth.NO:
                places = told.setdefault(sameness.one(each.of), {})
                at = () if each.spread in _AND_ELSEWHERE else each.at
                places[at] = places.get(at, Truth.NO) | stands
    for each in accounts:
        detail = None
        if each.modality is Modality.DENIED and each.at:
            places = told.get(sameness.one(each.of), {})
            everywhere = denied_in_part(each) is None and all(_covers(records, each, at) for at in places)
            if not (everywhere and Truth.YES in places.values()):
                detail = " ".join(("at", *sorted(each.at)))
        yield each, detail


def _covers(records: Records, denial: Occurrence, at: Iterable[str]) -> bool:
    """Whether a denial is of all the places that an account has the event at; of none where it names none."""
    if is_undivided(denial):
        return {records.joined.get(each, each) for each in at} == {records.joined.get(each, each) for each in denial.at}
    return bool(at) and lying_in(records, denial.at).issuperset(at)


def is_undivided(claim: Occurrence) -> bool:
    """Whether a claim is about several places at once, and so about no one of them."""
    return claim.spread is Spread.TOGETHER and len(claim.at) > 1


def lying_in(records: Records, places: Iterable[str]) -> frozenset[str]:
    """Some sites and every part of them, under any id that a standing SameAs joins with theirs."""
    parts = {part for site in places for part in (site, *records.store.all_parts(site))}
    return frozenset(each for part in parts for each in (part, *records.joined_with(part)))


def site_claims(records: Records, kind: type[Claim], site: str) -> Iterator[tuple[Claim, str | None]]:
    """The claims of a kind that bear on a site, under any id that a standing SameAs joins with its own."""
    sameness = Sameness(records, -math.inf, math.inf)
    seen: set[str] = set()
    for each in dict.fromkeys((site, *sameness.joined_with(sameness.one(site)))):
        for claim, detail in on_site(records, kind, each):
            if claim.id not in seen:
                seen.add(claim.id)
                yield claim, detail


def bearing_on(records: Records, kind: type[Claim], an_id: str) -> Iterator[tuple[Claim, str | None]]:
    """The claims of a kind that bear on a subject: through parts and wholes where it is a site, else about it alone."""
    grammar = kind.grammar
    return (site_claims if grammar.site == grammar.subject[0] else about)(records, kind, an_id)


def kind_of(kind: type[Claim] | str) -> type[Claim]:
    """A kind of claim by its class or its name; raises :class:`~oirmodel.errors.InvalidQuestion`."""
    for each in CLAIM_KINDS:
        if kind in (each, each.kind):
            return each
    known = ", ".join(each.kind for each in CLAIM_KINDS)
    raise InvalidQuestion(f"there is no kind of claim {kind!r}; there are {known}")


def subject_of(records: Records, kind: type[Claim], ref: Ref) -> Entity:
    """What claims of a kind are about, by id, entity or name."""
    hint = typing.get_type_hints(kind)[kind.grammar.subject[0]]
    kinds = next((KINDS_OF[each] for each in (hint, *typing.get_args(hint)) if each in KINDS_OF), ())
    return records.entity(ref, *(each for each in kinds if issubclass(each, Entity)))


def sites(records: Records, refs: Ref | Iterable[Ref] | None) -> frozenset[str]:
    """The ids of one site or of several."""
    if refs is None:
        return frozenset()
    listed = (refs,) if isinstance(refs, str | Entity) else tuple(refs)
    return frozenset(records.entity(each, *SITE_KINDS).id for each in listed)


def ask(
    records: Records,
    kind: type[Claim],
    claims: Iterable[tuple[Claim, str | None]],
    asked: Asked,
    question: str,
    *,
    how: Reading,
    subject: str | None = None,
    value: object = None,
    single: bool = False,
    max_age: int | None = None,
    remarks: tuple[str, ...] = (),
) -> Answer:
    """
    Put claims of one kind about one subject to the grading, and answer.

    With ``subject`` they are all that bear on it, so that what is worked out about them is kept with the view.
    """
    matter = matter_of(records, kind, claims, how=how, subject=subject, single=single, max_age=max_age)
    if how.gap is not None:
        remarks = (*remarks, f"sightings at most {how.gap} days apart were read as one stay: that is inferred here")
    if how.padding:
        remarks = (*remarks, f"dates that a source qualifies were widened by {how.padding} days on either side")
    return answer(Inquiry(matter, asked, value), question, remarks=remarks)


def matter_of(
    records: Records,
    kind: type[Claim],
    claims: Iterable[tuple[Claim, str | None]],
    *,
    how: Reading,
    subject: str | None = None,
    single: bool = False,
    max_age: int | None = None,
) -> Matter:
    """
    The matter that claims of one kind make, read in one way.

    Read as a question reads them that asks for nothing special, the claims that bear on a subject make one matter for
    all questions of a view. Raises :class:`~oirmodel.errors.InvalidQuestion`.
    """
    if max_age is not None and max_age < 0:
        raise InvalidQuestion("expected max_age= as days, zero or more")
    kept = subject is not None and max_age is None and how == _PLAIN
    name = (Matter, kind, subject)
    matter: Matter | None = records.worked_out.get(name) if kept else None
    if matter is None:
        matter = Matter(
            records=records,
            kind=kind,
            claims=tuple(claims),
            reading=how,
            single=single,
            max_age=math.inf if max_age is None else max_age,
        )
        if kept:
            records.worked_out[name] = matter
    return matter
