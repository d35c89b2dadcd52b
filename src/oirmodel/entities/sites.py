"""Wherever something can be: installations and places."""

import re
from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.entities.base import Entity, country_code
from oirmodel.geo import Box, Point
from oirmodel.ids import InstallationId, PlaceId
from oirmodel.vocab import InstallationCategory, PlaceCategory

__all__ = ["Installation", "Place"]

_SUBDIVISION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def _timezone(_: object, __: object, name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("expected a time zone of the IANA database, such as 'Asia/Baghdad'") from None


def _subdivision(_: object, __: object, code: str) -> None:
    if not _SUBDIVISION.fullmatch(code):
        raise ValueError("expected a code of ISO 3166-2, such as 'IQ-AN'")


@frozen(kw_only=True)
class Installation(Entity):
    """
    A base, airbase, camp, outpost, headquarters or port; a compound inside another is its own, with ``part_of``.

    >>> Installation(id="al-asad", category="airbase", external_ids=["icao:ORAA"]).external_ids[0].format()
    'icao:ORAA'
    """

    kind: ClassVar[str] = "installation"
    id: InstallationId
    category: InstallationCategory = InstallationCategory.UNSTATED
    place: PlaceId | None = None
    """Where it lies, in the smallest place that is certain."""
    part_of: InstallationId | None = None
    point: Point | None = None
    timezone: str | None = field(default=None, validator=optional(_timezone))
    """The name in the IANA database; by its calendar an instant becomes a day."""


@frozen(kw_only=True)
class Place(Entity):
    """A city, district, province, country, mountain range or area."""

    kind: ClassVar[str] = "place"
    id: PlaceId
    category: PlaceCategory = PlaceCategory.UNSTATED
    country: str | None = field(default=None, validator=optional(country_code))
    """The code of ISO 3166-1."""
    iso_3166_2: str | None = field(default=None, validator=optional(_subdivision))
    part_of: PlaceId | None = None
    point: Point | None = None
    box: Box | None = None
    timezone: str | None = field(default=None, validator=optional(_timezone))
    """The name in the IANA database; by its calendar an instant becomes a day."""
