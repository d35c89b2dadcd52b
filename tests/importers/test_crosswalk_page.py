"""The page on how the terms of sources are said in our words."""

from typing import Any

from docs import crosswalks
from oirmodel.importers import NAMES, Crosswalk, Fit, Importer, Term
from oirmodel.vocab import Counted


def reading(name: str, *given: Crosswalk[Any]) -> Importer:
    def read(*_: object, **__: object) -> Any:  # noqa: ANN401 - never called
        raise AssertionError("a fake, of which only what it knows is asked")

    return Importer(name=name, title="A fake", read=read, knows=lambda _: False, crosswalks=given)


def test_the_page_is_what_the_generator_writes() -> None:
    found, _ = crosswalks.importers()
    assert crosswalks.PAGE.read_text(encoding="utf-8") == crosswalks.page(found)


def test_a_table_for_each_crosswalk_with_all_that_read_it() -> None:
    countries = Crosswalk("releases", "country", str, (Term("Iraq", "IQ", Fit.EXACT), Term("none", "", Fit.LOSSY)))
    units = Crosswalk(
        "some | body", "unit", Counted, (Term("air_strikes", Counted.STRIKES, Fit.BROADER, "with\nrockets"),)
    )
    page = crosswalks.page([reading("one", countries), reading("two", units, countries)])
    assert page == (
        crosswalks.INTRODUCTION
        + r"""
## releases: country

Read by `one` and `two`; our words are codes that others keep.

| term | ours | fit | note |
|---|---|---|---|
| Iraq | `IQ` | exact |  |
| none |  | lossy |  |

## some \| body: unit

Read by `two`; our words are `Counted`.

| term | ours | fit | note |
|---|---|---|---|
| air\_strikes | `strikes` | broader | with rockets |
"""
    )


def test_every_importer_is_found() -> None:
    found, missing = crosswalks.importers()
    assert ([each.name for each in found], [*missing]) == ([*NAMES], [])
