from pathlib import Path

import pytest

from tests.cli.asking import run, small_file
from tests.cli.small import ARRAYS, claim, named


@pytest.fixture
def data(tmp_path: Path) -> str:
    persons = [named("a-general", "Sean McFarland"), named("another", "Sean MacFarland"), named("third", "James Terry")]
    postings = [
        claim("held-1", "src-odd", "2025-01-07", ("2025-01-01", "2025-03-01"), of="commander", by="another"),
        claim("held-2", "src-odd", "2025-01-07", ("2025-02-01", "2025-04-01"), of="commander", by="third"),
    ]
    posts = [{**each, "single": True} for each in ARRAYS["posts"][1]]
    return small_file(tmp_path, persons=persons, posts=posts, postings=postings)


def test_pairs_with_their_reasons(data: str) -> None:
    said = run("look-alikes", "--data", data, "--kind", "person", columns=100)
    assert said == (
        0,
        """\
2 pairs in small that may be one thing

1. Sean McFarland and Sean MacFarland
  a-general and another
  for: their names are alike: 'Sean McFarland' and 'Sean MacFarland'; 'mcfarland' may be
    'macfarland' spelt otherwise

2. Sean MacFarland and James Terry
  another and third
  for: they are said to have held one single post, The command, on the same days
    held-1: posting: The command, Sean MacFarland; from 2025-01-01 to 2025-03-01; reported
      2025-01-07, in "[bold]Odd[/bold] \\u202etitle over two lines"
    held-2: posting: The command, James Terry; from 2025-02-01 to 2025-04-01; reported 2025-01-07,
      in "[bold]Odd[/bold] \\u202etitle over two lines"
""",
        "",
    )


def test_of_one_entity_in_a_view(data: str) -> None:
    said = run("look-alikes", "third", "--data", data, "--only", "articles")
    assert (said.code, said.out) == (0, "No two entities in small that may be one thing (only articles)\n")


def test_names_like_one_that_nothing_has(data: str) -> None:
    said = run("look-alikes", "Jeames Terry", "--data", data)
    assert said == (
        0,
        """\
Nothing has the id or name 'Jeames Terry'; names like it:

third
  their names are alike: 'Jeames Terry' and 'James Terry'; 'jeames' may be
    'james' spelt otherwise
""",
        "",
    )


def test_json(data: str) -> None:
    said = run("look-alikes", "third", "--data", data, "--json")
    content = said.json
    assert {key: content[key] for key in ("of", "kind", "names", "dataset")} == {
        "of": "third",
        "kind": None,
        "names": [],
        "dataset": "small",
    }
    ((proposal,),) = (content["proposals"],)
    assert [each["id"] for each in proposal["pair"]] == ["another", "third"]
    assert [(each["sign"], [claim["id"] for claim in each["claims"]]) for each in proposal["reasons"]] == [
        ("post", ["held-1", "held-2"])
    ]
    assert (proposal["against"], proposal["score"]) == ([], 0.5)
    near = run("look-alikes", "Sean McFarlane", "--data", data, "--json").json
    assert near["proposals"] == []
    assert [(each["id"], each["name"]) for each in near["names"]] == [
        ("a-general", "Sean McFarland"),
        ("another", "Sean MacFarland"),
    ]


def test_a_name_like_no_other_is_unknown(data: str) -> None:
    said = run("look-alikes", "Xyzzy", "--data", data)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("oirmodel: no ")
