"""Whether two attributes of a thing, of an aspect that takes one value at a time, surely differ."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from oirmodel.claims import Attribute, Claim
from oirmodel.dataset import Records
from oirmodel.errors import InvalidObject
from oirmodel.ids import ExternalId
from oirmodel.query.ground import ground_of
from oirmodel.vocab import Aspect

__all__ = ["surely_differ"]

_ONE_AT_A_TIME: Final = frozenset({"icao", "iata"})
_RANKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "2nd lt": "second lieutenant",
        "1st lt": "first lieutenant",
        "capt": "captain",
        "maj": "major",
        "lt col": "lieutenant colonel",
        "col": "colonel",
        "brig gen": "brigadier general",
        "maj gen": "major general",
        "lt gen": "lieutenant general",
        "gen": "general",
        "lt": "lieutenant",
        "cmdr": "commander",
        "rear adm": "rear admiral",
        "vice adm": "vice admiral",
        "adm": "admiral",
    }
)
"""The ranks of officers of the US services, by the abbreviations that news agencies write for them."""
_WHOLE: Final = frozenset(_RANKS.values())


def surely_differ(records: Records, left: Claim, right: Claim) -> bool:
    """
    Whether two attributes exclude each other: of one single aspect, with values that can be compared and differ.

    Places are compared by ids: they differ where they share no ground. Ranks are compared where both are known ranks of
    officers, written out or abbreviated; codes where both are of one register that gives a thing one at a time. Of any
    other two texts nobody can say here whether they mean one thing.
    """
    if not (isinstance(left, Attribute) and isinstance(right, Attribute) and left.aspect is right.aspect):
        return False
    if left.aspect is Aspect.PLACE:
        places = left.entity, right.entity
        return None not in places and ground_of(records.store).apart(str(places[0]), str(places[1]))
    if left.aspect is Aspect.RANK:
        ranks = _rank(left.value), _rank(right.value)
        return None not in ranks and ranks[0] != ranks[1]
    if left.aspect is Aspect.CODE:
        one, other = _code(left.value), _code(right.value)
        return one is not None and other is not None and one.scheme == other.scheme and one != other
    return False


def _rank(text: str) -> str | None:
    """A rank written out; ``None`` where it is no known one. A captain of the navy is no captain of the army."""
    words = " ".join(text.casefold().replace(".", " ").replace("-", " ").split())
    rank = _RANKS.get(words, words)
    return rank if rank in _WHOLE else None


def _code(text: str) -> ExternalId | None:
    try:
        code = ExternalId.parse(text)
    except InvalidObject:
        return None
    return code if code.scheme in _ONE_AT_A_TIME else None
