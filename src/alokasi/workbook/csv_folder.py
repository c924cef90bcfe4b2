"""Opens CSV files: one, or a folder of them named after the sheets (`Pegawai.csv`, `Kompetensi Pegawai.csv` ...)."""

from __future__ import annotations

import csv
from pathlib import Path

from alokasi.errors import DataError
from alokasi.texts import Message
from alokasi.workbook import faults
from alokasi.workbook.excel import MOST_BYTES
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import RawBook, RawSheet, place

_SEPARATORS = (";", ",", "\t")
_MISREAD = ("Ã©", "Ã¨", "Ã±", "â€™", "â€œ", "â€“", "Â ", "\N{REPLACEMENT CHARACTER}")
_BYTE_ORDER = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def open_folder(folder: Path) -> RawBook:
    """Raises DataError where the folder holds no CSV file."""
    files = sorted(f for f in folder.iterdir() if f.suffix.lower() == ".csv" and f.is_file())
    if not files:
        raise DataError(
            Message.of("Folder {folder} tidak memuat berkas CSV seperti Pegawai.csv.", folder=folder.name)
        )
    opened = [_open(file) for file in files]
    return RawBook(
        tuple(sheet for sheet, _ in opened), tuple(issue for _, issues in opened for issue in issues)
    )


def open_file(file: Path) -> RawBook:
    """A single CSV file as a workbook of one sheet."""
    sheet, issues = _open(file)
    return RawBook((sheet,), issues)


def _open(file: Path) -> tuple[RawSheet, tuple[Issue, ...]]:
    if file.stat().st_size > MOST_BYTES:
        raise DataError(Message.of("Ukuran {berkas} melebihi batas 10 MB.", berkas=file.name))
    text, encoding = _decoded(file.read_bytes())
    if "\0" in text:
        return RawSheet(file.stem, (), text_only=True), (faults.illegal_bytes(file.stem),)
    lines, separator = _separator(text)
    issues = []
    if encoding not in ("utf-8", "utf-8-sig") or separator == "\t" or lines != text:
        issues.append(faults.csv_read_as(file.stem, encoding, separator))
    try:
        rows = tuple(
            tuple(cell if cell.strip() else None for cell in row)
            for row in csv.reader(lines.splitlines(keepends=True), delimiter=separator, strict=True)
        )
    except csv.Error:
        return RawSheet(file.stem, (), text_only=True), (*issues, faults.open_quote(file.stem))
    issues += _ragged(file.stem, rows)
    issues += _mixed(file.stem, rows, separator)
    issues += _misread(file.stem, rows)
    return RawSheet(file.stem, rows, text_only=True), tuple(issues)


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def _separator(text: str) -> tuple[str, str]:
    """The text without a `sep=` line, and the separator that stands most often in its first line."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[-1]
    unquoted = "".join(first.split('"')[::2])
    return text, max(_SEPARATORS, key=unquoted.count)


def _ragged(sheet: str, rows: tuple[tuple[str | None, ...], ...]) -> list[Issue]:
    """Rows with more filled cells than the header: their values slid into wrong columns."""
    width = max((len(row) for row in rows[:1]), default=0)
    return [
        faults.ragged_row(sheet, number, len(row), width)
        for number, row in enumerate(rows[1:], start=2)
        if len(row) > width and any(cell is not None for cell in row[width:])
    ]


def _mixed(sheet: str, rows: tuple[tuple[str | None, ...], ...], separator: str) -> list[Issue]:
    """The first row in which everything stands in one cell, parted by another sign than the header."""
    width = max((len(row) for row in rows[:1]), default=0)
    for number, row in enumerate(rows[1:], start=2):
        if width < 3 or len([cell for cell in row if cell is not None]) != 1 or row[0] is None:
            continue
        for other in _SEPARATORS:
            if other != separator and row[0].count(other) >= width // 2:
                return [faults.mixed_separators(sheet, separator, number, other)]
    return []


def _misread(sheet: str, rows: tuple[tuple[str | None, ...], ...]) -> list[Issue]:
    """Letters that appear when UTF-8 was read as something else and saved so."""
    return [
        faults.mojibake(place(sheet, number, column), cell[:40])
        for number, row in enumerate(rows, start=1)
        for column, cell in enumerate(row, start=1)
        if cell is not None and any(mark in cell for mark in _MISREAD)
    ]
