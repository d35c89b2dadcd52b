"""Reports where an operation stands."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import OperationId
from oirmodel.vocab import StatusOfOperation

__all__ = ["OperationStatus"]


@frozen(kw_only=True)
class OperationStatus(Claim):
    """
    An operation is reported, or planned, to be ongoing, transitioned or ended; one at a time.

    A plan to end is a claim that it is ``ongoing``, ``planned``, with the planned end as the end of its period. It is
    never evidence that the operation did end.
    """

    kind: ClassVar[str] = "operation_status"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="status",
        rivalry=Rivalry.ALWAYS,
    )

    of: OperationId
    status: StatusOfOperation
