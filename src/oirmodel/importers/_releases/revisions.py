"""Revisions of one table: which statement of a later one is which of an earlier, and what it corrects."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, NamedTuple

from oirmodel.claims import Tally
from oirmodel.diagnostics import Finding, Severity
from oirmodel.frozen import evolve
from oirmodel.ids import ClaimId
from oirmodel.importers.gathering import Gathering, found
from oirmodel.importers.table import Row
from oirmodel.provenance import Citation

__all__ = ["Cells", "Revisions", "Statement"]


class Cells(NamedTuple):
    """What a row says, as it stands in its file; rows that are alike in all of it are one row told again."""

    date: str
    country: str
    location: str
    number: str
    text: str
    """The line itself, by which a row is known again where something else of it was changed."""


class Statement:
    """A claim, the row that it was first made from, and where else it stands."""

    __slots__ = ("also", "cells", "claim", "retracts", "row")

    def __init__(self, claim: Tally, cells: Cells, row: Row) -> None:
        self.claim, self.cells = claim, cells
        self.row = Row(row.file, row.number, row.line, ())
        self.also: list[Citation] = []
        """The citations of rows that say the same."""
        self.retracts: tuple[ClaimId, ...] = ()

    def whole(self) -> Tally:
        """The claim with every row that says it."""
        if not self.also:
            return self.claim
        return evolve(self.claim, citations=(*self.claim.citations, *self.also))


_SAME_LINE: Final[tuple[Callable[[Cells], Hashable], ...]] = (
    lambda cells: (cells.text, cells.date, cells.location, cells.number),
    lambda cells: (cells.text, cells.date, cells.number),
    lambda cells: (cells.text, cells.date),
)
"""By what a changed row is known again, the surest first."""
_SAME_WORDS: Final[tuple[Callable[[Cells], Hashable], ...]] = (
    lambda cells: (cells.text, cells.location, cells.number),
    lambda cells: cells.text,
)
"""The same of another day: many lines are worded alike, so only where there is one on either side."""


class Revisions:
    """The statements of a table, revision after revision."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._all: list[Statement] = []
        self._earlier: dict[Cells, Statement] = {}
        self._current: dict[Cells, Statement] = {}
        self._new: list[_New] = []

    def again(self, cells: Cells, row: Row, citation: Citation) -> bool:
        """Whether a row says what an earlier one says, in this revision or before; then that is cited from here too."""
        statement = self._current.get(cells)
        if statement is not None:
            self._gathering.note(found("OIR504", row, "another row says the very same; it is counted once"))
        else:
            statement = self._earlier.get(cells)
            if statement is None:
                return False
            self._current[cells] = statement
        statement.also.append(citation)
        return True

    def say(self, statement: Statement, row: Row, citation: Citation) -> None:
        """A row says what no earlier one does."""
        self._current[statement.cells] = statement
        if self._earlier:
            self._new.append(_New(statement, row, citation))
        else:
            self._all.append(statement)

    def end(self, last: str) -> None:
        """The revision is read; ``last`` is the last day that it tells of, before which it was not made."""
        gone = [each for cells, each in self._earlier.items() if cells not in self._current]
        pairs = _pairs(gone, self._new)
        if self._earlier and not pairs and len(gone) == len(self._earlier):
            # It has nothing of what was read before: it is no revision of that, but goes on from it.
            self._all += [each.statement for each in self._new]
            self._earlier.update(self._current)
        else:
            known_again = {id(new.statement) for _, new in pairs}
            self._all += [each.statement for each in self._new if id(each.statement) not in known_again]
            for old, new in pairs:
                self._change(old, new, last)
            changed = {id(old) for old, _ in pairs}
            self._gathering.note(*(_gone(each) for each in gone if id(each) not in changed))
            self._earlier = self._current
        self._current, self._new = {}, []

    def _change(self, old: Statement, new: "_New", last: str) -> None:
        """A row of this revision is one of an earlier, changed: it corrects that, if it says something else."""
        statement, row, citation = new
        differing = [
            f"{name} {now!r} where {old.row.locator} has {before!r}"
            for name, now, before in zip(Cells._fields, statement.cells, old.cells, strict=True)
            if now != before
        ]
        if _means(statement.claim) == _means(old.claim):
            self._current[statement.cells] = old
            old.also += [citation, *statement.also]
            differing.append("which means the same")
        else:
            statement.retracts = (old.claim.id, *old.retracts)
            statement.claim = evolve(
                statement.claim,
                reported=f"[{last}..]",
                citations=(citation,),
                # With the older ones too: to take a correction back alone would bring back what it corrected.
                corrects=(old.claim.id,),
                retracts=statement.retracts,
                assumptions=(*statement.claim.assumptions, f"as a later revision has it: {', '.join(differing)}"),
            )
            self._all.append(statement)
        severity = Severity.NOTE
        if moved := [each for each in old.claim.at if each in self._gathering.known and each not in statement.claim.at]:
            severity = Severity.WARNING
            differing.append(f"so that it is not at {moved[0]!r} any more, which is known")
        self._gathering.note(found("OIR512", row, ", ".join(differing), severity=severity))

    def done(self) -> Iterator[Tally]:
        """All claims, each with every row that it stands in."""
        return (each.whole() for each in self._all)


class _New(NamedTuple):
    """A statement that was not in the earlier revision as it stands, its row, and the citation of that."""

    statement: Statement
    row: Row
    citation: Citation


def _pairs(gone: Iterable[Statement], new: Iterable[_New]) -> list[tuple[Statement, _New]]:
    """What is gone, with what it has become, in the order of the rows."""
    left = {each.cells: each for each in gone if each.cells.text}
    coming = {each.statement.cells: each for each in new}
    pairs: list[tuple[Statement, _New]] = []
    for tried, key in enumerate((*_SAME_LINE, *_SAME_WORDS)):
        were, are = _grouped(left, key), _grouped(coming, key)
        for words, olds in were.items():
            news = are.get(words, [])
            if tried < len(_SAME_LINE) or len(olds) == len(news) == 1:
                pairs += [(left.pop(old), coming.pop(now)) for old, now in zip(olds, news, strict=False)]
    return sorted(pairs, key=lambda pair: pair[1].row.number)


def _grouped(rows: Iterable[Cells], key: Callable[[Cells], Hashable]) -> dict[Hashable, list[Cells]]:
    groups: dict[Hashable, list[Cells]] = {}
    for cells in rows:
        groups.setdefault(key(cells), []).append(cells)
    return groups


def _gone(statement: Statement) -> Finding:
    return found("OIR513", statement.row, "a later revision does not have it any more; it stands")


def _means(claim: Tally) -> tuple[object, ...]:
    return claim.at, claim.spread, claim.period, claim.quantity, claim.against
