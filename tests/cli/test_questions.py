"""The commands of the questions: what each asks, as text and as JSON."""

import json
from pathlib import Path

import pytest

from oirmodel.claims import Ownership, Purpose
from oirmodel.formats.json import dumps
from oirmodel.quantity import Quantity
from tests.cli.asking import Said, run
from tests.query.building import (
    affiliation,
    agreement,
    attribution,
    casualties,
    change,
    data,
    done,
    occurrence,
    posting,
    presence,
    says,
    status_of,
    taking_part,
    tally,
    terms,
)

YEAR = "2025-01-01/2025-12-31"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Something for each question to find."""
    dataset = data(
        says(Ownership, YEAR, of="al-asad", by="iraq"),
        presence("us", YEAR),
        posting("smith", YEAR),
        affiliation("army", "iraq"),
        tally(Quantity.about(34_917), "2016", at=["syria", "anbar"], spread="together"),
        casualties(Quantity.none(), "2016"),
        change("drawdown", "2016", share="majority"),
        change("drawdown", "2016", quantity=Quantity.exact(7), counted="aircraft"),
        status_of("resolve", "ongoing", YEAR),
        says(Purpose, YEAR, of="us", at=["syria"], aim="fight ISIS"),
        says(Purpose, YEAR, of="us", at=["anbar"], aim="train Iraqis"),
        occurrence("raid", "2025-01-02", at=["al-asad"]),
        occurrence("strike", "2025-01-03", at=["syria"]),
        taking_part("coalition", role="leads", equipment=["F-16"], equipment_listed="open"),
        taking_part("iraq", YEAR),
        attribution("isis", certainty="suspected"),
        agreement("framework", "in-force", YEAR),
        agreement("statement", "signed", YEAR),
        taking_part("us", YEAR, of="framework", role="party"),
        terms("2025-09", id="terms"),
        terms("2025-12", of="train", by="us"),
        done("met", "2025-12-01/2025-12-31", of="train"),
    )
    path = tmp_path_factory.mktemp("told") / "told.json"
    path.write_text(dumps(dataset), encoding="utf-8")
    return path


def ask(told: Path, *arguments: str) -> Said:
    said = run(*arguments, "--data", str(told), columns=200)
    assert (said.code, said.err) == (0, ""), said
    return said


@pytest.mark.parametrize(
    ("arguments", "first", "question"),
    [
        (
            "who-owned al-asad --on 2025-06-01",
            "DEFINITE: Iraqi armed forces",
            "Who owned Al-Asad Airbase on 2025-06-01?",
        ),
        ("who-owned al-asad --on 2025-06-01 --by isis", "NO_EVIDENCE: nothing speaks to it", None),
        ("who-was-at anbar --throughout 2025", "DEFINITE: US forces", "Who was at Anbar throughout 2025?"),
        ("who-was-at al-asad --on 2025-06-01 --force us", "DEFINITE: US forces", None),
        ("who-held commander --on 2025-06-01", "DEFINITE: Smith", "Who held the post Commander on 2025-06-01?"),
        ("who-held commander --on 2025-06-01 --person jones", "DEFINITE: not Jones (last word 2025-06-01)", None),
        ("affiliations army --on 2025-06-01", "DEFINITE: Iraqi armed forces", None),
        ("totals strikes --during 2016 --at syria --at anbar", "DEFINITE: about 34,917", None),
        ("totals strikes --during 2016 --at syria", "NO_EVIDENCE: nothing speaks to it", None),
        ("totals strikes --during 2015/2017 --match contained --by coalition", "DEFINITE: about 34,917", None),
        ("totals killed --during 2016-05", "DEFINITE: none", "How many killed during 2016-05?"),
        ("totals killed --during 2016 --victims civilians", "NO_EVIDENCE: nothing speaks to it", None),
        ("totals drawdown --during 2016 --of us", "DEFINITE: majority", None),
        ("totals drawdown --during 2016 --of us --counted aircraft", "DEFINITE: 7", None),
        ("under-way resolve --on 2025-06-01", "DEFINITE: ongoing", "Where Operation Resolve stood on 2025-06-01?"),
        ("under-way resolve --on 2025-06-01 --modality planned", "NO_EVIDENCE: nothing speaks to it", None),
        ("purposes us --on 2025-06-01 --at syria", "DEFINITE: fight ISIS", None),
        ("purposes us --on 2025-06-01", "DEFINITE: fight ISIS, train Iraqis", None),
        ("happened raid --on 2025-01-02", "DEFINITE: The raid", "Whether The raid happened on 2025-01-02?"),
        ("happened --during 2025 --at anbar", "DEFINITE: The raid", "What happened at Anbar during 2025?"),
        ("happened --during 2025 --category strike", "DEFINITE: The strike", None),
        (
            "who-took-part strike",
            "DEFINITE: Iraqi armed forces, The coalition",
            "Who took part in The strike at any time?",
        ),
        ("who-took-part strike --on 2025-06-01", "DEFINITE: Iraqi armed forces", None),
        ("who-took-part strike --role leads", "DEFINITE: The coalition", None),
        ("who-took-part strike --by isis", "NO_EVIDENCE: nothing speaks to it", None),
        ("who-was-responsible strike", "POSSIBLE: ISIS", "Who is said to be responsible for The strike?"),
        ("who-was-responsible strike --by us", "NO_EVIDENCE: nothing speaks to it", None),
        ("agreements-in-force --on 2025-06-01", "DEFINITE: Strategic framework", None),
        ("agreements-in-force --on 2025-06-01 --party us", "DEFINITE: Strategic framework", None),
        ("agreements-in-force --on 2025-06-01 --party isis", "NO_EVIDENCE: nothing speaks to it", None),
        ("when presence of=us at=al-asad", "DEFINITE: from 2025-01-01 to 2025-12-31", None),
        ("when presence of=us at=syria", "NO_EVIDENCE: nothing speaks to it", None),
    ],
)
def test_each_question_is_asked_with_what_it_takes(
    told: Path, arguments: str, first: str, question: str | None
) -> None:
    lines = ask(told, *arguments.split()).out.splitlines()
    assert lines[0] == first
    assert lines[2] == question or question is None


@pytest.mark.parametrize(
    "arguments",
    [
        "who-owned al-asad --on 2025-06-01",
        "who-was-at anbar --during 2025",
        "who-held commander --on 2025-06-01",
        "affiliations army --on 2025-06-01",
        "totals drawdown --during 2016",
        "under-way resolve --on 2025-06-01",
        "purposes us --on 2025-06-01",
        "happened --during 2025",
        "who-took-part strike",
        "who-was-responsible strike",
        "agreements-in-force --on 2025-06-01",
        "when presence of=us",
    ],
)
def test_each_answer_is_the_same_object_of_json(told: Path, arguments: str) -> None:
    content = ask(told, *arguments.split(), "--json").json
    assert list(content)[:4] == ["question", "status", "holds", "value"]
    assert content["candidates"]
    assert list(content)[-5:] == ["modality", "as_known_on", "only", "without", "dataset"]


def test_what_is_signed_alone_is_noted(told: Path) -> None:
    assert (
        "Notes\n  Joint statement is said to be signed, and nobody says that it is in force\n"
        in ask(told, "agreements-in-force", "--on", "2025-06-01").out
    )


def test_the_commitments_of_a_day(told: Path) -> None:
    said = ask(told, "commitments", "--on", "2025-12-15").out
    assert said.startswith(
        "Where the commitments stood on 2025-12-15?\n\nTo train train\n  DEFINITE: met\n\nTerms\n  commitment terms: "
    )
    assert "\nTo leave leave\n  DEFINITE: overdue\n" in said
    assert "\nNotes\n  a deadline that passed is not by itself a breach\n" in said
    within = ask(told, "commitments", "--on", "2025-12-15", "--agreement", "Joint statement", "--by", "coalition").out
    assert "To train" not in within


def test_commitments_as_json(told: Path) -> None:
    content = ask(told, "commitments", "--on", "2025-09-15", "--agreement", "statement", "--json").json
    (found,) = content["commitments"]
    assert {key: found[key] for key in ("commitment", "label", "agreement", "overdue", "deadlines")} == {
        "commitment": "leave",
        "label": "To leave",
        "agreement": "statement",
        "overdue": "maybe",
        "deadlines": ["2025-09"],
    }
    assert found["terms"][0]["says"]["due"] == "2025-09"
    assert (found["answer"]["status"], found["answer"]["value"], found["answer"]["label"]) == ("DEFINITE", "due", "due")
    assert content["question"] == "Where the commitments in Joint statement stood on 2025-09-15?"


def test_no_commitments(told: Path) -> None:
    said = ask(told, "commitments", "--on", "2025-12-15", "--by", "isis").out
    assert said == "Where the commitments, owed by ISIS stood on 2025-12-15?\n  Nothing speaks of any.\n"


def test_a_period_is_an_object_of_json(told: Path) -> None:
    assert ask(told, "when", "presence", "of=us", "--json").json["value"] == {
        "start": "2025-01-01",
        "end": "2025-12-31",
        "end_kind": "asserted",
    }


@pytest.mark.parametrize(
    ("kind", "subject", "line"),
    [
        ("agreement_status", "framework", "  2025-01-01 to 2025-12-31  DEFINITE     in force"),
        ("commitment_terms", "leave", "  2024-09-27 to 2030-01-01  DEFINITE     2025-09"),
        ("commitment_status", "train", "  2025-12-01 to 2025-12-31  DEFINITE     met"),
        ("participation", "strike", "  2025-01-01 to 2025-12-31  DEFINITE     Iraqi armed forces"),
        ("purpose", "us", "  2025-01-01 to 2025-12-31  DEFINITE     fight ISIS, train Iraqis"),
    ],
)
def test_the_history_of_every_state_can_be_followed(told: Path, kind: str, subject: str, line: str) -> None:
    assert line in ask(told, "history", subject, "--kind", kind).out.splitlines()


def test_a_history_of_terms_without_a_deadline_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "terms.json"
    path.write_text(dumps(data(terms(None))), encoding="utf-8")
    assert "DEFINITE     not stated\n" in run("history", "leave", "--kind", "commitment_terms", "--data", str(path)).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "who-owned al-asad",
            "say of which time: --on (that day), --during (at some time in a window) or --throughout",
        ),
        ("happened", "say of which time: --on (that day) or --during (at some time in a window)\n"),
        ("happened --throughout 2025", "No such option"),
        ("who-took-part strike --on 2025-01-02 --during 2025", "say of one time only: --on"),
        ("who-was-responsible strike --on 2025-01-02", "No such option"),
        ("commitments", "Missing option '--on'"),
        ("commitments --on 2025-01", "Invalid value for '--on': expected one day, and '2025-01' is more"),
        ("totals strikes", "Missing option '--during'"),
        ("totals camels --during 2016", "nobody counts 'camels' here; what is counted is personnel, "),
        ("totals strikes --during 2016 --counted vehicles", "counted= goes with a change of strength"),
        ("who-took-part al-asad", "no operation or event or agreement has the id or name 'al-asad'"),
        ("when haunting", "Invalid value for 'KIND'"),
        ("when presence us", "expected a field and its value, such as of=us-forces, not 'us'"),
        ("when presence of=us of=iraq", "expected each field once, not 'of=iraq'"),
        (
            "when presence modality=planned",
            "expected a field and its value, such as of=us-forces, not 'modality=planned'",
        ),
        ("when presence by=us", "presence has no field by; it has "),
    ],
)
def test_wrong_usage_is_2(told: Path, arguments: str, message: str) -> None:
    said = run(*arguments.split(), "--data", str(told))
    assert (said.code, said.out) == (2, "")
    assert message in said.err


def test_every_option_reaches_its_question(told: Path) -> None:
    """As known on a day, and of some sources: what was told later, or by others, is not there."""
    for arguments in ("agreements-in-force --on 2025-06-01", "who-was-responsible strike", "when presence of=us"):
        known = ask(told, *arguments.split(), "--as-known-on", "2025-12-31", "--json").json
        assert (known["status"], known["as_known_on"]) == ("NO_EVIDENCE", "2025-12-31")
    known = ask(told, "commitments", "--on", "2025-12-15", "--without", "articles", "--json").json
    assert (known["commitments"], known["without"]) == ([], ["articles"])


def test_what_says_when_it_is_due_is_plain_json(told: Path) -> None:
    """A date among the fields of a claim is its text, also where the claim is shown by itself."""
    content = ask(told, "show", "leave", "--json").json
    said = [claim["says"] for group in content["claims"] for claim in group["claims"] if claim["id"] == "terms"]
    assert json.loads(json.dumps(said))[0]["due"] == "2025-09"


def test_a_name_in_the_data_acts_on_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text(dumps(data(terms("2025-09", what="leave \u202e now"))), encoding="utf-8")
    said = run("commitments", "--on", "2025-10-01", "--data", str(path))
    assert "\u202e" not in said.out
    assert r"leave \u202e now" in said.out
