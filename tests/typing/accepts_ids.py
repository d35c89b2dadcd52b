"""An id serves wherever one of a wider kind is asked for."""

from oirmodel.claims import Affiliation, Casualties, Control, Posting, Presence, Purpose, SameAs
from oirmodel.entities import Commitment, Event, Force, Installation, Place, Post
from oirmodel.ids import (
    ActorId,
    AgreementId,
    ClaimId,
    CommitmentId,
    EntityId,
    EventId,
    ForceId,
    InstallationId,
    OperationId,
    OrganizationId,
    PersonId,
    PlaceId,
    PostId,
    SiteId,
    SourceId,
)
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.temporal import Period
from oirmodel.vocab import Degree, Harm, Modality

base: SiteId = InstallationId("al-asad")
province: SiteId = PlaceId("anbar")
army: ActorId = ForceId("iraqi-army")
ministry: ActorId = OrganizationId("iraqi-mod")
general: ActorId = PersonId("a-general")
anything: tuple[EntityId, ...] = (base, army, PostId("commander"), OperationId("oir"), EventId("strike"))

Control(
    of=InstallationId("al-asad"),
    by=ForceId("iraqi-army"),
    degree=Degree.FULL,
    period=Period.by("2026-01-17"),
    reported="2026-01-17",
    recorded=None,
    asserted_by=(Speaker(who=OrganizationId("iraqi-mod"), when="2026-01-17"), Speaker(who=PersonId("a-general"))),
    citations=(Citation(source=SourceId("src-report"), locator="paragraph 1"),),
    modality=Modality.ASSERTED,
    corrects=(ClaimId("control-1"),),
)
common = (Citation(source=SourceId("src-report")),)
Presence(of=army, at=province, reported="2026", modality=Modality.DENIED, citations=common)
Affiliation(of=ForceId("a"), to=OrganizationId("b"), reported="2026", modality=Modality.DENIED, citations=common)
Posting(of=PostId("commander"), by=PersonId("p"), reported="2026", modality=Modality.DENIED, citations=common)
Purpose(of=OperationId("oir"), aim="defeat ISIS", reported="2026", modality=Modality.DENIED, citations=common)
SameAs(one=ForceId("a"), other=ForceId("b"), reported="2026", modality=Modality.DENIED, citations=common)
Casualties(
    of=EventId("strike"),
    at=(InstallationId("al-asad"), PlaceId("anbar")),
    harm=Harm.KILLED,
    quantity=Quantity.none(),
    reported="2026",
    modality=Modality.ASSERTED,
    citations=common,
)
Force(id=ForceId("iraqi-army"), external_ids=("wikidata:Q42",))
Installation(id=InstallationId("al-asad"), place=PlaceId("anbar"), part_of=InstallationId("k-1"))
Place(id=PlaceId("anbar"), part_of=PlaceId("iraq"))
Post(id=PostId("commander"), of=ForceId("cjtf-oir"), title="Commander")
Event(id=EventId("strike"), part_of=OperationId("oir"))
Commitment(id=CommitmentId("c"), agreement=AgreementId("a"))
