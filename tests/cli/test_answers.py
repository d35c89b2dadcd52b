from pathlib import Path

import pytest

from tests.cli.asking import run, small_file
from tests.cli.small import ARRAYS, claim


@pytest.fixture
def data(tmp_path: Path) -> str:
    return small_file(tmp_path)


def test_an_answer_has_its_status_first_and_then_who_says_so(data: str) -> None:
    said = run("who-controlled", "Al-Asad", "--on", "2026-01-17", "--only", "articles", "--data", data)
    assert said == (
        0,
        """\
DEFINITE: Iraqi Armed Forces

Who controlled Al-Asad Airbase on 2026-01-17? (only articles)

For
  control: Al-Asad Airbase, Iraqi Armed Forces, full; from 2026-01-17 or before,
    still so when reported
    said by Iraqi Ministry of Defense (2026-01-17, paraphrase) -> Xinhua
    reported 2026-01-17, in "The base is Iraqi again", paragraph 1
    control-iraq

Assumed
  year 2026: the article gives none
""",
        "",
    )


def test_the_text_is_wrapped_to_the_width_of_the_terminal(data: str) -> None:
    arguments = ("who-controlled", "Al-Asad", "--on", "2026-01-17", "--data", data)
    assert max(map(len, run(*arguments, columns=60).out.splitlines())) <= 60
    assert "full; from 2026-01-17 or before, still so when reported\n" in run(*arguments, columns=110).out


def test_a_presumption_says_how_old_it_is(data: str) -> None:
    said = run("who-controlled", "al-asad", "--on", "2026-06-01", "--data", data)
    assert said.out.startswith("PRESUMED: Iraqi Armed Forces (last confirmed 2026-01-17)\n")
    assert "\nCandidates\n  PRESUMED: Iraqi Armed Forces (last word 2026-01-17)\n" in said.out


def test_a_no_is_not_told_as_a_yes(data: str) -> None:
    said = run("who-controlled", "al-asad", "--on", "2026-06-01", "--by", "US Armed Forces", "--data", data)
    assert said.out.startswith("PRESUMED: not US Armed Forces (last word 2026-01-17)\n\n")


def test_nothing_known_is_an_answer_and_names_what_comes_nearest(data: str) -> None:
    said = run("who-controlled", "عين الأسد", "--on", "2010-01-01", "--data", data)
    assert said.code == 0
    assert said.out.startswith("NO_EVIDENCE: nothing speaks to it\n")
    assert "\nNearest\n  control: Al-Asad Airbase, US Armed Forces; from 2014 to 2020\n" in said.out


def test_a_question_can_be_asked_as_known_on_a_day(data: str) -> None:
    said = run(
        "who-controlled", "al-asad", "--on", "2026-01-17", "--as-known-on", "2025-01-08", "--data", data, "--json"
    )
    assert said.json["question"] == "Who controlled Al-Asad Airbase on 2026-01-17, as known on 2025-01-08?"
    assert said.json["as_known_on"] == "2025-01-08"
    assert said.json["status"] == "POSSIBLE"
    assert said.json["value"] is None
    assert [each["id"] for each in said.json["opposing"]] == ["control-us"]


def test_sources_can_be_left_out(data: str) -> None:
    arguments = ("who-controlled", "al-asad", "--on", "2017-01-01", "--without", "wires", "--without", "src-figures")
    said = run(*arguments, "--data", data)
    assert said.out.startswith("NO_EVIDENCE: nothing speaks to it\n")
    assert "on 2017-01-01? (without wires and src-figures)\n" in said.out


def test_a_question_about_plans_says_so(data: str) -> None:
    said = run("who-controlled", "al-asad", "--on", "2026-06-01", "--modality", "planned", "--data", data)
    assert "Who controlled Al-Asad Airbase on 2026-06-01, as planned?\n" in said.out


@pytest.mark.parametrize(("option", "status"), [("--during", "DEFINITE"), ("--throughout", "POSSIBLE")])
def test_some_time_and_all_the_time_are_two_questions(data: str, option: str, status: str) -> None:
    said = run("who-controlled", "al-asad", option, "2014/2015", "--data", data, "--json")
    assert said.json["status"] == status


def test_json_has_ids_with_labels_and_the_evidence(data: str) -> None:
    said = run("who-controlled", "al-asad", "--on", "2026-01-17", "--only", "articles", "--data", data, "--json")
    assert said.err == ""
    assert said.json == {
        "question": "Who controlled Al-Asad Airbase on 2026-01-17?",
        "status": "DEFINITE",
        "holds": True,
        "value": "iraqi-armed-forces",
        "label": "Iraqi Armed Forces",
        "last_confirmed": "2026-01-17",
        "candidates": [
            {
                "value": "iraqi-armed-forces",
                "label": "Iraqi Armed Forces",
                "holds": True,
                "status": "DEFINITE",
                "last_confirmed": "2026-01-17",
                "claims": ["control-iraq"],
                "against": [],
            }
        ],
        "supporting": [
            {
                "id": "control-iraq",
                "kind": "control",
                "text": "control: Al-Asad Airbase, Iraqi Armed Forces, full; "
                "from 2026-01-17 or before, still so when reported",
                "says": {"of": "al-asad", "by": "iraqi-armed-forces", "degree": "full"},
                "period": {"start": "[..2026-01-17]", "end": "..", "end_kind": "open"},
                "reported": "2026-01-17",
                "modality": "asserted",
                "asserted_by": [
                    {
                        "who": "iraqi-mod",
                        "label": "Iraqi Ministry of Defense",
                        "when": "2026-01-17",
                        "how": "paraphrase",
                    },
                    {"who": "xinhua", "label": "Xinhua", "when": None, "how": "unstated"},
                ],
                "citations": [
                    {
                        "source": "src-handover",
                        "label": "The base is Iraqi again",
                        "locator": "paragraph 1",
                        "quote": "in full",
                    }
                ],
                "assumptions": ["year 2026: the article gives none"],
            }
        ],
        "opposing": [],
        "nearest": [],
        "assumptions": ["year 2026: the article gives none"],
        "remarks": [],
        "modality": None,
        "as_known_on": None,
        "only": ["articles"],
        "without": [],
        "dataset": "small",
    }


def test_json_has_its_keys_in_one_order(data: str) -> None:
    said = run("who-controlled", "al-asad", "--on", "2026-01-17", "--data", data, "--json")
    assert list(said.json)[:7] == ["question", "status", "holds", "value", "label", "last_confirmed", "candidates"]
    assert said.out == run("who-controlled", "al-asad", "--on", "2026-01-17", "--data", data, "--json").out


def test_strength_has_a_candidate_for_each_way_of_counting(data: str) -> None:
    said = run("strength", "us-armed-forces", "--at", "Iraq", "--on", "2025-01-07", "--data", data)
    assert said.out.startswith(
        "DEFINITE: 900 (core), about 2,500\n\nHow many personnel US Armed Forces had in Iraq on 2025-01-07?\n"
    )
    assert "\nNotes\n  about 2,500 has no bounds of its own: that it is at least 2,500 is MAYBE," in said.out


def test_strength_on_one_basis(data: str) -> None:
    arguments = ("strength", "us-armed-forces", "--at", "Iraq", "--on", "2025-01-07", "--basis", "core", "--data", data)
    said = run(*arguments, "--json")
    assert said.json["value"] == {
        "text": "900",
        "wording": "exact",
        "number": 900,
        "to": None,
        "words": None,
        "derived": False,
    }
    assert said.json["supporting"][0]["says"]["basis"] == "core"
    assert said.json["supporting"][0]["says"]["at"] == ["iraq"]


def test_a_figure_for_one_place_is_none_for_two(data: str) -> None:
    said = run("strength", "us-armed-forces", "--at", "Iraq", "--at", "syria", "--on", "2025-01-07", "--data", data)
    assert said.out.startswith("NO_EVIDENCE: nothing speaks to it\n")


def test_several_values_are_a_list_in_json(data: str) -> None:
    said = run("strength", "us-armed-forces", "--at", "Iraq", "--on", "2025-01-07", "--data", data, "--json")
    assert [each["text"] for each in said.json["value"]] == ["900", "about 2,500"]
    assert said.json["label"] == "900, about 2,500"


def test_a_history_is_a_table_of_stretches_with_their_claims(data: str) -> None:
    said = run("history", "al-asad", "--data", data)
    assert said.code == 0
    assert said.out.startswith("""\
History of control, Al-Asad Airbase

  2014-01-01 to 2014-12-30  POSSIBLE     US Armed Forces
  2014-12-31 to 2020-01-01  DEFINITE     US Armed Forces
  2020-01-02 to 2020-12-31  POSSIBLE     US Armed Forces
  2021-01-01 to 2026-01-16  PRESUMED     not Iraqi Armed Forces; not US Armed
                                         Forces
  2026-01-17 to 2026-01-17  DEFINITE     Iraqi Armed Forces
  2026-01-18 to ..          PRESUMED     Iraqi Armed Forces

Claims
  control: Al-Asad Airbase, Iraqi Armed Forces, full;""")


def test_a_history_in_json_has_each_claim_once(data: str) -> None:
    said = run("history", "al-asad", "--during", "2014-12-30/2014-12-31", "--data", data, "--json")
    assert [(each["first"], each["last"], each["status"], each["value"]) for each in said.json["segments"]] == [
        ("2014-12-30", "2014-12-30", "POSSIBLE", "us-armed-forces"),
        ("2014-12-31", "2014-12-31", "DEFINITE", "us-armed-forces"),
    ]
    assert [each["id"] for each in said.json["claims"]] == ["control-us"]
    assert said.json["kind"] == "control"


def test_a_history_without_an_end_has_null_there(data: str) -> None:
    said = run("history", "commander", "--kind", "posting", "--data", data, "--json")
    assert [(each["first"], each["last"]) for each in said.json["segments"]] == [
        ("2025-01-01", "2025-01-07"),
        ("2025-01-08", None),
    ]


def test_a_history_of_what_nobody_speaks_of(data: str) -> None:
    said = run("history", "al-asad", "--kind", "ownership", "--data", data)
    assert said.out == "History of ownership, Al-Asad Airbase\n\n  Nothing speaks to it on any day.\n"


def test_a_history_of_strength_is_one_of_a_force_at_a_place(data: str) -> None:
    said = run("history", "us-armed-forces", "--kind", "strength", "--at", "Iraq", "--data", data)
    assert "  2025-01-07 to 2025-01-07  DEFINITE     900 (core), about 2,500\n" in said.out


def test_a_history_of_strength_may_keep_to_one_basis(data: str) -> None:
    said = run("history", "us-armed-forces", "--kind", "strength", "--at", "Iraq", "--basis", "core", "--data", data)
    assert said.out.splitlines()[0].endswith(", core")
    assert "DEFINITE     900 (core)\n" in said.out


def test_a_history_of_a_window_without_a_beginning(data: str) -> None:
    said = run("history", "al-asad", "--kind", "ownership", "--during", "../2019", "--data", data)
    assert said.out.splitlines()[2] == "          .. to 2019-12-31  NO_EVIDENCE"
    said = run("history", "al-asad", "--kind", "ownership", "--during", "../2019", "--data", data, "--json")
    assert said.json["segments"] == [
        {
            "first": None,
            "last": "2019-12-31",
            "status": "NO_EVIDENCE",
            "value": None,
            "label": None,
            "candidates": [],
        }
    ]


def test_days_in_a_row_that_differ_in_a_no_alone_are_one_line(tmp_path: Path) -> None:
    ended = claim("other", "src-odd", "2018", ("2014-01-01", "2015-06-30"), of="al-asad", by="first-unit")
    stayed = claim("stayed", "src-odd", "2018", ("2014-01-01", "2017-12-31"), of="al-asad", by="us-armed-forces")
    never = claim("never", "src-odd", "2018", ("2016", ".."), of="al-asad", by="second-unit", modality="denied")
    data = small_file(tmp_path, controls=[ended, stayed, never])
    said = run("history", "al-asad", "--during", "2014/2017", "--data", data)
    assert said.out.splitlines()[2:5] == [
        "  2014-01-01 to 2015-06-30  DEFINITE     The Twins, US Armed Forces",
        "  2015-07-01 to 2017-12-31  DEFINITE     US Armed Forces",
        "",
    ]


def test_accounts_that_cannot_both_be_right_are_contested(tmp_path: Path) -> None:
    period = ("[..2026-01-10]", "..")
    rival = claim("rival", "src-odd", "2026-01-20", period, of="al-asad", by="us-armed-forces", degree="full")
    data = small_file(tmp_path, controls=[ARRAYS["controls"][1][0], rival])
    said = run("who-controlled", "al-asad", "--on", "2026-01-17", "--by", "us-armed-forces", "--data", data)
    assert said.code == 0
    assert said.out.startswith("CONTESTED: US Armed Forces\n")
    assert "\nAgainst\n  control: Al-Asad Airbase, Iraqi Armed Forces, full;" in said.out
