"""
Recipes as plain values, as people write them into the YAML of a dataset.

An entry names its recipe, and has the fields of that recipe and of the envelope as a JSON document would have them:

.. code-block:: yaml

   recipe: handover
   of: k-1
   giver: us-led-coalition
   receiver: iraqi-security-forces
   when: "2020-03-29"
   reported: "2020-03-30"
   modality: asserted
   citations: [{source: src-report}]

This goes one way: what was told by a recipe is not told from what was written by hand, and a document holds what it
came to.
"""

from collections.abc import Mapping

from oirmodel.dataset import InvalidDataset
from oirmodel.dataset.arrays import array_of
from oirmodel.errors import InvalidObject
from oirmodel.formats._codes import Code
from oirmodel.formats._converter import converter
from oirmodel.formats._faults import Fault, Unreadable, did_you_mean, shown
from oirmodel.recipes import RECIPES, Told

__all__ = ["expanded", "loaded"]


def loaded(entry: Mapping[str, object]) -> tuple[Told, ...]:
    """
    The records that a recipe comes to, from plain values.

    Raises :class:`~oirmodel.dataset.InvalidDataset` with everything that is wrong, each with its place in the entry.

    >>> entry = {
    ...     "recipe": "handover",
    ...     "of": "k-1",
    ...     "giver": "us-led-coalition",
    ...     "reciever": "iraqi-security-forces",
    ...     "when": "2020-13-29",
    ...     "reported": "2020-03-30",
    ...     "modality": "asserted",
    ...     "citations": [{"source": "src-report"}],
    ... }
    >>> loaded(entry)
    Traceback (most recent call last):
    ...
    oirmodel.dataset.records.InvalidDataset: not a dataset: 3 problems
      - OIR021 error at /reciever: Handover has no key 'reciever'; it has ... (did you mean 'receiver'?)
      - OIR025 error at /when: expected a date of EDTF: there is no month 13, at character 6; got '2020-13-29'
      - OIR022 error: expected the key 'receiver'; it is not there
    """
    fields = {key: value for key, value in entry.items() if key != "recipe"}
    try:
        return converter.structure(fields, RECIPES[_named(entry)]).records()
    except Unreadable as error:
        faults = error.faults
    except InvalidObject as error:  # a record that the recipe makes, such as one whose id would be too long
        faults = [Fault((), Code.VALUE, str(error))]
    raise InvalidDataset(tuple(each.finding() for each in faults))


def expanded(entry: Mapping[str, object]) -> dict[str, list[dict[str, object]]]:
    """
    The objects that a recipe comes to as plain values, in the arrays of a document; see :func:`loaded`.

    >>> entry = {
    ...     "recipe": "appointment",
    ...     "person": "paul-e-funk",
    ...     "post": "cjtf-oir-commander",
    ...     "when": "2017-09-05",
    ...     "reported": "2017-09-05",
    ...     "modality": "denied",
    ...     "citations": [{"source": "src-report"}],
    ... }
    >>> arrays = expanded(entry)
    >>> arrays["events"]
    [{'kind': 'event', 'id': 'appointment-cjtf-oir-commander-2017-09-05', 'category': 'change-of-command'}]
    >>> arrays.keys()
    dict_keys(['events', 'occurrences'])
    """
    arrays: dict[str, list[dict[str, object]]] = {}
    for each in loaded(entry):
        arrays.setdefault(array_of(each.kind), []).append(converter.unstructure(each))
    return arrays


def _named(entry: Mapping[str, object]) -> str:
    known = ", ".join(map(repr, RECIPES))
    if "recipe" not in entry:
        raise Unreadable([Fault((), Code.MISSING_KEY, f"expected the key 'recipe' with one of {known}")])
    name = entry["recipe"]
    if isinstance(name, str) and name in RECIPES:
        return name
    hint = did_you_mean(name, RECIPES) if isinstance(name, str) else ""
    raise Unreadable([Fault(("recipe",), Code.VALUE, f"expected one of {known}; got {shown(name)}", hint)])
