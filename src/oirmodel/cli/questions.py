"""The questions that have one answer each: a table of them, and the commands that it makes."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import click

from oirmodel.claims import CLAIM_KINDS
from oirmodel.cli.layout import answer_page, duties_page
from oirmodel.cli.objects import answer_object, duties_object
from oirmodel.cli.options import Decorator, View, as_day, as_window, choice, with_modality, with_times, with_view
from oirmodel.query import Answer, Duties
from oirmodel.query.questions import Match
from oirmodel.vocab import Counted, CountingBasis, EventCategory, ParticipationRole, Victims

__all__ = ["add_questions"]


class Question(NamedTuple):
    """One command: which question of a dataset it asks, and with what."""

    name: str
    """As it is typed; the question has it with underscores."""
    short: str
    text: str
    """What it asks, and examples."""
    arguments: tuple[str, ...] = ()
    """What is asked about, in the order of the question; one in brackets may be left out."""
    options: tuple[Decorator, ...] = ()
    """Each of the name that the question has for it."""
    times: Decorator | None = None
    """Of which time it is asked; ``None`` where it takes none."""
    has_modality: bool = True


def _of(name: str, metavar: str, text: str) -> Decorator:
    return click.option(name, metavar=metavar, help=text)


def _at(text: str, *, required: bool = False) -> Decorator:
    return click.option("--at", metavar="PLACE", multiple=True, required=required, help=text)


_TIMES: Final = with_times("on", "during", "throughout")
_TOGETHER: Final = "Where; repeat it for one figure over several places."

QUESTIONS: Final = (
    Question(
        "who-controlled",
        "Who controlled a base or a place, and how sure that is.",
        """
        Who controlled SITE, a base or a place, and how sure that is.

        On a day, by three news articles:

            oirmodel who-controlled Al-Asad --on 2026-01-17 --only articles

        At some time in a month, and on every day of it:

            oirmodel who-controlled Al-Asad --during 2026-01
            oirmodel who-controlled Al-Asad --throughout 2026-01

        As it could be known on a day:

            oirmodel who-controlled Al-Asad --on 2026-01-17 --as-known-on 2025-01-08
        """,
        ("site",),
        (_of("--by", "ACTOR", "Ask about this one actor: whether it was in control."),),
        _TIMES,
    ),
    Question(
        "who-owned",
        "Who owned a base or a place, whoever controlled it.",
        """
        Who owned SITE, a base or a place, whoever controlled it.

        For example:

            oirmodel who-owned Al-Asad --on 2026-01-17
        """,
        ("site",),
        (_of("--by", "ACTOR", "Ask about this one actor: whether it owned it."),),
        _TIMES,
    ),
    Question(
        "who-was-at",
        "Who was at a base or a place, or in any part of it.",
        """
        Who was at SITE, a base or a place, or in any part of it.

        For example:

            oirmodel who-was-at Al-Asad --on 2026-02-01 --force us-forces
        """,
        ("site",),
        (_of("--force", "ACTOR", "Ask about this one actor: whether it was there."),),
        _TIMES,
    ),
    Question(
        "who-held",
        "Who held a post.",
        """
        Who held POST, an office in a force or an organization.

        On the day of a change of command both are right, and stand in order.

        For example:

            oirmodel who-held centcom-commander --on 2025-01-07
        """,
        ("post",),
        (_of("--person", "PERSON", "Ask about this one person: whether they held it."),),
        _TIMES,
    ),
    Question(
        "affiliations",
        "Whom an actor belonged to, supported or had joined.",
        """
        Whom ACTOR belonged to, was under, supported or had joined.

        Membership and command lead on: whom those belong to is listed too.

        For example:

            oirmodel affiliations centcom --on 2025-01-07
        """,
        ("actor",),
        times=_TIMES,
        has_modality=False,
    ),
    Question(
        "strength",
        "How many people or things a force had at a place.",
        """
        How many people or things FORCE had at a place.

        A figure for two places together is found only by naming both; a figure for
        a country says nothing of a base in it. Figures on different counting bases
        are candidates of their own.

        For example:

            oirmodel strength us-forces --at Iraq --on 2025-01-07
        """,
        ("force",),
        (
            _at(_TOGETHER, required=True),
            choice("--basis", CountingBasis, "Only figures that count in this way"),
            choice("--counted", Counted, "What is counted", default="personnel"),
        ),
        _TIMES,
    ),
    Question(
        "totals",
        "How many strikes or casualties in a window, or who left.",
        """
        How many of WHAT there were in a window: strikes or other things that are
        counted, people killed, wounded or otherwise harmed; or how large a surge, a
        reinforcement or a drawdown was.

        A total is never split: it answers for its own window and places.

        For example:

            oirmodel totals strikes --during 2014-08/2020-09 --at Iraq --at Syria
            oirmodel totals killed --during 2025-01-02 --who us-forces
        """,
        ("what",),
        (
            click.option("--during", metavar="WINDOW", required=True, callback=as_window, help="In this window."),
            choice("--match", Match, "How the window of a total lies to it", default="exactly"),
            _of("--of", "NAME", "In this operation or event; of a change, the force that changed."),
            _of("--by", "ACTOR", "Whose strikes they were."),
            _at(_TOGETHER),
            _of("--who", "ACTOR", "Whose people were harmed."),
            choice("--victims", Victims, "As what those harmed are described"),
            choice("--counted", Counted, "Of a change, what changed; personnel unless given"),
        ),
    ),
    Question(
        "under-way",
        "Whether an operation was under way, or had ended.",
        """
        Where OPERATION stood: ongoing, transitioned or ended.

        For example:

            oirmodel under-way "Operation Inherent Resolve" --on 2025-01-07
        """,
        ("operation",),
        times=_TIMES,
    ),
    Question(
        "purposes",
        "What an operation or a presence was said to be for.",
        """
        What NAME, an operation or a force, was said to be for.

        Every speaker's purpose is a candidate of its own.

        For example:

            oirmodel purposes us-forces --at Syria --during 2020-10
        """,
        ("name",),
        (_of("--at", "PLACE", "Where the force is."),),
        _TIMES,
    ),
    Question(
        "happened",
        "Whether an event happened, or which did.",
        """
        Whether EVENT happened; without one, which events did.

        Where none is reported, there is no evidence; that is not a no.

        For example:

            oirmodel happened withdrawal-from-al-asad --during 2010/2026
            oirmodel happened --at Iraq --category strike --during 2025-01
        """,
        ("[event]",),
        (
            _of("--at", "PLACE", "At this base or place, or in any part of it."),
            choice("--category", EventCategory, "Only events of this sort"),
        ),
        with_times("on", "during"),
    ),
    Question(
        "who-took-part",
        "Who took part in an operation, event or agreement.",
        """
        Who took part in NAME, an operation, an event or an agreement, with what.

        Without a time: at any time. What a source does not date answers for no day.

        For example:

            oirmodel who-took-part "Operation Inherent Resolve"
        """,
        ("name",),
        (
            choice("--role", ParticipationRole, "Only those who took part as this"),
            _of("--by", "ACTOR", "Ask about this one actor: whether it took part."),
        ),
        with_times("on", "during", "throughout", required=False),
    ),
    Question(
        "who-was-responsible",
        "Who is said to be responsible for an event or for harm.",
        """
        Who is said to be responsible for NAME, an event, or for the harm that a
        claim reports, given by its id.

        It is as of the reports, and takes no time but --as-known-on.

        For example:

            oirmodel who-was-responsible airstrikes-hamrin-2025
        """,
        ("name",),
        (_of("--by", "ACTOR", "Ask about this one actor: whether it is said to be."),),
    ),
    Question(
        "agreements-in-force",
        "Which agreements were in force.",
        """
        Which agreements were in force, and of which nobody says so.

        For example:

            oirmodel agreements-in-force --on 2025-01-07
        """,
        options=(_of("--party", "ACTOR", "Only those that this actor takes part in."),),
        times=_TIMES,
    ),
    Question(
        "commitments",
        "What was due, overdue or met on a day.",
        """
        Where every commitment stood on a day: met, due, overdue and so on, with its
        terms as each source has them.

        A deadline that passed is never called a breach, nor a plan a fulfilment.

        For example:

            oirmodel commitments --on 2026-01-17
        """,
        options=(
            click.option("--on", metavar="DATE", required=True, callback=as_day, help="On this day."),
            _of("--agreement", "AGREEMENT", "Only those in this agreement."),
            _of("--by", "ACTOR", "Only those that this actor owes."),
        ),
        has_modality=False,
    ),
)
"""In the order in which a reader meets them."""


def add_questions(app: click.Group) -> None:
    """Give a group the command of every question, and ``when``, which takes fields of any kind of claim."""
    for question in QUESTIONS:
        app.command(question.name, short_help=question.short, help=question.text)(_command(question))
    app.command("when", short_help="When something began and ended.")(_when)


def _command(question: Question) -> Callable[..., None]:
    names = [each.strip("[]") for each in question.arguments]

    def ask(*, view: View, times: dict[str, object] | None = None, **given: object) -> None:
        about = [given.pop(name) for name in names]
        asked = {name: value for name, value in given.items() if value not in (None, ())}
        dataset = view.open()
        found = getattr(dataset, question.name.replace("-", "_"))(*about, **asked, **(times or {}))
        modality = given.get("modality")
        _print(found, view, None if modality is None else str(modality))

    command = with_view(ask)
    if question.has_modality:
        command = with_modality(command)
    for option in reversed(question.options):
        command = option(command)
    if question.times is not None:
        command = question.times(command)
    for argument in reversed(question.arguments):
        command = click.argument(argument.strip("[]"), required=not argument.startswith("["))(command)
    return command


@click.argument("kind", type=click.Choice([each.kind for each in CLAIM_KINDS]), metavar="KIND")
@click.argument("fields", nargs=-1, metavar="FIELD=VALUE...")
@with_modality
@with_view
def _when(kind: str, fields: tuple[str, ...], modality: str | None, view: View) -> None:
    """
    When something began and ended, as vaguely as the sources leave it.

    KIND is a kind of claim, such as presence, and each FIELD=VALUE is what it is
    asked about, by id or name: of, at, by, to.

    For example:

        oirmodel when presence of=us-forces at=Al-Asad
        oirmodel when agreement_status of=agreement-2024-conclude-mission
    """
    asked: dict[str, Any] = {}
    for each in fields:
        name, equals, value = each.partition("=")
        if not equals or name in ("modality", *asked):
            hint = "each field once" if equals and name != "modality" else "a field and its value, such as of=us-forces"
            raise click.UsageError(f"expected {hint}, not {each!r}", click.get_current_context())
        asked[name] = value
    _print(view.open().when(kind, modality=modality, **asked), view, modality)


def _print(found: Answer | Duties, view: View, modality: str | None) -> None:
    """Print an answer, or the state of commitments."""
    if isinstance(found, Answer):
        view.print(
            {**answer_object(found), "modality": modality}, found.records, lambda: answer_page(found, view.in_words())
        )
    else:
        view.print(
            {**duties_object(found), "modality": modality}, found.records, lambda: duties_page(found, view.in_words())
        )
