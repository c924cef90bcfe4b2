"""Whatever somebody did to a form, the import answers with a bridge or one sentence, and never loses an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from importing import bridge, imported
from office_forms import Office, f1, f4, f5, f6, form_d, staff_list

from alokasi.errors import DataError

STRANGE = (
    *(
        None,
        " ",
        "-",
        "0",
        -3,
        0,
        1e300,
        True,
        datetime(2027, 1, 1),
        timedelta(hours=1),
        "#REF!",
        "1.250",
        "1,5",
    ),
    *(
        "30 menit",
        "4 kali/bulan",
        "URAIAN TUGAS",
        "VOLUME",
        "NORMA WAKTU",
        "JUMLAH",
        "Nama Jabatan : X",
        "(1)",
        "a",
    ),
    *(
        "12 : 0 = 1",
        "x" * 3000,
        "²",
        "½",
        "Tahapan:",
        "1.1",
        "NAMA",
        "hari",
        ":",
        "1 : 75.000 = ",
        "..",
        "1..2",
        "NO",
    ),
    *("EJ", "KEBUTUHAN PEGAWAI", 75000, 0.0001, "12 dokumen per minggu 3", "30-45", "1e5"),
)


def spoilt(page: Any, random: Random) -> None:
    """A dozen careless edits of a sheet."""
    for cells in list(page.merged_cells.ranges):
        if random.random() < 0.3:
            page.unmerge_cells(str(cells))
    for _ in range(random.randint(1, 20)):
        cell = page.cell(random.randint(1, page.max_row + 1), random.randint(1, page.max_column + 1))
        if type(cell).__name__ != "MergedCell":
            cell.value = random.choice(STRANGE)
    if random.random() < 0.4:
        page.delete_rows(random.randint(1, page.max_row))
    if random.random() < 0.4:
        page.insert_rows(random.randint(1, page.max_row))


@pytest.mark.parametrize("seed", range(25))
def test_a_spoilt_form_gives_a_bridge_or_one_sentence(tmp_path: Path, seed: int):
    random = Random(seed)
    office = Office()
    random.choice((f1, f5, f6))(office.sheet("tugas"))
    f4(office.sheet("produk"), [("Peta", [(1, "Menggambar", "Peta", 12, 60, 120, 90)])] * 2)
    form_d(
        office.sheet("rekap"),
        [(1, "Perencana Ahli Muda", 54300, "54.300 : 75.000 = 0,724", 1, 0, 0, None, None, 1, "A")],
    )
    staff_list(office.sheet("pegawai"))
    for page in office.book.worksheets:
        spoilt(page, random)
    try:
        found = imported(office.saved(tmp_path / "abk.xlsx"), nip=True)
    except DataError:
        return  # told in one sentence
    assert found.before == found.after
    assert set(bridge(found, tmp_path / "jembatan.xlsx")) >= {"Tugas", "Pegawai", "Laporan Impor"}


@pytest.mark.parametrize("value", [-12, 1e300])
def test_a_number_that_no_year_can_hold_is_refused(tmp_path: Path, value: float):
    office = Office()
    page = office.sheet("abk")
    page.line("URAIAN TUGAS", "VOLUME", "NORMA WAKTU (JAM)")
    page.line("Mencatat surat", value, 2)
    found = imported(office.saved(tmp_path / "abk.xlsx"))
    assert [note.issue.cell for note in found.failed] == ["B2"]
    assert found.rows["Tugas"][0]["volume"] is None
