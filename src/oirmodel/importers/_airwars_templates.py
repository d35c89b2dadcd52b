"""The objects that those of every incident of Airwars are copies of, each made once and checked whole."""

import re
from collections.abc import Callable
from typing import Any, Final

from oirmodel.claims import Assessment, Attribution, Casualties, Occurrence, Tally
from oirmodel.entities import Event, Force, Organization, Source
from oirmodel.frozen import copier
from oirmodel.ids import ActorId, EventId, ExternalId, ForceId, ObjectId, OrganizationId, SourceId
from oirmodel.importers._airwars import FORCES
from oirmodel.importers._airwars_readings import Cells, Party, Sort, When
from oirmodel.importers.gathering import Gathering
from oirmodel.names import Name
from oirmodel.provenance import Citation, Grade, Speaker
from oirmodel.quantity import Quantity, Wording
from oirmodel.vocab import CasualtyBasis, Counted, Harm, Modality, OrganizationCategory, Victims

__all__ = ["COLLECTION", "SOMEBODY", "Templates"]

COLLECTION: Final = "airwars-incidents"
SOMEBODY: Final = Quantity(wording=Wording.AT_LEAST, number=1, words="harm to civilians is reported")
"""How many are harmed where it is only said that somebody is."""

_BREAK: Final = re.compile(r"[|;,\s]+")
_Make = Callable[..., Any]
"""A copier of a template."""


class Templates:
    """The objects that those of every row are copies of, each made once and checked whole."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._makers: dict[tuple[object, ...], _Make] = {}
        self._actors: dict[tuple[str, str], str] = {}
        names = (Name(text="Airwars"),)
        airwars = Organization(id=OrganizationId("airwars"), category=OrganizationCategory.MONITOR, names=names)
        self._airwars = ActorId(gathering.take_or_add(airwars))
        self._said: dict[str, Any] = {
            "id": "template",
            "reported": "2014",
            "citations": (Citation(source=SourceId("template")),),
            "asserted_by": (Speaker(who=self._airwars),),
        }
        self.cited: _Make = copier(self._said["citations"][0], "source")
        self._name: _Make = copier(Name(text="name"), "text")
        self._page: _Make = copier(
            Source(id=SourceId("page"), title="page", publisher="Airwars", language="en", collection=COLLECTION),
            *("id", "title", "published", "url"),
        )
        self._codes: dict[str, _Make] = {
            scheme: copier(ExternalId(scheme=scheme, value="code"), "value")
            for scheme in ("airwars", "airwars-former", "airwars-page")
        }

    def event(self, cells: Cells, an_id: str, sort: Sort) -> Event:
        """The incident, by all codes that it has or had."""
        key = ("event", sort.category)
        if key not in self._makers:
            template = Event(id=EventId("template"), category=sort.category)
            self._makers[key] = copier(template, "id", "names", "external_ids", "note")
        codes = self._codes
        ids = [codes["airwars"](each) for each in _BREAK.split(cells.code) if each]
        if cells.previous_codes:
            former = dict.fromkeys(_BREAK.split(cells.previous_codes))
            ids += [codes["airwars-former"](each) for each in former if each]
        if cells.airwars_id:
            ids.append(codes["airwars-page"](cells.airwars_id))
        names = (self._name(f"Airwars {cells.code}"),) if cells.code else ()
        return self._makers[key](an_id, names, tuple(ids), cells.strike_type or None)  # type: ignore[no-any-return]

    def page(self, cells: Cells, an_id: str, when: When) -> Source | None:
        """The page of an incident, where the row tells which it is."""
        if not cells.url:
            return None
        title = f"Airwars: {cells.code or 'incident without a code'}"
        return self._page(f"src-{an_id}", title, when.published, cells.url)  # type: ignore[no-any-return]

    def _maker(self, key: tuple[object, ...], template: Callable[[], Any], *fields: str) -> _Make:
        make = self._makers.get(key)
        if make is None:
            make = self._makers[key] = copier(template(), *fields)
        return make

    def _graded(self, sort: Sort) -> dict[str, Any]:
        """What a claim holds that Airwars grades."""
        grades = (Grade(by=self._airwars, scheme="airwars", grade=sort.grade),) if sort.grade else ()
        return {**self._said, "grades": grades}

    def occurrence(self, sort: Sort) -> _Make:
        """That it happened."""
        return self._maker(
            ("occurrence", sort.happened, sort.grade),
            lambda: Occurrence(of=EventId("event"), modality=sort.happened, **self._graded(sort)),
            *("id", "of", "at", "period", "note", "reported", "citations"),
        )

    def casualties(self, sort: Sort, harm: Harm, victims: Victims) -> _Make:
        """Whom it harmed; of those who fought, Airwars grades nothing."""
        graded = self._said if victims is Victims.COMBATANTS else self._graded(sort)
        basis = CasualtyBasis.ALLEGED if victims is Victims.COMBATANTS else sort.basis
        return self._maker(
            ("casualties", harm, victims, basis, sort.harmed, sort.cause),
            lambda: Casualties(
                harm=harm,
                victims=victims,
                quantity=SOMEBODY,
                basis=basis,
                cause=sort.cause,
                modality=sort.harmed,
                **graded,
            ),
            *("id", "of", "at", "period", "quantity", "reported", "citations"),
        )

    def strikes(self) -> _Make:
        """How many strikes it was."""
        return self._maker(
            ("strikes",),
            lambda: Tally(counted=Counted.STRIKES, quantity=SOMEBODY, modality=Modality.ASSERTED, **self._said),
            *("id", "of", "at", "period", "quantity", "reported", "citations"),
        )

    def attribution(self, party: Party, sort: Sort) -> _Make:
        """Who is held responsible."""
        return self._maker(
            ("attribution", party.certainty, party.modality, sort.grade),
            lambda: Attribution(
                of=ObjectId("event"),
                by=self._airwars,
                certainty=party.certainty,
                modality=party.modality,
                **self._graded(sort),
            ),
            *("id", "of", "by", "note", "reported", "citations"),
        )

    def assessment(self, actor: str, says: str) -> _Make:
        """What whoever is held responsible says of it, as Airwars has it."""
        return self._maker(
            ("assessment", actor, says),
            lambda: Assessment(
                of=EventId("event"),
                judgement=says,
                modality=Modality.ASSESSED,
                **{**self._said, "asserted_by": (Speaker(who=ActorId(actor)), *self._said["asserted_by"])},
            ),
            *("id", "of", "reported", "citations"),
        )

    def conceded(self, actor: str, cause: str | None) -> _Make:
        """How many deaths whoever is held responsible has conceded, as Airwars has it."""
        return self._maker(
            ("conceded", actor, cause),
            lambda: Casualties(
                harm=Harm.KILLED,
                victims=Victims.CIVILIANS,
                quantity=SOMEBODY,
                basis=CasualtyBasis.CONCEDED,
                cause=cause,
                modality=Modality.ASSERTED,
                **{**self._said, "asserted_by": (Speaker(who=ActorId(actor)), *self._said["asserted_by"])},
            ),
            *("id", "of", "at", "period", "quantity", "reported", "citations"),
        )

    def actor(self, party: Party) -> str:
        """The id of whoever is held responsible; one whom no crosswalk has is one of the very name, or new."""
        key = (party.actor, "" if party.actor else party.term.casefold())
        if key not in self._actors:
            self._actors[key] = self._new_actor(party)
        return self._actors[key]

    def _new_actor(self, party: Party) -> str:
        if party.actor:
            known = FORCES[party.actor]
            names = (Name(text=known.name),)
            force = Force(id=ForceId(party.actor), category=known.category, country=known.country, names=names)
            return self._gathering.take_or_add(force)
        linked = self._gathering.link(party.term, Force, Organization)
        if linked is not None:
            return linked
        an_id = self._gathering.new_id("belligerent", party.term)
        self._gathering.add(Force(id=ForceId(an_id), names=(Name(text=party.term),)))
        return an_id
