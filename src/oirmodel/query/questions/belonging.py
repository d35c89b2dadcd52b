"""Whom an actor belonged to, through others too."""

from typing import Final

from attrs import evolve

from oirmodel.claims import Affiliation, Claim
from oirmodel.dataset import Records
from oirmodel.entities import Force, Organization, Person
from oirmodel.query.answer import Answer
from oirmodel.query.candidate import Candidate
from oirmodel.query.grade import Status
from oirmodel.query.questions.asking import Ref, about, ask, reading
from oirmodel.query.times import Asked, read_asked
from oirmodel.temporal import DateLike

__all__ = ["affiliations"]

_WEAKEST_LAST: Final = (Status.DEFINITE, Status.PRESUMED, Status.POSSIBLE, Status.CONTESTED)
_BEST_FIRST: Final = (Status.CONTESTED, *_WEAKEST_LAST[:-1], Status.NO_EVIDENCE)
_ACTORS: Final = (Force, Organization, Person)


def affiliations(
    records: Records,
    of: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    max_age: int | None = None,
) -> Answer:
    """
    Whom an actor belonged to, was under, supported or had joined.

    Membership and command lead on: whom those belong to is a candidate too, graded as its chain's weakest link and
    carried by all the claims of the chain. Support does not lead on. For the arguments see :func:`who_controlled`.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> affiliations(data, "centcom", on="2025-01-07").value
    ('us-forces',)
    """
    entity = records.entity(of, *_ACTORS)
    asked = read_asked(on=on, during=during, throughout=throughout)
    direct = _direct(records, entity.id, asked, max_age)
    found: dict[object, Candidate] = {each.value: each for each in direct.candidates}
    waiting = [each for each in direct.candidates if each.holds and _leads_on(each.claims)]
    while waiting:
        link = waiting.pop(0)
        for each in _direct(records, link.value, asked, max_age).candidates:
            if not each.holds or each.value == entity.id or not _leads_on(each.claims):
                continue
            status = max(link.status, each.status, key=_WEAKEST_LAST.index)
            if _is_stronger(status, found.get(each.value)):
                chained = evolve(each, holds=True, status=status, claims=(*link.claims, *each.claims))
                found[each.value] = chained
                waiting.append(chained)
    candidates = tuple(sorted(found.values(), key=lambda each: (not each.holds, _BEST_FIRST.index(each.status))))
    best = candidates[0].status if candidates else direct.status
    return evolve(
        direct,
        status=best,
        candidates=candidates,
        value=tuple(each.value for each in candidates if each.holds and each.status is best) or None,
    )


def _is_stronger(status: Status, known: Candidate | None) -> bool:
    """Whether a chain says more than what is known: a weaker chain, or a no that is not certain."""
    if known is None or not known.holds:
        return known is None or known.status is not Status.DEFINITE
    return _WEAKEST_LAST.index(status) < _WEAKEST_LAST.index(known.status)


def _direct(records: Records, an_id: str, asked: Asked, max_age: int | None) -> Answer:
    return ask(
        records,
        Affiliation,
        about(records, Affiliation, an_id),
        asked,
        f"Whom {records.label(an_id)} belonged to",
        how=reading(None, 0, None),
        subject=an_id,
        max_age=max_age,
    )


def _leads_on(claims: tuple[Claim, ...]) -> bool:
    return any(isinstance(claim, Affiliation) and claim.relation.belongs for claim in claims)
