"""What follows from the claims of a view by sums and by order, each with the claims that it was inferred from."""

from typing import TypeVar

from oirmodel.claims import Claim
from oirmodel.dataset import Records
from oirmodel.query.inferring.narrowing import narrowed_by_events, narrowed_by_rivals
from oirmodel.query.inferring.sums import sums

__all__ = ["inferences", "with_inferences"]

R = TypeVar("R", bound=Records)


def inferences(records: Records) -> tuple[Claim, ...]:
    """
    The claims that follow from those of a view, in the order of their ids; nothing is added to the dataset.

    Each is ``inferred``, names its premises in ``derived_from`` and says in its ``assumptions`` how it follows:

    - the sum of strengths over places that share no ground, on one counting basis that is known, for the days on which
      all the figures hold;
    - a state with the narrower dates that a rival, or a denial, leaves it, where the two can be kept apart in one order
      only;
    - an event with the narrower dates that the event of which it is part, or its own parts, leave it.

    Premises are claims that surely stand in the view and count in full. What was itself inferred from others is none,
    so that what is found in a dataset that has its inferences already is the same.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> (fighting,) = inferences(data)
    >>> print(fighting.of, fighting.period)
    syrian-government-isis-fighting-2020 [..2020-10-10]/[2020-10-01..]
    >>> fighting.derived_from
    ('occurrence-syrian-government-isis-fighting-2020', 'occurrence-clashes-early-october-2020')
    """
    found = (*sums(records), *narrowed_by_rivals(records), *narrowed_by_events(records))
    return tuple(sorted({each.id: each for each in found}.values(), key=lambda each: each.id))


def with_inferences(records: R) -> R:
    """
    The dataset, or the view, with :func:`inferences` as claims beside the others.

    Every question is then answered with them too. An inferred claim falls with its premises: in a view of a day on
    which one of them was not known, where one is retracted or superseded, and on the days on which one is corrected.
    Claims that are added later are not looked at until it is asked for again.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> with_inferences(with_inferences(data)) == with_inferences(data)
    True
    """
    return records.plus(*inferences(records))
