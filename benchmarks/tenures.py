"""Datasets to ask: chains of tenures of installations by forces, the same for a seed and a size every time."""

import gc
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from oirmodel.claims import Control
from oirmodel.entities import Entity, Force, Installation, Source
from oirmodel.ids import ActorId, ClaimId, ForceId, InstallationId, SiteId, SourceId
from oirmodel.provenance import Citation
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.temporal.days import iso
from oirmodel.vocab import Degree, Modality

__all__ = ["FIRST_DAY", "PER_SUBJECT", "Tenure", "as_reported", "exact", "gathered", "last_day", "plain", "questions"]

FIRST_DAY: Final = 730_120
"""1 January 2000, on which or soon after the first tenure of every subject begins."""
PER_SUBJECT: Final = 50
"""How many claims there are about a subject."""
_SEED: Final = 20_140_615
_FORCES: Final = 40
_SHORTEST, _LONGEST = 20, 200
_LONGEST_GAP: Final = 60
_LONGEST_DELAY: Final = 90
_SOURCE: Final = SourceId("src-report")
_CITATIONS: Final = (Citation(source=_SOURCE, locator="row 1"),)


class Tenure(NamedTuple):
    """One force's control of one installation, from its first day to its last, both to the day."""

    id: str
    subject: str
    first: int
    last: int
    force: str
    reported: int


def plain(claims: int, per_subject: int = PER_SUBJECT) -> list[Tenure]:
    """
    Tenures to the day, of which no two of one subject share a day, with a gap after one in ten.

    So few things can be said of a subject that any structure of plain intervals can answer for them, and can be
    compared with this library.
    """
    chance = random.Random(_SEED)  # noqa: S311 - the same numbers every time are what is wanted
    made: list[Tenure] = []
    for subject in range(claims // per_subject):
        day, holder = FIRST_DAY + chance.randrange(365), chance.randrange(_FORCES)
        for _ in range(per_subject):
            last = day + chance.randrange(_SHORTEST, _LONGEST)
            holder = (holder + chance.randrange(1, _FORCES)) % _FORCES
            reported = day + chance.randrange(_LONGEST_DELAY)
            made.append(Tenure(f"claim-{len(made)}", f"site-{subject}", day, last, f"force-{holder}", reported))
            day = last + 1 + (chance.randrange(1, _LONGEST_GAP) if chance.random() < 0.1 else 0)
    return made


def last_day(tenures: list[Tenure]) -> int:
    """The last day of the longest chain."""
    return max(each.last for each in tenures)


def questions(tenures: list[Tenure], count: int) -> list[tuple[str, int]]:
    """Subjects and days drawn at random, every subject as often as the others, over the time of the dataset."""
    chance = random.Random(_SEED + count)  # noqa: S311 - as above
    subjects = sorted({each.subject for each in tenures})
    last = last_day(tenures)
    return [(chance.choice(subjects), chance.randrange(FIRST_DAY, last)) for _ in range(count)]


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Without the cyclic collector, which would visit every new object again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


class _Dates:
    """The dates of a dataset, each text read once and shared."""

    def __init__(self) -> None:
        self._made: dict[str, ImpreciseDate] = {}

    def __call__(self, text: str) -> ImpreciseDate:
        made = self._made.get(text)
        if made is None:
            made = self._made[text] = ImpreciseDate.parse(text)
        return made


def exact(tenures: list[Tenure]) -> list[Control]:
    """The tenures as claims that give both their days."""
    dates = _Dates()
    with _collection_paused():
        return [_control(each, _to_the_day(each, dates), dates) for each in tenures]


def as_reported(tenures: list[Tenure]) -> list[Control]:
    """
    The tenures as sources have them: in months, in years, begun by a day, seen on a day, or without an end.

    About three in five give both days. One in fifty corrects the claim before it, of which it names another force. The
    last of a chain is still so when it is reported.
    """
    chance = random.Random(_SEED)  # noqa: S311 - as above
    dates = _Dates()
    made: list[Control] = []
    with _collection_paused():
        for index, each in enumerate(tenures):
            follows = index > 0 and tenures[index - 1].subject == each.subject
            ends = index + 1 == len(tenures) or tenures[index + 1].subject != each.subject
            if follows and chance.random() < 0.02:
                wrong = made[-1]
                later = each._replace(reported=max(each.reported, tenures[index - 1].reported + 1))
                made.append(_control(later, wrong.period, dates, corrects=(wrong.id,)))
            else:
                period = Period(start=dates(iso(each.first)), end=dates("..")) if ends else _vague(each, chance, dates)
                made.append(_control(each, period, dates))
    return made


def gathered(claims: list[Control]) -> Dataset:
    """A new dataset of these claims, with every entity and source that they name; nothing is indexed yet."""
    entities: list[Entity] = [Installation(id=InstallationId(each)) for each in dict.fromkeys(c.of for c in claims)]
    entities += [Force(id=ForceId(each)) for each in sorted({claim.by for claim in claims})]
    return Dataset(entities=entities, sources=[Source(id=_SOURCE, title="A report")], claims=claims)


def _control(tenure: Tenure, period: Period, dates: _Dates, *, corrects: tuple[ClaimId, ...] = ()) -> Control:
    return Control(
        id=ClaimId(tenure.id),
        of=SiteId(tenure.subject),
        by=ActorId(tenure.force),
        degree=Degree.FULL,
        period=period,
        reported=dates(iso(tenure.reported)),
        citations=_CITATIONS,
        modality=Modality.ASSERTED,
        corrects=corrects,
    )


def _to_the_day(tenure: Tenure, dates: _Dates) -> Period:
    return Period(start=dates(iso(tenure.first)), end=dates(iso(tenure.last)))


def _vague(tenure: Tenure, chance: random.Random, dates: _Dates) -> Period:
    """What a source may say of the time of a tenure."""
    first, last = iso(tenure.first), iso(tenure.last)
    (form,) = chance.choices(("days", "months", "years", "by", "seen", "no end"), (60, 14, 4, 6, 11, 5))
    match form:
        case "days":
            return _to_the_day(tenure, dates)
        case "months":
            return Period(start=dates(first[:7]), end=dates(last[:7]))
        case "years":
            return Period(start=dates(first[:4]), end=dates(last[:4]))
        case "by":
            return Period(start=dates(f"[..{first}]"), end=dates(last))
        case "seen":
            seen = iso((tenure.first + tenure.last) // 2)
            return Period(start=dates(f"[..{seen}]"), end=dates(f"[{seen}..]"))
        case _:
            return Period(start=dates(first), end=None)
