"""One thing or two: what a SameAs and a DifferentFrom do to every answer, and what is at odds."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import Assessment, Claim, DifferentFrom, Purpose, SameAs
from oirmodel.query import Answer, Changes, Dataset
from tests.query.building import (
    CAST,
    CONTESTED,
    DEFINITE,
    casualties,
    control,
    data,
    different_from,
    ids,
    occurrence,
    same_as,
    says,
    strength,
    tally,
)
from tests.query.worlds import DAYS, Jumble, day, jumbles

MAY: Final = "2020-05-01/2020-05-31"
DAY: Final = "2020-05-10"
FORCES: Final = ("iraq", "army", "us", "us-forces", "isis")
SITES: Final = ("al-asad", "k-1", "taji")
Say = Callable[..., SameAs | DifferentFrom]
PAIRS: Final = (*combinations(FORCES, 2), *combinations(SITES, 2), ("commander", "adviser"), ("resolve", "eagle"))


def taken_back(an_id: str, **fields: Any) -> Assessment:  # noqa: ANN401 - whatever the claim takes
    return says(Assessment, "/", of="agency", judgement="a new look", retracts=[an_id], **fields)


# in answers


def test_two_values_that_are_one_and_are_two_compete_as_if_neither_had_been_said() -> None:
    both = data(control("us", MAY), control("us-forces", MAY), same_as("us", "us-forces"))
    assert both.who_controlled("al-asad", on=DAY).status is DEFINITE
    assert both.plus(different_from("us-forces", "us")).who_controlled("al-asad", on=DAY).status is CONTESTED


def test_a_third_id_does_not_make_one_of_two_that_are_said_to_be_two() -> None:
    told = data(control("us", MAY), control("isis", MAY), same_as("us", "us-forces"), same_as("us-forces", "isis"))
    assert told.who_controlled("al-asad", on=DAY).status is DEFINITE
    parted = told.plus(different_from("us", "isis", id="two", reported="2031-03-01"))
    assert parted.who_controlled("al-asad", on=DAY).value == ("isis", "us")
    assert parted.as_known(on="2031-02-28").who_controlled("al-asad", on=DAY).status is DEFINITE
    assert parted.plus(taken_back("two")).who_controlled("al-asad", on=DAY).status is DEFINITE


SOME_FIGURES: Final = (
    strength(900, "2020-01-02/2020-01-05", id="figure"),
    strength(2000, "2020-01-04/2020-01-08", of="us-forces", id="figure-more"),
    tally(100, "2016", by="us", id="strikes"),
    tally(7, "2016", by="us-forces", id="strikes-more"),
    casualties(3, "2016", who="iraq", id="killed"),
    occurrence("raid", "2020-01-03/2020-01-03", by=["us"], at=["k-1"], id="raided"),
    says(Purpose, "2020-01-01/2020-02-01", of="resolve", aim="defeat ISIS", id="aim"),
)
"""Told beside what is drawn, so that no question is without an answer."""


def shape(answer: Answer) -> tuple[object, ...]:
    candidates = [
        (each.value, each.holds, each.status, ids(each.claims), ids(each.against)) for each in answer.candidates
    ]
    return answer.status, answer.value, candidates


def of_kind(*kinds: str) -> list[str]:
    return [each.id for each in CAST if each.kind in kinds]


def asked(told: Dataset) -> Iterator[tuple[str, Answer]]:
    """Every question about all that it can be asked about, of some days."""
    for moment in (3, 6):
        on = day(moment)
        for site in (*SITES, "anbar"):
            for ask in (Dataset.who_controlled, Dataset.who_owned, Dataset.who_was_at):
                yield f"{ask.__name__} {site} {on}", ask(told, site, on=on)
        by_subject: tuple[tuple[Callable[..., Answer], list[str]], ...] = (
            (Dataset.who_held, of_kind("post")),
            (Dataset.under_way, of_kind("operation")),
            (Dataset.purposes, of_kind("operation")),
            (Dataset.affiliations, list(FORCES)),
        )
        for ask, subjects in by_subject:
            for each in subjects:
                yield f"{ask.__name__} {each} {on}", ask(told, each, on=on)
        for force in FORCES:
            yield f"strength {force} {on}", told.strength(force, at="syria", on=on)
            yield f"by {force} {on}", told.who_controlled("al-asad", by=force, on=on)
        yield f"happened {on}", told.happened("raid", at="k-1", on=on)
    for force in FORCES:
        yield f"strikes {force}", told.totals("strikes", by=force, during="2016")
        yield f"killed {force}", told.totals("killed", who=force, during="2016")
        yield f"when {force}", told.when("presence", of=force)


def replies(told: Dataset) -> dict[str, tuple[object, ...]]:
    return {question: shape(answer) for question, answer in asked(told)}


@st.composite
def identities(draw: st.DrawFn, /, *, most: int = 3) -> tuple[SameAs | DifferentFrom, ...]:
    """Some claims of who is whom and who is not, which may contradict each other."""
    said: list[SameAs | DifferentFrom] = []
    for index in range(draw(st.integers(min_value=0, max_value=most))):
        one, other = draw(st.sampled_from(PAIRS))
        say: Say = draw(st.sampled_from((same_as, same_as, different_from)))
        modality = draw(st.sampled_from(("asserted", "asserted", "asserted", "denied", "alleged")))
        said.append(say(one, other, id=f"identity-{index}", modality=modality))
    return tuple(said)


@given(jumbles(most=4), identities(), st.sampled_from(PAIRS), st.sampled_from((same_as, different_from)))
def test_before_it_was_reported_that_two_are_one_or_two_no_answer_knows_it(
    jumble: Jumble, said: tuple[Claim, ...], pair: tuple[str, str], say: Say
) -> None:
    """As known on a day before, it is as if nobody had said so."""
    told = jumble.dataset.plus(*SOME_FIGURES, *said)
    news = say(*pair, id="news", reported="2031-03-01")
    assert replies(told.plus(news).as_known(on="2031-02-28")) == replies(told.as_known(on="2031-02-28"))


@given(jumbles(most=4), identities(), st.sampled_from(PAIRS), st.sampled_from((same_as, different_from)))
def test_retracting_it_restores_every_answer(
    jumble: Jumble, said: tuple[Claim, ...], pair: tuple[str, str], say: Say
) -> None:
    """Nothing was merged: as soon as the claim is taken back, all is as it was."""
    told = jumble.dataset.plus(*SOME_FIGURES, *said)
    news = say(*pair, id="news")
    assert replies(told.plus(news, taken_back("news"))) == replies(told)


@given(jumbles(most=4), identities(), st.sampled_from(PAIRS), st.sampled_from((same_as, different_from)))
def test_an_allegation_that_two_are_one_or_two_changes_no_answer(
    jumble: Jumble, said: tuple[Claim, ...], pair: tuple[str, str], say: Say
) -> None:
    """It neither joins nor parts."""
    told = jumble.dataset.plus(*SOME_FIGURES, *said)
    news = say(*pair, id="news", modality="alleged")
    assert replies(told.plus(news)) == replies(told)


@given(jumbles(most=4), st.sampled_from(PAIRS))
def test_that_two_are_different_changes_nothing_where_nobody_made_them_one(
    jumble: Jumble, pair: tuple[str, str]
) -> None:
    """And said beside its own contrary, it leaves what was there before both."""
    told = data(*(each for each in jumble.claims if each.kind != "same_as"), *SOME_FIGURES)
    parted = told.plus(different_from(*pair))
    assert replies(parted) == replies(told)
    assert replies(parted.plus(same_as(*pair))) == replies(told)


# in what changed

LATE: Final = {"reported": "2031-03-01"}


def flips(changes: Changes) -> set[tuple[str, str | None, int]]:
    """Each question that was answered otherwise, on each of the days that are looked at."""
    return {
        (flip.kind, flip.of, moment)
        for flip in changes.flipped
        for moment in DAYS
        if flip.modality is None
        and (flip.first is None or flip.first.isoformat() <= day(moment))
        and (flip.last is None or day(moment) <= flip.last.isoformat())
    }


def told_on(told: Dataset, kind: type[Claim], subject: str) -> list[object]:
    """What a history tells of each of the days, without the claims that carry it."""
    timeline = told.history(kind, subject, during=f"{day(DAYS[0])}/{day(DAYS[-1])}")
    found: list[object] = []
    for moment in DAYS:
        (segment,) = (
            each
            for each in timeline.segments
            if (each.first is None or each.first.isoformat() <= day(moment))
            and (each.last is None or day(moment) <= each.last.isoformat())
        )
        shown = [each for each in segment.candidates if each.holds] or segment.candidates
        found.append((segment.status, {(each.value, each.holds, each.status) for each in shown}))
    return found


@given(jumbles(most=4), identities(), st.sampled_from(PAIRS), st.sampled_from(("one", "two", "two-no-more")))
def test_every_answer_that_an_identity_changes_is_told(
    jumble: Jumble, said: tuple[Claim, ...], pair: tuple[str, str], news: str
) -> None:
    """And no other: what is told is just what the histories of the two days differ in."""
    reported: dict[str, list[Claim]] = {
        "one": [same_as(*pair, id="news", **LATE)],
        "two": [different_from(*pair, id="news", **LATE)],
        "two-no-more": [different_from(*pair, id="news"), taken_back("news", **LATE)],
    }
    told = jumble.dataset.plus(*said, *reported[news])
    kind = jumble.question.kind
    before, after = told.as_known(on="2031-02-01"), told.as_known(on="2031-04-01")
    subjects = {
        "posting": of_kind("post"),
        "operation_status": of_kind("operation"),
    }.get(kind.kind, of_kind("installation", "place"))
    expected = {
        (kind.kind, subject, moment)
        for subject in subjects
        for moment, was, now in zip(DAYS, told_on(before, kind, subject), told_on(after, kind, subject), strict=True)
        if was != now
    }
    assert flips(told.changes_between("2031-02-01", "2031-04-01", kind=kind)) == expected


def test_learning_that_two_are_two_changes_the_answers_that_the_join_had_made() -> None:
    told = data(
        control("us", MAY),
        tally(100, "2016", by="us"),
        same_as("al-asad", "k-1"),
        same_as("k-1", "taji"),
        same_as("us", "us-forces"),
        different_from("al-asad", "taji", **LATE),
        different_from("us", "us-forces", **LATE),
    )
    changes = told.changes_between("2031-02-01", "2031-04-01")
    flipped = {(each.question, each.after.status.value) for each in changes.flipped if f"{each.first}" < "2031"}
    assert flipped == {
        ("control, K-1", "no-evidence"),
        ("control, Taji", "no-evidence"),
        ("tally, strikes, by United States forces, in Syria", "no-evidence"),
    }


def test_of_two_that_nobody_made_one_it_changes_nothing_that_they_are_two() -> None:
    told = data(control("us", MAY), control("isis", MAY), different_from("us", "isis", **LATE))
    assert told.changes_between("2031-02-01", "2031-04-01").flipped == ()


# what is at odds


def reasons(told: Dataset) -> list[tuple[list[str], str]]:
    return [(ids(each.claims), each.why) for each in told.conflicts()]


def test_that_two_are_one_and_that_they_are_two_is_a_conflict() -> None:
    told = data(same_as("us", "us-forces", id="one"), different_from("us-forces", "us", id="two"))
    assert reasons(told) == [
        (["one", "two"], "one says that us and us-forces are one thing, the other that they are two")
    ]


def test_so_is_a_same_as_and_its_denial() -> None:
    told = data(same_as("us", "us-forces", id="one"), same_as("us", "us-forces", id="two", modality="denied"))
    assert reasons(told) == [
        (["one", "two"], "one says that us and us-forces are one thing, the other that they are two")
    ]


def test_so_is_a_chain_that_makes_one_of_two_and_its_reason_names_it_all() -> None:
    told = data(
        same_as("us", "us-forces", id="a"),
        same_as("us-forces", "coalition", id="b"),
        same_as("coalition", "us-forces", id="c"),
        different_from("coalition", "us", id="two"),
    )
    why = (
        "coalition and us are said to be two things, and a chain makes them one: "
        "coalition = us-forces (b, c), us-forces = us (a)"
    )
    assert reasons(told) == [(["b", "two"], why)]


def test_other_chains_are_named_by_their_claims() -> None:
    told = data(
        same_as("us", "us-forces", id="a"),
        same_as("us-forces", "coalition", id="b"),
        same_as("us", "isis", id="c"),
        same_as("isis", "coalition", id="d"),
        different_from("coalition", "us", id="two"),
    )
    assert [why.partition("; ")[2] for _, why in reasons(told)] == ["other chains between them go by b, a"]
    direct = told.plus(same_as("coalition", "us", id="e"))
    ((claims, why),) = reasons(direct)
    assert claims == ["e", "two"]
    assert why == (
        "one says that coalition and us are one thing, the other that they are two; by way of others so do d, b, c, a"
    )


def test_what_denies_that_two_are_two_is_at_odds_with_what_says_it() -> None:
    told = data(
        different_from("us", "us-forces", id="a"),
        same_as("us", "us-forces", id="b", modality="denied"),
        different_from("us", "us-forces", id="c", modality="denied"),
    )
    assert reasons(told) == [
        (["a", "c"], "one says that us and us-forces are two things, and the other denies it"),
        (["b", "c"], "one says that us and us-forces are two things, and the other denies it"),
    ]


@pytest.mark.parametrize("modality", ["alleged", "assessed", "planned"])
def test_what_does_not_count_in_full_is_at_odds_with_nothing(modality: str) -> None:
    assert reasons(data(same_as("us", "us-forces"), different_from("us", "us-forces", modality=modality))) == []


def test_each_view_has_conflicts_of_its_own() -> None:
    told = data(same_as("us", "us-forces"), different_from("us", "us-forces", **LATE))
    assert [len(told.as_known(on=each).conflicts()) for each in ("2031-02-28", "2031-03-01")] == [0, 1]


@given(identities(most=6))
def test_no_same_as_is_set_aside_silently(said: tuple[SameAs | DifferentFrom, ...]) -> None:
    """One that counts in full either joins its two ids or is told of in a conflict."""
    told = data(*said)
    mentioned = " ".join(f"{' '.join(ids(each.claims))} {each.why}" for each in told.conflicts())
    for claim in said:
        if isinstance(claim, SameAs) and claim.modality.value == "asserted":
            joins = claim.other in told.joined_with(claim.one)
            assert joins is not (claim.id in mentioned)
