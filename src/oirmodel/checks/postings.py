"""Posts that are held by nobody knows whom."""

from collections.abc import Iterator
from typing import Final

from oirmodel.claims import Posting
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Person, Post
from oirmodel.vocab import Modality

__all__ = ["POSTINGS", "somebody_known"]

_AHEAD: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})


def somebody_known(records: Records) -> Iterator[Finding]:
    """
    Whoever holds a post is somebody of whom one can say who it is.

    An id that names nothing is OIR101. What is found here is a person without any name who is not said to be a
    placeholder either, so that nobody can tell who is meant; and a placeholder in a post that is held by one at a time:
    it is never taken for anybody else, and so excludes every named holder, although it may be one of them. A
    placeholder is left alone in a post that several may hold, as one of several spokespersons, and where a
    :class:`~oirmodel.claims.SameAs` says who it is. So is what is planned or predicted: whoever comes next need not be
    known.
    """
    for claim in records.claims(Posting):
        if claim.modality in _AHEAD:
            continue
        post = records.entities.get(claim.of)
        ids = dict.fromkeys((claim.by, *records.joined_with(claim.by)))
        people = [each for an_id in ids if isinstance(each := records.entities.get(an_id), Person)]
        if not people or any(each.names and not each.placeholder for each in people):
            continue
        if not any(each.placeholder for each in people):
            problem, hint = "has no name", "a person whom the source does not name is a placeholder"
        elif isinstance(post, Post) and post.single:
            problem, hint = (
                "stands for somebody unnamed",
                f"{post.id!r} is held by one at a time, who may be a named one",
            )
        else:
            continue
        yield Finding(
            code="OIR302",
            severity=Severity.WARNING,
            message=f"{claim.id}: the holder {claim.by!r} {problem}",
            pointer="/by",
            subjects=(claim.id, claim.by),
            hint=hint,
        )


POSTINGS: Final = (somebody_known,)
