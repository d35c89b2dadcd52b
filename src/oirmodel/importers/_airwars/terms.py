"""The terms of Airwars: its grades, its strikes, its belligerents and how surely it names them, as crosswalks."""

from typing import Final, NamedTuple

from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.vocab import CasualtyBasis, Certainty, EventCategory, ForceCategory, Modality

__all__ = [
    "ACCURACIES",
    "ASSESSMENTS",
    "BELLIGERENTS",
    "CERTAINTIES",
    "COUNTRIES",
    "DATE_TYPES",
    "FORCES",
    "GRADES",
    "LETTERS",
    "STRIKES",
    "STRIKE_STATUSES",
    "Known",
]

_NOT_PUBLISHED: Final = "read off its incidents; it publishes no list"

GRADES: Final = Crosswalk(
    "Airwars",
    "civilian_harm_status",
    CasualtyBasis,
    (
        Term("Confirmed", CasualtyBasis.CONFIRMED, Fit.EXACT),
        Term("Fair", CasualtyBasis.FAIR, Fit.EXACT),
        Term("Weak", CasualtyBasis.WEAK, Fit.EXACT),
        Term("Contested", CasualtyBasis.CONTESTED, Fit.EXACT),
        Term("Discounted", CasualtyBasis.DISCOUNTED, Fit.EXACT),
    ),
)
"""How well founded Airwars holds the harm to be."""

STRIKES: Final = Crosswalk(
    "Airwars",
    "strike_type",
    EventCategory,
    (
        Term("Airstrike", EventCategory.STRIKE, Fit.EXACT),
        Term("Drone Strike", EventCategory.STRIKE, Fit.BROADER),
        Term("Airstrike and/or Artillery", EventCategory.UNSTATED, Fit.LOSSY, "which of them is not said"),
        Term("Artillery", EventCategory.ATTACK, Fit.BROADER),
        Term("Naval bombardment", EventCategory.ATTACK, Fit.BROADER),
        Term("Ground operation", EventCategory.RAID, Fit.LOSSY, "it may be longer than a raid"),
        Term("Counter-Terrorism Action (Ground)", EventCategory.RAID, Fit.BROADER),
    ),
)
"""What happened. Several in one cell are one event; it has a category where they share one."""

STRIKE_STATUSES: Final = Crosswalk(
    "Airwars",
    "strike_status",
    Modality,
    (
        Term("Declared strike", Modality.ASSERTED, Fit.BROADER, "a belligerent has declared it"),
        Term("Likely strike", Modality.ASSESSED, Fit.EXACT),
        Term("Contested strike", Modality.ALLEGED, Fit.BROADER, "several belligerents are named"),
        Term("Single source claim", Modality.ALLEGED, Fit.BROADER, "one source says so"),
    ),
)
"""How surely there was a strike."""

CERTAINTIES: Final = Crosswalk(
    "Airwars",
    "belligerent_type",
    Certainty,
    (
        Term("known", Certainty.KNOWN, Fit.EXACT),
        Term("suspected", Certainty.SUSPECTED, Fit.EXACT),
    ),
)
"""How surely a belligerent is named; where the incident is graded Contested, that is what is said."""

ASSESSMENTS: Final = Crosswalk(
    "Airwars",
    "belligerent_assessment",
    str,
    (
        Term("not_yet_assessed", "", Fit.EXACT, "the belligerent has said nothing, so nothing is claimed"),
        Term("non_credible", "it holds the allegation not to be credible", Fit.EXACT),
        Term("credible", "it holds the allegation to be credible", Fit.EXACT),
        Term("open_incident", "it has the incident open", Fit.EXACT),
        Term("duplicate", "it holds the allegation to be one that it has assessed already", Fit.EXACT),
    ),
)
"""What the belligerent itself says of the allegation, as a judgement of its own."""

DATE_TYPES: Final = Crosswalk(
    "Airwars",
    "date_type",
    str,
    (
        Term("date", "day", Fit.EXACT),
        Term("date_range", "range", Fit.EXACT, "on some day or days of it"),
    ),
)

ACCURACIES: Final = Crosswalk(
    "Airwars",
    "geolocation_accuracy",
    str,
    tuple(
        Term(
            term, f"to the accuracy {term.replace('_', ' ')!r}", Fit.LOSSY, "no metres are published, so none are given"
        )
        for term in (
            "exact_location",
            "exact_location_coalition",
            "street",
            "nearby_landmark",
            "neighbourhood_area",
            "village",
            "town",
            "city",
            "subdistrict",
            "district",
            "province_governorate",
        )
    ),
)
"""How well Airwars could place an incident, in its own words."""

COUNTRIES: Final = Crosswalk(
    "Airwars",
    "country",
    str,
    (
        Term("Iraq", "IQ", Fit.EXACT),
        Term("Syria", "SY", Fit.EXACT),
        Term("Libya", "LY", Fit.EXACT),
        Term("Somalia", "SO", Fit.EXACT),
        Term("Yemen", "YE", Fit.EXACT),
    ),
)
"""The countries that it watches, and the codes of ISO 3166-1."""

LETTERS: Final = Crosswalk(
    "Airwars",
    "letters of the code",
    str,
    (
        *(Term(each, "Syria", Fit.EXACT, _NOT_PUBLISHED) for each in ("CS", "RS", "TS", "JS", "YS", "NCS", "SDF")),
        *(Term(each, "Iraq", Fit.EXACT, _NOT_PUBLISHED) for each in ("CI", "TI")),
    ),
)
"""The country of an incident, where no column names it: the letters are a belligerent's and a country's."""


class Known(NamedTuple):
    """A force that Airwars names, for a dataset that does not have it."""

    name: str
    category: ForceCategory
    country: str | None = None


_STATE: Final = ForceCategory.STATE_ARMED_FORCES
_GROUP: Final = ForceCategory.ARMED_GROUP

FORCES: Final = {
    "us-led-coalition": Known("US-led coalition", ForceCategory.COALITION),
    "us-forces": Known("US forces", _STATE, "US"),
    "russian-armed-forces": Known("Russian armed forces", _STATE, "RU"),
    "syrian-regime-forces": Known("Syrian regime", _STATE, "SY"),
    "turkish-armed-forces": Known("Turkish Armed Forces", _STATE, "TR"),
    "jordanian-armed-forces": Known("Jordanian Armed Forces", _STATE, "JO"),
    "israel-defense-forces": Known("Israel Defense Forces", _STATE, "IL"),
    "iranian-armed-forces": Known("Iranian armed forces", _STATE, "IR"),
    "iraqi-armed-forces": Known("Iraqi Armed Forces", _STATE, "IQ"),
    "syrian-democratic-forces": Known("Syrian Democratic Forces", _GROUP),
    "ypg": Known("YPG", _GROUP),
    "kurdish-forces-in-syria": Known("Kurdish forces", ForceCategory.UNSTATED),
    "free-syrian-army": Known("Free Syrian Army", _GROUP),
    "isis": Known("ISIS", _GROUP),
}
"""The forces of the crosswalk by id."""

BELLIGERENTS: Final = Crosswalk(
    "Airwars",
    "alleged_belligerent, belligerent",
    str,
    (
        *(
            Term(each, "us-led-coalition", Fit.EXACT)
            for each in ("U.S.-led Coalition", "US-led Coalition", "coalition")
        ),
        *(Term(each, "us-forces", Fit.EXACT) for each in ("US Military", "U.S. Military", "US Forces", "us_forces")),
        *(Term(each, "russian-armed-forces", Fit.EXACT) for each in ("Russian Military", "russian_forces")),
        Term("russia", "russian-armed-forces", Fit.NARROWER, "the state is named, for its forces"),
        Term("Syrian Regime", "syrian-regime-forces", Fit.EXACT),
        Term("syrian_regime", "syrian-regime-forces", Fit.EXACT),
        Term("Turkish Military", "turkish-armed-forces", Fit.EXACT),
        Term("turkish_forces", "turkish-armed-forces", Fit.EXACT),
        Term("turkey", "turkish-armed-forces", Fit.NARROWER, "the state is named, for its forces"),
        Term("Jordanian Military", "jordanian-armed-forces", Fit.EXACT),
        Term("jordan", "jordanian-armed-forces", Fit.NARROWER, "the state is named, for its forces"),
        Term("Israeli Military", "israel-defense-forces", Fit.EXACT),
        Term("israel", "israel-defense-forces", Fit.NARROWER, "the state is named, for its forces"),
        Term("Iranian Military", "iranian-armed-forces", Fit.EXACT),
        Term("iran", "iranian-armed-forces", Fit.NARROWER, "the state is named, for its forces"),
        Term("Iraqi Military", "iraqi-armed-forces", Fit.EXACT),
        Term("YPG", "ypg", Fit.EXACT),
        Term("ypg_forces", "ypg", Fit.EXACT),
        Term("SDF", "syrian-democratic-forces", Fit.EXACT),
        Term("syrian_democratic_forces", "syrian-democratic-forces", Fit.EXACT),
        Term("kurdish_forces", "kurdish-forces-in-syria", Fit.EXACT, "not said which"),
        Term("free_syrian_army", "free-syrian-army", Fit.EXACT),
        Term("ISIS", "isis", Fit.EXACT),
        Term("unknown", "", Fit.EXACT, "nobody is named, so nothing is claimed"),
    ),
)
"""Whom Airwars names, in its list of belligerents and in the details of an incident, by the ids of forces."""
