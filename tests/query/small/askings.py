"""A few questions about a small world, and how they are put to the library."""

import random
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from oirmodel.claims import Occurrence, Strength
from oirmodel.query import Answer, Dataset
from tests.query.small.worlds import DAYS, Sort, World, calendar_day

__all__ = ["Asking", "ask", "askings"]

_BY: Final = {
    "control": "by",
    "ownership": "by",
    "presence": "force",
    "single post": "person",
    "open post": "person",
}
"""What the value is called in each question that can be asked about one."""


class Asking(NamedTuple):
    """One question to a world."""

    mode: str
    """``on``, ``during``, ``throughout`` or ``history``."""
    site: str | None
    first: int
    last: int
    value: str | None = None
    known: int | None = None
    padding: int = 0
    max_age: int | None = None
    plans: bool = False

    @property
    def window(self) -> str:
        """Its days in EDTF."""
        return f"{calendar_day(self.first)}/{calendar_day(self.last)}"


def askings(world: World) -> list[Asking]:
    """A few questions about a world, the same for each seed."""
    rng = random.Random(world.seed + 1)  # noqa: S311 - drawn for tests
    sort = world.sort
    asked = [Asking("on", rng.choice(sort.sites), day, day) for day in rng.choices(DAYS, k=2)]
    more = rng.randrange(10)
    site, day = rng.choice(sort.sites), rng.choice(DAYS)
    until = min(day + rng.randint(0, 5), DAYS[-1])
    known = rng.randint(1, 14)
    if more in {0, 1}:
        mode = "during" if sort.kind is Occurrence or more else "throughout"
        asked.append(Asking(mode, site, day, until))
    elif more in {2, 3}:
        asked += _about_one(rng, sort, Asking("on", site, day, until))
    elif more == 4:
        asked.append(Asking("history", site, day, until, known=known if rng.random() < 0.3 else None))
    elif more in {5, 6}:
        later = min(known + 2, 16)
        asked += [Asking("on", site, day, day, known=known), Asking("on", site, later, later, known=known)]
    elif more == 7:
        asked.append(Asking("on", site, day, day, padding=rng.randint(1, 3)))
    elif more == 8 and sort.kind is not Occurrence:
        asked.append(Asking("on", site, day + 5, day + 5, max_age=rng.randint(0, 6)))
    elif more == 9:
        asked.append(Asking("on", site, day, day, plans=True))
    return asked


def _about_one(rng: random.Random, sort: Sort, asked: Asking) -> list[Asking]:
    """The same question about one value; of an event also wherever it happened."""
    if sort.kind is Occurrence:
        mode, site = rng.choice(("on", "during")), rng.choice((asked.site, None))
    elif sort.name in _BY:
        mode, site = rng.choice(("on", "on", "during", "throughout")), asked.site
    else:
        return []
    last = asked.first if mode == "on" else asked.last
    return [asked._replace(mode=mode, site=site, last=last, value=rng.choice(sort.values))]


def ask(dataset: Dataset, sort: Sort, asked: Asking) -> Answer:
    """Put a question to the library."""
    options: dict[str, Any] = {asked.mode: calendar_day(asked.first) if asked.mode == "on" else asked.window}
    if asked.padding:
        options["padding"] = asked.padding
    if asked.max_age is not None:
        options["max_age"] = asked.max_age
    if asked.plans:
        options["modality"] = "planned"
    if asked.known is not None:
        dataset = dataset.as_known(on=calendar_day(asked.known))
    if sort.kind is Strength:
        return dataset.strength("us", at="syria", basis=asked.site, **options)
    if sort.kind is Occurrence:
        return dataset.happened(asked.value, at=asked.site, **options)
    assert asked.site is not None
    if asked.value is not None:
        options[_BY[sort.name]] = asked.value
    questions: dict[str, Callable[..., Answer]] = {
        "control": dataset.who_controlled,
        "ownership": dataset.who_owned,
        "presence": dataset.who_was_at,
        "single post": dataset.who_held,
        "open post": dataset.who_held,
        "status": dataset.under_way,
    }
    return questions[sort.name](asked.site, **options)
