"""What a sentence has otherwise of one of the states that it comes to."""

from collections.abc import Iterable
from typing import Any, Final

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.errors import Problem
from oirmodel.frozen import Record
from oirmodel.limits import filled
from oirmodel.provenance import Citation, said_date
from oirmodel.recipes.base import Envelope, Recipe
from oirmodel.temporal import ImpreciseDate, Period, as_date
from oirmodel.vocab import Modality

__all__ = ["Aside", "Otherwise", "not_weaker"]

_WEAKER: Final = frozenset({Modality.ALLEGED, Modality.INFERRED, Modality.ASSESSED})
"""The modalities that a part of a sentence may have where the sentence as a whole is asserted."""


@frozen(kw_only=True)
class Otherwise(Record):
    """Fields of the envelope that stand instead of those of the sentence; one not given is as the sentence has it."""

    citations: tuple[Citation, ...] | None = field(default=None, validator=optional(filled))
    assumptions: tuple[str, ...] | None = None
    """``[]`` where what the sentence needs is not needed here."""
    note: str | None = None

    def envelope(self, said: Envelope) -> Envelope:
        """The envelope of a sentence with what is otherwise here."""
        given: dict[str, Any] = {
            name: value for name in ("citations", "assumptions", "note") if (value := getattr(self, name)) is not None
        }
        return {**said, **given}  # type: ignore[typeddict-item]


@frozen(kw_only=True)
class Aside(Otherwise):
    """
    One state of a sentence, as far as it is not told as the rest is.

    That a base was handed over on a day is said; that whoever handed it over had controlled it until then, and since
    when at the earliest, is mostly concluded, on assumptions and sources of its own.

    >>> from oirmodel import Citation, recipes
    >>> told = recipes.handover(
    ...     of="k-1",
    ...     giver="us-led-coalition",
    ...     receiver="iraqi-security-forces",
    ...     when="2020-03-29",
    ...     before=recipes.Aside(
    ...         since="[2017-01-01..2020-03-29]",
    ...         modality="inferred",
    ...         assumptions=["not before 2017: since then the base hosted forces of the coalition"],
    ...     ),
    ...     reported="2020-03-30",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> [(each.id, each.modality.value, each.period.format()) for each in told[-2:]]  # doctest: +NORMALIZE_WHITESPACE
    [('control-k-1-iraqi-security-forces-2020-03-29', 'asserted', '2020-03-29/..'),
     ('control-k-1-us-led-coalition-until-2020-03-29', 'inferred', '[2017-01-01..2020-03-29]/2020-03-29')]
    """

    since: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """From when on it was so."""
    until: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """Until when it was so."""
    modality: Modality | None = None
    """``inferred``, ``assessed`` or ``alleged``, where the rest is more than that."""

    def envelope(self, said: Envelope) -> Envelope:
        envelope = super().envelope(said)
        return envelope if self.modality is None else {**envelope, "modality": self.modality}

    def over(self, period: Period) -> Period:
        """A period with the sides that are otherwise here."""
        return Period(start=self.since or period.start, end=self.until or period.end)


def not_weaker(recipe: Recipe, *names: str) -> Iterable[Problem]:
    """A problem for each of these asides of a recipe that is told more firmly than a conclusion."""
    for name in names:
        aside: Aside | None = getattr(recipe, name)
        if aside is not None and aside.modality not in {None, *_WEAKER}:
            known = ", ".join(repr(each.value) for each in Modality if each in _WEAKER)
            yield Problem(f"{name}.modality", aside.modality, f"expected one of {known}, or none")
