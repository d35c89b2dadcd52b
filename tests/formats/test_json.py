import json
import os
import stat
import warnings
from pathlib import Path
from typing import Any

import pytest

from oirmodel.claims import Control, Strength
from oirmodel.dataset import Header, InvalidDataset
from oirmodel.diagnostics import Severity
from oirmodel.entities import Event, Force, Installation, Place, Source
from oirmodel.extensions import Extensions
from oirmodel.formats.json import NewerVersion, dump, dumps, load, loads
from oirmodel.geo import Point
from oirmodel.ids import (
    ActorId,
    EntityId,
    EventId,
    ExternalId,
    ForceId,
    InstallationId,
    PlaceId,
    SiteId,
    SourceId,
)
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import Degree, InstallationCategory, Modality
from tests.formats.documents import BASE, GONE, changed, codes, only

GOLDEN = Path(__file__).parent.parent / "snapshots" / "json" / "small.json"
ARMY = ForceId(ActorId(EntityId("army")))


def control(**fields: object) -> Control:
    """The claim of the base document; without an id, one whose id is derived."""
    given: dict[str, Any] = {"of": "al-asad", "by": "army", "reported": "2026-01-17", "modality": "asserted", **fields}
    return Control(citations=(Citation(source=SourceId("src-1")),), **given)


# Both ways


def test_golden_document_is_written_as_it_was_read() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    assert dumps(loads(text)) == text


def test_golden_document_has_an_object_of_each_array() -> None:
    assert list(json.loads(GOLDEN.read_text(encoding="utf-8"))) == [
        "oirmodel",
        "dataset",
        "sources",
        "forces",
        "organizations",
        "persons",
        "posts",
        "installations",
        "places",
        "operations",
        "events",
        "agreements",
        "commitments",
        "controls",
        "ownerships",
        "presences",
        "strengths",
        "affiliations",
        "postings",
        "operation_statuses",
        "purposes",
        "occurrences",
        "casualties",
        "tallies",
        "same_as",
    ]


def test_objects_are_what_the_document_says() -> None:
    data = load(GOLDEN)
    assert data.header == Header(
        id="small",
        title="One of each kind",
        license="CC0-1.0",
        note="Made up for the tests.",
        extensions=Extensions({"acme:made": {"by": ["hand", 1.5, None, True]}}),
    )
    assert data["al-asad"] == Installation(
        id=InstallationId(SiteId(EntityId("al-asad"))),
        category=InstallationCategory.AIRBASE,
        place=PlaceId(SiteId(EntityId("anbar"))),
        point=Point(longitude=42.4412, latitude=33.7856, precision_m=2000),
        timezone="Asia/Baghdad",
        names=(Name(text="عين الأسد", language="ar"),),
        external_ids=(ExternalId(scheme="icao", value="ORAA"), ExternalId(scheme="iata", value="IQA")),
    )
    claim = data["control-1"]
    assert isinstance(claim, Control)
    assert claim.period == Period.by("2026-01-17")
    assert claim.degree is Degree.FULL
    assert claim.note == ""
    assert claim.asserted_by[1].when is None
    strength = data["strength-1"]
    assert isinstance(strength, Strength)
    assert strength.quantity == Quantity.between(0, 2500)


def test_a_dataset_survives_the_round_trip() -> None:
    data = load(GOLDEN)
    assert loads(dumps(data)) == data
    assert loads(dumps(data).encode()) == data


def test_the_order_of_objects_and_of_making_makes_no_difference() -> None:
    first, second = Force(id="b-force"), Force(id="a-force")  # type: ignore[arg-type]
    assert dumps(Dataset(entities=[first, second])) == dumps(Dataset(entities=[second, first]))


def test_whole_floats_are_written_as_the_integers_that_they_equal() -> None:
    whole, real = (Place(id="p", point=Point(longitude=each, latitude=0)) for each in (42, 42.0))  # type: ignore[arg-type]
    assert whole == real
    assert dumps(Dataset(entities=[whole])) == dumps(Dataset(entities=[real]))


def test_an_empty_dataset_is_its_version_and_its_header() -> None:
    assert dumps(Dataset()) == '{\n "oirmodel": "0.1",\n "dataset": {\n  "id": "unnamed"\n }\n}\n'
    assert loads('{"oirmodel": "0.1"}') == Dataset()


def test_a_view_is_written_as_what_it_shows() -> None:
    data = load(GOLDEN)
    written = json.loads(dumps(data.as_known(on="2025-12-31")))
    assert [each["id"] for each in written["operation_statuses"]] == ["status-1"]
    assert "controls" not in written


def test_a_claim_without_an_id_gets_one_from_its_content() -> None:
    data = loads(changed(("/controls/0/id", GONE)))
    (claim,) = data.claims()
    assert claim == control()


def test_null_is_taken_for_an_optional_field_and_not_written() -> None:
    text = dumps(loads(changed(("/forces/0/country", None), ("/controls/0/recorded", None))))
    assert "null" not in text
    assert loads(text) == loads(changed())


def test_numbers_of_any_length_up_to_640_digits_are_kept() -> None:
    number = 10**640 - 1
    data = Dataset(entities=[Force(id=ForceId(ActorId(EntityId("army"))), extensions=Extensions({"acme:n": -number}))])
    assert loads(dumps(data)) == data


def test_the_base_document_reads_as_the_objects_that_it_looks_like() -> None:
    data = loads(changed())
    assert data.sources == {"src-1": Source(id=SourceId("src-1"), title="Report")}
    assert data.claims() == (control(id="control-1"),)
    assert data["army"] == Force(id=ForceId(ActorId(EntityId("army"))))


# Files


def test_a_file_is_written_at_once_and_leaves_no_draft(tmp_path: Path) -> None:
    data = load(GOLDEN)
    target = tmp_path / "data.json"
    target.write_text("old")
    target.chmod(0o640)
    dump(data, target)
    assert target.read_bytes() == GOLDEN.read_bytes()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]
    assert load(str(target)) == data


def test_a_new_file_has_the_permissions_that_files_have_here(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("")
    dump(Dataset(), tmp_path / "data.json")
    assert (tmp_path / "data.json").stat().st_mode == (tmp_path / "other.json").stat().st_mode


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    target = tmp_path / "data.json"
    target.write_text("old")
    with pytest.raises(OSError, match="no space left"):
        dump(Dataset(), target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_of_a_file_names_it(tmp_path: Path) -> None:
    target = tmp_path / "data.json"
    target.write_text("{")
    with pytest.raises(InvalidDataset) as caught:
        load(target)
    assert caught.value.__notes__ == [f"in {target}"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    target = tmp_path / "data.json"
    target.write_text(changed())
    with pytest.raises(InvalidDataset, match="OIR003 error: expected at most 10 bytes"):
        load(target, max_bytes=10)
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "nowhere.json")


# A newer minor version


def newer(*steps: tuple[str, object]) -> str:
    return changed(("/oirmodel", "0.2"), *steps)


def test_what_a_newer_minor_version_added_is_kept_and_warned_of() -> None:
    document = newer(
        ("/forces/0/colour", "green"),
        ("/controls/0/citations/0/page", 3),
        ("/controls/0/extensions", {"acme:score": 1}),
        ("/installations/0/point/altitude", 188),
        ("/dataset/edition", 2),
        ("/treaties", [{"kind": "treaty", "id": "t"}]),
    )
    with pytest.warns(NewerVersion, match="is kept in the extensions") as caught:
        data = loads(document)
    assert data["army"] == Force(id=ARMY, extensions={"oirmodel:colour": "green"})  # type: ignore[arg-type]
    claim, base = data["control-1"], data["al-asad"]
    assert isinstance(claim, Control)
    assert isinstance(base, Installation)
    assert claim.extensions == {"oirmodel:citations-0-page": 3, "acme:score": 1}
    assert base.extensions == {"oirmodel:point-altitude": 188}
    assert data.header.extensions == {
        "oirmodel:edition": 2,
        "oirmodel:treaties": ({"kind": "treaty", "id": "t"},),
    }
    (warning,) = caught
    assert isinstance(warning.message, NewerVersion)
    assert warning.filename == __file__
    assert {(each.code, each.severity, each.pointer) for each in warning.message.findings} == {
        ("OIR012", Severity.WARNING, "/dataset/edition"),
        ("OIR012", Severity.WARNING, "/forces/0/colour"),
        ("OIR012", Severity.WARNING, "/installations/0/point/altitude"),
        ("OIR012", Severity.WARNING, "/controls/0/citations/0/page"),
        ("OIR012", Severity.WARNING, "/treaties"),
    }


def test_what_was_kept_survives_a_round_trip_in_silence() -> None:
    with pytest.warns(NewerVersion):
        data = loads(newer(("/forces/0/colour", "green")))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert loads(dumps(data)) == data


def test_a_new_key_is_reported_once_however_many_objects_have_it() -> None:
    forces = [{"kind": "force", "id": f"force-{index}", "colour": index} for index in range(2000)]
    document = newer(("/forces", [*BASE["forces"], *forces]))
    assert codes(document) == [("OIR012", "/forces/1/colour")]


def test_a_misspelt_key_in_a_newer_document_is_pointed_out() -> None:
    assert only(newer(("/controls/0/degre", "full"))).hint == "did you mean 'degree'?"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("/forces/0/Colour", 1)], [("OIR021", "/forces/0/Colour")]),
        ([("/Treaties", [])], [("OIR020", "/Treaties")]),
        (
            [("/forces/0/x", 1), ("/forces/0/extensions", {"oirmodel:x": 2})],
            [("OIR021", "/forces/0/x")],
        ),
        (
            [("/forces/0/x", 1), ("/forces/0/extensions", [])],
            [("OIR021", "/forces/0/x"), ("OIR025", "/forces/0/extensions")],
        ),
        ([("/dataset", 5), ("/x", 1)], [("OIR025", "/dataset"), ("OIR020", "/x")]),
        ([("/controls/0/degree", "half")], [("OIR025", "/controls/0/degree")]),
        ([("/forces/0", 5)], [("OIR025", "/forces/0")]),
        ([("/forces", 5), ("/controls", [])], [("OIR025", "/forces")]),
    ],
)
def test_what_cannot_be_kept_of_a_newer_minor_version_is_refused(
    steps: list[tuple[str, object]], expected: list[tuple[str, str]]
) -> None:
    assert sorted(codes(newer(*steps))) == sorted(expected)


def test_a_newer_minor_version_without_anything_new_is_read_in_silence() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert loads(newer()) == loads(changed())


# What cannot be written


def test_numbers_too_long_to_be_read_again_are_refused_all_at_once() -> None:
    data = Dataset(
        header=Header(extensions=Extensions({"acme:i": [1, -(10**5000)]})),
        entities=[Force(id=ARMY, extensions=Extensions({"acme:g": 10**5000, "acme:h": {"b": 10**700}}))],
    )
    with pytest.raises(InvalidDataset) as caught:
        dumps(data)
    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("OIR006", "/dataset/extensions/acme:i/1"),
        ("OIR006", "/forces/0/extensions/acme:g"),
        ("OIR006", "/forces/0/extensions/acme:h/b"),
    ]


def test_a_number_too_long_to_be_read_again_is_not_written() -> None:
    strength = Strength(
        id="s",  # type: ignore[arg-type]
        of="army",  # type: ignore[arg-type]
        at=["al-asad"],  # type: ignore[arg-type]
        quantity=Quantity.exact(10**5000),
        reported=ImpreciseDate.parse("2026"),
        modality=Modality.ASSERTED,
        citations=(Citation(source=SourceId("src-1")),),
    )
    with pytest.raises(InvalidDataset) as caught:
        dumps(Dataset(claims=[strength]))
    assert [(each.code, each.pointer) for each in caught.value.findings] == [("OIR006", "/strengths/0/quantity/number")]


def nested(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def test_what_is_written_can_be_read_also_at_the_deepest() -> None:
    deepest = Dataset(entities=[Force(id=ARMY, extensions={"acme:a": nested(60)})])  # type: ignore[arg-type]
    assert loads(dumps(deepest)) == deepest
    deeper = Dataset(entities=[Force(id=ARMY, extensions={"acme:a": nested(61)})])  # type: ignore[arg-type]
    with pytest.raises(InvalidDataset, match="OIR004"):
        dumps(deeper)


def test_a_dataset_with_a_dangling_id_is_written_and_not_read() -> None:
    data = Dataset(entities=[Event(id=EventId(EntityId("strike")), part_of=EntityId("oir"))])
    assert codes(dumps(data)) == [("OIR101", "/events/0/part_of")]
