import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.entities import Place
from oirmodel.importers._mapping.patterns import InvalidPattern, Pattern
from oirmodel.importers._mapping.toml_lines import line_of, lines_of
from oirmodel.importers.csv import InvalidMapping, Mapping, read
from oirmodel.names import Name
from oirmodel.query import Dataset
from tests.importers.reading import SAMPLES

HEAD = """[source]
title = "A list"
published = "2020"
"""
TALLY = f"""{HEAD}[[claims]]
kind = "tally"
modality = "asserted"
counted = "strikes"
quantity = "{{Strikes}}"
"""


def wrong(text: str) -> list[str]:
    with pytest.raises(InvalidMapping) as refused:
        Mapping.parse(text, "m.toml")
    told = str(refused.value).removeprefix(f"{len(refused.value.findings)} problems\n  - ").split("\n  - ")
    assert len(told) == len(refused.value.findings)
    return told


def test_everything_that_is_wrong_is_told_at_once_with_its_line_and_what_would_be_right() -> None:
    told = wrong(
        """[source]
titel = "A list"
published = "2020-13"
[table]
dates = ["%d.%Q"]
[[claims]]
kind = "taly"
[[claims]]
kind = "presence"
modality = "asertd"
of = { read = "{By}", new = "forse" }
at = "@base"
period = "{Date}"
rôle = "x"
""".replace("rôle", '"rôle"')
    )
    assert told == [
        "m.toml, line 1: source: expected the key 'title'; it is not there",
        (
            "m.toml, line 2: source.titel: a source has no key 'titel'; it has title, publisher, authors, "
            "published, accessed, "
            "language, url, archived, collection, note (did you mean 'title'?)"
        ),
        (
            "m.toml, line 3: source.published: expected a date of EDTF: there is no month 13, at "
            "character 6; got '2020-13'"
        ),
        (
            "m.toml, line 5: table.dates.0: not a pattern of dates: '%d.%Q': expected one of %Y, %y, %m, %d, "
            "%q, %H, %M, %S, "
            "%z, %b, %B, %%; got '%Q'"
        ),
        (
            "m.toml, line 7: claims.0.kind: expected one of control, ownership, presence, strength, strength_change, "
            "affiliation, posting, participation, operation_status, purpose, occurrence, casualties, tally, "
            "attribution, "
            "agreement_status, commitment_terms, commitment_status, order, attribute, assessment, same_as, "
            "different_from; "
            "got 'taly' (did you mean 'tally'?)"
        ),
        (
            "m.toml, line 10: claims.1.modality: expected one of 'asserted', 'denied', 'planned', 'predicted', "
            "'alleged', "
            "'assessed', 'inferred', or a column in braces; got 'asertd' (did you mean 'asserted'?)"
        ),
        (
            "m.toml, line 11: claims.1.of.new: expected one of 'force', 'organization', 'person', 'no'; got 'forse' "
            "(did you mean 'force'?)"
        ),
        "m.toml, line 12: claims.1.at: no entity of this mapping, above this one, is called '@base'; there are none",
        (
            "m.toml, line 13: claims.1.period: expected more than a date: a presence goes on (say what the day is: "
            "{ observed = ... } for a day on which it was so, { since = ... } or { by = ... } for its beginning, or "
            "{ start = ..., end = ... })"
        ),
        (
            "m.toml, line 14: claims.1.rôle: Presence has no key 'rôle' here; it has kind, when, unless, "
            "period, reported, "
            "recorded, asserted_by, modality, assumptions, grades, note, of, at, role, quote (did you mean 'role'?)"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "expected the part [source], with the title of the table"),
        (HEAD, "expected claims, in tables [[claims]], or entities"),
        (HEAD + "claim = 1\n[[claims]]\nkind = 'order'", "a source has no key 'claim'"),
        (HEAD + "[claims]\nkind = 'tally'", "expected tables [[claims]]; got an object"),
        (HEAD + "[[claims]]\nat = 'x'", "expected the key 'kind' with one of control, "),
        (HEAD + "[claim]\n[entities.a]\nkind = 'event'", "a mapping has no part 'claim'"),
        (HEAD + "[entities]\na = 1", "expected a table; got 1"),
        (HEAD + "[entities.a]\nkind = 'place'", "expected a name or an id, by which it is known"),
        (HEAD + "[entities.a]\nkind = 'post'\nname = 'x'", "expected the key 'of', which a Post needs"),
        (HEAD + "[entities.a]\nkind = 'place'\nname = 'x'\nnames = ['y']", "expected 'name' or 'names', not both"),
        (HEAD + "[entities.a]\nkind = 'place'\nname = 'x'\nbox = 'y'", "a mapping cannot give 'box'"),
        (HEAD + "[entities.a]\nkind = 'place'\nname = { text = 'x', language = 'English' }", "expected a language tag"),
        (HEAD + "[entities.a]\nkind = 'event'\nid = { read = '{a}', split = ';' }", "an entity has one"),
        (HEAD.replace('published = "2020"\n', "") + TALLY[len(HEAD) :], "expected the key 'reported'"),
        (TALLY.replace('modality = "asserted"\n', ""), "expected the key 'modality'"),
        (TALLY + "at = '{Town'", "expected a column in braces, such as '{Town}'; got '{Town'"),
        (TALLY + "at = ''", "expected a text that is not empty"),
        (TALLY + "by = ['{a}', '{b}']", "expected one, not a list of 2"),
        (TALLY + "by = { read = '{a}', split = '' }", "expected a text that is not empty"),
        (
            TALLY + "by = { read = '{a}', split = ';' }\nagainst = { read = '{b}', split = ';' }",
            "that is split into claims",
        ),
        (TALLY + "note = { read = '{a}', new = 'force' }", "expected none here: 'new' is of other fields"),
        (TALLY + "note = { read = '{a}', dates = ['%Y'] }", "expected none here: 'dates' is of other fields"),
        (TALLY + "note = { read = '{a}', otherwise = 'x' }", "expected none without terms"),
        (TALLY + "period = { on = '{a}', since = '{b}' }", "expected one of edtf, on, exactly, "),
        (TALLY + "period = '2020-13'", "'2020-13' is no date of EDTF: there is no month 13"),
        (TALLY + "id = 'x'", "Tally has no key 'id' here"),
        (TALLY + "corrects = ['x']", "Tally has no key 'corrects' here"),
        (TALLY + "when = 5", "expected a table of columns, such as { Killed = true }; got 5"),
        (TALLY + "when = { a = 5 }", "expected true, false, a text or a list of texts; got 5"),
        (
            TALLY + "spread = { read = '{a}', terms = 'spreads' }",
            "no terms are called 'spreads' in [terms]; there are none",
        ),
        (TALLY + "spread = { read = '{a}', terms = { b = 'together' , c = 'togther' } }", "(did you mean 'together'?)"),
        (TALLY + "spread = { read = '{a}', terms = { b = { word = 'together', fit = 'roughly' } } }", "got 'roughly'"),
        (TALLY + "asserted_by = { how = 'paraphrase' }", "expected the key 'who'; it is not there"),
        (TALLY + "[common]\nperoid = '{a}'", "(did you mean 'period'?)"),
        (TALLY + "[document]\npublisher = 'x'", "expected a title or a url, by which documents are told apart"),
        (TALLY + "[words]\nabuot = ['x']", "(did you mean 'about'?)"),
        (TALLY + "[words]\nabout = 'x'", "expected a list of texts; got 'x'"),
        (TALLY + "[table]\ndelimiter = ';;'", "expected one character, such as ';' or a tab; got ';;'"),
        (TALLY + "[table]\ndecimal = ';'", "expected '.' or ','; got ';'"),
        (TALLY + "[table]\nmonths = ['Jan']", "expected twelve names, January first; got 1"),
        (TALLY + "[table]\nencoding = 'utf-9'", "no encoding is called 'utf-9'"),
        (TALLY + "[table]\nencoding = 'rot13'", "no encoding is called 'rot13'"),
        (TALLY + "[table]\nrepeats = 'twice'", "expected one of 'same', 'another'; got 'twice'"),
        (
            TALLY.replace('"{Strikes}"', '{ min = "{a}", read = "{b}" }'),
            "those of the fewest and the most, min and max",
        ),
        (
            TALLY.replace('"{Strikes}"', '{ min = "{a}", wording = "about" }'),
            "neither terms nor a wording with min and max",
        ),
        (TALLY.replace('"{Strikes}"', '"many"'), "'many' is no whole number"),
        (TALLY.replace('"{Strikes}"', '{ min = "3", max = "2" }'), "the fewest, 3, is more than the most, 2"),
        (TALLY.replace('"{Strikes}"', "{ min = 'x' }"), "'x' is no whole number"),
        (TALLY + "grades = { by = 'x', scheme = '', grade = 'B' }", "expected a text that is not empty"),
        (TALLY + "grades = { by = 'x' }", "expected the key 'scheme'; it is not there"),
        (TALLY + "asserted_by = { who = { read = '{a}', split = ';' } }", "expected none here: there is one"),
        (TALLY + "quote = { read = '{a}', split = ';' }", "expected none here: a citation has one"),
        (TALLY + "[document]\ntitel = 'x'", "(did you mean 'title'?)"),
        (
            HEAD + "[entities.a]\nkind = 'post'\nid = 'x'\nof = '{b}'\ntitle = 'y'\nsingle = 'yes'",
            "expected true or false",
        ),
        (
            HEAD + "[entities.a]\nkind = 'place'\nname = 'x'\npoint = { latitude = 'n', longitude = 2 }",
            "'n' is no number",
        ),
        ("title = ", "not TOML: Invalid value"),
        ("größe = 1", "quotation marks stand around a text, and around a key"),
        ("x = " + "[" * 9999, "not TOML: nested too deeply"),
        ("#" * 1_000_001, "not TOML: longer than 1,000,000 characters"),
    ],
)
def test_what_is_wrong_is_named(text: str, told: str) -> None:
    assert any(told in each for each in wrong(text)), wrong(text)


def test_columns_and_names_are_told_with_the_rest(tmp_path: Path) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text(TALLY + "at = 'Mosull'\nnote = '{Nots}'\ncountd = 'x'\n", encoding="utf-8")
    table = tmp_path / "t.csv"
    table.write_text("Strikes,Notes\n1,x\n", encoding="utf-8")
    known = Dataset(entities=[Place(id="mosul", names=[Name(text="Mosul")])])  # type: ignore[arg-type]
    with pytest.raises(InvalidMapping) as refused:
        read(table, mapping=mapping, known=known)
    assert str(refused.value).splitlines() == [
        "3 problems",
        (
            "  - m.toml, line 9: claims.0.at: no known installation or place has the id or name 'Mosull'; did "
            "you mean mosul? "
            "(new says what it would be)"
        ),
        "  - m.toml, line 10: claims.0.note: t.csv has no column 'Nots'; it has Strikes, Notes (did you mean 'Notes'?)",
        (
            "  - m.toml, line 11: claims.0.countd: Tally has no key 'countd' here; it has kind, when, unless, "
            "period, reported, "
            "recorded, asserted_by, modality, assumptions, grades, note, of, by, against, at, spread, counted, "
            "target, effect, quantity, quote "
            "(did you mean 'counted'?)"
        ),
    ]


def test_a_mapping_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_bytes(TALLY.encode("utf-16"))
    with pytest.raises(InvalidMapping, match="not UTF-8: the byte 0xff at 0"):
        Mapping.load(mapping)


def test_a_mapping_tells_what_it_is_for() -> None:
    mapping = Mapping.load(SAMPLES / "csv_incidents.toml")
    assert (mapping.title, mapping.delimiter, len(mapping.columns)) == ("Liste von Angriffen", ";", 15)


# Lines


def test_each_key_has_its_line() -> None:
    text = '''# a comment = 1
[a."b = c"]  # another
x = """
[no.header]
y = 1
"""
z = [ # [
  { k = 1 },
  "]",
]

[[list]]
'quoted' = '\\'
[[list]]
deep.er = {a = {b = 1}}
[list.sub]
q = 1
'''
    assert lines_of(text) == {
        ("a", "b = c"): 2,
        ("a", "b = c", "x"): 3,
        ("a", "b = c", "z"): 7,
        ("list", 0): 12,
        ("list", 0, "quoted"): 13,
        ("list", 1): 14,
        ("list", 1, "deep", "er"): 15,
        ("list", 1, "sub"): 16,
        ("list", 1, "sub", "q"): 17,
    }
    assert line_of(("list", 1, "deep", "er", "a", "b"), lines_of(text)) == 15
    assert line_of(("nothing",), lines_of(text)) is None


KEYS = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x7f", min_codepoint=32), max_size=6)


@given(st.dictionaries(KEYS, TEXTS | st.lists(TEXTS, max_size=3), max_size=6))
def test_the_line_of_a_key_is_where_it_is_written(content: dict[str, Any]) -> None:
    """Whatever a text holds, each key is found where it stands, over lines that values take up."""
    lines: list[str] = []
    expected = {}
    for key, value in content.items():
        expected[(key,)] = len(lines) + 1
        if isinstance(value, list):
            lines += [f"{key} = [", *(f"  {quoted(each)}, # ]" for each in value), "]"]
        else:
            lines += [f"{key} = {quoted(value)}"]
    text = "\n".join(lines)
    assert tomllib.loads(text) == content
    assert lines_of(text) == expected


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# Patterns


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("%d", "expected a year in it"),
        ("%Y %y", "expected the year once"),
        ("%Y-%d", "expected the month too, where it has the day"),
        ("%Y-%m %H:%M", "expected the day too"),
        ("%Y%m%q", "expected a month or a quarter, not both"),
        ("%Y-%m-%d %H", None),
        ("%Y%", "expected a letter after '%'"),
        ("%j %Y", "got '%j'"),
    ],
)
def test_a_pattern_that_cannot_be_a_date_is_refused(pattern: str, told: str | None) -> None:
    if told is None:
        assert Pattern(pattern).read("2014-10-07 6") is not None
    else:
        with pytest.raises(InvalidPattern, match=f".*{told}"):
            Pattern(pattern)


@given(
    st.dates(min_value=dt.date(1000, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%b %d, %Y", "%d%m%Y"]),
)
def test_what_strftime_writes_is_read_as_the_same_day(day: dt.date, pattern: str) -> None:
    """The directives mean what they mean in Python."""
    read_again = Pattern(pattern).read(day.strftime(pattern))
    assert read_again is not None
    assert (read_again.edtf, read_again.remark) == (day.isoformat(), "")
