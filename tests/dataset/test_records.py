import copy
import pickle
import time
from typing import Any

import attrs
import pytest
from hypothesis import given

from oirmodel.claims import CLAIM_KINDS, Claim, Control, Presence, SameAs, Strength
from oirmodel.dataset import Header, InvalidDataset, Records
from oirmodel.entities import Force, Installation, Operation, Place, Source
from oirmodel.errors import InvalidObject, InvalidQuestion, UnknownName
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import Bounds, Period
from oirmodel.temporal.days import FOREVER, NEVER, day_of
from oirmodel.testing import datasets
from oirmodel.vocab import Degree, Modality
from tests.making import FEW, claim, control, make

ARMY = make(
    Force, id="iraqi-army", names=[make(Name, text="الجيش العراقي", language="ar"), make(Name, text="Iraqi Army")]
)
BASE = make(Installation, id="al-asad", place="anbar", timezone="Asia/Baghdad")
SOURCE = make(Source, id="src-report", title="A report")
SAID = control(id="control-1")
RECORDS = Records(
    header=make(Header, id="example", title="Example"), entities=[ARMY, BASE], sources=[SOURCE], claims=[SAID]
)


def test_what_it_holds() -> None:
    assert dict(RECORDS.entities) == {"iraqi-army": ARMY, "al-asad": BASE}
    assert dict(RECORDS.sources) == {"src-report": SOURCE}
    assert RECORDS.claims() == (SAID,)
    assert repr(RECORDS) == "<Records example: 2 entities, 1 sources, 1 claims>"
    assert repr(RECORDS.as_known(on="2026-01-17")) == (
        "<Records example: 2 entities, 1 sources, 1 claims, as known on 2026-01-17>"
    )


@pytest.mark.parametrize(("an_id", "record"), [("iraqi-army", ARMY), ("src-report", SOURCE), ("control-1", SAID)])
def test_an_id_alone_finds_its_object(an_id: str, record: object) -> None:
    assert RECORDS[an_id] is record
    assert an_id in RECORDS


def test_no_object_without_its_id() -> None:
    assert "isis" not in RECORDS
    with pytest.raises(UnknownName, match="no entity, source or claim has the id or name 'isis'"):
        RECORDS["isis"]


def test_every_id_is_used_once() -> None:
    with pytest.raises(InvalidDataset) as caught:
        Records(
            entities=[ARMY, make(Operation, id="iraqi-army"), make(Force, id="x")],
            sources=[make(Source, id="x", title="t")],
            claims=[control(id="y")],
        )
    assert [(each.code, each.subjects) for each in caught.value.findings] == [
        ("OIR102", ("iraqi-army",)),
        ("OIR102", ("x",)),
    ]
    assert "the id 'iraqi-army' stands for a force and for a operation" in str(caught.value)
    assert str(caught.value).startswith("not a dataset: 2 problems\n  - OIR102 error: ")
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings  # noqa: S301 - bytes made here


def test_many_findings_are_cut_short() -> None:
    with pytest.raises(InvalidDataset) as caught:
        Records(entities=[make(Force, id=f"a-{number % 25}") for number in range(50)])
    assert len(caught.value.findings) == 25
    assert str(caught.value).endswith("\n  - and 5 more")
    assert len(str(caught.value).splitlines()) == 22


def test_a_header_has_a_slug() -> None:
    assert Records().header == make(Header)
    with pytest.raises(InvalidObject) as caught:
        make(Header, id="My Data", title="")
    assert [each.field for each in caught.value.problems] == ["id", "title"]


@pytest.mark.parametrize("attempt", ["header", "_store", "anything"])
def test_nothing_can_be_set(attempt: str) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(RECORDS, attempt, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(RECORDS, attempt)


def test_the_mappings_cannot_be_changed() -> None:
    for mapping in (RECORDS.entities, RECORDS.sources):
        with pytest.raises(TypeError):
            mapping["x"] = None  # type: ignore[index]  # what is tested


@FEW
@given(datasets())
def test_copies_are_equal_and_hash_alike(dataset: Dataset) -> None:
    """A dataset that was pickled or copied deeply equals the first, has its hash, and is of its class."""
    for again in (pickle.loads(pickle.dumps(dataset)), copy.deepcopy(dataset)):  # noqa: S301 - bytes made on this line
        assert again == dataset
        assert hash(again) == hash(dataset)
        assert type(again) is type(dataset)
        assert again.claims() == dataset.claims()


def test_a_view_is_another_dataset() -> None:
    assert RECORDS.as_known(on="2026-01-17") != RECORDS
    assert RECORDS.as_known(on="2026-01-17") == RECORDS.as_known(on="2026-01-17")
    assert RECORDS != "example"


def test_order_does_not_matter() -> None:
    assert Records(entities=[ARMY, BASE]) == Records(entities=[BASE, ARMY])
    assert hash(Records(entities=[ARMY, BASE])) == hash(Records(entities=[BASE, ARMY]))


# Selecting

MANY = Records(
    claims=[
        control(id="b", degree="full"),
        control(id="a"),
        control(id="c", of="k-1"),
        claim(Presence, id="d", of="us-army", at="al-asad"),
        claim(Strength, id="e", of="us-army", at=["iraq", "syria"], quantity=Quantity.about(2500)),
    ]
)


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (Claim, {}, ["a", "b", "c", "d", "e"]),
        (Control, {}, ["a", "b", "c"]),
        (Control, {"of": "al-asad"}, ["a", "b"]),
        (Control, {"of": "al-asad", "degree": Degree.FULL}, ["b"]),
        (Control, {"degree": "full"}, ["b"]),
        (Strength, {"at": "syria"}, ["e"]),
        (Strength, {"at": ("iraq", "syria")}, ["e"]),
        (Strength, {"at": "jordan"}, []),
        (SameAs, {}, []),
        (Claim, {"modality": Modality.ASSERTED}, ["a", "b", "c", "d", "e"]),
    ],
)
def test_claims(kind: type[Claim], fields: dict[str, Any], expected: list[str]) -> None:
    assert [each.id for each in MANY.claims(kind, **fields)] == expected


def test_claims_know_no_other_field() -> None:
    with pytest.raises(InvalidQuestion, match=r"Control has no field at, site; it has asserted_by, "):
        MANY.claims(Control, at="al-asad", site="x")


@FEW
@given(datasets())
def test_kinds_share_out_the_claims(dataset: Dataset) -> None:
    """The claims of all kinds together are all claims."""
    by_kind = [each for kind in CLAIM_KINDS for each in dataset.claims(kind)]
    assert sorted(by_kind, key=lambda each: each.id) == list(dataset.claims())


# Labels


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ([], "x"),
        ([("الجيش", "ar"), ("Army", "en")], "Army"),
        ([("الجيش", "ar"), ("Army", "en-GB")], "Army"),
        ([("الجيش", "ar"), ("Artesh", None)], "Artesh"),
        ([("الجيش", "ar"), ("Leger", "nl")], "الجيش"),
    ],
)
def test_label(names: list[tuple[str, str | None]], label: str) -> None:
    force = make(Force, id="x", names=[make(Name, text=text, language=language) for text, language in names])
    assert Records(entities=[force]).label("x") == label


def test_labels_of_what_is_no_entity() -> None:
    assert RECORDS.label("src-report") == "A report"
    assert RECORDS.label("nothing") == "nothing"


# Changes


def test_plus() -> None:
    more = RECORDS.plus(make(Force, id="isis"), make(Source, id="src-2", title="t"), control(id="control-2"))
    assert set(more.entities) == {"iraqi-army", "al-asad", "isis"}
    assert set(more.sources) == {"src-report", "src-2"}
    assert [each.id for each in more.claims()] == ["control-1", "control-2"]
    assert RECORDS.claims() == (SAID,)
    assert more.header == RECORDS.header


def test_what_it_has_already_changes_nothing() -> None:
    assert RECORDS.plus(ARMY, SOURCE, SAID) == RECORDS


def test_nothing_is_overwritten() -> None:
    with pytest.raises(InvalidDataset, match="the id 'control-1' stands for a control and for a control"):
        RECORDS.plus(control(id="control-1", degree="full"))


def test_what_is_given_twice_is_added_once_and_not_for_something_else() -> None:
    assert set(RECORDS.plus(make(Force, id="isis"), make(Force, id="isis")).entities) == {
        "iraqi-army",
        "al-asad",
        "isis",
    }
    with pytest.raises(InvalidDataset, match="the id 'isis' stands for a force and for a force"):
        RECORDS.plus(make(Force, id="isis"), make(Force, id="isis", country="IQ"))


def test_adding_an_import_does_not_take_the_square_of_its_size() -> None:
    """Each comparison of two forces calls Python: the square of this number of them would take minutes."""
    more = [make(Force, id=f"force-{number}") for number in range(20_000)]
    begun = time.perf_counter()
    assert len(RECORDS.plus(*more).entities) == 20_002
    assert time.perf_counter() - begun < 20


def test_minus() -> None:
    assert RECORDS.minus("control-1").claims() == ()
    less = RECORDS.minus(SAID, "src-report", ARMY)
    assert (dict(less.entities), dict(less.sources), less.claims()) == ({"al-asad": BASE}, {}, ())
    with pytest.raises(UnknownName):
        RECORDS.minus("control-2")


@FEW
@given(datasets())
def test_minus_undoes_plus(dataset: Dataset) -> None:
    """A dataset with something more, without it, is as it was."""
    more = make(Force, id="a-new-force")
    assert dataset.plus(more) != dataset
    assert dataset.plus(more).minus(more) == dataset


def test_a_change_of_a_view_keeps_the_view() -> None:
    view = RECORDS.as_known(on="2026-01-17")
    later = control(id="control-2", reported="2026-02-01")
    assert view.plus(later).claims() == (SAID,)
    assert view.plus(later).known_day == view.known_day


def test_correct() -> None:
    old = control(
        id="control-1",
        period=Period.by("2026-01-17"),
        degree="full",
        asserted_by=[make(Speaker, who="iraqi-mod")],
        assumptions=["year 2026: the article gives none"],
        note="of the old one",
        recorded="2026-01-20",
        supersedes=["control-0"],
    )
    cited = [make(Citation, source="src-erratum")]
    mended = Records(claims=[old]).correct(
        "control-1", reported="2026-02-01", citations=cited, degree="partial", id="control-2"
    )
    new = mended["control-2"]
    assert new == control(
        id="control-2",
        period=Period.by("2026-01-17"),
        degree="partial",
        reported="2026-02-01",
        citations=cited,
        corrects=["control-1"],
    )
    assert mended["control-1"] == old
    day = day_of(2026, 1, 17)
    assert mended.as_known(on="2026-01-31").standing(old).throughout(day, day).value == "yes"


def test_a_correction_derives_its_id() -> None:
    mended = RECORDS.correct(SAID, reported="2026-02-01", citations=[make(Citation, source="src-2")], by="us-army")
    (new,) = (each for each in mended.claims() if each.id != "control-1")
    assert new.id.startswith("control-")
    assert new.corrects == ("control-1",)


def test_only_claims_are_corrected() -> None:
    with pytest.raises(InvalidQuestion, match="only a claim can be corrected, and 'al-asad' is a installation"):
        RECORDS.correct("al-asad", reported="2026-02-01", citations=[])


def test_a_correction_is_checked() -> None:
    with pytest.raises(InvalidObject) as caught:
        RECORDS.correct("control-1", reported="2026-13", citations=[], degre="full")
    assert {each.field for each in caught.value.problems} == {"reported", "citations", "degre"}


# Bounds and places

PLACES = (
    make(Place, id="iraq", category="country", timezone="Asia/Baghdad"),
    make(Place, id="syria", category="country", timezone="Asia/Damascus"),
    make(Place, id="anbar", part_of="iraq"),
    make(Installation, id="al-asad", place="anbar"),
    make(Installation, id="compound", part_of="al-asad", place="anbar"),
    make(Installation, id="nowhere"),
)
WORLD = Records(entities=PLACES)
INSTANT = "2026-01-17T22:30:00Z"
SEVENTEENTH = day_of(2026, 1, 17)


def test_parts_and_wholes() -> None:
    store = WORLD.store
    assert store.all_wholes("compound") == ("al-asad", "anbar", "iraq")
    assert set(store.all_parts("iraq")) == {"anbar", "al-asad", "compound"}
    assert store.all_wholes("nowhere") == store.all_parts("compound") == store.all_wholes("unheard-of") == ()


def test_a_circle_of_places_ends() -> None:
    circle = Records(entities=[make(Place, id="a", part_of="b"), make(Place, id="b", part_of="a")])
    assert circle.store.all_wholes("a") == ("b",)
    assert circle.store.all_parts("a") == ("b",)


@pytest.mark.parametrize(
    ("site", "first", "last"),
    [("compound", 1, 1), ("al-asad", 1, 1), ("iraq", 1, 1), ("nowhere", 0, 1), ("unheard-of", 0, 1)],
)
def test_an_instant_is_read_by_the_calendar_of_its_place(site: str, first: int, last: int) -> None:
    seen = claim(Presence, of="us-army", at=site, period=Period(start=INSTANT, end=INSTANT))
    expected = Bounds(SEVENTEENTH + first, SEVENTEENTH + last, SEVENTEENTH + first, SEVENTEENTH + last)
    assert WORLD.plus(seen).bounds(seen) == expected


@pytest.mark.parametrize(
    ("at", "first", "last"), [(["iraq"], 1, 1), (["iraq", "anbar"], 1, 1), (["iraq", "nowhere"], 0, 1)]
)
def test_of_several_places_the_calendar_must_be_one(at: list[str], first: int, last: int) -> None:
    period = Period(start=INSTANT, end=INSTANT)
    counted = claim(Strength, of="us-army", at=at, quantity=Quantity.none(), period=period)
    found = WORLD.plus(counted).bounds(counted)
    assert (found.s1, found.s2) == (SEVENTEENTH + first, SEVENTEENTH + last)


def test_an_open_end_held_on_the_day_it_was_said() -> None:
    speaker = make(Speaker, who="iraqi-mod", when="2026-01-15")
    said = control(period=Period.by("2026-01-17"), asserted_by=[speaker])
    assert WORLD.bounds(said) == Bounds(NEVER, SEVENTEENTH - 2, SEVENTEENTH - 2, FOREVER)


@pytest.mark.parametrize("modality", ["planned", "predicted"])
def test_a_plan_did_not_hold_on_the_day_it_was_made(modality: str) -> None:
    plan = control(period=Period.since("2027"), modality=modality)
    assert WORLD.bounds(plan) == Bounds(day_of(2027, 1, 1), day_of(2027, 12, 31), day_of(2027, 1, 1), FOREVER)


def test_a_pickle_works_the_indexes_out_again() -> None:
    again: Records = pickle.loads(pickle.dumps(WORLD))  # noqa: S301 - bytes made on this very line
    assert again.store.all_wholes("compound") == ("al-asad", "anbar", "iraq")
    assert again.find("Al Asad")[0].id == "al-asad"


# What is one


def test_same_as_joins() -> None:
    same = [
        claim(SameAs, id="s1", one="iraqi-army", other="army-of-iraq"),
        claim(SameAs, id="s2", one="army-of-iraq", other="ia"),
        claim(SameAs, id="s3", one="us-army", other="us-forces", modality="alleged"),
    ]
    assert Records(claims=same).joined == dict.fromkeys(("iraqi-army", "army-of-iraq", "ia"), "army-of-iraq")


def test_a_denial_parts() -> None:
    same = claim(SameAs, id="s1", one="a", other="b")
    denied = claim(SameAs, id="s2", one="b", other="a", modality="denied")
    assert Records(claims=[same, denied]).joined == {}


def test_what_is_retracted_joins_no_more() -> None:
    same = claim(SameAs, id="s1", one="a", other="b")
    retraction = claim(SameAs, id="s2", one="a", other="b", modality="denied", retracts=["s1"], reported="2026-03-01")
    assert Records(claims=[same, retraction]).joined == {}
    assert Records(claims=[same, retraction]).as_known(on="2026-02-01").joined == {"a": "a", "b": "a"}


def test_two_placeholders_are_never_one() -> None:
    unnamed = [make(Force, id=each, placeholder=True) for each in ("unnamed-1", "unnamed-2")]
    same = claim(SameAs, id="s1", one="unnamed-1", other="unnamed-2")
    assert Records(entities=unnamed, claims=[same]).joined == {}
    named = claim(SameAs, id="s2", one="unnamed-1", other="isis")
    assert Records(entities=unnamed, claims=[named]).joined == {"unnamed-1": "isis", "isis": "isis"}


def test_the_same_twice_is_added_once() -> None:
    assert Records().plus(ARMY, ARMY) == Records().plus(ARMY)
