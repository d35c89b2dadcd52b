"""How answers, histories, conflicts, findings and records are laid out for a person."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from oirmodel.claims import Claim
from oirmodel.cli.lookup import Shown
from oirmodel.cli.page import Page, Styled
from oirmodel.dataset import Records, references
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Entity, Source
from oirmodel.query import (
    Answer,
    Candidate,
    Changes,
    Conflict,
    Duties,
    Flip,
    Graded,
    Revision,
    Segment,
    Status,
    Timeline,
)
from oirmodel.query.wording import chain_in_words, citation_in_words, claim_in_words, counted_in_words, period_in_words
from oirmodel.truth import Truth

__all__ = [
    "answer_page",
    "changes_page",
    "conflicts_page",
    "duties_page",
    "findings_page",
    "found_page",
    "record_page",
    "segments_told",
    "timeline_page",
]

_STATUS_COLUMN: Final = max(len(each.name) for each in Status)
_HEADS: Final = frozenset({"kind", "id", "names"})


def answer_page(answer: Answer, qualifier: str) -> Page:
    """The status and the value, the question, and then what the answer rests on."""
    page, records = Page(), answer.records
    for parts in _headlines(answer):
        page.add(*parts)
    page.gap()
    page.add(answer.question + qualifier)
    if len(answer.candidates) > 1:
        page.heading("Candidates")
        for each in answer.candidates:
            page.add(*_candidate(records, each), indent=2)
    for title, claims in (("For", answer.supporting), ("Against", answer.opposing), ("Nearest", answer.nearest)):
        _evidence(page, records, title, claims)
    _listed(page, "Assumed", answer.assumptions)
    _listed(page, "Notes", answer.remarks)
    return page


def duties_page(duties: Duties, qualifier: str) -> Page:
    """Every commitment, where it stood, its terms, and what that rests on."""
    page, records = Page(), duties.records
    page.add(Styled(duties.question + qualifier, "heading"))
    for duty in duties:
        page.gap()
        page.add(Styled(records.label(duty.commitment), "heading"), " ", Styled(duty.commitment, "minor"))
        for parts in _headlines(duty.answer):
            page.add(*parts, indent=2)
        if len(duty.answer.candidates) > 1:
            page.heading("Candidates")
            for each in duty.answer.candidates:
                page.add(*_candidate(records, each), indent=2)
        terms = {each.id for each in duty.terms}
        _evidence(page, records, "Terms", duty.terms)
        answer = duty.answer
        for title, claims in (("For", answer.supporting), ("Against", answer.opposing), ("Nearest", answer.nearest)):
            _evidence(page, records, title, [each for each in claims if each.id not in terms])
        _listed(page, "Assumed", answer.assumptions)
        _listed(page, "Notes", answer.remarks)
    if not duties:
        page.add("Nothing speaks of any.", indent=2)
    return page


def _headlines(answer: Answer) -> list[tuple[str | Styled, ...]]:
    if not answer.candidates:
        return [(_status(answer.status), ": nothing speaks to it")]
    best = answer.candidates[0]
    if not answer.holds:
        return [_candidate(answer.records, each) for each in answer.candidates]
    if isinstance(answer.value, tuple):
        values = [each for each in answer.candidates if each.holds and each.status is answer.status]
        text = ", ".join(_valued(answer.records, each) for each in values)
    else:
        text = _valued(answer.records, best)
    dated = answer.status is Status.PRESUMED and best.last_confirmed is not None
    return [(_status(answer.status), f": {text}", f" (last confirmed {best.last_confirmed})" if dated else "")]


def _candidate(records: Records, candidate: Candidate) -> tuple[str | Styled, ...]:
    negation = "" if candidate.holds else "not "
    confirmed = "" if candidate.last_confirmed is None else f" (last word {candidate.last_confirmed})"
    return (_status(candidate.status), f": {negation}{_valued(records, candidate)}{confirmed}")


def _status(status: Status) -> Styled:
    return Styled(status.name, status.value)


def _valued(records: Records, candidate: Candidate) -> str:
    return counted_in_words(records, candidate.value, candidate.claims)


def _evidence(page: Page, records: Records, title: str, claims: Sequence[Claim]) -> None:
    if claims:
        page.heading(title)
    for each in claims:
        _claim(page, records, each)


def _claim(page: Page, records: Records, claim: Claim) -> None:
    """What a claim says, by whom, and where."""
    page.add(claim_in_words(records, claim), indent=2)
    if claim.asserted_by:
        page.add(f"said by {chain_in_words(records, claim.asserted_by)}", indent=4)
    cited = "; ".join(citation_in_words(records, each) for each in claim.citations)
    page.add(f"reported {claim.reported}, in {cited}", indent=4)
    if note := _standing(records, claim):
        page.add(note, indent=4)
    page.add(Styled(claim.id, "minor"), indent=4)


def _standing(records: Records, claim: Claim) -> str:
    """What a reader should know of how a claim stands in the view; nothing where it simply does."""
    standing = records.standing(claim)
    corrected = ", ".join(each.claim.id for each in standing.corrections)
    if standing.truth is Truth.NO:
        return "does not stand: it was taken back, or is not in this view"
    if corrected:
        return f"corrected by {corrected}"
    return "may not stand: that depends on dates that are not known exactly" if standing.truth is Truth.MAYBE else ""


def _listed(page: Page, title: str, texts: Iterable[str]) -> None:
    for index, each in enumerate(texts):
        if index == 0:
            page.heading(title)
        page.add(each, indent=2)


def segments_told(timeline: Timeline) -> list[tuple[Segment, Segment]]:
    """The first and the last segment of each stretch that a reader is told apart: a no that changes is not shown."""
    told: list[tuple[Segment, Segment]] = []
    for each in timeline.segments:
        if told and _telling(told[-1][0]) == _telling(each):
            told[-1] = (told[-1][0], each)
        else:
            told.append((each, each))
    return told


def _telling(segment: Segment) -> object:
    shown = _shown(segment)
    return segment.status, segment.value, [(each.value, each.status, each.claims) for each in shown]


def _shown(segment: Segment) -> tuple[Candidate, ...]:
    """Every yes, or every no where there is no yes."""
    return tuple(each for each in segment.candidates if each.holds) or segment.candidates


def timeline_page(timeline: Timeline, claims: Sequence[Claim], qualifier: str) -> Page:
    """One line for each stretch of days, and then the claims that they rest on."""
    page, records = Page(), timeline.records
    page.add(Styled(timeline.question + qualifier, "heading"))
    page.gap()
    for first, last in segments_told(timeline):
        began = ".." if first.first is None else first.first.isoformat()
        ended = ".." if last.last is None else last.last.isoformat()
        if not any(each.holds for each in first.candidates):
            graded = (
                ("" if each.status is first.status else f"{each.status.name} ", each) for each in first.candidates
            )
            value = "; ".join(f"{status}not {_valued(records, each)}" for status, each in graded)
        else:
            value = ", ".join(_valued(records, each) for each in _shown(first) if each.status is first.status)
        days = Styled(f"{began:>10} to {ended:<10}  ", "")
        status = Styled(first.status.name.ljust(_STATUS_COLUMN) + "  ", first.status.value)
        page.row((days, status), value)
    if not timeline.segments:
        page.add("Nothing speaks to it on any day.", indent=2)
    _evidence(page, records, "Claims", claims)
    return page


def changes_page(changes: Changes, qualifier: str) -> Page:
    """What was learned, what was taken back and by what, and each answer that came out otherwise, before and after."""
    page, records = Page(), changes.records
    page.add(Styled(changes.question + qualifier, "heading"))
    sorts: dict[str, list[Claim]] = {}
    for learned in changes.learned:
        sorts.setdefault(learned.sort, []).append(learned.claim)
    for sort, claims in sorts.items():
        _evidence(page, records, sort.capitalize(), claims)
    _revisions(page, records, (*changes.corrected, *changes.restored))
    _flips(page, records, changes.flipped)
    if not (changes.learned or changes.corrected or changes.restored or changes.flipped):
        page.add("Nothing.", indent=2)
    return page


def _revisions(page: Page, records: Records, revisions: Sequence[Revision]) -> None:
    """What was taken back, each with what takes it back."""
    heading = ""
    for revision in revisions:
        if revision.sort != heading:
            heading = revision.sort
            page.heading(heading.capitalize())
        _claim(page, records, revision.claim)
        page.add(f"by {claim_in_words(records, revision.by)}", indent=4)
        if revision.period is not None:
            page.add(f"of its own time alone: {period_in_words(revision.period)}", indent=4)
        page.add(Styled(revision.by.id, "minor"), indent=4)


def _flips(page: Page, records: Records, flips: Sequence[Flip]) -> None:
    """The answers to each question that came out otherwise: what they were, and what they are."""
    topic = ""
    for flip in flips:
        if not topic:
            page.heading("Answered otherwise")
        if flip.question != topic:
            topic = flip.question
            page.add(topic, indent=2)
        began, ended = (".." if each is None else each.isoformat() for each in (flip.first, flip.last))
        for days, word, graded in ((f"{began:>10} to {ended:<10}", "was", flip.before), ("", "is", flip.after)):
            page.row((Styled(f"{days:<26}{word:<5}", ""),), _told(records, graded), indent=4)


def _told(records: Records, graded: Graded) -> str:
    told = (f"{each.status.name} {'' if each.holds else 'not '}{_valued(records, each)}" for each in graded.telling)
    return ", ".join(told) or graded.status.name


def conflicts_page(records: Records, conflicts: Sequence[Conflict], qualifier: str) -> Page:
    """Each conflict with its reason and its two claims."""
    page = Page()
    count = "No conflicts" if not conflicts else f"{len(conflicts):,} conflict{'s' if len(conflicts) > 1 else ''}"
    page.add(Styled(f"{count} in {records.header.id}{qualifier}", "heading"))
    for index, conflict in enumerate(conflicts, start=1):
        page.heading(f"{index}. {conflict.why}")
        for claim in conflict.claims:
            _claim(page, records, claim)
    return page


def findings_page(findings: Sequence[Finding], of: str) -> Page:
    """A count, and each finding with its place."""
    page = Page()
    severities = [each.severity for each in findings]
    counts = [
        f"{severities.count(each):,} {each.value}{'s' if severities.count(each) > 1 else ''}"
        for each in Severity
        if each in severities
    ]
    page.add(Styled(f"{', '.join(counts) or 'no findings'} in {of}", "heading"))
    for each in findings:
        page.gap()
        place = f" at {each.pointer}" if each.pointer else ""
        place += f" (line {each.line}, column {each.column})" if each.line is not None else ""
        page.add(each.code, " ", Styled(each.severity.value, each.severity.value), place)
        page.add(each.message, indent=2)
        if each.hint:
            page.add(Styled(each.hint, "minor"), indent=2)
    return page


def found_page(records: Records, found: Sequence[Entity | Source]) -> Page:
    """One paragraph for each thing found: its id, its kind, its names."""
    page = Page()
    for each in found:
        page.add(Styled(each.id, "heading"), f" ({each.kind})")
        names = [each.title] if isinstance(each, Source) else [name.text for name in each.names]
        page.add("; ".join(names) or records.label(each.id), indent=2)
    return page


def record_page(shown: Shown, plain: dict[str, Any], qualifier: str) -> Page:
    """All that a record holds, and the claims that have to do with it."""
    page, records = Page(), shown.records
    labels = {each.id: records.label(each.id) for each in references(shown.record)}
    page.add(Styled(shown.label, "heading"))
    page.add(f"{plain['kind']} ", Styled(plain["id"], "minor"), qualifier)
    if isinstance(shown.record, Claim) and (note := _standing(records, shown.record)):
        page.add(note)
    if "names" in plain:
        _listed(page, "Names", (_name(each) for each in plain["names"]))
    fields = {key: value for key, value in plain.items() if key not in _HEADS}
    if fields:
        page.heading("What it holds")
    for key, value in fields.items():
        for line in value if isinstance(value, list) else [value]:
            page.add(f"{key.replace('_', ' ')}: {_in_words(labels, line)}", indent=2)
    for title, claims in shown.claims:
        _evidence(page, records, title, claims)
    return page


def _name(name: dict[str, Any]) -> str:
    notes = [name[key] for key in ("language", "script", "category") if key in name]
    return f"{name['text']} ({', '.join(notes)})"


def _in_words(labels: Mapping[str, str], value: object) -> str:
    """A value of plain JSON in words, with the name behind an id."""
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_in_words(labels, each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_in_words(labels, each) for each in value)
    text = str(value)
    return f"{labels[text]} [{text}]" if labels.get(text, text) != text else text
