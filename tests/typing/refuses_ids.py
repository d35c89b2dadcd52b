"""An id of another kind, or a text, is no id of this kind."""

from oirmodel.claims import Control, Posting, Presence, Strength
from oirmodel.entities import Commitment, Force, Installation, Place, Post
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
    PersonId,
    PlaceId,
    PostId,
    SiteId,
    SourceId,
)
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.vocab import Modality

said = Modality.ASSERTED
cited = (Citation(source=SourceId("src-report")),)
base, army = InstallationId("al-asad"), ForceId("iraqi-army")

of_a_place: InstallationId = PlaceId("anbar")  # refused
of_any_site: InstallationId = SiteId("al-asad")  # refused
of_any_entity: SiteId = EntityId("al-asad")  # refused
of_a_text: SiteId = "al-asad"  # refused
of_a_source: EntityId = SourceId("src-report")  # refused
of_a_claim: SourceId = ClaimId("control-1")  # refused
Control(of=army, by=army, reported="2026", modality=said, citations=cited)  # refused
Control(of="al-asad", by=army, reported="2026", modality=said, citations=cited)  # refused
Control(of=base, by=base, reported="2026", modality=said, citations=cited)  # refused
Control(of=base, by=PostId("commander"), reported="2026", modality=said, citations=cited)  # refused
Control(of=base, by=army, corrects=("control-1",), reported="2026", modality=said, citations=cited)  # refused
Presence(of=PlaceId("iraq"), at=base, reported="2026", modality=said, citations=cited)  # refused
Presence(of=army, at=OperationId("oir"), reported="2026", modality=said, citations=cited)  # refused
Posting(of=ForceId("a"), by=PersonId("p"), reported="2026", modality=said, citations=cited)  # refused
Posting(of=PostId("a"), by=army, reported="2026", modality=said, citations=cited)  # refused
Strength(of=army, at=(army,), quantity=Quantity.none(), reported="2026", modality=said, citations=cited)  # refused
Strength(of=army, at=base, quantity=Quantity.none(), reported="2026", modality=said, citations=cited)  # refused
Installation(id=base, place=InstallationId("k-1"))  # refused
Installation(id=base, part_of=PlaceId("anbar"))  # refused
Installation(id=PlaceId("anbar"))  # refused
Place(id=PlaceId("anbar"), part_of=SiteId("iraq"))  # refused
Post(id=PostId("commander"), of=EventId("strike"), title="Commander")  # refused
Commitment(id=CommitmentId("c"), agreement=CommitmentId("a"))  # refused
Commitment(id=AgreementId("c"), agreement=AgreementId("a"))  # refused
Force(id=ActorId("iraqi-army"))  # refused
Force(id="iraqi-army")  # refused
Citation(source="src-report")  # refused
Citation(source=EntityId("src-report"))  # refused
Speaker(who=SiteId("al-asad"))  # refused
