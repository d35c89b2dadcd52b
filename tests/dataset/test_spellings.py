"""How alike two names are."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.dataset.spellings import Weights, consonants, keys_of, likeness, spelling

BASES = (
    "Al-Asad Airbase",
    "Ain al-Asad",
    "Al-Taqaddum Air Base",
    "Qayyarah Airfield West",
    "Camp Taji",
    "K-1 Air Base",
    "Balad Air Base",
    "Kirkuk Air Base",
)
WEIGHTS = Weights([spelling(each)] for each in BASES)


def alike(one: str, other: str) -> float:
    return round(likeness(spelling(one), spelling(other), WEIGHTS).score, 2)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mohammed", "Muhammad", "Mohamed", "Mehmed", "محمد"),
        ("Qayyarah", "Qayara", "Kayara", "القيارة"),
        ("Raqqa", "Raqqah", "Rakka", "الرقة"),
        ("Shaddadi", "Shaddadah", "شدادي"),
        ("Erbil", "Irbil", "Arbil", "أربيل"),
        ("Khalid", "Khaled", "خالد"),
        ("Taji", "Tagi", "التاجي"),
    ],
)
def test_ways_of_writing_one_word_have_the_same_consonants(spellings: tuple[str, ...]) -> None:
    assert len({consonants(each) for each in spellings}) == 1


def test_consonants() -> None:
    assert [consonants(each) for each in ("Huassai", "Muhammadawi", "MacFarland", "McFarlane")] == [
        "hs",
        "mhmd",
        "mkfrlnd",
        "mkfrln",
    ]
    assert [consonants(each) for each in ("Aoi", "Мосул", "1")] == ["aoi", "мосул", "1"]


def test_articles_and_little_words_tell_no_names_apart_and_ordinals_are_numbers() -> None:
    assert spelling("Deir ez-Zor").words == ("deir", "zor")
    assert spelling("ar-Raqqah of the al-Anbar").words == ("raqqah", "anbar")
    assert spelling("News.Az").words == ("news", "az")
    assert spelling("عين الأسد").words == ("عين", "اسد")
    assert spelling("the First Brigade").words == spelling("1st Brigade").words == ("1", "brigade")
    assert spelling("82nd Airborne").numbers == {"82"}
    assert spelling("The").words == ("the",)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Al-Asad Airbase", "Al Asad Air-Base", 0.75),
        ("Al-Asad Airbase", "Asad", 0.85),
        ("Ain al-Asad", "عين الأسد", 0.9),
        ("Qayyarah Airfield West", "Qayara West", 0.76),
        ("Camp Taji", "التاجي", 0.8),
        ("West Qayyarah Airfield", "Qayyarah Airfield West", 1.0),
    ],
)
def test_names_of_one_base_are_alike(one: str, other: str, score: float) -> None:
    assert alike(one, other) == alike(other, one) == score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Asad Airbase", "Al-Taqaddum Airbase"),
        ("Balad Air Base", "Kirkuk Air Base"),
        ("Camp Taji 1", "Camp Taji 2"),
        ("Camp Taji", "Camp Taji 2"),
        ("1st Brigade", "Second Brigade"),
        ("5th Infantry Brigade", "5th Infantry Battalion"),
        ("CNN", "KUNA"),
        ("Iraq", "Raqqa"),
        ("Iraq", "الرقة"),
        ("US", "USSA"),
        ("", "Taji"),
    ],
)
def test_names_of_two_things_are_not(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one) == 0.0


def test_words_that_are_spelt_otherwise_and_those_that_one_has_alone_are_told() -> None:
    found = likeness(spelling("Sean MacFarland"), spelling("General Sean McFarlane"), Weights([]))
    assert found.otherwise == (("macfarland", "mcfarlane"),)
    assert found.alone == ("general",)


names = st.lists(
    st.sampled_from(
        ("mohammed", "muhammad", "asad", "assad", "base", "air", "taji", "tagi", "1st", "2nd", "محمد", "sh")
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(names, names)
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    """And it is a share."""
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1


@given(names)
def test_a_name_is_just_like_itself(name: str) -> None:
    """All of what it says is the same."""
    assert alike(name, name) == 1


words = st.text("abdhkmnrst", min_size=1, max_size=8)


@given(words, st.data())
def test_words_that_may_be_alike_have_a_key_in_common(word: str, data: st.DataObject) -> None:
    """Whatever one letter was left out, added, changed or put before its neighbour: they are found to be compared."""
    at = data.draw(st.integers(min_value=0, max_value=len(word) - 1))
    letter = data.draw(st.sampled_from("abdhkmnrst"))
    near = data.draw(
        st.sampled_from(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            )
        )
    )
    if near and likeness(spelling(word), spelling(near), Weights([])).score:
        assert keys_of(consonants(word)) & keys_of(consonants(near))


def test_different_names_of_bases_are_rarely_alike() -> None:
    """Of the 28 pairs just the one that names one base."""
    found = {(one, other) for one, other in combinations(BASES, 2) if alike(one, other) >= 0.5}
    assert found == {("Al-Asad Airbase", "Ain al-Asad")}
