"""What an import takes is bounded: a file too long is left out and told, nothing grows with the square of its rows."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from importing import ERROR, imported, notes, work

from alokasi.forms import NothingRecognised
from alokasi.forms.sheet_notes import MOST_IMPORTED_ROWS, MOST_TABLES
from alokasi.texts import wording

FORM = "No;Uraian Tugas;Volume;Norma Waktu (jam)\n"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sheet_too_long_is_left_out_and_told_with_its_rows(tmp_path: Path):
    long = written(tmp_path / "panjang.csv", FORM + "1;Rapat;2;3\n" * MOST_IMPORTED_ROWS)
    short = written(tmp_path / "pendek.csv", FORM + "1;Menelaah;2;3\n")
    found = imported(short, long)
    assert [text for text, _, _ in work(found)] == ["Menelaah"]
    (note,) = notes(found, "W013", ERROR)
    assert (note.file, note.issue.value) == ("panjang.csv", str(MOST_IMPORTED_ROWS + 1))


def test_nothing_but_what_is_too_long_is_an_error_that_names_no_forms(tmp_path: Path):
    path = written(tmp_path / "abk.csv", FORM + "1;Rapat;2;3\n" * MOST_IMPORTED_ROWS)
    with pytest.raises(NothingRecognised) as caught:
        imported(path)
    assert wording(caught.value.message) == "Tidak ada yang diimpor; perbaiki dulu galat yang disebutkan."
    assert [note.issue.code for note in caught.value.notes] == ["W013"]


def test_too_many_tables_are_left_out(tmp_path: Path):
    path = written(tmp_path / "abk.csv", (FORM + "1;Rapat;2;3\n") * (MOST_TABLES + 1))
    with pytest.raises(NothingRecognised) as caught:
        imported(path)
    assert [note.issue.code for note in caught.value.notes] == ["W013"]


def test_rows_that_slid_are_told_and_not_imported(tmp_path: Path):
    path = written(tmp_path / "abk.csv", FORM + "1;Menelaah;2;3\n2;Rapat;besar;2;3\n")
    found = imported(path)
    assert [text for text, _, _ in work(found)] == ["Menelaah"]
    assert [note.issue.cell for note in notes(found, "W068", ERROR)] == ["A3"]


@pytest.mark.parametrize(
    "text",
    [
        "No;Uraian Tugas;Volume;Norma Waktu (jam);Kebutuhan\n" + "1;Rapat;2;3;1\nJUMLAH;;;;5\n" * 2_500,
        "No;Uraian Tugas;Volume;Norma Waktu (jam)\n1;Rapat;2;3\n" + "a.;Rapat;2;3\n" * 5_000,
        "Nama;Jabatan;Gol;Unit Kerja;Eselon;Atasan Langsung\n"
        + "".join(f"A{n};Kepala Seksi {n};III/d;Unit {n};IV.a;A{n + 1}\n" for n in range(5_000)),
    ],
    ids=["totals", "steps", "superiors"],
)
def test_no_step_grows_with_the_square_of_the_rows(tmp_path: Path, text: str):
    """Twice the rows take about twice the time; by the square they would take a minute."""
    began = process_time()
    imported(written(tmp_path / "a.csv", text))
    assert process_time() - began < 20


LONG = {
    "blanks": "1" + " " * 30_000 + "!",
    "digits": "1 " * 15_000 + "x",
    "a label": "NIP" + " " * 30_000 + "x",
    "commas": ", " * 15_000 + "x",
    "fractions": "½" * 30_000,
    "words": "Jabatan Fungsional Muda " * 1_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_no_text_of_a_cell_is_tried_for_ever(tmp_path: Path, kind: str):
    """A pattern that gives up only after every way to part a text would take hours for one cell."""
    head = "No;Uraian Tugas;Hasil Kerja;Volume;Norma Waktu (jam);Nama Jabatan\n"
    form = written(
        tmp_path / "abk.csv", head + "1;Rapat;Kali;2;3;Perencana\n" + ";".join([LONG[kind]] * 6) + "\n"
    )
    head = f"{LONG[kind]}\nNo;Nama / NIP;Jabatan;Gol;Unit Kerja;TMT Pensiun;Keterangan\n"
    people = written(
        tmp_path / "pegawai.csv",
        head + "1;Ani;Perencana Ahli Muda;III/c;;;\n" + ";".join([LONG[kind]] * 7) + "\n",
    )
    began = process_time()
    assert imported(form, people).rows["Pegawai"]
    assert process_time() - began < 60
