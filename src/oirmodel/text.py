"""What text may hold: the checks that stand between a stranger's bytes and a reader's screen."""

import re
import unicodedata

__all__ = ["NAME_LIMIT", "TEXT_LIMIT", "clean_name", "clean_text", "escaped"]

NAME_LIMIT = 500
"""The longest name, in characters."""
TEXT_LIMIT = 20_000
"""The longest text of any other field, in characters."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Overrides, embeddings and isolates reorder what a reader sees. LRM, RLM, ZWJ and ZWNJ are ordinary spelling.
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


_BREAK = re.compile(r"[\n\t\u2028\u2029]")
# What moves a terminal's cursor, breaks a line, or reorders what a reader sees.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def escaped(text: str) -> str:
    r"""
    The text with everything that could act on a terminal, or break its line, written as an escape.

    >>> print(escaped("one\x1b[31m\ntwo"))
    one\x1b[31m\ntwo
    """
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def clean_text(text: str) -> str:
    """
    Return the text as it is, or raise ``ValueError`` where it holds what no text should.

    Refused are control characters (but for tab and line feed), lone surrogates, and more than
    :data:`TEXT_LIMIT` characters. Nothing is removed or repaired.
    """
    if len(text) > TEXT_LIMIT:
        raise ValueError(f"expected at most {TEXT_LIMIT:,} characters, not {len(text):,}")
    if found := _CONTROL.search(text):
        raise ValueError(f"expected text without control characters or lone surrogates (U+{ord(found[0]):04X})")
    return text


def clean_name(text: str) -> str:
    """
    Return a name as it is, or raise ``ValueError`` where it could not stand in a list of names.

    Beyond what :func:`clean_text` refuses, a name has no line breaks, no white space at its ends, no bidirectional
    overrides (Unicode UAX #9), and is in Normalization Form C (UAX #15).
    """
    clean_text(text)
    if not text or text != text.strip():
        raise ValueError("expected a name with no white space at its ends, and not an empty one")
    if len(text) > NAME_LIMIT:
        raise ValueError(f"expected a name of at most {NAME_LIMIT} characters, not {len(text):,}")
    if _BREAK.search(text):
        raise ValueError("expected a name on one line, without tabs")
    if found := _BIDI.search(text):
        raise ValueError(f"expected a name without bidirectional overrides (U+{ord(found[0]):04X})")
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError(f"expected Unicode Normalization Form C: {unicodedata.normalize('NFC', text)!r}")
    return text
