"""What is counted, on which basis, and what befell people."""

from enum import StrEnum

__all__ = ["CasualtyBasis", "Counted", "CountingBasis", "Effect", "Harm", "Proportion", "StrengthShift", "Victims"]


class CountingBasis(StrEnum):
    """What a strength figure counts; figures on different bases do not conflict. The words are those of US practice."""

    UNSPECIFIED = "unspecified"
    """The source does not say; a basis of its own."""
    FORCE_MANAGEMENT_LEVEL = "force-management-level"
    """The ceiling-bound count of those deployed for the mission, without those on temporary duty."""
    DMDC = "dmdc"
    """The quarterly tables of the US Defense Manpower Data Center."""
    SPOKESPERSON_TOTAL = "spokesperson-total"
    """All who are there, as a spokesperson gives it."""
    CORE = "core"
    """Those who are there for the mission, without temporary and rotational forces."""
    TEMPORARY_ROTATIONAL = "temporary-rotational"
    """Those who are there for a short while, on top of the core."""
    CONTRACTORS = "contractors"
    """People under contract, not in the force."""
    AUTHORISED_CAP = "authorised-cap"
    """How many may be there, not how many are: a cap, and no level."""

    @property
    def is_level(self) -> bool:
        """Whether it counts who is there; a cap does not, and answers only where it is asked for."""
        return self is not CountingBasis.AUTHORISED_CAP


class Counted(StrEnum):
    """What a strength or a tally counts; each is a unit of its own, and one is never read as another."""

    PERSONNEL = "personnel"
    """People of a force."""
    AIRCRAFT = "aircraft"
    """Aircraft of any sort."""
    VEHICLES = "vehicles"
    """Vehicles of any sort."""
    STRIKES = "strikes"
    """
    As CJTF-OIR counts: one or more engagements in about one place, for one effect. One strike may be many munitions.
    """
    ENGAGEMENTS = "engagements"
    """As CJTF-OIR counts: a strike consists of one or more. They are not its targets, of which there may be more."""
    TARGETS = "targets"
    """What strikes were directed at, counted by sort and effect: fighting positions destroyed, routes damaged."""
    SORTIES = "sorties"
    """Flights of one aircraft; JP 1-02."""
    MUNITIONS = "munitions"
    """Weapons released, as AFCENT counts them."""
    WEAPON_EMPLOYMENTS = "weapon-employments"
    """Times that a weapon was used, as the Dutch list of strikes counts; of how many munitions, it does not say."""
    INCIDENTS = "incidents"
    """Incidents of alleged harm, as Airwars counts them."""
    OPERATIONS = "operations"
    """Ground or partnered operations, as CENTCOM counts them."""
    BASES = "bases"
    """Bases, camps and outposts."""
    TRAINEES = "trainees"
    """People who were trained."""
    US_DOLLARS = "us-dollars"
    """Worth in dollars of the United States."""


class Effect(StrEnum):
    """What came of strikes for their targets; the words of the releases of CJTF-OIR."""

    ENGAGED = "engaged"
    """Attacked, in the releases from September 2016 on; what came of it is not said."""
    STRUCK = "struck"
    """Attacked, in those before; what came of it is not said."""
    SUPPRESSED = "suppressed"
    """Kept from acting for a while."""
    DAMAGED = "damaged"
    """Harmed, and not destroyed."""
    DESTROYED = "destroyed"
    """Of no more use."""
    DENIED = "denied"
    """Made of no use to the other side: a road, a piece of terrain."""
    INCONCLUSIVE = "inconclusive"
    """What came of it is said not to be known."""


class StrengthShift(StrEnum):
    """How the strength of a force somewhere changed; the words of reports and of US statements."""

    UNSTATED = "unstated"
    """The source does not say which way."""
    SURGE = "surge"
    """More came, for a time."""
    REINFORCEMENT = "reinforcement"
    """More came."""
    DRAWDOWN = "drawdown"
    """Some left, or all."""


class Proportion(StrEnum):
    """What share of a force a change concerns, in the words that reports use where they give no number. Ours."""

    ALL = "all"
    """Every one."""
    NEARLY_ALL = "nearly-all"
    """All but few."""
    MAJORITY = "majority"
    """More than a half: most of them."""
    HALF = "half"
    """A half."""
    MINORITY = "minority"
    """Fewer than a half."""
    PART = "part"
    """Some of them; how many is not said."""


class Harm(StrEnum):
    """What befell people. Airwars counts killed and injured, UCDP deaths alone; JC3IEDM has captured and missing."""

    KILLED = "killed"
    """Dead; UCDP: a fatality."""
    WOUNDED = "wounded"
    """Hurt and alive; Airwars: ``injured``."""
    CAPTURED = "captured"
    """In the hands of the other side."""
    MISSING = "missing"
    """Nobody knows where."""
    DISPLACED = "displaced"
    """Had to leave home."""
    HARMED = "harmed"
    """Killed or wounded: a stated none of it is a none of both."""


class Victims(StrEnum):
    """As what those harmed are described. UCDP counts deaths of each side and of civilians apart."""

    UNSTATED = "unstated"
    """The source does not say."""
    CIVILIANS = "civilians"
    """Non-combatants; Airwars counts these."""
    MILITARY = "military"
    """Of a state's forces, or of a coalition's."""
    FIGHTERS = "fighters"
    """Of an armed group; Airwars: ``militants``."""
    COMBATANTS = "combatants"
    """Of any side that fights, a state's forces or an armed group; Airwars: ``belligerents``."""
    CHILDREN = "children"
    """Civilians who are children: some of those in the figure for civilians, never besides them. Airwars."""
    WOMEN = "women"
    """Civilians who are women, likewise. Airwars."""
    MEN = "men"
    """Civilians who are men, likewise. Airwars."""


class CasualtyBasis(StrEnum):
    """How well founded a casualty figure is: a party's own admission, and the grading that Airwars publishes."""

    UNSTATED = "unstated"
    """The source does not say."""
    CONCEDED = "conceded"
    """A party has admitted it; CJTF-OIR: ``credible``, more likely than not."""
    CONFIRMED = "confirmed"
    """Airwars: a belligerent has accepted responsibility."""
    FAIR = "fair"
    """Airwars: two or more credible sources, and strikes in the vicinity."""
    WEAK = "weak"
    """Airwars: a single source."""
    CONTESTED = "contested"
    """Airwars: several parties are named."""
    ALLEGED = "alleged"
    """Said, and not weighed."""
    DISCOUNTED = "discounted"
    """Airwars: later found not to have been civilians, or not by a strike."""
    INVESTIGATED = "investigated"
    """Found by an investigation of the speaker's own."""
