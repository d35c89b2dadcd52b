"""What is at odds about which ids mean one thing: a SameAs, or a chain of them, against what says that they are two."""

from collections.abc import Iterator

from oirmodel.claims import Claim, SameAs
from oirmodel.dataset import Contradiction, Records

__all__ = ["at_odds"]


def at_odds(records: Records) -> Iterator[tuple[Claim, Claim, str]]:
    """
    Every two claims of a view that cannot both be right about which ids mean one thing, and why.

    Where it takes several SameAs to make one thing of two that are said to be two, the pair is the first of the chain
    and what says that they are two, and the reason names the whole chain. Every SameAs that joins nothing because it is
    contradicted is in one of the pairs or is named in one of the reasons.
    """
    identities = records.identities
    for contradiction in identities.contradictions:
        for parting in contradiction.partings:
            yield from _against(parting, contradiction)
    for pair, denials in sorted(identities.denied_partings.items(), key=lambda each: sorted(each[0])):
        one, other = sorted(pair)
        for parting in identities.partings.get(pair, ()):
            for denial in denials:
                yield parting, denial, f"one says that {one} and {other} are two things, and the other denies it"


def _against(parting: Claim, contradiction: Contradiction) -> Iterator[tuple[SameAs, Claim, str]]:
    ids, chain, beside = contradiction.ids, contradiction.chain, _named(contradiction.beside)
    one, other = ids[0], ids[-1]
    if len(chain) == 1:
        more = f"; by way of others so do {beside}" if beside else ""
        for same in chain[0]:
            yield same, parting, f"one says that {one} and {other} are one thing, the other that they are two{more}"
        return
    links = ", ".join(f"{ids[index]} = {ids[index + 1]} ({_named(link)})" for index, link in enumerate(chain))
    more = f"; other chains between them go by {beside}" if beside else ""
    made_one = f"{one} and {other} are said to be two things, and a chain makes them one"
    yield chain[0][0], parting, f"{made_one}: {links}{more}"


def _named(claims: tuple[SameAs, ...]) -> str:
    return ", ".join(each.id for each in claims)
