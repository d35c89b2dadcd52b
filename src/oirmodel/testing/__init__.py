"""
Hypothesis strategies for every value, entity, claim and for whole datasets: for your own tests, and for this library's.

They need the extra ``testing``. A strategy for something that refers to other things draws the ids from a :data:`Pool`,
which maps kinds to ids; without one it invents some. Any field can be fixed by a strategy of its own:

>>> from hypothesis.strategies import just
>>> pool = {"installation": ["al-asad"], "force": ["iraqi-armed-forces"], "source": ["src-report"]}
>>> controls(pool, degree=just("full")).validate()
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ImportError("oirmodel.testing needs hypothesis: pip install 'oirmodel[testing]'")

from oirmodel.testing.claims import (
    affiliations,
    agreement_statuses,
    assessments,
    attributes,
    attributions,
    casualties,
    claims,
    commitment_statuses,
    commitment_terms,
    controls,
    different_from,
    occurrences,
    operation_statuses,
    orders,
    ownerships,
    participations,
    postings,
    presences,
    purposes,
    same_as,
    strength_changes,
    strengths,
    tallies,
)
from oirmodel.testing.datasets import datasets
from oirmodel.testing.entities import (
    agreements,
    commitments,
    entities,
    events,
    forces,
    installations,
    operations,
    organizations,
    persons,
    places,
    posts,
    sources,
)
from oirmodel.testing.fields import Pool, pool_of
from oirmodel.testing.provenance import citations, grades, speakers
from oirmodel.testing.values import (
    boxes,
    days,
    extensions,
    external_ids,
    imprecise_dates,
    names,
    periods,
    points,
    quantities,
    slugs,
    texts,
    truths,
    windows,
)

__all__ = [
    "Pool",
    "affiliations",
    "agreement_statuses",
    "agreements",
    "assessments",
    "attributes",
    "attributions",
    "boxes",
    "casualties",
    "citations",
    "claims",
    "commitment_statuses",
    "commitment_terms",
    "commitments",
    "controls",
    "datasets",
    "days",
    "different_from",
    "entities",
    "events",
    "extensions",
    "external_ids",
    "forces",
    "grades",
    "imprecise_dates",
    "installations",
    "names",
    "occurrences",
    "operation_statuses",
    "operations",
    "orders",
    "organizations",
    "ownerships",
    "participations",
    "periods",
    "persons",
    "places",
    "points",
    "pool_of",
    "postings",
    "posts",
    "presences",
    "purposes",
    "quantities",
    "same_as",
    "slugs",
    "sources",
    "speakers",
    "strength_changes",
    "strengths",
    "tallies",
    "texts",
    "truths",
    "windows",
]
