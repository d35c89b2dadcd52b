"""The page on what the public record disputes."""

from docs import disputes
from oirmodel import load


def test_the_page_is_what_the_generator_writes() -> None:
    assert disputes.PAGE.read_text(encoding="utf-8") == disputes.page(load("inherent-resolve"))


def test_what_the_sources_disagree_about_is_told() -> None:
    page = disputes.page(load("inherent-resolve"))
    for claim in (
        "presence-al-tanf-us-forces-until-2026-centcom",  # 11 February 2026, or the 12th
        "presence-iraq-us-forces-until-2011-12-18",  # or 16 December
        "occurrence-signing-agreement-sofa-2008-ceremony",  # 14 December 2008, or 17 November
        "occurrence-establishment-of-cjtf-oir-history",  # 17 October 2014, or the 10th
    ):
        assert f"`{claim}`" in page


def test_the_articles_agree_among_themselves() -> None:
    page = disputes.page(load("inherent-resolve").only("articles"))
    assert page.startswith("# Disputes")
    assert "- presence" not in page
    assert page.endswith("The checks find nothing.\n")
