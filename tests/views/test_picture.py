"""Pictures as they come out: SVG that is the same everywhere, and true to the answers, whatever the names."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import pytest
from hypothesis import given

from oirmodel.datasets import load
from oirmodel.entities import Force
from oirmodel.errors import InvalidQuestion
from oirmodel.names import Name
from oirmodel.query import Segment, Status, Timeline
from oirmodel.testing import names
from oirmodel.views import Picture, timeline
from oirmodel.views.sheet import LEFT, RIGHT
from tests.making import FEW, make
from tests.query.building import control, data, presence
from tests.query.worlds import DAYS, Jumble, day, jumbles
from tests.views.reading import Drawn, lanes, root, texts

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "snapshots" / "views" / "small.svg"
SMALL = data(
    control("us", "2019-11/2020-03", id="control-us"),
    control("iraq", "[2020-03-05..2020-04-01]/..", reported="2020-05-01", id="control-iraq"),
    control("isis", "2020-04-10/2020-04-20", id="control-isis"),
    presence("us", "2019-12-05/2020-01-10", reported="2020-01-20", id="presence-us"),
    presence("coalition", "2020-02-01/..", modality="alleged", reported="2020-02-05", id="presence-alleged"),
)


def small() -> Picture:
    """Every grade but a possible no, two timelines, and a day from which is looked back."""
    return timeline(
        SMALL.history("control", "عين الأسد", during="2019-10/2020-06"),
        SMALL.as_known(on="2020-05-05").history("presence", "al-asad", during="2019-12/2020-06"),
    )


def test_the_picture_is_this() -> None:
    """The bytes are the same on every machine, from matplotlib 3.10 on."""
    assert small().svg == GOLDEN.read_text(encoding="utf-8")


def test_the_picture_in_the_docs_is_current() -> None:
    """It is that of the lines above it in ``docs/how-to/picture.md``; ``save`` writes it anew."""
    articles = load("inherent-resolve").only("articles")
    picture = timeline(articles.history("control", "Al-Asad"), articles.history("presence", "Iraq"))
    assert picture.svg == (ROOT / "docs" / "how-to" / "picture.svg").read_text(encoding="utf-8")


PRINTING = """
import hashlib
from tests.views.test_picture import small
print(hashlib.sha256(small().svg.encode()).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_with_other_settings_draws_the_same(seed: str, tmp_path: Path) -> None:
    """Neither the hash seed, nor a matplotlibrc, nor the place where it runs, changes a byte."""
    settings = tmp_path / "matplotlibrc"
    settings.write_text(
        "font.family: serif\nsvg.fonttype: path\nlines.linewidth: 9\nsavefig.bbox: tight\nfigure.dpi: 300\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", PRINTING],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "MATPLOTLIBRC": str(settings),
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
        },
    )
    assert done.stdout.split() == [hashlib.sha256(small().svg.encode()).hexdigest()], done.stderr


def test_the_settings_of_matplotlib_stay_as_they_are() -> None:
    before = dict(mpl.rcParams)
    with mpl.rc_context({"svg.fonttype": "path", "font.sans-serif": ["Other"], "axes.facecolor": "red"}):
        changed = dict(mpl.rcParams)
        assert small().svg == GOLDEN.read_text(encoding="utf-8")
        assert dict(mpl.rcParams) == changed
    assert dict(mpl.rcParams) == before


def test_no_state_of_pyplot_is_touched() -> None:
    code = "import sys; import oirmodel.views; print('matplotlib.pyplot' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == "False\n"


@FEW
@given(jumbles())
def test_every_day_is_drawn_as_the_question_of_that_day_is_answered(jumble: Jumble) -> None:
    """Read back from the SVG, each lane has on each day the grade of its value, and nothing where there is none."""
    dataset, question = jumble.dataset, jumble.question
    for site in question.sites:
        picture = timeline(dataset.history(question.kind, site, during=f"{day(DAYS[0])}/{day(DAYS[-1])}"))
        drawn = dict(lanes(picture.svg))
        for moment in DAYS:
            answer = question.ask(dataset, site, on=day(moment))
            expected = {dataset.label(str(each.value)): (each.status.value, each.holds) for each in answer.candidates}
            got = {label: each[:2] for label, bars in drawn.items() for each in bars if covers(each, moment)}
            assert got == expected


def covers(drawn: Drawn, moment: int) -> bool:
    """Whether the middle of a day lies inside what is drawn."""
    x = LEFT + (moment - DAYS[0] + 0.5) / len(DAYS) * (RIGHT - LEFT)
    return drawn.left < x < drawn.right


HOSTILE = [
    "<script>alert(1)</script>",
    "</svg><img src=x onerror=alert(1)>",
    "$\\frac{1}{0}$ and $$",
    "a & b &amp; \"c\" 'd'",
    "]]> <!-- --> <![CDATA[",
    "عين الأسد",
    "قاعدة $5 <b>",
    "基地名称非常长" * 10,
    "\u200fمعسكر\u200e 3",
    "%s {0} \\n \\u0041",
    "x" * 500,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_whatever_stands_in_it(name: str) -> None:
    """It stands in the picture letter for letter, and adds no element to it."""
    plain, odd = (
        data(control("odd", "2020-01-01/2020-01-09")).plus(make(Force, id="odd", names=[Name(text=text)]))
        for text in ("plain", name)
    )
    picture = timeline(odd.history("control", "al-asad"))
    assert "".join(lanes(picture.svg)[0][0].split()) == "".join(name.split())
    tags = {each.tag for each in root(picture.svg).iter()}
    assert tags == {each.tag for each in root(timeline(plain.history("control", "al-asad")).svg).iter()}


@FEW
@given(names())
def test_any_name_can_be_drawn(name: Name) -> None:
    """The picture is well-formed, and the name is in it, but for white space."""
    odd = data(control("odd", "2020-01-01/2020-01-09")).plus(make(Force, id="odd", names=[name]))
    label = lanes(timeline(odd.history("control", "al-asad")).svg)[0][0]
    assert "".join(label.split()) == "".join(name.text.split())


def test_two_hundred_segments_are_drawn() -> None:
    claims = [
        control(who, f"{year}-{month:02}", id=f"c-{year}-{month}")
        for year in range(2000, 2009)
        for month in range(1, 13)
        for who in ("us" if month % 2 else "isis",)
    ]
    history = data(*claims).history("control", "al-asad")
    assert len(history.segments) > 200
    picture = timeline(history)
    drawn = [bars for _, bars in lanes(picture.svg)]
    assert [len(bars) for bars in drawn] == [len(lane.bars) for lane in picture.blocks[0].lanes]
    assert all(LEFT <= each.left < each.right <= RIGHT for bars in drawn for each in bars)


def test_a_window_of_one_day_fills_the_width() -> None:
    history = data(control("us", "2020-01-01/2020-01-09")).history("control", "al-asad", during="2020-01-05")
    assert lanes(timeline(history).svg) == [
        ("US forces", [Drawn(status="definite", holds=True, left=LEFT, right=RIGHT)])
    ]


def test_what_was_always_so_has_no_days_on_its_axis() -> None:
    segment = Segment(first=None, last=None, status=Status.NO_EVIDENCE, value=None, candidates=())
    picture = timeline(Timeline(question="Always?", segments=(segment,), records=data()))
    assert texts(picture.svg) == ["Always?", "nothing speaks to it", "blank: no evidence"]


def test_what_would_act_on_a_terminal_or_reorder_a_line_is_an_escape() -> None:
    """Names cannot hold it; a timeline of somebody's own making may."""
    picture = timeline(Timeline(question="a\x1b[31m \u202eb", segments=(), records=data()))
    shown = "a\\x1b[31m \\u202eb"
    assert texts(picture.svg)[0] == root(picture.svg)[0].text == shown
    assert picture.explain() == f"{shown}\n  nothing speaks to it"


def test_an_empty_history_says_that_nothing_speaks_to_it() -> None:
    assert texts(timeline(data().history("control", "al-asad")).svg) == [
        "History of control, Al-Asad Airbase",
        "nothing speaks to it",
        "blank: no evidence",
    ]


def test_the_title_and_the_description_tell_what_is_drawn() -> None:
    picture = small()
    top = root(picture.svg)
    assert top[0].tag == "{http://www.w3.org/2000/svg}title"
    assert top[0].text == "; ".join(block.title for block in picture.blocks)
    description = next(each for each in top.iter("{http://purl.org/dc/elements/1.1/}description"))
    assert description.text == picture.explain() == str(picture)


def test_a_picture_names_no_machine_no_day_of_drawing_and_no_version() -> None:
    told = {each.tag.split("}")[1] for each in root(small().svg).iter() if "purl.org" in each.tag}
    assert told == {"type", "title", "description", "format"}


def test_a_notebook_shows_the_svg_itself() -> None:
    picture = small()
    assert picture._repr_svg_() == picture.svg  # what IPython calls
    assert picture.svg.startswith("<svg ")
    assert "svg" not in repr(picture)


def test_a_picture_is_saved_whole(tmp_path: Path) -> None:
    target = tmp_path / "picture.svg"
    target.write_text("old")
    small().save(target)
    assert target.read_bytes() == GOLDEN.read_bytes()
    assert list(tmp_path.iterdir()) == [target]


def test_a_picture_that_cannot_be_saved_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "no space left on device")

    target = tmp_path / "picture.svg"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        small().save(target)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_a_picture_is_not_saved_under_another_format(tmp_path: Path) -> None:
    with pytest.raises(InvalidQuestion, match=r"expected a path that ends in \.svg, not '.*picture\.png'"):
        small().save(tmp_path / "picture.png")
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_draw_is_an_error() -> None:
    with pytest.raises(InvalidQuestion, match=r"nothing to draw: expected one timeline or more, as history\(\) gives"):
        timeline()


def test_something_that_is_no_timeline_is_an_error() -> None:
    with pytest.raises(InvalidQuestion, match=r"expected timelines, as history\(\) gives them, not <Dataset"):
        timeline(data())  # type: ignore[arg-type]


def test_without_matplotlib_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['matplotlib'] = None; import oirmodel.views"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8")
    assert "ImportError: oirmodel.views needs matplotlib: pip install 'oirmodel[plot]'" in done.stderr
