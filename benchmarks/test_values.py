"""The value of a subject on a day, and the same as a full answer."""

from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext
from typing import Any, Final

import pytest

from benchmarks import ours, table
from benchmarks.conftest import Measure, World
from benchmarks.peers.databases import Duckdb, Sqlite
from benchmarks.peers.plain import DictAndArrays, DictAndBisect, IntervalIndex
from benchmarks.peers.postgresql import Postgresql
from benchmarks.peers.trees import TreePerSubject

_PEERS: Final[tuple[Any, ...]] = (DictAndBisect, DictAndArrays, IntervalIndex, TreePerSubject, Sqlite, Duckdb)
_ASKED: Final = 20_000
_COMPARED: Final = 300
_ANSWERS: Final = 200

Ask = Callable[[str, int], object]


def _all(ask: Ask, questions: Sequence[tuple[str, int]]) -> Callable[[], None]:
    def ask_all() -> None:
        for subject, day in questions:
            ask(subject, day)

    return ask_all


def _same_answers(ask: Ask, world: World) -> None:
    """Hold a peer to the answers that the library gives, among which are days on which nobody held a site."""
    questions = world.questions(_COMPARED)
    expected = [ours.verdict(world.exact, *each)[1] for each in questions]
    assert [ask(*each) for each in questions] == expected
    assert None in expected
    assert len(set(expected)) > 20


def test_ours(world: World, size: int, measure: Measure) -> None:
    ask = ours.value_on(world.exact)
    measure(table.VALUE, table.OURS, size, _all(ask, world.questions(_ASKED)), questions=_ASKED)


@pytest.mark.parametrize("peer", _PEERS, ids=lambda peer: peer.__name__.lower())
def test_peer(peer: Any, world: World, size: int, measure: Measure) -> None:  # noqa: ANN401 - each has its own class
    made = peer(world.held)
    with closing(made) if hasattr(made, "close") else nullcontext():
        _same_answers(made.on, world)
        questions = world.questions(peer.asked_at_once)
        measure(table.VALUE, peer.name, size, _all(made.on, questions), questions=len(questions))


def test_postgresql(socket: str, world: World, size: int, measure: Measure) -> None:
    with closing(Postgresql(world.held, socket)) as peer:
        _same_answers(peer.on, world)
        questions = world.questions(peer.asked_at_once)
        measure(table.VALUE, peer.name, size, _all(peer.on, questions), questions=len(questions))


def test_vague_dates(world: World, size: int, measure: Measure) -> None:
    """What no structure of plain intervals can answer; it is compared with what the plain question takes."""
    for subject, day in world.questions(_COMPARED)[::6]:
        full = ours.full_answer(world.reported, subject, day)
        assert ours.verdict(world.reported, subject, day) == (full.status, full.value)
    ask = ours.value_on(world.reported)
    measure(table.AS_REPORTED, table.OURS, size, _all(ask, world.questions(_ASKED)), questions=_ASKED)


def test_full_answer(world: World, size: int, measure: Measure) -> None:
    questions = world.questions(_ANSWERS)

    def ask(subject: str, day: int) -> object:
        return ours.full_answer(world.reported, subject, day)

    measure(table.FULL, table.OURS, size, _all(ask, questions), questions=len(questions))
