"""What is no ordinary file, or not what its name says, ends in one sentence at once: it is neither waited for nor read
without end.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import book, text_row, zipped

from alokasi.errors import UsageError
from alokasi.opening.door import checked_bytes, open_book
from alokasi.opening.refused import RefusedFile
from alokasi.texts import wording

HTML = b"<html><body><table><tr><td>Nama</td></tr></table></body></html>"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def workbook(path: Path) -> None:
    path.write_bytes(zipped(book(text_row(1, "a"))))


def page(path: Path) -> None:
    path.write_bytes(HTML)


def old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def empty(path: Path) -> None:
    path.touch()


def table(path: Path) -> None:
    path.write_text("kode_unit;nama_unit\nD1;Direktorat\n", encoding="utf-8")


ODD: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "a pipe": ("a.xlsx", pipe, "Bukan berkas biasa"),
    "a pipe named CSV": ("a.csv", pipe, "Bukan berkas biasa"),
    "a device": ("a.xlsx", device, "Bukan berkas biasa"),
    "a device named CSV": ("a.csv", device, "Bukan berkas biasa"),
    "a workbook named CSV": ("a.csv", workbook, "bukan CSV. Ubah akhiran namanya menjadi .xlsx."),
    "a web page named CSV": ("a.csv", page, "HTML dari aplikasi lain"),
    "an old workbook named CSV": ("a.csv", old, ".xls lama atau bersandi"),
    "nothing named CSV": ("a.csv", empty, "Berkas kosong (0 byte)."),
    "a table of text named workbook": ("a.xlsx", table, "isinya teks CSV"),
}


@pytest.mark.parametrize("kind", ODD)
def test_it_is_told_what_it_is(tmp_path: Path, kind: str):
    name, make, words = ODD[kind]
    make(tmp_path / name)
    with pytest.raises(RefusedFile) as caught:
        open_book(tmp_path / name)
    assert words in wording(caught.value.message)
    assert wording(caught.value.message).startswith(f"{name}: ")


def test_a_folder_is_no_workbook_to_copy(tmp_path: Path):
    with pytest.raises(RefusedFile, match="Bukan berkas biasa"):
        checked_bytes(tmp_path)


def test_a_file_that_vanished_is_told(tmp_path: Path):
    with pytest.raises(RefusedFile):
        checked_bytes(tmp_path / "hilang.xlsx")


def test_the_root_has_a_name_in_the_sentence():
    with pytest.raises(RefusedFile, match=r"^/: "):
        open_book(Path("/"))


@pytest.mark.parametrize("make", ["circle", "long name"])
def test_what_leads_nowhere_is_not_there(tmp_path: Path, make: str):
    path = tmp_path / ("x" * 300 + ".xlsx") if make == "long name" else tmp_path / "a.xlsx"
    if make == "circle":
        path.symlink_to(path)
    with pytest.raises(UsageError, match="tidak ada"):
        open_book(path)


def test_too_many_csv_files_are_too_many_sheets(tmp_path: Path):
    for number in range(201):
        (tmp_path / f"{number}.csv").write_text("a;b\n", encoding="utf-8")
    with pytest.raises(RefusedFile, match="201 lembar, batas 200"):
        open_book(tmp_path)


def test_a_file_in_a_folder_that_is_closed_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(RefusedFile, match="tidak dapat dibaca"):
        open_book(tmp_path / "a.xlsx")
