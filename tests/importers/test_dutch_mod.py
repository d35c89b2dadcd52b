"""The Dutch list of strikes: the samples, which have each trap once, and the first half of the list as released."""

import io
from collections import Counter

import pytest

from oirmodel.claims import Attribute, Occurrence, Tally
from oirmodel.entities import Event, Place
from oirmodel.formats.json import dumps, loads
from oirmodel.geo import Point
from oirmodel.importers import Imported, InvalidTable, Told, importer
from oirmodel.importers.dutch_mod import CROSSWALKS, IMPORTER, knows, read
from oirmodel.names import Name
from oirmodel.query import Dataset, Status
from oirmodel.vocab import Aspect, Counted, EventCategory, PlaceCategory
from tests.importers.reading import SAMPLES, SHARED, needs

SAMPLE, HOSTILE = SAMPLES / "dutch_mod_20230330.csv", SAMPLES / "dutch_mod_hostile.csv"
FIRST_HALF = SHARED / "dutch_mod_oir_strikes" / "dutch_strikes_first_half.csv"
SINJAR = "strike-nl-2015-03-02-2230z-38skf500500"


def table(*lines: str, header: str = "Employment date;Time begin (Z);Position MGRS;Country") -> io.BytesIO:
    return io.BytesIO("\n".join([header, *lines]).encode())


def attacks(imported: Imported) -> dict[str, Occurrence]:
    return {each.id.rpartition("-csv-")[2]: each for each in imported.dataset.claims(Occurrence)}


def weapons(imported: Imported) -> dict[str, int]:
    """How often a weapon was used, by attack."""
    numbers = {each.of: each.quantity.number for each in imported.dataset.claims(Tally)}
    return {str(event): number for event, number in numbers.items() if number is not None}


def messages(imported: Imported, code: str) -> list[str]:
    return [each.message.removeprefix("dutch_mod_") for each in imported.findings if each.code == code]


def test_an_attack_is_counted_once_and_its_weapons_each() -> None:
    imported = read(SAMPLE)
    assert (imported.rows, imported.placed, imported.quarantined) == (8, 8, ())
    assert weapons(imported) == {
        SINJAR: 3,
        "strike-nl-2015-03-02-2230z-38skf501500": 1,
        "strike-nl-2015-05-05-0620z-38slc300050": 1,
        "strike-nl-2015-06-07-2350z-38slc300050": 1,
        "strike-nl-2018-07-10-2130z-37sfv200300": 1,
        "strike-nl-2018-12-10-2130z-37sfv200300": 1,
    }
    events = [each for each in imported.dataset.entities.values() if isinstance(each, Event)]
    assert {each.category for each in events} == {EventCategory.STRIKE}
    assert {each.part_of for each in events} == {"operation-inherent-resolve"}
    assert len(events) == 6


def test_rows_alike_are_one_claim_that_cites_each_and_one_worded_otherwise_is_another() -> None:
    told = attacks(read(SAMPLE))
    assert [each.locator for each in told["attack-1"].citations] == ["row 1", "row 2"]
    assert [each.locator for each in told["attack-3"].citations] == ["row 3"]
    assert told["attack-1"].of == told["attack-3"].of == SINJAR
    assert told["attack-1"].at == ("place-mgrs-38skf500500", "place-iq-sinjar", "place-iq-ninawah")
    assert told["attack-3"].at == ("place-mgrs-38skf500500", "place-iq-sinjar", "place-iq-ninawah-2")


def test_whose_weapons_they_were_and_who_says_so() -> None:
    (claim,) = [each for each in read(SAMPLE).dataset.claims(Tally) if each.of == SINJAR]
    assert (claim.counted, str(claim.quantity), claim.at) == (
        Counted.WEAPON_EMPLOYMENTS,
        "3 (derived)",
        ("place-mgrs-38skf500500",),
    )
    assert (claim.by, [each.who for each in claim.asserted_by]) == (
        "netherlands-armed-forces",
        ["netherlands-ministry-of-defence"],
    )
    assert [each.locator for each in claim.citations] == ["row 1", "row 2", "row 3"]
    assert claim.assumptions == (
        "a row of the list is one use of a weapon; its rows of one day, time and position are one attack",
    )


def test_zulu_times_are_local_days() -> None:
    days = {an_id: each.period.format() for an_id, each in attacks(read(SAMPLE)).items()}
    assert days == {
        "attack-1": "2015-03-03/2015-03-03",
        "attack-3": "2015-03-03/2015-03-03",
        "attack-4": "2015-03-03/2015-03-03",
        "attack-5": "2015-05-05/2015-05-05",
        "attack-6": "2015-06-08/2015-06-08",
        "attack-7": "2018-07-11/2018-07-11",
        "attack-8": "2018-12-10/2018-12-10",
    }


def test_what_was_filled_in_is_said() -> None:
    told = attacks(read(SAMPLE))
    assert told["attack-1"].assumptions == (
        "year 2015: the list has '2-Mar-15'",
        "the day in Asia/Baghdad: it began at 2015-03-02T22:30Z",
        "over on the day on which it began: the list gives no end",
    )
    assert told["attack-6"].assumptions == (
        "year 2015: the list has '7-jun-15'",
        "the day in Asia/Baghdad: it began at 2015-06-07T23:50Z",
    )


def test_every_cell_is_kept_as_it_stands() -> None:
    told = attacks(read(SAMPLE))["attack-5"]
    assert told.note == "Facade of a building damaged"
    assert told.extensions == {
        "dutch-mod:date": "5-may-15",
        "dutch-mod:begin": "06:20",
        "dutch-mod:end": "06:35",
        "dutch-mod:mgrs": "38SLC 300 050",
        "dutch-mod:latitude": "33,47098924",
        "dutch-mod:longitude": "43,17052004",
        "dutch-mod:mission": "AI",
        "dutch-mod:town": "Mosul",
        "dutch-mod:province": "Anbar",
        "dutch-mod:country": "Iraq",
        "dutch-mod:comment": "Facade of a building damaged",
    }


def test_a_position_is_as_exact_as_its_square() -> None:
    place = read(SAMPLE).dataset.entity("place-mgrs-38skf500500")
    assert isinstance(place, Place)
    assert place.point is not None
    assert (place.point.latitude, place.point.longitude, place.point.precision_m) == (36.562743, 42.206496, 142)
    assert ([each.format() for each in place.external_ids], place.part_of) == (["mgrs:38SKF500500"], "iraq")


def test_towns_and_provinces_are_linked_by_their_very_name_to_what_is_one() -> None:
    told = attacks(read(SAMPLE))
    assert told["attack-5"].at == ("place-mgrs-38slc300050", "mosul", "anbar")
    # Kirkuk, the town, is not known; the governorate of that name is.
    assert told["attack-6"].at == ("place-mgrs-38slc300050", "place-iq-kirkuk", "kirkuk-province")


def test_how_a_position_lies_to_a_town_is_no_town() -> None:
    told = attacks(read(SAMPLE))
    assert told["attack-4"].at == ("place-mgrs-38skf501500",)
    assert told["attack-4"].extensions["dutch-mod:town"] == "Approximately 1nm north of Sinjar"
    # A name that has lost a character is no name.
    assert told["attack-7"].at == ("place-mgrs-37sfv200300",)


@pytest.mark.parametrize(
    "words",
    [
        *("IVO AL QAIM", "City of Fallujah", "West Ramadi", "Ramadi and 6 NM east of Fallujah", "5 nm N Hit"),
        *("Bayji, Iraq", "Border Al Anbar & Bagdad", "SE Mosul", "Tal\nAfar", "", "ND", "nd "),
    ],
)
def test_these_are_no_names_of_places(words: str) -> None:
    header = "Employment date;Time begin (Z);Position MGRS;Country;Town"
    cell = '"' + words + '"'
    imported = read(table(f"2-jun-15;21:02;38SLE 894 094;Iraq;{cell}", header=header))
    assert [each.at for each in attacks(imported).values()] == [("place-mgrs-38sle894094",)]


def test_a_known_place_in_another_country_is_not_linked() -> None:
    known = Dataset(
        entities=[
            Place(
                id="hit",  # type: ignore[arg-type]
                country="SY",
                category=PlaceCategory.CITY,
                names=[Name(text="Hit")],  # type: ignore[arg-type]
            )
        ]
    )
    header = "Employment date;Time begin (Z);Position MGRS;Country;Town"
    imported = read(table("2-jun-15;21:02;38SLE 894 094;Iraq;Hit", header=header), known=known)
    assert [each.at for each in imported.dataset.claims(Occurrence)] == [("place-mgrs-38sle894094", "place-iq-hit")]


def test_it_was_not_known_before_it_was_published() -> None:
    data = read(SAMPLE).dataset
    assert data.happened(SINJAR, during="2015-03-03").status is Status.DEFINITE
    assert data.as_known(on="2019-12-31").happened(SINJAR, during="2015-03-03").status is Status.NO_EVIDENCE
    assert data.as_known(on="2023-03-30").happened(SINJAR, during="2015-03-03").status is Status.DEFINITE
    assert data.happened(SINJAR, on="2015-03-02").holds is not True


def test_what_happened_in_a_province_is_found_through_it() -> None:
    data = read(SAMPLE).dataset
    answer = data.happened(at="Anbar", category="strike", during="2015")
    assert [each.value for each in answer.candidates] == ["strike-nl-2015-05-05-0620z-38slc300050"]
    in_iraq = data.happened(at="Iraq", category="strike", during="2015")
    assert len(in_iraq.candidates) == 4


def test_findings_of_the_sample() -> None:
    imported = read(SAMPLE)
    assert [(each.code, each.message.removeprefix("dutch_mod_20230330.csv")) for each in imported.findings] == [
        ("OIR504", ", row 2: the same as row 1, cell by cell: another use of a weapon in one attack"),
        ("OIR521", ", row 3: of one attack with row 1, and worded otherwise: province 'NINAWAH' and 'Ninawah'"),
        ("OIR507", ", row 6: it ends at '00:10', before it begins at '23:50': read as of the next day"),
        ("OIR520", ", row 7: a character of 'Tall \ufffdAfar' was lost before the list was published"),
        ("OIR506", ": published on 2023-03-30, by its name"),
        ("OIR505", ": in 6 rows no end is given, so it is taken to be of the day of its beginning"),
        ("OIR505", ": in 8 rows the year has two digits, and is read as one of this century"),
    ]


def test_what_cannot_be_read_is_quarantined_or_told() -> None:
    imported = read(HOSTILE)
    assert (imported.rows, imported.placed) == (13, 9)
    assert [(each.number, [one.code for one in each.findings]) for each in imported.quarantined] == [
        (10, ["OIR502"]),
        (11, ["OIR502"]),
        (12, ["OIR501"]),
        (13, ["OIR502"]),
    ]
    assert messages(imported, "OIR502") == [
        "hostile.csv, row 8: '25:10' of 'time begin (z)' cannot be read; expected a time such as '21:02'",
        (
            "hostile.csv, row 8: '38SIF 500 500' of 'position mgrs' cannot be read; "
            "expected a grid reference such as '38SLE 894 094'"
        ),
        "hostile.csv, row 8: 'north' of 'position lat' cannot be read; expected degrees such as '35,32171462'",
        "hostile.csv, row 9: '91,5', '42,2' is nowhere on Earth",
        "hostile.csv, row 10: '31-jun-15' is no date; expected one such as '2-jun-15'",
        "hostile.csv, row 11: '3-4-15' is no date; expected one such as '2-jun-15'",
        "hostile.csv, row 13: '' is no date; expected one such as '2-jun-15'",
    ]
    assert messages(imported, "OIR503") == [
        "hostile.csv, row 1: 'Yes' is in no crosswalk of 'possible cde issue'; kept as it is",
        "hostile.csv, row 2: 'SCAR' is in no crosswalk of 'mission'; kept as it is",
        "hostile.csv, row 8: 'Jordan' is in no crosswalk of 'country'; kept as it is",
    ]
    assert messages(imported, "OIR514") == ["hostile.csv: nobody reads the column 'Pilot'"]
    assert len(messages(imported, "OIR515")) == 6


def test_coordinates_that_disagree_with_the_grid_are_kept_side_by_side() -> None:
    imported = read(HOSTILE)
    assert messages(imported, "OIR511") == [
        "hostile.csv, row 3: '36,66274319', '42,20649601' is 11,120 m from '38SKF 500 500': both are kept"
    ]
    told = attacks(imported)["attack-3"]
    assert (told.at, [each.locator for each in told.citations]) == (("iraq",), ["row 3", "row 4"])
    places = [each for each in imported.dataset.claims(Attribute) if each.aspect is Aspect.POSITION]
    assert {(each.of, each.value, each.point) for each in places} == {
        (told.of, "38SKF 500 500", Point(longitude=42.206496, latitude=36.562743, precision_m=142)),
        (told.of, "36,66274319 42,20649601", Point(longitude=42.206496, latitude=36.662743)),
    }
    assert weapons(imported)[told.of] == 2


def test_a_row_without_time_or_position_is_an_attack_of_its_own_on_no_certain_day() -> None:
    told = attacks(read(HOSTILE))
    assert (told["attack-5"].at, told["attack-5"].period.format()) == (
        ("place-at-36-500000n-42-200000e",),
        "2015-03-04/2015-03-04",
    )
    assert (told["attack-6"].at, str(told["attack-6"].period.start)) == (("iraq",), "[2015-03-04..2015-03-05]")
    assert (told["attack-7"].at, str(told["attack-7"].period.start)) == ((), "[2015-03-03..2015-03-05]")
    assert len({told[f"attack-{number}"].of for number in (5, 6, 7)}) == 3


def test_an_attack_told_by_two_files_is_one_event_whose_weapons_are_not_added_up() -> None:
    again = io.BytesIO(SAMPLE.read_bytes())
    imported = read(SAMPLE, again)
    tallies = [each for each in imported.dataset.claims(Tally) if each.of == SINJAR]
    assert [each.quantity.number for each in tallies] == [3, 3]
    assert len(messages(imported, "OIR504")) == 2 + 6
    assert imported.dataset.totals("weapon-employments", of=SINJAR, during="2015-03-03").value == tallies[0].quantity


@pytest.mark.parametrize("comment", ["an \x1b[8m escape", "x" * 20_001])
def test_text_that_could_not_be_kept_is_quarantined(comment: str) -> None:
    header = "Employment date;Time begin (Z);Position MGRS;Country;Comment"
    imported = read(table(f"2-jun-15;21:02;38SLE 894 094;Iraq;{comment}", header=header))
    assert [each.findings[0].code for each in imported.quarantined] == ["OIR502"]
    assert "of 'comment': expected" in messages(imported, "OIR502")[0]


def test_a_comment_of_two_lines_and_a_town_too_long_for_a_name() -> None:
    header = "Employment date;Time begin (Z);Position MGRS;Country;Comment;Town"
    row = f'2-jun-15;21:02;38SLE 894 094;Iraq;"one\r\ntwo";{"x" * 501}'
    (told,) = read(table(row, header=header)).dataset.claims(Occurrence)
    assert (told.note, told.at) == ("one\ntwo", ("place-mgrs-38sle894094",))


def test_a_day_before_the_operation_is_told() -> None:
    imported = read(table("2-jun-14;21:02;38SLE 894 094;Iraq"))
    assert messages(imported, "OIR507") == [
        "table, row 1: 2014-06-02 is before the first strikes of the operation, on 2014-08-08"
    ]
    assert imported.placed == 1


@pytest.mark.parametrize(
    ("name", "day", "published", "code"),
    [
        ("list.csv", "2-jun-15", "2023-03-30", "OIR506"),
        ("20240105 list.csv", "2-jun-15", "2024-01-05", "OIR506"),
        ("(UNCLASS) 2024-01-05.csv", "2-jun-15", "2024-01-05", "OIR506"),
        ("20241305.csv", "2-jun-15", "2023-03-30", "OIR506"),
        ("list.csv", "2-jun-24", "[2024-06-02..]", "OIR507"),
        ("20150101.csv", "2-jun-15", "[2015-06-02..]", "OIR507"),
    ],
)
def test_when_it_was_published(name: str, day: str, published: str, code: str) -> None:
    file = table(f"{day};21:02;38SLE 894 094;Iraq")
    file.name = name
    imported = read(file)
    (claim,) = imported.dataset.claims(Tally)
    (source,) = imported.dataset.sources.values()
    assert str(claim.reported) == str(source.published) == published
    assert code in imported.codes


def test_the_same_rows_with_other_ends_of_lines_and_a_byte_order_mark() -> None:
    written = io.BytesIO(b"\xef\xbb\xbf" + SAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    written.name = SAMPLE.name
    assert read(written).dataset == read(SAMPLE).dataset


def test_it_is_told_how_far_the_reading_is() -> None:
    told: list[Told] = []
    read(SAMPLE, progress=told.append)
    assert [(each.rows, each.done == each.size) for each in told] == [(8, True)]


def test_it_survives_json() -> None:
    data = read(SAMPLE).dataset
    assert loads(dumps(data)) == data


def test_a_table_without_a_needed_column_is_refused() -> None:
    with pytest.raises(InvalidTable, match="there is no column 'Position mgrs'; there are Employment date"):
        read(table("2-jun-15;21:02", header="Employment date;Time begin (Z)"))


def test_it_knows_its_own_files() -> None:
    assert importer("dutch_mod") is IMPORTER
    for file in (SAMPLE, HOSTILE):
        assert knows(file.read_text(encoding="utf-8").splitlines()[0].split(";"))
    assert not knows(["date", "country", "location", "number", "line"])
    assert not knows(["Employment date", "Time begin (Z)"])


def test_the_crosswalks() -> None:
    assert [(each.field, term.term, term.ours, term.fit.value) for each in CROSSWALKS for term in each.terms] == [
        ("Mission", "CAS", "strike", "broader"),
        ("Mission", "AI", "strike", "broader"),
        ("Country", "Iraq", "IQ", "exact"),
        ("Country", "Syria", "SY", "exact"),
        ("Possible CDE issue", "ND", "unknown", "exact"),
    ]


# What follows was counted by a script of its own, with the csv module and the standard library's dates alone.


@needs("dutch_mod_oir_strikes")
def test_the_first_half_of_the_list_as_released() -> None:
    imported = read(FIRST_HALF)
    assert (imported.rows, imported.placed, imported.quarantined) == (1094, 1094, ())
    assert imported.codes == {"OIR504": 476, "OIR505": 2, "OIR506": 1, "OIR520": 10, "OIR521": 3}
    assert [each for each in messages(imported, "OIR505") if "in 954 rows no end" in each]
    uses = weapons(imported)
    assert (len(uses), sum(uses.values())) == (615, 1094)
    assert sorted(Counter(uses.values()).items()) == [
        (1, 417),
        (2, 108),
        (3, 21),
        (4, 31),
        (5, 7),
        (6, 7),
        (7, 7),
        (8, 12),
        (9, 3),
        (12, 1),
        (13, 1),
    ]


@needs("dutch_mod_oir_strikes")
def test_the_days_of_the_first_half() -> None:
    imported = read(FIRST_HALF)
    tallies = [*imported.dataset.claims(Tally)]
    days = [str(each.period.start) for each in tallies]
    assert (min(days), max(days)) == ("2014-10-07", "2015-10-24")
    attacked = Counter(day[:4] for day in days)
    assert attacked == {"2014": 100, "2015": 515}
    used: Counter[str] = Counter()
    for each in tallies:
        used[str(each.period.start)[:4]] += each.quantity.number or 0
    assert used == {"2014": 216, "2015": 878}
    months = Counter(day[:7] for day in days)
    assert months["2014-10"] == 24
    assert (months["2015-06"], months["2015-07"]) == (55, 78)
    zulu = Counter(str(each.of)[len("strike-nl-") :][:10] == str(each.period.start) for each in tallies)
    assert zulu == {True: 553, False: 62}


@needs("dutch_mod_oir_strikes")
def test_what_the_first_half_gives_and_what_it_does_not() -> None:
    data = read(FIRST_HALF).dataset
    squares = [each for each in data.entities.values() if each.id.startswith("place-mgrs-")]
    assert len(squares) == 522
    missing: Counter[str] = Counter()
    missions: Counter[str] = Counter()
    for each in data.claims(Occurrence):
        rows = len(each.citations)
        missions[str(each.extensions.get("dutch-mod:mission"))] += rows
        for name in ("end", "town", "province", "weather", "terrain", "cde", "comment"):
            missing[name] += rows * (f"dutch-mod:{name}" not in each.extensions)
    assert missions == {"CAS": 606, "AI": 486, "None": 2}
    assert missing == {
        "end": 954,
        "town": 10,
        "province": 81,
        "weather": 4,
        "terrain": 28,
        "cde": 14,
        "comment": 1080,
    }
    provinces = {each.extensions.get("dutch-mod:province") for each in data.claims(Occurrence)} - {None}
    assert len(provinces) == 33


@needs("dutch_mod_oir_strikes")
def test_hawija_was_attacked_once_with_six_uses_of_a_weapon() -> None:
    data = read(FIRST_HALF).dataset
    hawija = "strike-nl-2015-06-02-2102z-38sle894094"
    answer = data.totals("weapon-employments", of=hawija, during="2015-06-03")
    assert str(answer.value) == "6 (derived)"
    (told,) = [each for each in data.claims(Occurrence) if each.of == hawija]
    assert [each.locator for each in told.citations] == [f"row {number}" for number in range(572, 578)]
    assert (told.period.format(), str(told.reported)) == ("2015-06-03/2015-06-03", "2023-03-30")
    assert data.as_known(on="2019-12-31").happened(hawija, during="2015").status is Status.NO_EVIDENCE
