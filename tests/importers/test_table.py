import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.importers import InvalidTable, Told
from oirmodel.importers.table import LONGEST_ROW, Table, encoding_of, header_of


def table(content: bytes, **options: str) -> Table:
    return Table(io.BytesIO(content), **options)  # type: ignore[arg-type]  # of the delimiter alone


def cells(content: bytes) -> list[list[str]]:
    return [list(row.cells) for row in table(content)]


def refusal(content: bytes) -> str:
    with pytest.raises(InvalidTable) as refused:
        list(table(content))
    return str(refused.value)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(end: str, mark: str) -> None:
    read = table((mark + end.join(["a,b", '1,"x, y"', "2,z"])).encode())
    assert read.header == ("a", "b")
    assert [list(row.cells) for row in read] == [["1", "x, y"], ["2", "z"]]


def test_rows_know_where_they_stand() -> None:
    rows = list(table(b'a,b\n1,"two\nlines"\n\n3,4\n'))
    assert [(row.number, row.line, row.locator) for row in rows] == [(1, 3, "table, row 1"), (2, 5, "table, row 2")]
    assert rows[0].cells == ["1", "two\nlines"]


def test_a_row_of_another_length_is_handed_out() -> None:
    assert cells(b"a,b\n1\n1,2,3\n") == [["1"], ["1", "2", "3"]]


def test_empty_lines_are_no_rows_and_no_header() -> None:
    read = table(b"\n\r\na,b\n\n1,2\n\n")
    assert read.header == ("a", "b")
    assert [row.number for row in read] == [1]


def test_a_header_alone_has_no_rows() -> None:
    assert cells(b"a,b\n") == []


def test_another_delimiter_and_columns_without_a_header() -> None:
    read = Table(io.BytesIO("1;é\n".encode()), delimiter=";", columns=("a", "b"))
    assert read.columns("b") == (1,)
    assert [row.cells for row in read] == [["1", "é"]]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "table, line 1: the file is empty; expected a header"),
        (b"\n\n", "table, line 1: the file is empty; expected a header"),
        (b"\xef\xbb\xbf", "table, line 1: the file is empty; expected a header"),
        (b"a,b, a\n", "table, line 1: the column 'a' stands twice in the header"),
        (b'a,b\n1,2\n3,"4\n5,6\n', "table, line 3: a quotation mark in the row that begins here is never closed"),
        (b'a,b\n1,"2"3\n', "table, line 2: not a table: ',' expected after '\"', in the row that begins here"),
        ("a,b\n".encode("utf-16-le"), "table, line 1: not UTF-8: there are NULs, as in UTF-16; convert the file first"),
        (
            "a,b\n".encode("utf-16"),
            "table, line 1: not UTF-8: the byte 0xff in or after this line; convert the file first",
        ),
        (b"a,b\n1,\xe9\n", "table, line 1: not UTF-8: the byte 0xe9 in or after this line; convert the file first"),
    ],
)
def test_what_is_no_table_says_why(content: bytes, reason: str) -> None:
    assert refusal(content) == reason


def test_columns_without_a_name_may_be_several() -> None:
    assert table(b",a,\n").header == ("", "a", "")


def test_a_nul_in_a_row_is_handed_out() -> None:
    """Whoever reads the row says what is wrong with it, and the other rows are not lost."""
    assert cells(b"a,b\n1,\x00\n3,4\n") == [["1", "\x00"], ["3", "4"]]


def test_a_quotation_mark_that_is_never_closed_does_not_fill_the_memory() -> None:
    line = b"x" * 99 + b"\n"
    endless = io.BytesIO(b'a\n"' + line * (LONGEST_ROW // 50))
    with pytest.raises(InvalidTable, match="line 2: "):
        list(Table(endless))
    assert endless.tell() < LONGEST_ROW * 1.1


def test_a_line_that_never_ends_is_refused() -> None:
    reason = "table, line 2: a row of 1,000,000 characters or more begins here; is a quotation mark never closed?"
    assert refusal(b"a\n" + b"x," * LONGEST_ROW) == reason


def test_the_limit_of_cells_is_left_as_the_program_has_it() -> None:
    before = csv.field_size_limit()
    rows = iter(table(b"a\n1\n2\n"))
    next(rows)
    assert csv.field_size_limit() == before


def test_missing_columns_are_all_named() -> None:
    with pytest.raises(InvalidTable, match="there is no column 'c', 'd'; there are a, b"):
        table(b"a,b\n").columns("a", "c", "d")


def test_a_path_and_an_open_file_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    path.write_bytes(b"a\n1\n")
    with path.open("rb") as opened:
        assert list(Table(opened)) == list(Table(str(path))) == list(Table(path))
        assert not opened.closed


def test_a_file_that_cannot_be_sought_is_read_and_its_progress_has_no_bytes() -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    told: list[Told] = []
    rows = list(Table(Stream(b"a\n1\n2\n"), progress=told.append))
    assert [row.cells for row in rows] == [["1"], ["2"]]
    assert told == [Told("table", 2, None, None)]
    with pytest.raises(InvalidTable, match="cannot be read twice"):
        header_of(Stream(b"a\n1\n"))


def test_a_file_inside_an_archive_is_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("folder/some.csv", "a\n1\n")
    with zipfile.ZipFile(packed) as archive, archive.open("folder/some.csv") as file:
        assert [row.locator for row in Table(file)] == ["some.csv, row 1"]


def test_text_that_is_open_is_refused_by_what_would_be_right() -> None:
    with pytest.raises(TypeError, match="open for reading bytes, not text"):
        Table(io.StringIO("a\n"))  # type: ignore[arg-type]


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    content = b"a\n" + b"1\n" * 2_500
    told: list[Told] = []
    list(Table(io.BytesIO(content), progress=told.append))
    assert [(each.rows, each.size) for each in told] == [(1_000, 5_002), (2_000, 5_002), (2_500, 5_002)]
    assert told[-1].done == 5_002


def test_the_header_of_an_open_file_leaves_it_where_it_was() -> None:
    file = io.BytesIO(b"skipped\n\n a ;b\n1;2\n")
    file.seek(8)
    assert header_of(file, ";") == ("a", "b")
    assert file.tell() == 8
    assert header_of(io.BytesIO(b"")) == ()
    assert header_of(io.BytesIO(b'"' + b"x" * 200_000)) == ("x" * 65_535,)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=2)))
def test_what_csv_writes_is_read_back(rows: list[list[str]]) -> None:
    """Whatever the cells hold, line breaks and quotation marks too, they are read as they were written."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["a", "b"], *rows])
    assert cells(text.getvalue().encode()) == rows


def test_quotation_marks_that_are_escaped_by_a_backslash() -> None:
    written = b'a,b\n"the \\"old\\" field",\\N\n"ends in \\\\",1\n'
    table = Table(io.BytesIO(written), escaped=True)
    assert [list(row.cells) for row in table] == [['the "old" field', "\\N"], ["ends in \\\\", "1"]]
    with pytest.raises(InvalidTable, match="expected after"):
        list(Table(io.BytesIO(written)))


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"a,b\n", "utf-8-sig"),
        ("a,\u00f3\n".encode() * 30_000, "utf-8-sig"),
        (b"a,\xf3\n", "cp1252"),
        (b"a,b\n" * 30_000 + b"\xc3", "cp1252"),
    ],
)
def test_what_cannot_be_utf_8_is_taken_for_windows_1252(content: bytes, encoding: str) -> None:
    """Only by an importer whose source is known to have both; the file is left where it was."""
    file = io.BytesIO(b"skipped" + content)
    file.seek(7)
    assert encoding_of(file) == encoding
    assert file.tell() == 7


def test_a_table_in_another_encoding_is_read_in_it() -> None:
    assert [row.cells for row in Table(io.BytesIO(b"a\nCol\xf3nia\n"), encoding="cp1252")] == [["Colónia"]]
