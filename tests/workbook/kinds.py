"""A file for each kind of bad input: the filled workbook, or a unit, with that one thing wrong.

What each must be told stands in `kinds.toml`, under the same names: the number of the kind and what is special.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import bombs
import openpyxl
import units
from archives import Entry, archive, book, entries, workbook, zipped
from filled_workbook import INVENTED_NIP, PROBLEM, as_csv_folder, edited, nip
from openpyxl.styles import Font

from alokasi.workbook import write_template
from alokasi_models.problem import Category, Consent, Loan, LockKind, Need, Problem, UnitRole
from builders import lock

Make = Callable[[Path], Path]


def file_of(make: Callable[[], bytes]) -> Make:
    def written(folder: Path) -> Path:
        path = folder / "data.xlsx"
        path.write_bytes(make())
        return path

    return written


def cell(sheet: str, place: str, value: object) -> Make:
    return lambda folder: edited(folder, {(sheet, place): value})


def formula(sheet: str, place: str, text: str) -> Make:
    return cell(sheet, place, "=FORMULA" + text)


def changed(change: Callable[[Any], None], problem: Problem = PROBLEM) -> Make:
    """The whole workbook in the hands of `change`."""

    def written(folder: Path) -> Path:
        path = folder / "data.xlsx"
        write_template(path, problem)
        made = openpyxl.load_workbook(path)
        change(made)
        made.save(path)
        return path

    return written


def sheet(name: str, change: Callable[[Any], None]) -> Make:
    return changed(lambda made: change(made[name]))


def csv_file(name: str, change: Callable[[str], str], encoding: str = "utf-8") -> Make:
    def written(folder: Path) -> Path:
        write_template(folder / "a.xlsx", PROBLEM)
        made = as_csv_folder(folder / "a.xlsx", folder / "csv")
        file = made / f"{name}.csv"
        text = file.read_text(encoding="utf-8-sig")
        assert change(text) != text or encoding != "utf-8"
        file.write_bytes(change(text).encode(encoding))
        return made

    return written


def csv_bytes(name: str, old: bytes, new: bytes) -> Make:
    def written(folder: Path) -> Path:
        made = csv_file(name, lambda text: text + "\n")(folder)
        file = made / f"{name}.csv"
        file.write_bytes(file.read_bytes().replace(old, new))
        return made

    return written


def unit(change: Callable[[Problem], Problem]) -> Make:
    """A lawful unit of eleven teams with something settled that breaks a clause."""

    def written(folder: Path) -> Path:
        made = units.crowded()
        named = replace(
            made,
            officials=tuple(replace(o, name=f"Pejabat {o.id}") for o in made.officials),
            employees=tuple(replace(e, name=f"Pegawai {e.id}") for e in made.employees),
        )
        write_template(folder / "data.xlsx", change(named))
        return folder / "data.xlsx"

    return written


def cut() -> bytes:
    whole = zipped(book())
    return whole[: len(whole) // 2]


def strict() -> bytes:
    strange = workbook(("Unit", "rId1"), namespace="http://purl.oclc.org/ooxml/spreadsheetml/main")
    return zipped({**book(), "xl/workbook.xml": strange})


def only_formatted(page: Any) -> None:
    page.delete_rows(2, page.max_row)
    for row in range(2, 3002):
        page[f"A{row}"].font = Font(bold=True)


def too_wide(page: Any) -> None:
    for column in range(11, 215):
        page.cell(1, column, f"kolom {column}")


def long_csv(folder: Path) -> Path:
    made = csv_file("Susunan Berjalan", lambda text: text + "\n")(folder)
    rows = "".join(f"P{n};TK;;;;;Anggota;\n" for n in range(50_001))
    with (made / "Susunan Berjalan.csv").open("a", encoding="utf-8") as stream:
        stream.write(rows)
    return made


def two_sheets(made: Any) -> None:
    made.copy_worksheet(made["Tim"]).title = "sementara"
    made["sementara"].title = "tim_"


def notes_instead(made: Any) -> None:
    """A sheet of a like name that holds no table of people."""
    del made["Pegawai"]
    made.create_sheet("Data Pegawai", 3)["A1"] = "menyusul dari bagian kepegawaian"


def two_lists(made: Any) -> None:
    made["Pegawai"].title = "Pegawai Pusat"
    made.copy_worksheet(made["Pegawai Pusat"]).title = "Pegawai Daerah"


def hidden_notes(made: Any) -> None:
    made.create_sheet("Catatan")["A1"] = "bebas"
    made["Catatan"].sheet_state = "hidden"


def letterhead(page: Any) -> None:
    page.insert_rows(1, 3)
    page["A1"] = "KEMENTERIAN CONTOH"


def two_lines(page: Any) -> None:
    """As a printed list has it: the group above, its columns below, the others merged over both."""
    page.insert_rows(1)
    for column in range(1, 11):
        if column not in (7, 8, 9):
            page.cell(1, column).value, page.cell(2, column).value = page.cell(2, column).value, None
    page["G1"] = "Jabatan dan golongan"


def merged_title(page: Any) -> None:
    page.merge_cells("R1:S1")


def total(page: Any) -> None:
    last = page.max_row + 1
    page[f"A{last}"] = "JUMLAH"
    page[f"I{last}"] = 1512.25


def total_of_people(page: Any) -> None:
    """The words stand below the names, the count below the positions."""
    last = page.max_row + 1
    page[f"B{last}"] = "Jumlah Pegawai"
    page[f"G{last}"] = "4"
    page[f"G{last}"].data_type = "n"


def signature(page: Any) -> None:
    last = page.max_row
    for place, text in enumerate(("Jakarta, 2 November 2026", "Kepala Subbagian", "Pegawai Contoh"), start=2):
        page[f"K{last + place}"] = text


def format_of(place: str, shown: str, value: object = None) -> Callable[[Any], None]:
    def change(page: Any) -> None:
        page[place].number_format = shown
        if value is not None:
            page[place].value = value

    return change


def calendar_1904(made: Any) -> None:
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904


def other_template(made: Any) -> None:
    made["_alokasi"]["B1"] = "99"
    made["Tim"]["J1"] = "tema kerja"


def in_xml(old: str, new: str, make: Make) -> Make:
    """What openpyxl would write otherwise, in every sheet."""

    def written(folder: Path) -> Path:
        path = make(folder)
        with ZipFile(path) as made:
            parts = {name: made.read(name) for name in made.namelist()}
        assert any(old.encode() in part for part in parts.values())
        with ZipFile(path, "w", ZIP_DEFLATED) as made:
            for name, part in parts.items():
                made.writestr(name, part.replace(old.encode(), new.encode()))
        return path

    return written


def pelaksana_as_lead(made: Problem) -> Problem:
    made = with_three_teams(made)
    person = next(e for e in made.employees if e.category is Category.PELAKSANA)
    return replace(made, locks=(lock(LockKind.LEAD, person.id, team=made.teams[0].id),))


def with_three_teams(made: Problem) -> Problem:
    return replace(made, teams=made.teams[:3])


def experts(made: Problem, count: int) -> list[str]:
    return [e.id for e in made.employees if e.category is Category.EXPERT][:count]


def lead_of_two(made: Problem) -> Problem:
    made = with_three_teams(made)
    (person,) = experts(made, 1)
    return replace(made, locks=tuple(lock(LockKind.LEAD, person, team=t.id) for t in made.teams[:2]))


def member_of_three(made: Problem) -> Problem:
    made = with_three_teams(made)
    (person,) = experts(made, 1)
    return replace(made, locks=tuple(lock(LockKind.MEMBER, person, team=t.id) for t in made.teams[:3]))


def guest_without_consent(made: Problem) -> Problem:
    """A person of another unit is made a member, and nobody has agreed."""
    made = with_three_teams(made)
    home = replace(made.units[0], id="ASAL", name="Unit Asal", role=UnitRole.HOME)
    guest = replace(made.employees[0], id="TAMU", name="Pegawai Tamu", unit="ASAL")
    return replace(
        made,
        units=(*made.units, home),
        employees=(*made.employees, guest),
        locks=(lock(LockKind.MEMBER, "TAMU", team=made.teams[0].id),),
    )


def consent(given: Consent) -> Make:
    def change(folder: Path) -> Path:
        loan = Loan("007", "D1", given, Consent.GRANTED, "TK1")
        write_template(folder / "data.xlsx", replace(PROBLEM, loans=(loan, *PROBLEM.loans[1:])))
        return folder / "data.xlsx"

    return change


def unheld(folder: Path) -> Path:
    write_template(folder / "data.xlsx", replace(PROBLEM, needs=(Need("T1", "K1", 5),)))
    return folder / "data.xlsx"


def of_two_years(folder: Path) -> Path:
    other = replace(PROBLEM.units[0], id="D3", name="Direktorat Lain", year=2026)
    person = replace(
        PROBLEM.employees[2], id="P900", name="Pegawai Lain", unit="D3", starts=None, leaves=None
    )
    head = replace(PROBLEM.officials[1], id="B9", unit="D3", nip="")
    made = replace(
        PROBLEM,
        units=(*PROBLEM.units, other),
        officials=(*PROBLEM.officials, head),
        employees=(*PROBLEM.employees, person),
    )
    write_template(folder / "data.xlsx", made)
    return folder / "data.xlsx"


def bomb(name: str) -> Make:
    return file_of(bombs.BOMBS[name][0])


def commas(text: str) -> str:
    return "\n".join(line.replace(";", ",") if line.startswith("TK2") else line for line in text.splitlines())


KINDS: dict[str, Make] = {
    "1": file_of(lambda: b""),
    "2": file_of(cut),
    "2 no file": lambda folder: Path("/dev/null"),
    "3": file_of(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "4": file_of(lambda: b"\xef\xbb\xbf\r\n<html><body><table><tr><td>1</td></tr></table></html>"),
    "5": file_of(lambda: zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})),
    "5 CSV": file_of(lambda: b"kode_unit;nama_unit\nD1;Direktorat\n"),
    "5 named CSV": csv_bytes("Tim", b"kode_tim", b"PK\3\4"),
    "6 control": bomb("a control"),
    "6": file_of(lambda: archive([*entries(book()), Entry("xl/vbaProject.bin", b"x")])),
    "7": file_of(lambda: b"PK" + b"\0" * 11 * 1024**2),
    "8": bomb("sixty megabytes"),
    "9 compression": bomb("packed by bzip2"),
    "9 overlap": bomb("parts that overlap"),
    "9 doubled part": bomb("a part twice"),
    "9 odd name": bomb("a name that climbs"),
    "9 density": bomb("a part of nothing but zeros"),
    "9 many parts": bomb("too many parts"),
    "10": bomb("a file as entity"),
    "11 far": cell("Tim", "XFD1048576", "x"),
    "11 without a title": cell("Tim", "M3", "x"),
    "12": sheet("Pegawai", only_formatted),
    "13 rows": long_csv,
    "13 columns": sheet("Tim", too_wide),
    "13 sheets": bomb("sixty thousand sheets"),
    "14": file_of(strict),
    "15": changed(notes_instead),
    "15 another name": changed(lambda made: setattr(made["Pegawai"], "title", "Data Pegawai 2027")),
    "15 a slip": changed(lambda made: setattr(made["Pegawai"], "title", "Pegawia")),
    "15 no name": changed(lambda made: setattr(made["Tugas"], "title", "Lembar7")),
    "16": changed(two_sheets),
    "16 other names": changed(two_lists),
    "17 read": sheet("Tim", lambda page: setattr(page, "sheet_state", "hidden")),
    "17 skipped": changed(hidden_notes),
    "18": sheet("Pegawai", lambda page: setattr(page.row_dimensions[3], "hidden", True)),
    "19": sheet("Pegawai", letterhead),
    "20 two lines": sheet("Pegawai", two_lines),
    "20 title": sheet("Pegawai", merged_title),
    "20 data": sheet("Pegawai", lambda page: page.merge_cells("R2:R3")),
    "21": cell("Tugas", "J1", "norma per hasil"),
    "22": cell("Tim", "K1", "Nama Tim"),
    "23": cell("Tim", "K1", "catatan rapat"),
    "23 number": cell("Tim", "K1", "No. Urut"),
    "24 known": cell("Pegawai", "E1", "ATASAN LANGSUNG *"),
    "24 near": cell("Pegawai", "H1", "jenajng"),
    "25": sheet("Unit", lambda page: page.delete_rows(2, 5)),
    "26": sheet("Tugas", lambda page: page.insert_rows(3, 2)),
    "27": sheet("Tugas", total),
    "27 people": sheet("Pegawai", total_of_people),
    "27 below": sheet("Pegawai", signature),
    "28": cell("Pegawai", "nip 2", 1.98503e17),
    "29": in_xml("<v>7654321</v>", f"<v>{INVENTED_NIP}</v>", cell("Pegawai", "nip 2", 7654321)),
    "30": cell("Pegawai", "nip 2", INVENTED_NIP[:17]),
    "31": cell("Pegawai", "nip 2", "'" + nip("19910101", "202012", serial=" 997")),
    "32": cell("Pegawai", "nip 2", "1990OI01" + nip("", "202012")),
    "33 birth": cell("Pegawai", "nip 2", nip("19901301", "202012")),
    "33 sex": cell("Pegawai", "nip 2", nip("19900101", "202012", sex="7")),
    "33 year": cell("Pegawai", "nip 2", nip("19900101", "199812")),
    "33 month": cell("Pegawai", "nip 2", nip("19900101", "202014")),
    "34": cell("Pegawai", "nip 2", INVENTED_NIP),
    "35": lambda folder: edited(
        folder,
        {
            ("Pegawai", "nip 2"): nip("19910101", "202012"),
            ("Pegawai", "nip 3"): nip("19920101", "202012"),
            ("Pegawai", "nama 3"): "PEGAWAI SATU",
        },
    ),
    "36": cell("Tugas", "volume 2", None),
    "37 unknown": cell("Pegawai", "kategori 2", "JF Keahlain"),
    "37 understood": cell("Pegawai", "kategori 2", "Jabatan Fungsional Keahlian"),
    "37 dash": cell("Pegawai", "jenjang 4", "-"),
    "37 dash of a code": cell("Pejabat", "atasan 2", "\N{EN DASH}"),
    "38": cell("Pegawai", "kode_unit 2", "D9"),
    "39": cell("Tim", "kode_tim 3", "TK1"),
    "40 defined": cell("Tim", "kode_tim 3", "tk 1"),
    "40 named": cell("Tugas", "kode_tim 2", "tk 1"),
    "41": cell("Tugas", "volume 2", "dua belas"),
    "42": cell("Tugas", "norma_jam 2", "37,5"),
    "43": cell("Tugas", "volume 4", "1.250"),
    "44 negative": cell("Tugas", "volume 2", -12),
    "44 zero": cell("Tugas", "norma_jam 2", 0),
    "44 huge": cell("Tugas", "volume 2", 10**9),
    "45": cell("Tugas", "volume 2", "#REF!"),
    "46": formula("Tugas", "I2", "=6+6"),
    "47": formula("Tugas", "I2", "=[1]Tugas!I2"),
    "48": cell("Tugas", "J1", "Norma Waktu (menit)"),
    "49 format": sheet("Pegawai", format_of("L3", "0%", 0.625)),
    "49 share": cell("Pegawai", "ketersediaan 3", 0.8),
    "50": sheet("Tugas", format_of("J2", "0")),
    "51": cell("Tugas", "beban_jam 2", 500),
    "52": cell("Pegawai", "mulai 4", "1 Maret 2027"),
    "53 impossible": cell("Pegawai", "mulai 4", "31/02/2027"),
    "53 ambiguous": cell("Pegawai", "mulai 4", "03/01/27"),
    "54": cell("Pegawai", "pensiun_atau_pindah 4", "01/02/2027"),
    "55": changed(calendar_1904),
    "56": cell("Unit", "jam_efektif 2", 9000),
    "57": cell("Pegawai", "nama 2", "n" * 201),
    "58": cell("Pegawai", "nama 2", "Pegawai\N{ZERO WIDTH SPACE} Sa\N{RIGHT-TO-LEFT OVERRIDE}tu"),
    "59": cell("Pegawai", "catatan 2", '=HYPERLINK("http://contoh.invalid")'),
    "60": unit(lambda made: made),
    "61": unit(pelaksana_as_lead),
    "62": unit(lead_of_two),
    "63": unit(member_of_three),
    "64 locked": unit(guest_without_consent),
    "64 pending": consent(Consent.PENDING),
    "64 refused": consent(Consent.REFUSED),
    "65": unheld,
    "66 UTF-16": csv_file("Tim", lambda text: text.replace(";", "\t"), "utf-16"),
    "66 sep": csv_file("Tim", lambda text: "sep=;\n" + text),
    "66 cp1252": csv_file("Tim", lambda text: text.replace("Tim Data", "Tim “Data”"), "cp1252"),
    "67": csv_file("Tim", commas),
    "68": csv_file("Tim", lambda text: text.replace("Tim Data", "Tim;Data;tambahan")),
    "69": csv_file("Tim", lambda text: text.replace("Tim Data", '"Tim Data')),
    "69 long": csv_file("Tim", lambda text: text.replace("Tim Data", "Tim Data" * 20_000)),
    "70 NUL": csv_file("Tim", lambda text: text.replace("Tim Data", "Tim\0Data")),
    "70 bytes": csv_bytes("Tim", b"Tim Data", b"Tim\x81Data"),
    "71": csv_file("Tim", lambda text: text.replace("Tim Data", "Tim CafÃ©")),
    "75": of_two_years,
    "76": changed(other_template),
}
