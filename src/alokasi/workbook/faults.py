"""What can be wrong with a file, a sheet or a header, as messages; `cell_faults` holds those of cells.

Codes are stable. W001-W076 are the general kinds of bad input; of this workbook alone are W077 example rows,
W078 a reading without choice, W079 a limit only the regulation sets, W080 blank levels, W081 rows of a team
that differ, W082 hours of a seat, W083 a loan into one's own unit, W084 a guest nobody asked for, W085 a career
that leads nowhere, W086 a rank that cannot be read, W087 a level of another category, W088 a person away all year,
W089 a circle of superiors, W090 a unit without staff, W091 a person twice in a team, W092 work without a seat,
W093 a member who advises the own team, W094 a theme spelled almost like another, W095 more errors than anybody reads.
K codes name the clause that is touched.
"""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.texts import Message, Names
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.raw import Place

NOTHING = Message("")


def error(code: str, at: Place, value: str, rule: Message, action: Message) -> Issue:
    return Issue(Severity.ERROR, code, at.sheet, at.cell, value, rule, action)


def warning(code: str, at: Place, value: str, rule: Message, action: Message) -> Issue:
    return Issue(Severity.WARNING, code, at.sheet, at.cell, value, rule, action)


def info(code: str, at: Place, value: str, rule: Message, action: Message = NOTHING) -> Issue:
    return Issue(Severity.INFO, code, at.sheet, at.cell, value, rule, action)


def calendar_1904() -> Issue:
    rule = Message.of("Buku kerja memakai kalender 1904; tanggal sudah disesuaikan.")
    return info("W055", Place(""), "", rule)


def too_many_rows(sheet: str, count: int, most: int) -> Issue:
    rule = Message.of("Lembar {lembar} memuat {n} baris, batas {batas}.", lembar=sheet, n=count, batas=most)
    action = Message.of("Hapus baris yang tidak dipakai, atau bagi menjadi beberapa buku kerja.")
    return error("W013", Place(sheet), str(count), rule, action)


def too_many_columns(sheet: str, count: int, most: int) -> Issue:
    rule = Message.of("Lembar {lembar} memuat {n} kolom, batas {batas}.", lembar=sheet, n=count, batas=most)
    action = Message.of("Hapus kolom yang tidak dipakai.")
    return error("W013", Place(sheet), str(count), rule, action)


def too_many_errors(sheet: str, most: int, row: int) -> Issue:
    rule = Message.of(
        "Lebih dari {n} galat; pemeriksaan lembar ini berhenti di baris {baris}.", n=most, baris=row
    )
    action = Message.of("Perbaiki dulu yang sudah disebutkan, lalu periksa lagi.")
    return error("W095", Place(sheet), "", rule, action)


def stray_cells(at: Place, count: int) -> Issue:
    rule = Message.of("{n} sel jauh di luar tabel diabaikan.", n=count)
    return warning(
        "W011", at, str(count), rule, Message.of("Kosongkan sel itu, atau pindahkan ke dalam tabel.")
    )


def untitled_cells(at: Place, count: int) -> Issue:
    rule = Message.of("{n} sel di kolom tanpa judul diabaikan.", n=count)
    return warning(
        "W011", at, str(count), rule, Message.of("Kosongkan sel itu, atau beri judul kolom yang dikenal.")
    )


def sheet_missing(sheet: str, present: Iterable[str], near: str) -> Issue:
    rule = Message.of(
        "Lembar {lembar} wajib ada. Lembar yang ada: {ada}.", lembar=sheet, ada=Names(tuple(present), 20)
    )
    if near:
        action = Message.of(
            "Ubah nama lembar {dekat} menjadi {lembar} bila itu maksudnya.", dekat=near, lembar=sheet
        )
    else:
        action = Message.of("Tambahkan lembar {lembar} dari templat.", lembar=sheet)
    return error("W015", Place(sheet), "", rule, action)


def two_sheets(sheet: str, first: str, second: str) -> Issue:
    rule = Message.of(
        "Dua lembar cocok untuk {lembar}: {satu} dan {dua}.", lembar=sheet, satu=first, dua=second
    )
    return error("W016", Place(second), second, rule, Message.of("Hapus salah satu."))


def sheet_hidden(sheet: str) -> Issue:
    rule = Message.of("Lembar {lembar} tersembunyi dan tetap dibaca.", lembar=sheet)
    return warning("W017", Place(sheet), sheet, rule, Message.of("Tampilkan lembar itu dan periksa isinya."))


def hidden_sheet_skipped(sheet: str) -> Issue:
    rule = Message.of("Lembar {lembar} tersembunyi dan dilewati.", lembar=sheet)
    action = Message.of("Tampilkan lembar itu; ubah namanya bila isinya harus dibaca.")
    return warning("W017", Place(sheet), sheet, rule, action)


def sheet_ignored(sheet: str, near: str) -> Issue:
    rule = Message.of("Lembar {lembar} tidak dikenal dan diabaikan.", lembar=sheet)
    if not near:
        return info("W015", Place(sheet), "", rule)
    action = Message.of("Ubah namanya menjadi {dekat} bila itu maksudnya.", dekat=near)
    return warning("W015", Place(sheet), "", rule, action)


def sheet_renamed(found: str, sheet: str) -> Issue:
    rule = Message.of("Lembar “{ada}” dibaca sebagai {lembar}.", ada=found, lembar=sheet)
    return info("W024", Place(sheet), found, rule)


def sheet_taken_for(found: str, sheet: str) -> Issue:
    rule = Message.of(
        "Lembar {lembar} tidak ada; “{ada}” dibaca sebagai {lembar} karena judul kolomnya cocok.",
        lembar=sheet,
        ada=found,
    )
    action = Message.of("Ubah nama lembar itu menjadi {lembar} bila benar.", lembar=sheet)
    return warning("W015", Place(found), found, rule, action)


def rows_hidden(sheet: str, rows: tuple[int, ...]) -> Issue:
    rule = Message.of(
        "{n} baris tersembunyi ikut dihitung (baris {baris}).",
        n=len(rows),
        baris=Names(tuple(map(str, rows))),
    )
    return warning(
        "W018",
        Place(sheet, f"A{rows[0]}"),
        str(len(rows)),
        rule,
        Message.of("Tampilkan baris itu, atau hapus bila tidak dipakai."),
    )


def merged_cells(at: Place, ranges: tuple[str, ...]) -> Issue:
    rule = Message.of("Sel gabungan di {daerah}; hanya sel pertamanya yang berisi.", daerah=Names(ranges))
    return warning("W020", at, ranges[0], rule, Message.of("Pisahkan sel gabungan dan isi tiap sel."))


def merged_header(at: Place, ranges: tuple[str, ...], row: int) -> Issue:
    rule = Message.of(
        "Sel gabungan di {daerah}; judul kolom dibaca dari baris {baris}.", daerah=Names(ranges), baris=row
    )
    return warning("W020", at, ranges[0], rule, _ONE_LINE)


def header_of_two_lines(sheet: str, row: int) -> Issue:
    """`row`: the lower of the two."""
    rule = Message.of("Judul kolom dua baris: dibaca dari baris {atas} dan {bawah}.", atas=row - 1, bawah=row)
    return warning("W020", Place(sheet, f"A{row - 1}"), f"{row - 1}, {row}", rule, _ONE_LINE)


_ONE_LINE = Message.of("Tulis judul kolom dalam satu baris tanpa sel gabungan.")


def header_below(sheet: str, row: int) -> Issue:
    return info("W019", Place(sheet, f"A{row}"), "", Message.of("Judul kolom ditemukan di baris {n}.", n=row))


def column_missing(sheet: str, column: str, present: Iterable[str], near: str) -> Issue:
    rule = Message.of(
        "Kolom wajib {kolom} tidak ada. Kolom yang ada: {ada}.", kolom=column, ada=Names(tuple(present), 20)
    )
    if near:
        action = Message.of(
            "Ubah judul “{dekat}” menjadi {kolom} bila itu maksudnya.", dekat=near, kolom=column
        )
    else:
        action = Message.of("Tambahkan kolom berjudul {kolom} dan isi.", kolom=column)
    return error("W021", Place(sheet), "", rule, action)


def column_twice(at: Place, header: str, column: str, first: str) -> Issue:
    rule = Message.of(
        "Judul {judul} sudah ada di {sel} untuk kolom {kolom}.", judul=header, sel=first, kolom=column
    )
    return error("W022", at, header, rule, Message.of("Hapus salah satu kolom."))


def column_unknown(at: Place, header: str) -> Issue:
    rule = Message.of("Kolom “{judul}” tidak dikenal dan diabaikan.", judul=header)
    return warning("W023", at, header, rule, Message.of("Perbaiki judulnya, atau hapus kolom itu."))


def running_number(at: Place, header: str) -> Issue:
    rule = Message.of("Kolom “{judul}” (nomor urut) tidak diperlukan.", judul=header)
    return info("W023", at, header, rule)


def header_read_as(at: Place, header: str, column: str, sure: bool) -> Issue:
    rule = Message.of("Judul “{judul}” dibaca sebagai {kolom}.", judul=header, kolom=column)
    if sure:
        return info("W024", at, header, rule)
    return warning("W024", at, header, rule, Message.of("Tulis {kolom} bila benar.", kolom=column))


def no_rows(sheet: str, empty: int) -> Issue:
    """`empty`: rows that stand in the file without a value."""
    action = Message.of("Isi lembar {lembar}.", lembar=sheet)
    if not empty:
        rule = Message.of("Tidak ada baris data di lembar {lembar}.", lembar=sheet)
        return error("W025", Place(sheet), "", rule, action)
    rule = Message.of(
        "Tidak ada data di lembar {lembar}; {n} baris berformat kosong diabaikan.", lembar=sheet, n=empty
    )
    return error("W012", Place(sheet), str(empty), rule, action)


def nothing_to_judge(sheet: str, consequence: Message) -> Issue:
    rule = Message.of("Lembar {lembar} kosong. {akibat}", lembar=sheet, akibat=consequence)
    action = Message.of("Isi lembar {lembar} bila datanya ada.", lembar=sheet)
    return info("W025", Place(sheet), "", rule, action)


def blank_rows(sheet: str, count: int, first: int) -> Issue:
    rule = Message.of("{n} baris kosong di antara data dilewati, mulai baris {baris}.", n=count, baris=first)
    return info("W026", Place(sheet, f"A{first}"), "", rule)


def total_row(at: Place, value: str) -> Issue:
    rule = Message.of("Baris jumlah tidak dihitung sebagai data.")
    return warning("W027", at, value, rule, Message.of("Hapus baris jumlah dari lembar."))


def below_table(sheet: str, rows: tuple[int, ...], text: str) -> Issue:
    rule = Message.of("Isi di bawah tabel dilewati (baris {baris}).", baris=Names(tuple(map(str, rows))))
    action = Message.of("Bila itu data, isi kodenya dan sambung tanpa baris kosong.")
    return warning("W027", Place(sheet, f"A{rows[0]}"), text[:40], rule, action)


def example_rows(sheets: tuple[str, ...]) -> Issue:
    rule = Message.of("Baris contoh dilewati di lembar {lembar}.", lembar=Names(sheets, 20))
    return info("W077", Place(""), "", rule)


def minutes_header(at: Place, header: str) -> Issue:
    rule = Message.of("Judul “{judul}” menyebut menit; templat memakai jam.", judul=header)
    return error("W048", at, header, rule, Message.of("Bagi isinya dengan 60 dan ubah judulnya."))


def csv_read_as(sheet: str, encoding: str, separator: str) -> Issue:
    shown = _separator(separator)
    rule = Message.of("Dibaca sebagai {sandi} dengan pemisah “{pemisah}”.", sandi=encoding, pemisah=shown)
    return info("W066", Place(sheet), "", rule)


def _separator(sign: str) -> str:
    return "tab" if sign == "\t" else sign


def mixed_separators(sheet: str, row: int, first: str, other: str, head: int) -> Issue:
    """`head`: the row of the header, which decides."""
    rule = Message.of(
        "Baris {judul} memakai “{satu}”, baris {baris} memakai “{dua}”.",
        judul=head,
        satu=_separator(first),
        baris=row,
        dua=_separator(other),
    )
    return error(
        "W067",
        Place(sheet, f"A{row}"),
        _separator(other),
        rule,
        Message.of("Pakai satu pemisah di seluruh berkas."),
    )


def mojibake(at: Place, value: str) -> Issue:
    rule = Message.of("“{nilai}” mungkin salah pengodean.", nilai=value)
    return warning("W071", at, value, rule, Message.of('Simpan ulang sebagai "CSV UTF-8".'))


def ragged_row(sheet: str, row: int, found: int, expected: int) -> Issue:
    rule = Message.of(
        "Baris {baris} memuat {n} isian, seharusnya {batas}.", baris=row, n=found, batas=expected
    )
    action = Message.of("Beri tanda kutip pada isian yang memuat pemisah.")
    return error("W068", Place(sheet, f"A{row}"), str(found), rule, action)


def open_quote(sheet: str, row: int) -> Issue:
    rule = Message.of("Tanda kutip di baris {baris} tidak ditutup.", baris=row)
    action = Message.of("Tutup tanda kutipnya, atau simpan ulang berkas CSV dari Excel.")
    return error("W069", Place(sheet, f"A{row}"), "", rule, action)


def long_field(sheet: str, row: int, most: int) -> Issue:
    rule = Message.of(
        "Satu isian mulai baris {baris} lebih dari {batas} huruf; mungkin tanda kutipnya tidak ditutup.",
        baris=row,
        batas=most,
    )
    action = Message.of("Tutup tanda kutipnya, atau persingkat isiannya.")
    return error("W069", Place(sheet, f"A{row}"), "", rule, action)


def illegal_bytes(sheet: str, row: int) -> Issue:
    rule = Message.of("Baris {baris} memuat byte yang tidak sah.", baris=row)
    return error("W070", Place(sheet, f"A{row}"), "", rule, Message.of('Simpan sebagai "CSV UTF-8".'))


def other_template(version: str, known: str, columns: tuple[str, ...]) -> Issue:
    """`columns`: headers that are not those of our template."""
    action = Message.of("Perbarui Alokasi, atau salin data ke templat baru.")
    if columns:
        rule = Message.of(
            "Templat versi {versi}, bukan {dikenal}; kolom yang berbeda: {kolom}.",
            versi=version,
            dikenal=known,
            kolom=Names(columns, 20),
        )
    else:
        rule = Message.of("Templat versi {versi}, bukan {dikenal}.", versi=version, dikenal=known)
    return warning("W076", Place(""), version, rule, action)
