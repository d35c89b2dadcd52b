"""Strategies for who says it and where."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from oirmodel.provenance import Citation, Grade, Speaker
from oirmodel.testing.fields import Pool, built, ids_in

__all__ = ["citations", "grades", "speakers"]

_LOCATORS = ("paragraph 1, sentence 1", "p. 12", "row 7", "table 2, cell B3")
_GRADES = (("admiralty", "B2"), ("admiralty", "F6"), ("airwars", "fair"), ("airwars", "confirmed"), ("ucdp", "1"))


def citations(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Citation]:
    """Places in a source of the pool."""
    return built(Citation, ids_in(pool), {"locator": st.none() | st.sampled_from(_LOCATORS)} | fields)


def speakers(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Speaker]:
    """Links of a chain, each an actor of the pool, with or without a date of their own."""
    return built(Speaker, ids_in(pool), fields)


def grades(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Grade]:
    """Grades that an actor of the pool gave, under schemes that exist."""
    ids = ids_in(pool)
    return st.sampled_from(_GRADES).flatmap(
        lambda each: built(Grade, ids, {"scheme": st.just(each[0]), "grade": st.just(each[1])} | fields)
    )
