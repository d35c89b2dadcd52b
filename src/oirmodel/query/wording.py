"""How values, claims and sources are put in words for a reader."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

import attrs

from oirmodel.claims import Casualties, Claim, CommitmentTerms, Order, Participation, Strength, StrengthChange, Tally
from oirmodel.dataset import Records, references
from oirmodel.geo import Point
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import CountingBasis, Listing, Manner, Modality, Victims

__all__ = [
    "chain_in_words",
    "citation_in_words",
    "claim_in_words",
    "claim_line",
    "counted_in_words",
    "equipment_in_words",
    "period_in_words",
    "value_in_words",
]

_ENVELOPE: Final = frozenset(each.name for each in attrs.fields(Claim))
_UNSAID: Final = ("unstated", "unspecified")
NOT_STATED: Final = "not stated"
"""A value that the source leaves out: a number, a deadline."""


def value_in_words(records: Records, value: object) -> str:
    """A value as a reader knows it: the name behind an id, a quantity as its source words it; of none, that."""
    if value is None:
        return NOT_STATED
    if isinstance(value, Enum):
        return str(value.value).replace("-", " ")
    if isinstance(value, tuple):
        return ", ".join(value_in_words(records, each) for each in value)
    if isinstance(value, Period):
        return period_in_words(value)
    if isinstance(value, ImpreciseDate):
        return _date_in_words(value.text)
    if isinstance(value, Point):
        return _point_in_words(value)
    return str(value) if isinstance(value, Quantity) or value not in records.entities else records.label(str(value))


def _point_in_words(point: Point) -> str:
    """A point in words: ``33.7856° N, 42.4412° E, within 2000 m``."""
    north, east = "N" if point.latitude >= 0 else "S", "E" if point.longitude >= 0 else "W"
    near = "" if point.precision_m is None else f", within {point.precision_m:g} m"
    return f"{abs(point.latitude)}\N{DEGREE SIGN} {north}, {abs(point.longitude)}\N{DEGREE SIGN} {east}{near}"


def counted_in_words(records: Records, value: object, claims: Iterable[Claim]) -> str:
    """A value with what the claims that carry it count: figures on other bases, or of others' dead, are different."""
    counted = sorted({each for claim in claims for each in _counted(records, claim)})
    return value_in_words(records, value) + (f" ({'; '.join(counted)})" if counted else "")


def _counted(records: Records, claim: Claim) -> Iterator[str]:
    if isinstance(claim, Strength | StrengthChange) and claim.basis is not CountingBasis.UNSPECIFIED:
        yield claim.basis.value.replace("-", " ")
    if isinstance(claim, Tally) and (claim.target is not None or claim.effect is not None):
        effect = () if claim.effect is None else (claim.effect.value,)
        yield ", ".join((*(() if claim.target is None else (claim.target,)), *effect))
    if isinstance(claim, Casualties):
        whose = () if claim.who is None else (records.label(claim.who),)
        victims = () if claim.victims is Victims.UNSTATED else (claim.victims.value.replace("-", " "),)
        yield ", ".join((*whose, *victims)) or "whose is not stated"


def period_in_words(period: Period) -> str:
    """A period in words: ``from on or before 2026-01-17, still so when reported``."""
    start, end = period.start, period.end
    began = "from an unknown day" if start is None or start.is_open else f"from {_date_in_words(start.text)}"
    if end is None:
        return f"{began}, end unknown"
    if end.is_open:
        return f"{began}, still so when reported"
    return (
        f"on {_date_in_words(start.text)}"
        if start is not None and start == end
        else f"{began} to {_date_in_words(end.text)}"
    )


def _date_in_words(text: str) -> str:
    if text.startswith("[..") and text.count("..") == 1 and "," not in text:
        return f"{text[3:-1]} or before"
    if text.endswith("..]") and text.count("..") == 1 and "," not in text:
        return f"{text[1:-3]} or after"
    return text


def claim_in_words(records: Records, claim: Claim) -> str:
    """What a claim says, without who says it: its kind and its own fields, in their order."""
    kind = claim.kind.replace("_", " ")
    tone = "" if claim.modality is Modality.ASSERTED else f" ({claim.modality.value})"
    return f"{kind}{tone}: {_said_in_words(records, claim)}; {period_in_words(claim.period)}"


def _said_in_words(records: Records, claim: Claim) -> str:
    match claim:
        case Participation():
            return _fields_in_words(records, claim, equipment=equipment_in_words(claim), equipment_listed="")
        case CommitmentTerms():
            return _fields_in_words(
                records,
                claim,
                by=f"owed by {value_in_words(records, claim.by)}" if claim.by is not None else "",
                to=f"to {value_in_words(records, claim.to)}" if claim.to is not None else "",
                due="no deadline stated" if claim.due is None else f"due {value_in_words(records, claim.due)}",
                condition=f"on condition: {claim.condition}" if claim.condition is not None else "",
            )
        case Order():
            lag = "" if claim.lag is None else f" by {claim.lag} {claim.lag_unit}"
            relation = value_in_words(records, claim.relation)
            return f"{records.label(claim.one)} {relation} {records.label(claim.other)}{lag}"
        case _:
            return _fields_in_words(records, claim)


def _fields_in_words(records: Records, claim: Claim, **said: str) -> str:
    """The fields of a claim that say something, in their order; of some, what is ``said`` for them, if anything."""
    texts = []
    named = {each.path.split("/")[1] for each in references(claim)}
    for each in attrs.fields(type(claim)):
        value = getattr(claim, each.name)
        if each.name in said:
            texts += [said[each.name]] if said[each.name] else []
        elif not (each.name in _ENVELOPE or value is None or value == () or str(value) in _UNSAID):
            is_text = type(value) is str and each.name not in named  # which may read like an id
            texts.append(value if is_text else value_in_words(records, value))
    return ", ".join(texts)


def equipment_in_words(claim: Participation) -> str:
    """With what an actor takes part, and whether that is all of it: ``with F-16 and A-10, among others``."""
    if not claim.equipment:
        return ""
    *others, last = claim.equipment
    listed = f"with {', '.join(others)} and {last}" if others else f"with {last}"
    return listed + _LISTED[claim.equipment_listed]


_LISTED: Final = {Listing.UNSTATED: "", Listing.CLOSED: ", and no others", Listing.OPEN: ", among others"}


def chain_in_words(records: Records, chain: tuple[Speaker, ...]) -> str:
    """Who said it and through whom it came: ``US officials -> Military Times``."""

    def link(speaker: Speaker) -> str:
        notes = [str(speaker.when)] if speaker.when else []
        if speaker.how is not Manner.UNSTATED:
            notes.append(speaker.how.value.replace("-", " "))
        return records.label(speaker.who) + (f" ({', '.join(notes)})" if notes else "")

    return " -> ".join(link(each) for each in chain)


def citation_in_words(records: Records, citation: Citation) -> str:
    """Where it stands: the title of the source, and the place in it."""
    title = records.label(citation.source)
    return f'"{title}"' + (f", {citation.locator}" if citation.locator else "")


def claim_line(records: Records, claim: Claim) -> str:
    """One line a claim: its id, what it says, who says so or what it was inferred from, and where."""
    chain = chain_in_words(records, claim.asserted_by)
    said = f"; said by {chain}" if chain else ""
    said += f"; inferred from {', '.join(claim.derived_from)}" if claim.derived_from else ""
    cited = "; ".join(citation_in_words(records, each) for each in claim.citations)
    return f"{claim.id}: {claim_in_words(records, claim)}{said}; reported {claim.reported}, in {cited}"
