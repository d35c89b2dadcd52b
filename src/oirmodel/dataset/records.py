"""The container: a dataset's objects, looked up by id and name, seen as known on a day and from chosen sources."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final, Self, TypeVar, cast, overload

import attrs
import pendulum
from attrs import field, frozen

from oirmodel.claims import Claim, DifferentFrom, SameAs
from oirmodel.dataset.joined import Identities
from oirmodel.dataset.lens import EVERYTHING, Lens, Policy
from oirmodel.dataset.standing import Removal, Standing, Standings
from oirmodel.dataset.store import Store
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Entity, Source
from oirmodel.errors import InvalidQuestion, OirError, UnknownName
from oirmodel.extensions import Extensions, check_extensions
from oirmodel.frozen import SLUG, Record
from oirmodel.limits import filled
from oirmodel.temporal import Bounds, DateLike, read_window
from oirmodel.temporal.days import to_date
from oirmodel.truth import Truth

__all__ = ["Header", "InvalidDataset", "Records"]

C = TypeVar("C", bound=Claim)
_SHOWN: Final = 20


class InvalidDataset(OirError, ValueError):
    """
    A dataset could not be made or read; :attr:`findings` holds everything that was wrong, each with its place.

    Nothing is half-loaded: there is no dataset.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        lines = "".join(f"\n  - {finding}" for finding in self.findings[:_SHOWN])
        more = len(self.findings) - _SHOWN
        rest = f"\n  - and {more:,} more" if more > 0 else ""
        count = f"{len(self.findings):,} problem{'s' if len(self.findings) > 1 else ''}"
        return f"not a dataset: {count}{lines}{rest}"


def _slug(_: object, __: object, text: str) -> None:
    if not SLUG.fullmatch(text):
        raise ValueError("expected an id: small letters and digits, in words joined by hyphens")


@frozen(kw_only=True)
class Header(Record):
    """What a dataset says of itself."""

    id: str = field(default="unnamed", validator=_slug)
    title: str | None = field(default=None, validator=filled)
    license: str | None = None
    """The identifier of SPDX, such as ``CC0-1.0``."""
    note: str | None = None
    extensions: Extensions = field(factory=Extensions, validator=check_extensions)


class Records:
    """
    The entities, sources and claims of a dataset, all immutable, with every id used once.

    A view (:meth:`as_known`, :meth:`only`, :meth:`without`, :meth:`trusting`) is the same kind of thing over the same
    objects, made in microseconds; views compose. A change (:meth:`plus`, :meth:`minus`, :meth:`correct`) is a new
    object: the old one stays as it was.
    """

    __slots__ = ("_identities", "_lens", "_standings", "_store", "_together", "header", "worked_out")

    header: Header
    _identities: Identities | None
    _lens: Lens
    _standings: Standings
    _store: Store
    _together: Mapping[str, tuple[str, ...]] | None
    worked_out: dict[Hashable, Any]
    """What questions have worked out about this view, by names of theirs; a view never changes, nor does any of it."""

    def __init__(
        self,
        *,
        header: Header | None = None,
        entities: Iterable[Entity] = (),
        sources: Iterable[Source] = (),
        claims: Iterable[Claim] = (),
    ) -> None:
        """
        Gather objects into a dataset; raises :class:`InvalidDataset` where two objects share an id.

        Ids that name nothing are not refused here, so that a dataset can be gathered piece by piece;
        :func:`oirmodel.checks.check` finds them, and no document that has one is loaded.
        """
        entities, sources, claims = tuple(entities), tuple(sources), tuple(claims)
        _refuse_repeated(entities, sources, claims)
        self._become(header or Header(), Store(entities, sources, claims), EVERYTHING)

    def _become(self, header: Header, store: Store, lens: Lens) -> None:
        for name, value in (("header", header), ("_store", store), ("_lens", lens)):
            object.__setattr__(self, name, value)
        standings = Standings(store.claims, store.removers, self._admits, store.bounds)
        object.__setattr__(self, "_standings", standings)
        object.__setattr__(self, "_identities", None)
        object.__setattr__(self, "_together", None)
        object.__setattr__(self, "worked_out", {})

    def _seen_through(self, lens: Lens) -> Self:
        view = object.__new__(type(self))
        view._become(self.header, self._store, lens)
        return view

    def __setattr__(self, name: str, value: object) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __getstate__(self) -> tuple[Header, Store, Lens]:
        return self.header, self._store, self._lens

    def __setstate__(self, state: tuple[Header, Store, Lens]) -> None:
        header, store, lens = state
        self._become(header, store, EVERYTHING if lens == EVERYTHING else lens)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records):
            return NotImplemented
        return self.header == other.header and self._lens == other._lens and self._contents() == other._contents()

    def __hash__(self) -> int:
        return hash((self.header, len(self._store.entities), frozenset(self._store.claims)))

    def _contents(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(dict(each) for each in (self._store.entities, self._store.sources, self._store.claims))

    def __repr__(self) -> str:
        counts = f"{len(self.entities)} entities, {len(self.sources)} sources, {len(self.claims())} claims"
        known = f", as known on {self.known_on}" if self.known_on else ""
        return f"<{type(self).__name__} {self.header.id}: {counts}{known}>"

    # What it holds

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity by its id; a view shows all of them, since an entity says nothing that can be doubted."""
        return self._store.entities

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return self._store.sources

    @overload
    def claims(self, kind: None = None, /) -> tuple[Claim, ...]: ...
    @overload
    def claims(self, kind: type[C], /, **fields: object) -> tuple[C, ...]: ...

    def claims(self, kind: type[Claim] | None = None, /, **fields: object) -> tuple[Any, ...]:
        """
        The claims of a view, of one kind and with these fields where they are given, in the order of their ids.

        A field that is a list of ids matches where it holds the id asked for. Claims that were corrected or retracted
        are among them: this lists what was said. Raises :class:`~oirmodel.errors.InvalidQuestion` for a field that the
        kind does not have.
        """
        chosen = kind or Claim
        known = {each.name for each in attrs.fields(chosen)}
        if unknown := sorted(fields.keys() - known):
            has = ", ".join(sorted(known))
            raise InvalidQuestion(f"{chosen.__name__} has no field {', '.join(unknown)}; it has {has}")
        found = self._store.claims.values() if chosen is Claim else self._store.by_kind.get(chosen.kind, ())
        return tuple(
            each
            for each in sorted(found, key=lambda each: each.id)
            if self._admits(each) is not Truth.NO
            and all(_matches(getattr(each, name), value) for name, value in fields.items())
        )

    def __getitem__(self, an_id: str) -> Entity | Source | Claim:
        """The entity, source or claim of the view with this id; raises :class:`~oirmodel.errors.UnknownName`."""
        found = self._store.get(an_id)
        if found is None or (isinstance(found, Claim) and self._admits(found) is Truth.NO):
            raise UnknownName(an_id, "entity, source or claim")
        return found

    def __contains__(self, an_id: object) -> bool:
        found = self._store.get(str(an_id))
        return found is not None and not (isinstance(found, Claim) and self._admits(found) is Truth.NO)

    def _admits(self, claim: Claim) -> Truth:
        """Whether a claim is in the view."""
        lens = self._lens
        return Truth.YES if lens is EVERYTHING else lens.admits(claim, self._store.reported(claim))

    def find(self, text: str) -> tuple[Entity, ...]:
        """
        Every entity with this id or name, in any script; case, diacritics, hyphens and spaces are ignored.

        Names are compared whole: what is only spelt alike is not found.

        >>> import oirmodel
        >>> data = oirmodel.load("inherent-resolve")
        >>> [entity.id for entity in data.find("عين الأسد")]
        ['al-asad']
        """
        return self._store.names.find(text)

    def entity(self, ref: str | Entity, *kinds: type[Entity]) -> Entity:
        """
        The one entity that an id, an entity or a name stands for, of these kinds where any are given.

        Raises :class:`~oirmodel.errors.UnknownName` or :class:`~oirmodel.errors.AmbiguousName`.
        """
        text = ref.id if isinstance(ref, Entity) else ref
        return self._store.names.resolve(text, kinds or (Entity,))

    def label(self, an_id: str) -> str:
        """The name that a reader knows it by: the first English common name, else the first name, else the id."""
        found = self._store.entities.get(an_id)
        if found is None:
            source = self._store.sources.get(an_id)
            return source.title if source is not None else an_id
        english = (each for each in found.names if (each.language or "en").split("-")[0] == "en")
        first = next(english, next(iter(found.names), None))
        return an_id if first is None else first.text

    # Views

    def as_known(self, *, on: DateLike) -> Self:
        """
        What was known on a day: the claims reported by then. One whose report may be later counts at most ``MAYBE``.

        Raises :class:`~oirmodel.errors.InvalidQuestion` where ``on`` is longer than a day.

        >>> import oirmodel
        >>> data = oirmodel.load("inherent-resolve").only("articles")
        >>> data.as_known(on="2025-01-08").who_controlled("Al-Asad", on="2026-01-17").status
        <Status.NO_EVIDENCE: 'no-evidence'>
        """
        first, last = read_window(on)
        if first != last:
            raise InvalidQuestion(f"expected one day to look back from, not {str(on)!r}")
        return self._seen_through(self._lens.narrowed(int(first)))

    def only(self, *refs: str | Source) -> Self:
        """
        The claims that cite one of these at least: sources, or collections of sources, by their ids.

        >>> import oirmodel
        >>> data = oirmodel.load("inherent-resolve")
        >>> len(data.only("src-al-asad-withdrawal").claims()) < len(data.only("articles").claims())
        True
        """
        return self._seen_through(self._lens._replace(only=(*self._lens.only, self._source_ids(refs))))

    def without(self, *refs: str | Source) -> Self:
        """The claims that would still be there without these sources or collections."""
        return self._seen_through(self._lens._replace(without=self._lens.without | self._source_ids(refs)))

    def trusting(self, policy: Policy) -> Self:
        """
        The claims that a policy trusts: a function of a claim, or :func:`~oirmodel.dataset.minimum_grade`.

        >>> import oirmodel
        >>> data = oirmodel.load("inherent-resolve").only("articles")
        >>> asserted = data.trusting(lambda claim: claim.modality is oirmodel.Modality.ASSERTED)
        >>> asserted.who_controlled("Al-Asad", on="2025-01-17").status
        <Status.NO_EVIDENCE: 'no-evidence'>
        """
        return self._seen_through(self._lens._replace(policies=(*self._lens.policies, policy)))

    def _source_ids(self, refs: Iterable[str | Source]) -> frozenset[str]:
        found: set[str] = set()
        collections = sorted({each.collection for each in self.sources.values() if each.collection})
        for ref in refs:
            text = ref.id if isinstance(ref, Source) else ref
            named = {each.id for each in self.sources.values() if text in (each.id, each.collection)}
            if not named:
                raise UnknownName(text, "source or collection", tuple(collections))
            found |= named
        return frozenset(found)

    @property
    def lens(self) -> Lens:
        """Which claims the view shows."""
        return self._lens

    @property
    def known_day(self) -> int | None:
        """The number of the day that a view looks back from; ``None`` where it is not as known on a day."""
        return self._lens.known_on

    @property
    def known_on(self) -> pendulum.Date | None:
        """The day that a view looks back from; ``None`` where it is not as known on a day."""
        return None if self._lens.known_on is None else to_date(self._lens.known_on)

    def standing(self, claim: Claim) -> Standing:
        """Whether a claim stands in this view, after what was corrected, superseded, retracted or inferred."""
        return self._standings.of(claim)

    def removals(self, claim: Claim) -> tuple[Removal, ...]:
        """What corrects, supersedes or retracts a claim in this view, and how surely."""
        return self._standings.removals(claim)

    def bounds(self, claim: Claim) -> Bounds:
        """The four bounds of a claim in days, by the calendar of its place and the day it was said."""
        return self._store.bounds(claim)

    @property
    def identities(self) -> Identities:
        """What is said of which ids mean one thing, by the claims that stand in this view."""
        if self._identities is None:
            by_kind = self._store.by_kind
            kinds = (*by_kind.get(SameAs.kind, ()), *by_kind.get(DifferentFrom.kind, ()))
            told = (each for each in kinds if isinstance(each, SameAs | DifferentFrom))
            object.__setattr__(self, "_identities", Identities(told, self.entities, self.standing))
        return cast("Identities", self._identities)

    @property
    def joined(self) -> Mapping[str, str]:
        """
        Every id that a standing SameAs joins with another, with the id that stands for all of them.

        One that somebody contradicts joins nothing: see :class:`~oirmodel.dataset.Identities`.
        """
        return self.identities.joined

    def joined_with(self, an_id: str) -> tuple[str, ...]:
        """Every id that a standing SameAs joins with this one, itself too, by the alphabet; empty where none does."""
        joined = self.joined
        if an_id not in joined:
            return ()
        if self._together is None:
            together: dict[str, list[str]] = {}
            for each, one in sorted(joined.items()):
                together.setdefault(one, []).append(each)
            object.__setattr__(self, "_together", {one: tuple(ids) for one, ids in together.items()})
        return cast("Mapping[str, tuple[str, ...]]", self._together)[joined[an_id]]

    @property
    def store(self) -> Store:
        """The objects and their indexes, whatever the view."""
        return self._store

    # Changes

    def plus(self, *records: Entity | Source | Claim) -> Self:
        """
        A dataset with these as well; one that it already has just so changes nothing.

        Raises :class:`InvalidDataset` where an id is taken by something else: what was reported is not overwritten.
        """
        of_id: dict[str, list[Entity | Source | Claim]] = {}  # more than one where an id is taken twice, which is told
        for each in records:
            same = of_id.setdefault(each.id, [])
            if self._store.get(each.id) != each and each not in same:
                same.append(each)
        new = [each for same in of_id.values() for each in same]
        return self._remade(
            (*self._store.entities.values(), *(each for each in new if isinstance(each, Entity))),
            (*self._store.sources.values(), *(each for each in new if isinstance(each, Source))),
            (*self._store.claims.values(), *(each for each in new if isinstance(each, Claim))),
        )

    def minus(self, *refs: str | Entity | Source | Claim) -> Self:
        """
        A dataset without these, given by id or as they are; raises :class:`~oirmodel.errors.UnknownName`.

        This is for mending a dataset. That somebody was wrong is a correction: :meth:`correct`.
        """
        gone = {each if isinstance(each, str) else each.id for each in refs}
        for an_id in sorted(gone):
            if self._store.get(an_id) is None:
                raise UnknownName(an_id, "entity, source or claim")
        return self._remade(
            tuple(each for each in self._store.entities.values() if each.id not in gone),
            tuple(each for each in self._store.sources.values() if each.id not in gone),
            tuple(each for each in self._store.claims.values() if each.id not in gone),
        )

    def correct(self, claim: str | Claim, *, reported: DateLike, citations: Iterable[Any], **changes: Any) -> Self:
        """
        A dataset in which a claim is corrected: a new claim with the changes, that says which one it corrects.

        The old claim stays, and stands in every view of a day before the correction was reported. The new one says
        the same, of the same time and in the same tone, but for the ``changes``; who says so now is ``asserted_by``.
        Without an ``id`` its id is derived from its content.

        A correction reaches only the days of its own period; on all others the old claim still counts. So give a
        shorter ``period`` where the claim was wrong for a part of its time, and ``retracts=(claim.id,)`` as well where
        it was the dates that were wrong.
        """
        old = self[claim] if isinstance(claim, str) else claim
        if not isinstance(old, Claim):
            raise InvalidQuestion(f"only a claim can be corrected, and {claim!r} is a {old.kind}")
        envelope = {each.name for each in attrs.fields(Claim)} - {"period", "modality"}
        said = {each.name: getattr(old, each.name) for each in attrs.fields(type(old)) if each.name not in envelope}
        fields: dict[str, Any] = said | changes
        fields |= {"reported": reported, "citations": tuple(citations), "corrects": (old.id,)}
        new = type(old)(**fields)
        return self.plus(new)

    def _remade(self, entities: tuple[Entity, ...], sources: tuple[Source, ...], claims: tuple[Claim, ...]) -> Self:
        _refuse_repeated(entities, sources, claims)
        made = object.__new__(type(self))
        made._become(self.header, Store(entities, sources, claims), self._lens)
        return made


def _matches(held: object, asked: object) -> bool:
    return held == asked or (isinstance(held, tuple) and asked in held)


def _refuse_repeated(*groups: tuple[Entity | Source | Claim, ...]) -> None:
    if len({each.id for group in groups for each in group}) == sum(map(len, groups)):
        return
    seen: dict[str, str] = {}
    findings = []
    for each in (record for group in groups for record in group):
        if each.id in seen:
            findings.append(
                Finding(
                    code="OIR102",
                    severity=Severity.ERROR,
                    message=f"the id {each.id!r} stands for a {seen[each.id]} and for a {each.kind}",
                    subjects=(each.id,),
                    hint="every entity, source and claim has an id of its own",
                )
            )
        seen.setdefault(each.id, each.kind)
    raise InvalidDataset(tuple(findings))
