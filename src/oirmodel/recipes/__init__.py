"""
One reported sentence becomes its event, its occurrence, who took part, and the states that it changed.

A recipe takes what the sentence says by keyword, and the envelope of a claim once: ``reported``, ``citations``,
``modality``, and where they are known ``asserted_by``, ``assumptions``, ``recorded``, ``grades``, ``note``. It gives
entities and claims, to be put into a dataset: ``data.plus(*recipes.handover(...))``. Nothing is said that the sentence
does not say: a date stays as vague as it is, and what is not given becomes no claim.

A part of a sentence may rest on other sources and assumptions than the rest, and be concluded where the rest is said:
since when the giver of a base had controlled it, by when a thing is due. An :class:`Aside`, and an
:class:`Undertaking`, say what is otherwise there.

Ids are made from the sentence, so that the same sentence gives the same ones. ``id`` gives the event another, and the
claims with it. A second report of an event names it: with ``event="handover-k-1-2020-03-29"`` no new one is made, and
the ids of the claims carry the source, or are made from ``id`` where one is given as well. The ids of a sentence that
is not asserted end in its modality, so that a plan and what came of it can stand side by side.

What is wrong with the arguments is reported at once, as :class:`~oirmodel.errors.InvalidObject`.
"""

import inspect
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, ParamSpec

from oirmodel.recipes.agreements import Agreeing, Undertaking
from oirmodel.recipes.appointments import Appointment
from oirmodel.recipes.asides import Aside
from oirmodel.recipes.base import Recipe, Told
from oirmodel.recipes.handovers import Handover
from oirmodel.recipes.strikes import Strike
from oirmodel.recipes.withdrawals import Withdrawal

__all__ = [
    "RECIPES",
    "Aside",
    "Recipe",
    "Told",
    "Undertaking",
    "agreement",
    "appointment",
    "handover",
    "strike",
    "withdrawal",
]

P = ParamSpec("P")

RECIPES: Final[Mapping[str, type[Recipe]]] = MappingProxyType(
    {each.title: each for each in (Agreeing, Appointment, Handover, Strike, Withdrawal)}
)
"""Each recipe by its name, as a record of what a sentence says; its ``records()`` are what it comes to."""


def _telling(name: str, recipe: Callable[P, Recipe]) -> Callable[P, tuple[Told, ...]]:
    """The function that takes the fields of a recipe and gives its records."""

    def tell(*args: P.args, **fields: P.kwargs) -> tuple[Told, ...]:
        return recipe(*args, **fields).records()

    _, *parameters = inspect.signature(recipe.__init__).parameters.values()
    tell.__signature__ = inspect.Signature(parameters, return_annotation=tuple[Told, ...])  # type: ignore[attr-defined]
    tell.__doc__ = recipe.__doc__
    tell.__name__ = tell.__qualname__ = name
    return tell


agreement = _telling(Agreeing.title, Agreeing)
appointment = _telling(Appointment.title, Appointment)
handover = _telling(Handover.title, Handover)
strike = _telling(Strike.title, Strike)
withdrawal = _telling(Withdrawal.title, Withdrawal)
