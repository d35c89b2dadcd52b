"""Lines of strikes that a table tells of in several rows, each counted once, with the targets of the strikes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from oirmodel.claims import Casualties, Claim, Tally
from oirmodel.diagnostics import Severity
from oirmodel.errors import quoted
from oirmodel.frozen import evolve
from oirmodel.ids import ActorId, SiteId
from oirmodel.importers._releases.strikes import NEAR, WHOSE, Problem, against_isis
from oirmodel.importers._releases.targets import EFFECTS, HARMS, PEOPLE, SEVERAL, TARGETS, bare
from oirmodel.importers.crosswalk import Fit
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import Counted, Effect, Harm, Spread, Victims

__all__ = ["Line", "Lines", "Said", "Sort", "When", "Where", "numbered", "sort_of"]

_UNNUMBERED: Final = "how many targets is not said: at least one of each sort that is named"
_BETWEEN_EFFECTS: Final = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Za-z]+")


class When(NamedTuple):
    """When the strikes of a row were, and since when that is known."""

    key: str
    """The days that it gives; empty where it gives none."""
    period: Period
    reported: ImpreciseDate
    assumptions: tuple[str, ...]


class Where(NamedTuple):
    """Of which release and place a row is; the place and the country are empty where it gives none."""

    release: str
    place: str
    country: str


class Sort(NamedTuple):
    """What a row says of targets."""

    words: str
    """The cells, as they stand."""
    target: str | None
    """Of what sort they were; ``None`` where there are several, or none is named."""
    key: str
    """By which the same sort is known again."""
    quantity: Quantity
    numbered: bool
    told: str
    """What came of it, in the words of the cell; empty where it has none."""
    effect: Effect | None
    harm: Harm | None


class Said(NamedTuple):
    """What one row says."""

    an_id: str
    row: str
    citations: tuple[Citation, Citation]
    strikes: int | None
    sort: Sort | None
    effect: str
    near: bool


class _Statement:
    """What is said of the targets of one sort and effect in one line, by one row or several."""

    __slots__ = ("an_id", "citations", "row", "sort")

    def __init__(self, said: Said, sort: Sort) -> None:
        self.an_id, self.row, self.sort = said.an_id, said.row, sort
        self.citations = dict.fromkeys(said.citations)

    def fits(self, other: Sort) -> bool:
        """Whether another row may say the same, each told as far as it goes."""
        mine = self.sort
        return (
            mine.key == other.key
            and (mine.quantity == other.quantity or not (mine.numbered and other.numbered))
            and (mine.told == other.told or not (mine.told and other.told))
        )

    def holds(self, other: Sort) -> bool:
        """Whether another row says this or less."""
        mine = self.sort
        return (
            mine.key == other.key
            and (mine.quantity == other.quantity or not other.numbered)
            and other.told in ("", mine.told)
        )

    def join(self, said: Said, other: Sort) -> None:
        """Another row says the same; what it alone has is added."""
        self.citations |= dict.fromkeys(said.citations)
        if other.numbered and not self.sort.numbered:
            self.sort = self.sort._replace(quantity=other.quantity, numbered=True)
        if other.told and not self.sort.told:
            self.sort = self.sort._replace(words=other.words, told=other.told, effect=other.effect, harm=other.harm)


class Line:
    """One line of a release: so many strikes in one place, and their targets."""

    __slots__ = ("an_id", "at", "citations", "isis", "near", "notes", "row", "statements", "strikes", "when", "where")

    def __init__(self, where: Where, when: When, at: tuple[SiteId, ...], said: Said) -> None:
        self.where, self.when, self.at, self.strikes = where, when, at, said.strikes
        self.an_id, self.row, self.near, self.isis = said.an_id, said.row, False, False
        self.citations: dict[Citation, None] = {}
        self.statements: list[_Statement] = []
        self.notes: dict[str, None] = {}

    def fits(self, where: Where, when: When, strikes: int | None) -> bool:
        """Whether a row of the same place may be of this line."""
        return (
            strikes in (None, self.strikes)
            and _alike(where.country, self.where.country)
            and _alike(when.key, self.when.key)
        )


class Lines:
    """Every line of every release."""

    def __init__(self, strikes: Tally, isis: ActorId) -> None:
        self._strikes, self._isis = strikes, isis
        self._targets = evolve(strikes, counted=Counted.TARGETS)
        self._all: list[Line] = []
        self._placed: dict[tuple[str, str], list[Line]] = {}
        self._of_release: dict[str, list[Line]] = {}
        self._current: Line | None = None

    def find(self, where: Where, when: When, strikes: int | None) -> Line | None:
        """The line that a row is of, if it has been told of: the same release and place, the same number of strikes."""
        fitting = [
            each for each in self._placed.get((where.release, where.place), ()) if each.fits(where, when, strikes)
        ]
        if strikes is None:
            # Many tables have the strikes on the first row of a line only, and its targets on those that follow.
            return self._current if self._current in fitting else fitting[0] if len(fitting) == 1 else None
        return next((each for each in fitting if each.when.key == when.key), fitting[-1] if fitting else None)

    def told(self, where: Where, when: When, said: Said) -> list[Line]:
        """The lines with a place of which a row that has none says nothing new."""
        sort = said.sort
        if sort is None:
            return []
        return [
            line
            for line in self._of_release.get(where.release, ())
            if line.where.place
            and line.fits(where, when, said.strikes)
            and any(each.holds(sort) for each in line.statements)
        ]

    def begin(self, where: Where, when: When, at: tuple[SiteId, ...], said: Said) -> Line:
        """A line that was not told of before."""
        line = Line(where, when, at, said)
        self._all.append(line)
        self._placed.setdefault((where.release, where.place), []).append(line)
        self._of_release.setdefault(where.release, []).append(line)
        return line

    def say(self, line: Line, when: When, said: Said) -> list[Problem]:
        """A row is of this line; gives what is doubtful about that."""
        self._current = line
        problems: list[Problem] = []
        if when.key and not line.when.key:
            line.when = when
        line.near |= said.near
        line.isis |= against_isis(said.effect) or (said.sort is not None and against_isis(said.sort.words))
        if said.strikes is not None:
            if line.citations:
                problems.append(
                    ("OIR518", Severity.NOTE, f"the strikes are those of {line.row}: they are counted once")
                )
            line.citations |= dict.fromkeys(said.citations)
        if said.sort is None:
            line.citations |= dict.fromkeys(said.citations)
            line.notes |= {said.effect: None} if said.effect else {}
            return problems
        same = [each for each in line.statements if each.fits(said.sort)]
        if len(same) == 1:
            same[0].join(said, said.sort)
            message = f"{same[0].row} says the same of these targets: they are counted once"
            problems.append(("OIR504", Severity.NOTE, message))
        else:
            line.statements.append(_Statement(said, said.sort))
        return problems

    def claims(self) -> Iterator[Claim]:
        """The strikes of each line, and its targets."""
        for line in self._all:
            assumptions = (*line.when.assumptions, WHOSE, *([NEAR] if line.near else []))
            spread = Spread.TOGETHER if len(line.at) > 1 else Spread.UNSTATED
            shared = {"at": line.at, "spread": spread, "period": line.when.period, "reported": line.when.reported}
            if line.strikes is not None:
                yield evolve(
                    self._strikes,
                    id=line.an_id,
                    quantity=numbered(line.strikes),
                    against=self._isis if line.isis else None,
                    assumptions=assumptions,
                    citations=tuple(line.citations),
                    note="; ".join(line.notes) or None,
                    **shared,
                )
            for each in line.statements:
                sort = each.sort
                isis = self._isis if against_isis(sort.words) else None
                own: dict[str, object] = {
                    "id": f"{each.an_id}-targets",
                    "quantity": sort.quantity,
                    "assumptions": assumptions if sort.numbered else (*assumptions, _UNNUMBERED),
                    "citations": tuple(each.citations),
                    "note": sort.words,
                }
                if sort.harm is None:
                    yield evolve(self._targets, target=sort.target, effect=sort.effect, against=isis, **own, **shared)
                else:
                    yield self._harmed(sort.harm, isis, own | shared)

    def _harmed(self, harm: Harm, who: ActorId | None, fields: dict[str, object]) -> Casualties:
        plain = Casualties(
            of=self._strikes.of,
            who=who,
            victims=Victims.FIGHTERS,
            harm=harm,
            cause="strikes",
            quantity=self._strikes.quantity,
            reported=self._strikes.reported,
            modality=self._strikes.modality,
            asserted_by=self._strikes.asserted_by,
            citations=self._strikes.citations,
        )
        return evolve(plain, **fields)


@cache
def numbered(number: int) -> Quantity:
    """A number that is given; 0 is a stated none."""
    return Quantity.exact(number) if number else Quantity.none()


def sort_of(target: str, number: int | None, effect: str) -> tuple[Sort | None, list[Problem]]:
    """What a row says of targets, ``None`` where it says nothing, and what is doubtful about it."""
    problems: list[Problem] = []
    if not target and number is None:
        return None, problems
    plain = bare(target)
    known = TARGETS.get(plain) or TARGETS.get(plain.replace("-", " "))
    several = known is None and len(SEVERAL.split(target)) > 1
    people = plain.casefold() in PEOPLE
    ours: str | None = plain or None
    if known is not None:
        ours = known.ours
        if known.fit is not Fit.EXACT:
            problems.append(("OIR505", Severity.NOTE, f"{target!r} is counted as {known.ours!r}: {known.note}"))
    elif several:
        ours = None
        problems.append(("OIR505", Severity.NOTE, "several sorts of targets in one cell, counted together"))
    elif target and not people:
        message = f"the target {quoted(target)} is in no crosswalk; it is kept in these words"
        problems.append(("OIR503", Severity.WARNING, message))
    harm = HARMS.get(effect) if people else None
    told, doubts = (None, []) if harm is not None else _effect(effect)
    problems += doubts
    quantity = Quantity.minimum(2 if several else 1) if number is None else numbered(number)
    if number is None:
        problems.append(("OIR505", Severity.NOTE, f"how many is not said of {target!r}: read as {quantity}"))
    sort = Sort(
        words=", ".join(filter(None, (target, effect))) or "targets",
        target=ours,
        key=(ours or plain).casefold(),
        quantity=quantity,
        numbered=number is not None,
        told=effect.casefold(),
        effect=told,
        harm=None if harm is None else harm.ours,
    )
    return sort, problems


def _effect(effect: str) -> tuple[Effect | None, list[Problem]]:
    """What came of it, where that is said of all targets of the row, and what is doubtful."""
    if not effect:
        return None, []
    whole = EFFECTS.get(effect)
    if whole is not None:
        wider = ("OIR505", Severity.NOTE, f"{effect!r} is read as {whole.ours.value!r}: {whole.note}")
        return whole.ours, [] if whole.fit is Fit.EXACT else [wider]
    parts = [EFFECTS.get(each) for each in _BETWEEN_EFFECTS.split(effect) if each]
    told = {each.ours for each in parts if each is not None}
    if None not in parts:
        if len(told) == 1:
            return told.pop(), []
        return None, [("OIR505", Severity.NOTE, f"{effect!r}: which came of it for which of them is not said")]
    first = _WORD.match(effect)
    if first is not None and (first[0] in EFFECTS or first[0] in HARMS):
        return None, [("OIR510", Severity.NOTE, f"its effect tells of more than its columns: {quoted(effect)}")]
    return None, [("OIR503", Severity.WARNING, f"the effect {quoted(effect)} is in no crosswalk")]


def _alike(one: str, other: str) -> bool:
    """Whether two cells agree, or one of them says nothing."""
    return one == other or not one or not other
