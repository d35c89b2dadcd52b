import io
import sys
from typing import Any

import pytest

from oirmodel.cli.page import Page, Styled, tell, wrapped
from oirmodel.text import escaped


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 60 columns in the place of the standard output."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return screen


def text_of(lines: list[list[Styled]]) -> list[str]:
    return ["".join(each.text for each in line) for line in lines]


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J\x1b]0;title\x07", r"\x1b[2J\x1b]0;title\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("\x7f\x00\x08", r"\x7f\x00\x08"),
        ("\u202eevil\u2066", r"\u202eevil\u2066"),
        ("one\u2028two\u2029", r"one\u2028two\u2029"),
        ("\udcff", r"\udcff"),
        ("عين\u200cالأسد \u200e", "عين\u200cالأسد \u200e"),
        ("[bold red]x[/] :smile:", "[bold red]x[/] :smile:"),
    ],
)
def test_what_could_act_on_a_terminal_is_shown_as_an_escape(hostile: str, shown: str) -> None:
    assert escaped(hostile) == shown


def test_lines_hang_and_words_are_never_broken() -> None:
    lines = wrapped("one two three https://example.org/a-long-address four", width=12, indent=1, hang=2)
    assert text_of(lines) == [" one two", "   three", "   https://example.org/a-long-address", "   four"]


def test_line_breaks_in_a_text_do_not_make_lines_of_their_own() -> None:
    assert text_of(wrapped("a\n  For\r\n\tb", width=40)) == ["a For b"]


def test_pieces_join_without_a_space_unless_there_is_one() -> None:
    lines = wrapped(Styled("DEFINITE", "definite"), ": Iraqi ", Styled("army", ""), "", " (x)", width=40)
    assert text_of(lines) == ["DEFINITE: Iraqi army (x)"]


def test_wide_and_combining_characters_take_the_columns_that_they_take() -> None:
    assert text_of(wrapped("基地 基地 x", width=9)) == ["基地 基地", "  x"]
    assert text_of(wrapped("e\u0301e\u0301e\u0301 xxx", width=7)) == ["e\u0301e\u0301e\u0301 xxx"]


def test_gaps_are_single(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    page.gap()
    page.add("one")
    page.gap()
    page.gap()
    page.add("two")
    page.show()
    assert capsys.readouterr().out == "one\n\ntwo\n"


def odd_page() -> Page:
    page = Page()
    page.add(Styled("CONTESTED", "contested"), ": [red]x[/red] :smile: \x1b[31m https://example.org " + "word " * 9)
    page.row((Styled("2026  ", ""), Styled("POSSIBLE  ", "possible")), "[link]y")
    return page


def test_a_terminal_shows_colours_and_reads_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    odd_page().show()
    assert terminal.getvalue().splitlines() == [
        "\x1b[1;31mCONTESTED\x1b[0m: [red]x[/red] :smile: \\x1b[31m https://example.org",
        "  word word word word word word word word word",
        "  2026  \x1b[1;33mPOSSIBLE  \x1b[0m[link]y",
    ]


PLAIN = """\
CONTESTED: [red]x[/red] :smile: \\x1b[31m https://example.org
  word word word word word word word word word
  2026  POSSIBLE  [link]y
"""


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_declined(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    odd_page().show()
    assert terminal.getvalue() == PLAIN


def test_without_rich_a_terminal_shows_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    missing: Any = None
    monkeypatch.setitem(sys.modules, "rich.console", missing)
    odd_page().show()
    assert terminal.getvalue() == PLAIN


def test_a_message_keeps_its_lines_but_not_its_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    tell("2 problems\n  - \x1b[31mone", "two")
    assert capsys.readouterr() == ("", "oirmodel: 2 problems\n    - \\x1b[31mone\n  two\n")
