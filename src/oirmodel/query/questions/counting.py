"""How many there were: strengths, which hold on days."""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from oirmodel.claims import Strength, StrengthChange
from oirmodel.dataset import Records, weight
from oirmodel.entities import Force, Organization, Person
from oirmodel.query.answer import Answer
from oirmodel.query.answering import with_tolerance
from oirmodel.query.questions.asking import Ref, about, ask, chosen_of, hemisphere_of, reading, sites
from oirmodel.query.questions.figures import Places, figures_at
from oirmodel.query.times import read_asked
from oirmodel.query.wording import claim_in_words
from oirmodel.temporal import DateLike, Hemisphere
from oirmodel.truth import Truth
from oirmodel.vocab import Counted, CountingBasis, Modality

__all__ = ["strength"]

_ACTORS: Final = (Force, Organization, Person)


def strength(
    records: Records,
    of: Ref,
    *,
    at: Ref | Iterable[Ref],
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    counted: Counted | str = Counted.PERSONNEL,
    basis: CountingBasis | str | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    How many people or things a force had at a place.

    A figure for several places together is found only by asking for all of them, and a place's figure never by asking
    for its whole or its part; nor does one for parts of a place, for it mainly or for it among others answer for it.
    Without a ``basis`` every counting basis is a candidate of its own, but for a cap: how many may be there is not how
    many are, and is told only with ``basis="authorised-cap"``. What is left out so is named among the remarks. A figure
    is presumed forward and never carried back; a change that was reported since is told among the remarks too, and
    changes no figure. See :func:`who_controlled` for the other arguments.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> answer = strength(data, "us-forces", at="Iraq", on="2025-01-07")
    >>> print(answer.value)
    about 2,500
    >>> answer.value.at_least(2500)
    <Truth.MAYBE: 'maybe'>
    """
    entity = records.entity(of, *_ACTORS)
    places = sites(records, at)
    unit = chosen_of(Counted, counted, "counted=")
    wanted = None if basis is None else chosen_of(CountingBasis, basis, "basis=")
    counting = [
        (claim, detail)
        for claim, detail in about(records, Strength, entity.id)
        if isinstance(claim, Strength) and claim.counted is unit
    ]
    figures = figures_at(records, counting, places, wanted)
    where = " and ".join(records.label(each) for each in sorted(places))
    answered = ask(
        records,
        Strength,
        figures.told,
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"How many {unit.value} {records.label(entity.id)} had in {where}",
        how=reading(modality, padding, None, hemisphere),
        max_age=max_age,
    )
    here = Places(records, places)
    changed = (
        each
        for each, _ in about(records, StrengthChange, entity.id)
        if isinstance(each, StrengthChange) and here.are(each.at) and each.counted is unit
    )
    told = (*_changes_since(answered, changed), *figures.left_out(records, answered.around.first, answered.around.last))
    return with_tolerance(evolve(answered, remarks=(*answered.remarks, *told)))


def _changes_since(answer: Answer, changes: Iterable[StrengthChange]) -> Iterator[str]:
    """
    What a reader should know of changes over the time asked for, or since the figures were last confirmed.

    None of them makes or unmakes a figure: how many remain is for a source to say.
    """
    records = answer.records
    confirmed = [each.last_confirmed.span.first for each in answer.candidates if each.last_confirmed is not None]
    first = min((answer.around.first, *(day for day in confirmed if math.isfinite(day))))
    for claim in sorted(changes, key=lambda each: each.id):
        counts = weight(claim.modality) & records.standing(claim).truth
        during = records.bounds(claim).during(first, answer.around.last)
        if counts is not Truth.NO and during is not Truth.NO:
            yield f"{claim.id} tells of a change that may bear on this: {claim_in_words(records, claim)}"
