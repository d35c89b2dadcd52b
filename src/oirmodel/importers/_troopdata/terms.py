"""What the rows of troopdata go by: whose figures they are, what is counted, and what they are known to get wrong."""

import re
from typing import Final, NamedTuple

from oirmodel.entities import Force, Organization
from oirmodel.ids import ForceId, OrganizationId
from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.names import Name
from oirmodel.vocab import CountingBasis, ForceCategory, InstallationCategory, Modality, OrganizationCategory

__all__ = [
    "BASES",
    "CIVILIANS",
    "COLLECTION",
    "DMDC",
    "LEFT_OUT",
    "MONTHS",
    "PARTS",
    "REPORT",
    "SOURCES",
    "TROOPDATA",
    "US_FORCES",
    "Origin",
    "origin_of",
]

COLLECTION: Final = "troopdata"
REPORT: Final = "month and year"
"""How the crosswalk writes the labels of reports, such as ``June 2015``."""

SOURCES: Final = Crosswalk(
    "troopdata",
    "source",
    CountingBasis,
    (
        Term(REPORT, CountingBasis.DMDC, Fit.EXACT, "the report of the Defense Manpower Data Center of that month"),
        Term("Kane 2006", CountingBasis.UNSPECIFIED, Fit.LOSSY, "compiled from its reports, and for wars from others"),
        Term("Stepwise Imputation", CountingBasis.UNSPECIFIED, Fit.LOSSY, "worked out in equal steps, not counted"),
        Term("Estimate", CountingBasis.UNSPECIFIED, Fit.LOSSY, "from public reporting"),
        Term("NA", CountingBasis.UNSPECIFIED, Fit.LOSSY, "no source is given; a zero is then no figure at all"),
    ),
)
"""Whose figure it is. A label that begins with ``Estimate`` is one, whatever follows."""

BASES: Final = Crosswalk(
    "troopdata",
    "base, lilypad, fundedsite",
    InstallationCategory,
    (
        Term("base", InstallationCategory.BASE, Fit.EXACT, "a major base"),
        Term("lilypad", InstallationCategory.OUTPOST, Fit.BROADER, "fewer than 200 personnel, or another site"),
        Term("fundedsite", InstallationCategory.UNSTATED, Fit.LOSSY, "a base of its host, with US funds"),
    ),
)
"""What sort of base it is; one of the three columns is 1."""

LEFT_OUT: Final = frozenset({"AF", "IQ", "SY"})
"""The countries whose figures, from December 2017 on, leave out everybody who is deployed for operations there."""

MONTHS: Final = {"March": 3, "June": 6, "September": 9, "December": 12}
"""The months of the reports."""

US_FORCES: Final = Force(
    id=ForceId("us-forces"),
    category=ForceCategory.STATE_ARMED_FORCES,
    country="US",
    names=(Name(text="US forces"),),
)
DMDC: Final = Organization(
    id=OrganizationId("dmdc"),
    category=OrganizationCategory.AGENCY,
    country="US",
    names=(Name(text="Defense Manpower Data Center"),),
)
TROOPDATA: Final = Organization(
    id=OrganizationId("troopdata"),
    category=OrganizationCategory.PUBLISHER,
    names=(Name(text="troopdata"),),
    note="Allen, Flynn and Machain: US troop deployments, after Kane.",
)


def _part(an_id: str, name: str) -> Force:
    return Force(id=ForceId(an_id), category=ForceCategory.OTHER, country="US", names=(Name(text=name),))


PARTS: Final = {
    "troops_ad": _part("us-forces-active-duty", "US forces on active duty"),
    "army_ad": _part("us-army-active-duty", "US Army on active duty"),
    "navy_ad": _part("us-navy-active-duty", "US Navy on active duty"),
    "air_force_ad": _part("us-air-force-active-duty", "US Air Force on active duty"),
    "marine_corps_ad": _part("us-marine-corps-active-duty", "US Marine Corps on active duty"),
    "total_selected_reserve": _part("us-selected-reserve", "Selected Reserve of the United States"),
}
"""What the columns besides the total count."""

CIVILIANS: Final = _part("us-dod-civilians", "Civilians of the US Department of Defense")
"""What ``total_civilian`` counts."""

_LABEL: Final = re.compile(r"(March|June|September|December) (\d{4})", re.ASCII)
_ARMY_FILLED_IN: Final = frozenset({"December 2022", "March 2023", "June 2023"})


class Origin(NamedTuple):
    """Whose figures those of a row are."""

    basis: CountingBasis
    modality: Modality
    report: bool
    """Whether they are of a report, in which a zero is one."""
    imputed: bool
    """Whether they were worked out and not counted."""
    known: bool
    """Whether a crosswalk has it."""
    note: str | None


def origin_of(label: str | None) -> Origin:
    """
    Whose figures those of a row are, by its label; ``None`` where the table has no labels.

    >>> origin_of("June 2015").basis, origin_of("Stepwise Imputation").modality
    (<CountingBasis.DMDC: 'dmdc'>, <Modality.ASSESSED: 'assessed'>)
    """
    if label is None or label in {"", "NA"}:
        note = None if label is None else "no source is given for the figure"
        return Origin(CountingBasis.UNSPECIFIED, Modality.ASSERTED, report=False, imputed=False, known=True, note=note)
    if label in _ARMY_FILLED_IN:
        note = f"{label}: the Army reported nothing; its figures were worked out in equal steps"
        return Origin(CountingBasis.UNSPECIFIED, Modality.ASSESSED, report=False, imputed=True, known=True, note=note)
    if _LABEL.fullmatch(label):
        return Origin(CountingBasis.DMDC, Modality.ASSERTED, report=True, imputed=False, known=True, note=None)
    imputed = "imputation" in label.casefold()
    estimate = label.casefold().startswith("estimate")
    return Origin(
        basis=CountingBasis.UNSPECIFIED,
        modality=Modality.ASSESSED if imputed or estimate else Modality.ASSERTED,
        report=False,
        imputed=imputed,
        known=label in SOURCES or imputed or estimate,
        note=f"{label}: {SOURCES[label].note}" if label in SOURCES else label,
    )
