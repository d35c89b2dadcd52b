"""Which ids are one thing, where some say that they are and others that they are not."""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import Assessment, Claim, DifferentFrom, SameAs
from oirmodel.dataset import Records
from oirmodel.entities import Force
from tests.making import FEW, claim, make

IDS: Final = tuple("abcdef")
PAIRS: Final = tuple(combinations(IDS, 2))


def same(pair: str, an_id: str = "", **fields: object) -> SameAs:
    return claim(SameAs, id=an_id or f"same-{pair}", one=pair[0], other=pair[1], **fields)


def different(pair: str, an_id: str = "", **fields: object) -> DifferentFrom:
    return claim(DifferentFrom, id=an_id or f"different-{pair}", one=pair[0], other=pair[1], **fields)


def groups(*claims: Claim) -> list[str]:
    """The ids that are one, each group as a word."""
    return words(Records(claims=claims))


def words(records: Records) -> list[str]:
    joined = records.joined
    return sorted("".join(sorted(each for each in joined if joined[each] == one)) for one in {*joined.values()})


def test_what_is_said_to_be_two_is_not_joined() -> None:
    assert groups(same("ab")) == ["ab"]
    assert groups(same("ab"), different("ab")) == []
    assert groups(same("ab"), different("ba")) == []


def test_nor_by_way_of_others() -> None:
    """Of a = b and b = c and "a is not c" one is wrong, and nobody knows which."""
    assert groups(same("ab"), same("bc")) == ["abc"]
    assert groups(same("ab"), same("bc"), different("ac")) == []


def test_what_hangs_on_a_contradicted_chain_by_its_side_stays_joined() -> None:
    assert groups(same("ab"), same("bc"), same("be"), same("cd"), different("ac")) == ["be", "cd"]


def test_of_names_of_one_thing_only_those_that_are_disputed_fall_away() -> None:
    """All are names of a; that c is not d says nothing of b, e and f."""
    hub = (same("ab"), same("ac"), same("ad"), same("ae"), same("af"))
    assert groups(*hub, different("cd")) == ["abef"]


def test_every_chain_between_the_two_is_contradicted() -> None:
    round_about = (same("ab"), same("bc"), same("cd"), same("da"), same("ef"))
    assert groups(*round_about, different("ac")) == ["ef"]
    assert groups(*round_about, same("ac"), different("ac")) == ["ef"]


def test_a_difference_from_a_third_parts_nothing() -> None:
    assert groups(same("ab"), different("ac")) == ["ab"]
    assert groups(same("ab"), same("cd"), different("ac")) == ["ab", "cd"]


def test_a_denied_same_as_parts_as_a_difference_does() -> None:
    assert groups(same("ab"), same("bc"), same("ac", "denied", modality="denied")) == []


def test_a_denied_difference_does_not_join() -> None:
    assert groups(different("ab", modality="denied")) == []


def test_a_difference_that_somebody_denies_still_parts() -> None:
    assert groups(same("ab"), different("ab"), different("ab", "denied", modality="denied")) == []


@pytest.mark.parametrize("modality", ["alleged", "assessed", "planned", "predicted"])
def test_what_does_not_count_in_full_neither_joins_nor_parts(modality: str) -> None:
    assert groups(same("ab", modality=modality)) == []
    assert groups(same("ab"), different("ab", modality=modality)) == ["ab"]
    assert groups(same("ab"), same("bc", modality=modality), different("ac")) == ["ab"]


@pytest.mark.parametrize("tie", ["retracts", "supersedes", "corrects"])
def test_what_was_taken_back_neither_joins_nor_parts(tie: str) -> None:
    taken_back = claim(
        Assessment, id="taken-back", of="a", judgement="a new look", reported="2026-03-01", **{tie: ["old"]}
    )
    joined = Records(claims=[same("ab", "old"), taken_back])
    assert (words(joined), words(joined.as_known(on="2026-02-01"))) == ([], ["ab"])
    parted = Records(claims=[same("ab"), different("ab", "old"), taken_back])
    assert (words(parted), words(parted.as_known(on="2026-02-01"))) == (["ab"], [])


def test_each_view_has_its_own() -> None:
    told = Records(claims=[same("ab", reported="2026-01-10"), different("ab", reported="[2026-01-20..2026-01-25]")])
    assert [words(told.as_known(on=f"2026-01-{day}")) for day in ("09", "10", "22", "25")] == [[], ["ab"], ["ab"], []]
    assert words(told.trusting(lambda each: each.kind == "same_as")) == ["ab"]


def test_two_placeholders_are_not_linked() -> None:
    unnamed = [make(Force, id=each, placeholder=True) for each in "ab"]
    assert words(Records(entities=unnamed, claims=[same("ab"), same("bc")])) == ["bc"]


def test_a_contradiction_tells_the_chain() -> None:
    found = Records(
        claims=[same("ab"), same("ba", "again"), same("bc"), same("cd"), same("ad"), same("de"), different("ac")]
    ).identities.contradictions
    (one,) = found
    assert one.ids == ("a", "b", "c")
    assert [[each.id for each in link] for link in one.chain] == [["again", "same-ab"], ["same-bc"]]
    assert [each.id for each in one.partings] == ["different-ac"]
    assert [each.id for each in one.beside] == ["same-ad", "same-cd"]


def ways(links: frozenset[str], here: str, there: str, seen: str = "") -> Iterator[frozenset[str]]:
    """Every way from one id to another that comes by no id twice, as the set of its links."""
    if here == there:
        yield frozenset()
        return
    for link in links:
        if here in link and (step := link.replace(here, "")) not in seen:
            for rest in ways(links, step, there, seen + here):
                yield rest | {link}


def tied(links: Iterable[str]) -> list[str]:
    """The groups that links tie together, each as a word."""
    found = [set(each) for each in links]
    for each in IDS:
        touching = [group for group in found if each in group]
        found = [group for group in found if each not in group] + ([set().union(*touching)] if touching else [])
    return sorted("".join(sorted(group)) for group in found)


drawn_pairs = st.frozensets(st.sampled_from([one + other for one, other in PAIRS]), max_size=7)


@given(drawn_pairs, st.frozensets(st.sampled_from([one + other for one, other in PAIRS]), max_size=3))
def test_a_link_joins_unless_it_is_of_a_chain_between_two_that_are_parted(
    links: frozenset[str], partings: frozenset[str]
) -> None:
    """As found by walking every chain."""
    refused = {link for pair in partings for way in ways(links, pair[0], pair[1]) for link in way}
    assert groups(*map(same, links), *map(different, partings)) == tied(links - refused)


@FEW
@given(drawn_pairs, drawn_pairs, st.randoms(use_true_random=False))
def test_two_that_are_parted_are_never_joined_in_whatever_order_that_is_said(
    links: frozenset[str], partings: frozenset[str], chance: Random
) -> None:
    """And the order of the claims, and of the two ids in each, makes no difference."""
    told: list[Claim] = [*map(same, sorted(links)), *map(different, sorted(partings))]
    found = groups(*told)
    assert not any(set(pair) <= set(group) for pair in partings for group in found)
    turned: list[Claim] = [*(different(each[::-1]) for each in partings), *(same(each[::-1]) for each in links)]
    chance.shuffle(turned)
    assert groups(*turned) == found


@given(drawn_pairs, drawn_pairs, st.sampled_from([one + other for one, other in PAIRS]))
def test_one_more_difference_joins_nothing(links: frozenset[str], partings: frozenset[str], more: str) -> None:
    """What is joined with it was joined without it."""
    told = [*map(same, links), *map(different, partings)]
    before = groups(*told)
    assert all(any(set(group) <= set(each) for each in before) for group in groups(*told, different(more, "more")))


@given(drawn_pairs, drawn_pairs)
def test_the_chains_that_are_told_are_there(links: frozenset[str], partings: frozenset[str]) -> None:
    """Each leads from one of the two to the other; and they and what is beside them are just what joins nothing."""
    identities = Records(claims=[*map(same, links), *map(different, partings)]).identities
    refused: set[str] = set()
    for each in identities.contradictions:
        assert each.ids[0] + each.ids[-1] in partings
        first = [claims[0] for claims in each.chain]
        assert [{claim.one, claim.other} for claim in first] == [set(pair) for pair in pairwise(each.ids)]
        refused |= {claim.one + claim.other for claim in (*first, *each.beside)}
    assert tied(links - refused) == groups(*map(same, links), *map(different, partings))
