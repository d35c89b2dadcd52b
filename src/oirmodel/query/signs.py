"""What two entities of one kind have in common that may mean that they are one thing."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from oirmodel.claims import Posting, SameAs
from oirmodel.dataset import Records, name_key, weight
from oirmodel.dataset.spellings import Likeness, Spelling, Weights, keys_of, likeness, spelling
from oirmodel.entities import Entity, Force, Installation, Organization, Person, Place, Post
from oirmodel.geo import Point
from oirmodel.query.proposal import Reason, Sign
from oirmodel.temporal import Bounds
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = [
    "ALIKE",
    "Alike",
    "Found",
    "Names",
    "said_to_be_one",
    "same_external_id",
    "same_point",
    "same_point_as",
    "same_post",
]

K = TypeVar("K")

ALIKE: Final = 0.5
"""How alike two names are at least that are proposed."""
_MOST: Final = 20
"""What more entities have in common than these, a word, a name, an id or a spot, is that of a sort of thing."""
_ABOUT_THE_SAME_TIME: Final = 92
"""Days, a quarter of a year: within so many two holders of one post are looked at though no day is sure of both."""
_SPOT_M: Final = 10_000
"""Metres: a point that is known less precisely says in what area something lies, not where."""
_EARTH_M: Final = 6_371_008.8
"""The mean radius of the earth, of the International Union of Geodesy and Geophysics."""
_DEGREE_M: Final = 111_195.0

_SURE: Final = 0.95
_SAME_NAME: Final = 0.85
_SPELT_ALIKE: Final = 0.8
_SAME_DAYS: Final = 0.5
_SAME_TIME: Final = 0.3
_ONE_SPOT: Final = 0.3
_SAID: Final = 0.6


class Found(NamedTuple):
    """A reason that two entities may be one, by their ids, and how much it says."""

    pair: tuple[str, str]
    reason: Reason
    score: float


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


class Alike(NamedTuple):
    """Which two names of two entities, or of a text and an entity, are most alike, and how."""

    one: Spelling
    other: Spelling
    how: Likeness

    @property
    def reason(self) -> Reason:
        """The likeness in words."""
        names = f"{self.one.text!r} and {self.other.text!r}"
        if name_key(self.one.text) == name_key(self.other.text):
            return Reason(sign=Sign.NAME, why=f"they have one name: {names}")
        told = [f"their names are alike: {names}"]
        told += [f"{word!r} may be {match!r} spelt otherwise" for word, match in self.how.otherwise]
        told += [f"{', '.join(map(repr, self.how.alone))} in one of them alone"] if self.how.alone else []
        return Reason(sign=Sign.SPELLING, why="; ".join(told))

    @property
    def score(self) -> float:
        """How much the likeness says."""
        one_name = name_key(self.one.text) == name_key(self.other.text)
        return _SAME_NAME if one_name else _SPELT_ALIKE * self.how.score


def _keys(name: Spelling) -> Iterator[str]:
    return (key for sound in name.sounds for key in keys_of(sound))


def _whole(name: Spelling) -> Iterator[tuple[str, ...]]:
    yield tuple(sorted(name.sounds))


class Names:
    """The names of the entities of one kind, by what their words have in common with others that may be like them."""

    def __init__(self, entities: Iterable[Entity], kind: type[Entity]) -> None:
        self._of = {
            str(each.id): _spellings(each) for each in entities if isinstance(each, kind) and not _is_placeholder(each)
        }
        self._weights = Weights(self._of.values())

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for an_id, spellings in self._of.items():
            for key in {key for each in spellings for key in _keys(each)}:
                found.setdefault(key, {})[an_id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for an_id, spellings in self._of.items():
            for key in {key for each in spellings for key in _whole(each)}:
                found.setdefault(key, {})[an_id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    def pairs(self, of: str | None = None) -> Iterator[Found]:
        """Every two entities with names that are alike, but for what too many have in common; of one entity, or all."""
        blocks = [ids for ids in self._blocks(self._by_key, of, _keys) if len(ids) <= _MOST]
        blocks += [ids for ids in self._blocks(self._by_name, of, _whole) if len(ids) <= _MOST]
        if of is None:
            pairs = {_pair(one, other) for ids in blocks for one, other in combinations(ids, 2)}
        else:
            pairs = {_pair(of, other) for ids in blocks for other in ids if other != of}
        for one, other in sorted(pairs):
            alike = self.most_alike(self.spellings(one), other)
            if alike is not None:
                yield Found((one, other), alike.reason, alike.score)

    def _blocks(
        self, index: Mapping[K, tuple[str, ...]], of: str | None, keys: Callable[[Spelling], Iterable[K]]
    ) -> Iterable[tuple[str, ...]]:
        if of is None:
            return index.values()
        return [index[key] for key in {key for each in self.spellings(of) for key in keys(each)}]

    def spellings(self, an_id: str) -> tuple[Spelling, ...]:
        """The names of an entity as they are compared; none where it has none, or is of another kind."""
        return self._of.get(an_id, ())

    def near(self, *texts: str) -> Iterator[tuple[str, Alike]]:
        """Every entity with a name that is like one of some texts."""
        sought = tuple(map(spelling, texts))
        keys = dict.fromkeys(key for each in sought for key in _keys(each))
        ids = dict.fromkeys(each for key in keys for each in self._by_key.get(key, ()))
        for an_id in ids:
            alike = self.most_alike(sought, an_id)
            if alike is not None:
                yield an_id, alike

    def near_entity(self, entity: Entity) -> Iterator[Found]:
        """Every entity with a name that is like one of another entity, of the same kind, that is not among them."""
        if not _is_placeholder(entity):
            for an_id, alike in self.near(*(each.text for each in entity.names)):
                yield Found(_pair(entity.id, an_id), alike.reason, alike.score)

    def most_alike(self, spellings: Iterable[Spelling], an_id: str) -> Alike | None:
        """Which of some names and those of an entity are most alike; ``None`` where none are."""
        found = [
            Alike(one, other, likeness(one, other, self._weights))
            for one in spellings
            for other in self.spellings(an_id)
        ]
        best = max(found, key=lambda each: (each.score, each.how.score), default=None)
        return None if best is None or best.how.score < ALIKE else best


def _spellings(entity: Entity) -> tuple[Spelling, ...]:
    return tuple(dict.fromkeys(spelling(name.text) for name in entity.names))


def _is_placeholder(entity: Entity) -> bool:
    return isinstance(entity, Force | Organization | Person) and entity.placeholder


def same_external_id(entities: Sequence[Entity]) -> Iterator[Found]:
    """Every two entities with one external id, unless more than twenty have it."""
    bearers: dict[str, dict[str, None]] = {}
    for entity in entities:
        for each in entity.external_ids:
            bearers.setdefault(each.format(), {})[entity.id] = None
    for text, ids in bearers.items():
        for one, other in combinations(ids, 2) if len(ids) <= _MOST else ():
            reason = Reason(sign=Sign.EXTERNAL_ID, why=f"they have one external id: {text}")
            yield Found(_pair(one, other), reason, _SURE)


def said_to_be_one(records: Records) -> Iterator[Found]:
    """Every two entities that somebody says are one, where that does not count in full."""
    for claim in records.claims(SameAs):
        counts = weight(claim.modality) & records.standing(claim).throughout(-math.inf, math.inf)
        if counts is Truth.MAYBE and claim.modality is not Modality.DENIED:
            reason = Reason(sign=Sign.SAID, why="somebody says so, and it does not count in full", claims=(claim,))
            yield Found(_pair(claim.one, claim.other), reason, _SAID)


class _Holder(NamedTuple):
    """Who held a post, and of which days it is said, or from when to when it must have begun and ended."""

    claim: Posting
    bounds: Bounds
    first: float
    last: float


def same_post(records: Records) -> Iterator[Found]:
    """
    Every two persons who are said to have held one single post at about the same time.

    They did so on the same days, where two such claims conflict; or one may have followed the other, but the claims
    tell of days less than a quarter of a year apart, and not which of the two left before the other came.
    """
    for post in records.entities.values():
        if not isinstance(post, Post) or not post.single:
            continue
        ids = records.joined_with(post.id) or (post.id,)
        if post.id != ids[0]:
            continue  # the first of several ids of one post stands for all
        claims = (each for an_id in ids for each in records.store.by_subject.get((Posting.kind, an_id), ()))
        held = sorted((each for claim in claims for each in _holder(records, claim)), key=lambda each: each.first)
        for index, one in enumerate(held):
            for other in held[index + 1 :]:
                if other.first - one.last > _ABOUT_THE_SAME_TIME:
                    break
                if one.claim.by != other.claim.by:
                    yield from _at_once(records, post, one, other)


def _holder(records: Records, claim: object) -> Iterator[_Holder]:
    if not isinstance(claim, Posting) or claim.modality is Modality.DENIED:
        return
    bounds = records.bounds(claim)
    counts = weight(claim.modality) & records.standing(claim).truth
    first, last = sorted((bounds.s2, bounds.e1))
    if counts is Truth.YES and bounds.possible and math.isfinite(first) and math.isfinite(last):
        yield _Holder(claim, bounds, first, last)


def _at_once(records: Records, post: Post, one: _Holder, other: _Holder) -> Iterator[Found]:
    left, right = one.bounds, other.bounds
    name = records.label(post.id)
    a_day = left.s1 == left.e2 == right.s1 == right.e2
    if (left.e1 > right.s2 and right.e1 > left.s2) or a_day:
        why, score = f"they are said to have held one single post, {name}, on the same days", _SAME_DAYS
    elif min(left.e2, right.e2) > max(left.s1, right.s1):
        apart = int(max(0, other.first - one.last))
        when = "on days that nothing keeps apart" if apart == 0 else f"on days {apart} apart"
        why, score = f"they are said to have held one single post, {name}, {when}", _SAME_TIME
    else:
        return
    reason = Reason(sign=Sign.POST, why=why, claims=(one.claim, other.claim))
    yield Found(_pair(one.claim.by, other.claim.by), reason, score)


class _Spot(NamedTuple):
    """Where a site lies, and within how many metres that is known."""

    latitude: float
    longitude: float
    radius: float
    entity: Entity


def same_point(entities: Iterable[Entity]) -> Iterator[Found]:
    """
    Every two sites with points so near each other that they may be one, as precisely as they are known.

    A point without a precision is taken as it stands, one vaguer than 10 km is left out, and so is one spot that more
    than twenty sites have, as when whatever happened in a city was put in its middle.
    """
    spots = _spots(entities)
    widest = max((each.radius for each in spots), default=0.0)
    for index, one in enumerate(spots):
        for other in spots[index + 1 :]:
            if (other.latitude - one.latitude) * _DEGREE_M > one.radius + widest:
                break
            yield from _on_one_spot(one, other)


def same_point_as(few: Iterable[Entity], many: Iterable[Entity]) -> Iterator[Found]:
    """As :func:`same_point`, every two of which one is among the first and the other among the second."""
    spots = _spots(few)
    latitudes = [each.latitude for each in spots]
    widest = max((each.radius for each in spots), default=0.0)
    for one in _spots(many):
        reach = (one.radius + widest) / _DEGREE_M
        for index in range(bisect_left(latitudes, one.latitude - reach), len(spots)):
            if latitudes[index] > one.latitude + reach:
                break
            yield from _on_one_spot(one, spots[index])


def _spots(entities: Iterable[Entity]) -> list[_Spot]:
    """Where sites lie that lie anywhere precisely, from south to north."""
    at: dict[Point, list[_Spot]] = {}
    for entity in entities:
        point = entity.point if isinstance(entity, Installation | Place) else None
        if point is not None and (point.precision_m or 0) <= _SPOT_M:
            spot = _Spot(point.latitude, point.longitude, point.precision_m or 0, entity)
            at.setdefault(Point(longitude=point.longitude, latitude=point.latitude), []).append(spot)
    return sorted(
        (spot for here in at.values() if len(here) <= _MOST for spot in here),
        key=lambda each: (each.latitude, each.entity.id),
    )


def _on_one_spot(one: _Spot, other: _Spot) -> Iterator[Found]:
    apart = _metres(one, other)
    if apart <= one.radius + other.radius:
        radii = " and ".join(f"{each.radius:,.0f} m" for each in (one, other))
        why = f"their points lie {apart:,.0f} m apart, and are known to within {radii}"
        yield Found(_pair(one.entity.id, other.entity.id), Reason(sign=Sign.POINT, why=why), _ONE_SPOT)


def _metres(one: _Spot, other: _Spot) -> float:
    """The distance on the sphere, by the haversine formula."""
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(east / 2) ** 2
    return 2 * _EARTH_M * math.asin(math.sqrt(min(1.0, half)))
