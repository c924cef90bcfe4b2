"""Files that are no workbook give one sentence, never a traceback."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from filled_workbook import PROBLEM, as_csv_folder, found

from alokasi.errors import DataError, UsageError
from alokasi.workbook import read, write_template
from alokasi.workbook.issues import Severity

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600  # .xls and encrypted workbooks begin so


def workbook(path: Path) -> bytes:
    write_template(path, PROBLEM)
    return path.read_bytes()


def cut(folder: Path) -> bytes:
    data = workbook(folder / "whole.xlsx")
    return data[: len(data) // 2]


def scrambled(folder: Path) -> bytes:
    data = bytearray(workbook(folder / "whole.xlsx"))
    for place in range(3000, 6000):
        data[place] ^= 0x5A
    return bytes(data)


def archive(folder: Path, parts: dict[str, bytes]) -> bytes:
    path = folder / "parts.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return path.read_bytes()


ODD: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "empty": (lambda _: b"", "0 byte"),
    "text": (lambda _: b"kode_unit;nama_unit\nD1;Direktorat\n", "Bukan buku kerja"),
    "html": (lambda _: b"<html><table><tr><td>1</td></tr></table></html>", "HTML"),
    "old or encrypted": (lambda _: OLE, ".xls lama atau bersandi"),
    "cut": (cut, "terpotong"),
    "scrambled": (scrambled, "rusak"),
    "other zip": (lambda f: archive(f, {"foto.png": b"x"}), "Bukan buku kerja"),
    "document": (lambda f: archive(f, {"word/document.xml": b"<w/>"}), "Bukan buku kerja"),
    "macros": (lambda f: archive(f, {"xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b"x"}), "makro"),
    "no workbook part": (lambda f: archive(f, {"xl/styles.xml": b"<x/>"}), "rusak"),
    "broken xml": (
        lambda f: archive(f, {"xl/workbook.xml": b"<workbook", "xl/_rels/workbook.xml.rels": b"<x/>"}),
        "rusak",
    ),
    "too big when opened": (lambda f: archive(f, {"xl/big.xml": b"0" * 60_000_000}), "50 MB"),
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_file_is_refused_in_one_sentence(tmp_path: Path, kind: str):
    make, words = ODD[kind]
    data = make(tmp_path)
    path = tmp_path / "data.xlsx"
    path.write_bytes(data)
    with pytest.raises(DataError, match=words) as caught:
        read(path)
    assert "data.xlsx" in str(caught.value)


def test_no_byte_changed_in_a_workbook_gives_a_traceback(tmp_path: Path):
    whole = workbook(tmp_path / "whole.xlsx")
    path = tmp_path / "data.xlsx"
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        data = bytearray(whole)
        data[place] ^= 0xFF
        path.write_bytes(bytes(data))
        try:
            read(path)
        except DataError:
            continue


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path: Path):
    with pytest.raises(UsageError, match="tidak ada"):
        read(tmp_path / "lain.xlsx")


def test_a_folder_without_csv_files_and_a_single_csv_file(tmp_path: Path):
    (tmp_path / "kosong").mkdir()
    with pytest.raises(DataError, match="tidak memuat berkas CSV"):
        read(tmp_path / "kosong")
    (tmp_path / "Pegawai.csv").write_text("id_pegawai\n", encoding="utf-8")
    with pytest.raises(DataError, match="satu lembar"):
        read(tmp_path / "Pegawai.csv")


def csv_folder(folder: Path) -> Path:
    write_template(folder / "a.xlsx", PROBLEM)
    return as_csv_folder(folder / "a.xlsx", folder / "csv")


def commas(line: str) -> str:
    return line.replace(";", ",") if line.startswith("TK2") else line


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("W066", lambda text: "sep=;\n" + text),
        ("W067", lambda text: "\n".join(commas(line) for line in text.splitlines())),
        ("W068", lambda text: text.replace("Tim Data", "Tim;Data;tambahan")),
        ("W069", lambda text: text.replace("Tim Data", '"Tim Data')),
        ("W070", lambda text: text.replace("Tim Data", "Tim\0Data")),
        ("W071", lambda text: text.replace("Tim Data", "Tim CafÃ©")),
    ],
)
def test_faults_of_csv_files_are_told(tmp_path: Path, code: str, change: Callable[[str], str]):
    folder = csv_folder(tmp_path)
    file = folder / "Tim.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")
    assert [i.sheet for i in found(read(folder).issues, code)] == ["Tim"]


def test_decimals_in_csv_files_need_no_message_but_a_thousands_point_does(tmp_path: Path):
    folder = csv_folder(tmp_path)
    file = folder / "Tugas.csv"
    text = file.read_text(encoding="utf-8-sig")
    reading = read(folder)
    assert not found(reading.issues, "W042")
    file.write_text(text.replace(";12;37,5;", ";1.200;37,5;"), encoding="utf-8")
    assert [i.severity for i in found(read(folder).issues, "W043")] == [Severity.ERROR]
