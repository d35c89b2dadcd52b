"""Commitments on a day: what was due, overdue or met, and what is never concluded from a deadline."""

import pytest

from oirmodel.errors import InvalidQuestion
from oirmodel.query import Duty, DutyState
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.truth import Truth
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    affiliation,
    data,
    done,
    ids,
    same_as,
    terms,
)

YES, MAYBE, NO = Truth.YES, Truth.MAYBE, Truth.NO
MET, DUE, OVERDUE = DutyState.MET, DutyState.DUE, DutyState.OVERDUE
DUE_LATER, NO_DEADLINE = DutyState.DUE_LATER, DutyState.NO_DEADLINE


def duty(*claims: object, on: str, known: str | None = None) -> Duty:
    """The one duty of these claims."""
    told = data(*claims) if known is None else data(*claims).as_known(on=known)  # type: ignore[arg-type]
    (found,) = told.commitments(on=on)
    return found


@pytest.mark.parametrize(
    ("due", "on", "value", "overdue"),
    [
        ("2025-09-30", "2025-09-29", DUE_LATER, NO),
        ("2025-09-30", "2025-09-30", DUE, NO),
        ("2025-09-30", "2025-10-01", OVERDUE, YES),
        ("2025-09", "2025-08-31", DUE_LATER, NO),
        ("2025-09", "2025-09-01", DUE, NO),
        ("2025-09", "2025-09-02", DUE, MAYBE),
        ("2025-09", "2025-09-30", DUE, MAYBE),
        ("2025-09", "2025-10-01", OVERDUE, YES),
        ("[..2025-12-31]", "2025-12-31", DUE, MAYBE),
        ("[..2025-12-31]", "2026-01-01", OVERDUE, YES),
        ("[2025-09-01..]", "2030-01-01", DUE, MAYBE),
        (None, "2025-10-01", NO_DEADLINE, NO),
    ],
)
def test_the_deadline_decides_where_nobody_says_what_was_done(
    due: str | None, on: str, value: DutyState, overdue: Truth
) -> None:
    found = duty(terms(due), on=on)
    assert (found.value, found.status, found.overdue) == (value, DEFINITE, overdue)


def test_an_overdue_commitment_is_never_called_a_breach() -> None:
    found = duty(terms("2025-09", id="terms"), on="2025-10-01")
    assert found.answer.about(DutyState.BREACHED) is None
    assert found.answer.remarks == ("a deadline that passed is not by itself a breach",)
    assert ids(found.answer.supporting) == ["terms"]


@pytest.mark.parametrize("status", ["met", "partly-met", "breached", "waived", "deferred"])
def test_what_is_said_to_be_done_comes_before_the_deadline(status: str) -> None:
    found = duty(terms("2025-09"), done(status, "2025-10-01/2025-12-31", id="done"), on="2025-11-01")
    assert (found.value, found.status) == (DutyState(status), DEFINITE)
    assert ids(found.answer.supporting) == ["done"]
    assert duty(terms("2025-09"), done(status, "2025-10-01/2025-12-31"), on="2025-09-15").answer.about(DUE) is not None


@pytest.mark.parametrize(
    ("status", "overdue"), [("met", NO), ("waived", NO), ("deferred", MAYBE), ("partly-met", YES), ("breached", YES)]
)
def test_what_is_still_owed_after_the_deadline_is_overdue(status: str, overdue: Truth) -> None:
    assert duty(terms("2025-09"), done(status, "2025-10-01/2025-12-31"), on="2025-11-01").overdue is overdue


def test_once_met_it_is_presumed_to_stay_met() -> None:
    found = duty(terms("2025-09"), done("met", Period.by("2025-09-20"), reported="2025-09-20"), on="2026-06-01")
    assert (found.value, found.status, found.overdue) == (MET, PRESUMED, NO)


def test_pending_leaves_it_to_the_deadline() -> None:
    found = duty(terms("2025-09", id="terms"), done("pending", "2025-01-01/2025-12-31", id="done"), on="2025-11-01")
    assert (found.value, found.status, found.overdue) == (OVERDUE, DEFINITE, YES)
    assert ids(found.answer.supporting) == ["terms", "done"]


def test_pending_without_terms_has_no_deadline() -> None:
    found = duty(done("pending", "2025-01-01/2025-12-31"), on="2025-11-01")
    assert (found.value, found.status, found.terms, found.deadlines) == (NO_DEADLINE, DEFINITE, (), ())


def test_a_plan_is_never_a_fulfilment() -> None:
    for modality in ("planned", "predicted"):
        found = duty(terms("2025-09"), done("met", "2025-09-01/..", modality=modality, id="plan"), on="2025-11-01")
        assert (found.value, found.overdue) == (OVERDUE, YES)
        assert ids(found.answer.nearest) == ["plan"]


def test_an_alleged_fulfilment_makes_it_possible_and_no_more() -> None:
    found = duty(terms("2025-09"), done("met", "2025-09-01/..", modality="alleged"), on="2025-11-01")
    assert (found.status, set(found.value), found.overdue) == (POSSIBLE, {MET, OVERDUE}, MAYBE)


def test_a_denied_fulfilment_is_none() -> None:
    found = duty(terms("2025-09"), done("met", "2025-09-01/2025-12-31", modality="denied", id="no"), on="2025-11-01")
    assert (found.value, found.status, found.overdue) == (OVERDUE, DEFINITE, YES)
    denied = found.answer.about(MET)
    assert denied is not None
    assert (denied.holds, denied.status, ids(found.answer.opposing)) == (False, DEFINITE, ["no"])


def test_met_and_breached_are_contested() -> None:
    year = "2025-10-01/2025-12-31"
    found = duty(terms("2025-09"), done("met", year), done("breached", year), on="2025-11-01")
    assert (found.status, set(found.value), found.overdue) == (CONTESTED, {MET, DutyState.BREACHED}, MAYBE)


# Several accounts of the terms


def test_deadlines_that_share_no_day_are_kept_and_said_to_conflict() -> None:
    claims = terms("2025-09", id="one"), terms("2025-12", id="two")
    found = duty(*claims, on="2025-10-15")
    assert (found.value, found.status, found.overdue) == (DUE, CONTESTED, MAYBE)
    assert found.deadlines == (ImpreciseDate.parse("2025-09"), ImpreciseDate.parse("2025-12"))
    assert found.answer.remarks == ("two deadlines of this commitment share no day: 2025-09 and 2025-12",)
    assert ids(found.terms) == ["one", "two"]
    assert duty(*claims, on="2026-01-01").value is OVERDUE
    assert duty(*claims, on="2025-08-31").value is DUE_LATER


def test_deadlines_presumed_to_stand_that_share_no_day_contest_what_depends_on_which_is_right() -> None:
    claims = terms("2025-09", reported="2024-10-01"), terms("2025-12", reported="2024-10-01")
    assert (duty(*claims, on="2025-10-15").value, duty(*claims, on="2025-10-15").status) == (DUE, CONTESTED)
    assert (duty(*claims, on="2026-01-01").value, duty(*claims, on="2026-01-01").status) == (OVERDUE, PRESUMED)


def test_a_coarser_deadline_conflicts_with_nobody_and_delays_what_is_overdue() -> None:
    claims = terms("2025-09"), terms("[..2025-12-31]")
    found = duty(*claims, on="2025-10-15")
    assert (found.value, found.status, found.overdue, found.answer.remarks) == (DUE, DEFINITE, MAYBE, ())
    assert duty(*claims, on="2026-01-01").value is OVERDUE


def test_a_later_deadline_replaces_an_earlier_one() -> None:
    found = duty(terms("2025-09", reported="2024-09-27"), terms("2026-06", "2025-08-01/..", id="new"), on="2025-10-15")
    assert (found.value, found.deadlines, ids(found.terms)) == (DUE_LATER, (ImpreciseDate.parse("2026-06"),), ["new"])


def test_an_alleged_deadline_contests_one_that_it_shares_no_day_with() -> None:
    claims = terms("2025-09"), terms("2025-12", modality="alleged")
    assert (duty(*claims, on="2025-10-15").value, duty(*claims, on="2025-10-15").status) == (DUE, CONTESTED)
    assert duty(*claims, on="2026-01-01").value is OVERDUE


def test_an_alleged_deadline_that_fits_leaves_it_possible_until_it_has_passed_too() -> None:
    claims = terms("2025-09"), terms("[..2025-12-31]", modality="alleged")
    assert (duty(*claims, on="2025-10-15").value, duty(*claims, on="2025-10-15").status) == (DUE, POSSIBLE)
    assert (duty(*claims, on="2026-01-01").value, duty(*claims, on="2026-01-01").status) == (OVERDUE, DEFINITE)


def test_denied_and_planned_terms_set_no_deadline() -> None:
    for modality in ("denied", "planned"):
        found = duty(terms("2025-09", modality=modality), done("pending", "2025/.."), on="2025-11-01")
        assert (found.value, found.deadlines) == (NO_DEADLINE, ())


def test_terms_of_no_stated_time_make_it_possible_and_no_more() -> None:
    found = duty(terms("2025-09", Period(), id="undated"), on="2025-11-01")
    assert (found.value, found.status, found.overdue, ids(found.terms)) == (OVERDUE, POSSIBLE, YES, ["undated"])
    assert found.answer.remarks[0] == "undated does not say that its terms held on the day"


def test_terms_that_no_longer_held_set_no_deadline() -> None:
    found = duty(terms("2025-09", "2024-09-27/2025-06-30"), on="2025-11-01")
    assert (found.value, found.status, found.answer.candidates, found.overdue) == (None, NO_EVIDENCE, (), NO)


def test_a_season_is_that_of_the_hemisphere() -> None:
    told = data(terms("2025-22"))
    assert told.commitments(on="2025-09-15")[0].value is OVERDUE
    assert told.commitments(on="2025-11-15", hemisphere="southern")[0].value is DUE_LATER


# As known


def test_what_was_done_is_as_known() -> None:
    claims = terms("2025-09", reported="2024-09-27"), done("met", Period.by("2025-09-20"), reported="2025-10-20")
    assert duty(*claims, on="2025-10-10", known="2025-10-10").value is OVERDUE
    assert duty(*claims, on="2025-10-10", known="2025-10-20").value is MET


def test_after_the_day_of_a_view_it_is_possible_at_most() -> None:
    found = duty(terms("2025-09", reported="2024-09-27"), on="2025-10-10", known="2025-08-01")
    assert (found.value, found.status, found.overdue) == (OVERDUE, POSSIBLE, MAYBE)


def test_a_view_in_which_nobody_has_spoken_has_no_duties() -> None:
    told = data(terms("2025-09", reported="2024-09-27")).as_known(on="2024-09-26").commitments(on="2025-10-10")
    assert (len(told), told.explain()) == (
        0,
        "Where the commitments stood on 2025-10-10, as known on 2024-09-26?\n  nothing speaks of any",
    )
    assert "nothing speaks of any" in told._repr_html_()


# Which commitments


def test_the_commitments_of_one_agreement() -> None:
    told = data(terms("2025-09"), terms("2025-09", of="train"), terms("2025-10", of="unlisted"))
    assert [each.commitment for each in told.commitments(on="2025-10-01")] == ["unlisted", "train", "leave"]
    within = told.commitments(on="2025-10-01", agreement="Joint statement")
    assert [(each.commitment, each.agreement) for each in within] == [("leave", "statement")]
    assert within.question == "Where the commitments in Joint statement stood on 2025-10-01?"
    assert (
        len(
            data(terms("2025-09"), same_as("statement", "framework")).commitments(
                on="2025-10-01", agreement="framework"
            )
        )
        == 1
    )


def test_the_commitments_of_one_actor() -> None:
    told = data(terms("2025-09"), terms("2025-09", of="train", by="army"), affiliation("army", "iraq"))
    assert [each.commitment for each in told.commitments(on="2025-10-01", by="iraq")] == ["train"]
    assert [each.commitment for each in told.commitments(on="2025-10-01", by="coalition")] == ["leave"]
    assert len(data(terms("2025-09", by=None)).commitments(on="2025-10-01", by="coalition")) == 0


def test_duties_are_picked_by_their_state() -> None:
    told = data(terms("2025-09"), terms("2026-09", of="train")).commitments(on="2025-10-01")
    assert [each.commitment for each in told.that_are("overdue", "due")] == ["leave"]
    assert told.about("train") is told[0]
    assert told.about("raid") is None
    with pytest.raises(ValueError, match="lost"):
        told.that_are("lost")


def test_a_month_is_no_day() -> None:
    with pytest.raises(InvalidQuestion, match="on= takes one day"):
        data().commitments(on="2025-10")


# For a reader


def test_a_duty_explains_itself() -> None:
    told = data(
        terms("2025-09", id="terms", to="iraq", condition="that Iraq asks"),
        done("met", Period.observed("2026-01-17"), id="later"),
    ).commitments(on="2025-10-01")
    owed = "To leave, owed by The coalition, to Iraqi armed forces, leave, due 2025-09, on condition: that Iraq asks"
    seen = "from 2026-01-17 or before to 2026-01-17 or after"
    cited = 'reported 2030-01-01, in "A report"'
    assert told.explain().splitlines() == [
        "Where the commitments stood on 2025-10-01?",
        "  To leave: DEFINITE: overdue",
        f"    terms: terms: commitment terms: {owed}; from 2024-09-27, still so when reported; {cited}",
        f"    nearest: later: commitment status: To leave, met; {seen}; {cited}",
        "    note: a deadline that passed is not by itself a breach",
    ]
    assert str(told[0]).startswith("To leave: DEFINITE: overdue\n  terms: ")


def test_html_is_escaped() -> None:
    told = data(terms("2025-09", what="<b>leave</b>")).commitments(on="2025-10-01")
    for text in (told._repr_html_(), told[0]._repr_html_()):
        assert "<b>" not in text
        assert "&lt;b&gt;leave&lt;/b&gt;" in text
