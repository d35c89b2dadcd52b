"""The laws of design section 7, in small worlds that are known in full, and over claims that nobody made agree."""

import itertools
from typing import Any, Final

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from oirmodel.claims import Affiliation, Claim, OperationStatus, Presence
from oirmodel.entities import Entity
from oirmodel.query import Answer, Candidate, Dataset, Status
from oirmodel.temporal import Period
from oirmodel.temporal.days import day_of
from oirmodel.truth import Truth
from tests.making import FEW, make
from tests.query.building import CAST, SOURCES, data, graded, says
from tests.query.worlds import DAYS, Jumble, Question, World, day, jumbles, number, widened, worlds

CONTESTED, DEFINITE, PRESUMED = Status.CONTESTED, Status.DEFINITE, Status.PRESUMED
POSSIBLE, NO_EVIDENCE = Status.POSSIBLE, Status.NO_EVIDENCE
WINDOWS: Final = tuple(itertools.combinations_with_replacement(range(2, 8), 2))
UNRELATED: Final = {"of": "lion", "status": "ongoing"}


MANY: Final = settings(max_examples=settings().max_examples * 5)
"""For the laws on which all others rest: what breaks them takes several stays and claims at once."""


def window(first: int, last: int) -> str:
    """A window of the small calendar."""
    return f"{day(first)}/{day(last)}"


def certain(answer: Answer) -> list[tuple[str, bool]]:
    """The candidates that are definite, and whether they hold."""
    return [(str(each.value), each.holds) for each in answer.candidates if each.status is DEFINITE]


def shape(answer: Answer) -> tuple[object, ...]:
    """The statuses of an answer, whatever the ids."""
    return answer.status, answer.holds, sorted((each.holds, each.status.value) for each in answer.candidates)


def each_day(question: Question, dataset: Dataset) -> list[Answer]:
    """The answers for every day of the grid and every site."""
    return [question.ask(dataset, site, on=day(moment)) for site in question.sites for moment in DAYS]


# In a world in which all claims are true


@MANY
@given(worlds())
def test_in_a_true_world_definite_is_never_false_and_nothing_is_contested(world: World) -> None:
    """DEFINITE yes is so in the world, DEFINITE no is not, and no two true claims are in conflict."""
    dataset = world.dataset
    for site in world.question.sites:
        for moment in DAYS:
            answer = world.question.ask(dataset, site, on=day(moment))
            assert CONTESTED not in {each.status for each in answer.candidates}, answer.explain()
            for value, holds in certain(answer):
                assert world.so(value, site, moment) is holds, answer.explain()


@given(worlds(), st.data())
def test_in_a_true_world_a_definite_answer_about_one_value_is_never_false(world: World, drawn: st.DataObject) -> None:
    """As asked by ``by=``, ``force=`` and ``person=``, of a value that anybody claims or not."""
    if world.question.kind is OperationStatus:
        return
    name = {"control": "by", "ownership": "by", "presence": "force", "posting": "person"}[world.question.kind.kind]
    value = drawn.draw(st.sampled_from(world.question.values))
    for site in world.question.sites:
        for moment in DAYS:
            answer = world.question.ask(world.dataset, site, on=day(moment), **{name: value})
            for _, holds in certain(answer):
                assert world.so(value, site, moment) is holds, answer.explain()


@FEW
@given(worlds())
def test_in_a_true_world_definite_of_some_time_in_a_window_is_never_false(world: World) -> None:
    """DEFINITE yes for ``during=`` is so on some day of the window, DEFINITE no on none."""
    dataset = world.dataset
    for (first, last), site in itertools.product(WINDOWS, world.question.sites):
        answer = world.question.ask(dataset, site, during=window(first, last))
        assert CONTESTED not in {each.status for each in answer.candidates}, answer.explain()
        for value, holds in certain(answer):
            really = any(world.so(value, site, moment) for moment in range(first, last + 1))
            assert really is holds, answer.explain()


@FEW
@given(worlds())
def test_in_a_true_world_definite_of_all_of_a_window_is_never_false(world: World) -> None:
    """DEFINITE yes for ``throughout=`` is so on every day of the window, DEFINITE no fails on some day."""
    dataset = world.dataset
    for (first, last), site in itertools.product(WINDOWS, world.question.sites):
        answer = world.question.ask(dataset, site, throughout=window(first, last))
        assert CONTESTED not in {each.status for each in answer.candidates}, answer.explain()
        for value, holds in certain(answer):
            really = all(world.so(value, site, moment) for moment in range(first, last + 1))
            assert really is holds, answer.explain()


@MANY
@given(worlds())
def test_order_removes_no_true_stay(world: World) -> None:
    """Rule 3: the bounds of every claim, put in order with its rivals, still hold the real start and end."""
    real = {claim.id: span for claim, span in world.told}
    for site in world.question.sites:
        inquiry = world.question.ask(world.dataset, site, on=day(5)).inquiry
        assert inquiry is not None
        for word in inquiry.matter.evidence(inquiry.asked.first, inquiry.asked.last).words:
            first, last = real[word.claim.id]
            s1, s2, e1, e2 = (number(bound) for bound in word.bounds)
            assert s1 <= first <= s2, (word, first)
            assert e1 <= last <= e2, (word, last)


@MANY
@given(worlds())
def test_in_a_true_world_no_two_claims_are_listed_as_in_conflict(world: World) -> None:
    """What ``conflicts`` lists cannot both be right."""
    assert world.dataset.conflicts() == ()


@given(worlds(most=3), jumbles(most=3, modalities=("alleged", "assessed", "planned", "predicted"), links=False))
def test_no_allegation_and_no_plan_makes_a_true_world_say_what_is_false(world: World, noise: Jumble) -> None:
    """Claims of these modalities may be false; a definite answer is right for all that."""
    if noise.question != world.question:
        return
    false = [renamed(each, {each.id: f"noise-{each.id}"}) for each in noise.claims if each.modality.value != "asserted"]
    dataset = world.dataset.plus(*false)
    for site, moment in itertools.product(world.question.sites, DAYS):
        answer = world.question.ask(dataset, site, on=day(moment))
        for value, holds in certain(answer):
            assert world.so(value, site, moment) is holds, answer.explain()


# Between questions


@FEW
@given(jumbles())
def test_what_held_all_through_a_window_held_on_each_of_its_days(jumble: Jumble) -> None:
    """``throughout=`` DEFINITE yes makes every day DEFINITE yes; a day that is DEFINITE yes makes ``during=`` so."""
    dataset, question = jumble.dataset, jumble.question
    for site in question.sites:
        days = {moment: set(certain(question.ask(dataset, site, on=day(moment)))) for moment in range(2, 8)}
        for first, last in WINDOWS:
            within = [days[moment] for moment in range(first, last + 1)]
            whole = question.ask(dataset, site, throughout=window(first, last))
            for value, holds in certain(whole):
                if holds:
                    assert all((value, True) in each for each in within), whole.explain()
            part = question.ask(dataset, site, during=window(first, last))
            told = set(certain(part))
            for value, holds in set().union(*within):
                assert not holds or (value, True) in told, part.explain()


@given(jumbles(), st.sampled_from((None, 0, 3)), st.sampled_from((None, 3)), st.sampled_from((None, 5)))
def test_each_day_of_a_history_agrees_with_the_question_about_it(
    jumble: Jumble, max_age: int | None, gap: int | None, known: int | None
) -> None:
    """Status, value and candidates, in every view, with the options of the question."""
    question = jumble.question
    options: dict[str, Any] = {"max_age": max_age}
    if question.kind.kind not in {"ownership", "operation_status"}:
        options["gap"] = gap
    dataset = jumble.dataset if known is None else jumble.dataset.as_known(on=day(known))
    for site in question.sites:
        timeline = dataset.history(question.kind, site, during=window(DAYS[0], DAYS[-1]), **options)
        moments = iter(DAYS)
        for segment in timeline.segments:
            assert segment.first is not None
            assert segment.last is not None
            for offset in range((segment.last - segment.first).days + 1):
                moment = next(moments)
                assert segment.first.add(days=offset).isoformat() == day(moment)
                answer = question.ask(dataset, site, on=day(moment), **options)
                assert (segment.status, segment.value) == (answer.status, answer.value), (
                    answer.explain(),
                    str(timeline),
                )
                assert outlined(segment.candidates) == outlined(answer.candidates), (answer.explain(), str(timeline))
        assert next(moments, None) is None


def outlined(candidates: tuple[Candidate, ...]) -> list[tuple[object, ...]]:
    """What does not depend on the day on which it is asked."""
    return [(each.value, each.holds, each.status, {claim.id for claim in each.claims}) for each in candidates]


# Of the evidence


@given(jumbles(), st.integers(min_value=1, max_value=12))
def test_the_evidence_of_an_answer_lies_in_its_view(jumble: Jumble, known: int) -> None:
    """Everything that an answer shows was reported by the day of its view, and cites a source that it looks at."""
    view = jumble.dataset.as_known(on=day(known))
    there = {claim.id for claim in view.claims()}
    looked_from = day_of(2020, 1, 1) + known - 1
    for answer in each_day(jumble.question, view):
        shown = [*answer.supporting, *answer.opposing, *answer.nearest]
        shown += [claim for each in answer.candidates for claim in (*each.claims, *each.against)]
        assert {claim.id for claim in shown} <= there
        assert all(claim.reported.span.first <= looked_from for claim in shown)
    assert each_day(jumble.question, jumble.dataset.only("tables")) == each_day(jumble.question, data())


@given(jumbles(), st.integers(min_value=1, max_value=8))
def test_after_the_day_of_a_view_nothing_is_more_than_possible(jumble: Jumble, known: int) -> None:
    """Unless it is contested; for windows that begin later too."""
    view, question = jumble.dataset.as_known(on=day(known)), jumble.question
    for site in question.sites:
        answers = [question.ask(view, site, on=day(moment)) for moment in range(known + 1, 11)]
        answers += [question.ask(view, site, during=window(known + 1, known + 3))]
        answers += [question.ask(view, site, throughout=window(known + 1, known + 3))]
        for answer in answers:
            statuses = {each.status for each in answer.candidates}
            assert not statuses & {DEFINITE, PRESUMED}, answer.explain()


@given(jumbles(modalities=("alleged", "assessed")))
def test_an_allegation_never_makes_an_answer_definite(jumble: Jumble) -> None:
    """Nor presumed: claims of which the source keeps its distance, or that are judgements, count MAYBE at most."""
    for answer in each_day(jumble.question, jumble.dataset):
        assert answer.status in {POSSIBLE, NO_EVIDENCE}, answer.explain()


@given(jumbles())
def test_a_plan_is_no_candidate_unless_plans_are_asked_for(jumble: Jumble) -> None:
    """Of what was so, no plan is evidence, neither for nor against; asked about plans, nothing else is."""
    for answer in each_day(jumble.question, jumble.dataset):
        shown = [claim for each in answer.candidates for claim in (*each.claims, *each.against)]
        assert all(claim.modality.value not in {"planned", "predicted"} for claim in shown)
    for site, moment in itertools.product(jumble.question.sites, DAYS):
        answer = jumble.question.ask(jumble.dataset, site, on=day(moment), modality="planned")
        shown = [claim for each in answer.candidates for claim in (*each.claims, *each.against)]
        assert all(claim.modality.value == "planned" for claim in shown)


# Of the dataset


@given(jumbles(), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_changes_no_answer(jumble: Jumble, random: Any) -> None:  # noqa: ANN401
    """A dataset is a set of claims."""
    shuffled = list(jumble.claims)
    random.shuffle(shuffled)
    for one, other in zip(
        each_day(jumble.question, jumble.dataset), each_day(jumble.question, data(*shuffled)), strict=True
    ):
        assert outlined(one.candidates) == outlined(other.candidates)
        assert (one.status, one.value, one.nearest) == (other.status, other.value, other.nearest)


def renamed(value: object, names: dict[str, str]) -> Any:  # noqa: ANN401 - the same value, with other ids
    """A claim, an entity or an id, with every id replaced."""
    if isinstance(value, str) and type(value) is str:
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(renamed(each, names) for each in value)
    if isinstance(value, Claim | Entity):
        fields = {each.name: getattr(value, each.name) for each in attrs.fields(type(value)) if each.init}
        return make(type(value), **{name: renamed(each, names) for name, each in fields.items()})
    return value


@given(jumbles())
def test_what_things_are_called_changes_no_status(jumble: Jumble) -> None:
    """Ids are names: when all are replaced, so that their order is another, the statuses stay."""
    ids: list[str] = [*(each.id for each in CAST), *(each.id for each in jumble.claims)]
    names: dict[str, str] = {an_id: f"x{len(ids) - index:03}" for index, an_id in enumerate(sorted(ids))}
    other = Dataset(
        entities=[renamed(each, names) for each in CAST],
        sources=SOURCES,
        claims=[renamed(each, names) for each in jumble.claims],
    )
    for site, moment in itertools.product(jumble.question.sites, DAYS):
        answer = jumble.question.ask(jumble.dataset, site, on=day(moment))
        again = jumble.question.ask(other, names[site], on=day(moment))
        assert shape(answer) == shape(again), (answer.explain(), again.explain())


@given(jumbles())
def test_a_claim_about_another_subject_changes_nothing(jumble: Jumble) -> None:
    """What is reported of another base, another post or another operation."""
    unrelated = [
        says(Presence, "2020-01-01/2020-01-09", of="us", at="k-1", id="elsewhere"),
        says(OperationStatus, "2020-01-01/2020-01-09", id="another", **UNRELATED),
        says(Affiliation, "2020-01-01/2020-01-09", of="coalition", to="brigade", relation="part-of", id="others"),
    ]
    before = each_day(jumble.question, jumble.dataset)
    assert each_day(jumble.question, jumble.dataset.plus(*unrelated)) == before


@given(jumbles(), st.data())
def test_a_retracted_claim_is_as_if_it_had_not_been_made(jumble: Jumble, drawn: st.DataObject) -> None:
    """Whatever it said, and whatever it removed."""
    gone = drawn.draw(st.sampled_from(jumble.claims)).id
    notice = says(OperationStatus, "2020-01-01/2020-01-09", id="notice", retracts=[gone], reported="2019", **UNRELATED)
    retracted = each_day(jumble.question, data(*jumble.claims, notice))
    for one, other in zip(retracted, each_day(jumble.question, jumble.without(gone)), strict=True):
        assert (one.status, one.value, graded(one)) == (other.status, other.value, graded(other)), one.explain()


@given(jumbles(), st.data())
def test_an_allegation_more_makes_nothing_definite(jumble: Jumble, drawn: st.DataObject) -> None:
    """Adding one can contest an answer, and never make it sharper."""
    question = jumble.question
    value, site = drawn.draw(st.sampled_from(question.values)), drawn.draw(st.sampled_from(question.sites))
    fields: dict[str, Any] = {question.value_field: value, question.site_field: site}
    told = says(question.kind, Period.observed(day(5)), id="rumour", modality="alleged", **fields)
    before = each_day(question, jumble.dataset)
    for one, other in zip(before, each_day(question, jumble.dataset.plus(told)), strict=True):
        assert other.status is not DEFINITE or one.status in {DEFINITE, NO_EVIDENCE}, (one.explain(), other.explain())


# Of a claim


@given(widened())
def test_widening_a_bound_never_sharpens_the_truth_of_its_claim(periods: tuple[Period, Period]) -> None:
    """What the wider claim makes certain, or rules out, the narrower one does too."""
    narrow, wide = (says(Presence, each, of="us", at="al-asad") for each in periods)
    dataset = data(narrow, wide) if narrow.id != wide.id else data(narrow)
    sharp, blunt = dataset.bounds(narrow), dataset.bounds(wide)
    offset = day_of(2020, 1, 1) - 1
    for first, last in itertools.combinations_with_replacement(range(offset - 6, offset + 24), 2):
        for vague, exact in (
            (blunt.throughout(first, last), sharp.throughout(first, last)),
            (blunt.during(first, last), sharp.during(first, last)),
        ):
            assert vague in {Truth.MAYBE, exact}
