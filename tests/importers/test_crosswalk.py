import pytest

from oirmodel.importers import Crosswalk, Fit, Term
from oirmodel.vocab import Counted

UNITS = Crosswalk(
    "somebody",
    "unit",
    Counted,
    (Term("Air Strikes", Counted.STRIKES, Fit.EXACT), Term("bombs", Counted.MUNITIONS, Fit.BROADER, "rockets too")),
)


def test_case_and_white_space_do_not_matter() -> None:
    assert UNITS[" air  STRIKES\n"] == Term("Air Strikes", Counted.STRIKES, Fit.EXACT)
    assert "Bombs" in UNITS


def test_a_term_that_is_not_there_is_not_guessed() -> None:
    assert UNITS.get("air strike") is None
    assert "air strike" not in UNITS
    assert 3 not in UNITS
    with pytest.raises(KeyError):
        UNITS["air strike"]


def test_codes_that_others_keep_are_texts() -> None:
    assert Crosswalk("somebody", "country", str, (Term("Irak", "IQ", Fit.EXACT),))["irak"].ours == "IQ"


def test_a_term_that_stands_twice_is_refused() -> None:
    terms = (Term("a", "IQ", Fit.EXACT), Term(" A", "SY", Fit.EXACT))
    with pytest.raises(ValueError, match="a term of somebody, country, stands twice"):
        Crosswalk("somebody", "country", str, terms)


def test_what_is_no_word_of_the_vocabulary_is_refused() -> None:
    with pytest.raises(ValueError, match="'a' of somebody, unit, is not given a word of Counted"):
        Crosswalk("somebody", "unit", Counted, (Term("a", "strikes", Fit.EXACT),))
