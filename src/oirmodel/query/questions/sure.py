"""What holds on a day, whatever it is about: every claim that surely does."""

from collections.abc import Iterator
from typing import Final

from oirmodel.claims import Being, Claim
from oirmodel.dataset import Records, weight
from oirmodel.errors import InvalidQuestion
from oirmodel.query.calendar import Calendar
from oirmodel.query.questions.asking import kind_of
from oirmodel.temporal import DateLike, read_window
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["holding"]

_IN_TIME: Final = frozenset({Being.HOLDS, Being.EXTENT})


def holding(records: Records, kind: type[Claim] | str | None = None, *, on: DateLike) -> tuple[Claim, ...]:
    """
    Every claim of a view that surely holds on a day, or is surely of an event on it; of one kind, if one is given.

    A claim is weighed by itself: it stands and counts in full, and the day lies within its sure days. Denials are not
    among them, nor totals, nor what is presumed. Whether claims conflict is for the questions about their subjects.
    The first call on a view lays out all its claims of the kind; each further day costs what holds on it. Raises
    :class:`~oirmodel.errors.InvalidQuestion` where ``on`` is more than a day.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> {claim.kind for claim in holding(data, on="2026-01-17")} >= {"control", "occurrence"}
    True
    >>> [claim.id for claim in holding(data, "control", on="2026-01-17")]
    ['control-al-asad-iraq-2026']
    """
    day, last = read_window(on)
    if day != last:
        raise InvalidQuestion(f"expected one day, not {str(on)!r}: what holds differs from day to day")
    if records.known_day is not None and day > records.known_day:
        return ()  # nobody knew yet
    chosen = None if kind is None else kind_of(kind)
    name = (Calendar, chosen)
    if name not in records.worked_out:
        records.worked_out[name] = _laid_out(records, chosen)
    calendar, corrected = records.worked_out[name]
    found: tuple[Claim, ...] = calendar.on(day)
    also = [each for each in corrected.on(day) if records.standing(each).throughout(day, day) is Truth.YES]
    return (*found, *also) if also else found


def _laid_out(records: Records, kind: type[Claim] | None) -> tuple[Calendar[Claim], Calendar[Claim]]:
    """The claims by their sure days: those that stand on all of them, and those that stand only on some."""
    corrected: list[tuple[float, float, Claim]] = []

    def plain() -> Iterator[tuple[float, float, Claim]]:
        store = records.store
        for claim in store.claims.values() if kind is None else store.by_kind.get(kind.kind, ()):
            if claim.grammar.being not in _IN_TIME or claim.modality is Modality.DENIED:
                continue
            standing = records.standing(claim)
            _, s2, e1, _ = bounds = store.bounds(claim)
            if s2 > e1 or not bounds.possible or (weight(claim.modality) & standing.truth) is not Truth.YES:
                continue
            if standing.corrections:
                corrected.append((s2, e1, claim))
            else:
                yield s2, e1, claim

    calendar = Calendar(plain())
    return calendar, Calendar(corrected)
