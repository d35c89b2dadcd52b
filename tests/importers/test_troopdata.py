import io
from collections import Counter
from pathlib import Path

import pytest

from oirmodel.checks import check
from oirmodel.claims import Assessment, Presence, Strength
from oirmodel.entities import Installation, Place
from oirmodel.importers import InvalidTable
from oirmodel.importers._troopdata.countries import ALPHA_2
from oirmodel.importers._troopdata.terms import origin_of
from oirmodel.importers.gathering import Imported
from oirmodel.importers.troopdata import CROSSWALKS, IMPORTER, knows, read
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.query.grade import Status
from oirmodel.vocab import CountingBasis, InstallationCategory, Modality
from tests.importers.reading import SAMPLES, SHARED, needs

QUARTERS, YEARS, BASES = (SAMPLES / f"troopdata_{each}.csv" for each in ("quarters", "years", "bases"))
REAL = SHARED / "troopdata"
REAL_QUARTERS = REAL / "troopdata-rebuild-country-year-quarter-format.csv"


@pytest.fixture(scope="module")
def quarters() -> Imported:
    return read(QUARTERS)


@pytest.fixture(scope="module")
def bases() -> Imported:
    return read(BASES)


@pytest.fixture(scope="module")
def real() -> Imported:
    return read(REAL_QUARTERS)


def strength(imported: Imported, file: Path, row: int, of: str = "us-forces") -> Strength:
    found = imported.dataset[f"troopdata-{file.stem.replace('_', '-')}-csv-{row}-{of}"]
    assert isinstance(found, Strength)
    return found


def of_row(imported: Imported, number: int) -> list[str]:
    return [each.code for each in imported.findings if f", row {number}: " in each.message]


def rows(*lines: str, header: str = "countryname,year,troops_ad") -> Imported:
    return read(io.BytesIO("\n".join([header, *lines]).encode()), known=Dataset())


def test_every_row_of_the_quarters_is_placed_or_kept(quarters: Imported) -> None:
    assert (quarters.rows, quarters.placed) == (21, 12)
    assert [each.number for each in quarters.quarantined] == [7, 9, 10, 12, 13, 17, 18, 19, 21]
    assert quarters.codes == {
        "OIR501": 1,
        "OIR502": 2,
        "OIR503": 1,
        "OIR504": 1,
        "OIR507": 1,
        "OIR508": 5,
        "OIR509": 2,
        "OIR514": 1,
        "OIR547": 1,
        "OIR548": 1,
        "OIR549": 1,
    }


def test_a_report_is_on_the_basis_of_dmdc(quarters: Imported) -> None:
    told = strength(quarters, QUARTERS, 5)
    assert (told.at, told.quantity, told.basis) == (("iraq",), Quantity.exact(530), CountingBasis.DMDC)
    assert [each.who for each in told.asserted_by] == ["dmdc", "troopdata"]
    assert [each.source for each in told.citations] == ["src-dmdc-june-2016", "src-troopdata-troopdata-quarters-csv"]
    assert (told.period.format(), str(told.reported)) == ("[..2016-06]/[2016-06..]", "[2016-06..]")
    parts = {each.of: str(each.quantity) for each in quarters.dataset.claims(Strength) if "-csv-5-" in each.id}
    assert parts == {
        "us-forces": "530",
        "us-forces-active-duty": "500",
        "us-army-active-duty": "400",
        "us-navy-active-duty": "none",
        "us-air-force-active-duty": "80",
        "us-marine-corps-active-duty": "20",
        "us-selected-reserve": "30",
        "us-dod-civilians": "7",
    }
    answer = quarters.dataset.strength("us-forces", at="iraq", during="2016-06", basis="dmdc")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.exact(530))


def test_before_2008_there_are_no_reserves_and_no_civilians(quarters: Imported) -> None:
    parts = {each.of for each in quarters.dataset.claims(Strength) if "-csv-2-" in each.id}
    assert not parts & {"us-selected-reserve", "us-dod-civilians"}
    assert {each.of for each in quarters.dataset.claims(Strength) if "-csv-4-" in each.id} == {"us-forces"}


def test_a_zero_is_none_only_where_a_report_could_have_had_a_figure(quarters: Imported) -> None:
    assert strength(quarters, QUARTERS, 14).quantity == Quantity.none()
    reasons = {
        each.number: each.findings[0].message for each in quarters.quarantined if each.findings[0].code == "OIR508"
    }
    left_out = "leave out those who are deployed there for operations: it stands for a figure that was not given"
    assert {number: left_out in message for number, message in reasons.items()} == {
        7: True,
        9: True,
        10: True,
        12: False,
        13: False,
    }
    answer = quarters.dataset.strength("us-forces", at="iraq", during="2021-09")
    assert answer.status is not Status.DEFINITE


def test_a_total_that_was_not_given_is_no_zero() -> None:
    header = "countryname,year,month,source,troops_ad,army_ad,navy_ad,air_force_ad,marine_corps_ad"
    imported = rows("Sampleland,2022,March,March 2022,0,NA,0,2,1", header=header)
    assert (imported.placed, imported.codes) == (0, {"OIR508": 1})


def test_what_leaves_out_the_deployed_says_so(quarters: Imported) -> None:
    told = strength(quarters, QUARTERS, 8)
    assert (told.quantity, of_row(quarters, 8)) == (Quantity.exact(153), ["OIR549"])
    note = "from December 2017 on the reports leave out those who are deployed there for operations"
    assert told.assumptions == (note,)
    assert "us-navy-active-duty" not in {each.of for each in quarters.dataset.claims(Strength) if "-csv-8-" in each.id}


def test_an_imputed_figure_is_about_and_assessed(quarters: Imported) -> None:
    told = strength(quarters, QUARTERS, 11)
    assert (told.quantity, told.modality, told.basis) == (
        Quantity.about(41),
        Modality.ASSESSED,
        CountingBasis.UNSPECIFIED,
    )
    assert of_row(quarters, 11) == of_row(quarters, 16) == ["OIR509"]
    assert strength(quarters, QUARTERS, 16).quantity == Quantity.about(60)
    at = told.at[0]
    assert quarters.dataset.strength("us-forces", at=at, during="1951-06").status is not Status.DEFINITE


def test_figures_of_kane_are_his_and_not_after_2005(quarters: Imported) -> None:
    told = strength(quarters, QUARTERS, 1)
    assert (told.basis, str(told.reported), told.citations[0].source) == (
        CountingBasis.UNSPECIFIED,
        "2006",
        "src-troopdata-kane-2006",
    )
    assert of_row(quarters, 1) == []
    assert of_row(quarters, 3) == ["OIR507"]
    assert str(strength(quarters, QUARTERS, 3).reported) == "[2006-06..]"


def test_a_figure_without_a_source_and_one_of_an_unknown_source_are_found(quarters: Imported) -> None:
    assert (of_row(quarters, 6), of_row(quarters, 15)) == (["OIR548"], ["OIR503"])
    assert strength(quarters, QUARTERS, 6).assumptions == ("no source is given for the figure",)


def test_a_year_that_is_its_quarters_added_up_is_kept_aside() -> None:
    """Whatever the order of the files; what is merely more than any quarter is placed and found."""
    for files in ((YEARS, QUARTERS), (QUARTERS, YEARS)):
        imported = read(*files)
        (kept,) = [each for each in imported.quarantined if each.findings[0].code == "OIR545"]
        assert (kept.file, kept.number, kept.cells[5]) == ("troopdata_years.csv", 1, "4233")
        assert kept.findings[0].message == (
            "troopdata_years.csv, row 1: 4,233 is 3 times the 1,411 of its quarters: a sum of them"
        )
        assert [each.message for each in imported.findings if each.code == "OIR546"] == [
            "troopdata_years.csv, row 3: 777 in the year, where no quarter has more than 530",
            "of years without their quarters there are 1: their figures may be sums of such",
        ]
        assert strength(imported, YEARS, 3).period.format() == "[..2016]/[2016..]"
        assert (imported.rows, imported.placed, len(imported.quarantined)) == (26, 15, 11)


def test_years_alone_say_that_nothing_is_known_of_their_quarters() -> None:
    imported = read(YEARS)
    assert (imported.placed, imported.codes) == (4, {"OIR508": 1, "OIR514": 1, "OIR546": 1})


@pytest.mark.parametrize(
    ("year", "quarters", "code"),
    [
        (6, (1, 2, 3), "OIR545"),
        (8, (2, 2), "OIR545"),
        (10, (2, 2), "OIR546"),
        (7, (1, 2, 3), "OIR546"),
        (3, (1, 2, 3), None),
    ],
)
def test_what_a_sum_of_quarters_is(year: int, quarters: tuple[int, ...], code: str | None) -> None:
    lines = [f"Sampleland,2010,{number},September 2010,{each}" for number, each in enumerate(quarters, 1)]
    imported = rows(*lines, f"Sampleland,2010,,,{year}", header="countryname,year,quarter,source,troops_all")
    assert [each for each in ("OIR545", "OIR546") if each in imported.codes] == ([] if code is None else [code])


def test_a_quarter_without_a_month_is_some_time_in_it() -> None:
    imported = rows("Sampleland,2010,2,5", header="countryname,year,quarter,troops_all")
    [told] = imported.dataset.claims(Strength)
    assert told.period.format() == "[..2010-06-30]/[2010-04-01..]"


def test_of_a_report_active_duty_alone_is_not_everybody() -> None:
    imported = rows("Sampleland,2010,September,September 2010,5", header="countryname,year,month,source,troops_ad")
    assert [each.of for each in imported.dataset.claims(Strength)] == ["us-forces-active-duty"]


@pytest.mark.parametrize("line", ["Sampleland,20x0,5", "Sampleland,2010,5.5", "Sampleland,2010,-5"])
def test_what_cannot_be_read_is_kept(line: str) -> None:
    assert rows(line).codes == {"OIR502": 1} or rows(line).codes == {"OIR502": 1, "OIR514": 1}


def test_countries_are_linked_by_code_and_very_name() -> None:
    header = "Location,countryname,iso3c,ccode,year,month,source,troops_ad"
    lines = ["Iraq,Iraq,IRQ,645,2005,June,June 2005,5", "Ryukyu Islands,Japan,JPN,740,1970,June,June 1970,6"]
    imported = read(io.BytesIO("\n".join([header, *lines]).encode()))
    told = {each.at[0]: str(each.quantity) for each in imported.dataset.claims(Strength, of="us-forces")}
    assert told == {"iraq": "5", "place-jp-ryukyu-islands": "6"}
    place = imported.dataset.entities["place-jp-ryukyu-islands"]
    assert isinstance(place, Place)
    assert (place.country, [each.format() for each in place.external_ids]) == (
        "JP",
        ["iso-3166-1-alpha-3:JPN", "gleditsch-ward:740"],
    )


def test_the_codes_of_countries() -> None:
    assert len(ALPHA_2) == len(set(ALPHA_2.values())) == 249
    assert [ALPHA_2[each] for each in ("IRQ", "SYR", "QAT", "GBR", "DEU")] == ["IQ", "SY", "QA", "GB", "DE"]


def test_labels_of_sources() -> None:
    assert origin_of("September 2009").report
    assert origin_of("Estimate (public reporting)").modality is Modality.ASSESSED
    assert not origin_of("Hearsay").known
    assert not origin_of(None).report


def test_every_row_of_the_bases_is_placed_or_kept(bases: Imported) -> None:
    assert (bases.rows, bases.placed, [each.number for each in bases.quarantined]) == (12, 9, [10, 11, 12])
    assert bases.codes == {"OIR501": 1, "OIR502": 2, "OIR503": 1, "OIR504": 2, "OIR505": 3, "OIR550": 1, "OIR551": 1}
    assert Counter(type(each) for each in bases.dataset.claims()) == {Presence: 7, Assessment: 2}


def test_a_file_that_is_not_utf_8_is_read_and_told(bases: Imported) -> None:
    assert bases.findings[0].message == "troopdata_bases.csv: not UTF-8; read as Windows-1252"
    base = bases.dataset.entity("Colónia Sample")
    assert isinstance(base, Installation)
    assert base.category is InstallationCategory.UNSTATED


def test_bases_have_their_sort_and_place(bases: Imported) -> None:
    sabt = bases.dataset.entity("Sabt Sample")
    assert isinstance(sabt, Installation)
    assert (sabt.category, sabt.place, sabt.point) == (InstallationCategory.OUTPOST, "syria", None)
    airport = bases.dataset.entity("Sample Airport")
    assert isinstance(airport, Installation)
    assert airport.category is InstallationCategory.BASE
    assert airport.point is not None
    assert (airport.point.latitude, airport.point.longitude, airport.point.precision_m) == (36.9, 41.9, None)


def test_presence_is_undated_and_a_base_that_is_paid_for_has_none(bases: Imported) -> None:
    [present] = bases.dataset.claims(Presence, at="base-sy-sample-airport")
    assert (present.of, present.period.format(), str(present.reported)) == ("us-forces", "[..2018]/", "[2018..]")
    assert bases.dataset.who_was_at("Sample Airport", during="2018").status is Status.POSSIBLE
    assert bases.dataset.claims(Presence, at="base-sampleland-colonia-sample") == ()
    [judged] = bases.dataset.claims(Assessment, of="base-sampleland-colonia-sample")
    assert judged.citations[0].locator == "row 4"


def test_a_known_base_is_linked_by_its_very_name(bases: Imported) -> None:
    [present] = bases.dataset.claims(Presence, at="al-taqaddum")
    assert present.note == "in troopdata: lilypad, at 33.3, 43.6"


def test_a_base_that_stands_twice(bases: Imported) -> None:
    """Elsewhere, it is two; wholly the same, it is one."""
    twice = [each for each in bases.dataset.entities if each.startswith("base-sampleland-camp-twice")]
    assert twice == ["base-sampleland-camp-twice", "base-sampleland-camp-twice-2"]
    assert (of_row(bases, 7), of_row(bases, 8)) == (["OIR504"], ["OIR504"])


def test_the_importer_knows_its_files_and_no_others() -> None:
    assert IMPORTER.name == "troopdata"
    assert len(CROSSWALKS) == 2
    assert knows(["countryname", "ccode", "iso3c", "basename", "lat", "lon", "base", "lilypad", "fundedsite"])
    assert knows(["year", "countryname", "troops_ad"])
    for header in (
        ["countryname", "year"],
        ["date", "country", "location", "number", "description", "line"],
        ["code", "incident_date", "civilian_harm_status"],
        [],
    ):
        assert not knows(header)


def test_a_file_without_figures_is_none_of_ours() -> None:
    with pytest.raises(InvalidTable, match="there is no column 'troops_all'"):
        rows("Iraq,2005", header="countryname,year")


# The published files. Every number below is from a count of their cells by the standard library alone.


@needs("troopdata")
def test_each_quarter_is_placed_or_kept(real: Imported) -> None:
    """7,819 rows have a total of 0: 141 are of a report, and 8 of these of one that leaves out the deployed."""
    assert (real.rows, real.placed, len(real.quarantined)) == (29_629, 21_943, 7_686)
    assert {each.findings[0].code for each in real.quarantined} == {"OIR508"}
    assert {code: real.codes[code] for code in ("OIR507", "OIR508", "OIR509", "OIR548", "OIR549")} == {
        "OIR507": 1_145,
        "OIR508": 7_686,
        "OIR509": 170,
        "OIR548": 59,
        "OIR549": 6,
    }


@needs("troopdata")
@pytest.mark.parametrize(
    ("during", "basis", "value"),
    [
        ("2006-09", "dmdc", "141,100"),
        ("2007-09", "dmdc", "170,000"),
        ("2008-09", "dmdc", "136,285"),
        ("2016-06", "dmdc", "9,633"),
        ("2018-06", "unspecified", "5,200"),
        ("2022-06", "dmdc", "153"),
    ],
)
def test_the_troops_in_iraq(real: Imported, during: str, basis: str, value: str) -> None:
    answer = real.dataset.strength("us-forces", at="iraq", during=during, basis=basis)
    assert (answer.status, str(answer.value)) == (Status.DEFINITE, value)


@needs("troopdata")
def test_the_bases_of_the_file() -> None:
    imported = read(REAL / "basedata.csv")
    assert (imported.rows, imported.placed, len(imported.quarantined)) == (414, 414, 0)
    assert imported.codes == {"OIR503": 1, "OIR504": 1, "OIR505": 12, "OIR550": 2, "OIR551": 7}
    present = imported.dataset.claims(Presence)
    made = [each for each in imported.dataset.entities.values() if each.id.startswith("base-")]
    in_syria = [each for each in made if isinstance(each, Installation) and each.place == "syria"]
    assert (len(present), len(in_syria), sum(each.point is None for each in in_syria)) == (368, 10, 3)
    assert Counter(each.category.value for each in made if isinstance(each, Installation)) == {
        "base": 254,
        "outpost": 112,
        "unstated": 46,
    }
    # Dungu is in the Democratic Republic of the Congo; McMurdo in Antarctica.
    assert [(each.code, each.subjects) for each in check(imported.dataset)] == [
        ("OIR401", ("base-nz-mcmurdo-station",)),
        ("OIR401", ("base-cg-dungu",)),
    ]
