"""What a claim contributes to one question: a word for or against a value, with its bounds."""

import math
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from oirmodel.claims import Being, Claim, Travel
from oirmodel.dataset import Records, Standing, weight
from oirmodel.temporal import Bounds, EndKind, Hemisphere, Span
from oirmodel.truth import Truth
from oirmodel.vocab import Degree, Modality, Spread

__all__ = [
    "ALWAYS",
    "UNSTATED",
    "Reading",
    "Word",
    "denied_in_part",
    "gather",
    "is_lasting",
    "is_silent",
    "last_day",
    "left_of",
    "on_site",
    "speaks_from",
]

UNSTATED: Final = "unstated"
"""The detail of a claim that states none."""


NOTHING_MORE: Final[Mapping[str, Bounds]] = MappingProxyType({})
"""No bounds but those of the claims."""


ALWAYS: Final = Span(-math.inf, math.inf)
"""All days."""


_IN_PART: Final = frozenset({Spread.PARTS_OF, Spread.MAINLY})


_ALL_DAYS: Final = Bounds(-math.inf, -math.inf, math.inf, math.inf)
"""Of what is as of its report."""


class Word(NamedTuple):
    """One claim as evidence on one question."""

    claim: Claim
    value: Any
    """What it is for or against: an id, a quantity, a status, an aim."""
    affirms: bool
    full: bool
    """Whether it counts in full; else it makes an answer possible at most."""
    own: Bounds
    """The claim's bounds, by themselves."""
    bounds: Bounds
    """The bounds after rivals were put in order."""
    detail: str
    """The degree, share, role or relation; ``unstated`` where there is none."""

    def truth(self, first: float, last: float, *, during: bool = False) -> Truth:
        """Whether it was so on these days, as far as the word counts."""
        truth = self.bounds.during(first, last) if during else self.bounds.throughout(first, last)
        return truth if self.full else truth & Truth.MAYBE


def speaks_from(own: Bounds) -> float:
    """
    The first day of which a word of these bounds says anything.

    Days before it are reached only because the start is unbounded; otherwise every sighting would be a candidate for
    all of history.
    """
    s1, s2, e1, e2 = own
    if s1 != -math.inf:
        return -math.inf
    return min(s2, e2) if e1 == -math.inf else min(s2, e1)


def is_silent(word: Word, last: float) -> bool:
    """Whether a word says nothing of days up to this one."""
    return last < speaks_from(word.own)


def last_day(word: Word) -> float:
    """The last day on which the word surely had come true: of a sighting, its day."""
    return max(word.own.s2, word.own.e1)


def is_lasting(word: Word) -> bool:
    """Whether it was still so when it was seen or said, so that it is presumed to have gone on."""
    return word.own.e2 == math.inf and word.claim.period.end_kind is not EndKind.UNKNOWN


class Reading(NamedTuple):
    """How a question reads claims."""

    modality: Modality | None = None
    """Of which modality the evidence is; ``None`` asks for what was so."""
    padding: int = 0
    """By how many days a bound that its source qualifies (``?``, ``~``, ``%``) is widened."""
    gap: int | None = None
    """Sightings of one value at most so many days apart are read as one stay; ``None`` joins none."""
    hemisphere: Hemisphere = Hemisphere.NORTHERN
    """Of which hemisphere a season is whose date names none."""
    known: Mapping[str, Bounds] = NOTHING_MORE
    """Bounds that replace those of claims, by id: what would follow if they were known."""


def gather(
    records: Records,
    claims: Iterable[tuple[Claim, str | None]],
    days: Span,
    reading: Reading,
) -> tuple[Word, ...]:
    """
    The words of some claims on a question about some days, each as firm as its claim stands in the view.

    A claim comes with the detail that it has for this question where that is not its own, as control of a part is
    partial control of the whole.
    """
    words = []
    for claim, detail in claims:
        standing = records.standing(claim)
        counts = _counts(claim, reading.modality) & standing.throughout(*days)
        if counts is Truth.NO:
            continue
        grammar = claim.grammar
        own = _bounds(records, claim, reading)
        if standing.corrections and left_of(standing, own) is Truth.NO:
            continue
        stated = str(getattr(claim, grammar.detail)) if grammar.detail else UNSTATED
        affirms = claim.modality is not Modality.DENIED
        words.append(
            Word(
                claim=claim,
                value=_value(claim),
                affirms=affirms,
                full=counts is Truth.YES and not (affirms and stated in grammar.doubtful),
                own=own,
                bounds=own,
                detail=detail or stated,
            )
        )
    return tuple(words) if reading.gap is None else _joined_sightings(words, reading.gap)


def left_of(standing: Standing, own: Bounds) -> Truth:
    """
    How firmly a claim stands on the very days that it is sure of, or was made for.

    Where it was wrong about those nothing is left of it: that it also allows days which its correction does not reach
    was never what it said.
    """
    first, last = sorted((own.s2, own.e1))
    return standing.throughout(first, last) if math.isfinite(first) and math.isfinite(last) else standing.truth


def _joined_sightings(words: list[Word], gap: int) -> tuple[Word, ...]:
    """The words with each run of sightings, none further from the next than the gap, read as one stay."""
    runs: dict[tuple[object, str], list[Word]] = {}
    denials = [word.own for word in words if not word.affirms]
    kept = []
    for word in sorted(words, key=lambda word: word.own.s2):
        if not (word.affirms and word.full and is_lasting(word) and math.isfinite(word.own.s2)):
            kept.append(word)
            continue
        run = runs.setdefault((word.value, word.detail), [])
        denied_between = any(each.s2 <= word.own.s2 and each.e1 >= run[-1].own.e1 for each in denials) if run else False
        if run and (denied_between or word.own.s2 - run[-1].own.e1 > gap):
            kept += _as_one_stay(run)
            run.clear()
        run.append(word)
    for run in runs.values():
        kept += _as_one_stay(run)
    return tuple(kept)


def _as_one_stay(run: list[Word]) -> list[Word]:
    if len(run) < 2:  # noqa: PLR2004 - one sighting has nothing to be joined to
        return list(run)
    first, last = run[0].own, max((word.own for word in run), key=lambda own: own.e1)
    stay = Bounds(first.s1, first.s2, last.e1, last.e2).normalised()
    return [word._replace(own=stay, bounds=stay) for word in run]


def _value(claim: Claim) -> object:
    """What a claim answers: by the one field or, where that is empty, by the other."""
    grammar = claim.grammar
    value = getattr(claim, grammar.value)
    return getattr(claim, grammar.instead) if value is None and grammar.instead is not None else value


def _bounds(records: Records, claim: Claim, reading: Reading) -> Bounds:
    if claim.grammar.being is Being.REPORT:
        return _ALL_DAYS
    bounds = reading.known.get(claim.id) or records.store.bounds(claim, reading.hemisphere)
    return _padded(bounds, claim, reading.padding)


def _counts(claim: Claim, modality: Modality | None) -> Truth:
    if modality is None:
        return weight(claim.modality)
    return Truth.of(certain=claim.modality is modality, possible=False)


def _padded(bounds: Bounds, claim: Claim, padding: int) -> Bounds:
    if not padding:
        return bounds
    start, end = claim.period.start, claim.period.end
    at_start = padding if start is not None and start.qualifier else 0
    at_end = padding if end is not None and end.qualifier else 0
    s1, s2, e1, e2 = bounds
    return Bounds(s1 - at_start, s2 + at_start, e1 - at_end, e2 + at_end).normalised()


def denied_in_part(claim: Claim) -> str | None:
    """
    For a denial that leaves room in the very places that it names, by what: it is of parts of them, or of them mainly.

    "Not in parts of Anbar" says that there are parts where it was not so, and "not mainly in Anbar" that it was mostly
    elsewhere: both may well have been so in Anbar.
    """
    spread = getattr(claim, "spread", None)
    return spread.value if claim.modality is Modality.DENIED and spread in _IN_PART else None


def on_site(records: Records, kind: type[Claim], site: str) -> Iterator[tuple[Claim, str | None]]:
    """
    The claims of a kind that bear on a site: those about it, and those about its parts and wholes as the kind allows.

    Presence goes up, from a part to the whole; full control goes down, and control of a part is partial control of the
    whole; a denial goes down, of control only one that names no degree. What is denied of parts of a site, or of it
    mainly, is not denied of the site, nor of any one part.
    """
    travel = kind.grammar.travel
    store = records.store
    for claim in store.by_site.get((kind.kind, site), ()):
        yield claim, denied_in_part(claim)
    if travel is Travel.STAYS:
        return
    for part in store.all_parts(site):
        for claim in store.by_site.get((kind.kind, part), ()):
            if claim.modality is not Modality.DENIED:
                yield claim, Degree.PARTIAL.value if travel is Travel.CONTROL else None
    for whole in store.all_wholes(site):
        for claim in store.by_site.get((kind.kind, whole), ()):
            if denied_in_part(claim) is not None:
                continue
            detail = str(getattr(claim, claim.grammar.detail)) if claim.grammar.detail else UNSTATED
            denied = claim.modality is Modality.DENIED
            # No combat troops in a province are none at its bases; no full control of it may be full control of one.
            denies_all = denied and (detail == UNSTATED or travel is Travel.UP)
            goes_down = travel is Travel.CONTROL and not denied and detail == Degree.FULL
            if denies_all or goes_down:
                yield claim, detail
