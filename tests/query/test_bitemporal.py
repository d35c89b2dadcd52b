"""The two clocks beside those of bitemporal databases, point by point."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from oirmodel.query import Dataset
from tests.query.bitemporal import CASES, FOREVER, Case, Tile, tiles
from tests.query.building import DEFINITE, POSSIBLE

ONE = timedelta(days=1)
KEYS = ("id", "value", "valid_from", "valid_to", "system_from", "system_to")


def asked(data: Dataset, post: str, valid: date, system: date) -> str | None:
    """Who held the post on a day, as known on a day: certainly, or as surely as can be known of a day to come."""
    answer = data.as_known(on=system).who_held(post, on=valid)
    if answer.value is not None:
        assert answer.status is (DEFINITE if valid <= system else POSSIBLE)
    value: str | None = answer.value
    return value


def found(case: Case, data: Dataset, system_days: list[date]) -> list[Tile]:
    """The values of each row from each turning day on, as known on some days of system time, as rectangles."""
    values = {
        (post, valid, system): value
        for post in case.posts
        for valid in case.valid_days
        for system in system_days
        if (value := asked(data, post, valid, system)) is not None
    }
    return tiles(values, case.valid_days, system_days)


def expected(case: Case, rows: list[dict[str, Any]]) -> Counter[tuple[object, ...]]:
    """The rows that a query is to find, in the columns that the corpus gives for it."""
    return Counter(
        tuple(
            case.post(each[key]) if key == "id" else case.value(each[key]) if key == "value" else case.day(each[key])
            for key in KEYS
            if key in each
        )
        for each in rows
    )


def meets(first: date, last: date, case: Case, times: Any) -> bool:  # noqa: ANN401 - as the corpus has it
    """Whether a tile's range of one time, half-open, meets what a query asks of that time."""
    if times == "all":
        return True
    if "as_of" in times:
        return first <= case.day(times["as_of"]) < last
    if "between" in times:
        begins, ends = map(case.day, times["between"])
        return first <= ends and begins < last
    return first < case.day(times["to"]) and case.day(times["from"]) < last


def test_the_corpus_is_whole() -> None:
    assert len(CASES) == 25
    assert sum(len(case.queries) for case in CASES) == 70


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_query_finds_its_rows(case: Case) -> None:
    data = case.dataset()
    for query in case.queries:
        as_of = query["system"].get("as_of") if isinstance(query["system"], dict) else None
        tiled = found(case, data, case.system_days if as_of is None else [case.day(as_of)])
        keys = [key for key in KEYS if any(key in each for each in query["expected"])]
        kept = Counter(
            tuple(getattr(tile, key) for key in keys)
            for tile in tiled
            if meets(tile.system_from, tile.system_to, case, query["system"])
            and meets(tile.valid_from, tile.valid_to, case, query["valid"])
            and (query["id"] is None or case.post(query["id"]) == tile.id)
            and ("value" not in query or tile.value == case.value(query["value"]))
        )
        assert kept == expected(case, query["expected"]), query["origin"]


def point_queries(case: Case) -> list[dict[str, Any]]:
    """The queries of one day as known on one day."""
    return [each for each in case.queries if "as_of" in each["system"] and "as_of" in each["valid"]]


@pytest.mark.parametrize("case", [each for each in CASES if point_queries(each)], ids=lambda case: case.name)
def test_every_query_of_one_day_known_on_one_day_has_its_answer(case: Case) -> None:
    data = case.dataset()
    for query in point_queries(case):
        system, valid = case.day(query["system"]["as_of"]), case.day(query["valid"]["as_of"])
        values = {post: value for post in case.posts if (value := asked(data, post, valid, system)) is not None}
        rows = [each for each in query["expected"] if "value" in each]
        assert {case.post(each["id"]) for each in query["expected"]} == set(values), query["origin"]
        assert {case.post(each["id"]): case.value(each["value"]) for each in rows}.items() <= values.items()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_point_of_the_two_times_has_the_value_of_its_row(case: Case) -> None:
    """Each turning day and the days beside it, of either time: also those that no query asks about."""
    data = case.dataset()
    beside = {day + step for day in case.valid_days for step in (-ONE, 0 * ONE, ONE)}
    for post in case.posts:
        for system in {day + step for day in case.system_days for step in (-ONE, 0 * ONE, ONE)}:
            for valid in beside - {FOREVER}:
                values = {row.value for row in case.rows if row.id == post and row.at(valid, system)}
                assert len(values) <= 1
                assert {asked(data, post, valid, system)} - {None} == values, (post, valid, system)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_history_is_that_of_the_rows(case: Case) -> None:
    """The values of all days as known on a turning day, as stretches of days, are those of the rows."""
    data = case.dataset()
    for system in case.system_days:
        for post in case.posts:
            told = [
                (each.value, each.first, each.last + ONE)
                for each in data.as_known(on=system).history("posting", post).segments
                if each.value is not None and each.first is not None and each.last is not None
            ]
            rows = [row for row in case.rows if row.id == post and row.system_from <= system < row.system_to]
            wanted = sorted((row.value, row.valid_from, row.valid_to) for row in rows)
            assert joined(told) == joined(wanted)


def joined(runs: Iterable[tuple[str, date, date]]) -> list[tuple[str, date, date]]:
    """The runs in order, those of one value that follow each other without a gap as one."""
    found: list[tuple[str, date, date]] = []
    for value, first, end in sorted(runs, key=lambda run: run[1]):
        if found and found[-1][0] == value and found[-1][2] == first:
            found[-1] = (value, found[-1][1], end)
        else:
            found.append((value, first, end))
    return found
