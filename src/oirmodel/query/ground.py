"""Which ids may be one thing for anybody, and which places share no ground."""

from typing import Final

from oirmodel.claims import Affiliation, SameAs
from oirmodel.dataset.store import Store
from oirmodel.entities import Place
from oirmodel.vocab import PlaceCategory

__all__ = ["Ground", "Kinship", "ground_of"]

_LEVELS: Final = (PlaceCategory.COUNTRY, PlaceCategory.PROVINCE, PlaceCategory.DISTRICT)
"""The levels of administration: two different places of one level share no ground, as two cities or areas may."""


class Kinship:
    """
    Which ids may be one thing, or belong to one another, by any claim at all: standing or not, and of any time.

    Two that are kin for nobody are different in every view of the dataset, so that what is inferred from their
    difference needs no claim for a premise.
    """

    __slots__ = ("_known", "_next")

    def __init__(self, store: Store) -> None:
        self._next: dict[str, set[str]] = {}
        self._known: dict[str, frozenset[str]] = {}
        for claim in store.by_kind.get(SameAs.kind, ()):
            if isinstance(claim, SameAs):
                self._next.setdefault(claim.one, set()).add(claim.other)
                self._next.setdefault(claim.other, set()).add(claim.one)
        for claim in store.by_kind.get(Affiliation.kind, ()):
            if isinstance(claim, Affiliation) and claim.relation.belongs:
                self._next.setdefault(claim.of, set()).add(claim.to)

    def related(self, one: str, other: str) -> bool:
        """Whether the two may be one, or the one may belong to the other, through others too."""
        return one == other or other in self._reached(one) or one in self._reached(other)

    def _reached(self, an_id: str) -> frozenset[str]:
        known = self._known.get(an_id)
        if known is None:
            found: set[str] = set()
            waiting = [an_id]
            while waiting:
                new = self._next.get(waiting.pop(), set()) - found
                found |= new
                waiting += new
            known = self._known[an_id] = frozenset(found)
        return known


class Ground:
    """
    Which places share no ground.

    Two do not where they lie in, or are, different countries, provinces or districts, and neither lies in the other.
    Of two cities, areas or bases of one district nothing is known: the one may be a part of the other although the
    dataset does not say so.
    """

    __slots__ = ("_kinship", "_levels", "_store")

    def __init__(self, store: Store) -> None:
        self._store, self._kinship = store, Kinship(store)
        self._levels: dict[str, tuple[frozenset[Place], ...]] = {}

    def apart(self, one: str, other: str) -> bool:
        """Whether two places surely share no ground."""
        if self._kinship.related(one, other) or self.within(one, other) or self.within(other, one):
            return False
        if not {*self._store.all_parts(one)}.isdisjoint(self._store.all_parts(other)):
            return False
        return any(
            mine and theirs and all(self._differ(each, that) for each in mine for that in theirs)
            for mine, theirs in zip(self._around(one), self._around(other), strict=True)
        )

    def within(self, part: str, whole: str) -> bool:
        """Whether the one lies in the other."""
        return whole in self._store.all_wholes(part)

    def _around(self, site: str) -> tuple[frozenset[Place], ...]:
        """The countries, the provinces and the districts that a site is or lies in."""
        known = self._levels.get(site)
        if known is None:
            wholes = [self._store.entities.get(each) for each in (site, *self._store.all_wholes(site))]
            places = [each for each in wholes if isinstance(each, Place)]
            known = tuple(frozenset(each for each in places if each.category is level) for level in _LEVELS)
            self._levels[site] = known
        return known

    def _differ(self, one: Place, other: Place) -> bool:
        """Whether two places of one level are two: by their ids and by the codes of ISO 3166 that both may have."""
        if self._kinship.related(one.id, other.id):
            return False
        level = one.category
        codes = (one.country, other.country) if level is PlaceCategory.COUNTRY else (one.iso_3166_2, other.iso_3166_2)
        return None in codes or codes[0] != codes[1]


def ground_of(store: Store) -> Ground:
    """The ground of a dataset, worked out once."""
    ground = store.worked_out.get(Ground)
    if ground is None:
        ground = store.worked_out[Ground] = Ground(store)
    found: Ground = ground
    return found
