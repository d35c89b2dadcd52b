"""Every subject of a kind of claim by day: the value and how surely, without the evidence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from oirmodel.claims import Being, Claim, Rivalry
from oirmodel.dataset import Records, weight
from oirmodel.entities import Post
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.query.grade import Status
from oirmodel.query.matter import Matter, has_ids
from oirmodel.query.questions.asking import bearing_on, kind_of, matter_of
from oirmodel.query.sameness import ties
from oirmodel.query.words import Reading
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Index", "Verdict", "index"]


class Verdict(NamedTuple):
    """How surely something was so on a day, and what: the ``status`` and the ``value`` of an answer."""

    status: Status
    value: Any


class _Stay(NamedTuple):
    """What a claim that counts in full says of a subject, as far as its bounds go."""

    s2: float
    e1: float
    first: float
    """The first day that it may be about."""
    last: float
    reported: float
    """The last day on which it may have been reported."""
    verdict: Verdict
    """What it makes certain where nothing else speaks."""


_Steps = tuple[list[float], list[Verdict | None]]
"""The first day of each step, in order, and what is so in it; ``None`` where that is still to be worked out."""
_PLAIN: Final = Reading()


class Index:
    """
    Who or what it was on any day, for every subject of one kind of claim in a view.

    :meth:`on` gives the status and the value that the question about a day would give, straight from steps in the
    order of time. The steps of a subject are laid out when it is first asked about, from the claims that are certain
    and alone; what lies between them is graded when it is first asked about, and then kept. :meth:`build` lays out all
    subjects.

    >>> import datetime as dt
    >>> import oirmodel
    >>> control = oirmodel.load("inherent-resolve").only("articles").index("control")
    >>> control.on("al-asad", dt.date(2026, 1, 17).toordinal())
    Verdict(status=<Status.DEFINITE: 'definite'>, value='iraqi-armed-forces')
    """

    __slots__ = ("_kind", "_records", "_steps")

    def __init__(self, records: Records, kind: type[Claim]) -> None:
        self._records, self._kind = records, kind
        self._steps: dict[str, _Steps] = {}

    def on(self, subject: str, day: int) -> Verdict:
        """
        The status and the value on a day, given by its number: ``datetime.date.toordinal``.

        ``subject`` is the id of what claims of the kind are about. Raises :class:`~oirmodel.errors.UnknownName` where
        nothing has it.
        """
        steps = self._steps.get(subject)
        if steps is None:
            steps = self._laid_out(subject)
        verdict = steps[1][bisect_right(steps[0], day) - 1]
        return self._settled(subject, day) if verdict is None else verdict

    def build(self) -> int:
        """Lay out every subject that any claim of the kind is about; gives how many there are."""
        subjects = [subject for kind, subject in self._records.store.by_subject if kind == self._kind.kind]
        for subject in subjects:
            if subject not in self._steps:
                self._laid_out(subject)
        return len(subjects)

    def _laid_out(self, subject: str) -> _Steps:
        records = self._records
        if subject not in records.entities:
            raise UnknownName(subject, f"subject of {self._kind.kind}")
        lens = records.lens
        stays = None if lens.selects or records.joined else _lone_stays(records, self._kind, subject)
        if stays is None:
            steps: _Steps = ([NEVER], [None])
        elif lens.known_on is None:
            steps = _steps(stays)
        else:
            known = lens.known_on
            steps = _cut_off(_steps([stay for stay in stays if stay.reported <= known]), known)
        self._steps[subject] = steps
        return steps

    def _settled(self, subject: str, day: int) -> Verdict:
        """Grade a day, and keep what is found for all days of its stretch."""
        matter = self._matter(subject)
        stretch = matter.stretch_on(day)
        status, value, _ = matter.summary_on(day)
        verdict = Verdict(status, value)
        starts, verdicts = self._steps[subject]
        index = bisect_right(starts, day)
        until = starts[index] - 1 if index < len(starts) else FOREVER
        first, last = max(stretch.first, starts[index - 1]), min(stretch.last, until)
        days: list[float] = [] if first == starts[index - 1] else [starts[index - 1]]
        kept: list[Verdict | None] = [None] * len(days)
        days.append(first)
        kept.append(verdict)
        if last < until:
            days.append(last + 1)
            kept.append(None)
        # A new pair, put in place at once: whoever reads the old one meanwhile finds it whole.
        self._steps[subject] = (
            [*starts[: index - 1], *days, *starts[index:]],
            [*verdicts[: index - 1], *kept, *verdicts[index:]],
        )
        return verdict

    def _matter(self, subject: str) -> Matter:
        entity = self._records.entities[subject]
        return matter_of(
            self._records,
            self._kind,
            bearing_on(self._records, self._kind, subject),
            how=_PLAIN,
            subject=subject,
            single=isinstance(entity, Post) and entity.single,
        )


def index(records: Records, kind: type[Claim] | str) -> Index:
    """
    The index of a kind of claim in a dataset or a view: who or what it was, by subject and day.

    It is for many questions of one kind, or where every microsecond counts; an answer with its evidence is that of
    :func:`who_controlled` and the like. Raises :class:`~oirmodel.errors.InvalidQuestion` for a kind that does not hold
    on days, or whose figures depend on more than their subject.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> index(data, "presence").build()
    7
    """
    chosen = kind_of(kind)
    grammar = chosen.grammar
    if grammar.being is not Being.HOLDS or grammar.rivalry is Rivalry.QUANTITY:
        raise InvalidQuestion(f"no index is kept of {chosen.kind}: it does not give one subject a value on each day")
    kept = records.worked_out.get((Index, chosen))
    if kept is None:
        kept = records.worked_out[Index, chosen] = Index(records, chosen)
    found: Index = kept
    return found


def _lone_stays(records: Records, kind: type[Claim], subject: str) -> tuple[_Stay, ...] | None:
    """
    What is said of a subject in the order of the latest starts, where each statement excludes every other value.

    ``None`` where statements bear on each other in more ways than by their dates: where some deny, are alleged,
    corrected or inferred, leave room for others, or have values of which one may belong to another.
    """
    store = records.store
    name = (_Stay, kind, subject)
    if name not in store.worked_out:
        found = tuple(_stays(records, kind, subject))
        values = dict.fromkeys(stay.verdict.value for stay in found if stay is not None)
        alone = None not in found and not (has_ids(kind) and _tied(records, values))
        store.worked_out[name] = tuple(sorted(found, key=_latest_start)) if alone else None
    stays: tuple[_Stay, ...] | None = store.worked_out[name]
    return stays


def _latest_start(stay: _Stay | None) -> float:
    return NEVER if stay is None else stay.s2


def _stays(records: Records, kind: type[Claim], subject: str) -> Iterator[_Stay | None]:
    """A stay for each claim that counts; ``None`` for one that is not to be read by itself."""
    store, grammar = records.store, kind.grammar
    entity = records.entities[subject]
    alone = grammar.rivalry is Rivalry.ALWAYS or (
        grammar.rivalry is Rivalry.SINGLE and isinstance(entity, Post) and entity.single
    )
    for claim, detail in bearing_on(records, kind, subject):
        counts = weight(claim.modality)
        if counts is Truth.NO:
            continue
        reported = store.reported(claim)
        bounds = store.bounds(claim)
        plain = (
            counts is Truth.YES
            and claim.modality is Modality.ASSERTED
            and claim.id not in store.removers
            and detail is None
            and (alone or (grammar.detail is not None and getattr(claim, grammar.detail) in grammar.exclusive))
            and reported.first == reported.last
            and bounds.possible
        )
        if not plain:
            yield None
            continue
        s1, s2, e1, e2 = bounds
        silent = (min(s2, e2) if e1 == NEVER else min(s2, e1)) if s1 == NEVER else s1
        value = getattr(claim, grammar.value)
        yield _Stay(s2, e1, silent, e2, reported.last, Verdict(Status.DEFINITE, value))


def _tied(records: Records, values: dict[str, None]) -> bool:
    """Whether one of some values may at some time belong to another of them."""
    return any(claim.to in values for each in values for claim in ties(records, (each,)))


def _steps(stays: Sequence[_Stay]) -> _Steps:
    """
    The steps in which one stay alone is certain, those between still to be worked out.

    Days that are left to be worked out are those of which a stay speaks that is certain of none, or whose sure days
    meet those of another: the two may be in conflict, share a day of handing over, or tell of one stay.
    """
    starts: list[float] = [NEVER]
    verdicts: list[Verdict | None] = [None]
    veils: list[tuple[float, float]] = []
    latest = handing = None  # the stay that reaches furthest, and the one that handed over to it
    reach = NEVER
    for stay in stays:
        s2, e1, first, last, _, verdict = stay
        if s2 > e1:
            veils.append((first, last))
        elif s2 > reach:
            if starts[-1] == s2:
                verdicts[-1] = verdict
            else:
                starts.append(s2)
                verdicts.append(verdict)
            starts.append(e1 + 1)
            verdicts.append(None)
            reach, latest, handing = e1, stay, None
        elif s2 == reach < e1 and latest is not None and verdict.value != latest.verdict.value:
            veils.append((s2, s2))
            verdicts[-1] = verdict
            starts.append(e1 + 1)
            verdicts.append(None)
            reach, latest, handing = e1, stay, latest
        else:
            veils.append((first, last))
            veils += ((each.first, each.last) for each in (latest, handing) if each is not None and s2 <= each.e1)
            if e1 > reach:
                reach, latest, handing = e1, stay, None
    return _veiled(starts, verdicts, veils) if veils else (starts, verdicts)


def _veiled(starts: list[float], verdicts: list[Verdict | None], veils: list[tuple[float, float]]) -> _Steps:
    """The steps with some days left to be worked out."""
    opened = sorted(first for first, _ in veils)
    closed = sorted(last + 1 for _, last in veils)
    days: list[float] = []
    kept: list[Verdict | None] = []
    for day in sorted({*starts, *opened, *closed} - {FOREVER}):
        hidden = bisect_right(opened, day) > bisect_right(closed, day)
        verdict = None if hidden else verdicts[bisect_right(starts, day) - 1]
        if not days or verdict is not kept[-1]:
            days.append(day)
            kept.append(verdict)
    return days, kept


def _cut_off(steps: _Steps, known: int) -> _Steps:
    """The steps up to the day that a view looks back from; of the days after it, nobody knew yet."""
    starts, verdicts = steps
    stop = bisect_right(starts, known)
    if stop == len(starts) and verdicts[-1] is None:
        return steps
    return [*starts[:stop], known + 1], [*verdicts[:stop], None]
