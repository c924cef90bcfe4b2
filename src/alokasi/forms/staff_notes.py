"""How a staff list was read: its columns, the people left out, data that are not needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alokasi.forms.lexicon import Lexicon
from alokasi.forms.notes import About, Note, doubted, rows_named, told
from alokasi.forms.staff import Person, nameless
from alokasi.forms.staff_table import StaffTable
from alokasi.texts import Message, Names
from alokasi.workbook.raw import place

FIELDS = {
    "id": Message.of("id_pegawai"),
    "name": Message.of("nama"),
    "name_nip": Message.of("nama dan NIP"),
    "nip": Message.of("NIP"),
    "unit": Message.of("unit kerja"),
    "unit_code": Message.of("kode unit"),
    "superior": Message.of("atasan langsung"),
    "kind": Message.of("jenis jabatan"),
    "position": Message.of("nama jabatan"),
    "level": Message.of("jenjang"),
    "grade": Message.of("golongan"),
    "echelon": Message.of("eselon"),
    "job_class": Message.of("kelas jabatan"),
    "status": Message.of("status PNS atau PPPK"),
    "active": Message.of("keaktifan"),
    "availability": Message.of("ketersediaan"),
    "starts": Message.of("mulai"),
    "leaves_first": Message.of("hari pertama pensiun; hari terakhir bekerja sehari sebelumnya"),
    "leaves_last": Message.of("pensiun_atau_pindah"),
    "birth": Message.of("tanggal lahir; hanya untuk mengingatkan usia pensiun, tidak disalin"),
    "theme": Message.of("rumpun"),
    "note": Message.of("catatan"),
    "number": Message.of("nomor urut"),
}


def list_notes(table: StaffTable, persons: Iterable[Person], words: Lexicon) -> Iterator[Note]:
    persons = tuple(persons)
    seen, count = table.seen, sum(not person.vacant for person in persons)
    said = Message.of(
        "Dikenali sebagai daftar pegawai: {n} orang; judul kolom di baris {baris}.", n=count, baris=table.top
    )
    yield told(About.FORM, "I01", seen.at(table.top), "", said)
    private = []
    for column, title in sorted(table.titles.items()):
        at = place(seen.raw.name, table.top, column)
        if title.field:
            said = Message.of("Dibaca sebagai {isi}.", isi=FIELDS[title.field])
            if title.sure:
                yield told(About.COLUMN, "I02", at, title.text, said)
            else:
                check = Message.of("Judulnya hanya mirip; perbaiki judul bila keliru.")
                yield doubted(About.COLUMN, "I02", at, title.text, said, check)
        elif title.known:
            private.append(title.text)
        else:
            said = Message.of("Tidak dikenal dan ditinggalkan.")
            check = Message.of("Bila isinya penting, beri judul yang dikenal.")
            yield doubted(About.COLUMN, "I03", at, title.text, said, check)
    if private:
        said = Message.of(
            "Data yang tidak diperlukan tidak disalin: {kolom}.", kolom=Names(tuple(private), 20)
        )
        yield told(About.PEOPLE, "I28", seen.at(table.top), "", said)
    rest = nameless(table, persons)
    if rest:
        said = Message.of("Baris tanpa orang dilewati: baris {baris}.", baris=rows_named(rest))
        yield told(About.ROW, "I10", seen.at(rest[0]), seen.own(rest[0], 1), said)


def stays(person: Person) -> bool:
    return not person.gone and not person.outside


def left_out(persons: Iterable[Person]) -> Iterator[Note]:
    """Everybody who is not copied, each with the word that says why."""
    for person in persons:
        if person.gone:
            said = Message.of("{nama} tidak disalin: “{keadaan}”.", nama=person.name, keadaan=person.gone)
            check = Message.of("Tambahkan di lembar Pegawai bila ia tetap bekerja.")
            yield doubted(About.PEOPLE, "I27", person.at, person.gone, said, check)
        elif person.outside:
            said = Message.of(
                "{nama} tidak disalin: bukan ASN (“{keadaan}”).", nama=person.name, keadaan=person.outside
            )
            check = Message.of("Tim Kerja beranggotakan PNS dan PPPK.")
            yield doubted(About.PEOPLE, "I27", person.at, person.outside, said, check)
