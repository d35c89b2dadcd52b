"""Who controlled, owned, held, belonged, was there, and what for: states that hold throughout their periods."""

from oirmodel.claims import Control, OperationStatus, Ownership, Posting, Presence, Purpose
from oirmodel.dataset import Records
from oirmodel.entities import Force, Operation, Organization, Person, Post
from oirmodel.query.answer import Answer
from oirmodel.query.questions.asking import SITE_KINDS, Ref, about, ask, hemisphere_of, reading, site_claims, sites
from oirmodel.query.questions.figures import Places
from oirmodel.query.times import read_asked
from oirmodel.temporal import DateLike, Hemisphere
from oirmodel.vocab import Modality

__all__ = ["purposes", "under_way", "who_controlled", "who_held", "who_owned", "who_was_at"]

_ACTORS = (Force, Organization, Person)


def who_controlled(
    records: Records,
    of: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    by: Ref | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    gap: int | None = None,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Who controlled an installation or a place on a day, at some time ``during`` a window, or ``throughout`` it.

    ``by`` asks about one actor only. ``modality`` asks about plans, predictions or allegations instead of what was so.
    ``max_age`` ends the presumption that the last word still holds after so many days; ``padding`` widens dates that
    their sources qualify; ``gap`` reads sightings at most so many days apart as one stay; ``hemisphere`` is that of the
    seasons, which are northern unless it says otherwise. Raises :class:`~oirmodel.errors.InvalidQuestion`,
    :class:`~oirmodel.errors.UnknownName` and :class:`~oirmodel.errors.AmbiguousName`.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> answer = who_controlled(data, "Al-Asad", on="2026-06-01")
    >>> answer.status, answer.value, str(answer.last_confirmed)
    (<Status.PRESUMED: 'presumed'>, 'iraqi-armed-forces', '2026-01-17')
    """
    site = records.entity(of, *SITE_KINDS)
    return ask(
        records,
        Control,
        site_claims(records, Control, site.id),
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"Who controlled {records.label(site.id)}",
        how=reading(modality, padding, gap, hemisphere),
        subject=site.id,
        value=None if by is None else records.entity(by, *_ACTORS).id,
        max_age=max_age,
    )


def who_owned(
    records: Records,
    of: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    by: Ref | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Who owned an installation or a place, whoever controlled it; see :func:`who_controlled` for the arguments.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> answer = who_owned(data, "Al-Asad", on="2026-06-01")
    >>> answer.status, answer.value, str(answer.last_confirmed)
    (<Status.PRESUMED: 'presumed'>, 'iraqi-government', '2021-07-26')
    """
    site = records.entity(of, *SITE_KINDS)
    return ask(
        records,
        Ownership,
        site_claims(records, Ownership, site.id),
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"Who owned {records.label(site.id)}",
        how=reading(modality, padding, None, hemisphere),
        subject=site.id,
        value=None if by is None else records.entity(by, *_ACTORS).id,
        max_age=max_age,
    )


def who_was_at(
    records: Records,
    at: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    force: Ref | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    gap: int | None = None,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Who was at an installation or a place, or in any part of it; ``force`` asks about one actor only.

    See :func:`who_controlled` for the other arguments.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> answer = who_was_at(data, "Al-Asad", on="2026-02-01", force="us-forces")
    >>> answer.status, answer.holds
    (<Status.PRESUMED: 'presumed'>, False)
    """
    site = records.entity(at, *SITE_KINDS)
    return ask(
        records,
        Presence,
        site_claims(records, Presence, site.id),
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"Who was at {records.label(site.id)}",
        how=reading(modality, padding, gap, hemisphere),
        subject=site.id,
        value=None if force is None else records.entity(force, *_ACTORS).id,
        max_age=max_age,
    )


def who_held(
    records: Records,
    post: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    person: Ref | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    gap: int | None = None,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Who held a post; two holders exclude each other where the post is known to be single.

    On the day of a change of command both are right, and ``value`` has them in order. See :func:`who_controlled` for
    the arguments.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> who_held(data, "centcom-commander", on="2025-01-07").value
    'michael-erik-kurilla'
    """
    entity = records.entity(post, Post)
    return ask(
        records,
        Posting,
        about(records, Posting, entity.id),
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"Who held the post {records.label(entity.id)}",
        how=reading(modality, padding, gap, hemisphere),
        subject=entity.id,
        value=None if person is None else records.entity(person, Person).id,
        single=isinstance(entity, Post) and entity.single,
        max_age=max_age,
    )


def under_way(
    records: Records,
    operation: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Where an operation stood: ongoing, transitioned or ended; with ``modality="planned"`` where it was planned to stand.

    See :func:`who_controlled` for the arguments, and :func:`when` for until when it was to last.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> under_way(data, "Operation Inherent Resolve", on="2025-01-07").value
    <StatusOfOperation.ONGOING: 'ongoing'>
    """
    entity = records.entity(operation, Operation)
    return ask(
        records,
        OperationStatus,
        about(records, OperationStatus, entity.id),
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"Where {records.label(entity.id)} stood",
        how=reading(modality, padding, None, hemisphere),
        subject=entity.id,
        max_age=max_age,
    )


def purposes(
    records: Records,
    of: Ref,
    *,
    at: Ref | None = None,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
) -> Answer:
    """
    What an operation, or a force at a place, was said to be for; every speaker's purpose is a candidate of its own.

    See :func:`who_controlled` for the arguments.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> purposes(data, "us-forces", at="Syria", during="2020-10").value
    ('fight ISIS', 'secure oil fields')
    """
    entity = records.entity(of)
    places = sites(records, at)
    wanted = Places(records, places)
    claims = [
        (claim, detail)
        for claim, detail in about(records, Purpose, entity.id)
        if isinstance(claim, Purpose) and wanted.hold(claim.at)
    ]
    where = "".join(f" in {records.label(each)}" for each in sorted(places))
    return ask(
        records,
        Purpose,
        claims,
        read_asked(on=on, during=during, throughout=throughout),
        f"The purpose of {records.label(entity.id)}{where}, as said",
        how=reading(modality, 0, None),
        max_age=max_age,
    )
