from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.errors import InvalidObject
from oirmodel.quantity import Quantity, Wording
from oirmodel.testing import quantities
from oirmodel.truth import Truth

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES

LIMIT = 60
"""Numbers from 0 to here stand for all: the quantities below say nothing that first shows beyond it."""


def small(*, vague: bool = True) -> st.SearchStrategy[Quantity]:
    """Quantities of small numbers, so that every number that fits can be listed."""
    number, positive = st.integers(min_value=0, max_value=5), st.integers(min_value=1, max_value=5)
    bounded = [
        st.builds(Quantity.exact, number),
        st.builds(Quantity.minimum, number),
        st.builds(Quantity.more_than, number),
        st.builds(Quantity.maximum, number),
        st.builds(Quantity.fewer_than, positive),
        st.builds(lambda low, more: Quantity.between(low, low + more), number, number),
        st.builds(Quantity.order_of, positive),
        st.just(Quantity.none()),
    ]
    others = [st.builds(Quantity.about, positive), st.builds(Quantity.nearly, positive), st.just(Quantity.unknown())]
    return st.one_of(bounded + others if vague else bounded)


def fits(quantity: Quantity, number: int) -> bool:
    """Whether a number may be meant, written out from the definition of each wording."""
    n, to = quantity.number or 0, quantity.to or 0
    return {
        Wording.EXACT: number == n,
        Wording.ABOUT: True,
        Wording.NEARLY: number < n,
        Wording.AT_LEAST: number >= n,
        Wording.MORE_THAN: number > n,
        Wording.AT_MOST: number <= n,
        Wording.FEWER_THAN: number < n,
        Wording.BETWEEN: n <= number <= to,
        Wording.ORDER_OF_MAGNITUDE: n <= number < 10 * n,
        Wording.NONE: number == 0,
        Wording.UNKNOWN: True,
    }[quantity.wording]


def numbers(quantity: Quantity) -> list[int]:
    return [number for number in range(LIMIT) if fits(quantity, number)]


def judged(cases: list[bool]) -> Truth:
    return YES if all(cases) else MAYBE if any(cases) else NO


@given(small(), st.integers(min_value=0, max_value=12))
def test_at_least_is_what_every_number_says(quantity: Quantity, number: int) -> None:
    """``at_least`` is YES where every number that fits is as great, NO where none is."""
    assert quantity.at_least(number) is judged([each >= number for each in numbers(quantity)])


@given(small(), st.integers(min_value=0, max_value=12))
def test_at_most_is_what_every_number_says(quantity: Quantity, number: int) -> None:
    """``at_most`` is YES where every number that fits is as small, NO where none is."""
    assert quantity.at_most(number) is judged([each <= number for each in numbers(quantity)])


@given(small(), small())
def test_same_as_is_what_every_pair_says(one: Quantity, other: Quantity) -> None:
    """``same_as`` is YES where every pair that fits is of equals, NO where none is."""
    assert one.same_as(other) is judged([a == b for a in numbers(one) for b in numbers(other)])


@given(small(vague=False), small(vague=False))
def test_consistent_where_a_number_fits_both(one: Quantity, other: Quantity) -> None:
    """Two quantities with bounds are consistent where they share a number, and never half so."""
    assert one.consistent_with(other) is (YES if set(numbers(one)) & set(numbers(other)) else NO)


@given(quantities(), quantities())
def test_consistency_has_no_order(one: Quantity, other: Quantity) -> None:
    """Consistency and sameness are symmetric."""
    assert one.consistent_with(other) is other.consistent_with(one)
    assert one.same_as(other) is other.same_as(one)


@given(quantities())
def test_consistent_with_itself(quantity: Quantity) -> None:
    """No quantity rules itself out."""
    assert quantity.consistent_with(quantity) is not NO


@given(small(), small())
def test_a_sum_allows_every_sum(one: Quantity, other: Quantity) -> None:
    """A sum is no sharper than its parts: it allows the sum of every two numbers that fit them."""
    total = one.plus(other)
    assert total.derived
    for a in numbers(one):
        for b in numbers(other):
            assert total.same_as(Quantity.exact(a + b)) is not NO, (a, b)


@given(quantities(), quantities())
def test_sums_have_no_order(one: Quantity, other: Quantity) -> None:
    """A sum is the same from either side."""
    assert one.plus(other) == other.plus(one)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=10**6))
def test_exact_sums_are_exact(one: int, other: int) -> None:
    """The sum of two exact numbers is their sum."""
    assert Quantity.exact(one).plus(Quantity.exact(other)).same_as(Quantity.exact(one + other)) is YES


@given(st.integers(min_value=1, max_value=10**6), st.floats(min_value=0, max_value=1), st.integers(min_value=0))
def test_a_wider_tolerance_is_no_sharper(number: int, tolerance: float, asked: int) -> None:
    """What "about" makes certain with a tolerance, it makes certain with every smaller one."""
    about = Quantity.about(number)
    if about.at_least(asked, tolerance=tolerance) is YES:
        assert about.at_least(asked, tolerance=tolerance / 2) is YES
    assert about.at_least(asked) is (YES if asked == 0 else MAYBE)


@pytest.mark.parametrize(
    ("quantity", "number", "truth"),
    [
        (Quantity.more_than(1600), 1600, YES),
        (Quantity.more_than(1600), 1601, YES),
        (Quantity.more_than(1600), 1602, MAYBE),
        (Quantity.about(2500), 2500, MAYBE),
        (Quantity.about(2500), 1, MAYBE),
        (Quantity.nearly(35_000), 34_999, MAYBE),
        (Quantity.nearly(35_000), 35_000, NO),
        (Quantity.order_of(10, words="dozens"), 10, YES),
        (Quantity.order_of(10, words="dozens"), 99, MAYBE),
        (Quantity.order_of(10, words="dozens"), 100, NO),
        (Quantity.none(), 0, YES),
        (Quantity.none(), 1, NO),
        (Quantity.unknown(), 0, YES),
        (Quantity.unknown(), 1, MAYBE),
    ],
)
def test_at_least(quantity: Quantity, number: int, truth: Truth) -> None:
    assert quantity.at_least(number) is truth


@pytest.mark.parametrize(
    ("number", "tolerance", "truth"),
    [(90, 0.1, YES), (91, 0.1, MAYBE), (110, 0.1, MAYBE), (111, 0.1, NO), (100, 0.0, YES), (101, 0.0, NO)],
)
def test_a_tolerance_bounds_what_is_about(number: int, tolerance: float, truth: Truth) -> None:
    assert Quantity.about(100).at_least(number, tolerance=tolerance) is truth


def test_a_tolerance_bounds_what_is_nearly() -> None:
    assert Quantity.nearly(35_000).at_least(34_300, tolerance=0.02) is YES
    assert Quantity.nearly(35_000).at_least(34_301, tolerance=0.02) is MAYBE
    assert Quantity.nearly(35_000).at_most(34_999, tolerance=0.02) is YES


@pytest.mark.parametrize(
    ("one", "other", "truth"),
    [
        (Quantity.exact(34_917), Quantity.nearly(35_000), YES),
        (Quantity.exact(34_500), Quantity.nearly(35_000), YES),
        (Quantity.exact(34_499), Quantity.nearly(35_000), MAYBE),
        (Quantity.exact(35_000), Quantity.nearly(35_000), NO),
        (Quantity.exact(1600), Quantity.more_than(1600), NO),
        (Quantity.exact(1601), Quantity.more_than(1600), YES),
        (Quantity.about(2500), Quantity.exact(2500), YES),
        (Quantity.about(2500), Quantity.exact(2501), MAYBE),
        (Quantity.about(900), Quantity.about(2000), MAYBE),
        (Quantity.about(2500), Quantity.minimum(2500), YES),
        (Quantity.none(), Quantity.exact(0), YES),
        (Quantity.none(), Quantity.minimum(1), NO),
        (Quantity.unknown(), Quantity.exact(3), YES),
    ],
)
def test_consistent_with(one: Quantity, other: Quantity, truth: Truth) -> None:
    assert one.consistent_with(other) is truth


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (Quantity.about(2500), Quantity.about(2000), "about 4,500 (derived)"),
        (Quantity.about(2500), Quantity.none(), "about 2,500 (derived)"),
        (Quantity.nearly(35_000), Quantity.exact(10), "nearly 35,010 (derived)"),
        (Quantity.exact(10), Quantity.more_than(5), "more than 15 (derived)"),
        (Quantity.more_than(5), Quantity.about(10), "more than 5 (derived)"),
        (Quantity.minimum(5), Quantity.maximum(5), "at least 5 (derived)"),
        (Quantity.maximum(5), Quantity.maximum(6), "at most 11 (derived)"),
        (Quantity.fewer_than(5), Quantity.exact(10), "between 10 and 14 (derived)"),
        (Quantity.exact(10), Quantity.exact(5), "15 (derived)"),
        (Quantity.none(), Quantity.none(), "0 (derived)"),
        (Quantity.unknown(), Quantity.exact(5), "unknown (derived)"),
    ],
)
def test_plus(one: Quantity, other: Quantity, text: str) -> None:
    assert str(one.plus(other)) == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity.exact(34_917), "34,917"),
        (Quantity.about(2500), "about 2,500"),
        (Quantity.nearly(35_000), "nearly 35,000"),
        (Quantity.minimum(2500), "at least 2,500"),
        (Quantity.more_than(1600), "more than 1,600"),
        (Quantity.maximum(10), "at most 10"),
        (Quantity.fewer_than(10), "fewer than 10"),
        (Quantity.between(900, 2000), "between 900 and 2,000"),
        (Quantity.order_of(10), "of the order of 10"),
        (Quantity.order_of(10, words="dozens"), "dozens"),
        (Quantity.none(), "none"),
        (Quantity.unknown(), "unknown"),
    ],
)
def test_reads_as_its_source_had_it(quantity: Quantity, text: str) -> None:
    assert str(quantity) == text
    assert repr(quantity) == f"<Quantity: {text}>"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"wording": "exact"}, ["number"]),
        ({"wording": "none", "number": 0}, ["number"]),
        ({"wording": "unknown", "number": 3, "to": 4}, ["number", "to"]),
        ({"wording": "between", "number": 3}, ["to"]),
        ({"wording": "between", "to": 3}, ["number"]),
        ({"wording": "between", "number": 3, "to": 2}, ["to"]),
        ({"wording": "exact", "number": 3, "to": 4}, ["to"]),
        ({"wording": "exact", "number": -1}, ["number"]),
        ({"wording": "exact", "number": 2.5}, ["number"]),
        ({"wording": "exact", "number": True}, ["number"]),
        ({"wording": "approximately", "number": "3", "derived": 1}, ["wording", "number", "derived"]),
    ],
)
def test_refused(fields: dict[str, object], wrong: list[str]) -> None:
    with pytest.raises(InvalidObject) as caught:
        Quantity(**fields)  # type: ignore[arg-type]  # what is tested
    assert [each.field for each in caught.value.problems] == wrong


def test_numbers_do_not_compare() -> None:
    with pytest.raises(TypeError):
        eval("one < two", {"one": Quantity.exact(1), "two": Quantity.exact(2)})  # noqa: S307 - a type checker refuses it
    assert Quantity.about(1) != Quantity.exact(1)


@pytest.mark.parametrize("make", [Quantity.fewer_than, Quantity.nearly, Quantity.order_of])
def test_something_fits_every_quantity(make: Callable[[int], Quantity]) -> None:
    with pytest.raises(InvalidObject, match="number"):
        make(0)
