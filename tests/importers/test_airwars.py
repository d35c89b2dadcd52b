import csv
import io
from collections import Counter
from collections.abc import Iterator

import attrs
import pytest

from oirmodel.checks import check
from oirmodel.claims import Assessment, Attribution, Casualties, Claim, Occurrence, Tally
from oirmodel.dataset import minimum_grade
from oirmodel.entities import Event, Force, Place
from oirmodel.frozen import Record
from oirmodel.importers import InvalidTable, Told
from oirmodel.importers._airwars.terms import BELLIGERENTS, FORCES
from oirmodel.importers.airwars import CROSSWALKS, IMPORTER, knows, read
from oirmodel.importers.gathering import Imported
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.query.grade import Status
from oirmodel.vocab import CasualtyBasis, Certainty, Harm, Modality, Victims
from tests.importers.reading import SAMPLES, SHARED, needs

SAMPLE = SAMPLES / "airwars.csv"
REAL = SHARED / "airwars_syria" / "airwars_sample.csv"


@pytest.fixture(scope="module")
def sample() -> Imported:
    return read(SAMPLE)


@pytest.fixture(scope="module")
def real() -> Imported:
    return read(REAL)


def rows(*cells: str, header: str = "code,incident_date,alleged_belligerent") -> Imported:
    return read(io.BytesIO("\n".join([header, *cells]).encode()), known=Dataset())


def claim(imported: Imported, an_id: str) -> Claim:
    found = imported.dataset[an_id]
    assert isinstance(found, Claim)
    return found


def number(imported: Imported, an_id: str) -> Quantity:
    found = imported.dataset[an_id]
    assert isinstance(found, Casualties | Tally)
    return found.quantity


def of_row(imported: Imported, number: int) -> list[str]:
    return [each.code for each in imported.findings if f", row {number}: " in each.message]


def test_every_row_of_the_sample_is_placed_or_kept(sample: Imported) -> None:
    assert (sample.rows, sample.placed) == (17, 13)
    assert [each.number for each in sample.quarantined] == [13, 14, 15, 17]
    assert sample.codes == {
        "OIR501": 1,
        "OIR502": 4,
        "OIR503": 5,
        "OIR504": 2,
        "OIR505": 2,
        "OIR506": 1,
        "OIR507": 2,
        "OIR508": 1,
        "OIR514": 1,
        "OIR540": 1,
        "OIR541": 1,
        "OIR542": 1,
    }


def test_the_claims_of_the_sample(sample: Imported) -> None:
    kinds = Counter(type(each) for each in sample.dataset.claims())
    assert kinds == {Occurrence: 12, Casualties: 17, Attribution: 15, Assessment: 3, Tally: 1}


def test_a_range_of_numbers_keeps_both_ends(sample: Imported) -> None:
    assert number(sample, "killed-airwars-cs9001") == Quantity.between(2, 5)
    assert number(sample, "wounded-airwars-cs9001") == Quantity.exact(4)
    assert number(sample, "strikes-airwars-cs9001") == Quantity.exact(2)


def test_a_zero_is_said_and_a_blank_is_silence(sample: Imported) -> None:
    assert number(sample, "killed-airwars-cs9002") == Quantity.none()
    assert number(sample, "wounded-airwars-cs9002") == Quantity.between(0, 3)
    assert "killed-airwars-ts9005" not in sample.dataset
    assert number(sample, "killed-airwars-rs9004") == Quantity.minimum(1)


def test_women_and_children_are_some_of_the_civilians(sample: Imported) -> None:
    children = claim(sample, "children-killed-airwars-cs9001")
    assert isinstance(children, Casualties)
    assert (children.victims, children.harm, str(children.quantity)) == (
        Victims.CHILDREN,
        Harm.KILLED,
        "between 1 and 2",
    )
    asked = sample.dataset.totals("killed", during="2017-06-03", of="airwars-cs9001", victims="civilians")
    assert str(asked.value) == "between 2 and 5"


def test_those_who_fought_are_not_graded(sample: Imported) -> None:
    fought = claim(sample, "combatants-killed-airwars-ts9008-2")
    assert isinstance(fought, Casualties)
    assert (fought.victims, fought.basis, fought.grades) == (Victims.COMBATANTS, CasualtyBasis.ALLEGED, ())
    assert str(fought.quantity) == "between 0 and 5"


def test_harm_without_a_number_is_at_least_one_person(sample: Imported) -> None:
    harmed = claim(sample, "harmed-airwars-cs9011")
    assert isinstance(harmed, Casualties)
    assert (harmed.harm, harmed.quantity.number, harmed.basis) == (Harm.HARMED, 1, CasualtyBasis.DISCOUNTED)
    assert harmed.modality is Modality.ALLEGED


def test_the_grade_is_the_basis_and_a_grade(sample: Imported) -> None:
    grades = {
        an_id: (each.basis.value, each.modality.value, [grade.grade for grade in each.grades])
        for an_id in ("cs9001", "cs9002", "cs9003-rs9103", "rs9004")
        if isinstance(each := claim(sample, f"killed-airwars-{an_id}"), Casualties)
    }
    assert grades == {
        "cs9001": ("fair", "asserted", ["fair"]),
        "cs9002": ("confirmed", "asserted", ["confirmed"]),
        "cs9003-rs9103": ("contested", "alleged", ["contested"]),
        "rs9004": ("weak", "alleged", ["weak"]),
    }
    view = sample.dataset.trusting(minimum_grade("airwars", "fair"))
    trusted = view.claims(Casualties, harm=Harm.KILLED, victims=Victims.CIVILIANS)
    assert [each.id for each in trusted] == [
        "killed-airwars-cs9001",
        "killed-airwars-cs9002",
        "killed-airwars-ts9006",
        "killed-airwars-ts9007",
    ]


def test_each_of_several_belligerents_is_held_responsible_by_itself(sample: Imported) -> None:
    blamed = sample.dataset.claims(Attribution, of="airwars-cs9003-rs9103")
    assert {each.by: (each.certainty, each.modality) for each in blamed} == {
        "russian-armed-forces": (Certainty.CONTESTED, Modality.ALLEGED),
        "syrian-regime-forces": (Certainty.CONTESTED, Modality.ALLEGED),
        "us-led-coalition": (Certainty.CONTESTED, Modality.ALLEGED),
    }
    answer = sample.dataset.who_was_responsible("airwars-cs9003-rs9103")
    assert answer.status is Status.POSSIBLE


def test_suspected_and_known_are_kept_apart(sample: Imported) -> None:
    suspected = claim(sample, "attribution-airwars-cs9001-us-led-coalition")
    assert isinstance(suspected, Attribution)
    assert (suspected.certainty, suspected.modality) == (Certainty.SUSPECTED, Modality.ALLEGED)
    assert suspected.note == "its own coordinate is 37SFA671292, to 100 m"
    assert sample.dataset.who_was_responsible("airwars-cs9001").status is Status.POSSIBLE
    answer = sample.dataset.who_was_responsible("airwars-cs9002")
    assert (answer.status, answer.value) == (Status.DEFINITE, ("us-led-coalition",))


def test_what_a_belligerent_says_is_its_own_judgement(sample: Imported) -> None:
    said = claim(sample, "assessment-airwars-cs9001-us-led-coalition")
    assert isinstance(said, Assessment)
    assert [each.who for each in said.asserted_by] == ["us-led-coalition", "airwars"]
    assert said.judgement == "it holds the allegation not to be credible"
    conceded = claim(sample, "conceded-airwars-cs9002-us-led-coalition")
    assert isinstance(conceded, Casualties)
    assert (conceded.basis, conceded.quantity) == (CasualtyBasis.CONCEDED, Quantity.exact(1))
    assert "assessment-airwars-ts9005-turkish-armed-forces" not in sample.dataset


def test_a_range_of_dates_is_some_day_or_days_of_it(sample: Imported) -> None:
    happened = claim(sample, "occurrence-airwars-ts9005")
    assert happened.period.format() == "[2021-09-08..2021-09-09]/[2021-09-08..2021-09-09]"
    assert happened.note == "time of day: during the night"
    assert sample.dataset.happened("airwars-ts9005", on="2021-09-08", modality="alleged").status is Status.POSSIBLE


def test_doubtful_dates_load_and_are_found(sample: Imported) -> None:
    assert of_row(sample, 4) == ["OIR507", "OIR505"]
    before = claim(sample, "occurrence-airwars-rs9004")
    assert (before.period.format(), str(before.reported)) == ("2019-04-26/2019-04-26", "[2017-04-26..2025-07-23]")
    assert of_row(sample, 6) == ["OIR507"]
    assert claim(sample, "occurrence-airwars-ts9006").period.format() == "2021-10-08/2021-10-01"
    assert of_row(sample, 7) == ["OIR540"]
    assert claim(sample, "occurrence-airwars-ts9007").period.format() == "[2021-11-08..]/"
    doubtful = [(each.code, each.message.split(":")[0]) for each in check(sample.dataset)]
    assert doubtful == [("OIR201", "killed-airwars-ts9006"), ("OIR201", "occurrence-airwars-ts9006")]


def test_figures_are_known_some_time_until_the_page_was_last_changed(sample: Imported) -> None:
    assert str(claim(sample, "killed-airwars-cs9001").reported) == "[2017-06-03..2024-12-15]"
    page = sample.dataset.sources["src-airwars-cs9001"]
    assert (str(page.published), page.url) == ("2017-06-03", "https://example.org/incidents/cs9001")
    assert str(claim(sample, "killed-airwars-cs9003-rs9103").reported) == "2016-02-24"
    assert str(claim(sample, "killed-airwars-ci9016").reported) == "[2017-03-17..]"


def test_a_code_that_stands_twice_is_two_incidents(sample: Imported) -> None:
    assert of_row(sample, 9) == ["OIR504"]
    both = [sample.dataset.entities[each] for each in ("airwars-ts9008", "airwars-ts9008-2")]
    assert [[each.format() for each in one.external_ids] for one in both] == [
        ["airwars:TS9008", "airwars-page:9008"],
        ["airwars:TS9008", "airwars-page:9018"],
    ]


def test_a_page_that_was_changed_stands_for_what_it_said() -> None:
    """By its number or its address; what it says anew supersedes what it said, and the incident stays one."""
    header = "code,airwars_id,incident_date,published,last_modified,civ_killed_min,civ_killed_max,alleged_belligerent"
    lines = [
        "CS1,7,2017-06-03,2017-06-03,2020-01-01,1,2,U.S.-led Coalition",
        "CS1,7,2017-06-03,2017-06-03,2021-01-01,3,4,U.S.-led Coalition",
        "CS1,7,2017-06-03,2017-06-03,2019-01-01,9,9,U.S.-led Coalition",
    ]
    imported = rows(*lines, header=header)
    assert (of_row(imported, 2), of_row(imported, 3)) == (["OIR512"], ["OIR512"])
    new = claim(imported, "killed-airwars-cs1-edition-2")
    assert isinstance(new, Casualties)
    assert (new.of, str(new.quantity)) == ("airwars-cs1", "between 3 and 4")
    assert new.supersedes == ("killed-airwars-cs1", "killed-airwars-cs1-edition-3")
    blamed = claim(imported, "attribution-airwars-cs1-edition-2-us-led-coalition")
    assert blamed.supersedes[0] == "attribution-airwars-cs1-us-led-coalition"
    answer = imported.dataset.totals("killed", of="airwars-cs1", during="2017-06-03", modality="alleged")
    assert str(answer.value) == "between 3 and 4"


def test_an_older_row_may_be_the_one_that_has_an_address() -> None:
    header = "code,airwars_id,incident_date,last_modified,url"
    imported = rows("CS1,7,2017-06-03,2021-01-01,", "CS1,7,2017-06-03,2020-01-01,https://example.org/1", header=header)
    assert imported.dataset.sources["src-airwars-cs1"].url == "https://example.org/1"
    newest = claim(imported, "occurrence-airwars-cs1")
    assert newest.supersedes == ("occurrence-airwars-cs1-edition-2",)


def test_a_row_that_stands_twice_is_counted_once_and_cited_twice(sample: Imported) -> None:
    assert of_row(sample, 10) == ["OIR504"]
    cited = claim(sample, "killed-airwars-cs9001").citations
    assert [(each.source, each.locator) for each in cited] == [
        ("src-airwars-cs9001", None),
        ("src-airwars-airwars-csv", "row 1"),
        ("src-airwars-airwars-csv", "row 10"),
    ]


def test_earlier_codes_are_kept_apart_from_the_present_ones(sample: Imported) -> None:
    event = sample.dataset.entities["airwars-cs9001"]
    assert [each.format() for each in event.external_ids] == [
        "airwars:CS9001",
        "airwars-former:S901",
        "airwars-former:R902",
        "airwars-page:9001",
    ]
    assert [each.format() for each in sample.dataset.entities["airwars-cs9003-rs9103"].external_ids] == [
        "airwars:CS9003",
        "airwars:RS9103",
    ]


def test_a_pin_lies_in_a_named_place_and_has_no_metres(sample: Imported) -> None:
    (pin,) = [each for each in sample.dataset.entities.values() if each.id == "place-airwars-cs9001"]
    assert isinstance(pin, Place)
    assert pin.point is not None
    assert (pin.point.latitude, pin.point.longitude, pin.point.precision_m) == (35.9501, 39.0102, None)
    assert (pin.names, pin.note) == ((), "where Airwars puts it, to the accuracy 'village'")
    named = sample.dataset.entity("Tell Example")
    assert pin.part_of == named.id
    assert [each.text for each in named.names] == ["Tell Example", "تل المثال", "تل مثال"]
    assert sample.dataset.happened(at="Tell Example", during="2017").value == ("airwars-cs9002",)


def test_known_places_are_linked_by_their_very_names(sample: Imported) -> None:
    pin = sample.dataset.entities["place-airwars-cs9003-rs9103"]
    assert isinstance(pin, Place)
    assert pin.part_of == "raqqa"
    assert claim(sample, "killed-airwars-ci9016") in sample.dataset.claims(Casualties, at="mosul")


def test_what_no_crosswalk_has_is_kept_as_it_stands(sample: Imported) -> None:
    assert of_row(sample, 12) == ["OIR503", "OIR503", "OIR503", "OIR503", "OIR502", "OIR508", "OIR503"]
    happened = claim(sample, "occurrence-airwars-cs9012")
    assert happened.modality is Modality.ALLEGED
    assert happened.note == (
        "no harm to civilians is reported, which does not say that there was none; strike_status: 'Rumoured strike'; "
        "civilian_harm_status: 'Certain'; of the belligerents it says: {not json"
    )
    blamed = claim(sample, "attribution-airwars-cs9012-belligerent-blue-helmets")
    assert isinstance(blamed, Attribution)
    force = sample.dataset.entities[blamed.by]
    assert isinstance(force, Force)
    assert [each.text for each in force.names] == ["Blue Helmets"]
    assert sample.dataset.entities["airwars-cs9012"].note == "Catapult"


def test_what_cannot_be_read_is_kept_with_its_reason(sample: Imported) -> None:
    assert [each.findings[0].message for each in sample.quarantined] == [
        "airwars.csv, row 13: civ_killed: the minimum, 7, is above the maximum, 3",
        "airwars.csv, row 14: incident_date: '16/09/2017' is no date; expected yyyy-mm-dd",
        "airwars.csv, row 15: civ_killed: 'some' is no whole number",
        "airwars.csv, row 17: 3 cells where the header has 38",
    ]
    assert sample.quarantined[3].cells == ("17", "CS9017", "short row")
    assert not any("9013" in each for each in (*sample.dataset.entities, *sample.dataset.store.claims))


def test_other_columns_line_ends_and_marks_do_not_matter() -> None:
    """Only the code and the date are needed, in any order; what nobody reads is noted once."""
    given = "mood,incident_date,code,civ_killed_max\r\ngood,2017-06-03,CI1,3\r\nbad,2017-06-04,CI2,4\r\n"
    imported = read(io.BytesIO(b"\xef\xbb\xbf" + given.encode()), known=Dataset())
    assert (imported.rows, imported.placed, imported.codes) == (2, 2, {"OIR505": 2, "OIR506": 2, "OIR514": 1})
    assert str(number(imported, "killed-airwars-ci2")) == "at most 4"


def test_a_file_without_a_date_or_a_code_is_none_of_ours() -> None:
    with pytest.raises(InvalidTable, match="there is no column 'incident_date'"):
        read(io.BytesIO(b"code,civ_killed_min\n"), known=Dataset())


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2017-06", "2017-06/2017-06"),
        ("2017", "2017/2017"),
        ("2017-06-03 23:30:00", "2017-06-03/2017-06-03"),
        ("2017-06-03T21:30:00Z", "2017-06-04/2017-06-04"),
        ("2017-06-03T23:30:00+03:00", "2017-06-03/2017-06-03"),
    ],
)
def test_a_date_is_never_sharpened_and_an_instant_is_a_local_day(cell: str, period: str) -> None:
    imported = rows(f"CS1,{cell},")
    assert claim(imported, "occurrence-airwars-cs1").period.format() == period


@pytest.mark.parametrize(
    "cell",
    ["2017-02-30", "2017-13", "06/03/2017", "2017-06-03T25:00:00Z", "[2017..]", "soon", "9999-12-31T23:59:59-14:00"],
)
def test_what_is_no_date_is_kept(cell: str) -> None:
    imported = rows(f"CS1,{cell},")
    assert (imported.placed, imported.codes) == (0, {"OIR502": 1})


@pytest.mark.parametrize(
    ("published", "modified", "reported"),
    [
        ("2017", "2017-06", "[2017-01-01..2017-06-30]"),
        ("2017-06", "2018-01", "[2017-06..2018-01]"),
        ("2018-01-02", "2017-06-03", "[2017-06-03..2018-01-02]"),
        ("2018-01-02", "2018-01-02", "2018-01-02"),
        ("", "2018-01-02", "[2017-06-03..2018-01-02]"),
        ("", "2016-01-02", "[..2016-01-02]"),
    ],
)
def test_a_page_is_known_between_its_dates(published: str, modified: str, reported: str) -> None:
    imported = rows(f"CS1,2017-06-03,{published},{modified}", header="code,incident_date,published,last_modified")
    assert str(claim(imported, "occurrence-airwars-cs1").reported) == reported


def test_a_row_without_a_date_is_known_by_its_page_or_kept() -> None:
    header = "code,incident_date,last_modified"
    imported = rows("CS1,,2020-01-02", "CS2,,", header=header)
    happened = claim(imported, "occurrence-airwars-cs1")
    assert (happened.period.format(), str(happened.reported)) == ("/", "[..2020-01-02]")
    assert (imported.placed, of_row(imported, 1), of_row(imported, 2)) == (1, ["OIR544"], ["OIR544"])


def test_marks_of_direction_in_a_name_are_left_out_and_told() -> None:
    imported = rows("CS1,2017-06-03,\u202bتل\u202c", header="code,incident_date,location_ar")
    assert sorted(of_row(imported, 1)) == ["OIR505", "OIR506"]
    assert imported.dataset.entity("تل").id.startswith("place-sy-")


def test_details_name_nobody_twice() -> None:
    details = '[{""belligerent"": ""turkey""}, {""belligerent"": ""turkey""}]'
    imported = rows(
        f'TS1,2017-06-03,Turkish Military,"{details}"',
        header="code,incident_date,alleged_belligerent,belligerent_details",
    )
    assert [each.by for each in imported.dataset.claims(Attribution)] == ["turkish-armed-forces"]
    assert sorted(of_row(imported, 1)) == ["OIR504", "OIR506"]


def test_codes_that_are_no_ids_have_ids_all_the_same() -> None:
    imported = rows("CS 1/a,2017-06-03,", "رمز,2017-06-04,", ",2017-06-05,")
    events = [each.id for each in imported.dataset.entities.values() if isinstance(each, Event)]
    assert events[0] == "airwars-cs-1-a"
    assert events[2] == "airwars-table-row-3"
    assert len(set(events)) == 3
    assert "OIR543" in of_row(imported, 3)


def test_the_crosswalks_name_forces_that_there_are() -> None:
    assert {each.ours for each in BELLIGERENTS.terms if each.ours} == set(FORCES)
    assert len(CROSSWALKS) == 10


def test_the_importer_knows_its_files_and_no_others() -> None:
    assert IMPORTER.name == "airwars"
    assert knows(["incident_date", "code", "civilian_harm_status"])
    for header in (
        ["date", "country", "location", "number", "description", "line"],
        ["date", "country", "location", "strike_count", "target_type", "target_count", "effect", "source_file", "page"],
        ["countryname", "ccode", "iso3c", "basename", "lat", "lon", "base", "lilypad", "fundedsite"],
        ["code", "incident_date"],
        [],
    ):
        assert not knows(header)


def test_progress_is_told() -> None:
    told: list[Told] = []
    read(SAMPLE, progress=told.append)
    assert (told[-1].file, told[-1].rows) == ("airwars.csv", 17)
    assert told[-1].done == told[-1].size


def records_in(value: object) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        for each in attrs.fields(type(value)):  # type: ignore[arg-type]  # every Record is an attrs class
            yield from records_in(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from records_in(each)


def test_every_object_is_what_making_it_anew_gives(sample: Imported) -> None:
    """What templates are copied into was checked: each object is equal to one that is made and checked whole."""
    data = sample.dataset
    for each in (*data.entities.values(), *data.sources.values(), *data.claims()):
        for record in records_in(each):
            fields = {one.name: getattr(record, one.name) for one in attrs.fields(type(record)) if one.init}  # type: ignore[arg-type]
            assert type(record)(**fields) == record


# The published sample: 194 incidents in Syria, extracted from the pages of Airwars. Every number below is from a count
# of its cells by the standard library alone.


@needs("airwars_syria")
def test_every_incident_is_placed(real: Imported) -> None:
    assert (real.rows, real.placed, len(real.quarantined)) == (194, 194, 0)
    kinds = Counter(type(each) for each in real.dataset.claims())
    assert kinds[Occurrence] == 194
    assert kinds[Tally] == 6
    assert list(check(real.dataset)) == []


@needs("airwars_syria")
def test_the_numbers_of_the_file_are_those_of_the_claims(real: Imported) -> None:
    harmed = Counter((each.victims.value, each.harm.value) for each in real.dataset.claims(Casualties))
    assert harmed == {
        ("civilians", "killed"): 158 + 1,  # of which one is what the coalition concedes
        ("civilians", "wounded"): 148,
        ("civilians", "harmed"): 2,
        ("children", "killed"): 67,
        ("women", "killed"): 53,
        ("men", "killed"): 62,
        ("combatants", "killed"): 8,
    }


@needs("airwars_syria")
@pytest.mark.parametrize(
    ("grade", "incidents", "killed", "wounded"),
    [
        ("confirmed", 1, (20, 100), (0, 0)),
        ("fair", 69, (181, 230), (243, 483)),
        ("weak", 12, (15, 30), (19, 39)),
        ("contested", 106, (393, 640), (404, 878)),
        ("discounted", 2, (17, 17), (0, 0)),
    ],
)
def test_the_killed_and_wounded_of_each_grade(
    real: Imported, grade: str, incidents: int, killed: tuple[int, int], wounded: tuple[int, int]
) -> None:
    claims = real.dataset.claims(Casualties, basis=CasualtyBasis(grade), victims=Victims.CIVILIANS)
    for harm, sums in ((Harm.KILLED, killed), (Harm.WOUNDED, wounded)):
        numbers = [each.quantity for each in claims if each.harm is harm]
        assert sum(each.number or 0 for each in numbers) == sums[0]
        assert (
            sum((each.number if each.to is None else each.to) or 0 for each in numbers if str(each) != "at least 1")
            == sums[1]
        )
    graded = [each for each in real.dataset.claims(Occurrence) if [one.grade for one in each.grades] == [grade]]
    assert len(graded) == incidents


@needs("airwars_syria")
def test_the_incidents_of_each_year(real: Imported) -> None:
    years = Counter(str(each.period.start)[:5].strip("[")[:4] for each in real.dataset.claims(Occurrence))
    assert years == {
        "2014": 4,
        "2015": 18,
        "2016": 41,
        "2017": 40,
        "2018": 26,
        "2019": 25,
        "2020": 7,
        "2021": 8,
        "2022": 4,
        "2023": 11,
        "2024": 7,
        "2025": 3,
    }
    days = sorted(
        str(each.period.start) for each in real.dataset.claims(Occurrence) if "[" not in str(each.period.start)
    )
    assert (days[0], days[-1]) == ("2014-09-27", "2025-09-30")


@needs("airwars_syria")
def test_the_traps_of_the_file_are_found(real: Imported) -> None:
    found = {(each.code, each.line) for each in real.findings if each.code in {"OIR504", "OIR507", "OIR542"}}
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        lines = {each["code"]: number for number, each in enumerate(csv.DictReader(file), 2)}
    early = {("OIR507", lines[code]) for code in ("RS3614", "RS3580", "RS2648")}
    assert {each for each in found if each[0] == "OIR507"} == early
    assert ("OIR504", lines["TS633"]) in found
    assert sum(each[0] == "OIR542" for each in found) == 3
    ranges = [str(each.period.start) for each in real.dataset.claims(Occurrence) if "[" in str(each.period.start)]
    assert sorted(ranges) == [
        "[2017-04-17..2017-04-18]",
        "[2017-09-24..2017-09-25]",
        "[2021-09-08..2021-09-09]",
        "[2025-03-16..2025-03-17]",
    ]


@needs("airwars_syria")
def test_the_coalition_is_named_as_often_as_in_the_file(real: Imported) -> None:
    """In 36 lists, and in the details of one incident whose list names another."""
    assert len(real.dataset.claims(Attribution, by="us-led-coalition")) == 37
    assert len(real.dataset.claims(Attribution, by="us-led-coalition", certainty=Certainty.KNOWN)) == 1
    refused = [each for each in real.dataset.claims(Assessment) if "not to be credible" in each.judgement]
    assert len(refused) == 25


@needs("airwars_syria")
def test_only_those_with_coordinates_have_pins(real: Imported) -> None:
    pins = [each for each in real.dataset.entities.values() if isinstance(each, Place) and each.point is not None]
    at = [each for each in real.dataset.claims(Occurrence) if each.at and each.at[0] in {pin.id for pin in pins}]
    assert len(at) == 167
    assert all(each.point is not None and each.point.precision_m is None for each in pins)
