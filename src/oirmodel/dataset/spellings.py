"""How alike two names are: word by word, over scripts and over the ways in which Arabic is spelt in Latin letters."""

import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from oirmodel.dataset.names import name_key
from oirmodel.vocab import (
    AgreementCategory,
    EventCategory,
    ForceCategory,
    InstallationCategory,
    OperationCategory,
    OrganizationCategory,
    PlaceCategory,
)

__all__ = ["Likeness", "Spelling", "Weights", "consonants", "keys_of", "likeness", "spelling"]

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_LITTLE_WORDS: Final = frozenset({"al", "el", "ul", "the", "of", "and", "in"})
"""The Arabic article, and English words that tell no names apart."""
_SUN_ARTICLE: Final = re.compile("[aeu](sh|th|dh|[dlnrstz])")
"""The article as it sounds before a word with this letter: ar-Raqqah, ez-Zor, ash-Shaddadi."""
_ARABIC_ARTICLE: Final = re.compile("^ال(?=..)")
_ORDINALS: Final = {
    word: str(number)
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), start=1
    )
}
_CATEGORIES: Final = (
    AgreementCategory,
    EventCategory,
    ForceCategory,
    InstallationCategory,
    OperationCategory,
    OrganizationCategory,
    PlaceCategory,
)
_SORTS: Final = frozenset(
    word for category in _CATEGORIES for each in category for word in each.value.split("-")
) | frozenset(("air", "airport", "department", "government", "international", "military", "statement"))
"""Words that name a sort of thing: those of the categories, and a few that go with them."""
_OF_A_SORT: Final = 0.25
"""How much of its weight such a word keeps: that two things are airbases does not make them one."""
_DIGITS: Final = re.compile(r"\d+")
_PAIRS: Final = {"sh": "š", "ch": "š", "kh": "x", "gh": "ğ", "th": "t", "dh": "d", "ph": "f", "ck": "k"}
_TWO_LETTERS: Final = re.compile("|".join(_PAIRS))
_VOWELS: Final = "aeiouwy" + "اويىئؤءعة"
_SOUNDS: Final = str.maketrans(
    {
        **dict.fromkeys(_VOWELS, ""),
        **dict(zip("cqjpvz", "kkgbfs", strict=True)),
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttghxddrssšsdtsğfkklmnh", strict=True)),
        **dict(zip("پچژگکڤڵڕ", "bšsgkflr", strict=True)),
    }
)
_TWICE: Final = re.compile(r"(.)\1+")
_SILENT: Final = re.compile(r"(?<=.[aeiou])h$")
"""The h at the end of Raqqah stands for the letter that Arabic writes there, and nobody speaks."""

_SAME_WORD: Final = 1.0
_SAME_SOUND: Final = 0.9
_ONE_LETTER: Final = 0.85
_SAME_CONSONANTS: Final = 0.75
_ONE_SOUND: Final = 0.7
_LONG_WORD: Final = 5
"""The shortest word of which another may be a misspelling: of shorter ones too many are one letter apart."""
_LONG_SOUND: Final = 4
_MANY_CONSONANTS: Final = 3


def consonants(word: str) -> str:
    """
    The consonants of a word, those alike that ways of writing Arabic in Latin letters do not keep apart.

    Vowels and what stands for them are left out, a doubled letter counts once, and letters of other scripts than the
    Arabic and the Latin stay as they are. A word of vowels alone stays as it is.

    >>> consonants("Mohammed"), consonants("Muhammad"), consonants("محمد")
    ('mhmd', 'mhmd', 'mhmd')
    >>> consonants("Qayyarah") == consonants("Qayara") == consonants("القيارة")
    True
    """
    key = _ARABIC_ARTICLE.sub("", name_key(word))
    sounds = _TWO_LETTERS.sub(lambda found: _PAIRS[found[0]], _once(_SILENT.sub("", key))).translate(_SOUNDS)
    return sounds or key


def _once(word: str) -> str:
    """The word with each doubled letter once."""
    return _TWICE.sub(r"\1", word)


class Spelling(NamedTuple):
    """A name as it is compared."""

    text: str
    words: tuple[str, ...]
    """Its words, folded; articles are left out, and ordinals are numbers."""
    sounds: tuple[str, ...]
    """The consonants of each."""
    numbers: frozenset[str]
    """The numbers in it, which tell a first brigade from a second."""


@lru_cache(maxsize=100_000)
def spelling(text: str) -> Spelling:
    """
    A name as it is compared.

    >>> spelling("Ain al-Asad").words, spelling("the 1st Brigade").words
    (('ain', 'asad'), ('1', 'brigade'))
    """
    # Marks are no letters, and would split the words that they stand in.
    letters = "".join(each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each)[0] != "M")
    found = [name_key(each) for each in _BETWEEN_WORDS.split(letters) if each]
    following = itertools.zip_longest(found, found[1:], fillvalue="")
    kept = [each for each, after in following if not _is_little(each, after)]
    words = tuple(_ORDINALS.get(each) or _numbered(_ARABIC_ARTICLE.sub("", each)) for each in kept or found)
    numbers = frozenset(str(int(each)) for word in words for each in _DIGITS.findall(word))
    return Spelling(text, words, tuple(consonants(each) for each in words), numbers)


def _is_little(word: str, following: str) -> bool:
    article = _SUN_ARTICLE.fullmatch(word)
    return word in _LITTLE_WORDS or (article is not None and following.startswith(article[1]))


def _numbered(word: str) -> str:
    """The number of an ordinal in figures, such as ``82nd``; else the word."""
    found = re.fullmatch(r"(\d+)(st|nd|rd|th)", word)
    return found[1] if found else word


@lru_cache(maxsize=200_000)
def _words_alike(one: str, other: str) -> float:
    """How alike two words are, from 0 for not at all."""
    if one == other:
        return _SAME_WORD
    if one[0].isdigit() or other[0].isdigit():
        return 0.0
    sound, sound_of_other = consonants(one), consonants(other)
    if sound == sound_of_other:
        if one.isascii() is not other.isascii():
            # A vowel at the beginning is written in both scripts: it tells Iraq from Raqqa.
            return _SAME_SOUND if (one[0] in _VOWELS) is (other[0] in _VOWELS) else 0.0
        if min(len(one), len(other)) > 2 and _one_apart(_once(one), _once(other)):  # noqa: PLR2004 - "us" and "usa"
            return _SAME_SOUND
        # Of two consonants alone there are too many words: CNN and KUNA, Iraq and Raqqa.
        return _SAME_CONSONANTS if len(sound) >= _MANY_CONSONANTS else 0.0
    shorter, longer = sorted((len(sound), len(sound_of_other)))
    if longer < _MANY_CONSONANTS or not _one_apart(sound, sound_of_other):
        return 0.0
    if min(len(one), len(other)) >= _LONG_WORD and _one_apart(one, other):
        return _ONE_LETTER
    return _ONE_SOUND if shorter >= _LONG_SOUND else 0.0


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, one less, another one, or two neighbours changed about make the one of the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    rest, rest_of_other = shorter[start:], longer[start:]
    return rest[1:] == rest_of_other[1:] or (rest[:2] == rest_of_other[1::-1] and rest[2:] == rest_of_other[2:])


def keys_of(sound: str) -> frozenset[str]:
    """What the consonants of a word have in common with those of every word that may be like it."""
    if len(sound) < _MANY_CONSONANTS:
        return frozenset((sound,))
    return frozenset((sound, *(sound[:index] + sound[index + 1 :] for index in range(len(sound)))))


class Likeness(NamedTuple):
    """How alike two names are, and which of their words are spelt otherwise."""

    score: float
    """From 0 to 1, and 1 only where all words are the same; it orders names, and proves nothing."""
    otherwise: tuple[tuple[str, str], ...] = ()
    """The words that are taken for one although they are spelt otherwise."""
    alone: tuple[str, ...] = ()
    """The words of either that the other has not."""


_UNLIKE: Final = Likeness(0.0)


class Weights:
    """
    What each word weighs among the names of some things: the logarithm of how few of them have it in a name.

    A word that names a sort of thing, such as base or ministry, weighs a quarter of that.
    """

    def __init__(self, names: Iterable[Iterable[Spelling]]) -> None:
        counts: dict[str, int] = {}
        number = 0
        for spellings in names:
            number += 1
            for sound in {sound for each in spellings for sound in each.sounds}:
                counts[sound] = counts.get(sound, 0) + 1
        self._of = {sound: math.log(1 + number / count) for sound, count in counts.items()}
        self._unknown = math.log(1 + max(number, 1))

    def of(self, name: Spelling) -> list[float]:
        """What each word of a name weighs; one that none of the things has weighs as one that a single thing has."""
        return [
            self._of.get(sound, self._unknown) * (_OF_A_SORT if word in _SORTS else 1)
            for word, sound in zip(name.words, name.sounds, strict=True)
        ]


def likeness(one: Spelling, other: Spelling, weights: Weights) -> Likeness:
    """
    How much of what two names say is the same.

    Each word is paired with the word of the other name that it is most like, whatever their order, and weighs what its
    consonants weigh: a rare word more than one that many names have, so that two bases are not alike for being bases
    (after the soft TF-IDF of W. W. Cohen, P. Ravikumar and S. E. Fienberg, "A comparison of string distance metrics for
    name-matching tasks", 2003). Names with different numbers are not alike at all, nor are those that each have a word
    of their own that weighs as much as any that they share, but for numbers and words for sorts: Iraqi and US forces.
    """
    if one.numbers != other.numbers:
        return _UNLIKE
    mine, theirs = weights.of(one), weights.of(other)
    shared = heaviest = 0.0
    otherwise: list[tuple[str, str]] = []
    left, right = dict(enumerate(one.words)), dict(enumerate(other.words))
    for index, match, alike in _paired(one.words, other.words):
        words = left.pop(index), right.pop(match)
        shared += alike * (mine[index] + theirs[match])
        if not (words[0].isdigit() or words[0] in _SORTS):
            heaviest = max(heaviest, min(mine[index], theirs[match]))
        if words[0] != words[1]:
            otherwise.append(words)
    own = (max((weighed[index] for index in alone), default=0.0) for weighed, alone in ((mine, left), (theirs, right)))
    if not shared or 0 < min(own) >= heaviest:
        return _UNLIKE
    return Likeness(shared / (sum(mine) + sum(theirs)), tuple(otherwise), (*left.values(), *right.values()))


def _paired(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The places of each word and of the one that it is most like, the most alike first, and how alike they are."""
    ranked = sorted(
        (-alike, index, match)
        for index, one in enumerate(left)
        for match, other in enumerate(right)
        if (alike := _words_alike(one, other))
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for unlike, index, match in ranked:
        if index not in used[0] and match not in used[1]:
            used[0].add(index)
            used[1].add(match)
            yield index, match, -unlike
