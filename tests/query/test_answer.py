"""Answers as a reader sees them: evidence, plain text and HTML."""

from oirmodel.claims import Casualties, Control, Presence
from oirmodel.entities import Force, Installation, Source
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.query import Answer, Dataset
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import (
    CAST,
    CONTESTED,
    DEFINITE,
    PRESUMED,
    SOURCES,
    candidate,
    casualties,
    control,
    data,
    ids,
    occurrence,
    presence,
    says,
    strength,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"
SCRIPT = "<script>alert('x')</script>"


def test_an_answer_in_plain_text_has_one_line_a_claim_with_its_citation() -> None:
    told = control(
        "iraq",
        Period.by("2026-01-17"),
        id="handover",
        reported="2026-01-17",
        asserted_by=[make(Speaker, who="ministry", when="2026-01-17", how="paraphrase"), make(Speaker, who="agency")],
        assumptions=["year 2026: the article gives none"],
    )
    answer = data(told).who_controlled("al-asad", on="2026-01-17")
    lines = str(answer).splitlines()
    assert lines[:2] == ["Who controlled Al-Asad Airbase on 2026-01-17?", "DEFINITE: Iraqi armed forces"]
    assert lines[2].startswith("  for: handover: control: Al-Asad Airbase, Iraqi armed forces, full; ")
    assert "Ministry of Defense (2026-01-17, paraphrase) -> News agency" in lines[2]
    assert lines[2].endswith('reported 2026-01-17, in "A report"')
    assert lines[3] == "  assumed: year 2026: the article gives none"


def test_a_presumption_says_how_old_it_is() -> None:
    answer = data(control("iraq", Period.observed("2020-05-05"))).who_controlled("al-asad", on=DAY)
    assert answer.explain().splitlines()[1] == "PRESUMED: Iraqi armed forces (last confirmed 2020-05-05)"


def test_a_no_is_written_as_one() -> None:
    answer = data(presence("us", "2020-05-01/2020-05-05", id="stay")).who_was_at("al-asad", on=DAY)
    assert (answer.status, answer.value, answer.holds) == (PRESUMED, None, False)
    assert answer.explain().splitlines()[1] == "PRESUMED: not US forces (last word 2020-05-05)"
    assert (ids(answer.supporting), ids(answer.opposing)) == ([], ["stay"])


def test_several_candidates_are_listed_each_with_its_grade() -> None:
    both = data(control("us", MAY, id="one"), control("iraq", MAY, id="two"))
    answer = both.who_controlled("al-asad", on=DAY)
    assert answer.explain().splitlines()[:4] == [
        "Who controlled Al-Asad Airbase on 2020-05-10?",
        "CONTESTED: Iraqi armed forces, US forces",
        "  candidate: CONTESTED: Iraqi armed forces (last word 2020-05-10)",
        "  candidate: CONTESTED: US forces (last word 2020-05-10)",
    ]
    assert (set(ids(answer.supporting)), answer.opposing) == ({"one", "two"}, ())


def test_every_claim_line_has_every_citation_with_its_place_in_the_source() -> None:
    cited = [make(Citation, source="src", locator="paragraph 1"), make(Citation, source="other")]
    told = make(
        Control,
        of="al-asad",
        by="iraq",
        id="twice",
        period=Period.parse(MAY),
        reported="2020-06-01",
        modality="asserted",
        citations=cited,
    )
    (line,) = [each for each in data(told).who_controlled("al-asad", on=DAY).explain().splitlines() if "twice" in each]
    assert line.endswith('in "A report", paragraph 1; "Another report"')


def evidence(answer: Answer) -> list[str]:
    """The ids of everything that an answer shows."""
    return ids((*answer.supporting, *answer.opposing, *answer.nearest))


def test_every_claim_of_an_answer_has_a_line_in_text_and_in_html() -> None:
    told = data(
        control("us", MAY, id="one"),
        control("iraq", "2020-05-05/2020-05-15", id="two", modality="alleged"),
        control("isis", "2014-06/2014-09", id="three"),
        control("army", "2021/..", id="four", modality="planned"),
        presence("us", MAY, id="five"),
    )
    answer = told.who_controlled("al-asad", on=DAY)
    assert answer.status is CONTESTED
    assert sorted(evidence(answer)) == ["four", "one", "three", "two"]
    text, page = answer.explain(), answer._repr_html_()
    for an_id in evidence(answer):
        (line,) = [each for each in text.splitlines() if f": {an_id}: " in each]
        assert 'in "A report"' in line
        assert f"<li>{an_id}: control" in page


def poisoned() -> Dataset:
    """Every text that a source gives is a script."""
    entities = [
        *CAST,
        make(Force, id="mallory", names=[Name(text=SCRIPT)]),
        make(Installation, id="fort", names=[Name(text=f"Fort {SCRIPT}")]),
    ]
    sources = [*SOURCES, make(Source, id="bad", title=SCRIPT)]
    claim = says(
        Control,
        MAY,
        of="fort",
        by="mallory",
        source="bad",
        assumptions=[SCRIPT],
        asserted_by=[make(Speaker, who="mallory")],
    )
    quantity = Quantity.order_of(10, words=SCRIPT)
    counted = strength(quantity, MAY, source="bad")
    return Dataset(entities=entities, sources=sources, claims=[claim, counted])


def test_in_html_everything_from_data_is_escaped() -> None:
    pages = [
        poisoned().who_controlled("fort", on=DAY)._repr_html_(),
        poisoned().who_controlled("fort", on="2020-04-01")._repr_html_(),
        poisoned().strength("us", at="syria", on=DAY)._repr_html_(),
        poisoned().history("control", "fort")._repr_html_(),
    ]
    for page in pages:
        assert "<script" not in page
        assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page


def test_html_says_the_same_as_the_text() -> None:
    page = data(control("iraq", MAY, id="held")).who_controlled("al-asad", on=DAY)._repr_html_()
    assert page.startswith('<div class="oirmodel-answer"><p>Who controlled Al-Asad Airbase on 2020-05-10?<br>')
    assert "<strong>DEFINITE: Iraqi armed forces</strong>" in page
    assert "<summary>For</summary>" in page
    assert "<summary>Against</summary>" not in page


def test_an_answer_of_nothing_is_written_too() -> None:
    page = data().who_controlled("al-asad", on=DAY)._repr_html_()
    assert "NO_EVIDENCE: nothing speaks to it" in page


def test_a_candidate_is_found_by_its_value() -> None:
    answer = data(control("iraq", MAY)).who_controlled("al-asad", on=DAY)
    assert candidate(answer, "iraq").status is DEFINITE
    assert answer.about("us") is None


def test_the_last_confirmation_of_a_certain_day_is_the_day() -> None:
    answer = data(control("iraq", MAY)).who_controlled("al-asad", on=DAY)
    assert str(answer.last_confirmed) == DAY
    assert data().who_controlled("al-asad", on=DAY).last_confirmed is None


def test_the_last_confirmation_in_a_window_is_that_of_the_evidence() -> None:
    answer = data(presence("us", Period.observed("2020-05"))).who_was_at("al-asad", during="2020")
    assert str(answer.last_confirmed) == "[2020-05-01..2020-05-31]"


def test_a_period_that_cannot_be_can_still_be_shown() -> None:
    told = data(says(Presence, Period(start="2020-05-20", end="2020-05-10"), of="us", at="al-asad", id="odd"))
    answer = told.who_was_at("al-asad", on=DAY)
    assert ids(answer.supporting) == ["odd"]
    assert answer.last_confirmed is None


def test_values_of_every_sort_are_put_in_words() -> None:
    told = data(
        casualties(Quantity.none(), "2020", harm="harmed", who="us", cause="drones"),
        occurrence("raid", "2020-05-10/2020-05-10", at=["al-asad"], by=["us", "army"]),
    )
    harmed = told.totals("harmed", during="2020", who="us").explain()
    assert harmed.splitlines()[0] == "How many harmed of US forces during 2020?"
    assert "none" in harmed.splitlines()[1]
    assert "US forces, Iraqi army" in told.happened("raid", on=DAY).explain()
    assert told.when(Casualties, harm="harmed").explain().splitlines()[1].startswith("DEFINITE: from 2020-01-01 to ")


def test_periods_are_put_in_words() -> None:
    ends = {
        "2020-05-01/..": "from 2020-05-01, still so when reported",
        "2020-05-01/": "from 2020-05-01, end unknown",
        "../2020-05-31": "from an unknown day to 2020-05-31",
        "2020-05-01/2020-05-31": "from 2020-05-01 to 2020-05-31",
    }
    for period, words in ends.items():
        assert data(presence("us", period)).when(Presence, of="us").explain().splitlines()[1] == f"DEFINITE: {words}"
    left = data(presence("us", Period(start="[2020-05-01..]", end="[..2020-06-01]")))
    assert "from 2020-05-01 or after to 2020-06-01 or before" in left.when(Presence, of="us").explain()


def test_answers_are_equal_when_they_say_the_same() -> None:
    held = control("iraq", MAY)
    assert data(held).who_controlled("al-asad", on=DAY) == data(held).who_controlled("al-asad", on=DAY)
    assert data(held).who_controlled("al-asad", on=DAY) != data(held).who_controlled("al-asad", on="2020-05-11")
