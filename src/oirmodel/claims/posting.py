"""Reports that a person holds a post."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import PersonId, PostId

__all__ = ["Posting"]


@frozen(kw_only=True)
class Posting(Claim):
    """
    A person is reported to hold a post.

    Two holders of a post that is held by one at a time exclude each other; on the day of a change of command both are
    right, in order.
    """

    kind: ClassVar[str] = "posting"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="by",
        rivalry=Rivalry.SINGLE,
    )

    of: PostId
    by: PersonId
    rank: str | None = None
    """As the source gives it, such as ``Lt. Gen.``"""
