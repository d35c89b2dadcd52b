"""From a dataset to the text of a document."""

import json
from typing import Any

import msgspec

from oirmodel.dataset import InvalidDataset, Records
from oirmodel.dataset.arrays import listed
from oirmodel.formats._codes import Code
from oirmodel.formats._converter import converter
from oirmodel.formats._faults import Fault, Unreadable
from oirmodel.formats._parser import DEPTH_LIMIT, nests_too_deeply
from oirmodel.formats._reader import FORMAT

__all__ = ["written"]


def written(dataset: Records) -> str:
    """The text of a dataset's document; raises :class:`~oirmodel.dataset.InvalidDataset` for what JSON cannot hold."""
    faults: list[Fault] = []
    document: dict[str, Any] = {"oirmodel": ".".join(map(str, FORMAT))}
    try:
        document["dataset"] = converter.unstructure(dataset.header)
    except Unreadable as error:
        faults += [fault.under("dataset") for fault in error.faults]
    for array, objects in listed(dataset).items():
        plain = document[array] = []
        for index, each in enumerate(objects):
            try:
                plain.append(converter.unstructure(each))
            except Unreadable as error:
                faults += [fault.under(array, index)._replace(subjects=(each.id,)) for fault in error.faults]
    if faults:
        raise InvalidDataset(tuple(each.finding() for each in faults))
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    if nests_too_deeply(text):
        message = f"expected at most {DEPTH_LIMIT} lists and objects in each other; some extension has more"
        raise InvalidDataset((Fault((), Code.DEPTH, message).finding(),))
    return msgspec.json.format(text, indent=1) + "\n"
