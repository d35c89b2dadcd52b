import ast
import inspect
import re
from enum import StrEnum
from itertools import pairwise

import pytest

from oirmodel import vocab
from oirmodel.vocab import Relation

WORDS: list[type[StrEnum]] = [getattr(vocab, name) for name in vocab.__all__]


@pytest.mark.parametrize(
    ("relation", "belongs"),
    [
        ("unstated", False),
        ("member-of", True),
        ("part-of", True),
        ("joined", True),
        ("under-command", True),
        ("operational-control", True),
        ("tactical-control", True),
        ("administrative-control", True),
        ("supports", False),
        ("allied-with", False),
    ],
)
def test_membership_and_command_make_one_of_two(relation: str, *, belongs: bool) -> None:
    assert Relation(relation).belongs is belongs


def test_every_list_is_public() -> None:
    lists = {name for name, value in vars(vocab).items() if isinstance(value, type) and issubclass(value, StrEnum)}
    assert lists - {"StrEnum"} == set(vocab.__all__)


@pytest.mark.parametrize("words", WORDS)
def test_words_are_written_alike(words: type[StrEnum]) -> None:
    for each in words:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.value)
        assert each.name == each.value.replace("-", "_").upper()


@pytest.mark.parametrize("words", WORDS)
def test_silence_comes_first(words: type[StrEnum]) -> None:
    values = [each.value for each in words]
    assert "unstated" not in values or values[0] == "unstated"


CODEBOOK = re.compile(r"\b([Oo]urs|ACLED|UCDP|Airwars|SFM|PA-X|JC3IEDM|JP|GeoNames|CJTF-OIR|US|Vienna|ISO|Allen)\b")


@pytest.mark.parametrize("words", WORDS)
def test_every_list_and_every_word_is_explained(words: type[StrEnum]) -> None:
    (tree,) = ast.parse(inspect.getsource(words)).body
    assert isinstance(tree, ast.ClassDef)
    body = tree.body
    explained = {
        target.id
        for line, after in pairwise(body)
        if isinstance(line, ast.Assign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        for target in line.targets
        if isinstance(target, ast.Name)
    }
    assert explained == {each.name for each in words}


@pytest.mark.parametrize("words", WORDS)
def test_every_list_names_its_codebook(words: type[StrEnum]) -> None:
    if words.__name__ not in {"Counted", "StrengthShift"}:  # theirs stand at the words, and in their own names
        assert CODEBOOK.search(inspect.getdoc(words) or "")
