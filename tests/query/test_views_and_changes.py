"""A view answers from what it knows alone, and every question that it answers otherwise than another one is told."""

from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from oirmodel.claims import CLAIM_KINDS, Affiliation, Being, Claim, Control, Occurrence, Presence
from oirmodel.errors import OirError
from oirmodel.frozen import evolve
from oirmodel.query import Answer, Dataset, Flip, Graded
from oirmodel.temporal import Period
from oirmodel.testing import datasets
from oirmodel.vocab import Modality
from tests.making import FEW
from tests.query.building import affiliation, control, data, occurrence, presence, same_as

MANY: Final = settings(max_examples=settings().max_examples * 5)
"""For the laws that need several claims about one thing, of which some are told later."""
FIRST, SECOND = "2020-06-10", "2020-06-20"
MODALITIES: Final = ("asserted", "asserted", "denied", "denied", "alleged", "planned")
REPORTS: Final = ("2020-06-01", "2020-06-05", "2020-06", "2020-06-15", "2020-07-01")
PERIODS: Final[tuple[Period | str, ...]] = (
    "2020-05-05/2020-05-07",
    "2020-05-05/2020-05-07",
    "2020-05-01/2020-05-31",
    Period.on("2020-05-05/2020-05-07"),
    Period(start="-0044-03-15", end="Y17000"),
)
DAYS: Final = ("2020-05-04", "2020-05-05", "2020-05-06", "2020-05-20", "2020-06-10")
EVENTS: Final = ("raid", "strike")
SITES: Final = ("compound", "al-asad", "taji")
"""The compound lies in Al-Asad, which may be Taji."""
TIES: Final = (None, None, "corrects", "supersedes", "retracts")
SUBJECTS: Final[dict[type[Claim], tuple[str, ...]]] = {
    Occurrence: EVENTS,
    Control: (*SITES, "anbar"),
    Presence: (*SITES, "anbar"),
    Affiliation: ("army", "iraq", "us"),
}
"""What claims of each kind are about here."""


@composite
def disputes(draw: DrawFn) -> Dataset:
    """Accounts and denials of few things in few places: some of them are one, some told later, some taken back."""
    about = draw(st.sampled_from((_of_events, _of_events, _of_sites)))
    said: list[Claim] = []
    for number in range(1, draw(st.integers(min_value=2, max_value=5)) + 1):
        fields = {"modality": draw(st.sampled_from(MODALITIES)), "reported": draw(st.sampled_from(REPORTS))}
        drawn = about(draw, fields)
        earlier = [each.id for each in said if each.kind == drawn.kind]
        tie = draw(st.sampled_from(TIES)) if earlier else None
        ties = {} if tie is None else {tie: (draw(st.sampled_from(earlier)),)}
        said.append(evolve(drawn, id=f"claim-{number}", **ties))
    return data(*said)


def _of_events(draw: DrawFn, fields: dict[str, Any]) -> Claim:
    if draw(st.integers(min_value=1, max_value=4)) == 1:
        return same_as(*draw(st.sampled_from((EVENTS, ("al-asad", "taji")))), **fields)
    at = draw(st.sampled_from(((), *((each,) for each in SITES), *((each,) for each in SITES), SITES[1:])))
    return occurrence(draw(st.sampled_from(EVENTS)), draw(st.sampled_from(PERIODS)), at=at, **fields)


def _of_sites(draw: DrawFn, fields: dict[str, Any]) -> Claim:
    kind = draw(st.sampled_from(("control", "presence", "affiliation", "same-as")))
    if kind == "affiliation":
        return affiliation("army", draw(st.sampled_from(("iraq", "us"))), **fields)
    if kind == "same-as":
        return same_as(*draw(st.sampled_from((("iraq", "us"), ("al-asad", "taji")))), **fields)
    period, site = draw(st.sampled_from(PERIODS)), draw(st.sampled_from(SITES))
    force = draw(st.sampled_from(("iraq", "army", "us")))
    if kind == "control":
        return control(force, period, of=site, **fields)
    return presence(force, period, at=site, **fields)


def _subjects(dataset: Dataset) -> list[tuple[type[Claim], str]]:
    """What can be asked about: of each kind of claim that there is, all that such claims may be about here."""
    return [(kind, of) for kind, subjects in SUBJECTS.items() if kind.kind in dataset.store.by_kind for of in subjects]


def _told(view: Dataset, kind: type[Claim], of: str, day: str, modality: Modality | None) -> object:
    """What the history of a subject says of a day."""
    (segment,) = view.history(kind, of, during=day, modality=modality).segments
    return _said(Graded(status=segment.status, value=segment.value, candidates=segment.candidates))


def _said(graded: Graded) -> object:
    """Each value, whether it holds, and how surely."""
    return graded.status, {(each.value, each.holds, each.status) for each in graded.telling}


def _answered(answer: Answer) -> object:
    return answer.status, answer.value, answer.candidates, answer.nearest


def _without_the_unknown(dataset: Dataset, day: str) -> Dataset:
    """The dataset as it would be if nothing had been said that was surely not known on the day."""
    known = {each.id for each in dataset.as_known(on=day).claims()}
    return dataset.minus(*(each for each in dataset.claims() if each.id not in known))


@MANY
@given(disputes(), st.sampled_from((FIRST, SECOND)))
def test_what_was_not_known_yet_changes_no_answer(dataset: Dataset, day: str) -> None:
    view, bare = dataset.as_known(on=day), _without_the_unknown(dataset, day).as_known(on=day)
    for kind, of in _subjects(dataset):
        assert view.history(kind, of).segments == bare.history(kind, of).segments
    if Occurrence.kind in dataset.store.by_kind:
        for each in DAYS:
            assert _answered(view.happened(on=each)) == _answered(bare.happened(on=each))
        for site in SITES:
            assert _answered(view.happened(at=site, during="2020-05")) == _answered(
                bare.happened(at=site, during="2020-05")
            )


@FEW
@given(datasets())
def test_what_was_not_known_yet_changes_no_answer_of_any_kind(dataset: Dataset) -> None:
    day = "2020-06-30"
    view, bare = dataset.as_known(on=day), _without_the_unknown(dataset, day).as_known(on=day)
    for kind in CLAIM_KINDS:
        if kind.grammar.being not in (Being.HOLDS, Being.EXTENT):
            continue
        for of in dataset.entities:
            try:
                told = bare.history(kind, of).segments
            except OirError:
                continue  # claims of the kind are about things of another sort
            assert view.history(kind, of).segments == told


@MANY
@given(disputes())
def test_no_answer_changes_untold(dataset: Dataset) -> None:
    """On every day that both views look back to, what the two answer differs just where and as a flip says."""
    flips = dataset.changes_between(FIRST, SECOND).flipped
    before, after = dataset.as_known(on=FIRST), dataset.as_known(on=SECOND)
    for kind, of in _subjects(dataset):
        for modality in (None, Modality.PLANNED):
            own = [each for each in flips if (each.kind, each.of, each.modality) == (kind.kind, of, modality)]
            for day in DAYS:
                was, now = (_told(view, kind, of, day, modality) for view in (before, after))
                told = [(_said(each.before), _said(each.after)) for each in own if _is_on(each, day)]
                assert told == ([] if was == now else [(was, now)])


def _is_on(flip: Flip, day: str) -> bool:
    first, last = (None if each is None else each.isoformat() for each in (flip.first, flip.last))
    return (first is None or first <= day) and (last is None or day <= last)
