"""Objects are made from fields by their names, of the right types, and are not changed."""

from oirmodel.claims import Control
from oirmodel.dataset import Records
from oirmodel.entities import Force, Post
from oirmodel.frozen import FrozenMap
from oirmodel.geo import Point
from oirmodel.ids import ForceId, InstallationId, PostId, SourceId
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.truth import Truth
from oirmodel.vocab import Degree, ForceCategory, Modality, Share

said = Modality.ASSERTED
cited = (Citation(source=SourceId("src-report")),)
base, army = InstallationId("al-asad"), ForceId("iraqi-army")
point = Point(longitude=42.4, latitude=33.8)
claim = Control(of=base, by=army, reported="2026", modality=said, citations=cited)

# by position
Point(42.4, 33.8)  # refused
Period("2017", "2018")  # refused
ImpreciseDate("2017")  # refused
Name("Al-Asad")  # refused
Control(base, army)  # refused

# without what is needed, or with what is not known
Control(of=base, by=army, modality=said, citations=cited)  # refused
Control(of=base, by=army, reported="2026", citations=cited)  # refused
Control(of=base, by=army, reported="2026", modality=said)  # refused
Control(of=base, by=army, degre=Degree.FULL, reported="2026", modality=said, citations=cited)  # refused
Control(kind="control", of=base, by=army, reported="2026", modality=said, citations=cited)  # refused
Post(id=PostId("commander"), of=army)  # refused

# of another type
Control(of=base, by=army, degree="full", reported="2026", modality=said, citations=cited)  # refused
Control(of=base, by=army, degree=Share.SOLE, reported="2026", modality=said, citations=cited)  # refused
Control(of=base, by=army, period="2017", reported="2026", modality=said, citations=cited)  # refused
Control(of=base, by=army, reported=2026, modality=said, citations=cited)  # refused
Control(of=base, by=army, reported=None, modality=said, citations=cited)  # refused
Control(of=base, by=army, reported="2026", modality="asserted", citations=cited)  # refused
Force(id=army, category=ForceCategory)  # refused
Force(id=army, names=("Iraqi Army",))  # refused
Quantity.about("2,500")  # refused
Quantity.about(2500).at_least(Quantity.about(2500))  # refused
Truth.YES & True  # refused
Period.on(2017)  # refused

# changed
point.latitude = 34.0  # refused
claim.degree = Degree.FULL  # refused
claim.kind = "control"  # refused
claim.note += "more"  # refused
FrozenMap({"a": 1})["a"] = 2  # refused
Records().entities["a"] = Force(id=army)  # refused

# asked wrongly
Records().as_known("2026-01-17")  # refused
Records().as_known(on=2026)  # refused
Records().claims("control")  # refused
Records().plus("control-1")  # refused

# compared: mypy takes it that attrs orders every class
claim.period < claim.period  # refused by pyright
Quantity.exact(1) < Quantity.exact(2)  # refused by pyright
