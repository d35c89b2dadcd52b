"""Sums of strengths: one force, one counting basis, places that share no ground, days on which all figures hold."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from typing import NamedTuple

from oirmodel.claims import Strength
from oirmodel.dataset import Records
from oirmodel.quantity import Quantity, Wording
from oirmodel.query.ground import Ground, ground_of
from oirmodel.query.inferring.conclusions import concluded, is_ground
from oirmodel.temporal import Bounds
from oirmodel.vocab import CountingBasis, Spread

__all__ = ["sums"]


def sums(records: Records) -> Iterator[Strength]:
    """
    The strengths over several places that follow from the figures for each.

    Of figures that count one thing for one force on one basis, and that surely share a day, every two are added, and
    on each day all at once: of the widest places that have one figure, those that share no ground with any other. A
    basis that is not specified may be another each time, so that nothing is added to it; nothing is added to a figure
    that is for several places, or for parts of one, and an unknown number is no summand. Nor are two figures added of
    which the one ends on the very day on which the other begins: they may never have held at once. A total that goes on
    with other figures, as when some move from the one place to the other, is left out too: it neither ends nor begins
    that day.
    """
    groups: dict[tuple[str, ...], list[_Figure]] = {}
    for claim in records.store.by_kind.get(Strength.kind, ()):
        if isinstance(claim, Strength) and _is_summand(claim) and is_ground(records, claim):
            bounds = records.bounds(claim)
            if bounds.possible and bounds.s2 <= bounds.e1:
                groups.setdefault((claim.of, claim.counted, claim.basis), []).append(_Figure(claim, bounds))
    ground = ground_of(records.store)
    for group in groups.values():
        figures = sorted(group, key=lambda each: (each.bounds.s2, each.claim.id))
        chosen = {_by_place(each): None for each in (*_pairs(figures, ground), *_at_once(figures, ground))}
        added_up = [each for each in map(_Sum, chosen) if each.at_once]
        for each in _with_dates_of_their_own(added_up):
            if (added := each.claim(records)) is not None:
                yield added


class _Figure(NamedTuple):
    """A figure for one place, and the bounds of its time; it surely holds from its s2 to its e1."""

    claim: Strength
    bounds: Bounds

    @property
    def place(self) -> str:
        return self.claim.at[0]


def _is_summand(claim: Strength) -> bool:
    """Whether a figure is for just one place, whole, on a basis that is known."""
    one_place = len(claim.at) == 1 and claim.spread is Spread.UNSTATED
    return one_place and claim.basis is not CountingBasis.UNSPECIFIED and claim.quantity.wording is not Wording.UNKNOWN


def _pairs(figures: Sequence[_Figure], ground: Ground) -> Iterator[tuple[_Figure, ...]]:
    """Every two figures that surely share a day, in places that share no ground."""
    holding: list[_Figure] = []
    for figure in figures:
        holding = [each for each in holding if each.bounds.e1 >= figure.bounds.s2]
        for each in holding:
            if ground.apart(each.place, figure.place):
                yield each, figure
        holding.append(figure)


def _at_once(figures: Sequence[_Figure], ground: Ground) -> Iterator[tuple[_Figure, ...]]:
    """On each day on which one more figure surely holds, all those that can be added."""
    holding: list[_Figure] = []
    for index, figure in enumerate(figures):
        day = figure.bounds.s2
        holding = [*(each for each in holding if each.bounds.e1 >= day), figure]
        if index + 1 < len(figures) and figures[index + 1].bounds.s2 == day:
            continue
        places = _with_one_figure(holding)
        widest = [each for each in places if not any(ground.within(each, other) for other in places)]
        apart = [each for each in widest if all(each == other or ground.apart(each, other) for other in widest)]
        if len(apart) > 1:
            yield tuple(places[each] for each in apart)


def _with_one_figure(figures: Iterable[_Figure]) -> dict[str, _Figure]:
    """The figure of each place that has one; of several claims of it, the one that surely lasts longest."""
    of_place: dict[str, list[_Figure]] = {}
    for each in figures:
        of_place.setdefault(each.place, []).append(each)
    return {
        place: max(told, key=lambda each: (each.bounds.e1, each.claim.id))
        for place, told in of_place.items()
        if len({each.claim.quantity for each in told}) == 1
    }


def _by_place(figures: Iterable[_Figure]) -> tuple[_Figure, ...]:
    return tuple(sorted(figures, key=lambda each: each.place))


class _Sum:
    """Figures that can be added, in the order of their places, for the days on which each of them holds."""

    def __init__(self, figures: Sequence[_Figure]) -> None:
        self.figures = figures
        self.places = tuple(each.place for each in figures)
        self.summands = tuple(each.claim.quantity for each in figures)
        self.bounds = Bounds(
            max(each.bounds.s1 for each in figures),
            max(each.bounds.s2 for each in figures),
            min(each.bounds.e1 for each in figures),
            min(each.bounds.e2 for each in figures),
        )

    @property
    def at_once(self) -> bool:
        """
        Whether the figures surely held together, and did not only follow each other on one day.

        Where they share just one day, each is of that day alone, or surely holds before and after it.
        """
        first, last = self.bounds.s1, self.bounds.e2
        if first != last:
            return True
        own = (each.bounds for each in self.figures)
        return all(each == self.bounds or each.s2 < first < each.e1 for each in own)

    @cached_property
    def total(self) -> Quantity:
        return reduce(Quantity.plus, self.summands)

    def claim(self, records: Records) -> Strength | None:
        """The figure for all the places together."""
        words = " and ".join(f"{each.claim.quantity} ({each.place})" for each in self.figures)
        return concluded(
            records,
            [each.claim for each in self.figures],
            self.bounds,
            f"the sum of {words}: places that share no ground, for the days on which each figure holds",
            at=self.places,
            spread=Spread.TOGETHER,
            quantity=self.total,
        )


def _with_dates_of_their_own(added: Iterable[_Sum]) -> Iterator[_Sum]:
    """The sums, without those that go straight on as the same total of other figures."""
    totals: dict[tuple[tuple[str, ...], Quantity], list[_Sum]] = {}
    for each in added:
        totals.setdefault((each.places, each.total), []).append(each)
    for alike in totals.values():
        in_time = sorted(alike, key=lambda each: (each.bounds.s2, each.bounds.e1))
        going_on: set[int] = set()
        holding: list[_Sum] = []
        for later in in_time:
            holding = [each for each in holding if each.bounds.e1 >= later.bounds.s2]
            followed = [each for each in holding if each.summands != later.summands]
            going_on.update(id(each) for each in followed)
            if followed:
                going_on.add(id(later))
            holding.append(later)
        yield from (each for each in in_time if id(each) not in going_on)
