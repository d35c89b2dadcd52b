import copy
import pickle

import pytest

from oirmodel.errors import (
    MISSING,
    AmbiguousName,
    InvalidDate,
    InvalidObject,
    InvalidQuestion,
    OirError,
    Problem,
    UnknownName,
    quoted,
)

ERRORS = [
    InvalidDate("2017-13", "there is no month 13"),
    InvalidDate("2017-13", "there is no month 13", 5),
    InvalidObject(
        "Control", (Problem("degree", "total", "expected one of 'full'"), Problem("of", MISSING, "expected a value"))
    ),
    InvalidQuestion("two times at once"),
    UnknownName("al-assad", "installation", ("al-asad",)),
    AmbiguousName("Al-Asad", ("al-asad", "hafez-al-assad")),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_survives_a_pickle(error: OirError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - bytes made on this very line
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.__dict__ == error.__dict__


@pytest.mark.parametrize(
    ("error", "standard"),
    [
        (InvalidDate, ValueError),
        (InvalidObject, ValueError),
        (InvalidObject, TypeError),
        (InvalidQuestion, ValueError),
        (UnknownName, LookupError),
        (AmbiguousName, LookupError),
    ],
)
def test_is_ours_and_a_standard_error(error: type[Exception], standard: type[Exception]) -> None:
    assert issubclass(error, OirError)
    assert issubclass(error, standard)


def test_one_problem_stands_on_one_line() -> None:
    error = InvalidObject("Control", (Problem("degree", "total", "expected one of 'full', 'partial'"),))
    assert str(error) == "cannot make Control: degree: expected one of 'full', 'partial'; got 'total'"


def test_several_problems_stand_in_a_list() -> None:
    problems = (Problem("degree", "total", "expected one of 'full'"), Problem("of", MISSING, "expected a value"))
    assert str(InvalidObject("Control", problems)) == (
        "cannot make Control: 2 problems\n  - degree: expected one of 'full'; got 'total'\n  - of: expected a value"
    )


def test_a_given_none_is_quoted_and_a_missing_value_is_not() -> None:
    assert str(Problem("of", None, "expected an id")) == "of: expected an id; got None"
    assert str(Problem("of", MISSING, "expected an id")) == "of: expected an id"


def test_missing_stays_itself() -> None:
    assert pickle.loads(pickle.dumps(MISSING)) is MISSING  # noqa: S301 - bytes made on this very line
    assert copy.deepcopy(MISSING) is MISSING
    assert repr(MISSING) == "MISSING"


def test_a_date_error_quotes_the_text() -> None:
    assert str(InvalidDate("2017-13", "there is no month 13")) == "not an EDTF date: '2017-13' (there is no month 13)"


def test_a_date_error_counts_characters_as_people_do() -> None:
    error = InvalidDate("2017-13", "there is no month 13", 5)
    assert (error.position, error.reason) == (5, "there is no month 13, at character 6")
    assert str(error) == "not an EDTF date: '2017-13' (there is no month 13, at character 6)"


def test_an_unknown_name_suggests() -> None:
    assert str(UnknownName("al-assad", "installation", ("al-asad", "assad"))) == (
        "no installation has the id or name 'al-assad'; did you mean al-asad, assad?"
    )
    assert str(UnknownName("x", "entity")) == "no entity has the id or name 'x'"


def test_an_ambiguous_name_lists_the_candidates() -> None:
    assert str(AmbiguousName("Asad", ("a", "b"))) == "'Asad' names 2 entities: a, b; use an id"


def test_long_values_are_cut() -> None:
    assert quoted("x" * 100, limit=10) == "'xxxxxxxxx..."
    assert quoted("x" * 8, limit=10) == "'xxxxxxxx'"
