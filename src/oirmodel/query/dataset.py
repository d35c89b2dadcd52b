"""The dataset that can be asked: the container, with every question and inference as a method of the same name."""

from oirmodel.dataset import Records
from oirmodel.query import inferring, questions

__all__ = ["Dataset"]


class Dataset(Records):
    """
    Entities, sources and claims, with the questions that users ask of them as methods.

    Each method is the function of the same name in :mod:`oirmodel.query`, with this dataset, or this view of it, as its
    first argument.

    >>> import oirmodel
    >>> articles = oirmodel.load("inherent-resolve").only("articles")
    >>> answer = articles.who_controlled("Al-Asad", on="2026-01-17")
    >>> answer.status, answer.value
    (<Status.DEFINITE: 'definite'>, 'iraqi-armed-forces')
    """

    __slots__ = ()

    affiliations = questions.affiliations
    agreements_in_force = questions.agreements_in_force
    changes_between = questions.changes_between
    commitments = questions.commitments
    conflicts = questions.conflicts
    happened = questions.happened
    history = questions.history
    holding = questions.holding
    index = questions.index
    inferences = inferring.inferences
    look_alikes = questions.look_alikes
    near_names = questions.near_names
    purposes = questions.purposes
    rows = questions.rows
    strength = questions.strength
    totals = questions.totals
    under_way = questions.under_way
    when = questions.when
    who_controlled = questions.who_controlled
    who_held = questions.who_held
    who_owned = questions.who_owned
    who_took_part = questions.who_took_part
    who_was_at = questions.who_was_at
    who_was_responsible = questions.who_was_responsible
    with_inferences = inferring.with_inferences
