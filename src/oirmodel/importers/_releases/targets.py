"""What the releases of CJTF-OIR call the targets of strikes, and what came of it for them, with our words for both."""

import re
from collections.abc import Iterator
from typing import Final

from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.vocab import Effect, Harm

__all__ = ["EFFECTS", "HARMS", "PEOPLE", "SEVERAL", "TARGETS", "bare"]

_SORTS: Final = """
ammunition cache = ammo cache
anti-air artillery system
anti-aircraft artillery piece = anti-air artillery piece
anti-aircraft artillery system
anti-aircraft artillery weapon
anti-tank guided weapon
armoured bulldozer = armored bulldozer
armoured personnel carrier = armored personnel carrier
armoured vehicle = armored vehicle
artillery piece
artillery system
artillery team
assembly area
backhoe
barge
barrier
barrier wall
bed-down location = bed down location
berm
bivouac
boat
boat dock
bridge
bridge section
building
bulldozer
bunker
cache
cave
cave entrance
checkpoint = check point
command and control center
command and control facility
command and control node
communications facility = communication facility
communications node = communication node
communications tower = communication tower
compound
construction vehicle
crane
crossing point
crude oil collection point
culvert
defensive fighting position
defensive position
dump truck
earth mover
engineer vehicle
engineering equipment = engineering equipment piece
excavator
explosives cache
explosives factory
explosives storage facility
facility
factory
fighting position
finance distribution center
financial center
financial storage center = finance storage center
front-end loader
fuel cache
fuel point
fuel storage facility
fuel tanker
fuel truck
gas and oil separation plant = gas oil separation plant, oil and gas separation plant
gas and oil separation point
generator
guard shack
guard tower
headquarters
headquarters building = headquarters structure
heavy machine gun
heavy machine gun firing position
heavy machine gun position
heavy weapon
heavy weapons system
home-made explosives cache = HME cache, homemade explosives cache, homemade explosive cache
home-made explosives resupply truck = HME resupply truck
house-borne IED = house-borne improvised explosive device, HBIED
IED = improvised explosive device
IED facility
IED factory = improvised explosive device factory
IED position
IED weapons facility
improvised weapons facility
improvised weapons factory
land bridge
land feature
light machine gun
light machine gun position
line of communication = lines of communication
logistics facility = logistical facility
logistics hub = logistical hub
logistics node = logistical node
machine gun
machine gun position
media center
media facility
medium machine gun
military garrison
mobility obstacle
mortar
mortar cache
mortar facility
mortar firing position
mortar position
mortar system
mortar team
mortar tube
motorcycle
observation post
obstacle
oil barrel
oil equipment
oil inlet manifold
oil pump jack = pump jack, pumpjack, oil pumpjack
oil refinery
oil separation tank = oil separator tank
oil still = oil refinement still
oil storage barrel
oil storage tank
oil tank
oil tanker
oil tanker storage area
oil tanker trailer
oil tanker truck
oil trailer
oil truck
oil wellhead = oil well head, well head, wellhead
pontoon bridge
recoilless rifle
resupply point
resupply vehicle
road
road obstacle
roadblock
rocket
rocket cache
rocket fire position
rocket firing position
rocket launcher
rocket position
rocket rail
rocket system
rocket-propelled grenade
rocket-propelled grenade launcher
rocket-propelled grenade system
safe house
shipping container
sniper
sniper firing position
sniper position
sniper team
solar panel
staging area
staging facility
staging location
staging position
storage container
storage cylinder
storage depot
storage facility
structure
supply boat
supply cache
supply road
supply route
tactical unit
tactical vehicle
tank
tanker truck
tractor
tractor trailer
trailer
training camp
training facility
transport vehicle
trench = trenches
trench system
tunnel
tunnel entrance
tunnel system
UAS
UAS launch site
UAV = unmanned aerial vehicle
UAV facility
UAV launch site
unit
VBIED = vehicle-borne improvised explosive device, vehicle-borne explosive device
VBIED facility = vehicle-borne improvised explosive device facility, vehicle-borne improvised device facility
VBIED factory = vehicle-borne improvised explosive device factory
VBIED staging area
VBIED storage area
VBIED storage facility
vehicle
vehicle maintenance facility
vehicle storage facility
warehouse
watercraft
weapons cache = weapon cache
weapons facility
weapons factory = weapons production factory
weapons production facility
weapons storage area
weapons storage facility
workover rig
"""
"""Our word, in the singular, and after it what means the same; each stands for its plural too, and without hyphens."""

_WIDER: Final = {
    "large tactical unit": ("tactical unit", "how large is left out"),
    "small tactical unit": ("tactical unit", "how small is left out"),
    "large unit": ("unit", "how large is left out"),
    "security headquarters": ("headquarters", "what it was the headquarters of is left out"),
    "financial headquarters": ("headquarters", "what it was the headquarters of is left out"),
    "security headquarters building": ("headquarters building", "what it was the headquarters of is left out"),
}
"""Terms of which ours covers more."""

SEVERAL: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
"""What stands between several sorts in one cell."""
_BRACKETS: Final = re.compile(r"\s*\([A-Z]+s?\)")
_WHOSE: Final = re.compile(r"(?:ISIL|ISIS|Da.?esh)(?:[ -](?:controlled|held|used))?\s+", re.IGNORECASE)


def bare(target: str) -> str:
    """
    A target without the words that say whose it was, and without abbreviations in brackets.

    >>> bare("ISIL-held buildings"), bare("large ISIL tactical unit")
    ('buildings', 'large tactical unit')
    """
    return _BRACKETS.sub("", _WHOSE.sub("", target, count=1)).strip()


def _forms(term: str) -> Iterator[str]:
    """A term in the singular and the plural, each with its hyphens and without."""
    plural = f"{term.removesuffix('y')}ies" if term.endswith("y") else f"{term}s"
    for form in (term, term if term.endswith("s") else plural):
        yield form
        yield form.replace("-", " ")


def _terms() -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    for line in _SORTS.strip().splitlines():
        ours, _, others = line.partition(" = ")
        for each in (ours, *filter(None, others.split(", "))):
            terms |= {form: Term(form, ours, Fit.EXACT) for form in _forms(each)}
    for each, (ours, note) in _WIDER.items():
        terms |= {form: Term(form, ours, Fit.BROADER, note) for form in _forms(each)}
    return tuple(terms.values())


TARGETS: Final = Crosswalk("CJTF-OIR strike releases", "target_type", str, _terms())
"""Sorts of targets, without "ISIL" before them; a sort that is not here is kept in the words of the release."""

EFFECTS: Final = Crosswalk(
    "CJTF-OIR strike releases",
    "effect",
    Effect,
    (
        Term("engaged", Effect.ENGAGED, Fit.EXACT),
        Term("struck", Effect.STRUCK, Fit.EXACT),
        Term("suppressed", Effect.SUPPRESSED, Fit.EXACT),
        Term("damaged", Effect.DAMAGED, Fit.EXACT),
        Term("disabled", Effect.DAMAGED, Fit.BROADER, "that it could not be used is left out"),
        Term("destroyed", Effect.DESTROYED, Fit.EXACT),
        Term("destroying", Effect.DESTROYED, Fit.EXACT),
        Term("cratered", Effect.DAMAGED, Fit.BROADER, "how it was damaged is left out"),
        Term("denied", Effect.DENIED, Fit.EXACT),
        Term("denied access", Effect.DENIED, Fit.EXACT),
        Term("denying ISIL access", Effect.DENIED, Fit.EXACT),
        Term("denied ISIL access to terrain", Effect.DENIED, Fit.EXACT),
        Term("denied access to terrain", Effect.DENIED, Fit.EXACT),
        Term("denied ISIL access", Effect.DENIED, Fit.EXACT),
        Term("denied ISIL a tactical advantage", Effect.DENIED, Fit.BROADER, "what was denied is left out"),
        Term("denying ISIL a tactical advantage", Effect.DENIED, Fit.BROADER, "what was denied is left out"),
        Term("terrain denial", Effect.DENIED, Fit.EXACT),
        Term("inconclusive", Effect.INCONCLUSIVE, Fit.EXACT),
        Term("inconclusive results", Effect.INCONCLUSIVE, Fit.EXACT),
    ),
)

HARMS: Final = Crosswalk(
    "CJTF-OIR strike releases",
    "effect",
    Harm,
    (
        Term("wounded", Harm.WOUNDED, Fit.EXACT),
        Term("killed", Harm.KILLED, Fit.EXACT),
    ),
)
"""What befell people among the targets."""

PEOPLE: Final = frozenset({"fighter", "fighters"})
"""Targets that are people, counted as such where they were harmed."""
