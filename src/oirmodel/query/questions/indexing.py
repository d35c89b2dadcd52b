"""Every subject of a kind of claim by day: the value and how surely, without the evidence."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from oirmodel.claims import Being, Claim, Rivalry
from oirmodel.dataset import Records, weight
from oirmodel.entities import Post
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.query.grade import Status
from oirmodel.query.matter import Matter, has_ids
from oirmodel.query.questions.asking import bearing_on, kind_of, matter_of
from oirmodel.query.sameness import ties
from oirmodel.query.steps import Stay, Steps, Verdict, cut_off, filled_in, packed, steps_of
from oirmodel.query.words import Reading, speaks_from
from oirmodel.temporal import EndKind
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Index", "index"]


_PLAIN: Final = Reading()
_FIRM: Final = frozenset({Modality.ASSERTED, Modality.DENIED})
_OTHERWISE: Final = frozenset({Modality.DENIED, Modality.INFERRED})
_LATER: Final = 1 << 62  # after every report, and before what never happens
_STATUSES: Final = (Status.DEFINITE, Status.PRESUMED, Status.POSSIBLE)


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
        self._steps: dict[str, Steps] = {}

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

    def _laid_out(self, subject: str) -> Steps:
        records = self._records
        if subject not in records.entities:
            raise UnknownName(subject, f"subject of {self._kind.kind}")
        lens = records.lens
        told = None if lens.selects or records.joined else _told(records, self._kind, subject)
        if told is None:
            steps = Steps([NEVER], [None])
        elif lens.known_on is None:
            steps = steps_of(told.stays if told.is_plain else list(_as_known(told, _LATER)))
        else:
            known = lens.known_on
            if told.is_plain:
                stays = [stay for stay, last in zip(told.stays, told.reported, strict=True) if last <= known]
            else:
                stays = list(_as_known(told, known))
            steps = cut_off(steps_of(stays), known)
        steps = self._steps[subject] = packed(steps)
        return steps

    def _settled(self, subject: str, day: int) -> Verdict:
        """Grade a day, and keep what is found for all days of its stretch."""
        matter = self._matter(subject)
        stretch = matter.stretch_on(day)
        summary = matter.summary_on(day)
        verdict = Verdict(summary.status, summary.value)
        # A new pair of lists, put in place at once: whoever reads the old one meanwhile finds it whole.
        self._steps[subject] = packed(filled_in(self._steps[subject], stretch.first, stretch.last, day, verdict))
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
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> index(data, "presence").build()
    30
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


class _Removal(NamedTuple):
    """What takes a claim back, if anything: when that may be known, and when it is known to have taken back all."""

    first: float = FOREVER
    whole: float = FOREVER


class _Told(NamedTuple):
    """What is said of a subject, in the order of the latest starts, with when that was reported and taken back."""

    stays: tuple[Stay, ...]
    first_reported: tuple[float, ...]
    reported: tuple[float, ...]
    removals: tuple[_Removal, ...]
    is_plain: bool
    """Whether every claim was reported on a known day, and none is taken back."""


def _as_known(told: _Told, day: float) -> Iterator[Stay]:
    """The stays that may be known on a day; one that is not plain then is so marked."""
    for stay, first, last, removal in zip(*told[:4], strict=True):
        if first <= day < removal.whole:
            yield stay if last <= day < removal.first else stay._replace(plain=False)


def _told(records: Records, kind: type[Claim], subject: str) -> _Told | None:
    """
    What is said of a subject, where each statement excludes every other value.

    ``None`` where statements bear on each other in more ways than by their dates: where some deny or are inferred,
    leave room for others, or have values of which one may belong to another.
    """
    store = records.store
    name = (_Told, kind, subject)
    if name not in store.worked_out:
        found = []
        for each in _stays(records, kind, subject):
            if each is None:
                store.worked_out[name] = None
                return None
            found.append(each)
        found.sort(key=_latest_start)
        stays, first, last, removals = tuple(zip(*found, strict=True)) if found else ((), (), (), ())
        if has_ids(kind) and _tied(records, dict.fromkeys(stay.value for stay in stays)):
            store.worked_out[name] = None
        else:
            is_plain = first == last and all(stay.plain for stay in stays) and removals.count(_NONE) == len(removals)
            store.worked_out[name] = _Told(stays, first, last, removals, is_plain)
    kept: _Told | None = store.worked_out[name]
    return kept


def _latest_start(reported: tuple[Stay, float, float, _Removal]) -> float:
    return reported[0].s2


def _stays(records: Records, kind: type[Claim], subject: str) -> Iterator[tuple[Stay, float, float, _Removal] | None]:
    """A stay for each claim that counts, with its report and its removal; ``None`` for one of another sort."""
    store, grammar = records.store, kind.grammar
    entity = records.entities[subject]
    alone = grammar.rivalry is Rivalry.ALWAYS or (
        grammar.rivalry is Rivalry.SINGLE and isinstance(entity, Post) and entity.single
    )
    verdicts: dict[Any, tuple[Verdict, Verdict, Verdict]] = {}
    for claim, detail in bearing_on(records, kind, subject):
        modality = claim.modality
        counts = weight(modality)
        if counts is Truth.NO:
            continue
        bounds = store.bounds(claim)
        if (
            modality in _OTHERWISE
            or detail is not None
            or not (alone or (grammar.detail is not None and getattr(claim, grammar.detail) in grammar.exclusive))
            or not bounds.possible
        ):
            yield None
            return
        value = getattr(claim, grammar.value)
        if value not in verdicts:
            verdicts[value] = tuple(Verdict(status, value) for status in _STATUSES)  # type: ignore[assignment]
        s1, s2, e1, e2 = bounds
        lasts = e2 == FOREVER and claim.period.end_kind is not EndKind.UNKNOWN
        stay = Stay(s2, e1, s1, e2, speaks_from(bounds), lasts, counts is Truth.YES, value, *verdicts[value])
        first, last = store.reported(claim)
        yield stay, first, last, _removal(records, claim) if claim.id in store.removers else _NONE


def _removal(records: Records, claim: Claim) -> _Removal:
    """
    When it may be known that a claim was taken back, and when that all of it was.

    A correction takes back all of a claim where it surely holds on every day that the claim is sure of.
    """
    store = records.store
    first = whole = FOREVER
    for remover in store.removers[claim.id]:
        reported = store.reported(remover)
        first = min(first, reported.first)
        all_of_it = remover.modality in _FIRM and remover.id not in store.removers
        if claim.id not in (*remover.retracts, *remover.supersedes):
            _, s2, e1, _ = store.bounds(claim)
            covered = store.bounds(remover).throughout(min(s2, e1), max(s2, e1))
            all_of_it = all_of_it and covered is Truth.YES
        if all_of_it:
            whole = min(whole, reported.last)
    return _Removal(first, whole)


_NONE: Final = _Removal()


def _tied(records: Records, values: dict[str, None]) -> bool:
    """Whether one of some values may at some time belong to another of them."""
    return any(claim.to in values for each in values for claim in ties(records, (each,)))
