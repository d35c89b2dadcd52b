import pytest

from oirmodel.errors import InvalidObject
from oirmodel.names import Name
from oirmodel.vocab import NameCategory
from tests.making import make


@pytest.mark.parametrize("tag", ["en", "ar", "ckb", "ku-Latn", "ar-IQ", "zh-Hans-CN", "es-419", "sl-rozaj"])
def test_language_tags(tag: str) -> None:
    assert make(Name, text="Al-Asad", language=tag).language == tag


@pytest.mark.parametrize("tag", ["", "english", "EN", "en_US", "en-", "ar-iq", "a", "x" * 600])
def test_no_language_tags(tag: str) -> None:
    with pytest.raises(InvalidObject, match="language: expected a language tag of BCP 47"):
        make(Name, text="Al-Asad", language=tag)


@pytest.mark.parametrize("script", ["arab", "Arabic", "ARAB", ""])
def test_no_scripts(script: str) -> None:
    with pytest.raises(InvalidObject, match="script: expected a script of ISO 15924"):
        make(Name, text="Al-Asad", script=script)


def test_defaults_say_no_more_than_silence() -> None:
    name = make(Name, text="عين الأسد")
    assert (name.language, name.script, name.category) == (None, None, NameCategory.COMMON)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Name, text=" x", language="english", script="arab", category="nickname")
    assert [each.field for each in caught.value.problems] == ["text", "language", "script", "category"]


def test_a_variant_may_be_a_year() -> None:
    assert make(Name, text="Al-Asad", language="de-1996").language == "de-1996"
