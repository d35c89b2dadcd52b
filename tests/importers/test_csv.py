import csv as delimited
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oirmodel as oir
from oirmodel.claims import Attribution, Casualties, Occurrence, Presence, Tally
from oirmodel.entities import Installation, Place
from oirmodel.importers import Imported, InvalidTable
from oirmodel.importers.csv import InvalidMapping, Mapping, importer, read
from oirmodel.names import Name
from oirmodel.quantity import Quantity, Wording
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from oirmodel.testing import periods, quantities
from oirmodel.vocab import Counted, Modality
from tests.importers.reading import SAMPLES, SHARED, needs

SOURCE = """
[source]
title = "A list"
published = "2020-02-01"
"""
STRIKES = f"""{SOURCE}
[[claims]]
kind = "tally"
modality = "asserted"
counted = "strikes"
quantity = "{{Strikes}}"
at = "{{Town}}"
period = "{{Date}}"
"""
NOBODY = Dataset()


def imported(mapping: str, *tables: str, known: Dataset | None = NOBODY) -> Imported:
    return read(*(io.BytesIO(each.encode()) for each in tables), mapping=Mapping.parse(mapping), known=known)


def codes(result: Imported) -> list[str]:
    return [each.code for each in result.findings]


def tally(mapping: str, *lines: str) -> Tally:
    result = imported(mapping, "\n".join(lines))
    assert result.codes == {}
    (claim,) = result.dataset.claims(Tally)
    return claim


def strikes(cell: str, extra: str = "") -> Imported:
    return imported(STRIKES + extra, f'Date,Town,Strikes\n2020-01-02,Kisik,"{cell}"')


# What a row becomes


def test_a_simple_table_needs_a_dozen_lines() -> None:
    """The claim cites its row, is known since the table was published, and names a place of that name."""
    result = imported(STRIKES, "Date,Town,Strikes\n2020-01-02,Kisik,3\n")
    (claim,) = result.dataset.claims(Tally)
    assert (claim.id, claim.at, str(claim.quantity)) == ("tally-table-1", ("place-kisik",), "3")
    assert (claim.period, str(claim.reported)) == (Period.parse("2020-01-02"), "2020-02-01")
    assert [(each.source, each.locator) for each in claim.citations] == [("src-table", "row 1")]
    assert result.dataset.sources["src-table"].title == "A list"
    assert (result.rows, result.placed, result.findings) == (1, 1, ())
    assert oir.check(result.dataset) == ()


def test_a_sample_with_every_trap_becomes_what_is_written_here() -> None:
    result = read(SAMPLES / "csv_incidents.csv", mapping=SAMPLES / "csv_incidents.toml")
    assert (result.rows, result.placed) == (11, 7)
    assert [each.number for each in result.quarantined] == [5, 6, 8, 11]
    assert result.codes == {
        "OIR501": 1,
        "OIR502": 2,
        "OIR503": 1,
        "OIR504": 1,
        "OIR505": 1,
        "OIR507": 1,
        "OIR511": 1,
        "OIR533": 1,
    }
    data = result.dataset
    assert {each.id.rpartition("-")[2]: str(each.quantity) for each in data.claims(Tally)} == {
        "1": "2",
        "2": "rund 10",
        "4": "1,200",
        "7": "über 7",
    }
    assert {each.quantity for each in data.claims(Casualties)} == {
        Quantity.none(),
        Quantity.between(3, 5),
        Quantity.maximum(4),
    }
    assert {
        each.id.removeprefix("occurrence-csv-incidents-csv-"): str(each.period) for each in data.claims(Occurrence)
    } == {
        "1": "2016-05-03/2016-05-03",
        "2": "2016-05-07/2016-05-08",
        "3": "2016-05/2016-05",
        "4": "[..2016-05-31]/[..2016-05-31]",
        "7": "2016-06-11/2016-06-11",
        "10": "2016-06-13/2016-06-13",
    }
    assert [each.by for each in data.claims(Attribution)] == [
        "us-led-coalition",
        "us-led-coalition",
        "force-unbekannte-krafte",
    ]
    assert {"raqqa", "place-iq-kisik", "place-sy-manbij"} <= data.entities.keys()
    assert {"incident-v-5", "incident-v-6", "incident-v-10"}.isdisjoint(data.entities)
    kisik = data.entities["place-iq-kisik"]
    assert isinstance(kisik, Place)
    assert kisik.point is not None
    assert (kisik.country, kisik.point.latitude, kisik.point.precision_m) == ("IQ", 36.4721, 1000)


def test_a_sample_of_bases_becomes_what_is_written_here() -> None:
    result = read(SAMPLES / "csv_bases.csv", mapping=SAMPLES / "csv_bases.toml")
    assert (result.rows, result.placed, [each.number for each in result.quarantined]) == (8, 6, [6, 7])
    assert result.codes == {"OIR502": 1, "OIR503": 1, "OIR504": 1, "OIR505": 3, "OIR530": 1}
    told = [(each.of, each.at, str(each.period), each.role.value) for each in result.dataset.claims(Presence)]
    assert told == [
        ("force-northern-battalion", "installation-camp-cedar", "2016-03/2018-06-30", "tenant"),
        ("force-southern-battalion", "installation-camp-cedar", "2018-07-01/2019", "advisers"),
        ("force-guard-company", "installation-camp-cedar", "2016/", "unstated"),
        ("force-guard-company", "installation-camp-cedar", "/2020-05-31", "unstated"),
        ("force-northern-battalion", "installation-willow-airfield", "2018-07/..", "tenant"),
    ]
    airfield = result.dataset.entities["installation-willow-airfield"]
    assert [each.format() for each in airfield.external_ids] == ["icao:ORXX"]


def test_what_a_repeated_row_says_is_cited_from_both_and_counted_once() -> None:
    result = imported(STRIKES, "Date,Town,Strikes\n2020,Kisik,3\n2020,Kisik,3\n", "Date,Town,Strikes\n2020,Kisik,3\n")
    (claim,) = result.dataset.claims(Tally)
    assert [(each.source, each.locator) for each in claim.citations] == [
        ("src-table", "row 1"),
        ("src-table", "row 2"),
        ("src-table-2", "row 1"),
    ]
    assert (result.placed, result.codes) == (3, {"OIR504": 2})


def test_a_repeated_row_is_another_where_the_mapping_says_so() -> None:
    result = imported(STRIKES + "[table]\nrepeats = 'another'", "Date,Town,Strikes\n2020,Kisik,3\n2020,Kisik,3\n")
    assert [each.id for each in result.dataset.claims(Tally)] == ["tally-table-1", "tally-table-2"]
    assert result.codes == {}


def test_a_repeated_row_that_could_not_be_placed_is_quarantined_again() -> None:
    result = imported(STRIKES, "Date,Town,Strikes\n2020,Kisik,x\n2020,Kisik,x\n")
    assert (result.placed, codes(result)) == (0, ["OIR502", "OIR502"])


def test_a_blank_says_nothing_and_a_zero_is_said() -> None:
    result = imported(STRIKES, "Date,Town,Strikes\n2020,Kisik,\n2020,Kisik,0\n")
    assert [each.quantity.wording for each in result.dataset.claims(Tally)] == [Wording.NONE]
    assert codes(result) == ["OIR530"]


def test_rows_are_left_out_where_the_mapping_says_so_and_kept_as_quarantined() -> None:
    result = imported(
        STRIKES + "[table]\nskip = { Town = ['total', 'Sum'] }", "Date,Town,Strikes\n2020,Total,7\n2020,Hit,7"
    )
    assert (result.placed, codes(result), result.quarantined[0].cells) == (1, ["OIR531"], ("2020", "Total", "7"))


def test_two_things_of_one_row_are_two_claims_of_one_event() -> None:
    rules = f"""{SOURCE}
[entities.attack]
kind = "event"
category = "attack"
[common]
modality = "asserted"
of = "@attack"
period = "{{Date}}"
[[claims]]
kind = "occurrence"
[[claims]]
kind = "casualties"
harm = "killed"
quantity = "{{Killed}}"
when = {{ Killed = true }}
[[claims]]
kind = "casualties"
harm = "wounded"
quantity = "{{Wounded}}"
unless = {{ Wounded = ["many"] }}
"""
    result = imported(rules, "Date,Killed,Wounded\n2018,1,many\n2019,,4\n")
    assert [each.id for each in result.dataset.claims()] == [
        "casualties-2-table-2",
        "casualties-table-1",
        "occurrence-table-1",
        "occurrence-table-2",
    ]
    assert {each.of for each in result.dataset.claims(Casualties)} == {"event-table-1", "event-table-2"}
    assert result.codes == {}


def test_several_names_in_a_cell_are_several_claims_or_several_places() -> None:
    rules = f"""{SOURCE}
[[claims]]
kind = "presence"
modality = "asserted"
of = {{ read = "{{Forces}}", split = ";", new = "force" }}
at = {{ read = "{{Base}}", new = "installation" }}
period = {{ observed = "{{Date}}" }}
"""
    result = imported(rules, "Date,Forces,Base\n2020-01-02,A Force; B Force;,Camp\n")
    claims = result.dataset.claims(Presence)
    assert [(each.id, each.of, each.at) for each in claims] == [
        ("presence-table-1-1", "force-a-force", "installation-camp"),
        ("presence-table-1-2", "force-b-force", "installation-camp"),
    ]
    assert {each.period for each in claims} == {Period.observed("2020-01-02")}
    assert tally(STRIKES.replace('"{Town}"', '{ read = "{Town}", split = " and " }'), *HIT_AND_ANA).at == (
        "place-hit",
        "place-ana",
    )


HIT_AND_ANA = ("Date,Town,Strikes", "2020,Hit and Ana,3")


def test_names_are_linked_exactly_or_made_and_never_by_likeness() -> None:
    known = Dataset(
        entities=[
            Place(id="mosul", names=[Name(text="Mosul")], country="IQ"),  # type: ignore[arg-type]
            Installation(id="q-west", names=[Name(text="Q-West")]),  # type: ignore[arg-type]
        ]
    )
    lines = "Date,Town,Strikes\n2020,Mosul,1\n2020,Mosull,1\n2020,Q-West,1\n2020,mosul,2\n"
    result = imported(STRIKES, lines, known=known)
    assert [each.at[0] for each in result.dataset.claims(Tally)] == ["mosul", "place-mosull", "q-west", "mosul"]


def test_a_name_that_nobody_knows_is_a_finding_where_nothing_says_what_it_is() -> None:
    result = imported(STRIKES + 'by = "{By}"\n', "Date,Town,Strikes,By\n2020,Hit,1,Somebody\n2020,Hit,1,\n")
    (finding,) = result.findings
    assert finding.code == "OIR503"
    assert finding.message == (
        "table, row 1: by: no known force or organization or person has the id or name 'Somebody' "
        "(new says what it would be)"
    )
    assert [each.by for each in result.dataset.claims(Tally)] == [None]


def test_two_texts_are_never_one_id() -> None:
    rules = SOURCE + '[entities.base]\nkind = "installation"\nid = "{Id}"\nname = "{Name}"\n'
    result = imported(rules, "Id,Name\nA 1,One\nA-1,Two\nA 1,One\nä,Drei\n!,Four\n")
    assert {each.id: each.names[0].text for each in result.dataset.entities.values()} == {
        "a-1": "One",
        "a-1-2": "Two",
        "a": "Drei",
        "bb7208bc9b5d": "Four",
    }


def test_a_thing_that_is_described_otherwise_is_a_finding() -> None:
    rules = SOURCE + (
        '[entities.base]\nkind = "installation"\nname = "{Name}"\ncategory = "{Sort}"\n'
        'point = { latitude = "{N}", longitude = "{E}" }\n'
    )
    result = imported(rules, "Name,Sort,N,E\nCamp,camp,1,2\nCamp,base,1,2\nCamp,camp,1.5,2\nCamp,camp,,\n")
    assert codes(result) == ["OIR532", "OIR511"]
    assert (result.placed, len(result.dataset.entities)) == (4, 1)


def test_what_a_row_has_beyond_the_known_thing_is_told_and_the_known_one_stays() -> None:
    known = Dataset(
        entities=[
            Installation(
                id="camp",  # type: ignore[arg-type]
                names=[Name(text="Camp")],  # type: ignore[arg-type]
                external_ids=["icao:ORXX"],
                category="camp",  # type: ignore[arg-type]
            )
        ]
    )
    rules = SOURCE + (
        '[entities.base]\nkind = "installation"\nid = "{Id}"\n'
        'names = ["{Name}", { text = "{Arabic}", language = "ar" }]\n'
        'external_ids = ["icao:{ICAO}", "iata:{IATA}"]\ncategory = "camp"\n'
    )
    result = imported(
        rules, "Id,Name,Arabic,ICAO,IATA\ncamp,Camp,معسكر,ORXX,XXA\nx,Other,,ORXY,\nx,Other,,ORXZ,\n", known=known
    )
    assert [(each.code, each.message.partition(": ")[2]) for each in result.findings] == [
        ("OIR532", "camp: names 'معسكر' is not taken; the known one has 'Camp'"),
        ("OIR532", "camp: external_ids 'iata:XXA' is not taken; the known one has 'icao:ORXX'"),
        ("OIR532", "x: external_ids 'icao:ORXZ' is not taken; an earlier row has 'icao:ORXY'"),
    ]
    assert result.dataset.entities["camp"] == known.entities["camp"]


def test_an_entity_without_claims_is_enough_for_a_table_of_things() -> None:
    rules = SOURCE + (
        '[entities.force]\nkind = "force"\nname = "{Force}"\nplaceholder = true\n'
        '[entities.post]\nkind = "post"\nid = "post-{No}"\nof = "@force"\ntitle = "{Title}"\nsingle = true\n'
    )
    result = imported(rules, "No,Force,Title\n1,A force,Commander\n2,A force,\n3,,\n")
    assert sorted(result.dataset.entities) == ["force-a-force", "post-1"]
    assert codes(result) == ["OIR502", "OIR502"]


def test_what_only_a_quarantined_row_names_is_not_in_the_dataset_until_another_row_names_it() -> None:
    lines = "Date,Town,Strikes\n2020,Hit,x\n2020,Ana,x\n2020,Hit,1\n"
    assert list(imported(STRIKES, lines).dataset.entities) == ["place-hit"]


def test_a_document_that_the_row_names_is_cited_before_the_table() -> None:
    rules = STRIKES + '[document]\nurl = "{Url}"\npublished = "{Out}"\nlocator = "page {Page}"\n'
    head = "Date,Town,Strikes,Url,Out,Page\n"
    result = imported(
        rules, f"{head}2020,Hit,1,https://example.org/a,2020-01-05,7\n2020,Hit,2,https://example.org/b,,\n"
    )
    first, second = result.dataset.claims(Tally)
    assert [(each.source, each.locator) for each in first.citations] == [
        ("src-https-example-org-a", "page 7"),
        ("src-table", "row 1"),
    ]
    assert (str(first.reported), str(second.reported)) == ("2020-01-05", "[..2020-02-01]")
    assert second.citations[0].locator is None


def test_what_cannot_be_made_is_named_by_no_row() -> None:
    """A country or an address that is none is told for each row, and nothing refers to what was not made."""
    rules = STRIKES.replace('"{Town}"', '{ read = "{Town}", country = "{Land}" }') + "[document]\nurl = '{Url}'\n"
    lines = [
        "Date,Town,Strikes,Land,Url",
        "2020,Hit,1,Irak,",
        "2020,Hit,2,Irak,",
        "2020,Ana,1,IQ,x y",
        "2020,Ana,2,IQ,x y",
    ]
    result = imported(rules, "\n".join(lines))
    assert (result.placed, codes(result), len(result.dataset.entities)) == (0, ["OIR502"] * 4, 0)


def test_a_quotation_stands_in_the_citation_of_the_row() -> None:
    result = imported(
        STRIKES + 'quote = "{Text}"\n',
        "Date,Town,Strikes,Text\n2020,Hit,1,a few words\n2020,Hit,2,\n2020,Hit,3,a\x00\n",
    )
    quotes = [each.citations[0].quote for each in result.dataset.claims(Tally)]
    assert (quotes, codes(result)) == (["a few words", None], ["OIR502"])


def test_speakers_and_grades_are_of_the_row() -> None:
    rules = STRIKES + (
        'asserted_by = [{ who = { read = "{Who}", new = "person" }, when = "{Said}", how = "paraphrase" }]\n'
        'grades = { by = { read = "A monitor", new = "organization" }, scheme = "own", grade = "{Grade}" }\n'
    )
    result = imported(rules, "Date,Town,Strikes,Who,Said,Grade\n2020,Hit,1,A speaker,2020-02,B\n2020,Hit,2,,,\n")
    first, second = result.dataset.claims(Tally)
    assert [(each.who, str(each.when), each.how.value) for each in first.asserted_by] == [
        ("person-a-speaker", "2020-02", "paraphrase")
    ]
    assert [(each.by, each.grade) for each in first.grades] == [("organization-a-monitor", "B")]
    assert (second.asserted_by, second.grades) == ((), ())


# Cells


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,200", Quantity.exact(1200)),
        ("11.0", Quantity.exact(11)),
        ("0", Quantity.none()),
        ("None", Quantity.none()),
        ("unknown", Quantity.unknown()),
        ("about 2,500", Quantity.about(2500)),
        ("~40", Quantity(wording=Wording.ABOUT, number=40, words="~40")),
        ("2,500+", Quantity(wording=Wording.AT_LEAST, number=2500, words="2,500+")),
        ("40 or more", Quantity(wording=Wording.AT_LEAST, number=40, words="40 or more")),
        ("up to 5", Quantity(wording=Wording.AT_MOST, number=5, words="up to 5")),
        ("more than 5", Quantity.more_than(5)),
        ("10-15", Quantity(wording=Wording.BETWEEN, number=10, to=15, words="10-15")),
        ("10 to 15", Quantity(wording=Wording.BETWEEN, number=10, to=15, words="10 to 15")),
        ("twenty-one", Quantity(wording=Wording.EXACT, number=21, words="twenty-one")),
    ],
)
def test_a_quantity_keeps_its_words(cell: str, expected: Quantity) -> None:
    (claim,) = strikes(cell).dataset.claims(Tally)
    assert claim.quantity == expected


def test_a_word_for_a_number_is_an_interpretation() -> None:
    result = strikes("dozens")
    (claim,) = result.dataset.claims(Tally)
    assert claim.quantity == Quantity.order_of(10, words="dozens")
    assert claim.assumptions == ("'dozens' is read as from 10 up to ten times that",)
    assert codes(result) == ["OIR505"]


@pytest.mark.parametrize(
    "cell", ["2.5", "1,5", "-", "-3", "n/a", "several", "15-10", "3 strikes", "<0", "1e3", "٣", "about", "1" * 16]
)
def test_a_quantity_that_cannot_be_read_is_quoted(cell: str) -> None:
    result = strikes(cell)
    assert (result.placed, codes(result)) == (0, ["OIR502"])
    (kept,) = result.quarantined
    assert kept.cells[2] == cell


def test_words_of_another_language_and_for_missing_are_told_by_the_mapping() -> None:
    (claim,) = strikes("environ 30", "[words]\nabout = ['environ']").dataset.claims(Tally)
    assert claim.quantity == Quantity(wording=Wording.ABOUT, number=30, words="environ 30")
    assert codes(strikes("ND", "[table]\nmissing = ['ND']")) == ["OIR530"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("1", "3", Quantity.between(1, 3)),
        ("2", "2", Quantity.exact(2)),
        ("0", "0", Quantity.none()),
        ("0", "2", Quantity.between(0, 2)),
        ("2", "", Quantity.minimum(2)),
        ("", "4", Quantity.maximum(4)),
    ],
)
def test_a_fewest_and_a_most(low: str, high: str, expected: Quantity) -> None:
    rules = STRIKES.replace('"{Strikes}"', '{ min = "{Low}", max = "{High}" }')
    assert tally(rules, "Date,Town,Low,High", f"2020,Hit,{low},{high}").quantity == expected


def test_the_mapping_may_word_all_numbers() -> None:
    rules = STRIKES.replace('"{Strikes}"', '{ read = "{Strikes}", wording = "at-least" }')
    assert tally(rules, "Date,Town,Strikes", "2020,Hit,7").quantity == Quantity.minimum(7)


@pytest.mark.parametrize(
    ("pattern", "cell", "expected"),
    [
        ("%d/%m/%Y", "7/10/2014", "2014-10-07"),
        ("%m/%Y", "10/2014", "2014-10"),
        ("%Y", "2014", "2014"),
        ("%d %B %Y", "7  October 2014", "2014-10-07"),
        ("%B %d, %Y", "Sept 7, 2014", "2014-09-07"),
        ("Q%q/%Y", "Q2/2014", "2014-34"),
        ("%d.%m.%Y", "about 07.10.2014", "2014-10-07~"),
        ("%d.%m.%Y", "before 07.10.2014", "[..2014-10-06]"),
        ("%d.%m.%Y", "by 07.10.2014", "[..2014-10-07]"),
        ("%m.%Y", "after 10.2014", "[2014-11-01..]"),
        ("%Y-%m-%d %H:%M %z", "2014-10-07 22:30 +0300", "2014-10-07T22:30:00+03:00"),
        ("%Y%%%m", "2014%10", "2014-10"),
        ("edtf", "2014-10-07~", "2014-10-07~"),
    ],
)
def test_a_date_is_as_sharp_as_its_pattern(pattern: str, cell: str, expected: str) -> None:
    rules = STRIKES + f"[table]\ndates = ['{pattern}']\n"
    period = tally(rules, "Date,Town,Strikes", f'"{cell}",Hit,7').period
    assert (str(period.start), period.start) == (expected, period.end)


def test_a_year_of_two_digits_is_an_interpretation() -> None:
    result = imported(
        STRIKES + "[table]\ndates = ['%d-%b-%y']\n", "Date,Town,Strikes\n7-oct-14,Hit,1\n1-Jan-99,Hit,1\n"
    )
    assert [str(each.period.start) for each in result.dataset.claims(Tally)] == ["2014-10-07", "1999-01-01"]
    assert codes(result) == ["OIR505", "OIR505"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("05/06/2014", "is 2014-06-05 or 2014-05-06, as '%d/%m/%Y' and '%m/%d/%Y' read it"),
        ("30/02/2014", "is no day: that month has no day 30"),
        ("2014-02-31", "is no date as '%d/%m/%Y', '%m/%d/%Y'"),
        ("yesterday", "is no date as"),
    ],
)
def test_a_date_that_is_none_or_two_is_no_date(cell: str, told: str) -> None:
    rules = STRIKES + "[table]\ndates = ['%d/%m/%Y', '%m/%d/%Y']\n"
    result = imported(rules, f"Date,Town,Strikes\n{cell},Hit,1\n13/05/2014,Hit,1\n")
    assert (result.placed, codes(result)) == (1, ["OIR502"])
    assert told in result.findings[0].message


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ('{ exactly = "{Date}" }', "2014-01-01/2014-12-31"),
        ('{ throughout = "{Date}" }', "[..2014-01-01]/[2014-12-31..]"),
        ('{ observed = "{Date}" }', "[..2014]/[2014..]"),
        ('{ by = "{Date}" }', "[..2014]/.."),
        ('{ since = "{Date}" }', "2014/.."),
        ('{ start = "{Date}", end = ".." }', "2014/.."),
        ('{ end = "{Date}" }', "/2014"),
        ('"{Date}/2015"', "2014/2015"),
    ],
)
def test_a_period_is_said_in_one_of_the_ways_of_the_library(rule: str, expected: str) -> None:
    period = tally(STRIKES.replace('"{Date}"', rule), "Date,Town,Strikes", "2014,Hit,7").period
    assert period.format() == expected


def test_times_that_cannot_be_right_are_placed_with_a_finding() -> None:
    rules = STRIKES.replace('"{Date}"', '{ start = "{Date}", end = "{End}" }')
    result = imported(rules, "Date,Town,Strikes,End\n2019,Hit,1,2018\n2021,Hit,1,2022\n")
    assert (result.placed, codes(result)) == (2, ["OIR507", "OIR507"])


TERMS = STRIKES.replace(
    'counted = "strikes"',
    'counted = { read = "{Sort}", terms = { Strike = "strikes", Raid = { word = "incidents", fit = "broader" } } }',
)


def test_terms_are_read_by_their_crosswalk_and_never_guessed() -> None:
    lines = "Date,Town,Strikes,Sort\n2020,Hit,1, strike\n2020,Hit,2,RAID\n2020,Hit,3,strikes\n2020,Hit,4,\n"
    result = imported(TERMS, lines)
    assert [(each.counted, each.assumptions) for each in result.dataset.claims(Tally)] == [
        (Counted.STRIKES, ()),
        (Counted.INCIDENTS, ("'RAID' is read as 'incidents', which is broader",)),
    ]
    assert [(each.code, each.message.partition(": ")[2]) for each in result.findings] == [
        ("OIR505", "'RAID' is read as 'incidents', which is broader"),
        ("OIR503", "counted: the term 'strikes' is in no crosswalk"),
        ("OIR502", "nothing is given for 'counted'"),
    ]


def test_the_mapping_may_say_what_an_unknown_term_is() -> None:
    rules = TERMS.replace("} } }", '} }, otherwise = "operations" }')
    result = imported(rules, "Date,Town,Strikes,Sort\n2020,Hit,1,Sweep\n")
    assert [each.counted for each in result.dataset.claims(Tally)] == [Counted.OPERATIONS]
    assert (result.placed, codes(result)) == (1, ["OIR503"])


# Tables


def test_a_table_that_is_written_otherwise_than_the_mapping_says_is_told_as_such() -> None:
    with pytest.raises(InvalidMapping, match=r"the delimiter is ','; another is told by delimiter in \[table\]"):
        imported(STRIKES, "Date;Town;Strikes\n2020;Hit;1\n")
    with pytest.raises(InvalidTable, match=r"not UTF-8: the byte 0xef .*, or name its encoding in \[table\]"):
        read(io.BytesIO("Date,Town,Strikes\n2020,Daïr,1\n".encode("latin-1")), mapping=Mapping.parse(STRIKES))
    with pytest.raises(InvalidTable, match="quotation mark"):
        imported(STRIKES, 'Date,Town,Strikes\n2020,"Hit,1\n')
    (finding,) = imported(STRIKES, "Date,Town,Strikes\n17/10/2016,Hit,1\n").findings
    assert finding.message.endswith("(how else dates are written, dates in [table] tells)")


def test_a_table_of_another_shape_is_read_as_the_mapping_says() -> None:
    rules = STRIKES + "[table]\ndelimiter = ';'\ndecimal = ','\nencoding = 'latin-1'\n"
    content = "Town;Strikes;Date\r\nDaïr;1.200,0;2020\r\n".encode("latin-1")
    (claim,) = read(io.BytesIO(content), mapping=Mapping.parse(rules), known=NOBODY).dataset.claims(Tally)
    assert (claim.at, str(claim.quantity)) == (("place-dair",), "1,200")


def test_columns_that_nobody_reads_are_told_once_and_those_that_may_be_missing_are_blank() -> None:
    rules = STRIKES + 'note = "{Note}"\n[table]\noptional = ["Note"]\nunused = ["Row"]\n'
    result = imported(rules, "Row,Date,Town,Strikes,Extra\n1,2020,Hit,1,x\n2,2020,Hit,1,y\n")
    assert [(each.code, each.message) for each in result.findings] == [
        ("OIR514", "table: nobody reads the column 'Extra'")
    ]
    assert {each.note for each in result.dataset.claims()} == {None}


def test_an_importer_of_a_mapping_is_one_like_the_others() -> None:
    made = importer(Mapping.parse(STRIKES))
    assert (made.name, made.title, made.delimiter) == ("csv", "A list", ",")
    assert made.knows(("Town", "Strikes", "More", "Date"))
    assert not made.knows(("Town", "Date"))
    assert made.read(io.BytesIO(b"Date,Town,Strikes\n2020,Hit,1\n"), known=NOBODY).placed == 1


def test_ids_that_begin_like_those_of_claims_are_refused() -> None:
    rules = STRIKES.replace("[[claims]]", '[entities.town]\nkind = "place"\nid = "{Town}"\n[[claims]]', 1)
    rules = rules.replace('at = "{Town}"', 'at = "@town"')
    result = imported(rules, "Date,Town,Strikes\n2020,tally-table-2,1\n2020,Hit,2\n")
    assert (result.placed, codes(result)) == (1, ["OIR502"])


WILD = st.text(st.sampled_from("0123456789-/.,~?[]{}@ aäأ%\n\t\r\x00'"), max_size=8)
CELLS = st.sampled_from(
    [
        *(
            "",
            "-",
            "2016",
            "2016-05-03",
            "2016-02-31",
            "..",
            "V-1",
            "v 1",
            "Kisik",
            "Raqqa",
            "Irak",
            "3",
            "0",
            "rund 10",
        ),
        *("36,4", "bestätigt", "ungeprüft", "https://example.org/a", "US-led coalition", "/", "tally-csv-1", "x" * 600),
    ]
)


@given(st.lists(st.lists(WILD | CELLS, min_size=15, max_size=15) | st.lists(WILD, max_size=17), max_size=6))
def test_every_row_of_any_table_is_placed_or_quarantined(rows: list[list[str]]) -> None:
    """Whatever the cells hold, each row is told of, every claim cites one, and no id names nothing."""
    header = (SAMPLES / "csv_incidents.csv").read_text(encoding="utf-8").splitlines()[0].split(";")
    try:
        result = read(table_of([header, *rows], ";"), mapping=INCIDENTS, known=NOBODY)
    except InvalidTable:
        return
    assert result.rows == result.placed + len(result.quarantined)
    assert all(each.citations[-1].locator for each in result.dataset.claims())
    assert not [each for each in oir.check(result.dataset) if each.code.startswith("OIR1")]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["drop", "swap", "value"]), st.integers(0, 60)), max_size=4)
)
def test_a_mapping_is_refused_or_reads_every_row(changes: list[tuple[int, str, int]]) -> None:
    """However a mapping is mangled, it is refused as such, or each row is told of and no id names nothing."""
    lines = (SAMPLES / "csv_incidents.toml").read_text(encoding="utf-8").splitlines()
    for at, how, other in changes:
        first, second = at % len(lines), other % len(lines)
        if how == "drop":
            lines[first] = ""
        elif how == "swap":
            lines[first], lines[second] = lines[second], lines[first]
        else:
            lines[first] = lines[first].partition("=")[0] + "=" + lines[second].partition("=")[2]
    try:
        mapping = Mapping.parse("\n".join(lines))
        result = read(SAMPLES / "csv_incidents.csv", mapping=mapping, known=NOBODY)
    except (InvalidMapping, InvalidTable):
        return
    assert result.rows == result.placed + len(result.quarantined)
    assert not [each for each in oir.check(result.dataset) if each.code.startswith("OIR1")]


INCIDENTS = Mapping.load(SAMPLES / "csv_incidents.toml")


def table_of(rows: Sequence[Sequence[object]], delimiter: str = ",") -> io.BytesIO:
    text = io.StringIO(newline="")
    delimited.writer(text, delimiter=delimiter).writerows(rows)
    return io.BytesIO(text.getvalue().encode("utf-8", errors="replace"))


PLACES = ("mosul", "raqqa")
KNOWN = Dataset(entities=[Place(id=each) for each in PLACES])  # type: ignore[arg-type]
WRITTEN = """
[source]
title = "Rows of this library"
[[claims]]
kind = "tally"
modality = "{modality}"
reported = "{reported}"
counted = "{counted}"
quantity = "{quantity}"
at = { read = "{at}", split = ";", new = "no" }
period = { start = "{start}", end = "{end}" }
note = "{note}"
[table]
repeats = "another"
"""


def plain(quantity: Quantity) -> bool:
    """Whether the text of a quantity tells all of it; a zero in digits is a stated none, and from 2 to 2 is 2."""
    several = quantity.number is None or quantity.number != quantity.to
    return quantity.words is None and not quantity.derived and several and str(quantity) != "0"


@given(
    period=periods(),
    quantity=quantities().filter(plain),
    at=st.lists(st.sampled_from(PLACES), unique=True),
    counted=st.sampled_from(Counted),
    modality=st.sampled_from(Modality),
    note=st.none() | st.text(st.characters(categories=("L", "N")), min_size=1),
)
def test_what_the_library_writes_as_rows_is_read_again(
    *, period: Period, quantity: Quantity, at: list[str], counted: Counted, modality: Modality, note: str | None
) -> None:
    """The rows of tallies, written as a table, are the same tallies again by a mapping of a few lines."""
    written = Tally(
        period=period,
        quantity=quantity,
        at=at,  # type: ignore[arg-type]
        counted=counted,
        modality=modality,
        note=note,
        reported="2030",
        citations=[oir.Citation(source="src-x")],  # type: ignore[arg-type]
    )
    (row,) = oir.rows(Dataset(claims=[written]), "tally")
    table = table_of([list(row), ["" if each is None else each for each in row.values()]])
    result = read(table, mapping=Mapping.parse(WRITTEN), known=KNOWN)
    (again,) = result.dataset.claims(Tally)
    for field in ("period", "quantity", "at", "counted", "modality", "note", "reported"):
        assert getattr(again, field) == getattr(written, field), field


# The real files

PAX = Path(SHARED / "pax_agreements" / "pax_iraq_syria_subset.csv")
PAX_RULES = """
[source]
title = "Peace agreements of Iraq and Syria"
published = "2020-04"
[entities.agreement]
kind = "agreement"
id = "pax-{AgtId}"
name = "{Agt}"
external_ids = "pax:{AgtId}"
[common]
modality = "asserted"
of = "@agreement"
period = { start = "{Dat}" }
[[claims]]
kind = "agreement_status"
unless = { Status = "Unilateral document" }
status = { read = "{Status}", terms = { "Multiparty signed/agreed" = { word = "agreed", fit = "broader" } } }
[[claims]]
kind = "attribute"
when = { Status = "Unilateral document" }
aspect = "other"
value = "a unilateral document"
"""


@needs("pax_agreements")
def test_the_agreements_of_a_published_list() -> None:
    """Counted by themselves: 109 rows, of which 13 are unilateral documents."""
    result = read(PAX, mapping=Mapping.parse(PAX_RULES))
    with PAX.open(encoding="utf-8-sig", newline="") as file:
        rows = list(delimited.DictReader(file))
    assert (len(rows), sum(row["Status"] == "Unilateral document" for row in rows)) == (109, 13)
    assert (result.rows, result.placed, len(result.quarantined)) == (109, 109, 0)
    assert len(result.dataset.claims(oir.AgreementStatus)) == 96
    assert len(result.dataset.claims(oir.Attribute)) == 13
    days = sorted(str(each.period.start) for each in result.dataset.claims())
    assert (days[0], days[-1], len({*days})) == ("1991-04-03", "2020-03-05", 98)
