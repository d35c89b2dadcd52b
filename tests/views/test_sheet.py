"""Where everything stands on a picture, and that the grades can be told apart without colour."""

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from oirmodel.query import Status
from oirmodel.testing import texts
from oirmodel.views import Bar, Block, Lane
from oirmodel.views.sheet import LEFT, RIGHT, WIDTH, Group, Stroke, Words, look_of, sheet_of, wrapped

GRADES = [(status, holds) for status in Status for holds in (True, False)]
CONTESTED_EITHER_WAY = {(Status.CONTESTED, True), (Status.CONTESTED, False)}


def bar(status: Status, first: Date | None = None, last: Date | None = None, *, holds: bool = True) -> Bar:
    return Bar(first=first, last=last, status=status, holds=holds)


def block(*bars: Bar, label: str = "Somebody", title: str = "A question", known_on: Date | None = None) -> Block:
    edges = {day for each in bars for day in (each.first, each.last and each.last.add(days=1)) if day is not None}
    lanes = (Lane(label=label, bars=bars),) if bars else ()
    return Block(title=title, lanes=lanes, edges=tuple(sorted(edges)), known_on=known_on)


def group(name: str, *blocks: Block) -> Group:
    return next(each for each in sheet_of(blocks).groups if each.name == name)


def words(found: Group) -> list[str]:
    return [each.text for each in found.marks if isinstance(each, Words)]


def strokes(found: Group) -> list[Stroke]:
    return [each for each in found.marks if isinstance(each, Stroke)]


def brightness(color: str) -> float:
    """The relative luminance of a colour (WCAG 2.2): what is left of it without colour."""
    parts = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("one", "other"), [each for each in combinations(GRADES, 2) if set(each) != CONTESTED_EITHER_WAY]
)
def test_grades_differ_without_colour(one: tuple[Status, bool], other: tuple[Status, bool]) -> None:
    """Two grades differ in pattern, in the dashes of the edge, in being a bar, a line or a blank: not in hue alone."""
    first, second = (look_of(bar(status, holds=holds)) for status, holds in (one, other))
    if first is None or second is None:
        assert (first is None, second is None) == (one[0] is Status.NO_EVIDENCE, other[0] is Status.NO_EVIDENCE)
        return
    without_colour = [(look.fill is None, look.pattern, look.dashes) for look in (first, second)]
    greys = [0.0 if look.fill is None else brightness(look.fill) for look in (first, second)]
    assert without_colour[0] != without_colour[1] or abs(greys[0] - greys[1]) > 0.3
    assert first.words != second.words


def test_no_evidence_is_blank() -> None:
    only = group("block-1-lane-1", block(bar(Status.NO_EVIDENCE, Date(2020, 1, 1), Date(2020, 1, 9))))
    assert strokes(only) == []


def test_a_day_is_where_the_axis_has_it() -> None:
    """Ten days lie side by side; each is a tenth of the width."""
    days = [bar(Status.DEFINITE, Date(2020, 1, day), Date(2020, 1, day)) for day in range(1, 11)]
    found = strokes(group("block-1-lane-1", block(*days)))
    tenth = (RIGHT - LEFT) / 10
    corners = [(each.lines[0][0].x, each.lines[0][1].x) for each in found]
    assert corners == [(LEFT + day * tenth, LEFT + (day + 1) * tenth) for day in range(10)]


def test_a_single_day_among_years_can_be_seen() -> None:
    years = bar(Status.POSSIBLE, Date(2000, 1, 1), Date(2009, 12, 31))
    one_day = bar(Status.DEFINITE, Date(2010, 1, 1), Date(2010, 1, 1))
    after = bar(Status.PRESUMED, Date(2010, 1, 2), Date(2020, 12, 31))
    found = [each for each in strokes(group("block-1-lane-1", block(years, one_day, after))) if each.fill]
    narrow = found[-1].lines[0]
    assert found[-1].fill == "#0b3c6f"
    assert narrow[1].x - narrow[0].x == pytest.approx(2.5, abs=0.02)


def test_a_sure_day_is_not_hidden_by_a_less_sure_one_beside_it() -> None:
    bars = [
        bar(Status.DEFINITE, Date(2010, 1, 1), Date(2010, 1, 1)),
        bar(Status.PRESUMED, Date(2010, 1, 2), Date(2010, 1, 2)),
        bar(Status.POSSIBLE, Date(2010, 1, 3), Date(2020, 12, 31)),
    ]
    found = [each.fill for each in strokes(group("block-1-lane-1", block(*bars))) if each.fill]
    assert found == ["#ffffff", "#a9cbe8", "#0b3c6f"]


def test_the_last_day_of_many_stays_on_the_sheet() -> None:
    bars = [
        bar(Status.POSSIBLE, Date(1900, 1, 1), Date(2019, 12, 31)),
        bar(Status.DEFINITE, Date(2020, 1, 1), Date(2020, 1, 1)),
    ]
    last = strokes(group("block-1-lane-1", block(*bars)))[-1].lines[0]
    assert (last[0].x, last[1].x) == (RIGHT - 2.5, RIGHT)


@pytest.mark.parametrize(
    ("first", "last", "arrows"),
    [
        (Date(2020, 1, 1), Date(2020, 1, 9), []),
        (Date(2020, 1, 1), None, [RIGHT + 9]),
        (None, Date(2020, 1, 9), [LEFT - 9]),
        (None, None, [LEFT - 9, RIGHT + 9]),
    ],
)
def test_an_arrow_says_that_it_goes_on(first: Date | None, last: Date | None, arrows: list[float]) -> None:
    found = strokes(group("block-1-lane-1", block(bar(Status.DEFINITE, first, last))))
    assert [each.lines[0][1].x for each in found if each.color is None] == arrows
    assert (found[0].lines[0][0].x, found[0].lines[0][1].x) == (LEFT, RIGHT)


def test_what_was_always_so_is_drawn_without_an_axis() -> None:
    sheet = sheet_of([block(bar(Status.DEFINITE))])
    assert [each.name for each in sheet.groups] == ["block-1", "block-1-lane-1", "legend"]


def test_a_block_with_nothing_to_show_says_so() -> None:
    assert words(group("block-1", block(title="Who owned it"))) == ["Who owned it", "nothing speaks to it"]


def test_the_legend_names_the_grades_that_occur() -> None:
    bars = [
        bar(Status.PRESUMED, Date(2020, 1, 1), Date(2020, 1, 9)),
        bar(Status.POSSIBLE, Date(2020, 1, 10), None, holds=False),
    ]
    assert words(group("legend", block(*bars))) == ["presumed", "possibly not", "blank: no evidence"]


def test_the_legend_of_all_grades_stays_on_the_sheet() -> None:
    bars = [bar(status, Date(2020, 1, 1), None, holds=holds) for status, holds in GRADES]
    legend = group("legend", block(*bars))
    assert words(legend) == [
        "definite",
        "presumed",
        "possible",
        "contested",
        "definitely not",
        "presumably not",
        "possibly not",
        "blank: no evidence",
    ]
    assert max(each.at.x for each in legend.marks if isinstance(each, Words)) < WIDTH - 100


@pytest.mark.parametrize(("known", "side"), [(Date(2020, 1, 2), 1), (Date(2020, 12, 30), -1)])
def test_the_day_from_which_is_looked_back_is_marked(known: Date, side: int) -> None:
    """A line stands at the end of that day, and its text beside it on the sheet."""
    whole = block(bar(Status.DEFINITE, Date(2020, 1, 1), Date(2020, 12, 31)), known_on=known)
    found = group("block-1", whole)
    line = strokes(found)[0].lines[0]
    text = next(each for each in found.marks if isinstance(each, Words) and each.text.startswith("known"))
    assert line[0].x == line[1].x == pytest.approx(LEFT + (known.day_of_year / 366) * (RIGHT - LEFT), abs=0.01)
    assert text.text == f"known {known.isoformat()}"
    assert (text.at.x - line[0].x) * side > 0
    assert LEFT < text.at.x < RIGHT - 80


def test_a_long_name_takes_more_lines_and_no_neighbour_is_covered() -> None:
    long = " ".join(["Battalion"] * 30)
    days = (Date(2020, 1, 1), Date(2020, 1, 9))
    two = Block(
        title="A question",
        lanes=(
            Lane(label=long, bars=(bar(Status.DEFINITE, *days),)),
            Lane(label="Short", bars=(bar(Status.DEFINITE, *days),)),
        ),
        edges=days,
        known_on=None,
    )
    first, second = group("block-1-lane-1", two), group("block-1-lane-2", two)
    assert " ".join(words(first)) == long
    assert max(each.at.y for each in first.marks if isinstance(each, Words)) < min(
        each.at.y for each in second.marks if isinstance(each, Words)
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("one two three", ("one two", "three")),
        ("abcdefghijkl", ("abcdefghi", "jkl")),
        ("one abcdefghijkl", ("one", "abcdefghi", "jkl")),
        ("一二三四五", ("一二三四", "五")),
        ("قاعدة عين الأسد", ("قاعدة عين", "الأسد")),
    ],
)
def test_lines_are_so_long_at_most(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 9) == lines


@given(texts(), st.integers(min_value=2, max_value=40))
def test_wrapping_loses_nothing(text: str, columns: int) -> None:
    """The lines hold every character but white space, in order, and none is longer than it may be."""
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        wide = sum(
            2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line if not unicodedata.combining(each)
        )
        assert wide <= columns
