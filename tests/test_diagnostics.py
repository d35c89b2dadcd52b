import attrs
import pytest

from oirmodel.diagnostics import Finding, Severity

FINDING = Finding(
    code="OIR101",
    severity=Severity.ERROR,
    message="no entity has the id 'al-assad'",
    pointer="/controls/0/of",
    subjects=("control-1", "al-assad"),
    hint="did you mean 'al-asad'?",
    line=12,
    column=7,
)


def test_reads_as_one_line() -> None:
    assert str(FINDING) == (
        "OIR101 error at /controls/0/of (line 12, column 7): no entity has the id 'al-assad' (did you mean 'al-asad'?)"
    )


def test_what_is_not_known_is_left_out() -> None:
    finding = Finding(code="OIR201", severity=Severity.WARNING, message="it ends before it starts")
    assert str(finding) == "OIR201 warning: it ends before it starts"
    assert str(attrs.evolve(finding, line=3)) == "OIR201 warning (line 3): it ends before it starts"


def test_is_a_value() -> None:
    assert attrs.evolve(FINDING) == FINDING
    assert hash(attrs.evolve(FINDING)) == hash(FINDING)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FINDING.code = "OIR102"  # type: ignore[misc]  # what is tested


def test_severities_are_written_so() -> None:
    assert [each.value for each in Severity] == ["error", "warning", "note"]
