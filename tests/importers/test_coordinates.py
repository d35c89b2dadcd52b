"""Positions in the military grid, held against GeoTrans, from whose C code these pairs are, and Zulu time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.importers._dutch.zulu import Moment, day_of, minute_of
from oirmodel.importers._reading.coordinates import in_words, metres_apart, square_of

# Each reference is what GeoTrans 2.4.2 (the package mgrs 1.6.0 of PyPI) gives for the position.
REFERENCES = [
    ("38SKF4999949999", 36.562743, 42.206496),
    ("37SFU8339907999", 34.397177, 40.995157),
    ("30NUF9135000000", 0.0, -3.976359),
    ("56HLH3434552279", -33.8568, 151.2093),
    ("18SUJ2339407395", 38.8977, -77.0365),
    ("32VLL7632372765", 59.2757, 6.8297),
    ("32VKN9723000510", 60.39, 5.32),
    ("33XWG1474283003", 78.22, 15.6469),
    ("60GXR9152114176", -45.0, 179.43),
]
"""South of the equator, on it, in Norway and Svalbard, and at the edges of zones."""


@pytest.mark.parametrize(("reference", "latitude", "longitude"), REFERENCES)
def test_a_reference_is_the_corner_of_its_square(reference: str, latitude: float, longitude: float) -> None:
    square = square_of(reference)
    assert square is not None
    assert metres_apart(square.latitude, square.longitude, latitude, longitude) < 1.5
    assert square.side_m == 1


@pytest.mark.parametrize(
    ("reference", "side"), [("38SKF", 100_000), ("38skf 5 5", 10_000), ("38S KF 500 500", 100), ("38SKF50005000", 10)]
)
def test_the_side_is_as_long_as_the_digits_say(reference: str, side: int) -> None:
    square = square_of(reference)
    assert square is not None
    assert square.side_m == side


@pytest.mark.parametrize(
    "text",
    [
        *("", "ND", "38", "38SIF500500", "38SKF50050", "61SKF500500", "0SKF500500", "38SAF500500", "38SKZ500500"),
        *("YXK", "38SKF 500 500 500 5000", "38CKF500500x", "36.56, 42.2"),
    ],
)
def test_what_is_no_reference_is_none(text: str) -> None:
    assert square_of(text) is None


@given(
    st.integers(1, 60),
    st.sampled_from("CDEFGHJKLMNPQRSTUVWX"),
    st.tuples(st.integers(0, 7), st.integers(0, 19)),
    st.integers(0, 99_999),
    st.integers(0, 99_999),
)
def test_a_square_lies_in_its_band_and_within_what_holds_it(
    zone: int, band: str, square: tuple[int, int], east: int, north: int
) -> None:
    """A square of a metre lies in that of 100 metres whose digits it begins with."""
    letters = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3][square[0]] + "ABCDEFGHJKLMNPQRSTUV"[square[1]]
    fine = square_of(f"{zone}{band}{letters}{east:05}{north:05}")
    coarse = square_of(f"{zone}{band}{letters}{east:05}"[:-2] + f"{north:05}"[:3])
    if fine is None or coarse is None:
        return  # the letters of the row lie in another band
    assert metres_apart(fine.latitude, fine.longitude, coarse.latitude, coarse.longitude) <= coarse.diagonal_m * 1.006


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ((0, 0), (0, 1), 111_195),
        ((33, 44), (33, 44), 0),
        ((0, 179.5), (0, -179.5), 111_195),
        ((90, 0), (-90, 9), 20_015_115),
    ],
)
def test_the_distance_of_two_positions(one: tuple[float, float], other: tuple[float, float], metres: int) -> None:
    assert metres_apart(*one, *other) == pytest.approx(metres, abs=1)


def test_positions_on_four_sides_of_the_equator_and_greenwich_are_four() -> None:
    assert len({in_words(north * 5, east * 5) for north in (1, -1) for east in (1, -1)}) == 4


@pytest.mark.parametrize(
    "text", ["7-Oct-14", "07-OCT-2014", "7 october 2014", "7/oct/14", "7-Oct.-14", "2014-10-07", "7.Oct.14"]
)
def test_a_day_with_the_name_of_its_month(text: str) -> None:
    assert day_of(text) == dt.date(2014, 10, 7)


def test_september_has_two_abbreviations() -> None:
    assert day_of("5-sep-15") == day_of("5-Sept-15") == dt.date(2015, 9, 5)


@pytest.mark.parametrize(
    "text", ["", "7-10-14", "10/7/2014", "31-jun-15", "7-okt-14", "Oct-14", "7-Oct-114", "20141007", "31-dec-9999"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(("text", "minute"), [("00:00", 0), ("6:20", 380), ("23:59:00", 1439), ("0620z", 380)])
def test_a_time_of_day(text: str, minute: int) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize("text", ["24:00", "12:60", "12", "noon", "12:0", "620"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert minute_of(text) is None


@pytest.mark.parametrize(
    ("minute", "zone", "local"),
    [
        (22 * 60 + 30, "Asia/Baghdad", "2018-07-11"),
        (20 * 60 + 59, "Asia/Baghdad", "2018-07-10"),
        (21 * 60 + 30, "Asia/Damascus", "2018-07-11"),
        (None, "Asia/Damascus", "[2018-07-10..2018-07-11]"),
        (12 * 60, None, "[2018-07-10..2018-07-11]"),
    ],
)
def test_the_local_day_of_a_moment(minute: int | None, zone: str | None, local: str) -> None:
    assert str(Moment(dt.date(2018, 7, 10), minute).local(zone)) == local


def test_damascus_had_another_time_in_winter() -> None:
    assert str(Moment(dt.date(2018, 12, 10), 21 * 60 + 30).local("Asia/Damascus")) == "2018-12-10"
