"""Every subject of a kind of claim by day: the value and how surely, without the evidence."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final

from oirmodel.claims import Being, Claim, Rivalry
from oirmodel.dataset import Records, weight
from oirmodel.entities import Post
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.query.grade import Status
from oirmodel.query.matter import Matter, has_ids
from oirmodel.query.questions.asking import bearing_on, kind_of, matter_of
from oirmodel.query.sameness import ties
from oirmodel.query.steps import Stay, Steps, Verdict, cut_off, filled_in, steps_of
from oirmodel.query.words import Reading, speaks_from
from oirmodel.temporal import EndKind
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Index", "index"]


_PLAIN: Final = Reading()
_FIRM: Final = frozenset({Modality.ASSERTED, Modality.DENIED})
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
        stays = None if lens.selects or records.joined else _lone_stays(records, self._kind, subject)
        if stays is None:
            steps = Steps([NEVER], [None])
        elif lens.known_on is None:
            steps = steps_of([stay for stay in stays if stay.removed == FOREVER])
        else:
            known = lens.known_on
            steps = cut_off(steps_of([stay for stay in stays if stay.reported <= known < stay.removed]), known)
        self._steps[subject] = steps
        return steps

    def _settled(self, subject: str, day: int) -> Verdict:
        """Grade a day, and keep what is found for all days of its stretch."""
        matter = self._matter(subject)
        stretch = matter.stretch_on(day)
        status, value, _ = matter.summary_on(day)
        verdict = Verdict(status, value)
        # A new pair of lists, put in place at once: whoever reads the old one meanwhile finds it whole.
        self._steps[subject] = filled_in(self._steps[subject], stretch.first, stretch.last, day, verdict)
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
    8
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


def _lone_stays(records: Records, kind: type[Claim], subject: str) -> tuple[Stay, ...] | None:
    """
    What is said of a subject in the order of the latest starts, where each statement excludes every other value.

    ``None`` where statements bear on each other in more ways than by their dates: where some deny, are alleged or
    inferred, are corrected in part, leave room for others, or have values of which one may belong to another.
    """
    store = records.store
    name = (Stay, kind, subject)
    if name not in store.worked_out:
        stays: list[Stay] = []
        for stay in _stays(records, kind, subject):
            if stay is None:
                store.worked_out[name] = None
                return None
            stays.append(stay)
        values = dict.fromkeys(stay.value for stay in stays)
        alone = not (has_ids(kind) and _tied(records, values))
        store.worked_out[name] = tuple(sorted(stays, key=_latest_start)) if alone else None
    kept: tuple[Stay, ...] | None = store.worked_out[name]
    return kept


def _latest_start(stay: Stay) -> float:
    return stay.s2


def _stays(records: Records, kind: type[Claim], subject: str) -> Iterator[Stay | None]:
    """A stay for each claim that counts; ``None`` for one that is not to be read by itself."""
    store, grammar = records.store, kind.grammar
    entity = records.entities[subject]
    alone = grammar.rivalry is Rivalry.ALWAYS or (
        grammar.rivalry is Rivalry.SINGLE and isinstance(entity, Post) and entity.single
    )
    verdicts: dict[Any, tuple[Verdict, Verdict, Verdict]] = {}
    for claim, detail in bearing_on(records, kind, subject):
        modality = claim.modality
        if weight(modality) is Truth.NO:
            continue
        reported, bounds = store.reported(claim), store.bounds(claim)
        removed = _removed(records, claim) if claim.id in store.removers else FOREVER
        if (
            modality is not Modality.ASSERTED
            or removed is None
            or detail is not None
            or not (alone or (grammar.detail is not None and getattr(claim, grammar.detail) in grammar.exclusive))
            or reported.first != reported.last
            or not bounds.possible
        ):
            yield None
            return
        value = getattr(claim, grammar.value)
        if value not in verdicts:
            verdicts[value] = tuple(Verdict(status, value) for status in _STATUSES)  # type: ignore[assignment]
        s1, s2, e1, e2 = bounds
        lasts = e2 == FOREVER and claim.period.end_kind is not EndKind.UNKNOWN
        yield Stay(s2, e1, s1, e2, speaks_from(bounds), lasts, reported.last, removed, value, *verdicts[value])


def _removed(records: Records, claim: Claim) -> float | None:
    """
    The day from which a claim is known to be taken back as a whole; ``None`` where there is more to it.

    A correction takes back the whole claim where it surely holds on all days that the claim is sure of.
    """
    store = records.store
    removed = FOREVER
    for remover in store.removers[claim.id]:
        reported = store.reported(remover)
        plain = remover.modality in _FIRM and remover.id not in store.removers and reported.first == reported.last
        if not plain:
            return None
        if claim.id not in (*remover.retracts, *remover.supersedes):
            _, s2, e1, _ = store.bounds(claim)
            if store.bounds(remover).throughout(min(s2, e1), max(s2, e1)) is not Truth.YES:
                return None
        removed = min(removed, reported.last)
    return removed


def _tied(records: Records, values: dict[str, None]) -> bool:
    """Whether one of some values may at some time belong to another of them."""
    return any(claim.to in values for each in values for claim in ties(records, (each,)))
