"""Opens an .xlsx file, read-only and within limits. What cannot be opened is said in one sentence."""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException

from alokasi.errors import DataError
from alokasi.texts import Message
from alokasi.workbook import faults
from alokasi.workbook.raw import RawBook, RawSheet
from alokasi.workbook.sheet_parts import SheetPart, sheet_parts

MOST_BYTES = 10 * 1024**2
MOST_OPENED_BYTES = 50 * 1024**2
MOST_ROWS = 50_000
MOST_COLUMNS = 300
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    InvalidFileException,
    KeyError,
    ValueError,
    IndexError,
    TypeError,
    AttributeError,
    NotImplementedError,
    EOFError,
    RuntimeError,
    struct.error,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITHOUT_DECIMALS = ("0", "#,##0", "#,##0;-#,##0", "#,##0_);(#,##0)")


def open_excel(path: Path) -> RawBook:
    """Raises DataError for a file that is empty, damaged, too large or no Excel workbook."""
    _refuse_unreadable(path)
    try:
        return _read(path)
    except _DAMAGED as error:
        raise DataError(
            Message.of(
                "{berkas} rusak atau terpotong. Buka di Excel, simpan ulang, lalu coba lagi.",
                berkas=path.name,
            )
        ) from error


def _refuse_unreadable(path: Path) -> None:
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(512)
    if size == 0:
        raise DataError(Message.of("{berkas} kosong (0 byte).", berkas=path.name))
    if head.startswith(_OLE):
        raise DataError(
            Message.of(
                "{berkas} adalah berkas .xls lama atau bersandi. Simpan sebagai .xlsx tanpa sandi.",
                berkas=path.name,
            )
        )
    if head.lstrip().lower().startswith((b"<html", b"<!doctype html", b"<table")):
        raise DataError(
            Message.of(
                "Isi {berkas} adalah HTML dari aplikasi lain. Buka di Excel dan simpan sebagai .xlsx.",
                berkas=path.name,
            )
        )
    if not zipfile.is_zipfile(path):
        raise DataError(
            Message.of(
                "{berkas} bukan buku kerja Excel atau terpotong. Simpan ulang sebagai .xlsx di Excel.",
                berkas=path.name,
            )
        )
    if size > MOST_BYTES:
        raise DataError(
            Message.of(
                "Ukuran {berkas} {mb} MB melebihi batas 10 MB.", berkas=path.name, mb=round(size / 1024**2, 1)
            )
        )
    _refuse_other_archives(path)


def _refuse_other_archives(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except _DAMAGED as error:
        raise DataError(Message.of("{berkas} rusak atau terpotong.", berkas=path.name)) from error
    names = {part.filename for part in parts}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise DataError(
            Message.of('{berkas} memuat makro. Simpan sebagai "Excel Workbook (.xlsx)".', berkas=path.name)
        )
    if not any(name.startswith("xl/") for name in names):
        raise DataError(Message.of("{berkas} bukan buku kerja Excel.", berkas=path.name))
    opened = sum(part.file_size for part in parts)
    if opened > MOST_OPENED_BYTES:
        raise DataError(
            Message.of(
                "Isi {berkas} {mb} MB melebihi batas 50 MB. Hapus baris dan kolom kosong berformat.",
                berkas=path.name,
                mb=round(opened / 1024**2),
            )
        )


def _read(path: Path) -> RawBook:
    with zipfile.ZipFile(path) as archive:
        parts = sheet_parts(archive)
    formulas = _formulas(path) if any(part.has_formulas for part in parts.values()) else {}
    book = _load(path, data_only=True)
    try:
        sheets = tuple(
            _sheet(page, parts.get(page.title, SheetPart()), formulas.get(page.title, {}))
            for page in book.worksheets
        )
        issues = (faults.calendar_1904(),) if book.epoch == CALENDAR_MAC_1904 else ()
    finally:
        book.close()
    return RawBook(sheets, issues)


def _load(path: Path, data_only: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts openpyxl leaves out, such as newer validations
        return openpyxl.load_workbook(path, read_only=True, data_only=data_only, keep_links=False)


def _sheet(page: Any, part: SheetPart, formulas: dict[tuple[int, int], str]) -> RawSheet:
    rows: list[tuple[object, ...]] = []
    percent: set[tuple[int, int]] = set()
    rounded: set[tuple[int, int]] = set()
    for number, cells in enumerate(_rows(page), start=1):
        rows.append(_trimmed(tuple(cell.value for cell in cells[:MOST_COLUMNS])))
        for column, cell in enumerate(cells[: len(rows[-1])], start=1):
            if type(cell.value) in (int, float):
                shown = cell.number_format
                if "%" in shown:
                    percent.add((number, column))
                elif shown in _WITHOUT_DECIMALS and cell.value != int(cell.value):
                    rounded.add((number, column))
    while rows and not rows[-1]:
        rows.pop()
    return RawSheet(
        page.title,
        tuple(rows),
        percent=frozenset(percent),
        rounded=frozenset(rounded),
        formulas=formulas,
        hidden_rows=tuple(row for row in part.hidden_rows if row <= len(rows)),
        merged=part.merged,
        hidden=page.sheet_state != "visible",
    )


def _rows(page: Any) -> Iterator[Any]:
    page.reset_dimensions()  # the stated size may lie
    yield from page.iter_rows(max_row=MOST_ROWS + 100)


def _trimmed(values: tuple[object, ...]) -> tuple[object, ...]:
    end = len(values)
    while end and (values[end - 1] is None or values[end - 1] == ""):
        end -= 1
    return values[:end]


def _formulas(path: Path) -> dict[str, dict[tuple[int, int], str]]:
    """Formulas by sheet and coordinate: a second pass over the file."""
    book = _load(path, data_only=False)
    try:
        return {page.title: _sheet_formulas(page) for page in book.worksheets}
    finally:
        book.close()


def _sheet_formulas(page: Any) -> dict[tuple[int, int], str]:
    return {
        (number, column): str(cell.value)
        for number, cells in enumerate(_rows(page), start=1)
        for column, cell in enumerate(cells[:MOST_COLUMNS], start=1)
        if cell.value is not None and cell.data_type == "f"
    }
