"""Who commanded the task force, as the pages on the changes of command have it."""

import pytest

from oirmodel import Dataset, Modality, Participation, Posting, Status, check, load

POST = "cjtf-oir-commander"
CHANGE_2015 = "appointment-cjtf-oir-commander-2015-09-22"
CHANGE_2016 = "appointment-cjtf-oir-commander-2016"


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load("inherent-resolve")


@pytest.mark.parametrize(
    ("day", "status", "holders"),
    [
        ("2015-09-21", Status.NO_EVIDENCE, None),
        ("2015-09-22", Status.DEFINITE, ("james-l-terry", "sean-b-macfarland")),
        ("2016-01-01", Status.DEFINITE, "sean-b-macfarland"),
        ("2017-01-01", Status.DEFINITE, "stephen-j-townsend"),
        ("2017-09-05", Status.DEFINITE, ("stephen-j-townsend", "paul-e-funk-ii")),
        ("2018-09-10", Status.POSSIBLE, ("paul-e-funk-ii", "paul-j-lacamera")),
        ("2019-09-14", Status.DEFINITE, ("paul-j-lacamera", "robert-white")),
        ("2020-12-01", Status.DEFINITE, "paul-t-calvert"),
        ("2021-09-10", Status.DEFINITE, "john-w-brennan"),
        ("2022-12-01", Status.POSSIBLE, "john-w-brennan"),
        ("2023-08-22", Status.DEFINITE, ("matthew-w-mcfarlane", "joel-b-vowell")),
        ("2025-01-01", Status.DEFINITE, "kevin-c-leahy"),
        ("2026-02-09", Status.DEFINITE, "kevin-j-lambert"),
        ("2026-06-01", Status.PRESUMED, "kevin-j-lambert"),
    ],
)
def test_who_commanded(data: Dataset, day: str, status: Status, holders: object) -> None:
    answer = data.who_held(POST, on=day)
    assert (answer.status, answer.value) == (status, holders)


def test_the_day_of_the_change_in_2016_is_disputed(data: Dataset) -> None:
    for day in ("2016-08-21", "2016-08-22"):
        assert data.happened(CHANGE_2016, on=day).status is Status.CONTESTED
    disputed = [{claim.id for claim in each.claims} for each in data.conflicts()]
    assert {
        "occurrence-appointment-cjtf-oir-commander-2016",
        "occurrence-appointment-cjtf-oir-commander-2016-src-raman-media-network-2016-08",
    } in disputed


def test_from_whom_the_corps_took_over_in_2015_is_told_in_two_ways(data: Dataset) -> None:
    told = {(each.by, each.citations[0].source) for each in data.claims(Participation, of=CHANGE_2015)}
    assert told == {
        ("us-army-iii-corps", "src-air-space-forces-magazine-2015-09"),
        ("us-army-v-corps", "src-air-space-forces-magazine-2015-09"),
        ("us-army-iii-corps", "src-uniforms-4u-undated"),
        ("us-army-central", "src-uniforms-4u-undated"),
    }


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Pat White", "robert-white"),
        ("Robert White", "robert-white"),
        ("Matthew W. MacFarlane", "matthew-w-mcfarlane"),
        ("Matthew W. McFarlane", "matthew-w-mcfarlane"),
        ("Sean B. MacFarland", "sean-b-macfarland"),
    ],
)
def test_one_person_by_each_spelling(data: Dataset, name: str, person: str) -> None:
    assert [each.id for each in data.find(name)] == [person]


def test_a_rank_changed_during_a_posting(data: Dataset) -> None:
    ranks = {(each.rank, each.citations[0].source) for each in data.claims(Posting, by="kevin-j-lambert")}
    assert ranks == {
        (None, "src-fdd-long-war-journal-2025-07"),
        ("Maj. Gen.", "src-university-of-north-georgia-2026-02-09"),
    }
    assert [str(each.period) for each in data.claims() if each.id.startswith("attribute-kevin-j-lambert")] == [
        "2026-01/..",
        "/2026-01",
    ]


def test_what_is_concluded_says_from_what(data: Dataset) -> None:
    concluded = [each for each in data.claims(Posting, of=POST) if each.modality is Modality.INFERRED]
    assert [each.by for each in concluded] == [
        "kevin-c-leahy",
        "paul-e-funk-ii",
        "paul-j-lacamera",
        "paul-t-calvert",
        "robert-white",
        "sean-b-macfarland",
        "stephen-j-townsend",
    ]
    assert all(each.derived_from and each.assumptions for each in concluded)


def test_nothing_of_it_is_doubtful(data: Dataset) -> None:
    assert [finding for finding in check(data) if any("cjtf-oir-commander" in each for each in finding.subjects)] == []


def test_two_reports_differ_over_which_headquarters_handed_over(data: Dataset) -> None:
    event = "appointment-cjtf-oir-commander-2015-09-22"
    gave = data.who_took_part(event, role="gives", during="2015-09")
    assert set(gave.value) == {"us-army-v-corps", "us-army-central"}
    assert data.who_took_part(event, role="receives", during="2015-09").value == ("us-army-iii-corps",)
