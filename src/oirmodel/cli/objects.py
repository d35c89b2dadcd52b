"""What ``--json`` prints: answers, histories and claims as plain objects, with the ids and what a reader calls them."""

import json
import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

import attrs
import click

from oirmodel.claims import Claim
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding
from oirmodel.entities import Entity, Source
from oirmodel.formats import json as documents
from oirmodel.geo import Point
from oirmodel.quantity import Quantity
from oirmodel.query import Answer, Candidate, Changes, Conflict, Dataset, Duties, Flip, Graded, Revision, Timeline
from oirmodel.query.wording import claim_in_words, value_in_words
from oirmodel.temporal import ImpreciseDate, Period

__all__ = [
    "answer_object",
    "changes_object",
    "claim_object",
    "conflict_object",
    "duties_object",
    "finding_object",
    "in_json",
    "print_json",
    "record_object",
    "timeline_object",
]

_ENVELOPE: Final = frozenset(each.name for each in attrs.fields(Claim))
# Within the strings of JSON these can be written as escapes; left as they are they could act on a terminal.
_UNSAFE: Final = re.compile(r"[\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def print_json(content: dict[str, Any]) -> None:
    """Print one object in UTF-8, whatever the encoding of the terminal."""
    click.echo(in_json(content, indent=2).encode())


def in_json(content: dict[str, Any], *, indent: int | None = None) -> str:
    """One object as JSON, with what could act on a terminal or break a line as escapes."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def answer_object(answer: Answer) -> dict[str, Any]:
    """An answer with its candidates and its evidence."""
    records = answer.records
    return {
        "question": answer.question,
        "status": answer.status.name,
        "holds": answer.holds,
        "value": _value(answer.value),
        "label": _label(records, answer.value),
        "last_confirmed": _date(answer.last_confirmed),
        "candidates": [_candidate(records, each) for each in answer.candidates],
        "supporting": [claim_object(records, each) for each in answer.supporting],
        "opposing": [claim_object(records, each) for each in answer.opposing],
        "nearest": [claim_object(records, each) for each in answer.nearest],
        "assumptions": list(answer.assumptions),
        "remarks": list(answer.remarks),
    }


def duties_object(duties: Duties) -> dict[str, Any]:
    """Commitments on a day: of each its terms, its deadlines, and where it stood as an answer has it."""
    records = duties.records
    return {
        "question": duties.question,
        "commitments": [
            {
                "commitment": each.commitment,
                "label": records.label(each.commitment),
                "agreement": each.agreement,
                "overdue": each.overdue.value,
                "deadlines": [date.text for date in each.deadlines],
                "terms": [claim_object(records, claim) for claim in each.terms],
                "answer": answer_object(each.answer),
            }
            for each in duties
        ],
    }


def timeline_object(timeline: Timeline, claims: Iterable[Claim]) -> dict[str, Any]:
    """A history: its segments, and once each the claims that they rest on."""
    records = timeline.records
    return {
        "question": timeline.question,
        "segments": [
            {
                "first": None if each.first is None else each.first.isoformat(),
                "last": None if each.last is None else each.last.isoformat(),
                "status": each.status.name,
                "value": _value(each.value),
                "label": _label(records, each.value),
                "candidates": [_candidate(records, candidate) for candidate in each.candidates],
            }
            for each in timeline.segments
        ],
        "claims": [claim_object(records, each) for each in claims],
    }


def conflict_object(records: Records, conflict: Conflict) -> dict[str, Any]:
    """Two claims that cannot both be right, and why."""
    return {"why": conflict.why, "claims": [claim_object(records, each) for each in conflict.claims]}


def changes_object(changes: Changes) -> dict[str, Any]:
    """What changed between two days in what was known."""
    records = changes.records
    return {
        "question": changes.question,
        "learned": [
            {
                "sort": each.sort,
                "before": each.before.value,
                "after": each.after.value,
                "claim": claim_object(records, each.claim),
            }
            for each in changes.learned
        ],
        "corrected": [_revision(records, each) for each in changes.corrected],
        "restored": [_revision(records, each) for each in changes.restored],
        "flipped": [_flip(records, each) for each in changes.flipped],
    }


def _revision(records: Records, revision: Revision) -> dict[str, Any]:
    return {
        "sort": revision.sort,
        "how": revision.how,
        "before": revision.before.value,
        "after": revision.after.value,
        "claim": claim_object(records, revision.claim),
        "by": claim_object(records, revision.by),
        "always": revision.period is None,
    }


def _flip(records: Records, flip: Flip) -> dict[str, Any]:
    return {
        "question": flip.question,
        "kind": flip.kind,
        "of": flip.of,
        "label": None if flip.of is None else records.label(flip.of),
        "at": list(flip.at),
        "modality": None if flip.modality is None else flip.modality.value,
        "first": None if flip.first is None else flip.first.isoformat(),
        "last": None if flip.last is None else flip.last.isoformat(),
        "before": _graded(records, flip.before),
        "after": _graded(records, flip.after),
    }


def _graded(records: Records, graded: Graded) -> dict[str, Any]:
    return {
        "status": graded.status.name,
        "value": _value(graded.value),
        "label": _label(records, graded.value),
        "candidates": [_candidate(records, each) for each in graded.candidates],
    }


def claim_object(records: Records, claim: Claim) -> dict[str, Any]:
    """A claim in words and in parts: what it says, of when, who says it, and where."""
    own = [each.name for each in attrs.fields(type(claim)) if each.name not in _ENVELOPE]
    return {
        "id": claim.id,
        "kind": claim.kind,
        "text": claim_in_words(records, claim),
        "says": {name: _value(getattr(claim, name)) for name in own},
        "period": _value(claim.period),
        "reported": _date(claim.reported),
        "modality": claim.modality.value,
        "asserted_by": [
            {"who": each.who, "label": records.label(each.who), "when": _date(each.when), "how": each.how.value}
            for each in claim.asserted_by
        ],
        "citations": [
            {
                "source": each.source,
                "label": records.label(each.source),
                "locator": each.locator,
                "quote": each.quote,
            }
            for each in claim.citations
        ],
        "assumptions": list(claim.assumptions),
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding, with where it is."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "pointer": finding.pointer,
        "subjects": list(finding.subjects),
        "hint": finding.hint,
        "line": finding.line,
        "column": finding.column,
    }


def record_object(record: Entity | Source | Claim) -> dict[str, Any]:
    """All that an entity, a source or a claim holds, in the shape of the JSON format."""
    alone = Dataset(
        entities=[record] if isinstance(record, Entity) else [],
        sources=[record] if isinstance(record, Source) else [],
        claims=[record] if isinstance(record, Claim) else [],
    )
    arrays: list[list[dict[str, Any]]] = [
        each for each in json.loads(documents.dumps(alone)).values() if isinstance(each, list)
    ]
    return arrays[0][0]


def _candidate(records: Records, candidate: Candidate) -> dict[str, Any]:
    return {
        "value": _value(candidate.value),
        "label": _label(records, candidate.value),
        "holds": candidate.holds,
        "status": candidate.status.name,
        "last_confirmed": _date(candidate.last_confirmed),
        "claims": [each.id for each in candidate.claims],
        "against": [each.id for each in candidate.against],
    }


def _value(value: object) -> object:
    """A value of plain JSON: an id or a word as text, a quantity as an object, several as a list."""
    match value:
        case Quantity():
            return {
                "text": str(value),
                "wording": value.wording.value,
                "number": value.number,
                "to": value.to,
                "words": value.words,
                "derived": value.derived,
            }
        case tuple():
            return [_value(each) for each in value]
        case ImpreciseDate():
            return value.text
        case Period():
            return {"start": _date(value.start), "end": _date(value.end), "end_kind": value.end_kind.value}
        case Point():
            return attrs.asdict(value)
        case Enum():
            return value.value
        case _:
            return value


def _label(records: Records, value: object) -> str | None:
    return None if value is None else value_in_words(records, value)


def _date(date: ImpreciseDate | None) -> str | None:
    return None if date is None else date.text
