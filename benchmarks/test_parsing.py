"""Reading EDTF, against python-edtf, edtf-validate and pendulum."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable
from typing import Any, Final

import pendulum
import pytest
from edtf import parse_edtf
from edtf_validate.valid_edtf import is_valid

from benchmarks import corpus, ours, table
from benchmarks.conftest import Measure

_DATES: Final = 2_000
_MIXED: Final[dict[str, Callable[[str], Any]]] = {
    table.OURS: ours.parse,
    "python-edtf": parse_edtf,
    "edtf-validate": is_valid,
}
_PLAIN: Final[dict[str, Callable[[str], Any]]] = {
    table.OURS: ours.parse_date,
    "pendulum.Date.fromisoformat": pendulum.Date.fromisoformat,
}


def _all(parse: Callable[[str], object]) -> Callable[[Iterable[str]], None]:
    def parse_all(texts: Iterable[str]) -> None:
        for each in texts:
            parse(each)

    return parse_all


def test_all_parsers_take_the_strings(rounds: int) -> None:
    """All three take every string, in any round; where the corpus has days, they are ours and python-edtf's."""
    samples = corpus.mixed(rounds)
    assert len(samples) > 300
    for sample in samples[::10]:
        text = corpus.varied(sample.text, rounds)
        assert text is not None
        assert is_valid(text), text
        assert parse_edtf(text) is not None
        assert ours.parse(text) is not None
        if sample.agreed is not None:
            parsed: Any = parse_edtf(sample.text)
            theirs = tuple(dt.date(*each[:3]).isoformat() for each in (parsed.lower_strict(), parsed.upper_strict()))
            found = ours.bounds(sample.text)
            mine = tuple(dt.date.fromordinal(int(each)).isoformat() for each in (found.s1, found.e2))
            assert mine == theirs == sample.agreed


@pytest.mark.parametrize("who", _MIXED)
def test_mixed_strings(who: str, measure: Measure, rounds: int) -> None:
    """No round has a string that an earlier one had, so that nothing is found in a cache."""
    texts = [each.text for each in corpus.mixed(rounds)]
    number = itertools.count(1)

    def fresh() -> tuple[tuple[list[str]], dict[str, Any]]:
        shift = next(number)
        return ([changed for each in texts if (changed := corpus.varied(each, shift)) is not None],), {}

    measure(table.PARSE, who, 0, _all(_MIXED[who]), questions=len(texts), setup=fresh)


def test_the_same_strings_again(measure: Measure, rounds: int) -> None:
    """What a dataset in which dates recur has of the cache."""
    texts = [each.text for each in corpus.mixed(rounds)]
    parse_all = _all(ours.parse)
    parse_all(texts)
    measure(table.PARSE_WARM, table.OURS, 0, lambda: parse_all(texts), questions=len(texts))


@pytest.mark.parametrize("who", _PLAIN)
def test_plain_dates(who: str, measure: Measure) -> None:
    """Dates to the day, none of them met before."""
    number = itertools.count()

    def fresh() -> tuple[tuple[list[str]], dict[str, Any]]:
        return (corpus.days(_DATES, next(number)),), {}

    measure(table.PARSE_DAYS, who, 0, _all(_PLAIN[who]), questions=_DATES, setup=fresh)
