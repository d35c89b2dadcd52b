"""What the releases of CJTF-OIR call the targets of strikes, and what came of it for them, with our words for both."""

import re
from typing import Final

from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.vocab import Effect, Harm

__all__ = ["EFFECTS", "HARMS", "PEOPLE", "SEVERAL", "TARGETS", "bare"]

_SORTS: Final = """
ammunition cache = ammo cache
anti-aircraft artillery piece = anti-air artillery piece
anti-air artillery system
anti-tank guided weapon
armoured personnel carrier = armored personnel carrier
armoured vehicle = armored vehicle
artillery piece
artillery system
assembly area
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
cave
cave entrance
checkpoint
command and control center
command and control facility
command and control node
communications facility = communication facility
communications node = communication node
communications tower = communication tower
construction vehicle
crane
crude oil collection point
engineer vehicle
excavator
explosives cache
explosives storage facility
factory
fighting position
finance distribution center
financial center
financial storage center = finance storage center
front-end loader
fuel cache
fuel point
fuel storage facility
gas and oil separation plant = gas oil separation plant, oil and gas separation plant
gas and oil separation point
generator
guard shack
guard tower
headquarters
headquarters building = headquarters structure
heavy machine gun
heavy machine gun position
home-made explosives cache = HME cache, home-made explosives (HME) cache
home-made explosives resupply truck = HME resupply truck
IED = improvised explosive device, improvised explosive device (IED)
IED facility
IED factory = improvised explosive device factory, improvised explosive device (IED) factory
IED position
IED weapons facility
improvised weapons facility
improvised weapons factory
land feature
light machine gun
logistics hub = logistical hub
logistics node = logistical node
machine gun
machine gun position
medium machine gun
military garrison
mortar facility
mortar firing position
mortar position
mortar system
mortar team
mortar tube
motorcycle
obstacle
oil inlet manifold
oil pump jack = oil-pump jack, pump jack
oil refinery
oil separation tank = oil separator tank
oil still = oil refinement still
oil storage tank
oil tank
oil tanker
oil tanker storage area
oil tanker trailer
oil tanker truck
oil trailer
oil truck
oil wellhead = oil well head, well head, wellhead, well-head
recoilless rifle
road obstacle
roadblock
rocket
rocket position
rocket rail
rocket system
rocket-propelled grenade = rocket propelled grenade
rocket-propelled grenade system
safe house
sniper
sniper position
sniper team
solar panel
staging area
storage cylinder
storage depot
storage facility
structure
supply boat
supply cache
supply route
tactical unit
tactical vehicle
tank
tanker truck
tractor
training camp
transport vehicle
trench
trench system
tunnel
tunnel entrance
tunnel system
UAS
UAS launch site
UAV facility
VBIED = vehicle borne improvised explosive device, vehicle borne improvised explosive device (VBIED)
VBIED = vehicle-borne improvised explosive device, vehicle borne explosive device (VBIED)
VBIED facility = vehicle borne improvised explosive device (VBIED) facility
VBIED facility = vehicle borne improvised device (VBIED) facility
VBIED factory
VBIED staging area
vehicle
vehicle maintenance facility
warehouse
watercraft
weapons cache
weapons factory = weapons production factory
weapons storage area
weapons storage facility
"""
"""Our word, in the singular, and after it what means the same. Each stands for its plural too."""

_WIDER: Final = {
    "large tactical unit": ("tactical unit", "how large is left out"),
    "financial headquarters": ("headquarters", "what it was the headquarters of is left out"),
    "security headquarters building": ("headquarters building", "what it was the headquarters of is left out"),
}
"""Terms of which ours covers more."""

SEVERAL: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
"""What stands between several sorts in one cell."""
_WHOSE: Final = re.compile(r"(?:ISIL|ISIS|Da.?esh)(?:[ -](?:held|used))?\s+", re.IGNORECASE)


def bare(target: str) -> str:
    """
    A target without the words that say whose it was.

    >>> bare("ISIL-held buildings"), bare("large ISIL tactical unit")
    ('buildings', 'large tactical unit')
    """
    return _WHOSE.sub("", target, count=1).strip()


def _plural(term: str) -> str:
    if term.endswith(("s", ")")):
        return term
    return f"{term.removesuffix('y')}ies" if term.endswith("y") else f"{term}s"


def _terms() -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    for line in _SORTS.strip().splitlines():
        ours, _, others = line.partition(" = ")
        for each in (ours, *filter(None, others.split(", "))):
            for form in (each, _plural(each)):
                terms.setdefault(form, Term(form, ours, Fit.EXACT))
    for each, (ours, note) in _WIDER.items():
        for form in (each, _plural(each)):
            terms.setdefault(form, Term(form, ours, Fit.BROADER, note))
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
        Term("denied access", Effect.DENIED, Fit.EXACT),
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
