import pytest
from hypothesis import given

from oirmodel.testing import truths
from oirmodel.truth import Truth

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, MAYBE, MAYBE, YES),
        (YES, NO, NO, YES),
        (MAYBE, YES, MAYBE, YES),
        (MAYBE, MAYBE, MAYBE, MAYBE),
        (MAYBE, NO, NO, MAYBE),
        (NO, YES, NO, YES),
        (NO, MAYBE, NO, MAYBE),
        (NO, NO, NO, NO),
    ],
)
def test_kleene_tables(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert (one & other) is both
    assert (one | other) is either


@pytest.mark.parametrize(("truth", "negated"), [(YES, NO), (MAYBE, MAYBE), (NO, YES)])
def test_not(truth: Truth, negated: Truth) -> None:
    assert (~truth) is negated


@pytest.mark.parametrize(
    ("certain", "possible", "truth"),
    [(True, True, YES), (False, True, MAYBE), (False, False, NO), (True, False, YES)],
)
def test_of(*, certain: bool, possible: bool, truth: Truth) -> None:
    assert Truth.of(certain=certain, possible=possible) is truth


@pytest.mark.parametrize("truth", [YES, MAYBE, NO])
def test_has_no_truth_value_of_its_own(truth: Truth) -> None:
    with pytest.raises(TypeError, match="compare it with 'is'"):
        bool(truth)


@pytest.mark.parametrize("truth", [YES, MAYBE, NO])
@pytest.mark.parametrize("condition", ["not truth", "1 if truth else 2", "truth and 1", "any([truth])"])
def test_cannot_stand_in_a_condition(truth: Truth, condition: str) -> None:
    with pytest.raises(TypeError, match="compare it with 'is'"):
        eval(condition, {"truth": truth})  # noqa: S307 - expressions that a type checker would refuse


@given(truths(), truths())
def test_de_morgan(one: Truth, other: Truth) -> None:
    """Not both is either not; not either is neither."""
    assert ~(one & other) is (~one | ~other)
    assert ~(one | other) is (~one & ~other)


@given(truths(), truths(), truths())
def test_distributes(one: Truth, other: Truth, third: Truth) -> None:
    """And distributes over or, and or over and."""
    assert (one & (other | third)) is ((one & other) | (one & third))
    assert (one | (other & third)) is ((one | other) & (one | third))


def test_a_truth_goes_with_truths_alone() -> None:
    with pytest.raises(TypeError, match="unsupported operand"):
        Truth.YES & True  # type: ignore[operator]  # what is tested
    with pytest.raises(TypeError, match="unsupported operand"):
        Truth.NO | 1  # type: ignore[operator]  # what is tested
