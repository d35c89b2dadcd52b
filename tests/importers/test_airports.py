"""Registers of airports: the samples, which have each trap once, and what the registers have of Iraq and Syria."""

import io
from collections import Counter

import pytest

from oirmodel.claims import Attribute
from oirmodel.entities import Installation, Place
from oirmodel.formats.json import dumps, loads
from oirmodel.geo import Point
from oirmodel.importers import Imported, InvalidTable, Told, importer
from oirmodel.importers.airports import CROSSWALKS, IMPORTER, knows, read
from oirmodel.names import Name
from oirmodel.query import Dataset
from oirmodel.vocab import Aspect, InstallationCategory, PlaceCategory
from tests.importers.reading import SAMPLES, SHARED, needs

OPENFLIGHTS = SAMPLES / "airports_openflights.dat"
IP2LOCATION, OURAIRPORTS, REGIONS, RUNWAYS, NAVAIDS = (
    SAMPLES / f"airports_{each}.csv" for each in ("ip2location", "ourairports", "regions", "runways", "navaids")
)
ALL = (OPENFLIGHTS, IP2LOCATION, OURAIRPORTS, REGIONS, RUNWAYS, NAVAIDS)
FOLDER = SHARED / "openflights_ourairports"
REAL = sorted(FOLDER.glob("*.csv"))
IP2 = "country_code,region_name,iata,icao,airport,latitude,longitude"


def table(*lines: str, name: str = "table") -> io.BytesIO:
    file = io.BytesIO("\n".join(lines).encode())
    file.name = name
    return file


def told(imported: Imported, of: str, aspect: Aspect) -> list[tuple[str, str | None, str]]:
    """What is said of a thing: the value, the entity that it names, and who says it last."""
    claims = imported.dataset.claims(Attribute)
    found = [each for each in claims if each.of == of and each.aspect is aspect]
    return sorted((each.value, each.entity, str(each.asserted_by[-1].who)) for each in found)


def messages(imported: Imported, code: str) -> list[str]:
    return [each.message.removeprefix("airports_") for each in imported.findings if each.code == code]


def installation(imported: Imported, an_id: str) -> Installation:
    found = imported.dataset.entity(an_id)
    assert isinstance(found, Installation)
    return found


def test_every_row_is_placed_or_quarantined() -> None:
    imported = read(*ALL)
    assert (imported.rows, imported.placed) == (25, 23)
    assert [(each.file, each.number, [one.code for one in each.findings]) for each in imported.quarantined] == [
        ("airports_regions.csv", 4, ["OIR502"]),
        ("airports_runways.csv", 5, ["OIR515"]),
    ]


def test_one_base_is_one_installation_and_each_register_says_its_own_of_it() -> None:
    imported = read(*ALL)
    assert told(imported, "al-asad", Aspect.NAME) == [
        ("Al Asad Air Base", None, "openflights"),
        ("Al Asad Air Base", None, "ourairports"),
        ("Al Asad Airbase", None, "ip2location"),
    ]
    assert told(imported, "al-asad", Aspect.POSITION) == [
        ("33.7855987549, 42.4412002563", None, "openflights"),
        ("33.7856, 42.4412", None, "ip2location"),
        ("33.7856, 42.4412", None, "ourairports"),
    ]
    assert told(imported, "al-asad", Aspect.CODE) == [
        ("iata:IQA", None, "ip2location"),
        ("iata:IQA", None, "openflights"),
        ("iata:IQA", None, "ourairports"),
        ("icao:ORAA", None, "ip2location"),
        ("icao:ORAA", None, "openflights"),
    ]
    assert told(imported, "al-asad", Aspect.PLACE) == [
        ("Al Anbar, IQ", "anbar", "ip2location"),
        ("IQ-AN, IQ", "anbar", "ourairports"),
        ("Iraq", "iraq", "openflights"),
    ]


def test_a_known_base_stays_as_it_is() -> None:
    assert installation(read(*ALL), "al-asad") == installation(read(RUNWAYS), "al-asad")
    assert [each.text for each in installation(read(*ALL), "al-asad").names][:2] == ["Al-Asad Airbase", "Al-Asad"]


def test_whose_data_a_register_passes_on_speaks_first() -> None:
    imported = read(OPENFLIGHTS)
    chains = {str(each.of): [str(one.who) for one in each.asserted_by] for each in imported.dataset.claims(Attribute)}
    assert chains["al-asad"] == ["ourairports", "openflights"]
    assert chains["airport-orxw"] == ["openflights"]


def test_an_old_name_is_kept_as_a_name_and_said_by_who_has_it() -> None:
    imported = read(OPENFLIGHTS, IP2LOCATION)
    base = installation(imported, "airport-orxb")
    assert [each.text for each in base.names] == ["Joint Base Example", "Example Airport"]
    assert [each.format() for each in base.external_ids] == [
        "icao:ORXB",
        "iata:XQX",
        "openflights:90001",
    ]
    assert told(imported, "airport-orxb", Aspect.NAME) == [
        ("Example Airport", None, "ip2location"),
        ("Joint Base Example", None, "openflights"),
    ]
    assert imported.dataset.entity("Joint Base Example") == base


def test_a_code_that_only_one_register_has_joins_by_the_other_code() -> None:
    imported = read(IP2LOCATION, OPENFLIGHTS)
    base = installation(imported, "airport-orxw")
    assert [each.format() for each in base.external_ids] == ["icao:ORXW", "iata:RQX", "openflights:90002"]
    assert told(imported, "airport-orxw", Aspect.CODE) == [
        ("iata:RQX", None, "ip2location"),
        ("iata:RQX", None, "openflights"),
        ("icao:ORXW", None, "openflights"),
    ]
    # The register that has it in Arbil is alone with that; where it lies is what nobody disputes.
    assert told(imported, "airport-orxw", Aspect.PLACE) == [
        ("Arbil, IQ", "place-iq-arbil", "ip2location"),
        ("Iraq", "iraq", "openflights"),
    ]
    assert base.place == "iraq"


def test_coordinates_that_differ_by_more_than_their_digits_are_told_and_kept() -> None:
    imported = read(OPENFLIGHTS, IP2LOCATION)
    assert messages(imported, "OIR511") == [
        "ip2location.csv, row 3: 33.9502, 44.3616 is 1,112 m from airports_openflights.dat, row 2: both are kept"
    ]
    assert installation(imported, "airport-orxb").point is None
    points = {each.point for each in imported.dataset.claims(Attribute) if each.of == "airport-orxb"} - {None}
    assert points == {
        Point(latitude=33.94020080569, longitude=44.3615989685),
        Point(latitude=33.9502, longitude=44.3616),
    }
    assert installation(imported, "airport-orxw").point == Point(latitude=35.76720047, longitude=43.125099182)


def test_a_position_far_from_that_of_a_known_base_is_told() -> None:
    imported = read(table(IP2, 'IQ,,IQA,ORAA,Al Asad,"33.90","42.44"'))
    assert messages(imported, "OIR511") == [
        "table, row 1: 33.90, 42.44 is 12,721 m from the known al-asad: both are kept"
    ]
    near = read(table(IP2, 'IQ,,IQA,ORAA,Al Asad,"33.79","42.45"'))
    assert "OIR511" not in near.codes


def test_runways_are_in_few_words_with_every_cell_kept() -> None:
    imported = read(*ALL)
    assert [value for value, _, _ in told(imported, "al-asad", Aspect.RUNWAY)] == [
        "08/26, not lighted, closed",
        "09L/27R, 13124 ft long, 197 ft wide, asphalt, lighted",
    ]
    assert told(imported, "airport-osx1", Aspect.RUNWAY) == [
        ("04, 4020 ft long, 145 ft wide, COP", None, "ourairports")
    ]
    (first,) = [each for each in imported.dataset.claims(Attribute) if each.value.startswith("09L")]
    assert first.extensions["ourairports:le_heading_degt"] == "88.5"
    assert first.extensions["ourairports:length_ft"] == "13124"
    assert messages(imported, "OIR508") == [
        "openflights.dat, row 5: 0 degrees both ways is a position that is missing, not one in the Gulf of Guinea",
        "runways.csv, row 2: 'length_ft' is 0, which no runway has: it is not known",
    ]


def test_a_runway_of_an_airport_that_no_file_tells_of_is_at_a_new_one() -> None:
    strip = installation(read(*ALL), "airport-osx9")
    assert ([each.format() for each in strip.external_ids], strip.names, strip.place) == (
        ["ourairports:OSX9"],
        (),
        None,
    )
    assert strip.category is InstallationCategory.AIRPORT


def test_a_beacon_is_a_thing_of_its_own_that_may_serve_an_airport() -> None:
    imported = read(*ALL)
    assert told(imported, "beacon-1", Aspect.OTHER) == [
        ("Al Asad TACAN, MAA, 112000 kHz, serves ORAA", "al-asad", "ourairports")
    ]
    assert told(imported, "beacon-2", Aspect.OTHER) == [("Example VOR, EXA, 114000 kHz", None, "ourairports")]
    # Its airport is in none of the files, and it does not lie in Syria: SY is its own code.
    assert told(imported, "beacon-3", Aspect.OTHER) == [
        ("Sydney DME, SY, 112100 kHz, serves YSSY", None, "ourairports")
    ]
    assert installation(imported, "beacon-3").place == "place-au"
    assert installation(imported, "beacon-2").place == "syria"


def test_regions_are_known_by_their_code_and_called_by_each_of_their_names() -> None:
    imported = read(*ALL)
    assert [value for value, _, _ in told(imported, "anbar", Aspect.NAME)] == ["Al-Anbar Governorate", "الأنبار"]
    duhok = imported.dataset.entity("دهوك")
    assert isinstance(duhok, Place)
    assert (duhok.id, duhok.iso_3166_2, duhok.category) == ("place-iq-da", "IQ-DA", PlaceCategory.PROVINCE)
    assert [each.text for each in duhok.names] == ["Duhok Governorate", "دهوك", "Dahuk"]
    assert [value for value, _, _ in told(imported, "homs-province", Aspect.NAME)] == ["Homs Governorate"]


def test_a_region_is_linked_by_its_very_name_to_what_is_a_region_of_that_country() -> None:
    lines = ("IQ,Dahuk,,ORY1,One,,", "SY,Dahuk,,ORY2,Two,,", "IQ,Kirkuk,,ORY3,Three,,", "IQ,Baghdad,,ORY4,Four,,")
    imported = read(table(IP2, *lines), REGIONS)
    places = {each.of: each.entity for each in imported.dataset.claims(Attribute) if each.aspect is Aspect.PLACE}
    assert places == {
        "airport-ory1": "place-iq-da",
        "airport-ory2": "place-sy-dahuk",
        "airport-ory3": "kirkuk-province",
        "airport-ory4": "place-iq-baghdad",  # the known Baghdad of this very name is the city
    }


def test_two_regions_of_one_name_are_linked_to_neither() -> None:
    regions = table("code,name,iso_country,keywords", "IQ-X1,One,IQ,Both", "IQ-X2,Two,IQ,Both", name="regions.csv")
    imported = read(regions, table(IP2, "IQ,Both,,ORY1,One,,"))
    assert told(imported, "airport-ory1", Aspect.PLACE) == [("Both, IQ", "place-iq-both", "ip2location")]


def test_regions_that_are_not_known_to_be_one_are_asked_about() -> None:
    imported = read(*ALL, table(IP2, "IQ,Ninawa,,ORQW,Qayyarah,,", "IQ,Hit,IQA,ORAA,Al Asad,,"))
    assert messages(imported, "OIR523") == [
        "ip2location.csv, row 4: it lies in place-sy-dahuk by this row, and in homs-province; are they one?",
        "table, row 1: it lies in place-iq-ninawa by this row, and in nineveh; are they one?",
        "table, row 2: it lies in place-iq-hit by this row, and in anbar; are they one?",
    ]


def test_the_city_that_an_airport_serves_is_not_where_it_lies() -> None:
    imported = read(OPENFLIGHTS)
    assert told(imported, "airport-old-field", Aspect.OTHER) == [("serves Mosul", "mosul", "openflights")]
    assert told(imported, "airport-old-field", Aspect.PLACE) == [("Iraq", "iraq", "openflights")]


def test_what_sort_of_thing_it_is() -> None:
    imported = read(*ALL)
    sorts = {
        an_id: installation(imported, an_id).category.value
        for an_id in (
            "airport-osx1",
            "airport-iq-0009",
            "airport-iq-0010",
            "airport-old-field",
            "airport-example-harbour",
        )
    }
    assert sorts == {
        "airport-osx1": "airport",
        "airport-iq-0009": "other",
        "airport-iq-0010": "unstated",
        "airport-old-field": "other",
        "airport-example-harbour": "port",
    }
    assert messages(imported, "OIR503") == [
        "ourairports.csv, row 4: the type 'spaceport' is in no crosswalk",
        "runways.csv, row 3: the surface 'COP' is in no crosswalk",
    ]


def test_missing_cells_and_escaped_quotation_marks() -> None:
    imported = read(OPENFLIGHTS)
    field = installation(imported, "airport-old-field")
    assert ([each.text for each in field.names], field.timezone) == (['Old "Field"'], None)
    assert [each.format() for each in field.external_ids] == ["openflights:90003"]
    assert installation(imported, "airport-orxb").timezone == "Asia/Baghdad"
    assert installation(imported, "airport-example-harbour").point is None
    assert messages(imported, "OIR502") == [
        "openflights.dat, row 5: 'Asia/Nowhere' is no time zone of the IANA database"
    ]


def test_codes_that_disagree() -> None:
    lines = ("IQ,,IQA,ORZZ,Other,,", "IQ,,XXX,ORAA,Al Asad,,", "IQ,,toolong,or1,Bad,,")
    imported = read(table(IP2, *lines))
    assert messages(imported, "OIR522") == [
        "table, row 1: iata:IQA is also al-asad, which has icao:ORAA where this row has icao:ORZZ, iata:IQA",
        "table, row 2: icao:ORAA is also al-asad, which has iata:IQA where this row has icao:ORAA, iata:XXX",
    ]
    # By its code of ICAO a row is the known base; by that of IATA alone, against the other, it is not.
    assert told(imported, "airport-orzz", Aspect.NAME) == [("Other", None, "ip2location")]
    assert told(imported, "al-asad", Aspect.NAME) == [("Al Asad", None, "ip2location")]
    assert told(imported, "airport-bad", Aspect.CODE) == []
    assert messages(imported, "OIR502") == [
        "table, row 3: 'or1' is no code of ICAO",
        "table, row 3: 'toolong' is no code of IATA",
    ]


def test_an_exact_name_links_only_where_no_code_says_otherwise() -> None:
    lines = ("IQ,,,,Al-Asad Airbase,,", "IQ,,,ORZZ,Al-Asad Airbase,,", "IQ,,,,Al Asad Air Field,,", "SY,,,,Al-Asad,,")
    imported = read(table(IP2, *lines))
    names = [(each.of, each.value) for each in imported.dataset.claims(Attribute) if each.aspect is Aspect.NAME]
    assert sorted(names) == [
        ("airport-al-asad", "Al-Asad"),
        ("airport-al-asad-air-field", "Al Asad Air Field"),
        ("airport-orzz", "Al-Asad Airbase"),
        ("al-asad", "Al-Asad Airbase"),
    ]


def test_rows_without_any_code_are_joined_by_their_very_name_in_one_country_alone() -> None:
    lines = ("IQ,,,,New Strip,,", "IQ,,,,New Strip,36.1,44.1", "SY,,,,New Strip,,", "IQ,,,,new strip,,")
    imported = read(table(IP2, *lines))
    assert sorted(each for each in imported.dataset.entities if each.startswith("airport-")) == [
        "airport-new-strip",
        "airport-new-strip-2",
        "airport-new-strip-3",
    ]


def test_two_numbers_of_one_register_are_two_things_whatever_their_name() -> None:
    rows = [f'{number},"One","Mosul","Iraq",\\N,\\N,36.3,{number}.1,0,3,"U"' for number in (41, 42)]
    imported = read(table(*rows))
    assert {each.of: each.value for each in imported.dataset.claims(Attribute) if each.aspect is Aspect.POSITION} == {
        "airport-one": "36.3, 41.1",
        "airport-one-2": "36.3, 42.1",
    }
    assert "OIR511" not in imported.codes


def test_the_own_code_of_a_register_is_that_of_icao_where_there_is_one() -> None:
    ours = table(
        OURAIRPORTS.read_text(encoding="utf-8").splitlines()[0],
        '1,"ORSH","small_airport","Tikrit South",34.6,43.5,,,"IQ","IQ-SD"' + "," * 8,
    )
    theirs = table(IP2, "IQ,,,ORSH,Al Sahra,,")
    for files in ((ours, theirs), (theirs, ours)):
        for each in files:
            each.seek(0)
        imported = read(*files)
        assert len(told(imported, "airport-orsh", Aspect.NAME)) == 2


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("IQ,,,,,33.1,42.2", "OIR515"),
        ("IQ,,,ORY1", "OIR501"),
        ("IQ,,,ORY1,\u202eeman,,", "OIR502"),
    ],
)
def test_what_cannot_be_placed_is_quarantined(row: str, code: str) -> None:
    imported = read(table(IP2, row))
    assert [[one.code for one in each.findings] for each in imported.quarantined] == [[code]]
    assert not [each for each in imported.dataset.entities if each.startswith("airport-")]


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("north", "42"), ("91", "42"), ("33", ""), ("33", "-181"), ("nan", "1")]
)
def test_a_position_that_cannot_be_read_is_told_and_the_row_placed(latitude: str, longitude: str) -> None:
    imported = read(table(IP2, f"IQ,,,ORY1,One,{latitude},{longitude}"))
    assert (imported.placed, imported.codes["OIR502"]) == (1, 1)
    assert told(imported, "airport-ory1", Aspect.POSITION) == []


def test_beacons_and_regions_that_are_nothing_and_codes_of_countries_that_are_none() -> None:
    beacons = table(
        "ident,name,type,frequency_khz,latitude_deg,longitude_deg,iso_country",
        ",,,264,33.3,36.4,SY",
        "ABD,,,264,,,Syria",
        name="navaids.csv",
    )
    regions = table("code,name,iso_country,keywords", "IQ-X1,,IQ,", name="regions.csv")
    imported = read(beacons, regions)
    assert [(each.file, each.number, each.findings[0].code) for each in imported.quarantined] == [
        ("regions.csv", 1, "OIR515"),
        ("navaids.csv", 1, "OIR515"),
    ]
    assert messages(imported, "OIR502") == ["navaids.csv, row 2: 'Syria' is no code of a country, such as 'IQ'"]
    beacon = installation(imported, "beacon-abd")
    assert (beacon.place, beacon.point, beacon.external_ids) == (None, None, ())


def test_a_row_told_twice_is_one_claim_that_cites_both() -> None:
    again = io.BytesIO(OPENFLIGHTS.read_bytes())
    again.name = "airports-extended.dat"
    imported = read(OPENFLIGHTS, again)
    assert (imported.rows, imported.placed, imported.codes["OIR504"]) == (10, 10, 5)
    claims = [each for each in imported.dataset.claims(Attribute) if each.of == "airport-orxw"]
    assert len(claims) == 6
    assert {tuple(one.source for one in each.citations) for each in claims} == {
        ("src-openflights-airports-openflights-dat", "src-openflights-airports-extended-dat")
    }


def test_when_a_file_was_published_stands_in_its_name_or_nowhere() -> None:
    dated = read(table(IP2, "IQ,,,ORY1,One,,", name="iata-icao-2024-05-17.csv"))
    (claim, *_) = dated.dataset.claims(Attribute)
    assert (str(claim.reported), claim.period.format()) == ("2024-05-17", "[..2024-05-17]/[2024-05-17..]")
    assert claim.assumptions == ()
    undated = read(table(IP2, "IQ,,,ORY1,One,,", name="iata-icao-20240231.csv"))
    (claim, *_) = undated.dataset.claims(Attribute)
    assert (str(claim.reported), claim.period.format()) == ("[2001..]", "/")
    assert claim.assumptions == ("published in this century: the file does not say when",)


def test_older_editions_of_openflights_end_earlier() -> None:
    line = '90001,"Example","Mosul","Iraq","XQX","ORXB",33.94,44.36,161,3,"U"'
    for ending in ("", ',"Asia/Baghdad"', ',"Asia/Baghdad","airport"'):
        imported = read(table(line + ending))
        assert installation(imported, "airport-orxb").category is InstallationCategory.AIRPORT


def test_a_column_that_nobody_reads_is_told_once() -> None:
    imported = read(table(f"{IP2},mood", "IQ,,,ORY1,One,,,good", "IQ,,,ORY2,Two,,,bad"))
    assert messages(imported, "OIR514") == ["table: nobody reads the column 'mood'"]
    assert all("good" not in each.extensions.values() for each in imported.dataset.claims(Attribute))


def test_other_orders_of_columns_and_ends_of_lines() -> None:
    written = table("\ufeffairport,icao,iata\r", "One,ORY1,\r")
    assert told(read(written), "airport-ory1", Aspect.NAME) == [("One", None, "ip2location")]


def test_the_order_of_the_files_does_not_matter() -> None:
    assert read(*ALL).dataset == read(*reversed(ALL)).dataset


def test_it_survives_json() -> None:
    data = read(*ALL).dataset
    assert loads(dumps(data)) == data


def test_places_are_made_where_nobody_is_known() -> None:
    imported = read(*ALL, known=Dataset())
    assert told(imported, "airport-oraa", Aspect.PLACE)[0] == ("Al Anbar, IQ", "place-iq-al-anbar", "ip2location")
    iraq = {each.id for each in imported.dataset.entities.values() if isinstance(each, Place) and each.country == "IQ"}
    # A country by its code and one by its name are two, until somebody says that they are one.
    assert {"place-iq", "place-iq-an", "place-iq-al-anbar"} <= iraq
    assert [each.text for each in imported.dataset.entity("place-iraq").names] == ["Iraq"]


def test_a_known_base_by_name_in_another_country_is_not_linked() -> None:
    base = Installation(id="base", place="de", names=[Name(text="One")])  # type: ignore[arg-type]
    land = Place(id="de", country="DE", category=PlaceCategory.COUNTRY)  # type: ignore[arg-type]
    imported = read(table(IP2, "IQ,,,ORY1,One,,", "DE,,,EDY1,One,,"), known=Dataset(entities=[base, land]))
    assert told(imported, "airport-ory1", Aspect.NAME) == told(imported, "base", Aspect.NAME) != []


def test_it_is_told_how_far_the_reading_is() -> None:
    progress: list[Told] = []
    read(OPENFLIGHTS, RUNWAYS, progress=progress.append)
    assert [(each.file, each.rows) for each in progress] == [
        ("airports_openflights.dat", 5),
        ("airports_runways.csv", 5),
    ]


def test_a_file_that_is_none_of_these_tables_is_refused() -> None:
    with pytest.raises(
        InvalidTable, match="none of these tables: OurAirports regions, OurAirports airports, OpenFlights"
    ):
        read(table("date,country,location,number,line"))


def test_it_knows_its_own_files() -> None:
    assert importer("airports") is IMPORTER
    for file in ALL[1:]:
        assert knows(file.read_text(encoding="utf-8").splitlines()[0].replace('"', "").split(","))
    assert knows(["4137", "Al Asad", "Hit", "Iraq", "IQA", "\\N", "33.7", "42.4", "618", "3", "U"])
    assert not knows(["date", "country", "location", "number", "line"])
    assert not knows(["4137", "Al Asad", "Hit", "Iraq", "IQA", "ORAA", "north", "42.4", "618", "3", "U"])
    assert not knows(["4137"])


def test_the_crosswalks() -> None:
    assert [(each.codebook, each.field, len(each.terms)) for each in CROSSWALKS] == [
        ("OpenFlights", "type", 4),
        ("OurAirports", "type", 7),
        ("OurAirports", "surface", 21),
    ]


# What follows was counted by a script of its own, with the csv module alone.


@needs("openflights_ourairports")
def test_all_files_of_iraq_and_syria() -> None:
    imported = read(*REAL)
    assert (imported.rows, imported.placed) == (198, 196)
    assert imported.codes == {"OIR502": 2, "OIR504": 22, "OIR506": 6, "OIR523": 1}
    assert [each.cells[1] for each in imported.quarantined] == ["IQ-U-A", "SY-U-A"]
    aspects = Counter(each.aspect.value for each in imported.dataset.claims(Attribute))
    # 22 airports, 17 airports, and 32 regions with 30 more names; 64 runways; 22, 17 and 39 positions.
    assert (aspects["name"], aspects["runway"], aspects["position"]) == (101, 64, 78)
    # 22 codes of ICAO and 17 of IATA; 16 and 17; 32 regions. 22 cities that are served, 39 beacons.
    assert (aspects["code"], aspects["other"], aspects["place"]) == (104, 61, 39)


@needs("openflights_ourairports")
@pytest.mark.parametrize(
    ("file", "rows", "placed"),
    [
        ("ip2location_iata_icao_iq_sy.csv", 17, 17),
        ("openflights_airports_extended_iq_sy.csv", 22, 22),
        ("openflights_airports_iq_sy.csv", 22, 22),
        ("ourairports_navaids_iq_sy.csv", 39, 39),
        ("ourairports_regions_iq_sy.csv", 34, 32),
        ("ourairports_runways_iq_sy.csv", 64, 64),
    ],
)
def test_each_file_by_itself(file: str, rows: int, placed: int) -> None:
    imported = read(FOLDER / file)
    assert (imported.rows, imported.placed) == (rows, placed)


@needs("openflights_ourairports")
def test_the_airports_of_iraq_and_syria() -> None:
    data = read(*REAL).dataset
    fields = [
        each for each in data.entities.values() if isinstance(each, Installation) and each.category.value != "other"
    ]
    # 23 codes of ICAO in the two registers, and 18 codes that only the runways have; three of the former are known.
    assert len(fields) == 23 + 18
    assert {each.id for each in fields if not each.id.startswith("airport-")} == {
        "al-asad",
        "al-taqaddum",
        "qayyarah-west",
    }
    beacons = [each for each in data.entities.values() if each.id.startswith("beacon-")]
    served = [each for each in data.claims(Attribute) if each.of.startswith("beacon-") and each.entity is not None]
    assert (len(beacons), len(served)) == (39, 25)
    closed = [each for each in data.claims(Attribute) if each.aspect is Aspect.RUNWAY and each.value.endswith("closed")]
    assert len(closed) == 8


@needs("openflights_ourairports")
def test_qayyarah_west_has_a_code_in_one_register_and_none_in_another() -> None:
    imported = read(*REAL)
    assert told(imported, "qayyarah-west", Aspect.CODE) == [
        ("iata:RQW", None, "ip2location"),
        ("iata:RQW", None, "openflights"),
        ("icao:ORQW", None, "openflights"),
    ]
    assert told(imported, "qayyarah-west", Aspect.NAME) == [
        ("Qayyarah Airfield West", None, "ip2location"),
        ("Qayyarah West Airport", None, "openflights"),
    ]
    assert messages(imported, "OIR523") == [
        f"{REAL[0].name}, row 11: it lies in place-iq-ninawa by this row, and in nineveh; are they one?"
    ]


@needs("openflights_ourairports")
def test_old_names_and_a_province_that_one_register_alone_has() -> None:
    imported = read(*REAL)
    assert told(imported, "airport-orbd", Aspect.NAME) == [("Joint Base Balad", None, "openflights")]
    assert told(imported, "airport-orsh", Aspect.NAME) == [("Al Sahra Army Air Field", None, "openflights")]
    assert told(imported, "airport-orsu", Aspect.PLACE) == [
        ("Arbil, IQ", "place-iq-arbil", "ip2location"),
        ("Iraq", "iraq", "openflights"),
    ]
    assert installation(imported, "airport-orsu").place == "iraq"
