"""The objects that those of every incident of Airwars are copies of, each made once and checked whole."""

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from oirmodel.claims import Assessment, Attribution, Casualties, Claim, Occurrence, Tally
from oirmodel.entities import Event, Force, Organization, Source
from oirmodel.frozen import copier
from oirmodel.ids import ActorId, EventId, ExternalId, ForceId, ObjectId, OrganizationId, SourceId
from oirmodel.importers._airwars.readings import Cells, Party, Sort, When
from oirmodel.importers._airwars.terms import FORCES
from oirmodel.importers.gathering import Gathering
from oirmodel.names import Name
from oirmodel.provenance import Citation, Grade, Speaker
from oirmodel.quantity import Quantity, Wording
from oirmodel.vocab import CasualtyBasis, Counted, Harm, Modality, OrganizationCategory, Victims

__all__ = ["COLLECTION", "COUNTED", "Blamed", "Kit", "Templates"]

COLLECTION: Final = "airwars-incidents"
COUNTED: Final = (
    ("civ_killed", "killed", Harm.KILLED, Victims.CIVILIANS),
    ("civ_injured", "wounded", Harm.WOUNDED, Victims.CIVILIANS),
    ("children_killed", "children-killed", Harm.KILLED, Victims.CHILDREN),
    ("women_killed", "women-killed", Harm.KILLED, Victims.WOMEN),
    ("men_killed", "men-killed", Harm.KILLED, Victims.MEN),
    ("belligerents_killed", "combatants-killed", Harm.KILLED, Victims.COMBATANTS),
)
"""The columns of numbers, without ``_min`` and ``_max``: what their claims are called, and what they say."""
_SOMEBODY: Final = Quantity(wording=Wording.AT_LEAST, number=1, words="harm to civilians is reported")
"""How many are harmed where it is only said that somebody is."""

_BREAK: Final = re.compile(r"[|;,\s]+")
_CHECKED: Final = frozenset({"of", "at", "by", "period", "quantity", "reported", "citations"})
"""What the claims of a row are given of records that were made and checked before them: its event, its place."""
_Make = Callable[..., Any]
"""A copier of a template."""


class Kit(NamedTuple):
    """What makes the claims of incidents that are worded alike."""

    sort: Sort
    event: _Make
    """Of an id, names and external ids."""
    occurrence: _Make
    """Of an id, the event, sites, a period, a note, a report date and citations."""
    casualties: tuple[_Make, ...]
    """For each of :data:`COUNTED`: of an id, the event, sites, a period, a quantity, a report date and citations."""
    strikes: _Make
    """How many strikes: of the same."""
    harmed: _Make
    """Where it is said that somebody was harmed, and not how many: of the same without a quantity."""


class Blamed(NamedTuple):
    """What makes the claims about somebody who is held responsible."""

    actor: str
    attribution: _Make
    """Of an id, the event, a report date and citations."""
    assessment: _Make | None
    """Of the same: what they say of it themselves."""
    conceded: _Make | None
    """Of an id, the event, sites, a period, a report date and citations: how many deaths they have conceded."""


class Templates:
    """Makes the objects of rows, as copies of such as were made once and checked whole."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._actors: dict[tuple[str, str], ActorId] = {}
        names = (Name(text="Airwars"),)
        airwars = Organization(id=OrganizationId("airwars"), category=OrganizationCategory.MONITOR, names=names)
        self._airwars = ActorId(gathering.take_or_add(airwars))
        self._said: dict[str, Any] = {
            "id": "template",
            "reported": "2014",
            "citations": (Citation(source=SourceId("template")),),
            "asserted_by": (Speaker(who=self._airwars),),
        }
        self.cited: _Make = copier(self._said["citations"][0], "source", checked=("source",))
        self._name: _Make = copier(Name(text="name"), "text")
        self._page: _Make = copier(
            Source(id=SourceId("page"), title="page", publisher="Airwars", language="en", collection=COLLECTION),
            *("id", "title", "published", "url"),
            checked=("published",),
        )
        self._code, self._former, self._post = (
            copier(ExternalId(scheme=scheme, value="code"), "value")
            for scheme in ("airwars", "airwars-former", "airwars-page")
        )

    def event(self, cells: Cells, an_id: str, kit: Kit) -> Event:
        """The incident, by all codes that it has or had."""
        ids = [self._code(each) for each in _BREAK.split(cells.code) if each]
        if cells.previous_codes:
            former = dict.fromkeys(_BREAK.split(cells.previous_codes))
            ids += [self._former(each) for each in former if each]
        if cells.airwars_id:
            ids.append(self._post(cells.airwars_id))
        names = (self._name(f"Airwars {cells.code}"),) if cells.code else ()
        return kit.event(an_id, names, tuple(ids))  # type: ignore[no-any-return]

    def page(self, cells: Cells, an_id: str, when: When) -> Source | None:
        """The page of an incident, where the row tells which it is."""
        if not cells.url:
            return None
        title = f"Airwars: {cells.code or 'incident without a code'}"
        return self._page(f"src-{an_id}", title, when.published, cells.url)  # type: ignore[no-any-return]

    def kit(self, sort: Sort) -> Kit:
        """What makes the claims of incidents of a sort."""
        event = Event(id=EventId("event"), category=sort.category, note=sort.strikes or None)
        occurrence = Occurrence(of=event.id, modality=sort.happened, **self._graded(sort.grade))
        strikes = Tally(of=event.id, counted=Counted.STRIKES, quantity=_SOMEBODY, modality=sort.happened, **self._said)
        harmed = self._casualties(sort, Harm.HARMED, Victims.CIVILIANS)
        return Kit(
            sort=sort,
            event=copier(event, "id", "names", "external_ids", checked=("names", "external_ids")),
            occurrence=_copier(occurrence, "id", "of", "at", "period", "note", "reported", "citations"),
            casualties=tuple(
                _copier(
                    self._casualties(sort, harm, victims),
                    *("id", "of", "at", "period", "quantity", "reported", "citations"),
                )
                for _, _, harm, victims in COUNTED
            ),
            strikes=_copier(strikes, "id", "of", "at", "period", "quantity", "reported", "citations"),
            harmed=_copier(harmed, "id", "of", "at", "period", "reported", "citations"),
        )

    def _casualties(self, sort: Sort, harm: Harm, victims: Victims) -> Casualties:
        """Whom it harmed; of those who fought, Airwars grades nothing."""
        fought = victims is Victims.COMBATANTS
        return Casualties(
            harm=harm,
            victims=victims,
            quantity=_SOMEBODY,
            basis=CasualtyBasis.ALLEGED if fought else sort.basis,
            cause=sort.cause,
            modality=Modality.ALLEGED if fought else sort.harmed,
            **self._graded("" if fought else sort.grade),
        )

    def blamed(self, party: Party, grade: str) -> Blamed:
        """What makes the claims about somebody who is held responsible for an incident of a grade."""
        actor = self._actor(party)
        attribution = Attribution(
            of=ObjectId("event"),
            by=actor,
            certainty=party.certainty,
            modality=party.modality,
            note=party.note,
            **self._graded(grade),
        )
        theirs = {**self._said, "asserted_by": (Speaker(who=actor), *self._said["asserted_by"])}
        assessment = conceded = None
        if party.says:
            judged = Assessment(of=EventId("event"), judgement=party.says, modality=Modality.ASSESSED, **theirs)
            assessment = _copier(judged, "id", "of", "reported", "citations")
        if party.conceded is not None:
            claim = Casualties(
                harm=Harm.KILLED,
                victims=Victims.CIVILIANS,
                quantity=party.conceded,
                basis=CasualtyBasis.CONCEDED,
                modality=Modality.ASSERTED,
                **theirs,
            )
            conceded = _copier(claim, "id", "of", "at", "period", "reported", "citations")
        return Blamed(actor, _copier(attribution, "id", "of", "reported", "citations"), assessment, conceded)

    def _graded(self, grade: str) -> dict[str, Any]:
        """What a claim holds that Airwars grades."""
        grades = (Grade(by=self._airwars, scheme="airwars", grade=grade),) if grade else ()
        return {**self._said, "grades": grades}

    def _actor(self, party: Party) -> ActorId:
        """The id of whoever is held responsible; one whom no crosswalk has is one of the very name, or new."""
        key = (party.actor, "" if party.actor else party.term.casefold())
        if key not in self._actors:
            self._actors[key] = ActorId(self._new_actor(party))
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


def _copier(claim: Claim, *fields: str) -> _Make:
    return copier(claim, *fields, checked=_CHECKED.intersection(fields))
