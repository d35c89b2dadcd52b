"""Reading the tables of troops of troopdata: by quarter, by line of a report, and by year."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any, Final, NamedTuple

from oirmodel.claims import Claim, Strength
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Place, Source
from oirmodel.errors import InvalidObject, quoted
from oirmodel.frozen import copier
from oirmodel.ids import ActorId, PlaceId, SiteId, SourceId
from oirmodel.importers._reading.words import whole
from oirmodel.importers._troopdata.countries import ALPHA_2
from oirmodel.importers._troopdata.terms import (
    CIVILIANS,
    COLLECTION,
    DMDC,
    LEFT_OUT,
    MONTHS,
    PARTS,
    TROOPDATA,
    US_FORCES,
    Origin,
    origin_of,
)
from oirmodel.importers.gathering import Gathering, found, reasons
from oirmodel.importers.table import Row, Table
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period

__all__ = ["TOTALS", "Figures", "Unreadable", "place_of"]

TOTALS: Final = frozenset({"troops_all", "troops_ad"})
_SERVICES: Final = ("army_ad", "navy_ad", "air_force_ad", "marine_corps_ad")
_LEFT_OUT_SINCE: Final = (2017, 12)
_WITH_RESERVES_SINCE: Final = 2008
_KANE: Final = "Kane 2006"
_LAST_OF_KANE: Final = 2005
_KANE_PUBLISHED: Final = ImpreciseDate.parse("2006")
_QUARTERS: Final = 4
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_BLANK: Final = frozenset({None, "", "NA"})
_LEFT_OUT_NOTE: Final = "from December 2017 on the reports leave out those who are deployed there for operations"

_YEARLY_NOTE: Final = "the column troops_ad of a year is taken for everybody, whom the table has in no other"


class Unreadable(Exception):
    """A row that cannot be placed: the code and the message of why. It does not leave this package."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


class _Cells(NamedTuple):
    """The cells of a row that are read; one that the table does not have is ``None``."""

    countryname: str
    location: str | None
    iso3c: str | None
    ccode: str | None
    year: str
    month: str | None
    quarter: str | None
    source: str | None
    troops_all: str | None
    troops_ad: str | None
    army_ad: str | None
    navy_ad: str | None
    air_force_ad: str | None
    marine_corps_ad: str | None
    total_selected_reserve: str | None
    total_civilian: str | None


_KNOWN: Final = frozenset({*_Cells._fields, "region", "year_quarter"})
"""The columns that are read, and those that say nothing else than they do."""


class _When(NamedTuple):
    """When a figure was so, and since when it can be known."""

    year: int
    month: int | None
    """The month of the report; ``None`` for a year."""
    period: Period
    since: ImpreciseDate


class _Where(NamedTuple):
    """Where it was."""

    sites: tuple[SiteId, ...]
    country: str | None
    key: str
    """By which the quarters of a year are found."""


class _Whose(NamedTuple):
    """Whose figure it is."""

    origin: Origin
    cited: Citation | None
    """The report, or Kane's data; ``None`` where none is named."""


class _Year(NamedTuple):
    """A row that is of a year, until its quarters are known."""

    row: Row
    key: tuple[str, int]
    total: int
    claims: list[Claim]


class Figures:
    """Reads the rows of tables of troops."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._places: dict[tuple[str, str | None, str | None, str | None], _Where] = {}
        self._times: dict[tuple[str, str | None, str | None], _When] = {}
        self._origins: dict[str | None, _Whose] = {}
        self._quantities: dict[tuple[int, bool], Quantity] = {}
        self._makers: dict[tuple[str, str | None, str], Callable[..., Claim]] = {}
        self._quarters: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        self._years: list[_Year] = []
        self._seen: dict[_Cells, str] = {}

    def read(self, table: Table) -> None:
        """Read one file, row by row; the rows of years wait for :meth:`done`."""
        table.columns("countryname", "year")
        if not TOTALS & {*table.header}:
            table.columns("troops_all")
        self._gathering.unread(table, _KNOWN)
        source = SourceId(self._gathering.new_id("src", "troopdata", table.file))
        self._gathering.add(Source(id=source, title=f"troopdata: {table.file}", collection=COLLECTION))
        width, prefix = len(table.header), source.removeprefix("src-")
        pick = itemgetter(*(table.header.index(each) if each in table.header else width for each in _Cells._fields))
        in_row = copier(Citation(source=source, locator="row"), "locator")
        before = len(self._years)
        for row in self._gathering.rows(table):
            if len(row.cells) != width:
                self._quarantine(row, "OIR501", f"{len(row.cells)} cells where the header has {width}")
                continue
            cells = _Cells._make([each and each.strip() for each in pick((*row.cells, None))])
            try:
                self._row(cells, row, in_row(f"row {row.number}"), f"{prefix}-{row.number}")
            except Unreadable as problem:
                self._quarantine(row, problem.code, problem.message)
            except InvalidObject as error:
                self._quarantine(row, "OIR502", reasons(error))
        if len(self._years) > before:
            message = (
                f"{table.file}: the columns besides the total of a year may be of different reports; they are left"
            )
            self._gathering.note(Finding(code="OIR514", severity=Severity.NOTE, message=message))

    def done(self) -> None:
        """All files are read: the years are compared with their quarters."""
        alone = 0
        for each in self._years:
            quarters = self._quarters.get(each.key, [])
            alone += not quarters
            largest = max(quarters, default=0)
            if not quarters or each.total <= largest:
                self._gathering.place(*each.claims)
                continue
            if largest and _is_sum(each.total, quarters):
                message = (
                    f"{each.total:,} is {each.total / largest:g} times the {largest:,} of its quarters: a sum of them"
                )
                self._quarantine(each.row, "OIR545", message)
                continue
            message = f"{each.total:,} in the year, where no quarter has more than {largest:,}"
            self._note(each.row, "OIR546", message)
            self._gathering.place(*each.claims)
        if alone:
            message = f"of years without their quarters there are {alone:,}: their figures may be sums of such"
            hint = "read the table of quarters with it, and each year is compared"
            self._gathering.note(Finding(code="OIR546", severity=Severity.WARNING, message=message, hint=hint))

    def _quarantine(self, row: Row, code: str, message: str) -> None:
        self._gathering.quarantine(row, found(code, row, message, severity=Severity.WARNING))

    def _note(self, row: Row, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        self._gathering.note(found(code, row, message, severity=severity))

    def _row(self, cells: _Cells, row: Row, citation: Citation, an_id: str) -> None:
        """Place a row, or, if it is of a year, keep it until its quarters are known."""
        when, whose = self._when(cells), self._whose(cells.source)
        everybody, active = _number(cells.troops_all, "troops_all"), _number(cells.troops_ad, "troops_ad")
        total = active if everybody is None else everybody
        if total is None:
            raise Unreadable("OIR547", "it has no figure")
        where = self._where(cells)
        left_out = where.country in LEFT_OUT and (when.year, when.month or 12) >= _LEFT_OUT_SINCE
        if total == 0:
            _refuse_zero(cells, whose.origin, left_out=left_out)
        if cells in self._seen:
            self._note(
                row, "OIR504", f"it says the very same as {self._seen[cells]}; it is counted once", Severity.NOTE
            )
            self._gathering.place()
            return
        self._seen[cells] = row.locator
        since = _KANE_PUBLISHED if cells.source == _KANE and when.year <= _LAST_OF_KANE else when.since
        told = (when.period, since, (citation,) if whose.cited is None else (whose.cited, citation))
        left_out = left_out and whose.origin.report
        yearly = when.month is None and cells.troops_all in _BLANK
        assumed = _LEFT_OUT_NOTE if left_out else _YEARLY_NOTE if yearly else ""
        counts = _counts(cells, total, whose.origin, when)
        if left_out:
            counts = ((of, number) for of, number in counts if number)
        claims = [
            self._maker(of, cells.source, assumed)(
                f"{an_id}-{of}", where.sites, self._quantity(number, whose.origin), *told
            )
            for of, number in counts
        ]
        for code, severity, message in _doubts(cells, whose.origin, when, left_out=left_out):
            self._note(row, code, message, severity)
        if when.month is None and cells.month in _BLANK and cells.quarter in _BLANK:
            kept = Row(row.file, row.number, row.line, tuple(row.cells))
            self._years.append(_Year(kept, (where.key, when.year), total, claims))
        else:
            self._quarters[where.key, when.year].append(max(total, active or 0))
            self._gathering.place(*claims)

    # The same words are read once.

    def _when(self, cells: _Cells) -> _When:
        key = (cells.year, cells.month, cells.quarter)
        if key not in self._times:
            self._times[key] = _when(*key)
        return self._times[key]

    def _where(self, cells: _Cells) -> _Where:
        key = (cells.countryname, cells.location, cells.iso3c, cells.ccode)
        if key not in self._places:
            name = cells.location or cells.countryname
            site, country = place_of(self._gathering, name, cells.iso3c, cells.ccode)
            code = cells.ccode if cells.ccode not in _BLANK else cells.countryname.casefold()
            self._places[key] = _Where((SiteId(site),), country, str(code))
        return self._places[key]

    def _whose(self, label: str | None) -> _Whose:
        if label not in self._origins:
            origin = origin_of(label)
            cited = None
            if label not in _BLANK and not origin.imputed:
                dated = label if origin.report else None
                source = Source(
                    id=SourceId(self._gathering.new_id("src", "dmdc" if dated else "troopdata", label)),
                    title=f"DMDC: military personnel by country, {label}"
                    if dated
                    else f"{label}, as troopdata cites it",
                    publisher="Defense Manpower Data Center" if dated else None,
                    published=_KANE_PUBLISHED if label == _KANE else None,
                    collection=COLLECTION,
                )
                self._gathering.add(source)
                cited = Citation(source=source.id)
            self._origins[label] = _Whose(origin, cited)
        return self._origins[label]

    def _quantity(self, number: int, origin: Origin) -> Quantity:
        key = (number, origin.imputed)
        if key not in self._quantities:
            exact = Quantity.exact(number) if number else Quantity.none()
            self._quantities[key] = Quantity.about(number) if origin.imputed else exact
        return self._quantities[key]

    def _maker(self, of: str, label: str | None, assumed: str) -> Callable[..., Claim]:
        """What makes the claims about a force, by whose figures they are and what is assumed of them."""
        key = (of, label, assumed)
        if key not in self._makers:
            self._makers[key] = self._new_maker(of, self._whose(label).origin, assumed)
        return self._makers[key]

    def _new_maker(self, of: str, origin: Origin, assumed: str) -> Callable[..., Claim]:
        force = next(each for each in (US_FORCES, CIVILIANS, *PARTS.values()) if each.id == of)
        speakers = (DMDC, TROOPDATA) if origin.report else (TROOPDATA,)
        template = Strength(
            id="template",  # type: ignore[arg-type]
            of=ActorId(self._gathering.take_or_add(force)),
            at=(SiteId("place"),),
            quantity=Quantity.none(),
            basis=origin.basis,
            reported=ImpreciseDate.parse("2000"),
            asserted_by=tuple(Speaker(who=ActorId(self._gathering.take_or_add(each))) for each in speakers),
            citations=(Citation(source=SourceId("template")),),
            modality=origin.modality,
            assumptions=tuple(each for each in (origin.note, assumed) if each),
        )
        checked = ("at", "quantity", "period", "reported", "citations")
        return copier(template, "id", *checked, checked=checked)


def _is_sum(total: int, quarters: list[int]) -> bool:
    """Whether a figure of a year is its quarters added up, or one that all have several times over."""
    times, rest = divmod(total, quarters[0]) if len(set(quarters)) == 1 else (0, 1)
    return total == sum(quarters) or (rest == 0 and 1 < times <= _QUARTERS)


def place_of(gathering: Gathering, name: str, iso3c: str | None, ccode: str | None) -> tuple[str, str | None]:
    """The id of a country or another location, and the code of its country where that is known."""
    country = ALPHA_2.get(iso3c or "")
    linked = gathering.link(name, Place, country=country)
    if linked is not None:
        return linked, country
    site = gathering.site(name, country)
    given = (("iso-3166-1-alpha-3", iso3c), ("gleditsch-ward", ccode))
    codes: Any = tuple(f"{scheme}:{code}" for scheme, code in given if code not in _BLANK)
    gathering.add(Place(id=PlaceId(site), country=country, names=(Name(text=name),), external_ids=codes))
    return site, country


def _number(cell: str | None, column: str) -> int | None:
    """How many a cell says; ``None`` where it says nothing."""
    if cell in _BLANK:
        return None
    number = whole(str(cell))
    if number is None:
        raise Unreadable("OIR502", f"{column}: {quoted(str(cell))} is no whole number")
    return number


def _when(year: str, month: str | None, quarter: str | None) -> _When:
    """The time of a row: it was so at some time in its month, its quarter or its year."""
    if not _YEAR.fullmatch(year):
        raise Unreadable("OIR502", f"year: {quoted(year)} is no year")
    if month not in _BLANK:
        number = MONTHS.get(str(month).capitalize())
        if number is None:
            raise Unreadable("OIR502", f"month: {quoted(str(month))} is none of {', '.join(MONTHS)}")
        text = f"{year}-{number:02}"
        return _When(int(year), number, Period.observed(text), ImpreciseDate.parse(f"[{text}..]"))
    if quarter not in _BLANK:
        if quarter not in {"1", "2", "3", "4"}:
            raise Unreadable("OIR502", f"quarter: {quoted(str(quarter))} is none of 1, 2, 3 and 4")
        last = 3 * int(str(quarter))
        window = f"{year}-{last - 2:02}/{year}-{last:02}"
        return _When(int(year), last, Period.observed(window), ImpreciseDate.parse(f"[{year}-{last - 2:02}..]"))
    return _When(int(year), None, Period.observed(year), ImpreciseDate.parse(f"[{year}..]"))


def _refuse_zero(cells: _Cells, origin: Origin, *, left_out: bool) -> None:
    """A zero is none only in a report that could have had a figure."""
    services = [getattr(cells, each) for each in _SERVICES]
    if left_out:
        raise Unreadable("OIR508", f"0 troops, and {_LEFT_OUT_NOTE}: it stands for a figure that was not given")
    if not origin.report:
        label = "no source" if cells.source in _BLANK else f"the source {cells.source!r}"
        raise Unreadable("OIR508", f"0 troops with {label}: it may stand for none, or for no figure")
    if "NA" in services:
        raise Unreadable("OIR508", "0 troops, where a service has no figure: it stands for a total that was not given")


def _counts(cells: _Cells, total: int, origin: Origin, when: _When) -> Iterator[tuple[str, int]]:
    """
    What a row counts: everybody; and of a report each part that it has a figure for.

    The reports before 2008 have those on active duty alone, which is then everybody whom they count; and in the tables
    of years ``troops_ad`` is often what is elsewhere ``troops_all``.
    """
    if cells.troops_all not in _BLANK or when.year < _WITH_RESERVES_SINCE or when.month is None:
        yield US_FORCES.id, total
    else:
        yield PARTS["troops_ad"].id, total
    if not origin.report or when.month is None:
        return
    active = _number(cells.troops_ad, "troops_ad")
    if active is not None and active != total:
        yield PARTS["troops_ad"].id, active
    services = [(each, _number(getattr(cells, each), each)) for each in _SERVICES]
    # Where they do not add up, as where only a total was known, their zeros are no figures.
    if active is not None and sum(number or 0 for _, number in services) == active:
        yield from ((PARTS[each].id, number) for each, number in services if number is not None)
    if when.year >= _WITH_RESERVES_SINCE:
        reserve = _number(cells.total_selected_reserve, "total_selected_reserve")
        civilians = _number(cells.total_civilian, "total_civilian")
        if reserve is not None:
            yield PARTS["total_selected_reserve"].id, reserve
        if civilians is not None:
            yield CIVILIANS.id, civilians


def _doubts(cells: _Cells, origin: Origin, when: _When, *, left_out: bool) -> Iterator[tuple[str, Severity, str]]:
    """What is doubtful in a row that is placed."""
    if origin.imputed:
        yield "OIR509", Severity.WARNING, f"imputed, and not counted: {cells.source}"
    if not origin.known:
        yield "OIR503", Severity.WARNING, f"{quoted(str(cells.source))} of source is in no crosswalk"
    if cells.source is not None and cells.source in _BLANK:
        yield "OIR548", Severity.WARNING, "a figure without a source"
    if cells.source == _KANE and when.year > _LAST_OF_KANE:
        yield "OIR507", Severity.NOTE, f"the source is {_KANE!r}, whose data end in 2005, and the year is {when.year}"
    if left_out:
        yield "OIR549", Severity.WARNING, _LEFT_OUT_NOTE
