"""Every kind of refusal, with its exact code and pointer."""

import json
import pickle

import pytest

from oirmodel.dataset import InvalidDataset
from oirmodel.diagnostics import Severity
from oirmodel.formats.json import findings, loads
from tests.formats.documents import GONE, changed, codes, only

REFUSED: dict[str, tuple[str | bytes, list[tuple[str, str]]]] = {
    "UTF-8 byte order mark": (b"\xef\xbb\xbf{}", [("OIR001", "")]),
    "byte order mark in text": ("\ufeff{}", [("OIR001", "")]),
    "UTF-16 with a mark": ("{}".encode("utf-16"), [("OIR001", "")]),
    "UTF-16 without a mark": ("{}".encode("utf-16-be"), [("OIR001", "")]),
    "UTF-32 without a mark": ("{}".encode("utf-32-le"), [("OIR001", "")]),
    "invalid UTF-8": (b'{"oirmodel": "\xff"}', [("OIR001", "")]),
    "overlong UTF-8": (b'{"oirmodel": "\xc0\x80"}', [("OIR001", "")]),
    "surrogate in UTF-8": (b'{"oirmodel": "\xed\xa0\x80"}', [("OIR001", "")]),
    "surrogate in text": ('{"oirmodel": "\ud800"}', [("OIR007", "")]),
    "nothing": ("", [("OIR002", "")]),
    "not closed": ('{"oirmodel": "0.1"', [("OIR002", "")]),
    "trailing comma": ('{"oirmodel": "0.1",}', [("OIR002", "")]),
    "two documents": ('{"oirmodel": "0.1"} {}', [("OIR002", "")]),
    "comment": ('{"oirmodel": "0.1"} // ok', [("OIR002", "")]),
    "control character": ('{"oirmodel": "0\n1"}', [("OIR002", "")]),
    "NaN": (
        changed(("/installations/0/point/latitude", float("nan"))),
        [("OIR006", "/installations/0/point/latitude")],
    ),
    "infinity": (changed(("/dataset/extensions", {"a:b": [-float("inf")]})), [("OIR006", "/dataset/extensions/a:b/0")]),
    "beyond a double": (changed().replace("42.44", "1e999"), [("OIR006", "/installations/0/point/longitude")]),
    "too many digits": (changed().replace("42.44", "1" * 5000), [("OIR006", "/installations/0/point/longitude")]),
    "surrogate in a value": (changed().replace('"Report"', '"\\ud800"'), [("OIR007", "/sources/0/title")]),
    "surrogate in a key": (changed().replace('"title": "', '"\\udc00": 5, "title": "'), [("OIR007", "/sources/0")]),
    "repeated key": (changed().replace('"id": "army"', '"id": "a", "id": "army"'), [("OIR005", "/forces/0/id")]),
    "repeated array": (changed().replace('"forces"', '"forces": [], "forces"'), [("OIR005", "/forces")]),
    "a list": ("[]", [("OIR025", "")]),
    "null": ("null", [("OIR025", "")]),
    "no version": (changed(("/oirmodel", GONE)), [("OIR010", "")]),
    "version as a number": (changed(("/oirmodel", 0.1)), [("OIR010", "/oirmodel")]),
    "version of three parts": (changed(("/oirmodel", "0.1.0")), [("OIR010", "/oirmodel")]),
    "version before the first": (changed(("/oirmodel", "0.0")), [("OIR010", "/oirmodel")]),
    "newer major version": (changed(("/oirmodel", "1.0"), ("/whatever", 1)), [("OIR011", "/oirmodel")]),
    "unknown array": (changed(("/treaties", [])), [("OIR020", "/treaties")]),
    "array of another type": (changed(("/forces", {})), [("OIR025", "/forces"), ("OIR101", "/controls/0/by")]),
    "header of another type": (changed(("/dataset", None)), [("OIR025", "/dataset")]),
    "header id": (changed(("/dataset/id", "Not A Slug")), [("OIR025", "/dataset/id")]),
    "object of another type": (changed(("/forces/1", "army")), [("OIR025", "/forces/1")]),
    "unknown key": (changed(("/forces/0/colour", "green")), [("OIR021", "/forces/0/colour")]),
    "unknown key in the header": (changed(("/dataset/kind", "x")), [("OIR021", "/dataset/kind")]),
    "unknown key, nested": (changed(("/controls/0/citations/0/page", 3)), [("OIR021", "/controls/0/citations/0/page")]),
    "unknown key, escaped": (changed(("/forces/0/a~b", 1)), [("OIR021", "/forces/0/a~0b")]),
    "missing key": (changed(("/controls/0/by", GONE)), [("OIR022", "/controls/0")]),
    "missing key, nested": (changed(("/controls/0/citations/1", {})), [("OIR022", "/controls/0/citations/1")]),
    "missing id": (changed(("/forces/1", {"kind": "force"})), [("OIR022", "/forces/1")]),
    "missing kind": (changed(("/forces/0/kind", GONE)), [("OIR023", "/forces/0")]),
    "unknown kind": (changed(("/forces/0/kind", "army")), [("OIR023", "/forces/0/kind")]),
    "kind of another type": (changed(("/forces/0/kind", ["force"])), [("OIR023", "/forces/0/kind")]),
    "another array's object": (changed(("/forces/0/kind", "person")), [("OIR024", "/forces/0/kind")]),
    "number for text": (changed(("/sources/0/title", 5)), [("OIR025", "/sources/0/title")]),
    "text for number": (
        changed(("/installations/0/point/latitude", "5")),
        [("OIR025", "/installations/0/point/latitude")],
    ),
    "true for number": (
        changed(("/installations/0/point/latitude", True)),
        [("OIR025", "/installations/0/point/latitude")],
    ),
    "one for true": (changed(("/forces/0/placeholder", 1)), [("OIR025", "/forces/0/placeholder")]),
    "text for a list": (changed(("/sources/0/authors", "xyz")), [("OIR025", "/sources/0/authors")]),
    "object for a list": (changed(("/controls/0/citations", {})), [("OIR025", "/controls/0/citations")]),
    "null for text": (changed(("/sources/0/title", None)), [("OIR025", "/sources/0/title")]),
    "null for a list": (changed(("/forces/0/names", None)), [("OIR025", "/forces/0/names")]),
    "null for an enumeration": (changed(("/forces/0/category", None)), [("OIR025", "/forces/0/category")]),
    "null for a truth": (changed(("/forces/0/placeholder", None)), [("OIR025", "/forces/0/placeholder")]),
    "null in a list": (changed(("/controls/0/corrects", [None])), [("OIR025", "/controls/0/corrects/0")]),
    "list for text": (changed(("/controls/0/by", ["army"])), [("OIR025", "/controls/0/by")]),
    "empty list": (changed(("/controls/0/citations", [])), [("OIR025", "/controls/0/citations")]),
    "unknown word": (changed(("/forces/0/category", "Service")), [("OIR025", "/forces/0/category")]),
    "id in capitals": (changed(("/forces/1", {"kind": "force", "id": "Army"})), [("OIR025", "/forces/1/id")]),
    "empty id": (changed(("/controls/0/id", "")), [("OIR025", "/controls/0/id")]),
    "out of range": (
        changed(("/installations/0/point/longitude", 442)),
        [("OIR025", "/installations/0/point/longitude")],
    ),
    "beyond a double, whole": (
        changed(("/installations/0/point/longitude", 10**400)),
        [("OIR025", "/installations/0/point/longitude")],
    ),
    "not a date": (changed(("/controls/0/reported", "17.1.2026")), [("OIR025", "/controls/0/reported")]),
    "date as a number": (changed(("/controls/0/reported", 2026)), [("OIR025", "/controls/0/reported")]),
    "open date": (changed(("/controls/0/reported", "..")), [("OIR025", "/controls/0/reported")]),
    "date with a zero byte": (changed(("/controls/0/reported", "2026\0")), [("OIR025", "/controls/0/reported")]),
    "period as text": (changed(("/controls/0/period", "2026/..")), [("OIR025", "/controls/0/period")]),
    "date in a period": (changed(("/controls/0/period", {"end": "2026-13"})), [("OIR025", "/controls/0/period/end")]),
    "external id": (
        changed(("/forces/0/external_ids", ["wikidata:Q1", "icao"])),
        [("OIR025", "/forces/0/external_ids/1")],
    ),
    "external id's value": (changed(("/forces/0/external_ids", ["icao:x"])), [("OIR025", "/forces/0/external_ids/0")]),
    "external id as an object": (changed(("/forces/0/external_ids", [{}])), [("OIR025", "/forces/0/external_ids/0")]),
    "extension key": (changed(("/forces/0/extensions", {"score": 1})), [("OIR025", "/forces/0/extensions/score")]),
    "extensions as a list": (changed(("/forces/0/extensions", [])), [("OIR025", "/forces/0/extensions")]),
    "link": (changed(("/sources/0/url", "javascript:alert(1)")), [("OIR025", "/sources/0/url")]),
    "control character in a text": (changed(("/sources/0/title", "\u001b[31m")), [("OIR025", "/sources/0/title")]),
    "bidirectional override": (
        changed(("/forces/0/names", [{"text": "a\u202eb"}])),
        [("OIR025", "/forces/0/names/0/text")],
    ),
    "repeated id": (changed(("/forces/1", {"kind": "force", "id": "army"})), [("OIR102", "/forces/1/id")]),
    "repeated id, other kind": (
        changed(("/persons", [{"kind": "person", "id": "army"}])),
        [("OIR102", "/persons/0/id")],
    ),
    "dangling id": (changed(("/controls/0/by", "navy")), [("OIR101", "/controls/0/by")]),
    "dangling id, nested": (
        changed(("/controls/0/citations/1", {"source": "src-2"})),
        [("OIR101", "/controls/0/citations/1/source")],
    ),
    "dangling claim": (changed(("/controls/0/corrects", ["control-2"])), [("OIR101", "/controls/0/corrects/0")]),
    "id of the wrong kind": (changed(("/controls/0/by", "al-asad")), [("OIR101", "/controls/0/by")]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_code_and_pointer(name: str) -> None:
    document, expected = REFUSED[name]
    assert codes(document) == expected
    with pytest.raises(InvalidDataset) as caught:
        loads(document)
    assert caught.value.findings == findings(document)
    assert all(each.severity is Severity.ERROR for each in caught.value.findings)


@pytest.mark.parametrize("name", REFUSED)
def test_every_pointer_leads_somewhere(name: str) -> None:
    """The pointer of a finding resolves in the document it is about (RFC 6901)."""
    document, expected = REFUSED[name]
    for _, pointer in expected:
        if pointer:
            place = json.loads(document, parse_int=str)
            for token in pointer.replace("~0", "~").split("/")[1:]:
                place = place[int(token)] if isinstance(place, list) else place[token]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (changed(("/sources/0/title", 5)), "expected text; got 5"),
        (changed(("/sources/0/title", None)), "expected text; got null"),
        (changed(("/forces/0/placeholder", "yes")), "expected true or false; got 'yes'"),
        (changed(("/sources/0/authors", "xyz")), "expected a list; got 'xyz'"),
        (changed(("/controls/0/period", [1, 2])), "expected an object; got a list of 2"),
        (changed(("/controls/0/by", GONE)), "expected the key 'by'; it is not there"),
        (changed(("/forces/0/names", [{"text": "a", "category": "x"}])),
         "expected one of 'common', 'official', 'alias', 'transliteration', 'former', 'misspelling'; got 'x'"),
        (changed(("/controls/0/reported", "2026-13")),
         "expected a date of EDTF: there is no month 13, at character 6; got '2026-13'"),
        (changed(("/forces/0/kind", "person")), "expected the kind 'force'; got 'person'"),
        (changed(("/oirmodel", "1.0")), "the document is of version 1.0, and this library reads 0.x (it writes 0.1)"),
        (changed(("/controls/0/by", "al-asad")),
         "expected the id of a force or an organization or a person; got 'al-asad': it is an installation"),
        (changed(("/controls/0/by", "navy")),
         "expected the id of a force or an organization or a person; got 'navy': nothing has this id"),
        (changed().replace("42.44", "NaN"), "expected a finite number; got 'NaN' (JSON has no such number)"),
        ('{"oirmodel": "0.1",}', "expected JSON: expecting property name enclosed in double quotes; got '}'"),
        ("[1", "expected JSON: expecting ',' delimiter; got the end of the document"),
        (b'{"a": "\xff"}', "expected UTF-8 without a byte order mark: invalid start byte at byte 7 (FF)"),
    ],
)  # fmt: skip
def test_a_message_quotes_what_was_found_and_says_what_was_expected(document: str | bytes, message: str) -> None:
    assert only(document).message == message


@pytest.mark.parametrize(
    ("document", "hint"),
    [
        (changed(("/controls/0/degre", "full")), "did you mean 'degree'?"),
        (changed(("/controls/0/degree", "ful")), "did you mean 'full'?"),
        (changed(("/force", [])), "did you mean 'forces'?"),
        (changed(("/forces/0/kind", "forse")), "did you mean 'force'?"),
        (changed(("/controls/0/by", "armi")), "did you mean 'army'?"),
        (changed(("/forces/0/kind", "person")), "objects of this kind stand in 'persons'"),
        (changed(("/forces/0/zzz", 1)), "what other projects add stands in 'extensions'"),
        (changed(("/forces/0/" + "z" * 100, 1)), "what other projects add stands in 'extensions'"),
    ],
)
def test_a_hint_names_what_was_probably_meant(document: str, hint: str) -> None:
    assert findings(document)[0].hint == hint


def test_a_quantity_that_contradicts_itself_is_refused_at_what_is_wrong() -> None:
    strength = {
        "kind": "strength",
        "id": "s",
        "of": "army",
        "at": ["al-asad"],
        "reported": "2026",
        "modality": "asserted",
        "citations": [{"source": "src-1"}],
    }
    bad = [{"wording": "exact"}, {"wording": "none", "number": 1}, {"wording": "between", "number": 2, "to": 1}]
    strengths = [strength | {"id": f"s-{index}", "quantity": each} for index, each in enumerate(bad)]
    found = findings(changed(("/strengths", strengths)))
    assert [(each.code, each.pointer, each.message) for each in found] == [
        (
            "OIR025",
            "/strengths/0/quantity",
            "expected a number with the wording 'exact', in 'number'; it is not there",
        ),
        ("OIR025", "/strengths/1/quantity/number", "expected none with the wording 'none'; got 1"),
        ("OIR025", "/strengths/2/quantity/to", "expected at least the lower number, 2; got 1"),
    ]


ALL_AT_ONCE = """{
 "oirmodel": "0.1",
 "dataset": {"id": "all at once"},
 "sources": [{"kind": "source", "id": "src-1", "title": "Report", "title": "Report"}],
 "forces": [
  {"kind": "force", "id": "army", "category": "servis", "country": "iq"},
  {"kind": "force", "id": "army", "nmes": []},
  {"kind": "place", "id": "anbar"}
 ],
 "installations": [{"kind": "installation", "id": "al-asad", "point": {"longitude": NaN}}],
 "controls": [
  {"kind": "control", "of": "al-assad", "by": "army", "reported": "2026", "modality": "asserted",
   "citations": [{"source": "src-1", "quote": "\\ud800"}, {"source": 5}]},
  {"kind": "control", "of": "al-assad", "by": "army", "reported": "2026", "modality": "asserted",
   "citations": [{"source": "src-1"}]}
 ],
 "treaty": []
}"""


def test_everything_wrong_is_listed_at_once_in_the_order_of_the_document() -> None:
    assert [(each.code, each.pointer, each.line) for each in findings(ALL_AT_ONCE)] == [
        ("OIR025", "/dataset/id", 3),
        ("OIR005", "/sources/0/title", 4),
        ("OIR025", "/forces/0/category", 6),
        ("OIR025", "/forces/0/country", 6),
        ("OIR102", "/forces/1/id", 7),
        ("OIR021", "/forces/1/nmes", 7),
        ("OIR024", "/forces/2/kind", 8),
        ("OIR022", "/installations/0/point", 10),
        ("OIR006", "/installations/0/point/longitude", 10),
        ("OIR007", "/controls/0/citations/0/quote", 13),
        ("OIR025", "/controls/0/citations/1/source", 13),
        ("OIR101", "/controls/1/of", 14),
        ("OIR020", "/treaty", 17),
    ]
    with pytest.raises(InvalidDataset, match="not a dataset: 13 problems"):
        loads(ALL_AT_ONCE)


def test_a_place_is_the_line_and_column_of_the_key_or_of_the_list_member() -> None:
    document = '{"oirmodel": "0.1",\n "forces": [ 5,\n  {"kind": "force",\n\t"id" : "X"}]}'
    assert [(each.pointer, each.line, each.column) for each in findings(document)] == [
        ("/forces/0", 2, 14),
        ("/forces/1/id", 4, 2),
    ]


def test_the_place_of_a_syntax_error_is_known() -> None:
    finding = only('{"oirmodel": "0.1",\n "forces": [}')
    assert (finding.line, finding.column) == (2, 13)
    finding = only(b'{"oirmodel":\n "\xd8\xb9\xd9\x8a\xff"}')
    assert (finding.line, finding.column) == (2, 5)


def test_objects_that_could_not_be_read_still_count_as_there() -> None:
    assert codes(changed(("/forces/0/country", "xx"))) == [("OIR025", "/forces/0/country")]


def test_subjects_name_the_object_and_what_it_asked_for() -> None:
    assert only(changed(("/controls/0/by", "navy"))).subjects == ("control-1", "navy")
    assert only(changed(("/forces/0/country", "xx"))).subjects == ("army",)


def test_at_most_a_thousand_problems_are_listed_and_the_last_says_so() -> None:
    for extra in ({"names": [5] * 2000}, {f"key-{index}": 0 for index in range(2000)}):
        found = findings(changed(("/forces/0", {"kind": "force", "id": "navy", **extra})))
        assert len(found) == 1001
        assert (found[-1].code, found[-1].message) == (
            "OIR008",
            "more than 1,000 problems; the others are not listed",
        )
    found = findings(changed(("/forces", [5] * 2000)))
    assert [each.code for each in found] == ["OIR025"] * 1000 + ["OIR008"]


def test_an_error_can_be_pickled_with_its_findings() -> None:
    with pytest.raises(InvalidDataset) as caught:
        loads("[]")
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings  # noqa: S301 - our own bytes
