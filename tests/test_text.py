import unicodedata

import pytest
from hypothesis import given

from oirmodel.names import Name
from oirmodel.testing import names, texts
from oirmodel.text import NAME_LIMIT, TEXT_LIMIT, clean_name, clean_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\x00b", "U+0000"),
        ("bell\x07", "U+0007"),
        ("escape\x1b[31m", "U+001B"),
        ("carriage\rreturn", "U+000D"),
        ("delete\x7f", "U+007F"),
        ("next line\x85", "U+0085"),
        ("surrogate\ud800", "U+D800"),
        ("surrogate\udfff", "U+DFFF"),
        ("no character\ufffe", "U+FFFE"),
        ("no character\uffff", "U+FFFF"),
    ],
)
def test_no_text_holds(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=code.replace("+", r"\+")):
        clean_text(text)
    with pytest.raises(ValueError, match=code.replace("+", r"\+")):
        clean_name(text)


@pytest.mark.parametrize(
    "text", ["", "two\nlines\tand a tab", "عين الأسد", "a\u200cb\u200db\u200e\u200f", "😀", "e\u0301"]
)
def test_a_text_may_hold(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no white space at its ends, and not an empty one"),
        (" Al-Asad", "no white space at its ends"),
        ("Al-Asad\u00a0", "no white space at its ends"),
        ("Al\nAsad", "on one line"),
        ("Al\tAsad", "without tabs"),
        ("Al\u202eAsad", r"bidirectional overrides \(U\+202E\)"),
        ("Al\u202aAsad", r"bidirectional overrides \(U\+202A\)"),
        ("Al\u2066Asad", r"bidirectional overrides \(U\+2066\)"),
        ("Al\u2069Asad", r"bidirectional overrides \(U\+2069\)"),
        ("Hewle\u0302r", "Normalization Form C: 'Hewlêr'"),
    ],
)
def test_no_name_is(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        clean_name(text)


@pytest.mark.parametrize("text", ["Al-Asad", "عين الأسد", "Hewlêr", "می\u200cخواهم", "\u200fعين", "x" * 500])
def test_a_name_may_be(text: str) -> None:
    assert clean_name(text) == text


def test_limits() -> None:
    assert (NAME_LIMIT, TEXT_LIMIT) == (500, 20_000)
    assert clean_text("x" * 20_000) == "x" * 20_000
    with pytest.raises(ValueError, match="at most 20,000 characters, not 20,001"):
        clean_text("x" * 20_001)
    with pytest.raises(ValueError, match="at most 500 characters, not 501"):
        clean_name("x" * 501)


@given(texts())
def test_nothing_is_repaired(text: str) -> None:
    """A text that is accepted is returned as it came."""
    assert clean_text(text) == text


@given(names())
def test_names_are_composed(name: Name) -> None:
    """A name is in Normalization Form C and survives being written and read as UTF-8."""
    assert unicodedata.normalize("NFC", name.text) == name.text
    assert name.text.encode().decode() == name.text


@pytest.mark.parametrize("text", ["Al\u2028Asad", "Al\u2029Asad"])
def test_a_name_has_no_separators_of_lines(text: str) -> None:
    with pytest.raises(ValueError, match="on one line"):
        clean_name(text)
