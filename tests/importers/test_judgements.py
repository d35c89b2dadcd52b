import time
import unicodedata
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel import load
from oirmodel.claims import DifferentFrom, SameAs
from oirmodel.entities import Entity, Installation, Organization, Person, Place
from oirmodel.errors import InvalidObject
from oirmodel.frozen import evolve
from oirmodel.geo import Point
from oirmodel.importers import InvalidTable
from oirmodel.importers.judgements import (
    InvalidJudgements,
    Judgement,
    Verdict,
    apply,
    merge,
    propose,
    read,
    write,
    written,
)
from oirmodel.names import Name
from oirmodel.query import Dataset
from tests.making import make

SIGNED: Final = {"by": "Ana Lima", "date": "2026-11-21"}


def named(kind: type[Entity], an_id: str, *names: str, **fields: Any) -> Entity:  # noqa: ANN401 - whatever it takes
    return make(kind, id=an_id, names=[Name(text=each) for each in names], **fields)


def place(an_id: str, *names: str, **fields: Any) -> Entity:  # noqa: ANN401 - as above
    return named(Place, an_id, *names, **fields)


def of(*entities: Entity) -> Dataset:
    return Dataset(entities=entities)


SYRIA: Final = place("syria", "Syria", country="SY")
KNOWN: Final = of(
    SYRIA,
    place("raqqa", "Raqqa", "الرقة", country="SY", part_of="syria"),
    place("mosul", "Mosul", country="IQ"),
    named(Organization, "our-desk", "Our desk"),
)
AR_RAQQAH: Final = place("new-raqqah", "Ar Raqqah", country="SY")
RAKKA: Final = place("new-rakka", "Rakka", country="IQ")
HIT: Final = place("new-hit", "Hit")
DATA: Final = of(AR_RAQQAH, RAKKA, HIT)


def judgement(an_id: str, known_id: str, verdict: str = "unsure", **fields: Any) -> Judgement:  # noqa: ANN401 - as above
    signed = {} if verdict == "unsure" else SIGNED
    return make(Judgement, id=an_id, known_id=known_id, verdict=verdict, **{**signed, **fields})


def pairs(judgements: tuple[Judgement, ...]) -> list[tuple[str, str, str]]:
    return [(each.verdict.value, each.id, each.known_id) for each in judgements]


# proposing


def test_what_is_like_something_known_is_proposed_with_its_reasons_and_unsure() -> None:
    proposed = propose(DATA, KNOWN)
    assert pairs(proposed) == [("unsure", "new-rakka", "raqqa"), ("unsure", "new-raqqah", "raqqa")]
    rakka, raqqah = proposed
    assert (rakka.names, rakka.known_names, rakka.against) == (
        "Rakka",
        "Raqqa; الرقة",
        "their country differs: IQ and SY",
    )
    assert raqqah.reasons == "their names are alike: 'Ar Raqqah' and 'Raqqa'; 'raqqah' may be 'raqqa' spelt otherwise"
    assert (raqqah.by, raqqah.date, raqqah.note, raqqah.is_touched) == (None, None, None, False)


def test_what_is_linked_already_is_not_asked_about() -> None:
    assert propose(of(*KNOWN.entities.values()), KNOWN) == ()


def test_two_of_a_file_are_not_compared_with_each_other() -> None:
    assert propose(of(place("a", "Tal Afar"), place("b", "Tall Afar")), KNOWN) == ()


def test_however_many_of_a_file_are_spelt_alike_each_is_proposed() -> None:
    many = [place(f"new-{number:02}", "Raqqah") for number in range(30)]
    assert [each.id for each in propose(of(*many), KNOWN)] == [f"new-{number:02}" for number in range(30)]


def test_points_and_external_ids_are_reasons_too() -> None:
    here = Point(longitude=42.44, latitude=33.79, precision_m=2_000)
    near = Point(longitude=42.45, latitude=33.79, precision_m=2_000)
    base = named(Installation, "al-asad", "Al-Asad", point=here, external_ids=["icao:ORAA"])
    spot = named(Installation, "x", "Zarqa field", point=near)
    code = named(Installation, "y", "Qadisiyah", external_ids=["icao:ORAA"])
    far = named(Installation, "z", "Elsewhere", point=Point(longitude=40, latitude=30))
    proposed = propose(of(spot, code, far), of(base))
    assert [(each.id, each.reasons) for each in proposed] == [
        ("x", "their points lie 924 m apart, and are known to within 2,000 m and 2,000 m"),
        ("y", "they have one external id: icao:ORAA"),
    ]


def test_the_candidates_for_one_thing_stand_together_the_likeliest_first() -> None:
    known = of(place("a-raqqa-east", "Raqqa East"), place("b-raqqa", "Raqqa"))
    new = of(place("new-1", "Raqqah"), place("new-2", "Raqqa"))
    assert [(each.id, each.known_id) for each in propose(new, known)] == [
        ("new-1", "b-raqqa"),
        ("new-1", "a-raqqa-east"),
        ("new-2", "b-raqqa"),
        ("new-2", "a-raqqa-east"),
    ]


def test_what_is_answered_already_is_left_out() -> None:
    told = apply(DATA, [judgement("new-raqqah", "raqqa", "different")], KNOWN)
    assert pairs(propose(told, KNOWN)) == [("unsure", "new-rakka", "raqqa")]


def test_without_a_dataset_it_is_the_packaged_one_that_is_known() -> None:
    assert ("unsure", "new-raqqah", "raqqa") in pairs(propose(DATA))
    assert "raqqa" in apply(DATA, [evolve(propose(DATA)[0], verdict="different", **SIGNED)]).entities


def test_thousands_of_names_take_seconds() -> None:
    """1,500 spellings of packaged names against the packaged dataset; a second or so where nothing else runs."""
    texts = [name.text for each in load("inherent-resolve").entities.values() for name in each.names]
    cut = [f"{text[:at]}{text[at + 1 :]}" for text in texts for at in range(1, min(len(text) - 1, 8))]
    new = [place(f"new-{number}", text.strip()) for number, text in enumerate(sorted({*cut})[:1_500])]
    begun = time.perf_counter()
    proposed = propose(of(*new))
    assert time.perf_counter() - begun < 20
    assert len(new) == 1_500
    assert len(proposed) > 100


# the file


def test_the_file_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    given = judgement(
        "new-raqqah",
        "raqqa",
        "same",
        names="Ar Raqqah",
        known_names="Raqqa; الرقة",
        reasons="alike",
        note="one, and\nthe same",
    )
    write(path, [given])
    assert path.read_bytes() == (
        b"\xef\xbb\xbfverdict,id,names,known_id,known_names,reasons,against,by,date,note\n"
        b"same,new-raqqah,Ar Raqqah,raqqa,Raqqa; "
        + "الرقة".encode()
        + b',alike,,Ana Lima,2026-11-21,"one, and\nthe same"\n'
    )
    assert read(path) == (given,)
    assert read(path)[0].line == 3


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=9).map(
    lambda text: unicodedata.normalize("NFC", text)
)


judgements = st.builds(
    judgement,
    st.integers(0, 999).map(lambda number: f"new-{number}"),
    st.integers(0, 9).map(lambda number: f"known-{number}"),
    st.sampled_from(["unsure", "same", "different"]),
    reasons=texts,
    against=st.just("") | texts,
    by=texts,
    date=st.dates().map(str),
    note=st.none() | texts,
)


@given(st.lists(judgements, unique_by=lambda each: each.pair))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, given: list[Judgement]) -> None:
    """Whatever a person wrote, the file has it as it was."""
    path = tmp_path_factory.mktemp("judgements") / "file.csv"
    write(path, given)
    assert read(path) == tuple(given)


def test_letters_and_their_marks_taken_apart_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes('verdict,id,known_id,by,date,note\r\nsame,a,b,Jose\u0301,2026-11-21,"x\r\ny"\r\n'.encode())
    (given,) = read(path)
    assert (given.by, given.note) == ("Jos\u00e9", "x\ny")


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-2", "@x"])
def test_no_imported_name_is_a_formula_to_a_spreadsheet(name: str) -> None:
    content = written([judgement("a", "b", names=name, known_names=name)]).decode("utf-8-sig")
    assert content.splitlines()[1] == f"unsure,a,'{name},b,'{name},,,,,"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_spreadsheets_make_of_it_is_read(tmp_path: Path, delimiter: str, mark: str) -> None:
    path = tmp_path / "file.csv"
    rows = [
        ["Known_id".lower(), "verdict", "id", "by", "date", "note"],
        ["raqqa", " Same ", "new-raqqah ", "Ana Lima", "2026-11-21", ""],
        ["", "", "", "", "", ""],
        ["mosul", "", "new-hit", "", "", "ask, then look"],
    ]
    quoted = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_bytes((mark + quoted).encode())
    first, second = read(path)
    assert first == judgement("new-raqqah", "raqqa", "same")
    assert (second.verdict, second.note, second.is_touched, second.line) == (Verdict.UNSURE, "ask, then look", True, 4)


WRONG: Final = """\
verdict,id,known_id,by,date
maybe,a,b,,
same,c,d,,
different,E,f,Ana Lima,21/11/2026
same,g,g,Ana Lima,2026-11-21
unsure,h,i,,
unsure,i,h,,
unsure,j,k
"""


def test_all_lines_that_are_wrong_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(WRONG, encoding="utf-8")
    with pytest.raises(InvalidJudgements) as refused:
        read(path)
    assert [each.line for each in refused.value.wrong] == [2, 3, 3, 4, 4, 5, 7, 8]
    told = str(refused.value).splitlines()
    assert told[0] == "judgements.csv cannot be used:"
    for index, text in (
        (1, "line 2: verdict: expected one of 'unsure', 'same', 'different'; got 'maybe'"),
        (2, "line 3: by: expected who says so; got None"),
        (3, "line 3: date: expected the day on which it was said; got None"),
        (6, "line 5: known_id: expected another id than that of the first; got 'g'"),
        (7, "line 7: i and h stand in line 6 already"),
        (8, "line 8: cells: expected 5, as in the header; got 3"),
    ):
        assert told[index] == f"  - {text}"
    assert "'21/11/2026'" in str(refused.value)
    assert "'E'" in str(refused.value)


def test_a_column_of_ones_own_is_refused_since_it_would_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("verdict,id,known_id,by,date,looked\n", encoding="utf-8")
    with pytest.raises(InvalidJudgements, match="line 1: there is no such column: 'looked'; what there is to say"):
        read(path)


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("verdict,id,known_id\n", encoding="utf-8")
    with pytest.raises(InvalidTable, match="there is no column 'by', 'date'"):
        read(path)


# writing again


def test_what_a_person_said_is_kept_and_what_nobody_proposes_any_more_goes() -> None:
    given = [
        judgement("new-raqqah", "raqqa", "same"),
        judgement("new-of-another-file", "mosul", "different"),
        judgement("new-hit", "mosul", note="ask"),
        judgement("new-gone", "mosul"),
    ]
    assert pairs(merge(given, propose(DATA, KNOWN))) == [
        ("unsure", "new-hit", "mosul"),
        ("different", "new-of-another-file", "mosul"),
        ("unsure", "new-rakka", "raqqa"),
        ("same", "new-raqqah", "raqqa"),
    ]


def test_merging_again_changes_nothing() -> None:
    proposed = propose(DATA, KNOWN)
    given = [evolve(proposed[0], verdict="different", **SIGNED)]
    once = merge(given, proposed)
    assert merge(once, proposed) == once


# applying


def test_same_becomes_a_claim_that_is_signed_and_dated() -> None:
    told = apply(
        DATA,
        [judgement("new-raqqah", "raqqa", "same", reasons="alike", against="far", note="seen")],
        KNOWN,
        file="mine.csv",
    )
    (claim,) = told.claims(SameAs)
    assert (claim.one, claim.other, claim.reported.text, claim.modality.value) == (
        "new-raqqah",
        "raqqa",
        "2026-11-21",
        "asserted",
    )
    assert claim.note == "seen\nproposed as one thing: for: alike; against: far"
    (speaker,) = claim.asserted_by
    assert told.entities[speaker.who] == make(Person, id="judge-ana-lima", names=[Name(text="Ana Lima")])
    (citation,) = claim.citations
    assert told.sources[citation.source].title == "Judgements of what is one thing: mine.csv"
    assert citation.locator == "new-raqqah and raqqa"
    # the known thing comes along, with what it lies in
    assert {"raqqa", "syria"} <= set(told.entities)
    assert told.joined_with("raqqa") == ("new-raqqah", "raqqa")
    assert told.as_known(on="2026-11-20").joined_with("raqqa") == ()


def test_different_becomes_a_claim_and_joins_nothing() -> None:
    told = apply(DATA, [judgement("new-raqqah", "raqqa", "different")], KNOWN)
    assert [(each.one, each.other) for each in told.claims(DifferentFrom)] == [("new-raqqah", "raqqa")]
    assert told.joined_with("raqqa") == ()


@pytest.mark.parametrize("given", [judgement("new-raqqah", "raqqa", "unsure"), judgement("not-here", "raqqa", "same")])
def test_unsure_and_what_is_of_another_import_change_nothing(given: Judgement) -> None:
    assert apply(DATA, [given], KNOWN) is DATA


@pytest.mark.parametrize("by", ["our-desk", "Our desk", "our Desk"])
def test_who_is_known_signs_as_what_is_known(by: str) -> None:
    told = apply(DATA, [judgement("new-raqqah", "raqqa", "same", by=by)], KNOWN)
    assert [each.asserted_by[0].who for each in told.claims(SameAs)] == ["our-desk"]
    assert not [each for each in told.entities.values() if isinstance(each, Person)]


def test_one_person_signs_many() -> None:
    told = apply(DATA, [judgement("new-raqqah", "raqqa", "same"), judgement("new-rakka", "raqqa", "different")], KNOWN)
    assert [each.id for each in told.entities.values() if isinstance(each, Person)] == ["judge-ana-lima"]
    assert len(told.claims()) == 2


def test_what_cannot_be_applied_is_told_at_once() -> None:
    desks = of(named(Organization, "desk-1", "Desk"), named(Person, "desk-2", "Desk"), *KNOWN.entities.values())
    wrong = [
        judgement("new-raqqah", "raqa", "same", line=2),
        judgement("new-raqqah", "our-desk", "same", line=3),
        judgement("new-hit", "mosul", "different", by="Desk", line=4),
    ]
    with pytest.raises(InvalidJudgements) as refused:
        apply(DATA, wrong, desks, file="mine.csv")
    assert str(refused.value).splitlines() == [
        "mine.csv cannot be used:",
        "  - line 2: nothing that is known has the id 'raqa'",
        "  - line 3: new-raqqah is a thing of the kind place, our-desk of the kind organization: they are not the same",
        "  - line 4: 'Desk' names 2 actors: desk-1, desk-2; use an id",
    ]


def test_a_verdict_is_signed_and_dated() -> None:
    with pytest.raises(InvalidObject, match="by: expected who says so"):
        judgement("a", "b", "same", by=None)


def test_nothing_is_left_of_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "none" / "file.csv", [])
    assert list(tmp_path.iterdir()) == []
