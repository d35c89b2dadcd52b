"""What the tables of strike releases have in common: their words, their places, and the claim that a line becomes."""

import re
from typing import Final

from oirmodel.claims import Tally
from oirmodel.diagnostics import Severity
from oirmodel.entities import Force, Operation, Organization
from oirmodel.errors import quoted
from oirmodel.ids import ActorId, ClaimId, EntityId, ForceId, OperationId, SiteId, SourceId
from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.importers.gathering import Gathering
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import Counted, ForceCategory, Modality, OperationCategory

__all__ = [
    "AIRSTRIKES",
    "COUNTRIES",
    "EARLY",
    "FIRST_DAY",
    "NEAR",
    "UNDATED",
    "WHOSE",
    "Places",
    "Problem",
    "against_isis",
    "country_of",
    "template",
    "until",
    "without_near",
]

FIRST_DAY: Final = "2014-08-08"
"""The day of the first strikes; a strike of a release that gives no day was on it or later."""

UNDATED: Final = "between 8 August 2014, the day of the first strikes, and the release: its strikes have no day here"
EARLY: Final = "at some time before the release, which is older than the first strikes"
WHOSE: Final = "of the coalition, in Operation Inherent Resolve: it is not said whose strikes they are"
NEAR: Final = "at the place: the release says near it"
AIRSTRIKES: Final = "airstrikes are counted as strikes"

COUNTRIES: Final = Crosswalk(
    "strike releases",
    "country",
    str,
    (
        Term("Iraq", "IQ", Fit.EXACT),
        Term("Syria", "SY", Fit.EXACT),
    ),
)
"""The headings of the releases, and the codes of ISO 3166-1."""

Problem = tuple[str, Severity, str]
"""The code, the severity and the message of a finding."""

_ISIS: Final = re.compile(r"\b(?:ISIL|ISIS|Da.?esh)\b", re.IGNORECASE)
_NEAR: Final = re.compile(r"near\s+", re.IGNORECASE)


def against_isis(text: str) -> bool:
    """Whether a text names ISIS, by one of the names that releases use."""
    return _ISIS.search(text) is not None


def until(day: str) -> Period:
    """Some time since the first strikes, and by this day at the latest."""
    first = FIRST_DAY if day >= FIRST_DAY else ""
    date = ImpreciseDate.parse(f"[{first}..{day}]")
    return Period(start=date, end=date)


def country_of(country: str, location: str) -> tuple[str, list[Problem]]:
    """
    The country that a row gives, empty where it gives none, and what is to be said of it.

    A location that is a country needs none.
    """
    country = country.strip()
    if country in COUNTRIES:
        return country, []
    if country.casefold() in ("", "unknown"):
        if location.strip() in COUNTRIES:
            return "", []
        return "", [("OIR515", Severity.NOTE, f"no country is given for {location!r}")]
    ends_in = country.rpartition(",")[2].strip()
    if ends_in in COUNTRIES:
        return ends_in, [("OIR505", Severity.NOTE, f"the country {country!r} is read as {ends_in!r}")]
    return country, [("OIR503", Severity.WARNING, f"the country {quoted(country)} is in no crosswalk")]


class Places:
    """The places of a table, by what its cells say of them."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._named: dict[tuple[str, str], tuple[SiteId, ...]] = {}

    def at(self, location: str, country: str) -> tuple[SiteId, ...]:
        """
        The places that a location in a country stands for: ``X and Y`` is two.

        ``country`` is a name of a country, or empty; a country that is in no crosswalk is a place like any other, and
        the location lies in it. A country for a location is that country. Raises
        :class:`~oirmodel.errors.InvalidObject` for what cannot be a name.
        """
        key = (location, country)
        if key not in self._named:
            names = [without_near(each) for each in location.split(" and ")]
            self._named[key] = tuple(dict.fromkeys(SiteId(self._one(each, country)) for each in names))
        return self._named[key]

    def _one(self, name: str, country: str) -> str:
        itself = COUNTRIES.get(name)
        if itself is not None:
            return self._gathering.site(itself.term, itself.ours)
        if not country:
            return self._gathering.site(name, None)
        known = COUNTRIES.get(country)
        if known is not None:
            return self._gathering.site(name, known.ours)
        return self._gathering.site(name, None, within=self._gathering.site(country, None))


def without_near(location: str) -> str:
    """
    The name in a location that has the word before it still.

    >>> without_near(" Near Abu Kamal"), without_near("Nearby")
    ('Abu Kamal', 'Nearby')
    """
    location = location.strip()
    near = _NEAR.match(location)
    return location[near.end() :] if near else location


def template(gathering: Gathering, speaker: Force | Organization) -> tuple[Tally, ActorId]:
    """
    The claim that every line of a release is a copy of, and ISIS, which some of them name.

    Who is meant is known by id; a dataset that has no such entity is given one.
    """
    coalition = _force(gathering, "us-led-coalition", "US-led coalition", ForceCategory.COALITION)
    isis = _force(gathering, "isis", "ISIS", ForceCategory.ARMED_GROUP)
    operation = gathering.take_or_add(
        Operation(
            id=OperationId("operation-inherent-resolve"),
            category=OperationCategory.NAMED_OPERATION,
            names=(Name(text="Operation Inherent Resolve"),),
        )
    )
    claim = Tally(
        id=ClaimId("template"),
        of=EntityId(operation),
        by=coalition,
        counted=Counted.STRIKES,
        quantity=Quantity.none(),
        reported=ImpreciseDate.parse(FIRST_DAY),
        modality=Modality.ASSERTED,
        asserted_by=(Speaker(who=ActorId(gathering.take_or_add(speaker))),),
        citations=(Citation(source=SourceId("template")),),
    )
    return claim, isis


def _force(gathering: Gathering, an_id: str, name: str, category: ForceCategory) -> ActorId:
    force = Force(id=ForceId(an_id), category=category, names=(Name(text=name),))
    return ActorId(gathering.take_or_add(force))
