"""Which things the names and ids of a table stand for: what is known, or what a row has made of the same name."""

from collections.abc import Mapping
from typing import Any, Final

from oirmodel.dataset import references
from oirmodel.entities import Agreement, Commitment, Entity, Event, Source
from oirmodel.errors import UnknownName, quoted
from oirmodel.importers._mapping.cells import Unplaced, made
from oirmodel.importers.gathering import Gathering, slug
from oirmodel.names import Name

__all__ = ["OF_A_ROW", "Linked"]

OF_A_ROW: Final = (Event, Agreement, Commitment)
"""Two rows that name one of these alike need not mean the same one, as with an untitled agreement."""
_LISTED: Final = 3
"""More kinds than that are not told one by one."""
_PLACED: Final = ("place", "part_of")


class Linked:
    """Links names to what is known, or to what an earlier row has made of the very same name."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.waiting: list[Entity | Source] = []
        """What the row at hand has made; it is in the dataset once a row that names it is placed."""
        self._shelved: dict[str, Entity | Source] = {}
        """What rows have made that could not be placed, in case that another row names it."""
        self._taken: set[str] = set()
        self.reserved: tuple[str, ...] = ()
        """With what no id of an entity begins."""
        self._made: dict[tuple[object, ...], str] = {}
        self._ids: dict[tuple[type[Entity], str], str] = {}

    def add(self, made_here: Entity | Source) -> None:
        """Something is made for the row at hand."""
        self.waiting.append(made_here)

    def use(self, an_id: str) -> None:
        """The row at hand names something that a row before it has made."""
        if an_id in self._shelved:
            entity = self._shelved.pop(an_id)
            self.waiting.append(entity)
            for each in references(entity):
                self.use(each.id)

    def settle(self, *, placed: bool) -> None:
        """What becomes of the row at hand."""
        if placed:
            self.gathering.add(*self.waiting)
        else:
            self._shelved |= {each.id: each for each in self.waiting}
        self.waiting.clear()

    def new_id(self, *words: str | None) -> str:
        """An id of these words that nothing has yet, neither in the dataset nor waiting."""
        an_id, number = self.gathering.new_id(*words), 1
        while an_id in self._taken:
            number += 1
            an_id = self.gathering.new_id(*words, str(number))
        self._taken.add(an_id)
        return an_id

    def name(self, name: str, kinds: tuple[type[Entity], ...], country: str | None, new: type[Entity] | None) -> str:
        """The id of a name that stands where one of these kinds does."""
        linked = self.gathering.link(name, *kinds, country=country)
        if linked is not None:
            return linked
        if new is None:
            raise self._unknown(name, kinds)
        fields = {} if country is None or not hasattr(new, "country") else {"country": country}
        return self.entity(new, {"names": (made(Name, text=name),), **fields})

    def _unknown(self, name: str, kinds: tuple[type[Entity], ...]) -> Unplaced:
        what = " or ".join(each.kind for each in kinds) if len(kinds) <= _LISTED else "thing"
        alike: tuple[str, ...] = ()
        try:
            self.gathering.known.entity(name, *kinds)
        except UnknownName as error:
            alike = error.suggestions
        except LookupError:
            return Unplaced("OIR503", f"{quoted(name)} names more than one {what}; use an id")
        hint = f"; did you mean {', '.join(alike)}?" if alike else ""
        return Unplaced(
            "OIR503", f"no known {what} has the id or name {quoted(name)}{hint} (new says what it would be)"
        )

    def entity(self, cls: type[Entity], fields: Mapping[str, Any]) -> str:
        """The id of what these fields are of, by its name and where it lies; what is not known is made."""
        names: tuple[Name, ...] = fields.get("names", ())
        key = (cls, names[0].text if names else None, fields.get("country"), *(fields.get(each) for each in _PLACED))
        an_id = self._made.get(key)
        if an_id is None:
            words = (cls.kind, fields.get("country"), names[0].text if names else None)
            an_id = self.new_id(*words)
            self.add(made(cls, id=an_id, **fields))
            self._made[key] = an_id
        self.use(an_id)
        return an_id

    def own(self, cls: type[Entity], text: str) -> tuple[str, bool]:
        """
        The id that a table gives a thing, as an id of ours, and whether that is a known thing.

        Two texts never become one id, however alike they are.
        """
        key = cls, text
        if key not in self._ids:
            if slug(text).startswith(self.reserved):
                raise Unplaced("OIR502", f"{quoted(text)} begins as the ids of claims of this table do")
            known = self.gathering.known
            if text in known.entities and isinstance(known.entities[text], cls):
                return self.gathering.take(text), True
            self._ids[key] = self.new_id(text)
        self.use(self._ids[key])
        return self._ids[key], False
