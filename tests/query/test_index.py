"""The index of a kind: the value on any day, straight from steps, as the question about that day would give it."""

import random
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import Claim, Control
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.query import Dataset, Index, Verdict
from oirmodel.query.questions import indexing
from oirmodel.temporal import Period
from oirmodel.temporal.days import day_of
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    control,
    data,
    posting,
    presence,
    says,
)
from tests.query.worlds import Jumble, day, jumbles

OFFSET: Final = day_of(2020, 1, 1) - 1


def read(index: Index, subject: str, moments: list[int]) -> list[tuple[str, Any]]:
    """The statuses and the values on some days of the small calendar."""
    verdicts = [index.on(subject, OFFSET + moment) for moment in moments]
    return [(each.status, each.value) for each in verdicts]


def agrees(dataset: Dataset, kind: type[Claim], ask: Any, subject: str, moments: list[int]) -> None:  # noqa: ANN401
    """Assert that the index gives on each day what the question gives, in whatever order the days are asked about."""
    index = dataset.index(kind)
    for moment in moments:
        answer = ask(dataset, subject, on=day(moment))
        assert index.on(subject, OFFSET + moment) == (answer.status, answer.value), answer.explain()


@given(jumbles(), st.sampled_from((None, 4)), st.permutations(range(-1, 13)))
def test_the_index_agrees_with_the_question_about_each_day(
    jumble: Jumble, known: int | None, moments: list[int]
) -> None:
    """Whatever the claims, in any view."""
    dataset = jumble.dataset if known is None else jumble.dataset.as_known(on=day(known))
    for site in jumble.question.sites:
        agrees(dataset, jumble.question.kind, jumble.question.ask, site, moments)


def _date(low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    return day(low or 0) if low == high else f"[{'' if low is None else day(low)}..{'' if high is None else day(high)}]"


def _tenures(draw: random.Random) -> list[Claim]:
    """A row of full controllers, some with vague dates, some seen only, some in each other's way."""
    actors = draw.choice((("us", "isis"), ("us", "iraq", "isis"), ("us", "iraq", "isis", "police", "coalition")))
    orderly, begins = draw.random() < 0.7, draw.randrange(0, 4)
    slack = (0, 0, 0, 1, 2, 4)

    def around(moment: int) -> str | None:
        low = None if draw.random() < 0.1 else moment - draw.choice(slack)
        return _date(low, None if draw.random() < 0.1 else moment + draw.choice(slack))

    claims: list[Claim] = []
    for number in range(draw.randrange(1, 9)):
        first = begins if orderly else draw.randrange(0, 30)
        last = first + draw.randrange(0, 8)
        begins = last + draw.randrange(-1 if draw.random() < 0.3 else 0, 5)
        sort = draw.choice(("seen", "seen in a window", "open", "open", "unknown", "given", "given", "given", "given"))
        reported = day(last + draw.randrange(0, 20))
        if sort == "seen":
            period = Period.observed(day(first))
        elif sort == "seen in a window":
            period = Period.observed(f"{day(first)}/{day(last)}")
        elif sort == "given":
            period = Period(start=around(first), end=around(last))
        else:
            period = Period(start=around(first), end=".." if sort == "open" else None)
        claims.append(
            says(
                Control,
                period,
                id=f"c-{number}",
                of="al-asad",
                by=draw.choice(actors),
                degree="full",
                reported=reported,
            )
        )
    return [*claims, *_amendments(draw, claims, actors)]


def _amendments(draw: random.Random, claims: list[Claim], actors: tuple[str, ...]) -> list[Claim]:
    """Claims that take some of these back, in part or as a whole; some of them are taken back too."""
    made: list[Claim] = []
    for number in range(len(claims)):
        if draw.random() < 0.15:
            wrong = draw.choice([*claims, *made])
            ties: dict[str, Any] = {draw.choice(("corrects", "corrects", "supersedes", "retracts")): [wrong.id]}
            made.append(
                says(
                    Control,
                    wrong.period if draw.random() < 0.7 else Period.exactly(f"{day(3)}/{day(9)}"),
                    id=f"amended-{number}",
                    of="al-asad",
                    by=draw.choice(actors),
                    degree="full",
                    modality=draw.choice(("asserted", "asserted", "asserted", "alleged")),
                    reported=draw.choice((day(draw.randrange(0, 40)), f"[{day(8)}..{day(20)}]")),
                    **ties,
                )
            )
    return made


@pytest.mark.parametrize("seed", range(150))
def test_the_steps_of_a_row_of_tenures_agree_with_the_question_about_each_day(seed: int) -> None:
    """Laid out in one pass, without the grading that the question goes through."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    dataset = data(*_tenures(draw))
    if draw.random() < 0.5:
        dataset = dataset.as_known(on=day(draw.randrange(0, 40)))
    moments = list(range(-3, 60))
    draw.shuffle(moments)
    agrees(dataset, Control, Dataset.who_controlled, "al-asad", moments)


PLAIN: Final = (
    control("us", f"{day(3)}/[{day(5)}..{day(6)}]", id="a"),
    control("isis", f"[{day(9)}..{day(10)}]/..", id="b", reported=day(12)),
    control("iraq", Period.observed(day(20)), id="c"),
)


def test_the_steps_of_plain_tenures() -> None:
    """Certain, over or perhaps not, gone, perhaps begun, certain, and presumed until a sighting that may be the end."""
    index = data(*PLAIN).index("control")
    assert read(index, "al-asad", [2, 3, 5, 6, 7, 9, 10, 12, 13, 20, 25]) == [
        (NO_EVIDENCE, None),
        (DEFINITE, "us"),
        (DEFINITE, "us"),
        (POSSIBLE, "us"),
        (PRESUMED, None),
        (POSSIBLE, "isis"),
        (DEFINITE, "isis"),
        (DEFINITE, "isis"),
        (POSSIBLE, "isis"),
        (DEFINITE, "iraq"),
        (PRESUMED, "iraq"),
    ]


def test_plain_tenures_need_no_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is laid out is not graded again; that is what the index is for."""
    monkeypatch.setattr(indexing.Index, "_settled", None)
    index = data(*PLAIN).index("control")
    assert index.on("al-asad", OFFSET + 6) == Verdict(POSSIBLE, "us")
    assert index.on("al-asad", OFFSET + 25) == Verdict(PRESUMED, "iraq")


def test_what_is_in_conflict_is_graded_and_kept() -> None:
    index = data(control("us", f"{day(3)}/{day(8)}"), control("isis", f"{day(5)}/{day(10)}")).index(Control)
    assert read(index, "al-asad", [4, 6, 4, 6, 12]) == [
        (DEFINITE, "us"),
        (CONTESTED, ("us", "isis")),
        (DEFINITE, "us"),
        (CONTESTED, ("us", "isis")),
        (PRESUMED, None),
    ]


def test_a_claim_that_was_corrected_as_a_whole_needs_no_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known to be wrong from the 15th on: until then it was us, since then isis."""
    monkeypatch.setattr(indexing.Index, "_settled", None)
    dataset = data(
        control("us", f"{day(3)}/{day(8)}", id="wrong", reported=day(9)),
        control("isis", f"{day(3)}/{day(8)}", id="better", corrects=["wrong"], reported=day(15)),
    )
    assert read(dataset.as_known(on=day(14)).index("control"), "al-asad", [5]) == [(DEFINITE, "us")]
    assert read(dataset.as_known(on=day(15)).index("control"), "al-asad", [5]) == [(DEFINITE, "isis")]
    assert read(dataset.index("control"), "al-asad", [5, 9]) == [(DEFINITE, "isis"), (PRESUMED, None)]


def test_on_the_day_of_a_change_of_command_both_are_named_in_order() -> None:
    index = data(posting("smith", f"{day(1)}/{day(5)}"), posting("jones", f"{day(5)}/{day(9)}")).index("posting")
    assert read(index, "commander", [4, 5, 6]) == [
        (DEFINITE, "smith"),
        (DEFINITE, ("smith", "jones")),
        (DEFINITE, "jones"),
    ]


def test_a_view_has_an_index_of_its_own() -> None:
    """As known on the 12th, the sighting of the 20th is not known, and of the days after nothing is sure."""
    dataset = data(
        control("us", f"{day(3)}/{day(8)}", reported=day(9)),
        control("iraq", Period.observed(day(20)), reported=day(21)),
    )
    known = dataset.as_known(on=day(12)).index("control")
    assert read(known, "al-asad", [5, 12, 20]) == [(DEFINITE, "us"), (PRESUMED, None), (POSSIBLE, None)]
    assert read(dataset.index("control"), "al-asad", [20]) == [(DEFINITE, "iraq")]


def test_several_values_at_once_are_given_together() -> None:
    index = data(presence("us", f"{day(3)}/{day(8)}"), presence("iraq", f"{day(5)}/{day(10)}")).index("presence")
    assert read(index, "al-asad", [4, 6, 9]) == [
        (DEFINITE, ("us",)),
        (DEFINITE, ("us", "iraq")),
        (DEFINITE, ("iraq",)),
    ]


def test_it_lays_out_every_subject_when_told_to() -> None:
    dataset = data(control("us", f"{day(3)}/{day(8)}"), control("us", f"{day(3)}/{day(8)}", of="k-1", id="elsewhere"))
    assert dataset.index("control").build() == 2
    assert dataset.index("control") is dataset.index(Control)


def test_a_subject_that_nobody_speaks_of_has_no_evidence() -> None:
    assert data().index("control").on("k-1", OFFSET) == Verdict(NO_EVIDENCE, None)


def test_a_subject_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UnknownName, match="'k-2'"):
        data().index("control").on("k-2", OFFSET)


@pytest.mark.parametrize("kind", ["strength", "occurrence", "tally", "same_as"])
def test_there_is_no_index_of_what_has_no_one_value_on_a_day(kind: str) -> None:
    with pytest.raises(InvalidQuestion, match=f"no index is kept of {kind}"):
        data().index(kind)
