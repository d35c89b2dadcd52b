"""Tables that somebody has saved otherwise than they were published: what they say is the same."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from oirmodel.importers import InvalidTable, importer, importer_for

SAMPLES: Final = Path(__file__).parent / "samples"
PUBLISHED: Final = {
    "centcom": ("centcom_first.csv", ","),
    "cjtf_oir": ("cjtf_oir.csv", ","),
    "dutch_mod": ("dutch_mod_20230330.csv", ";"),
    "airwars": ("airwars.csv", ","),
    "troopdata": ("troopdata_quarters.csv", ","),
}
Rows = list[list[str]]


def written(rows: Rows, delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def backwards(rows: Rows) -> Rows:
    return [list(reversed(row)) for row in rows]


def in_capitals(rows: Rows) -> Rows:
    return [[f" {each.upper().replace('_', ' ')}" for each in rows[0]], *rows[1:]]


SAVED: Final[dict[str, Callable[[Rows, str], bytes]]] = {
    "with semicolons": lambda rows, _: written(rows, ";"),
    "with commas": lambda rows, _: written(rows, ","),
    "with tabs": lambda rows, _: written(rows, "\t"),
    "with a byte order mark": lambda rows, usual: b"\xef\xbb\xbf" + written(rows, usual),
    "with other line ends": lambda rows, usual: written(rows, usual).replace(b"\r\n", b"\n"),
    "with columns in another order": lambda rows, usual: written(backwards(rows), usual),
    "with a header in capitals": lambda rows, usual: written(in_capitals(rows), usual),
}


@pytest.mark.parametrize("saved", SAVED.values(), ids=SAVED)
@pytest.mark.parametrize("name", PUBLISHED)
def test_a_table_saved_otherwise_says_the_same(name: str, saved: Callable[[Rows, str], bytes]) -> None:
    file, usual = PUBLISHED[name]
    content = (SAMPLES / file).read_bytes()
    with (SAMPLES / file).open(encoding="utf-8-sig", newline="") as opened:
        rows = [row for row in csv.reader(opened, delimiter=usual) if row]
    rows = [row for row in rows if len(row) == len(rows[0])]  # a row of another length has no other order
    again = io.BytesIO(saved(rows, usual))
    plain = io.BytesIO(written(rows, usual))
    again.name = plain.name = file
    assert importer_for(again).name == importer_for(io.BytesIO(content)).name == name
    read, expected = importer(name).read(again), importer(name).read(plain)
    assert (read.rows, read.placed, read.codes) == (expected.rows, expected.placed, expected.codes)
    assert read.dataset == expected.dataset


def test_a_file_that_says_it_is_utf_8_is_held_to_it() -> None:
    content = (
        "\ufeffcountryname,iso3c,basename,lat,lon,base,lilypad,fundedsite\n".encode() + b"Col\xf3nia,URY,,,,1,0,0\n"
    )
    with pytest.raises(InvalidTable, match="not UTF-8: the byte 0xf3"):
        importer("troopdata").read(io.BytesIO(content))
