"""How sources say things: in what tone, in whose words, how surely, and of how many things at once."""

from enum import StrEnum

__all__ = ["Certainty", "Listing", "Manner", "Modality", "NameCategory", "Spread"]


class Modality(StrEnum):
    """
    How the source puts it, which decides what a claim is evidence for.

    Ours, after the factuality of FactBank (Saurí and Pustejovsky 2009), with plans and denials kept apart.
    """

    ASSERTED = "asserted"
    """The speaker's own statement, also one that the outlet introduces by "claimed"; counts in full."""
    DENIED = "denied"
    """Evidence against what it names: a role, a degree, a basis; naming none, against all of it."""
    PLANNED = "planned"
    """Never evidence that something was so."""
    PREDICTED = "predicted"
    """Never evidence that something was so."""
    ALLEGED = "alleged"
    """The source keeps its distance; makes an answer possible at most."""
    ASSESSED = "assessed"
    """A judgement ("likely"); makes an answer possible at most."""
    INFERRED = "inferred"
    """Computed or concluded by the encoder from other claims or from the text; counts in full."""


class Manner(StrEnum):
    """How a speaker's words reached the next link of the chain. Ours."""

    UNSTATED = "unstated"
    """The document does not show it."""
    DIRECT_QUOTATION = "direct-quotation"
    """In the speaker's own words."""
    PARAPHRASE = "paraphrase"
    """In the words of whoever reports it."""
    UNATTRIBUTED = "unattributed"
    """The document says it in its own voice."""


class Certainty(StrEnum):
    """How surely the speaker holds somebody responsible. Ours."""

    UNSTATED = "unstated"
    """The speaker does not say how surely."""
    KNOWN = "known"
    """As known: the responsible party has said so itself, or the speaker has no doubt."""
    SUSPECTED = "suspected"
    """As likely or possible."""
    CONTESTED = "contested"
    """The speaker knows that others name somebody else; Airwars grades such incidents ``Contested``."""


class NameCategory(StrEnum):
    """What sort of name a name is. Ours, after the other names of GeoNames and the aliases of SFM."""

    COMMON = "common"
    """The name that it mostly goes by."""
    OFFICIAL = "official"
    """The name that it gives itself, or that the law gives it."""
    ALIAS = "alias"
    """Another name in use; ``aliases`` in SFM."""
    TRANSLITERATION = "transliteration"
    """The same name in another script."""
    FORMER = "former"
    """A name that is no longer in use."""
    MISSPELLING = "misspelling"
    """A wrong spelling that is met with, so that it is found."""


class Spread(StrEnum):
    """
    How a claim about several places, or a wide one, is about them. Ours.

    What happened "in parts of" a place, or "mainly" there, did happen there; that it did not happen in parts of it, or
    not mainly there, denies nothing of the place. A figure is for its places as they are spread, and for no other.
    """

    UNSTATED = "unstated"
    """The source does not say."""
    TOGETHER = "together"
    """One figure or state for all of them at once: never to be split."""
    INCLUDING = "including"
    """These among others: the list is open."""
    MAINLY = "mainly"
    """For the most part there, and elsewhere too."""
    PARTS_OF = "parts-of"
    """In parts of it, not in all of it."""


class Listing(StrEnum):
    """Whether a list is said to be the whole of it. Ours."""

    UNSTATED = "unstated"
    """The source does not say."""
    CLOSED = "closed"
    """These and no others."""
    OPEN = "open"
    """These among others: ``including F-16s``."""
