"""What the packaged dataset must answer about bases, handovers and agreements."""

import re
from pathlib import Path
from typing import Final

import pytest

from oirmodel import Control, Dataset, Modality, Occurrence, Ownership, Period, Presence, Quantity, Status, load
from oirmodel.claims import AgreementStatus, Attribute, CommitmentTerms, Participation, SameAs
from oirmodel.recipes import RECIPES
from oirmodel.vocab import PresenceRole

SOURCES: Final = Path(__file__).parents[2] / "src/oirmodel/datasets/inherent_resolve"

HANDOVERS_2020 = {
    "handover-abu-ghraib-2020",
    "handover-al-qaim-2020",
    "handover-al-sqoor-2020",
    "handover-al-taqaddum-2020",
    "handover-besmaya-2020",
    "handover-camp-taji-2020",
    "handover-k-1-2020",
    "handover-qayyarah-west-2020",
}


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load("inherent-resolve")


def values(data: Dataset, subject: str, aspect: str) -> set[str]:
    """What sources say of an aspect of an entity."""
    return {each.value for each in data.claims(Attribute, of=subject) if each.aspect == aspect}


def in_conflict(data: Dataset) -> set[frozenset[str]]:
    return {frozenset(claim.id for claim in each.claims) for each in data.conflicts()}


# Al-Asad, 1981 to 2026


@pytest.mark.parametrize(
    ("on", "status", "expected"),
    [
        ("1975-01-01", Status.NO_EVIDENCE, None),
        ("1990-01-01", Status.POSSIBLE, "iraqi-armed-forces-baathist"),
        ("2010-06-01", Status.DEFINITE, "us-forces"),
        ("2011-07-01", Status.POSSIBLE, ("us-forces", "iraqi-armed-forces")),  # no day of the transfer is given
        ("2012-06-01", Status.DEFINITE, "iraqi-armed-forces"),
        ("2014-06-30", Status.DEFINITE, "iraqi-armed-forces"),
        ("2020-06-01", Status.POSSIBLE, ("iraqi-armed-forces", "us-led-coalition")),
        ("2026-01-17", Status.DEFINITE, "iraqi-armed-forces"),
        ("2026-06-01", Status.PRESUMED, "iraqi-armed-forces"),
    ],
)
def test_who_controlled_al_asad(data: Dataset, on: str, status: Status, expected: object) -> None:
    answer = data.who_controlled("Al-Asad", on=on)
    assert (answer.status, answer.value) == (status, expected)


def test_isis_at_al_asad_is_no_more_than_possible(data: Dataset) -> None:
    answer = data.who_controlled("Al-Asad", during="2014", by="isis")
    assert answer.status is Status.POSSIBLE
    (claim,) = data.claims(Control, of="al-asad", by="isis")
    assert (claim.modality, claim.degree) == (Modality.ALLEGED, "partial")
    assert data.who_controlled("Al-Asad", on="2014-11-11").value == "iraqi-armed-forces"


@pytest.mark.parametrize(
    ("on", "status", "holds"),
    [
        ("2005-06-01", Status.DEFINITE, True),
        ("2012-06-01", Status.CONTESTED, True),  # one page has 22 unbroken years, another a gap
        ("2014-06-30", Status.CONTESTED, True),
        ("2014-11-10", Status.DEFINITE, True),
        ("2025-10-20", Status.DEFINITE, True),
        ("2026-02-01", Status.PRESUMED, False),
    ],
)
def test_us_forces_at_al_asad(data: Dataset, on: str, status: Status, *, holds: bool) -> None:
    answer = data.who_was_at("Al-Asad", on=on, force="us-forces")
    assert (answer.status, answer.holds) == (status, holds)


def test_the_gap_is_contested_by_one_page_alone(data: Dataset) -> None:
    without = data.without("src-kuna-via-menafn-2026-01-17")
    answer = without.who_was_at("Al-Asad", on="2014-06-30", force="us-forces")
    assert (answer.status, answer.holds) == (Status.DEFINITE, False)


def test_al_asad_was_built_some_time_between_1981_and_1987(data: Dataset) -> None:
    assert data.when(Occurrence, of="construction-of-al-asad").value == Period(start="[1981..1987]", end="[1981..1987]")
    assert values(data, "al-asad", "name") == {"Qadisiyah"}


def test_bases_are_iraqi_whoever_uses_them(data: Dataset) -> None:
    answer = data.who_owned("Al-Asad", on="2021-07-26")
    assert (answer.status, answer.value) == (Status.DEFINITE, "iraqi-government")
    coalition = data.who_owned("Al-Asad", on="2021-07-26", by="us-led-coalition")
    assert (coalition.status, coalition.holds) == (Status.DEFINITE, False)
    assert data.as_known(on="2021-07-26").claims(Ownership, of="al-asad") == ()


def test_whether_the_troops_of_november_2014_advised_depends_on_the_day(data: Dataset) -> None:
    advisers = [each for each in data.claims(Presence, at="al-asad", of="us-forces") if "2014" in each.id]
    said = {each.asserted_by[0].who: each.modality for each in advisers if each.role is PresenceRole.ADVISERS}
    assert said == {"pentagon-spokeswoman-2014": Modality.DENIED, "martin-dempsey": Modality.ASSERTED}
    assert set(data.purposes("us-forces", at="al-asad", during="2014-11").value) == {
        "survey the base",
        "train, advise and assist the Iraqi 7th Division",
    }


def test_who_took_over_al_asad(data: Dataset) -> None:
    answer = data.who_was_at("Al-Asad", on="2026-01-17")
    assert answer.status is Status.DEFINITE
    assert set(answer.value) == {
        "iraqi-65th-special-forces-brigade",
        "iraqi-air-force-command",
        "iraqi-army-aviation-command",
    }


def test_the_deadline_for_al_asad_moved(data: Dataset) -> None:
    known = data.as_known(on="2024-12-31").when(Presence, of="us-led-coalition", at="al-asad", modality="planned")
    assert (known.status, known.value) == (Status.DEFINITE, Period(start=None, end="[..2025-09-30]"))
    later = data.when(Presence, of="us-led-coalition", at="al-asad", modality="planned")
    assert later.status is Status.CONTESTED
    assert Period(start=None, end="[2025-12-01..]") in later.value


def test_a_possible_return_is_no_presence(data: Dataset) -> None:
    planned = data.who_was_at("Al-Asad", on="2026-03-01", force="us-forces", modality="planned")
    assert planned.status is Status.POSSIBLE
    assert data.who_was_at("Al-Asad", on="2026-03-01", force="us-forces").holds is False


# The handovers


def test_eight_handovers_in_2020(data: Dataset) -> None:
    answer = data.happened(category="handover", during="2020")
    assert answer.status is Status.DEFINITE
    assert set(answer.value) == HANDOVERS_2020


def test_five_of_them_were_known_on_5_april(data: Dataset) -> None:
    answer = data.as_known(on="2020-04-05").happened(category="handover", during="2020")
    assert set(answer.value) == HANDOVERS_2020 - {
        "handover-abu-ghraib-2020",
        "handover-besmaya-2020",
        "handover-camp-taji-2020",
    }


@pytest.mark.parametrize(
    ("site", "on", "status", "expected"),
    [
        ("K-1", "2018-06-01", Status.POSSIBLE, "us-led-coalition"),
        ("K-1", "2020-03-29", Status.DEFINITE, ("us-led-coalition", "iraqi-armed-forces")),
        ("K-1", "2022-06-01", Status.PRESUMED, "iraqi-armed-forces"),
        ("Q-West", "2015-06-01", Status.DEFINITE, "isis"),
        ("Q-West", "2017-06-01", Status.POSSIBLE, ("iraqi-armed-forces", "us-led-coalition")),
        ("Camp Taji", "2021-01-01", Status.PRESUMED, "iraqi-security-forces"),
        ("Camp Adder", "2011-12-17", Status.PRESUMED, "iraqi-armed-forces"),
        ("Al-Tanf", "2026-02-10", Status.DEFINITE, "us-forces"),
        ("Al-Tanf", "2026-02-12", Status.DEFINITE, ("us-forces", "syrian-army-transitional")),
        ("Al-Tanf", "2026-06-01", Status.PRESUMED, "syrian-army-transitional"),
        ("Al-Shaddadi", "2026-02-16", Status.PRESUMED, "syrian-army-transitional"),
        ("Qasrak", "2026-02-23", Status.DEFINITE, "syrian-democratic-forces"),
    ],
)
def test_who_controlled_a_base(data: Dataset, site: str, on: str, status: Status, expected: object) -> None:
    answer = data.who_controlled(site, on=on)
    assert (answer.status, answer.value) == (status, expected)


def test_k_1_in_2022_is_presumed_since_the_report_of_the_handover(data: Dataset) -> None:
    answer = data.who_controlled("K1", on="2022-06-01")
    assert str(answer.last_confirmed) == "2020-03-30"
    assert data.who_was_at("K-1", on="2022-06-01", force="us-led-coalition").holds is False
    assert data.who_was_at("K-1", on="2018-06-01").value == ("us-led-coalition",)


def test_the_handover_of_k_1_was_not_known_on_its_day(data: Dataset) -> None:
    assert data.as_known(on="2020-03-29").who_controlled("K-1", on="2020-03-29").status is Status.NO_EVIDENCE
    assert data.as_known(on="2020-03-30").who_controlled("K-1", on="2020-03-29").status is Status.DEFINITE


def test_what_was_returned_at_k_1_was_a_part_of_it(data: Dataset) -> None:
    (denial,) = data.claims(Control, of="k-1", modality=Modality.DENIED)
    assert (denial.by, denial.degree) == ("us-led-coalition", "full")
    assert denial.asserted_by[0].who == "iraqi-joint-operations-command"
    # Control of a part is partial control of the base.
    statement = data.only("src-asharq-al-awsat-2020-03-30")
    answer = statement.who_controlled("K-1", on="2020-03-29")
    assert answer.value == ("us-led-coalition", "iraqi-armed-forces")
    assert {each.of for each in answer.supporting if isinstance(each, Control)} == {"k-1-coalition-site"}


def test_a_handover_is_not_a_departure(data: Dataset) -> None:
    for site, day in (("Q-West", "2020-03-26"), ("Besmaya", "2020-07-25"), ("Camp Taji", "2020-08-23")):
        assert data.who_was_at(site, on=day, force="us-led-coalition").holds is True


def test_pages_count_the_handovers_differently(data: Dataset) -> None:
    assert values(data, "handover-al-taqaddum-2020", "ordinal") == {
        "fourth base handed over in 2020",
        "fifth base handed over in 2020",
    }
    assert values(data, "handover-camp-taji-2020", "ordinal") == {
        "eighth transfer of a coalition portion of an Iraqi base"
    }


def test_equipment_and_trainees_of_taji(data: Dataset) -> None:
    dollars = data.totals("us-dollars", of="handover-camp-taji-2020", during="2020-08-23")
    assert (dollars.status, dollars.value.number) == (Status.DEFINITE, 347_000_000)
    trained = data.totals("trainees", at="Taji", during="2014/2020-08", match="overlapping")
    assert (trained.status, trained.value) == (Status.DEFINITE, Quantity.more_than(47_000))
    assert data.totals("trainees", at="Taji", during="2016").status is Status.NO_EVIDENCE


def test_where_a_base_lies_is_disputed_and_kept(data: Dataset) -> None:
    assert values(data, "abu-ghraib-camp", "place") == {"west of Baghdad", "north of Baghdad"}
    assert values(data, "besmaya", "place") == {"south of Baghdad", "south-east of Baghdad"}
    assert {"southern Iraq", "Anbar"} <= values(data, "al-asad", "place")


def test_how_long_the_coalition_stays_in_erbil_is_contested(data: Dataset) -> None:
    answer = data.when(Presence, of="us-led-coalition", at="Erbil air base", modality="planned")
    assert answer.status is Status.CONTESTED
    assert set(answer.value) == {Period(start=None, end="[..2026-09-30]"), Period(start=None, end="2026-12~")}
    assert data.who_was_at("Kurdistan Region", on="2026-03-01", force="us-led-coalition").status is Status.PRESUMED


def test_nobody_was_left_in_federal_iraq_in_november_2025_as_one_command_has_it(data: Dataset) -> None:
    answer = data.who_was_at("federal Iraq", on="2025-11-26", force="us-led-coalition")
    assert (answer.status, answer.holds) == (Status.DEFINITE, False)
    (claim,) = data.claims(Presence, at="joc-headquarters", modality=Modality.ASSERTED)
    assert claim.period == Period(start=None, end="[..2026-01-18]")


# Syria


@pytest.mark.parametrize(
    ("on", "status"),
    [("2026-02-10", Status.DEFINITE), ("2026-02-11", Status.DEFINITE), ("2026-02-12", Status.CONTESTED)],
)
def test_us_forces_at_al_tanf(data: Dataset, on: str, status: Status) -> None:
    answer = data.who_was_at("Al-Tanf", on=on)
    assert (answer.status, answer.value) == (status, ("us-forces",))


def test_on_12_february_only_one_account_of_al_tanf_was_known(data: Dataset) -> None:
    known = data.as_known(on="2026-02-12")
    assert known.who_was_at("Al-Tanf", on="2026-02-12", force="us-forces").status is Status.DEFINITE
    assert known.when(Occurrence, of="withdrawal-al-tanf-2026").value == Period(start=None, end="2026-02-12")
    now = data.when(Occurrence, of="withdrawal-al-tanf-2026")
    assert now.status is Status.CONTESTED
    assert now.value == (Period(start=None, end="2026-02-11"), Period(start=None, end="2026-02-12"))


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-02-14", Status.DEFINITE),
        ("2026-02-15", Status.CONTESTED),
        ("2026-02-23", Status.CONTESTED),
        ("2026-03-01", Status.PRESUMED),
    ],
)
def test_us_forces_at_qasrak(data: Dataset, on: str, status: Status) -> None:
    assert data.who_was_at("Qasrak", on=on, force="us-forces").status is status


def test_rmelan_and_kharab_al_jir_are_not_taken_for_one_base(data: Dataset) -> None:
    """No page says that they are: so nobody contradicts anybody over whether the US forces were at either."""
    rmelan, kharab = (data.who_was_at(site, on="2026-02-23", force="us-forces") for site in ("Rmelan", "Kharab al-Jir"))
    assert (rmelan.status, rmelan.holds) == (Status.DEFINITE, True)
    assert (kharab.status, kharab.holds) == (Status.DEFINITE, False)
    assert not [each for each in data.claims(SameAs) if "rmelan-base" in (each.one, each.other)]


def test_two_bases_are_called_the_largest(data: Dataset) -> None:
    largest = {each.of for each in data.claims(Attribute) if each.value == "largest US base in Syria"}
    assert largest == {"qasrak", "al-omar"}


def test_how_many_bases_were_left_depends_on_the_page(data: Dataset) -> None:
    answer = data.strength("us-forces", at="northeast Syria", counted="bases", during="2025-07")
    assert set(answer.value) == {Quantity.exact(1), Quantity.exact(3)}


def test_when_us_forces_were_to_be_gone_from_syria(data: Dataset) -> None:
    answer = data.when(Presence, of="us-forces", at="syria", modality="planned")
    assert answer.status is Status.CONTESTED
    ends = {str(each.end) for each in answer.value}
    assert ends == {"2026-03-15~", "2026-03-23~", "2026-04-23~", "2026-04~"}
    assert data.who_was_at("syria", on="2026-06-01", force="us-forces").holds is not False


def test_the_third_site_of_2025(data: Dataset) -> None:
    thirds = {each.entity: each.modality for each in data.claims(Attribute, of="drawdown-three-sites-syria-2025")}
    assert thirds == {"h2-syria": Modality.ASSERTED, "al-omar-small-base": Modality.ASSESSED}


# Agreements


def test_what_the_agreement_of_2008_was_when(data: Dataset) -> None:
    stood = {
        (str(each.first), each.value.value)
        for each in data.history(AgreementStatus, "SOFA 2008").segments
        if each.status in (Status.DEFINITE, Status.PRESUMED)
    }
    assert stood == {
        ("2008-11-17", "agreed"),
        ("2008-11-27", "ratified"),
        ("2008-12-14", "signed"),
        ("2011-12-31", "in-force"),
        ("2012-01-01", "expired"),
    }


def test_its_signing_has_two_dates(data: Dataset) -> None:
    answer = data.when(Occurrence, of="signing-sofa-2008")
    assert answer.status is Status.CONTESTED
    assert {str(each.start) for each in answer.value} == {"2008-11-17", "2008-12-14"}


def test_when_the_last_troops_left_is_contested_and_that_they_had_is_not(data: Dataset) -> None:
    answer = data.when(Occurrence, of="departure-of-last-us-troops-2011")
    assert {str(each.start) for each in answer.value} == {"2011-12-16", "2011-12-18"}
    statuses = {str(each.first): each.status for each in data.history("commitment_status", "sofa-leave-iraq").segments}
    assert statuses["2011-12-16"] is Status.CONTESTED
    assert statuses["2011-12-18"] is Status.DEFINITE


def test_the_framework_agreement_is_still_in_force(data: Dataset) -> None:
    last = data.history(AgreementStatus, "SFA 2008").segments[-1]
    assert (last.status, last.value) == (Status.PRESUMED, "in-force")


@pytest.mark.parametrize(
    ("commitment", "due"),
    [
        ("sofa-leave-cities", {"[..2009-06-30]"}),
        ("sofa-leave-iraq", {"[..2011-12-31]"}),
        ("exit-of-foreign-troops-2020", {"None"}),
        ("no-combat-role-by-end-of-2021", {"[..2021-12-31]"}),
        ("withdrawal-by-agreement-august-2025", {"[..2026-09-30]"}),
        ("withdrawal-by-agreement-2022", {"[..2026-09-30]"}),
        ("withdrawal-by-agreement-december-2021", {"None"}),
    ],
)
def test_what_was_due_when(data: Dataset, commitment: str, due: set[str]) -> None:
    assert {str(each.due) for each in data.claims(CommitmentTerms, of=commitment)} == due


def test_agreements_that_may_be_one_stay_apart(data: Dataset) -> None:
    apart = {
        "agreement-2022",
        "agreement-2024-conclude-mission",
        "agreement-august-2025",
        "agreement-december-2021",
        "agreement-iraq-coalition-end-mission",
        "joint-statement-2024-09-27",
    }
    assert all(data.entity(each).note for each in apart)
    assert not apart & data.joined.keys()


def test_who_is_bound(data: Dataset) -> None:
    for agreement in ("agreement-sofa-2008", "joint-statement-2021", "joint-statement-2024-09-27"):
        assert {each.by for each in data.claims(Participation, of=agreement)} == {"us-government", "iraqi-government"}


def test_whether_2024_was_a_withdrawal_is_contested(data: Dataset) -> None:
    disputed = {"attribute-joint-statement-2024-withdrawal", "attribute-joint-statement-2024-withdrawal-denied"}
    assert frozenset(disputed) in in_conflict(data)


def test_syria_joined_and_signed_nothing(data: Dataset) -> None:
    joined = data.affiliations("syrian-transitional-government", on="2026-02-10")
    assert (joined.status, joined.value) == (Status.PRESUMED, ("global-coalition",))
    answer = data.when(Occurrence, of="accession-of-syria-2025")
    assert {str(each.start) for each in answer.value} == {"2025-11-10", "2025-11-11"}
    (unsigned,) = data.claims(AgreementStatus, of="syria-joins-global-coalition")
    assert (unsigned.status, unsigned.modality) == ("signed", Modality.DENIED)
    (outside,) = data.claims(Participation, of="operation-inherent-resolve", by="syrian-transitional-government")
    assert outside.modality is Modality.DENIED


def test_the_first_phase_has_ended_and_the_operation_is_not_said_to_have(data: Dataset) -> None:
    assert data.under_way("coalition mission in federal Iraq", on="2026-02-01").value == "ended"
    whole = data.under_way("operation-inherent-resolve", on="2026-02-01")
    assert "ended" not in [each.value for each in whole.candidates if each.holds]


# All of it


def test_the_disputes_of_the_record_come_out(data: Dataset) -> None:
    found = in_conflict(data)
    for pair in (
        {"presence-al-asad-us-22-years", "presence-anbar-us-denied-2014"},
        {"presence-al-asad-coalition-planned-end-allawi-2025", "presence-al-asad-coalition-planned-end"},
        {"presence-al-tanf-us-forces-until-2026-centcom", "presence-al-tanf-us-forces-until-2026-reuters"},
        {"presence-erbil-coalition-planned-until-2026-09", "presence-erbil-coalition-planned-until-end-of-2026"},
        {"presence-qasrak-us-until-2026", "presence-qasrak-us-forces-denied-2026"},
        {"occurrence-establishment-of-cjtf-oir-wikipedia", "occurrence-establishment-of-cjtf-oir-history"},
        {"occurrence-signing-sofa-2008-record", "occurrence-signing-agreement-sofa-2008-ceremony"},
    ):
        assert frozenset(pair) in found


def test_no_two_are_said_to_be_in_full_control_of_one_base(data: Dataset) -> None:
    assert not [each for each in data.conflicts() if all(isinstance(claim, Control) for claim in each.claims)]


def test_every_handover_has_its_claims(data: Dataset) -> None:
    """Each event has an occurrence on a site, and somebody who controls that site from the same day on."""
    for event in {each.of for each in data.claims(Occurrence) if each.of.startswith("handover-")}:
        told = [each for each in data.claims(Occurrence, of=event) if each.modality is Modality.ASSERTED]
        assert told
        there = {claim.by for claim in data.claims(Participation, of=event)}
        for each in told:
            begun = [
                claim
                for claim in data.claims(Control, of=each.at[0], modality=Modality.ASSERTED)
                if claim.by in there and claim.period.start == each.period.start
            ]
            assert begun, each.id
            assert not {claim.by for claim in begun} & set(each.by), "who receives a base does not hand it over"


def test_the_sources_of_the_dataset_use_every_recipe() -> None:
    """And no handover is written out, but for the plan of one of which nothing else is said."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCES.glob("*.yaml")]
    used = {name for text in texts for name in re.findall(r"(?m)^  - recipe: (\S+)$", text)}
    assert used == set(RECIPES)
    written_out = {each for text in texts for each in re.findall(r"(?m)^  - id: (occurrence-handover-\S+)$", text)}
    assert written_out == {"occurrence-handover-al-asad-2011-planned"}
