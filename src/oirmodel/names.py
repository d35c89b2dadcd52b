"""What things are called, in any language and script."""

import re

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.frozen import Record
from oirmodel.text import clean_name
from oirmodel.vocab import NameCategory

__all__ = ["Name", "language_tag"]

# The shape of a tag in BCP 47 (RFC 5646, section 2.1): language, script, region, variants; no registry is consulted.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*")
_SCRIPT = re.compile(r"[A-Z][a-z]{3}")


def _name(_: object, __: object, text: str) -> None:
    clean_name(text)


def language_tag(_: object, __: object, tag: str) -> None:
    """A language is a tag of BCP 47."""
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError("expected a language tag of BCP 47, such as 'en', 'ar' or 'ku-Latn'")


def _script(_: object, __: object, code: str) -> None:
    if not _SCRIPT.fullmatch(code):
        raise ValueError("expected a script of ISO 15924, such as 'Arab' or 'Latn'")


@frozen(kw_only=True)
class Name(Record):
    """
    One name of a thing, in one language.

    >>> Name(text="عين الأسد", language="ar").category
    <NameCategory.COMMON: 'common'>
    """

    text: str = field(validator=_name)
    """In Unicode Normalization Form C, on one line, without bidirectional overrides."""
    language: str | None = field(default=None, validator=optional(language_tag))
    """The tag of BCP 47; ``None`` where the source leaves it open."""
    script: str | None = field(default=None, validator=optional(_script))
    """The code of ISO 15924, where the language does not make it obvious."""
    category: NameCategory = NameCategory.COMMON
