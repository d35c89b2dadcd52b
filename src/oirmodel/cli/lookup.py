"""Finding records by their names, and the claims that have to do with one."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from oirmodel.claims import Claim
from oirmodel.dataset import Records, name_key, references
from oirmodel.entities import Entity, Source
from oirmodel.errors import UnknownName
from oirmodel.query.wording import claim_in_words

__all__ = ["Found", "Shown", "find", "look_up"]

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_ABOUT_CLAIMS: Final = ("corrects", "supersedes", "retracts", "derived_from")

Found = Entity | Source


def find(records: Records, text: str) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """
    The entities and sources with this id or name; and then those with a name in which the words stand in a row.

    The last word may be the beginning of one: ``al as`` finds Al-Asad. Case, diacritics and hyphens are ignored. Where
    there are none, the ids of what is spelt alike are the second of the pair.
    """
    found: dict[str, Found] = {each.id: each for each in records.find(text)}
    sought = _words(text)
    everything: list[Found] = [*records.entities.values(), *records.sources.values()]
    for each in sorted(everything, key=lambda each: each.id):
        called = [each.title] if isinstance(each, Source) else [name.text for name in each.names]
        if sought and any(_has_in_a_row(_words(name), sought) for name in (each.id, *called)):
            found.setdefault(each.id, each)
    return tuple(found.values()), () if found else _spelt_alike(records, text)


def _spelt_alike(records: Records, text: str) -> tuple[str, ...]:
    try:
        return (records.entity(text).id,)
    except UnknownName as error:
        return error.suggestions


def _words(text: str) -> list[str]:
    # Marks are no letters, and would split the words that they stand in.
    letters = "".join(each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each)[0] != "M")
    return [key for each in _BETWEEN_WORDS.split(letters) if (key := name_key(each))]


def _has_in_a_row(words: list[str], sought: list[str]) -> bool:
    *whole, last = sought
    return any(
        words[start : start + len(whole)] == whole and words[start + len(whole)].startswith(last)
        for start in range(len(words) - len(whole))
    )


class Shown(NamedTuple):
    """A record, and the claims of a view that have to do with it, in groups."""

    records: Records
    record: Entity | Source | Claim
    label: str
    claims: tuple[tuple[str, tuple[Claim, ...]], ...]


def look_up(records: Records, text: str) -> Shown:
    """
    The entity, source or claim with this id, or the entity with this name.

    Raises :class:`~oirmodel.errors.UnknownName` or :class:`~oirmodel.errors.AmbiguousName`.
    """
    if text in records:
        record = records[text]
    else:
        try:
            record = records.entity(text)
        except UnknownName as error:
            raise UnknownName(text, "entity, source or claim", error.suggestions) from None
    groups = _claims_about(records, record)
    label = claim_in_words(records, record) if isinstance(record, Claim) else records.label(record.id)
    return Shown(records, record, label, tuple((title, claims) for title, claims in groups.items() if claims))


def _claims_about(records: Records, record: Entity | Source | Claim) -> dict[str, tuple[Claim, ...]]:
    """The claims of a view in which a record's id stands, by what it is to them."""
    places = {each: set(_fields_with(each, record.id)) for each in records.claims() if each.id != record.id}
    if isinstance(record, Source):
        return {"Claims that cite it": tuple(each for each, fields in places.items() if "citations" in fields)}
    if isinstance(record, Claim):
        titles = {"corrects": "Corrected by", "supersedes": "Superseded by", "retracts": "Taken back by"}
        titles["derived_from"] = "Premise of"
        return {
            titles[field]: tuple(each for each, fields in places.items() if field in fields) for field in _ABOUT_CLAIMS
        }
    said = tuple(each for each, fields in places.items() if fields == {"asserted_by"})
    about = tuple(each for each, fields in places.items() if fields - {"asserted_by", "grades"})
    return {"Claims about it": about, "Claims that it makes or passes on": said}


def _fields_with(claim: Claim, an_id: str) -> Iterator[str]:
    return (each.path.split("/")[1] for each in references(claim) if each.id == an_id)
