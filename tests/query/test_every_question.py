"""Every question, of every kind of claim, on datasets that nobody made agree."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import CLAIM_KINDS, Being, Claim, Rivalry
from oirmodel.cli.layout import answer_page, changes_page, conflicts_page, duties_page, timeline_page
from oirmodel.cli.objects import answer_object, changes_object, conflict_object, duties_object, timeline_object
from oirmodel.dataset.references import KINDS_OF
from oirmodel.entities import Entity
from oirmodel.errors import UnknownName
from oirmodel.query import Answer, Changes, Dataset, Duties, Timeline
from oirmodel.query.questions.asking import subject_of
from oirmodel.query.wording import claim_line
from oirmodel.testing import datasets
from oirmodel.vocab import Counted, Harm, Modality, StrengthShift
from tests.making import FEW

HOLDS: Final = [each for each in CLAIM_KINDS if each.grammar.being is Being.HOLDS]
TOTALLED: Final = (*Counted, *Harm, *(each for each in StrengthShift if each is not StrengthShift.UNSTATED))
Asking = Callable[..., Any]


def days_of(dataset: Dataset) -> list[str]:
    """Days that matter to the claims, within the calendar; and one that may not."""
    bounds = {bound for claim in dataset.claims() for bound in dataset.bounds(claim)}
    return ["2025-01-07", *(dt.date.fromordinal(int(each)).isoformat() for each in bounds if 1 <= each <= 3_652_059)]


def timed(dataset: Dataset) -> Iterator[Asking]:
    """Each question about one of the entities that takes a time."""
    for each in dataset.entities.values():
        for question in _ABOUT.get(each.kind, ()):
            yield lambda question=question, an_id=each.id, **time: getattr(dataset, question)(an_id, **time)
    yield dataset.agreements_in_force
    for actor in (each.id for each in dataset.entities.values() if isinstance(each, KINDS_OF_ACTORS)):
        yield lambda actor=actor, **time: dataset.agreements_in_force(party=actor, **time)
        for site in (each.id for each in dataset.entities.values() if each.kind in ("place", "installation")):
            yield lambda actor=actor, site=site, **time: dataset.strength(actor, at=site, **time)


KINDS_OF_ACTORS: Final = tuple(
    kind for hint, kinds in KINDS_OF.items() if getattr(hint, "__name__", "") == "ActorId" for kind in kinds
)
_SITE: Final = ("who_controlled", "who_owned", "who_was_at")
_ABOUT: Final[dict[str, tuple[str, ...]]] = {
    "place": _SITE,
    "installation": _SITE,
    "post": ("who_held",),
    "force": ("affiliations", "purposes"),
    "organization": ("affiliations",),
    "person": ("affiliations",),
    "operation": ("under_way", "who_took_part", "purposes"),
    "event": ("who_took_part",),
    "agreement": ("who_took_part",),
}


def show(found: Answer | Duties | Timeline | Changes) -> None:
    """All that a reader may see of it: as text, as HTML, as JSON, and as the page of the command line."""
    for text in (found.explain(), str(found), found._repr_html_()):
        assert text
    match found:
        case Answer():
            json.dumps(answer_object(found), allow_nan=False)
            answer_page(found, "")
            assert (found.status.value == "no-evidence") is (not found.candidates)
        case Duties():
            json.dumps(duties_object(found), allow_nan=False)
            duties_page(found, "")
            for each in found:
                show(each.answer)
        case Timeline():
            json.dumps(timeline_object(found, ()), allow_nan=False)
            timeline_page(found, (), "")
        case Changes():
            json.dumps(changes_object(found), allow_nan=False)
            changes_page(found, "")


@FEW
@given(datasets(max_claims=8), st.data())
def test_every_question_about_a_time_is_answered(dataset: Dataset, drawn: st.DataObject) -> None:
    """On a day, at some time in a window, all through it; and in the view as known on a day."""
    first, last, known = (drawn.draw(st.sampled_from(days_of(dataset))) for _ in range(3))
    view = drawn.draw(st.sampled_from((dataset, dataset.as_known(on=known))))
    first, last = min(first, last), max(first, last)
    time = drawn.draw(
        st.sampled_from(({"on": first}, {"during": f"{first}/{last}"}, {"throughout": f"{first}/{last}"}))
    )
    for ask in timed(view):
        show(ask(**time))
    for each in (each.id for each in dataset.entities.values()):
        show(view.who_was_responsible(each))
    show(view.commitments(on=first))
    show(view.happened(during=f"{first}/{last}"))
    for what in TOTALLED:
        show(view.totals(what, during=f"{first}/{last}", match=drawn.draw(st.sampled_from(("exactly", "overlapping")))))


@FEW
@given(datasets(max_claims=8), st.data())
def test_every_kind_of_claim_is_told_followed_and_dated(dataset: Dataset, drawn: st.DataObject) -> None:
    """Its claims as lines and rows, the history of every subject of it, its index, and when it began and ended."""
    day = drawn.draw(st.sampled_from(days_of(dataset)))
    view = drawn.draw(st.sampled_from((dataset, dataset.as_known(on=day))))
    for claim in dataset.claims():
        assert claim.id in claim_line(view, claim)
    for kind in CLAIM_KINDS:
        for row in view.rows(kind):
            json.dumps(row, allow_nan=False)
        for modality in (None, Modality.PLANNED):
            show(view.when(kind, modality=modality))
    for kind in HOLDS:
        for subject in _subjects(view, kind):
            show(view.history(kind, subject.id))
            show(view.history(kind, subject.id, modality="planned"))
            if kind.grammar.rivalry is not Rivalry.QUANTITY:
                verdict = view.index(kind).on(subject.id, dt.date.fromisoformat(day).toordinal())
                assert verdict.status in set(type(verdict.status))


def _subjects(dataset: Dataset, kind: type[Claim]) -> Iterator[Entity]:
    for each in dataset.entities.values():
        try:
            yield subject_of(dataset, kind, each.id)
        except UnknownName:
            continue  # no claim of the kind is about a thing of this sort


@FEW
@given(datasets(max_claims=8), st.data())
def test_conflicts_and_changes_are_listed(dataset: Dataset, drawn: st.DataObject) -> None:
    """Of whatever claims there are, and between any two days."""
    for each in dataset.conflicts():
        json.dumps(conflict_object(dataset, each), allow_nan=False)
        assert each.explain(dataset).startswith(each.why)
    conflicts_page(dataset, dataset.conflicts(), "")
    first, second = sorted(drawn.draw(st.sampled_from(days_of(dataset))) for _ in range(2))
    show(dataset.changes_between(first, second))
