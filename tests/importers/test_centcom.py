"""Strike releases of US Central Command: the samples, which have each trap once, and the three files as published."""

import io
from collections import Counter

import pytest

from oirmodel.claims import Tally
from oirmodel.dataset import Header
from oirmodel.entities import Place
from oirmodel.ids import PlaceId, SiteId
from oirmodel.importers import Imported, InvalidTable, Told, importer
from oirmodel.importers.centcom import CROSSWALKS, IMPORTER, knows, read
from oirmodel.names import Name
from oirmodel.query import Dataset
from oirmodel.vocab import Counted, Modality, Spread
from tests.importers.reading import SAMPLES, SHARED, needs

FIRST, SECOND, HOSTILE = (SAMPLES / f"centcom_{each}.csv" for each in ("first", "second", "hostile"))
FOLDER = SHARED / "centcom_strike_releases_2014_2016"
ALL, EDITED, REFINED = (FOLDER / f"{each}.csv" for each in ("all", "all-edited", "all-edited-refined"))


def table(*lines: str) -> io.BytesIO:
    return io.BytesIO("\n".join(["date,country,location,number,line", *lines]).encode())


def claims(imported: Imported) -> dict[str, Tally]:
    return {each.id.removeprefix("centcom-"): each for each in imported.dataset.claims(Tally)}


def messages(imported: Imported, code: str) -> list[str]:
    return [each.message for each in imported.findings if each.code == code]


def told(imported: Imported) -> dict[str, tuple[str, str, str]]:
    """Of each claim: where, how many, and when."""
    return {
        an_id.removeprefix("centcom-"): (" ".join(each.at), str(each.quantity), str(each.period.end))
        for an_id, each in claims(imported).items()
    }


def test_a_row_is_a_tally_that_cites_its_release_and_its_row() -> None:
    claim = claims(read(FIRST))["centcom-first-csv-1"]
    assert (claim.of, claim.by, claim.against) == ("operation-inherent-resolve", "us-led-coalition", "isis")
    assert (claim.at, claim.spread) == (("place-sy-ar-raqqah",), Spread.UNSTATED)
    assert (claim.counted, claim.quantity.number, claim.modality) == (Counted.STRIKES, 2, Modality.ASSERTED)
    assert (str(claim.period.start), str(claim.period.end)) == ("[2014-08-08..2015-11-23]",) * 2
    assert str(claim.reported) == "2015-11-23"
    assert [each.who for each in claim.asserted_by] == ["centcom"]
    assert [(each.source, each.locator) for each in claim.citations] == [
        ("src-centcom-release-2015-11-23", None),
        ("src-centcom-centcom-first-csv", "row 1"),
    ]
    assert claim.assumptions == (
        "between 8 August 2014, the day of the first strikes, and the release: its strikes have no day here",
        "of the coalition, in Operation Inherent Resolve: it is not said whose strikes they are",
        "at the place: the release says near it",
    )
    assert claim.note == "- Near Ar Raqqah, two strikes destroyed an ISIL bridge."


def test_the_first_sample() -> None:
    imported = read(FIRST)
    assert (imported.rows, imported.placed, imported.quarantined) == (14, 14, ())
    assert imported.codes == {"OIR504": 1, "OIR505": 3, "OIR510": 6, "OIR515": 1}
    by_release = "[2014-08-08..2015-11-23]"
    assert told(imported) == {
        "first-csv-1": ("place-sy-ar-raqqah", "2", by_release),
        "first-csv-2": ("place-sy-kobani", "3", by_release),
        "first-csv-3": ("place-iq-hit", "1", by_release),
        "first-csv-4": ("mosul", "1", by_release),
        "first-csv-6": ("place-iq-kisik", "1", by_release),
        "first-csv-7": ("place-iq-taji", "1", by_release),
        "first-csv-8": ("place-iq-aleppo", "1", "2015-11-21"),
        "first-csv-9": ("place-iq-idlib place-iq-aleppo", "1", "2015-11-21"),
        "first-csv-10": ("place-iq-rawah", "1", by_release),
        "first-csv-11": ("place-iq-tikrit", "17", "[2014-08-08..2015-03-26]"),
        "first-csv-12": ("syria", "five airstrikes", "[2014-08-08..2014-12-17]"),
        "first-csv-13": ("syria", "7", "[2014-08-08..2014-12-10]"),
        "first-csv-14": ("place-tal-afar", "5", "[2014-08-08..2014-12-01]"),
    }


def test_a_row_that_repeats_another_is_cited_and_not_counted_twice() -> None:
    imported = read(FIRST)
    claim = claims(imported)["centcom-first-csv-4"]
    assert [each.locator for each in claim.citations] == [None, "row 4", "row 5"]
    assert messages(imported, "OIR504") == [
        "centcom_first.csv, row 5: another row says the very same; it is counted once",
    ]


def test_texts_that_hold_more_than_their_columns_are_told() -> None:
    """Merged lines, lines that announce strikes of another day, and summaries in running text."""
    assert messages(read(FIRST), "OIR510") == [
        "centcom_first.csv, row 6: its text tells of more than its columns: 'four strikes'",
        "centcom_first.csv, row 7: its text tells of more than its columns: 'two strikes'",
        (
            "centcom_first.csv, row 8: row 7 says that the strikes after it were on 2015-11-21, in Syria; "
            "the column has 'Iraq'"
        ),
        (
            "centcom_first.csv, row 9: row 7 says that the strikes after it were on 2015-11-21, in Syria; "
            "the column has 'Iraq'"
        ),
        (
            "centcom_first.csv, row 12: running text of several places: 5 is of its first sentence, "
            "so at least that in all"
        ),
        "centcom_first.csv, row 14: its text tells of more than its columns: 'three airstrikes'",
    ]


def test_strikes_announced_of_another_day_are_of_that_day_and_known_from_the_release() -> None:
    imported = read(FIRST)
    eighth, ninth, tenth = (claims(imported)[f"centcom-first-csv-{each}"] for each in (8, 9, 10))
    assert (str(eighth.period.start), str(eighth.period.end), str(eighth.reported)) == (
        "2015-11-21",
        "2015-11-21",
        "2015-11-23",
    )
    assert eighth.assumptions[0].startswith("on 2015-11-21: row 7 says that the strikes after it were on 2015-11-21")
    assert ninth.spread is Spread.TOGETHER
    assert str(tenth.period.end) == "[2014-08-08..2015-11-23]"


def test_running_text_gives_at_least_its_first_figure_where_it_goes_on() -> None:
    found = claims(read(FIRST))
    more, alone = found["centcom-first-csv-12"].quantity, found["centcom-first-csv-13"].quantity
    assert (more.wording.value, more.number, more.words) == ("at-least", 5, "five airstrikes")
    assert (alone.wording.value, alone.number) == ("exact", 7)
    assert "airstrikes are counted as strikes" in found["centcom-first-csv-13"].assumptions


def test_isis_is_the_adversary_only_where_the_line_names_it() -> None:
    found = claims(read(FIRST))
    assert (found["centcom-first-csv-1"].against, found["centcom-first-csv-2"].against) == ("isis", None)


def test_a_revision_corrects_what_it_changes_and_cites_what_it_keeps() -> None:
    imported = read(FIRST, SECOND)
    assert (imported.rows, imported.placed, len(claims(imported))) == (25, 25, 17)
    found = claims(imported)
    correcting = {an_id: (each.corrects, each.retracts) for an_id, each in found.items() if each.corrects}
    assert correcting == {
        f"centcom-second-csv-{row}": ((f"centcom-centcom-first-csv-{row}",),) * 2 for row in (1, 8, 9)
    }
    assert found["centcom-second-csv-1"].at == ("raqqa",)
    assert found["centcom-second-csv-9"].at == ("place-sy-idlib", "place-sy-aleppo")
    assert [(each.source, each.locator) for each in found["centcom-first-csv-10"].citations] == [
        ("src-centcom-release-2015-11-23", None),
        ("src-centcom-centcom-first-csv", "row 10"),
        ("src-centcom-centcom-second-csv", "row 10"),
    ]


def test_a_correction_is_of_the_revision_and_not_of_the_release() -> None:
    """The releases say what they said: it is the table that was changed, at some time after its last release."""
    imported = read(FIRST, SECOND)
    claim = claims(imported)["centcom-second-csv-1"]
    assert str(claim.reported) == "[2015-11-23..]"
    assert [(each.source, each.locator) for each in claim.citations] == [("src-centcom-centcom-second-csv", "row 1")]
    assert str(imported.dataset.store.sources["src-centcom-centcom-second-csv"].published) == "[2015-11-23..]"
    assert claim.assumptions[-1] == (
        "as a later revision has it: location 'Raqqa' where centcom_first.csv, row 1 has 'Ar Raqqah'"
    )


def test_what_was_known_before_and_after_a_revision() -> None:
    data = read(FIRST, SECOND).dataset
    [before] = data.claims(Tally, id="centcom-centcom-first-csv-1")
    [after] = data.claims(Tally, id="centcom-centcom-second-csv-1")
    window = "2014-08-08/2015-11-23"
    for view, old, new in (
        (data.as_known(on="2015-11-22"), "no", "no"),
        (data.as_known(on="2015-11-23"), "maybe", "maybe"),
        (data.as_known(on="2020-01-01"), "maybe", "maybe"),
        (data, "no", "yes"),
    ):
        assert [view.standing(each).truth.value for each in (before, after)] == [old, new]
    assert str(data.as_known(on="2020-01-01").totals("strikes", at=before.at, during=window).value) == "2"
    assert data.totals("strikes", at=before.at, during=window).value is None
    assert str(data.totals("strikes", at=after.at, during=window).value) == "2"


def test_a_line_that_a_revision_takes_apart_is_new_and_was_known_from_its_release() -> None:
    imported = read(FIRST, SECOND)
    claim = claims(imported)["centcom-second-csv-6"]
    assert (claim.at, claim.quantity.number, str(claim.reported)) == (("place-iq-tuz",), 4, "2015-11-23")
    assert claim.corrects == ()


def test_what_a_revision_changed_and_what_it_no_longer_has_is_told() -> None:
    imported = read(FIRST, SECOND)
    assert messages(imported, "OIR512") == [
        "centcom_second.csv, row 1: location 'Raqqa' where centcom_first.csv, row 1 has 'Ar Raqqah'",
        (
            "centcom_second.csv, row 2: location 'Kobani' where centcom_first.csv, row 2 has ' Kobani', "
            "which means the same"
        ),
        "centcom_second.csv, row 3: location 'Hit' where centcom_first.csv, row 3 has 'Near Hit', which means the same",
        (
            "centcom_second.csv, row 8: date '11/21/2015' where centcom_first.csv, row 8 has '11/23/2015', "
            "country 'Syria' where centcom_first.csv, row 8 has 'Iraq'"
        ),
        (
            "centcom_second.csv, row 9: date '11/21/2015' where centcom_first.csv, row 9 has '11/23/2015', "
            "country 'Syria' where centcom_first.csv, row 9 has 'Iraq'"
        ),
    ]
    assert messages(imported, "OIR513") == [
        f"centcom_first.csv, row {row}: a later revision does not have it any more; it stands" for row in (12, 13, 14)
    ]
    assert messages(imported, "OIR514") == ["centcom_second.csv: nobody reads the column 'mood'"]


def test_a_chain_of_revisions_takes_back_all_that_it_replaces() -> None:
    """To take the last correction back alone would bring back what the one before it corrected."""
    line = '11/23/2015,Iraq,{},2,"- Near Baqubah, two strikes hit a wall."'
    imported = read(table(line.format("Bakuba")), table(line.format("Baquba")), table(line.format("Baqubah")))
    last = claims(imported)["table-3-1"]
    assert last.corrects == ("centcom-table-2-1",)
    assert last.retracts == ("centcom-table-2-1", "centcom-table-1")
    standing = [imported.dataset.standing(each).truth.value for each in imported.dataset.claims(Tally)]
    assert Counter(standing) == {"no": 2, "yes": 1}


def test_a_rename_away_from_a_known_place_is_a_warning() -> None:
    line = '11/23/2015,Iraq,{},2,"- Near Baghdadi, two strikes hit a wall."'
    (doubtful,) = read(table(line.format("Baghdad")), table(line.format("Baghdadi"))).findings
    assert (doubtful.code, doubtful.severity.value) == ("OIR512", "warning")
    assert doubtful.message.endswith("so that it is not at 'baghdad' any more, which is known")


def test_a_file_that_shares_nothing_goes_on_from_the_one_before() -> None:
    imported = read(
        table('11/23/2015,Iraq,Hit,2,"- Near Hit, two strikes hit a wall."'),
        table('11/24/2015,Iraq,Hit,3,"- Near Hit, three strikes hit a shed."'),
    )
    assert imported.codes == {}
    assert [each.quantity.number for each in imported.dataset.claims(Tally)] == [2, 3]


def test_what_cannot_be_read_is_quarantined_and_what_is_doubtful_is_told() -> None:
    imported = read(HOSTILE)
    assert (imported.rows, imported.placed) == (14, 8)
    assert {each.number: each.findings[0].message.partition(": ")[2] for each in imported.quarantined} == {
        1: "'two' is no number of strikes",
        2: "'11/31/2015' is no date; expected mm/dd/yyyy or yyyy-mm-dd",
        3: "'23/11/2015' is no date; expected mm/dd/yyyy or yyyy-mm-dd",
        4: "no place is given",
        5: "4 cells where the header has 5",
        6: "'' is no number of strikes",
    }
    assert imported.quarantined[4].cells == ("11/23/2015", "Iraq", "Mosul", "2")
    assert imported.codes == {
        "OIR501": 1,
        "OIR502": 4,
        "OIR503": 1,
        "OIR505": 1,
        "OIR507": 1,
        "OIR510": 1,
        "OIR515": 2,
        "OIR516": 1,
    }
    assert told(imported) == {
        "hostile-csv-7": ("mosul", "21", "[2014-08-08..2015-11-23]"),
        "hostile-csv-8": ("place-iq-hit", "3", "[2014-08-08..2015-11-23]"),
        "hostile-csv-9": ("place-sirte", "1", "[2014-08-08..2015-11-24]"),
        "hostile-csv-10": ("place-waleed", "1", "[2014-08-08..2015-11-24]"),
        "hostile-csv-11": ("place-iq-waleed", "1", "[2014-08-08..2015-11-24]"),
        "hostile-csv-12": ("place-sy-waleed", "1", "[2014-08-08..2015-11-24]"),
        "hostile-csv-13": ("place-iq-hit", "none", "[..2014-08-01]"),
        "hostile-csv-14": ("place-iq-hit", "1", "2014-12-30"),
    }
    assert messages(imported, "OIR516") == ["centcom_hostile.csv, row 8: the number is 3, its text has 'two'"]


def test_a_country_that_is_in_no_crosswalk_is_a_place_in_which_the_location_lies() -> None:
    place = read(HOSTILE).dataset.entity("place-sirte")
    assert isinstance(place, Place)
    assert (place.country, place.part_of) == (None, "place-libya")


def test_a_release_older_than_the_first_strikes_is_not_given_their_day() -> None:
    claim = claims(read(HOSTILE))["centcom-hostile-csv-13"]
    assert claim.assumptions[0] == "at some time before the release, which is older than the first strikes"


def test_known_places_are_linked_by_name_and_country_alone() -> None:
    """A Mosul in Syria is another, and Mosul is not looked for under Mossul."""
    lines = ('11/23/2015,Iraq,Mossul,1,"a"', '11/23/2015,Syria,Mosul,1,"b"', '11/23/2015,Iraq,Mosul,1,"c"')
    places = (Place(id=PlaceId("p"), country="IQ", names=(Name(text="Mosul"),)),)
    imported = read(table(*lines), known=Dataset(header=Header(id="own"), entities=places))
    assert {each[0] for each in told(imported).values()} == {"place-iq-mossul", "place-sy-mosul", "p"}


def test_who_is_meant_is_made_where_nobody_is_known() -> None:
    data = read(FIRST, known=Dataset(header=Header(id="nobody"))).dataset
    assert {"us-led-coalition", "isis", "operation-inherent-resolve", "centcom"} <= set(data.entities)
    assert data.claims(Tally)[0].by == "us-led-coalition"


def test_the_same_rows_with_other_ends_of_lines_and_a_byte_order_mark() -> None:
    plain = FIRST.read_bytes()
    windows = io.BytesIO(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"))
    assert [each.quantity for each in read(windows).dataset.claims(Tally)] == [
        each.quantity for each in read(io.BytesIO(plain)).dataset.claims(Tally)
    ]


def test_it_is_told_how_far_the_reading_is() -> None:
    seen: list[Told] = []
    read(FIRST, progress=seen.append)
    size = FIRST.stat().st_size
    assert seen == [Told("centcom_first.csv", 14, size, size)]


def test_dates_in_other_forms() -> None:
    lines = [f'{each},Iraq,Hit,{number},"x"' for number, each in enumerate(("2015-11-23", '"Nov. 23, 2015"'), 1)]
    assert {str(each.reported) for each in read(table(*lines)).dataset.claims()} == {"2015-11-23"}


def test_a_line_that_breaks_in_its_cell_is_kept_with_plain_breaks() -> None:
    (claim,) = read(table('2015-11-23,Iraq,Hit,1,"- Near Hit,\r\none strike"')).dataset.claims()
    assert claim.note == "- Near Hit,\none strike"


def test_a_place_that_cannot_be_a_name_is_quarantined() -> None:
    imported = read(table('2015-11-23,Iraq,Hi\at,1,"x"'))
    assert (imported.placed, imported.codes) == (0, {"OIR502": 1})


@pytest.mark.parametrize(
    "text",
    [
        "one strike that was previously unreported",
        "one strike on Feb. 30, previously unreported",
        "Also on Nov. 21, strikes occurred that were previously unreported:",
    ],
)
def test_what_was_unreported_has_no_other_day_where_none_can_be_read(text: str) -> None:
    """Nor have the lines after one that announces strikes without a number."""
    lines = (f'2015-11-23,Iraq,Hit,1,"{text}"', '2015-11-23,Iraq,Rawah,1,"- Near Rawah, one strike"')
    assert {str(each.period.end) for each in read(table(*lines)).dataset.claims()} == {"[2014-08-08..2015-11-23]"}


def test_strikes_announced_in_no_country_are_of_another_day_all_the_same() -> None:
    lines = (
        '2015-11-23,Iraq,Hit,1,"one strike. Also on Nov. 21, three strikes were previously unreported:"',
        '2015-11-23,Iraq,Rawah,2,"- Near Rawah, two strikes"',
        '2015-11-23,Iraq,Tuz,1,"- Near Tuz, one strike"',
        '2015-11-23,Iraq,Kisik,1,"- Near Kisik, one strike"',
    )
    imported = read(table(*lines))
    assert [str(each.period.end) for each in imported.dataset.claims()] == [
        "[2014-08-08..2015-11-23]",
        "2015-11-21",
        "2015-11-21",
        "[2014-08-08..2015-11-23]",
    ]


def test_a_table_without_a_needed_column_is_refused() -> None:
    with pytest.raises(InvalidTable, match="there is no column 'country', 'number'; there are date, location"):
        read(io.BytesIO(b"date,location\n11/23/2015,Hit\n"))


def test_it_knows_its_own_files() -> None:
    assert importer("centcom") is IMPORTER
    assert knows(["date", "country", "location", "number", "description", "line"])
    assert knows(["line", "manually_edited", "number", "location", "country", "date"])
    assert not knows(["date", "country", "location", "number"])
    cjtf = "date,country,location,strike_count,target_type,target_count,effect,source_file,page"
    assert not knows(cjtf.split(","))
    assert not knows(["code", "incident_date", "date_type", "country", "location_en", "lat", "lon"])


def test_the_crosswalk_is_of_countries() -> None:
    [countries] = CROSSWALKS
    assert {each.term: (each.ours, each.fit.value) for each in countries.terms} == {
        "Iraq": ("IQ", "exact"),
        "Syria": ("SY", "exact"),
    }


def by_year(imported: Imported) -> Counter[tuple[str, str]]:
    """Strikes of the claims that stand, by the country of their first place and the year of their release."""
    data, sums = imported.dataset, Counter[tuple[str, str]]()
    for claim in data.claims(Tally):
        if data.standing(claim).truth.value == "yes":
            place = data.entity(claim.at[0])
            while isinstance(place, Place) and place.country is None and place.part_of is not None:
                place = data.entity(place.part_of)
            country = place.country if isinstance(place, Place) else None
            year = str(claim.citations[0].source).rpartition("release-")[2][:4]
            sums[country or "", year] += claim.quantity.number or 0
    return sums


@needs("centcom_strike_releases_2014_2016")
def test_all() -> None:
    """
    The table as scraped, against a count of its own with csv and Counter.

    5,605 rows; 12,644 strikes as the numbers add up, 9 of them of the 4 rows that stand twice; 75 rows of country
    Unknown, with 410.
    """
    imported = read(ALL)
    assert (imported.rows, imported.placed, imported.quarantined) == (5605, 5605, ())
    assert imported.codes == {"OIR504": 4, "OIR505": 5, "OIR510": 79, "OIR515": 1}
    found = imported.dataset.claims(Tally)
    assert len(found) == 5601
    assert sum(each.quantity.number or 0 for each in found) == 12644 - 9
    days = [str(each.reported) for each in found]
    assert (min(days), max(days), len(set(days))) == ("2014-10-02", "2016-10-17", 618)
    assert sum("airstrikes are counted as strikes" in each.assumptions for each in found) == 2163
    assert messages(imported, "OIR515") == ["all.csv, row 5543: no country is given for 'Tal Afar'"]


@needs("centcom_strike_releases_2014_2016")
def test_all_edited_and_refined() -> None:
    """5,531 rows each; 12,241 strikes as they add up: Iraq 89, 4,168 + 17 and 3,685, Syria 86, 2,001 and 2,195."""
    for file in (EDITED, REFINED):
        imported = read(file)
        assert (imported.rows, imported.placed, imported.quarantined) == (5531, 5531, ())
        assert len(imported.dataset.claims(Tally)) == 5527
        assert by_year(imported) == {
            ("IQ", "2014"): 89,
            ("IQ", "2015"): 4168 + 17 - 1,
            ("IQ", "2016"): 3685 - 6,
            ("SY", "2014"): 86,
            ("SY", "2015"): 2001 - 1 - 1,
            ("SY", "2016"): 2195,
        }
        days = [str(each.reported) for each in imported.dataset.claims(Tally)]
        assert (min(days), max(days)) == ("2014-12-19", "2016-10-17")


@needs("centcom_strike_releases_2014_2016")
def test_the_three_files_as_revisions() -> None:
    """
    77 rows of the first are gone in the second, which has 3 new ones, and the third renames 319 places.

    Of the 77, 75 are the running text, and two are now of another day; so are two of the new ones. The third is of a
    line that had been merged with another. 6 of the renames are of what was linked to that place already.
    """
    imported = read(ALL, EDITED, REFINED)
    assert (imported.rows, imported.placed, imported.quarantined) == (16667, 16667, ())
    assert imported.codes == {"OIR504": 12, "OIR505": 6, "OIR510": 81, "OIR512": 321, "OIR513": 75, "OIR515": 1}
    data = imported.dataset
    found = data.claims(Tally)
    assert (len(found), sum(bool(each.corrects) for each in found)) == (5601 + 1 + 315, 315)
    standing = [each for each in found if data.standing(each).truth.value == "yes"]
    assert len(standing) == 5602
    assert sum(each.quantity.number or 0 for each in standing) == 12241 - 9 + 410
    assert {str(each.reported) for each in found if each.corrects} == {"[2016-10-17..]"}
    renamed = Counter((data.claims(Tally, id=each.corrects[0])[0].at, each.at) for each in found if each.corrects)
    assert renamed[(SiteId("place-sy-ar-raqqah"),), (SiteId("raqqa"),)] == 226
    doubtful = [each.message for each in imported.findings if "which is known" in each.message]
    assert len(doubtful) == 4
    assert all("location 'Baghdadi' where all.csv" in each for each in doubtful)
    [merged] = [each for each in found if each.id.startswith("centcom-all-edited-csv") and not each.corrects]
    assert (merged.at, merged.quantity.number, str(merged.reported)) == (("mosul",), 7, "2016-09-23")


@needs("centcom_strike_releases_2014_2016")
def test_strikes_of_21_november_2015_are_known_from_the_23rd_on() -> None:
    """A line of the release of 23 November announces two strikes of the 21st, not reported before."""
    data = read(ALL).dataset
    late = [each for each in data.claims(Tally) if str(each.period.start) == "2015-11-21"]
    assert [(each.id, each.at, str(each.reported)) for each in late] == [
        ("centcom-all-csv-3046", ("place-iq-dayr-az-zawr",), "2015-11-23"),
        ("centcom-all-csv-3047", ("place-iq-al-hasakah", "place-iq-dayr-az-zawr"), "2015-11-23"),
    ]
    assert {data.as_known(on="2015-11-22").standing(each).truth.value for each in late} == {"no"}
    assert {data.as_known(on="2015-11-23").standing(each).truth.value for each in late} == {"yes"}
