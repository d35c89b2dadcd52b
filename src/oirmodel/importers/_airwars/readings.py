"""What the cells of an incident of Airwars come to: its dates, its numbers, its belligerents, its sort."""

import datetime as dt
import json
import re
from functools import lru_cache
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from oirmodel.diagnostics import Severity
from oirmodel.errors import quoted
from oirmodel.importers._airwars.terms import (
    ASSESSMENTS,
    BELLIGERENTS,
    CERTAINTIES,
    DATE_TYPES,
    GRADES,
    STRIKE_STATUSES,
    STRIKES,
)
from oirmodel.importers._reading.words import whole
from oirmodel.importers.crosswalk import Crosswalk
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import CasualtyBasis, Certainty, EventCategory, Modality

__all__ = [
    "Cells",
    "Parties",
    "Party",
    "Problem",
    "Sort",
    "Unreadable",
    "When",
    "dates",
    "number_range",
    "parties",
    "sort_of",
    "unknown",
]

Problem = tuple[str, Severity, str]
"""The code, the severity and the message of a finding."""

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING
_KEPT: Final = 1 << 16
"""How many dates are kept that were read: an export has the same few thousand days again and again."""
_BLANK: Final = frozenset({"", "na", "n/a", "null", "none", "nan"})
_DATE: Final = re.compile(
    r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:(?<=-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)
"""A year, a month or a day; after a day perhaps a time, and then perhaps an offset."""
_LIST: Final = re.compile(r"\s*[,;|]\s*")


class Unreadable(Exception):
    """A row that cannot be placed: the code and the message of why. It does not leave this package."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


def unknown(crosswalk: Crosswalk[Any], term: str) -> Problem:
    """A term that no crosswalk has."""
    return "OIR503", _WARNING, f"{quoted(term)} of {crosswalk.field} is in no crosswalk"


class Cells(NamedTuple):
    """The cells of a row that are read; one that the table does not have is empty."""

    code: str
    previous_codes: str
    airwars_id: str
    url: str
    incident_date: str
    date_type: str
    date_range_end: str
    published: str
    last_modified: str
    country: str
    location_en: str
    location_ar: str
    region: str
    governorate: str
    province: str
    lat: str
    lon: str
    geolocation_accuracy: str
    alleged_belligerent: str
    belligerent_details: str
    strike_type: str
    strike_status: str
    cause: str
    civilian_harm_reported: str
    civilian_harm_status: str
    time_of_day: str
    time_start: str
    time_end: str
    total_strikes: str
    civ_killed_min: str
    civ_killed_max: str
    civ_injured_min: str
    civ_injured_max: str
    children_killed_min: str
    children_killed_max: str
    women_killed_min: str
    women_killed_max: str
    men_killed_min: str
    men_killed_max: str
    belligerents_killed_min: str
    belligerents_killed_max: str


class When(NamedTuple):
    """When an incident was, since when it is known, and what is doubtful in that."""

    period: Period
    reported: ImpreciseDate
    published: ImpreciseDate | None
    problems: tuple[Problem, ...]


def dates(given: tuple[str, str, str, str, str], zone: str) -> When:
    """
    The dates of an incident, from its day on, and of its page; raises :class:`Unreadable`.

    An instant is a day in the time zone of the incident; of a page, which is read everywhere, the day by UTC.
    """
    day, kind, end, published, modified = given
    problems: list[Problem] = []
    period, first = _period(_date(day, "incident_date", zone), kind, _date(end, "date_range_end", zone), problems)
    page, changed = _date(published, "published", "UTC"), _date(modified, "last_modified", "UTC")
    if page is not None and first is not None and page.span.last < first.span.first:
        problems.append(("OIR507", _WARNING, f"it was published on {page}, before it happened, on {first}"))
    if page is not None and changed is not None and changed.span.last < page.span.first:
        problems.append(("OIR507", _WARNING, f"its page was changed on {changed}, before it was published, on {page}"))
    return When(period, _reported(page, changed, first, problems), page, tuple(problems))


@lru_cache(_KEPT)
def _date(cell: str, column: str, zone: str) -> ImpreciseDate | None:
    """A date as a cell has it, of an instant the local day; ``None`` for an empty one."""
    if cell.casefold() in _BLANK:
        return None
    given = _DATE.fullmatch(cell)
    try:
        if given is not None and given[2]:
            instant = dt.datetime.fromisoformat(cell)
            return ImpreciseDate.parse(instant.astimezone(ZoneInfo(zone)).date().isoformat())
        if given is not None:
            return ImpreciseDate.parse(given[1])
    except (ValueError, OverflowError):  # of an instant at the very end of the calendar
        pass
    raise Unreadable("OIR502", f"{column}: {quoted(cell)} is no date; expected yyyy-mm-dd")


def _period(
    day: ImpreciseDate | None, kind: str, end: ImpreciseDate | None, problems: list[Problem]
) -> tuple[Period, ImpreciseDate | None]:
    """On some day or days of a range; and the first of them."""
    known = DATE_TYPES.get(kind) if kind else None
    if kind and known is None:
        problems.append(unknown(DATE_TYPES, kind))
        problems.append(("OIR505", _WARNING, f"so that {day} to {end} is not read as the day or days of it"))
        return Period(), day
    if day is None:
        problems.append(("OIR544", _WARNING, "it has no date"))
        return Period(end=end), None
    ranged = known is not None and known.ours == "range"
    if end is None:
        if ranged:
            problems.append(("OIR540", _WARNING, f"a range of dates that begins on {day} and has no end"))
            return Period(start=f"[{day}..]", end=None), day
        return _on(day), day
    if not ranged:
        said = kind or "nothing"
        problems.append(("OIR505", _NOTE, f"the date_type is {said}, and there is an end: read as a range to {end}"))
    if end.span.last < day.span.first:
        problems.append(("OIR507", _WARNING, f"the range ends on {end}, before it starts, on {day}"))
        return Period(start=day, end=end), day
    if end == day:
        return _on(day), day
    within = _between(day, end)
    return _on(within), day


def _reported(
    page: ImpreciseDate | None, changed: ImpreciseDate | None, first: ImpreciseDate | None, problems: list[Problem]
) -> ImpreciseDate:
    """
    When the figures of a page were published: between its date and its last change.

    The date of a page of Airwars is mostly that of the incident itself, and its figures are kept up to date.
    """
    if page is not None and changed is not None:
        early, late = sorted((page, changed), key=lambda each: each.span.first)
        return early if early == late else _between(early, late)
    if page is not None:
        return page
    if changed is not None:
        if first is None or first.span.first > changed.span.last:
            return ImpreciseDate.parse(f"[..{changed}]")
        return _between(first, changed)
    if first is None:
        raise Unreadable("OIR544", "neither the incident nor its page has a date")
    problems.append(("OIR506", _NOTE, f"its page has no date: it is taken as known some time since {first}"))
    return ImpreciseDate.parse(f"[{first}..]")


@lru_cache(_KEPT)
def _on(day: ImpreciseDate) -> Period:
    """Some time on a day, or in what a date leaves open."""
    return Period(start=day, end=day)


def _between(first: ImpreciseDate, last: ImpreciseDate) -> ImpreciseDate:
    """Some day from the beginning of the one to the end of the other, each of which may be a month or a year."""
    if len(str(first)) == len(str(last)):
        return ImpreciseDate.parse(f"[{first}..{last}]")
    within = Period.on(f"{first}/{last}").start
    return first if within is None else within


def number_range(low: str, high: str, column: str) -> Quantity | None:
    """
    From one number to another; ``None`` where nothing is said. Raises :class:`Unreadable`.

    >>> number_range("2", "5", "civ_killed"), number_range("0", "0", "civ_killed"), number_range("", "", "civ_killed")
    (<Quantity: between 2 and 5>, <Quantity: none>, None)
    """
    if low.casefold() in _BLANK and high.casefold() in _BLANK:
        return None
    if low.casefold() in _BLANK:
        return Quantity.maximum(_whole(high, column))
    if high.casefold() in _BLANK:
        return Quantity.minimum(_whole(low, column))
    first, last = _whole(low, column), _whole(high, column)
    if first > last:
        raise Unreadable("OIR541", f"{column}: the minimum, {first:,}, is above the maximum, {last:,}")
    if first == last:
        return Quantity.exact(first) if first else Quantity.none()
    return Quantity.between(first, last)


def _whole(cell: str, column: str) -> int:
    number = whole(cell)
    if number is None:
        raise Unreadable("OIR502", f"{column}: {quoted(cell)} is no whole number")
    return number


class Party(NamedTuple):
    """Somebody who is held responsible."""

    actor: str
    """The id of a force, or, for a term of no crosswalk, empty."""
    term: str
    certainty: Certainty
    modality: Modality
    says: str
    """What it says of the allegation itself; empty where it has said nothing."""
    conceded: Quantity | None
    """How many deaths it has conceded."""
    note: str | None
    """The coordinate that it gives itself."""


class Parties(NamedTuple):
    """All who are held responsible for an incident."""

    parties: tuple[Party, ...]
    problems: tuple[Problem, ...]
    left: str
    """What the details say of nobody in particular."""


def parties(alleged: str, details: str, *, contested: bool) -> Parties:
    """
    Everybody whom the list of belligerents or the details of an incident name, each once; raises :class:`Unreadable`.

    Where the incident is graded Contested, others name others: so each is held responsible contestedly.
    """
    problems: list[Problem] = []
    named: dict[str, tuple[str, str]] = {}
    for term in [alleged] if alleged in BELLIGERENTS else _LIST.split(alleged):
        if term:
            _name(term, named, problems)
    entries, left = _entries(details, problems)
    told: dict[str, dict[str, Any]] = {}
    for entry in entries:
        term = str(entry.get("belligerent") or "").strip()
        key = _name(term, named, problems) if term else None
        if key is None:
            left = _with(left, _words(entry))
        elif key in told and entry == told[key]:
            problems.append(("OIR504", _NOTE, f"the details name {term} twice, alike"))
        elif key in told:
            problems.append(("OIR504", _NOTE, f"the details name {term} twice; the second says {_words(entry)}"))
            left = _with(left, f"{term} again: {_words(entry)}")
        else:
            told[key] = entry
    said = tuple(
        _party(actor, term, told.get(key, {}), contested=contested, problems=problems)
        for key, (actor, term) in named.items()
    )
    return Parties(said, tuple(dict.fromkeys(problems)), left)


def _name(term: str, named: dict[str, tuple[str, str]], problems: list[Problem]) -> str | None:
    """Under which key a belligerent is named; ``None`` where the term names nobody."""
    known = BELLIGERENTS.get(term)
    if known is None:
        problems.append(unknown(BELLIGERENTS, term))
        named.setdefault(term.casefold(), ("", term))
        return term.casefold()
    if not known.ours:
        return None
    named.setdefault(known.ours, (known.ours, term))
    return str(known.ours)


def _entries(details: str, problems: list[Problem]) -> tuple[list[dict[str, Any]], str]:
    """The entries of the details; what cannot be read is kept as it is."""
    if not details:
        return [], ""
    try:
        read = json.loads(details)
    except (ValueError, RecursionError):
        read = None
    if isinstance(read, dict):
        read = [read]
    if not isinstance(read, list) or not all(isinstance(each, dict) for each in read):
        message = f"belligerent_details: {quoted(details)} is no list of objects in JSON; it is kept as a note"
        problems.append(("OIR502", _WARNING, message))
        return [], details
    return read, ""


def _party(actor: str, term: str, entry: dict[str, Any], *, contested: bool, problems: list[Problem]) -> Party:
    kind, assessed = str(entry.get("belligerent_type") or ""), str(entry.get("belligerent_assessment") or "")
    surely, says = CERTAINTIES.get(kind), ASSESSMENTS.get(assessed)
    if kind and surely is None:
        problems.append(unknown(CERTAINTIES, kind))
    if assessed and says is None:
        problems.append(unknown(ASSESSMENTS, assessed))
    certainty = Certainty.UNSTATED if surely is None else surely.ours
    if contested and certainty is not Certainty.KNOWN:
        certainty = Certainty.CONTESTED
    low, high = (_cell(entry.get(f"civilian_deaths_conceded_{bound}")) for bound in ("min", "max"))
    place, accuracy = _cell(entry.get("belligerent_mgrs_coordinate")), _cell(entry.get("belligerent_location_accuracy"))
    return Party(
        actor=actor,
        term=term,
        certainty=certainty,
        modality=Modality.ASSERTED if certainty is Certainty.KNOWN else Modality.ALLEGED,
        says=assessed if says is None else str(says.ours),
        conceded=number_range(low, high, "civilian_deaths_conceded"),
        note=f"its own coordinate is {place}, to {accuracy or 'no accuracy that is stated'}" if place else None,
    )


def _cell(value: object) -> str:
    """A value of JSON as a cell has it: nothing, false and an empty text are empty."""
    return "" if value is None or value is False else str(value).strip()


def _words(entry: dict[str, Any]) -> str:
    """What an entry says besides that it is there: a suspicion of nobody that nobody has assessed is nothing."""
    usual = {"belligerent": "unknown", "belligerent_type": "suspected", "belligerent_assessment": "not_yet_assessed"}
    said = {key: _cell(value) for key, value in entry.items() if _cell(value)}
    said.pop("belligerent_location_accuracy", None) if "belligerent_mgrs_coordinate" not in said else None
    return "" if said.items() <= usual.items() else ", ".join(f"{key}: {value}" for key, value in said.items())


def _with(left: str, more: str) -> str:
    return "; ".join(each for each in (left, more) if each)


class Sort(NamedTuple):
    """What sort of incident it was, how surely it was, and how well founded its figures are."""

    category: EventCategory
    strikes: str
    """What sort of strikes, as it stands."""
    cause: str | None
    happened: Modality
    basis: CasualtyBasis
    harmed: Modality
    grade: str
    """The grade in the words of the scheme ``airwars``; empty where there is none."""
    left: str
    """What it says in terms that no crosswalk has, as it stands."""
    problems: tuple[Problem, ...]


_SOUND: Final = frozenset({CasualtyBasis.CONFIRMED, CasualtyBasis.FAIR})
"""The grades of figures that Airwars stands by; from the others it keeps its distance."""


def sort_of(strikes: str, status: str, grade: str, cause: str) -> Sort:
    """What the words of an incident come to in ours."""
    problems: list[Problem] = []
    kinds: set[EventCategory] = set()
    for each in [strikes] if strikes in STRIKES else filter(None, _LIST.split(strikes)):
        known = STRIKES.get(each)
        if known is None:
            problems.append(unknown(STRIKES, each))
        kinds.add(EventCategory.UNSTATED if known is None else known.ours)
    left = [
        f"{walk.field}: {quoted(term)}"
        for walk, term in ((STRIKE_STATUSES, status), (GRADES, grade))
        if term and term not in walk
    ]
    happened, graded = STRIKE_STATUSES.get(status), GRADES.get(grade)
    problems += [
        unknown(walk, term) for walk, term in ((STRIKE_STATUSES, status), (GRADES, grade)) if term and term not in walk
    ]
    basis = CasualtyBasis.ALLEGED if graded is None else graded.ours
    return Sort(
        category=kinds.pop() if len(kinds) == 1 else EventCategory.UNSTATED,
        strikes=strikes,
        cause="; ".join(filter(None, (strikes, cause))) or None,
        happened=Modality.ALLEGED if happened is None else happened.ours,
        basis=basis,
        harmed=Modality.ASSERTED if basis in _SOUND else Modality.ALLEGED,
        grade="" if graded is None else basis.value,
        left="; ".join(left),
        problems=tuple(problems),
    )
