"""What can be wrong with a single cell, as messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from alokasi.texts import Hours, Message, Names, exact
from alokasi.workbook.faults import error, info, warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place


def masked(nip: str) -> str:
    """Only the last three digits: a NIP tells birth date and sex."""
    return "…" + nip[-3:] if len(nip) > 3 else "…"


def nip_rounded(at: Place, nip: str) -> Issue:
    rule = Message.of("NIP sudah dibulatkan Excel; angka aslinya hilang dan tidak dipakai.")
    return warning("W028", at, masked(nip), rule, _RETYPE)


def nip_number(at: Place, nip: str) -> Issue:
    rule = Message.of(
        "NIP tersimpan sebagai angka; digit ke-16 sampai 18 tidak dapat dipercaya dan tidak dipakai."
    )
    return warning("W029", at, masked(nip), rule, _RETYPE)


_RETYPE = Message.of("Ubah kolom ke format Teks lalu isi ulang 18 digit.")


def nip_length(at: Place, nip: str) -> Issue:
    rule = Message.of("NIP {n} digit, seharusnya 18.", n=len(nip))
    return warning("W030", at, masked(nip), rule, _CHECK_NIP)


def nip_spaces(at: Place, nip: str) -> Issue:
    rule = Message.of("Spasi atau tanda pada NIP dibuang.")
    return warning("W031", at, masked(nip), rule, Message.of("Tulis 18 digit tanpa spasi."))


def nip_letters(at: Place, nip: str, strange: str) -> Issue:
    rule = Message.of("NIP memuat “{tanda}”; hanya angka 0-9.", tanda=strange)
    return warning("W032", at, masked(nip), rule, _CHECK_NIP)


def nip_part(at: Place, nip: str, part: Message) -> Issue:
    rule = Message.of("Bagian {bagian} pada NIP tidak sah.", bagian=part)
    return warning("W033", at, masked(nip), rule, _CHECK_NIP)


_CHECK_NIP = Message.of("Periksa NIP pada data kepegawaian.")


def nip_twice(at: Place, nip: str, first: Place, name: str) -> Issue:
    rule = Message.of("NIP sama dengan {sel} ({nama}).", sel=f"{first.sheet}!{first.cell}", nama=name)
    return warning("W034", at, masked(nip), rule, _CHECK_NIP)


def same_name(at: Place, name: str, first: Place) -> Issue:
    rule = Message.of("Nama sama dengan {sel} tetapi NIP berbeda.", sel=f"{first.sheet}!{first.cell}")
    return warning("W035", at, name, rule, Message.of("Pastikan keduanya orang yang berbeda."))


def required(at: Place, column: str) -> Issue:
    rule = Message.of("Kolom {kolom} wajib diisi.", kolom=column)
    return error("W036", at, "", rule, Message.of("Isi {kolom}.", kolom=column))


def required_here(at: Place, column: str, why: Message) -> Issue:
    rule = Message.of("Kolom {kolom} wajib diisi {sebab}.", kolom=column, sebab=why)
    return error("W036", at, "", rule, Message.of("Isi {kolom}.", kolom=column))


def not_in_list(at: Place, value: str, column: str, choices: Iterable[str], near: str) -> Issue:
    rule = Message.of(
        "“{nilai}” bukan nilai sah untuk {kolom}. Pilihan: {pilihan}.",
        nilai=value,
        kolom=column,
        pilihan=Names(tuple(choices), 20),
    )
    if near:
        action = Message.of("Mungkin maksudnya {dekat}.", dekat=near)
    else:
        action = Message.of("Pilih salah satu nilai dalam daftar.")
    return error("W037", at, value, rule, action)


def read_as(at: Place, value: str, column: str, meant: str) -> Issue:
    rule = Message.of("“{nilai}” dibaca sebagai {maksud}.", nilai=value, maksud=meant)
    return warning(
        "W037", at, value, rule, Message.of("Tulis {maksud} di kolom {kolom}.", maksud=meant, kolom=column)
    )


def dash_read_as_blank(at: Place, value: str) -> Issue:
    rule = Message.of("“{nilai}” dibaca sebagai kosong.", nilai=value)
    return warning("W037", at, value, rule, Message.of("Kosongkan selnya."))


def unknown_code(at: Place, value: str, column: str, sheet: str, near: str) -> Issue:
    rule = Message.of(
        "{kolom} “{nilai}” tidak ada di lembar {lembar}.", kolom=column, nilai=value, lembar=sheet
    )
    if near:
        action = Message.of(
            "Mungkin maksudnya {dekat}; bila bukan, tambahkan di lembar {lembar}.", dekat=near, lembar=sheet
        )
    else:
        action = Message.of("Perbaiki kodenya, atau tambahkan di lembar {lembar}.", lembar=sheet)
    return error("W038", at, value, rule, action)


def code_twice(at: Place, value: str, column: str, first: str) -> Issue:
    rule = Message.of("{kolom} “{nilai}” sudah dipakai di {sel}.", kolom=column, nilai=value, sel=first)
    return error("W039", at, value, rule, Message.of("Beri kode lain, atau hapus baris yang ganda."))


def row_twice(at: Place, value: str, first: str) -> Issue:
    rule = Message.of("Baris ini sama dengan baris di {sel}.", sel=first)
    return error("W039", at, value, rule, Message.of("Hapus salah satu baris."))


def almost_same(at: Place, value: str, other: str, first: str) -> Issue:
    rule = Message.of("“{nilai}” dan “{lain}” di {sel} hampir sama.", nilai=value, lain=other, sel=first)
    return error("W040", at, value, rule, Message.of("Samakan, atau beri kode yang jelas berbeda."))


def code_read_as(at: Place, value: str, meant: str, sheet: str) -> Issue:
    rule = Message.of(
        "“{nilai}” dibaca sebagai {maksud} di lembar {lembar}.", nilai=value, maksud=meant, lembar=sheet
    )
    return warning("W040", at, value, rule, Message.of("Tulis {maksud}.", maksud=meant))


def not_a_number(at: Place, value: str, suggestion: str) -> Issue:
    rule = Message.of("“{nilai}” bukan angka.", nilai=value)
    if suggestion:
        action = Message.of(
            "Mungkin maksudnya {dekat}. Tulis angka saja, desimal memakai koma.", dekat=suggestion
        )
    else:
        action = Message.of("Tulis angka saja, misalnya 1250 atau 1250,5.")
    return error("W041", at, value, rule, action)


def not_whole(at: Place, value: str, column: str) -> Issue:
    rule = Message.of("{kolom} harus bilangan bulat.", kolom=column)
    return error("W041", at, value, rule, Message.of("Tulis bilangan bulat."))


def number_read_as(at: Place, value: str, meant: str) -> Issue:
    rule = Message.of("“{nilai}” tersimpan sebagai teks dan dibaca {maksud}.", nilai=value, maksud=meant)
    return warning("W042", at, value, rule, Message.of("Periksa, lalu tulis sebagai angka."))


def ambiguous_number(at: Place, value: str, large: str, small: str) -> Issue:
    rule = Message.of("“{nilai}” bisa berarti {besar} atau {kecil}.", nilai=value, besar=large, kecil=small)
    return error("W043", at, value, rule, Message.of("Tulis tanpa titik, misalnya {besar}.", besar=large))


def out_of_range(at: Place, value: str, column: str, least: str, most: str, above: bool) -> Issue:
    """`above`: more than `least`, else from `least` on; blank `most`: no upper limit."""
    limits = {"kolom": column, "paling_kecil": least, "paling_besar": most}
    if not most:
        rule = Message.of("{kolom} harus lebih dari {paling_kecil}.", kolom=column, paling_kecil=least)
    elif above:
        rule = Message.of(
            "{kolom} harus lebih dari {paling_kecil} dan paling besar {paling_besar}.", **limits
        )
    else:
        rule = Message.of("{kolom} harus {paling_kecil} sampai {paling_besar}.", **limits)
    return error("W044", at, value, rule, Message.of("Perbaiki angkanya."))


def error_value(at: Place, value: str) -> Issue:
    rule = Message.of("Rumus menghasilkan {nilai}.", nilai=value)
    return error("W045", at, value, rule, Message.of("Perbaiki rumusnya atau tulis nilainya."))


def not_computed(at: Place, formula: str) -> Issue:
    rule = Message.of("Rumus belum dihitung.")
    return error("W046", at, formula, rule, Message.of("Buka di Excel, simpan, lalu baca lagi."))


def other_file(at: Place, formula: str) -> Issue:
    rule = Message.of("Rumus mengambil data dari berkas lain.")
    return error("W047", at, formula, rule, Message.of("Salin sebagai nilai."))


def percent_format(at: Place, value: str, meant: str) -> Issue:
    rule = Message.of("{nilai} berformat persen dan dibaca {maksud} persen.", nilai=value, maksud=meant)
    return warning("W049", at, value, rule, Message.of("Tulis 0 sampai 100 tanpa format persen."))


def share_not_percent(at: Place, value: str, meant: str) -> Issue:
    rule = Message.of("{nilai} dibaca {nilai} persen, bukan {maksud} persen.", nilai=value, maksud=meant)
    return warning("W049", at, value, rule, Message.of("Tulis {maksud} bila itu maksudnya.", maksud=meant))


def shown_differently(at: Place, seen: str, stored: str) -> Issue:
    rule = Message.of("Tampil {tampil} tetapi isinya {nilai}, yang dipakai.", tampil=seen, nilai=stored)
    return warning("W050", at, stored, rule, Message.of("Bulatkan isinya, atau tampilkan desimalnya."))


def workload_differs(at: Place, found: str, expected: str) -> Issue:
    rule = Message.of(
        "beban_jam {ada} tidak sama dengan volume x norma_jam = {hitung} (beda lebih dari 0,5 jam).",
        ada=found,
        hitung=expected,
    )
    return error("W051", at, found, rule, Message.of("Perbaiki volume, norma_jam, atau kosongkan beban_jam."))


def date_read_as(at: Place, value: str, meant: date) -> Issue:
    rule = Message.of("“{nilai}” tersimpan sebagai teks dan dibaca {maksud}.", nilai=value, maksud=meant)
    return warning("W052", at, value, rule, Message.of("Periksa, lalu tulis sebagai tanggal HH/BB/TTTT."))


def not_a_date(at: Place, value: str) -> Issue:
    rule = Message.of("“{nilai}” bukan tanggal yang sah.", nilai=value)
    return error("W053", at, value, rule, Message.of("Tulis HH/BB/TTTT, misalnya 31/12/2027."))


def ambiguous_date(at: Place, value: str, one: date, other: date) -> Issue:
    rule = Message.of(
        "“{nilai}” bisa berarti {satu} atau {dua}: di kolom ini ada tanggal yang bulannya di depan.",
        nilai=value,
        satu=one,
        dua=other,
    )
    return error("W053", at, value, rule, Message.of("Tulis semua tanggal di kolom ini sebagai HH/BB/TTTT."))


def dates_reversed(at: Place, value: str) -> Issue:
    rule = Message.of("Tanggal pensiun atau pindah sebelum tanggal mulai.")
    return error("W054", at, value, rule, Message.of("Perbaiki salah satu tanggal."))


def over_a_year(at: Place, hours: Decimal, year_hours: int) -> Issue:
    rule = Message.of(
        "{jam} jam efektif melebihi {batas} setahun.", jam=exact(hours), batas=Hours(year_hours * 60)
    )
    return error("W056", at, str(hours), rule, Message.of("Tulis jam efektif satu orang setahun."))


def unusual_hours(at: Place, hours: Decimal, least: Decimal, most: Decimal) -> Issue:
    rule = Message.of(
        "{jam} jam efektif tidak lazim; biasanya {paling_kecil} sampai {paling_besar} jam setahun.",
        jam=exact(hours),
        paling_kecil=int(least),
        paling_besar=int(most),
    )
    return warning(
        "W056", at, str(hours), rule, Message.of("Pastikan satuannya jam setahun untuk satu orang.")
    )


def too_long(at: Place, text: str, most: int) -> Issue:
    rule = Message.of("{n} huruf, batas {batas}.", n=len(text), batas=most)
    return error("W057", at, text[:40], rule, Message.of("Persingkat teksnya."))


def invisible_marks(at: Place, value: str, marks: str) -> Issue:
    rule = Message.of("Karakter tak terlihat ({tanda}) dibuang.", tanda=marks)
    return warning("W058", at, value, rule, Message.of("Periksa teksnya."))


def plain_text(at: Place, value: str) -> Issue:
    rule = Message.of("Isi ini mirip rumus dan disimpan sebagai teks biasa.")
    return info("W059", at, value, rule)
