"""Documents from strangers: whatever comes, the answer is a dataset or a list of findings."""

import gc
import json
import os
import sys
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.dataset import InvalidDataset
from oirmodel.entities import Force
from oirmodel.errors import InvalidObject
from oirmodel.formats.json import NewerVersion, dumps, findings, loads
from oirmodel.names import Name
from oirmodel.query import Dataset

SHARED = Path(os.environ.get("OIRMODEL_SHARED") or Path(__file__).parents[3] / "shared")
SUITE = SHARED / "corpora" / "json_suite" / "test_parsing"
NAUGHTY = SHARED / "corpora" / "blns" / "blns.json"

FORCE = '{"oirmodel": "0.1", "forces": [{"kind": "force", "id": "army", "extensions": {"acme:a": %s}}]}'
"""A document with a place for any value, which is valid where the value is."""


def codes(document: str | bytes) -> list[str]:
    return [each.code for each in findings(document)]


@pytest.mark.parametrize("levels", [65, 1_000, 100_000])
def test_deep_nesting_is_refused_whether_it_is_closed_or_not(levels: int) -> None:
    assert codes("[" * levels) == ["OIR004"]
    assert codes("[[]" * levels) == ["OIR004"]
    assert codes('[{"a":' * levels) == ["OIR004"]
    assert codes("[" * levels + "]" * levels) == ["OIR004"]
    assert codes(FORCE % ('{"a":' * levels + "1" + "}" * levels)) == ["OIR004"]


def test_the_sixty_fifth_level_is_one_too_many_and_its_place_is_told() -> None:
    assert codes(FORCE % ("[" * 60 + "]" * 60)) == []
    (finding,) = findings(FORCE % ("[" * 61 + "]" * 61))
    assert (finding.code, finding.line, finding.column) == ("OIR004", 1, FORCE.index("%") + 61)


def test_brackets_in_texts_are_no_nesting() -> None:
    brackets = "[{" * 5_000
    for text in (brackets, '\\"' + brackets, "\\\\", '\\\\\\"' + brackets):
        assert codes(FORCE % f'"{text}"') == []


def test_an_unclosed_text_of_quotes_takes_no_longer_than_it_is_long() -> None:
    assert codes('{"' + '\\"[' * 200_000) == ["OIR002"]


def test_reading_near_the_end_of_the_stack_is_possible_in_a_small_thread() -> None:
    """The recursion of reading is bounded by the depth of a document, so that a thread's small stack is enough."""
    found: list[str] = []
    size = threading.stack_size(1024 * 1024)
    try:
        thread = threading.Thread(target=lambda: found.extend(codes(FORCE % ("[" * 60 + "]" * 60) + "x")))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
    assert found == ["OIR002"]


@pytest.mark.parametrize(
    "number", ["1" * 5_000, "-" + "1" * 641, "1e999", "-1e999", "1" * 400 + ".5", "NaN", "-Infinity"]
)
def test_numbers_that_do_not_fit_are_refused(number: str) -> None:
    assert [(each.code, each.pointer) for each in findings(FORCE % number)] == [
        ("OIR006", "/forces/0/extensions/acme:a"),
    ]


def test_the_limit_on_digits_does_not_depend_on_the_interpreters_own() -> None:
    limit = sys.get_int_max_str_digits()
    try:
        for each in (0, 640):
            sys.set_int_max_str_digits(each)
            assert codes(FORCE % ("9" * 640)) == []
            assert codes(FORCE % ("9" * 641)) == ["OIR006"]
    finally:
        sys.set_int_max_str_digits(limit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r'"\ud83d\ude00"', []),
        (r'"\ud83d"', ["OIR007"]),
        (r'"\ude00\ud83d"', ["OIR007"]),
        (r'"\ud83d \ude00"', ["OIR007"]),
        (r'"\\ud83d"', []),
        (r'"\\\ud83d"', ["OIR007"]),
        (r'{"\ud83d": 1}', ["OIR025", "OIR007"]),
        (r'[["\uDFFF"], {"a": "\udfff"}]', ["OIR007", "OIR007"]),
        (r'{"a": 1, "\u0061": 2}', ["OIR005"]),
        (r'{"a": {"b": 1, "b": {"c": NaN}}}', ["OIR005", "OIR006"]),
        (r'{"a": 1, "a": 1, "a": 1}', ["OIR005"]),
    ],
)
def test_what_hides_in_escapes_and_extensions_is_found(text: str, expected: list[str]) -> None:
    assert codes(FORCE % text) == expected


def test_long_values_are_quoted_short() -> None:
    document = '{"oirmodel": "0.1", "forces": [{"kind": "%s", "id": "%s", "%s": 1}]}'
    for finding in findings(document % ("k" * 10_000, "i" * 10_000, "u" * 10_000)):
        assert len(finding.message) < 400


def test_a_value_is_quoted_so_that_no_terminal_acts_on_it() -> None:
    (finding,) = findings(FORCE.replace("army", "\\u001b[31m\u202eymra") % "1")
    assert finding.message.endswith("got '\\x1b[31m\\u202eymra'")


@pytest.mark.parametrize("enabled", [True, False])
def test_the_cyclic_collector_is_left_as_it_was(enabled: bool) -> None:  # noqa: FBT001 - a parameter of the test
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        codes("[]")
        assert gc.isenabled() is enabled
        loads('{"oirmodel": "0.1"}')
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = ["kind", "id", "of", "by", "at", "names", "text", "period", "start", "quantity", "number", "point", "extensions"]
FIELDS = st.dictionaries(
    st.sampled_from(KEYS), JSON | st.sampled_from(["force", "control", "army", "2026"]), max_size=5
)
DOCUMENTS = st.fixed_dictionaries(
    {"oirmodel": st.sampled_from(["0.1", "0.2"])},
    optional={
        "dataset": FIELDS,
        "forces": st.lists(FIELDS | JSON, max_size=2),
        "strengths": st.lists(FIELDS, max_size=2) | JSON,
        "controls": st.lists(FIELDS, max_size=2),
        "others": JSON,
    },
)


def reads_or_says_why(document: str | bytes) -> None:
    found = findings(document)
    if any(each.severity.value == "error" for each in found):
        with pytest.raises(InvalidDataset) as caught:
            loads(document)
        assert caught.value.findings == found
    else:
        loads(document)


@given(DOCUMENTS)
def test_any_values_in_a_document_are_read_or_refused(document: dict[str, object]) -> None:
    """Whatever stands where a document has its objects, reading ends in a dataset or in findings with their places."""
    text = json.dumps(document)
    assert all(each.line == 1 for each in findings(text))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerVersion)
        reads_or_says_why(text)


@given(JSON)
def test_any_values_are_kept_as_extensions(value: object) -> None:
    """What JSON can hold survives in an extension."""
    data = loads(FORCE % json.dumps(value))
    assert loads(dumps(data)) == data
    assert json.loads(dumps(data))["forces"][0].get("extensions") == {"acme:a": value}


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(document: bytes) -> None:
    """No bytes at all do anything but load or raise InvalidDataset."""
    reads_or_says_why(document)


@given(st.text(max_size=200), st.integers(0, 120))
def test_a_document_damaged_anywhere_is_read_or_refused(damage: str, offset: int) -> None:
    """A valid document in which something was put anywhere loads or raises InvalidDataset."""
    text = FORCE % "1"
    reads_or_says_why(text[:offset] + damage + text[offset:])


# Corpora that others keep; CI has them beside the repository

needs_suite = pytest.mark.skipif(
    not SUITE.is_dir(),
    reason="JSONTestSuite is optional; OIRMODEL_SHARED names its folder",
)
needs_naughty = pytest.mark.skipif(
    not NAUGHTY.is_file(),
    reason="the naughty strings are optional; OIRMODEL_SHARED names their folder",
)


@needs_suite
def test_json_test_suite_is_whole() -> None:
    assert len(list(SUITE.glob("n_*.json"))) > 150
    assert len(list(SUITE.glob("y_*.json"))) > 90


@needs_suite
@pytest.mark.parametrize("path", sorted(SUITE.glob("n_*.json")), ids=lambda path: path.name)
def test_what_is_not_json_is_refused(path: Path) -> None:
    content = path.read_bytes()
    not_a_document = {"OIR001", "OIR002", "OIR004", "OIR006"}
    assert set(codes(content)) & not_a_document
    with pytest.raises(InvalidDataset):
        loads(content)


@needs_suite
@pytest.mark.parametrize("path", sorted(SUITE.glob("[yi]_*.json")), ids=lambda path: path.name)
def test_what_is_json_or_may_be_ends_in_findings(path: Path) -> None:
    content = path.read_bytes()
    with pytest.raises(InvalidDataset):
        loads(content)
    if path.name.startswith("y_"):
        assert not {"OIR001", "OIR002", "OIR004", "OIR006", "OIR007"} & set(codes(content))


@needs_suite
@pytest.mark.parametrize("path", sorted(SUITE.glob("y_*.json")), ids=lambda path: path.name)
def test_what_is_json_can_stand_in_an_extension(path: Path) -> None:
    """Each valid text is kept as a value, but for repeated keys, which its readers disagree about."""
    document = FORCE % path.read_text(encoding="utf-8")
    if "duplicated_key" in path.name:
        assert codes(document) == ["OIR005"]
    else:
        assert loads(dumps(loads(document))) == loads(document)


@needs_naughty
def test_naughty_strings_come_back_as_they_were_or_are_refused() -> None:
    strings = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    assert len(strings) > 500
    kept = 0
    for text in strings:
        for fields in ({"names": [{"text": text}]}, {"note": text}, {"extensions": {"acme:text": text}}):
            document = json.dumps({"oirmodel": "0.1", "forces": [{"kind": "force", "id": "army", **fields}]})
            try:
                data = loads(document)
            except InvalidDataset as error:
                assert {each.code for each in error.findings} == {"OIR025"}  # noqa: PT017 - one way of two
                continue
            assert json.loads(dumps(data))["forces"][0].items() >= _with_category(fields).items()
            assert loads(dumps(data)) == data
            kept += 1
    assert kept > 1_400


def _with_category(fields: Mapping[str, object]) -> Mapping[str, object]:
    names = fields.get("names")
    return {"names": [{**each, "category": "common"} for each in names]} if isinstance(names, list) else fields


@needs_naughty
def test_naughty_names_are_refused_by_the_class_where_they_are_by_the_document() -> None:
    for text in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        try:
            data = Dataset(entities=[Force(id="army", names=(Name(text=text),))])  # type: ignore[arg-type]
        except InvalidObject:
            continue
        assert loads(dumps(data)) == data
