"""What each check finds, and what it leaves alone."""

from typing import Any

import pytest

from oirmodel import Dataset, Finding, Period, Severity, check
from oirmodel.claims import Claim, Control, Presence, SameAs
from oirmodel.entities import Force, Installation, Source
from oirmodel.provenance import Citation
from tests.making import claim, make

READ = make(Source, id="src-report", title="A report", accessed="2026-02-01")
THINGS = (make(Force, id="iraq"), make(Force, id="us"), make(Installation, id="al-asad"))


def found(*claims: Claim) -> tuple[Finding, ...]:
    return check(Dataset(entities=THINGS, sources=(READ,), claims=claims))


def control(an_id: str, /, **fields: Any) -> Claim:  # noqa: ANN401 - the fields of a control
    given: dict[str, Any] = {"of": "al-asad", "by": "iraq", "degree": "full"}
    return claim(Control, id=an_id, **(given | fields))


def test_what_is_in_order_is_not_a_finding() -> None:
    assert found(control("a", period=Period.by("2026-01-17"))) == ()


@pytest.mark.parametrize(
    ("fields", "pointer", "message"),
    [
        ({"of": "al-assad"}, "/controls/0/of", "a: the id 'al-assad' names nothing"),
        ({"of": "us"}, "/controls/0/of", "a: the id 'us' is a force"),
        ({"corrects": ["gone"]}, "/controls/0/corrects/0", "a: the id 'gone' names nothing"),
        (
            {"citations": [make(Citation, source="src-lost")]},
            "/controls/0/citations/0/source",
            "a: the id 'src-lost' names nothing",
        ),
    ],
)
def test_an_id_names_something_that_fits(fields: dict[str, Any], pointer: str, message: str) -> None:
    (finding,) = found(control("a", **fields))
    assert (finding.code, finding.severity, finding.pointer) == ("OIR101", Severity.ERROR, pointer)
    assert finding.message == message


def test_a_claim_outside_a_view_is_no_dangling_id() -> None:
    old, new = control("a", reported="2026-01-01"), control("b", corrects=["a"], reported="2026-01-20")
    other = make(Source, id="src-other", title="Another")
    moved = control("c", corrects=["a"], citations=[make(Citation, source="src-other")])
    dataset = Dataset(entities=THINGS, sources=(READ, other), claims=(old, new, moved))
    assert check(dataset.only("src-other")) == ()


def test_a_period_ends_no_earlier_than_it_starts() -> None:
    (finding,) = found(control("a", period=Period(start="2026-01-10", end="2026-01-02")))
    assert (finding.code, finding.severity, finding.pointer) == ("OIR201", Severity.WARNING, "/controls/0/period")
    assert finding.message == "a: the period '2026-01-10/2026-01-02' ends before it starts"


@pytest.mark.parametrize(
    ("period", "side"),
    [(Period(start="2026-02"), "began: '2026-02'"), (Period(start="2025", end="2026-03-01"), "ended: '2026-03-01'")],
)
def test_nothing_is_reported_before_it_happened(period: Period, side: str) -> None:
    (finding,) = found(control("a", period=period))
    assert (finding.code, finding.pointer) == ("OIR202", "/controls/0/reported")
    assert finding.message == f"a: reported '2026-01-17', before it {side}"


@pytest.mark.parametrize("modality", ["planned", "predicted"])
def test_a_plan_is_reported_before(modality: str) -> None:
    assert found(control("a", period=Period(start="2026-02"), modality=modality)) == ()


def test_what_may_have_happened_by_then_is_left_alone() -> None:
    assert found(control("a", period=Period(start="2026-01", end="2026"))) == ()


def test_that_two_ids_are_one_is_as_of_its_report() -> None:
    assert found(claim(SameAs, id="a", one="iraq", other="us", period=Period(start="2026-02"))) == ()


def test_nothing_is_reported_after_its_source_was_read() -> None:
    (finding,) = found(control("a", reported="2026-02-02"))
    assert (finding.code, finding.pointer) == ("OIR203", "/controls/0/reported")
    assert finding.message == "a: reported '2026-02-02', after the reading of src-report, '2026-02-01'"


def test_nothing_is_reported_after_it_was_recorded() -> None:
    (finding,) = found(control("a", recorded="2026-01-16"))
    assert finding.message == "a: reported '2026-01-17', after its own record, '2026-01-16'"


def test_a_report_of_the_very_day_is_left_alone() -> None:
    assert found(control("a", reported="2026-02-01", recorded="2026-02-01")) == ()


MAY = Period.exactly("2020-05")


def test_two_do_not_fully_control_one_place_on_one_day() -> None:
    (finding,) = found(control("a", period=MAY), control("b", by="us", period=Period.exactly("2020-05-10/2020-06-10")))
    assert (finding.code, finding.severity, finding.pointer) == ("OIR301", Severity.WARNING, "/controls/0/by")
    assert finding.message == "a, b: 'iraq' and 'us' both fully control 'al-asad'"
    assert finding.subjects == ("a", "b")


@pytest.mark.parametrize(
    "other",
    [
        control("b", by="us", degree="partial", period=MAY),
        control("b", by="us", period=Period.exactly("2020-05-31/2020-06-30")),
        control("b", by="us", period=MAY, modality="planned"),
        control("b", period=Period.exactly("2020-05-10/2020-06-10")),
        claim(Presence, id="b", of="us", at="al-asad", period=MAY),
    ],
    ids=["partial", "hand-over", "planned", "the same actor", "presence"],
)
def test_what_leaves_room_is_left_alone(other: Claim) -> None:
    assert [each.code for each in found(control("a", period=MAY), other)] == []


def test_everything_is_found_at_once() -> None:
    findings = found(
        control("a", of="lost", period=Period(start="2026-01-10", end="2026-01-02")),
        control("b", recorded="2026-01-01"),
    )
    assert [each.code for each in findings] == ["OIR101", "OIR201", "OIR203"]
