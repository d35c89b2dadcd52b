"""What something may be inferred from, and the claim that follows: marked as inferred, with all that it rests on."""

import math
from collections.abc import Sequence
from typing import Any, Final, TypeVar

import attrs

from oirmodel.claims import Claim
from oirmodel.dataset import Records, weight
from oirmodel.errors import InvalidDate
from oirmodel.query.beside import assumptions_of
from oirmodel.temporal import Bounds, EndKind, ImpreciseDate, Period, Span
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["concluded", "is_ground", "rests_on_others"]

C = TypeVar("C", bound=Claim)
_ENVELOPE: Final = frozenset(each.name for each in attrs.fields(Claim))


def rests_on_others(claim: Claim) -> bool:
    """Whether a claim was itself inferred from others: those are the premises then, so that nothing counts twice."""
    return claim.modality is Modality.INFERRED and bool(claim.derived_from)


def is_ground(records: Records, claim: Claim) -> bool:
    """
    Whether what a claim says was so may be built upon: it surely stands in the view, and counts in full.

    Plans, allegations, judgements and denials do not, nor does what was inferred from others. One that was corrected
    on some days does: what is inferred from it falls on just those days.
    """
    if rests_on_others(claim) or claim.modality is Modality.DENIED or weight(claim.modality) is not Truth.YES:
        return False
    return records.standing(claim).truth is Truth.YES


def concluded(
    records: Records, claims: Sequence[C], bounds: Bounds, because: str, *, beside: Sequence[Claim] = (), **fields: Any
) -> C | None:
    """
    The claim that follows from some claims, of the time of which it is, and from others ``beside`` them.

    It is like the first, but for its bounds and for the fields named. It is reported when the last of its premises was,
    cites what they cite, and is said by nobody. There is none where no stay fits the bounds, and none where EDTF cannot
    write them.
    """
    if not bounds.possible:
        return None
    try:
        period = _period(records, claims, bounds)
    except InvalidDate:
        return None
    like = claims[0]
    premises: tuple[Claim, ...] = (*claims, *beside)
    own = {each.name: getattr(like, each.name) for each in attrs.fields(type(like)) if each.name not in _ENVELOPE}
    envelope = {
        "period": period,
        "reported": _reported(records, premises),
        "citations": tuple(dict.fromkeys(cited for each in premises for cited in each.citations)),
        "modality": Modality.INFERRED,
        "assumptions": (because, *assumptions_of(premises)),
        "derived_from": tuple(each.id for each in premises),
    }
    return type(like)(**(own | fields | envelope))


def _reported(records: Records, premises: Sequence[Claim]) -> ImpreciseDate:
    """When the last of the premises was reported, in its own text where that says just this."""
    spans = [records.store.reported(each) for each in premises]
    span = Span(max(each.first for each in spans), max(each.last for each in spans))
    told = (each.reported for each in premises if each.reported.span == span and not each.reported.is_instant)
    return next(told, None) or ImpreciseDate.between(*span)


def _period(records: Records, claims: Sequence[Claim], bounds: Bounds) -> Period:
    """
    The period that bounds stand for, each date in the text of a claim that says just this.

    An end that is open in a claim is written out: it says that it was still so when that was said, and this is said
    later. An end of which one of them knows nothing stays unknown.
    """
    s1, s2, e1, e2 = bounds
    starts = [each.period.start for each in claims]
    ends = [each.period.end for each in claims]
    unbounded = [each for each in claims if records.bounds(each).e2 == e2 == math.inf]
    unknown = e1 == s1 and any(each.period.end_kind is EndKind.UNKNOWN for each in unbounded)
    return Period(start=_date(s1, s2, starts), end=None if unknown else _date(e1, e2, ends))


def _date(first: float, last: float, told: Sequence[ImpreciseDate | None]) -> ImpreciseDate | None:
    if (first, last) == (-math.inf, math.inf):
        return None
    for date in told:
        if date is not None and date.span == (first, last) and not (date.is_instant or date.is_open):
            return date
    return ImpreciseDate.between(first, last)
