"""What stands beside an answer: the claims nearest in time, and what was assumed."""

import math
from collections.abc import Iterable
from typing import Final

from oirmodel.claims import Claim
from oirmodel.dataset import Records
from oirmodel.temporal import Hemisphere
from oirmodel.truth import Truth

__all__ = ["assumptions_of", "nearest_to"]

_NEAREST: Final = 3


def nearest_to(claims: Iterable[Claim], records: Records, first: float, last: float) -> tuple[Claim, ...]:
    """Of the claims that stand in the view, those whose time is closest to the one asked for."""
    standing = {claim.id: claim for claim in claims if records.standing(claim).truth is not Truth.NO}

    def distance(claim: Claim) -> tuple[float, str]:
        s1, s2, e1, e2 = records.bounds(claim)
        known = [bound for bound in (min(s2, e1), max(s2, e1), s1, e2) if math.isfinite(bound)]
        if not known:
            return math.inf, claim.id
        return max(0, min(known) - last, first - max(known)), claim.id

    return tuple(sorted(standing.values(), key=distance)[:_NEAREST])


def assumptions_of(claims: Iterable[Claim], hemisphere: Hemisphere = Hemisphere.NORTHERN) -> tuple[str, ...]:
    """What the encoders of some claims filled in, and what was assumed in reading their dates."""
    assumed: dict[str, None] = {}
    for claim in claims:
        for each in claim.assumptions:
            assumed[each] = None
        for date in (claim.period.start, claim.period.end):
            if date is not None and date.names_no_hemisphere:
                assumed[f"{date}: a season of the {hemisphere.value} hemisphere, by meteorological months"] = None
            if date is not None and date.qualifier:
                sort = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}[date.qualifier]
                assumed[f"{date}: the source calls this date {sort}; its bounds were not widened for that"] = None
    return tuple(assumed)
