"""Strategies read off the types of a record's fields, and the pool of ids that they draw references from."""

import types
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from oirmodel.claims import Claim
from oirmodel.dataset.references import KINDS_OF
from oirmodel.entities import ENTITY_KINDS, Entity, Source
from oirmodel.extensions import Extensions
from oirmodel.frozen import FrozenMap, Record
from oirmodel.geo import Box, Point
from oirmodel.ids import ExternalId
from oirmodel.names import Name
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.testing import values

__all__ = ["Pool", "built", "ids_for", "ids_in", "pool_of"]

Pool = Mapping[str, Sequence[str]]
"""The ids that generated objects may refer to, by kind: ``{"force": ["us-army"], "source": ["src-report"]}``."""

R = TypeVar("R", bound=Record)

_INVENTED: Final[Pool] = FrozenMap(
    {
        kind: tuple(f"{kind}-{number}" for number in range(1, 5))
        for kind in [*(each.kind for each in ENTITY_KINDS), "source"]
    }
)

_BY_TYPE: Final[dict[Any, SearchStrategy[Any]]] = {
    str: values.texts(min_size=1),
    bool: st.booleans(),
    Extensions: values.extensions(),
    Name: values.names(),
    ExternalId: values.external_ids(),
    Point: values.points(),
    Box: values.boxes(),
    Quantity: values.quantities(),
    Period: values.periods(),
    ImpreciseDate: values.days() | values.imprecise_dates(),
}


def ids_in(pool: Pool | None) -> Pool:
    """The pool, or the invented one where none is given; an empty pool is a pool."""
    return _INVENTED if pool is None else pool


def pool_of(*records: Entity | Source | Claim) -> FrozenMap[str, tuple[str, ...]]:
    """The ids of some records, to draw references from."""
    kinds: dict[str, tuple[str, ...]] = {}
    for each in records:
        kind = "claim" if isinstance(each, Claim) else each.kind
        kinds[kind] = (*kinds.get(kind, ()), each.id)
    return FrozenMap(kinds)


def ids_for(hint: object, pool: Pool) -> tuple[str, ...]:
    """The ids of a pool that an id of this type may be."""
    sought = KINDS_OF[hint]
    kinds: tuple[type[Entity | Source | Claim], ...] = (*ENTITY_KINDS, Source, Claim)
    return tuple(each for kind in kinds if issubclass(kind, sought) for each in pool.get(kind.kind, ()))


@cache
def _hints(cls: type[Record]) -> Mapping[str, Any]:
    hints = typing.get_type_hints(cls)
    fields = attrs.fields(cls)  # type: ignore[arg-type]  # every Record is an attrs class
    return {each.name: hints[each.name] for each in fields if each.init}


def _refers(hint: object) -> bool:
    """Whether a field of this type holds ids of other things."""
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint not in _BY_TYPE and any(_refers(each) for name, each in _hints(hint).items() if name != "id")
    return hint in KINDS_OF or any(_refers(each) for each in typing.get_args(hint))


@cache
def _independent(hint: object) -> SearchStrategy[Any] | None:
    """The strategy of a type that refers to nothing, made once; ``None`` for one that does."""
    return None if _refers(hint) else _by_hint(hint, {})


def _strategy(hint: object, pool: Pool) -> SearchStrategy[Any]:
    independent = _independent(hint)
    return _by_hint(hint, pool) if independent is None else independent


def _by_hint(hint: Any, pool: Pool) -> SearchStrategy[Any]:  # noqa: ANN401 - an annotation has no type of its own
    if hint in _BY_TYPE:
        return _BY_TYPE[hint]
    if hint in KINDS_OF:
        found = ids_for(hint, pool)
        return st.sampled_from(found) if found else st.nothing()
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return st.one_of([st.none() if each is type(None) else _strategy(each, pool) for each in arguments])
    if typing.get_origin(hint) is tuple:
        inner = _strategy(arguments[0], pool)
        return st.just(()) if inner.is_empty else st.lists(inner, max_size=2).map(tuple)
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return built(hint, pool)


def built(cls: type[R], pool: Pool, fields: Mapping[str, SearchStrategy[Any]] | None = None) -> SearchStrategy[R]:
    """
    Records of a class, each field drawn by its type, but for those that are given.

    Raises ``ValueError`` where a field needs an id and the pool has none that it may be.
    """
    given = fields or {}
    hints = _hints(cls)
    for name in given.keys() - hints.keys():
        raise ValueError(f"{cls.__name__} has no field {name!r}; it has {', '.join(hints)}")
    # An id is drawn only where it is given: a claim derives its own.
    drawn = {name: given[name] if name in given else _strategy(hints[name], pool) for name in hints if name != "id"}
    drawn |= {"id": given["id"]} if "id" in given else {}
    for name, strategy in drawn.items():
        if strategy.is_empty:
            raise ValueError(f"the pool has no id for {cls.__name__}.{name}; it has {', '.join(pool) or 'none'}")

    def record(draw: DrawFn, /) -> R:
        return cls(**{name: draw(strategy) for name, strategy in drawn.items()})

    record.__name__ = record.__qualname__ = cls.__name__  # what Hypothesis prints
    return composite(record)()
