"""Finding things by any of their names, in any script."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from oirmodel.entities import Entity
from oirmodel.errors import AmbiguousName, UnknownName

__all__ = ["NameIndex", "name_key"]

_SUGGESTIONS: Final = 3
_MARK: Final = re.compile("[\u02b0-\u02ff\u0640]")
"""Letters by their category that are marks by their use: ayn and hamza as scholars write them, and the tatweel."""


def name_key(text: str) -> str:
    """
    What is compared when names are: letters and digits alone, without case, marks, hyphens and spaces.

    A name that has no letter and no digit is compared as it is, but for case.

    >>> name_key("Al-Asad") == name_key("al asad") == name_key("ÁL ASAD")
    True
    >>> name_key("عين الأسد") == name_key("عين الاسد")
    True
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(each for each in decomposed if unicodedata.category(each)[0] in "LN" and not _MARK.match(each))
    return kept.casefold() or text.casefold()


class NameIndex:
    """The entities of a dataset by what they are called. Names never join two entities: they only find them."""

    __slots__ = ("_entities", "_keys")

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        keys: dict[str, dict[str, None]] = {}
        for entity in entities.values():
            for text in (entity.id, *(name.text for name in entity.names)):
                keys.setdefault(name_key(text), {})[entity.id] = None
        self._keys = {key: tuple(ids) for key, ids in keys.items()}

    def find(self, text: str, kinds: tuple[type[Entity], ...] = (Entity,)) -> tuple[Entity, ...]:
        """Every entity of these kinds with this id, or else with this name."""
        exact = self._entities.get(text)
        if isinstance(exact, kinds):
            return (exact,)
        found = (self._entities[each] for each in self._keys.get(name_key(text), ()))
        return tuple(each for each in found if isinstance(each, kinds))

    def resolve(self, text: str, kinds: tuple[type[Entity], ...] = (Entity,)) -> Entity:
        """
        The one entity of these kinds with this id or name.

        Raises :class:`~oirmodel.errors.UnknownName`, with what is spelt alike, or
        :class:`~oirmodel.errors.AmbiguousName`, with the candidates.
        """
        found = self.find(text, kinds)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(text, tuple(each.id for each in found))
        raise UnknownName(text, _listed(kinds), self._suggest(text, kinds))

    def _suggest(self, text: str, kinds: tuple[type[Entity], ...]) -> tuple[str, ...]:
        fitting = {
            key: ids for key, ids in self._keys.items() if any(isinstance(self._entities[each], kinds) for each in ids)
        }
        close = difflib.get_close_matches(name_key(text), fitting, n=_SUGGESTIONS, cutoff=0.6)
        found = (each for key in close for each in fitting[key] if isinstance(self._entities[each], kinds))
        return tuple(dict.fromkeys(found))[:_SUGGESTIONS]


def _listed(kinds: Iterable[type[Entity]]) -> str:
    return " or ".join(each.kind for each in kinds)
