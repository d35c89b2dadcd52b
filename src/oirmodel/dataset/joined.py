"""Which ids are one thing, by the SameAs claims that stand, and which of those are contradicted."""

import itertools
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from oirmodel.claims import Claim, DifferentFrom, SameAs
from oirmodel.dataset.standing import Standing, weight
from oirmodel.entities import Entity, Force, Organization, Person
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Contradiction", "Identities"]

Pair = frozenset[str]
_ALWAYS: Final = (-math.inf, math.inf)


class Contradiction(NamedTuple):
    """Two ids that are said to be two things, while SameAs claims make them one, directly or by way of others."""

    partings: tuple[Claim, ...]
    """What says that they are two: each a DifferentFrom, or a SameAs that is denied."""
    ids: tuple[str, ...]
    """The shortest chain from the one id to the other; of several the first by the alphabet."""
    chain: tuple[tuple[SameAs, ...], ...]
    """Of each link of that chain the claims that make it."""
    beside: tuple[SameAs, ...]
    """The claims of all other links of all other chains between the two."""


class Identities:
    """
    What the claims of a view say of which ids mean one thing.

    Only claims that stand and count in full say anything here. Between two ids there is a *link* where a SameAs says
    that they are one, and a *parting* where a DifferentFrom, or the denial of a SameAs, says that they are two; a
    DifferentFrom that is denied is neither. Two placeholders are never linked.

    A link joins its two ids, unless it is one of a chain of links, coming by no id twice, that leads from an id to one
    that is parted from it. Of such a chain one link at least must be wrong, or else the parting, and nobody knows
    which: so the whole chain joins nothing. All other links join: what hangs on the chain by its side stays joined to
    what it hangs on. So two ids that are parted are never joined, and the order of the claims makes no difference.
    """

    def __init__(
        self,
        claims: Iterable[SameAs | DifferentFrom],
        entities: Mapping[str, Entity],
        standing: Callable[[Claim], Standing],
    ) -> None:
        firm = [
            each
            for each in sorted(claims, key=lambda each: each.id)
            if weight(each.modality) & standing(each).throughout(*_ALWAYS) is Truth.YES
        ]
        links: dict[Pair, list[SameAs]] = {}
        partings: dict[Pair, list[Claim]] = {}
        unsaid: dict[Pair, list[DifferentFrom]] = {}
        for each in firm:
            pair = frozenset((each.one, each.other))
            denied = each.modality is Modality.DENIED
            if denied is isinstance(each, SameAs):
                partings.setdefault(pair, []).append(each)
            elif isinstance(each, DifferentFrom):
                unsaid.setdefault(pair, []).append(each)
            elif not all(_is_placeholder(entities.get(an_id)) for an_id in pair):
                links.setdefault(pair, []).append(each)
        self._links = links
        self.partings: Mapping[Pair, tuple[Claim, ...]] = {pair: tuple(told) for pair, told in partings.items()}
        """What says that two ids are two things, by the pair."""
        self.denied_partings: Mapping[Pair, tuple[DifferentFrom, ...]] = {p: tuple(told) for p, told in unsaid.items()}
        """What denies that two ids are two things, by the pair; it does not say that they are one."""
        self._next_to: dict[str, list[str]] = {}
        for one, other in sorted(map(sorted, links)):
            self._next_to.setdefault(one, []).append(other)
            self._next_to.setdefault(other, []).append(one)

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """Every id that is joined with another, with the one that stands for all: the first of them by the alphabet."""
        refused = {link for links in self._contradicted.values() for link in links}
        groups = _groups(pair for pair in self._links if pair not in refused)
        return {each: min(group) for group in groups for each in group}

    @cached_property
    def linked(self) -> Mapping[str, str]:
        """As :attr:`joined`, by all links, also those that are contradicted."""
        return {each: min(group) for group in _groups(self._links) for each in group}

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every parting of two ids between which a chain of links leads, by the order of their ids."""
        return tuple(self._contradiction(*sorted(pair)) for pair in sorted(self._contradicted, key=sorted))

    @cached_property
    def _contradicted(self) -> Mapping[Pair, tuple[Pair, ...]]:
        """Each pair that is parted and linked, with every link of every chain between the two."""
        found = {pair: _on_the_way(self._next_to, *sorted(pair)) for pair in self.partings}
        return {pair: links for pair, links in found.items() if links}

    def _contradiction(self, one: str, other: str) -> Contradiction:
        way = _shortest(self._next_to, one, other)
        chain = [frozenset(link) for link in itertools.pairwise(way)]
        pair = frozenset((one, other))
        aside = sorted(set(self._contradicted[pair]) - set(chain), key=sorted)
        return Contradiction(
            partings=self.partings[pair],
            ids=way,
            chain=tuple(tuple(self._links[link]) for link in chain),
            beside=tuple(claim for link in aside for claim in self._links[link]),
        )


def _on_the_way(next_to: Mapping[str, list[str]], one: str, other: str) -> tuple[Pair, ...]:
    """
    Every link on some way from the one id to the other that comes by no id twice.

    Were the two linked directly as well, these would be the links of the same block: the biconnected component, found
    by depth-first search (J. Hopcroft, R. Tarjan, "Algorithm 447", Communications of the ACM 16, 1973).
    """
    order, low = {one: 0, other: 1}, {other: 1}
    found: list[Pair] = []
    # Each step of the walk: an id, where it was reached from, what is next to it, and how much had been found before.
    walk: list[tuple[str, str | None, Iterator[str], int]] = [(other, None, iter(next_to.get(other, ())), 0)]
    while walk:
        here, came_from, ahead, before = walk[-1]
        for each in ahead:
            if each == came_from:
                continue
            if each not in order:
                order[each] = low[each] = len(order)
                walk.append((each, here, iter(next_to[each]), len(found)))
                found.append(frozenset((here, each)))
                break
            if order[each] < order[here]:
                found.append(frozenset((here, each)))
                low[here] = min(low[here], order[each])
        else:
            walk.pop()
            if came_from is not None:
                low[came_from] = min(low[came_from], low[here])
                if low[here] >= order[came_from]:
                    del found[before:]  # whatever hangs on that id alone leads back to it, and never on
    return tuple(found)


def _shortest(next_to: Mapping[str, list[str]], one: str, other: str) -> tuple[str, ...]:
    """The ids on the shortest way; of several the first by the alphabet."""
    came_from = {one: one}
    waiting = deque([one])
    while other not in came_from:
        here = waiting.popleft()
        for each in next_to[here]:
            if each not in came_from:
                came_from[each] = here
                waiting.append(each)
    way = [other]
    while way[-1] != one:
        way.append(came_from[way[-1]])
    return tuple(way[::-1])


def _groups(pairs: Iterable[Pair]) -> Iterator[set[str]]:
    """The ids that pairs tie together."""
    next_to: dict[str, set[str]] = {}
    for pair in pairs:
        for each in pair:
            next_to.setdefault(each, set()).update(pair)
    seen: set[str] = set()
    for start in next_to:
        if start in seen:
            continue
        group = {start}
        waiting = [start]
        while waiting:
            new = next_to[waiting.pop()] - group
            group |= new
            waiting += new
        seen |= group
        yield group


def _is_placeholder(entity: Entity | None) -> bool:
    return isinstance(entity, Force | Organization | Person) and entity.placeholder
