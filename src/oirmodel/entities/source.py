"""A document that can be cited."""

import re
from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.extensions import Extensions, check_extensions
from oirmodel.frozen import SLUG, Record
from oirmodel.ids import SourceId
from oirmodel.limits import filled
from oirmodel.names import language_tag
from oirmodel.temporal.date import ImpreciseDate, as_date

__all__ = ["Source"]

_LINK = re.compile(r"https?://[^\s<>\"\\]{1,2000}")


def _link(_: object, __: object, address: str) -> None:
    if not _LINK.fullmatch(address):
        raise ValueError("expected an address that begins with http:// or https:// and has no white space")


def _slug(_: object, __: object, text: str) -> None:
    if not SLUG.fullmatch(text):
        raise ValueError("expected small letters and digits, in words joined by hyphens")


def _date(_: object, __: object, date: ImpreciseDate) -> None:
    if date.is_open:
        raise ValueError("expected a date; an open end says nothing here")


@frozen(kw_only=True)
class Source(Record):
    """
    A document that can be cited, as a bibliography describes it.

    >>> Source(id="src-oir", title="Coalition strikes", published="2025-01-07", collection="articles").published
    ImpreciseDate.parse('2025-01-07')
    """

    kind: ClassVar[str] = "source"
    id: SourceId
    title: str = field(validator=filled)
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(_date))
    accessed: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(_date))
    """When it was read for this dataset; what it reports was known by then at the latest."""
    language: str | None = field(default=None, validator=optional(language_tag))
    """The tag of BCP 47."""
    url: str | None = field(default=None, validator=optional(_link))
    archived: str | None = field(default=None, validator=optional(_link))
    """The address of a copy in an archive."""
    collection: str | None = field(default=None, validator=optional(_slug))
    """The name under which several sources are asked together, such as ``articles``."""
    note: str | None = None
    extensions: Extensions = field(factory=Extensions, validator=check_extensions)
