"""Reading the table of bases of troopdata."""

import re
from collections import Counter
from typing import Any, Final

from oirmodel.claims import Assessment, Claim, Presence
from oirmodel.diagnostics import Severity
from oirmodel.entities import Installation, Source
from oirmodel.errors import InvalidObject, quoted
from oirmodel.geo import Point
from oirmodel.ids import ActorId, ClaimId, EntityId, InstallationId, PlaceId, SiteId, SourceId
from oirmodel.importers._troopdata.figures import Unreadable, place_of
from oirmodel.importers._troopdata.terms import BASES, COLLECTION, TROOPDATA, US_FORCES
from oirmodel.importers.gathering import Gathering, found, reasons
from oirmodel.importers.table import Row, Table
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import Modality

__all__ = ["COLUMNS", "Bases"]

COLUMNS: Final = ("countryname", "basename", "lat", "lon", *(each.term for each in BASES.terms))
_SORTS: Final = tuple(each.term for each in BASES.terms)
_FUNDED: Final = "fundedsite"
_CODES: Final = ("iso3c", "ccode")
_BLANK: Final = frozenset({"", "NA"})
_DEGREES: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,20})?", re.ASCII)
_BY_2018: Final = Period(start="[..2018]", end=None)
_SINCE: Final = ImpreciseDate.parse("[2018..]")
_UNDATED: Final = (
    "the table is of bases from the Cold War to 2018 and dates none: begun by then, and nobody says until when"
)


class Bases:
    """Reads the rows of tables of bases."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._seen: dict[tuple[str, ...], str] = {}
        self._named: Counter[tuple[str, str]] = Counter()

    def read(self, table: Table) -> None:
        """Read one file, row by row."""
        places = table.columns(*COLUMNS)
        codes = [table.header.index(each) if each in table.header else None for each in _CODES]
        self._gathering.unread(table, {*COLUMNS, *_CODES})
        source = SourceId(self._gathering.new_id("src", "troopdata", table.file))
        title = f"troopdata: {table.file}, after Vine's lists of US bases abroad"
        self._gathering.add(Source(id=source, title=title, collection=COLLECTION))
        for row in self._gathering.rows(table):
            if len(row.cells) != len(table.header):
                message = f"{len(row.cells)} cells where the header has {len(table.header)}"
                self._quarantine(row, "OIR501", message)
                continue
            cells = [row.cells[each].strip() for each in places]
            given = ["" if each is None else row.cells[each].strip() for each in codes]
            try:
                self._row(cells, given, row, Citation(source=source, locator=f"row {row.number}"))
            except Unreadable as problem:
                self._quarantine(row, problem.code, problem.message)
            except InvalidObject as error:
                self._quarantine(row, "OIR502", reasons(error))

    def _quarantine(self, row: Row, code: str, message: str) -> None:
        self._gathering.quarantine(row, found(code, row, message, severity=Severity.WARNING))

    def _note(self, row: Row, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        self._gathering.note(found(code, row, message, severity=severity))

    def _row(self, cells: list[str], codes: list[str], row: Row, citation: Citation) -> None:
        country, written, latitude, longitude, *marks = cells
        name = " ".join(written.split())
        if (*cells, *codes) in self._seen:
            before = self._seen[*cells, *codes]
            self._note(row, "OIR504", f"it says the very same as {before}; it is counted once", Severity.NOTE)
            self._gathering.place()
            return
        if any(each not in {"0", "1"} for each in marks):
            wrong = next(each for each in marks if each not in {"0", "1"})
            raise Unreadable("OIR502", f"{', '.join(_SORTS)}: {quoted(wrong)} is neither 0 nor 1")
        sorts = [term for term, mark in zip(BASES.terms, marks, strict=True) if mark == "1"]
        point = _point(latitude, longitude)
        site, code = place_of(self._gathering, country, *codes)
        linked = None if name in _BLANK else self._gathering.link(name, Installation, country=code)
        an_id = linked or self._gathering.new_id("base", code or country, "unnamed" if name in _BLANK else name)
        kinds = {each.ours for each in sorts}
        words = ", ".join(each.term for each in sorts) or "none of the three"
        base: dict[str, Any] = {"category": kinds.pop()} if len(kinds) == 1 else {}
        names = () if name in _BLANK else (Name(text=name),)
        made = Installation(
            id=InstallationId(an_id),
            place=PlaceId(site),
            point=point,
            names=names,
            note=f"in troopdata: {words}",
            **base,
        )
        if linked is None:
            self._gathering.add(made)
        if name != written:
            self._note(row, "OIR505", f"{quoted(written)} is read on one line", Severity.NOTE)
        if len(sorts) != 1:
            self._note(row, "OIR503", f"{len(sorts)} of {', '.join(_SORTS)} are 1, where one is expected")
        if linked is not None:
            self._note(row, "OIR505", f"{name!r} is the base {linked}; its coordinates here are a note", Severity.NOTE)
        self._doubts(row, country, name, latitude)
        self._seen[*cells, *codes] = row.locator
        claims: list[Claim] = []
        # A base of its host that is paid for is not said to have US forces in it.
        if any(each.term != _FUNDED for each in sorts):
            claims.append(self._presence(f"presence-us-forces-{an_id}-{row.number}", an_id, citation, words, point))
        if any(each.term == _FUNDED for each in sorts) or not sorts:
            claims.append(self._sort(f"assessment-{an_id}-{row.number}", an_id, citation, words))
        self._gathering.place(*claims)

    def _sort(self, an_id: str, base: str, citation: Citation, words: str) -> Assessment:
        return Assessment(
            id=ClaimId(an_id),
            of=EntityId(base),
            judgement="a base of its host that the United States pays for" if _FUNDED in words else "a base of no sort",
            reported=_SINCE,
            asserted_by=(Speaker(who=ActorId(self._gathering.take_or_add(TROOPDATA))),),
            citations=(citation,),
            modality=Modality.ASSERTED,
        )

    def _presence(self, an_id: str, base: str, citation: Citation, words: str, point: Point | None) -> Presence:
        where = "" if point is None else f", at {point.latitude}, {point.longitude}"
        return Presence(
            id=ClaimId(an_id),
            of=ActorId(self._gathering.take_or_add(US_FORCES)),
            at=SiteId(base),
            period=_BY_2018,
            reported=_SINCE,
            asserted_by=(Speaker(who=ActorId(self._gathering.take_or_add(TROOPDATA))),),
            citations=(citation,),
            modality=Modality.ASSERTED,
            assumptions=(_UNDATED,),
            note=f"in troopdata: {words}{where}",
        )

    def _doubts(self, row: Row, country: str, name: str, latitude: str) -> None:
        """What a row leaves out, and what stands twice."""
        if name in _BLANK:
            self._note(row, "OIR550", "the base has no name")
        elif self._named[country, name]:
            self._note(row, "OIR504", f"{name!r} in {country} stands in an earlier row too, and both stand")
        self._named[country, name] += 1
        if latitude in _BLANK:
            self._note(row, "OIR551", "the base has no coordinates", Severity.NOTE)


def _point(latitude: str, longitude: str) -> Point | None:
    """Where a base is; ``None`` where it is not said."""
    if latitude in _BLANK and longitude in _BLANK:
        return None
    for each in (latitude, longitude):
        if not _DEGREES.fullmatch(each):
            raise Unreadable("OIR502", f"coordinates: {quoted(each)} is no number of degrees")
    return Point(longitude=float(longitude), latitude=float(latitude))
