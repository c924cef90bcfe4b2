"""What was guessed of people, left open or could not be read, person by person and in sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from alokasi.forms.listed import Listed
from alokasi.forms.notes import About, Note, doubted, told
from alokasi.forms.positions import retirement_age
from alokasi.forms.sheets import Pages
from alokasi.forms.staff import Person
from alokasi.texts import Message, Names
from alokasi.workbook import names
from alokasi.workbook.input_pages import Mark
from alokasi.workbook.nip import read_nip
from alokasi.workbook.raw import Place
from alokasi.workbook.words import folded

_LEAVING = frozenset({"pensiun", "bup", "mutasi", "pindah", "cuti", "cltn", "tubel", "tugas", "meninggal"})


def people_notes(pages: Pages, people: Iterable[Listed], year: int | None, with_nip: bool) -> Iterator[Note]:
    """`year`: of the plan; without it nobody's retirement is thought of."""
    everybody = tuple(people)
    for one in everybody:
        yield from (replace(note, file=one.file) for note in _person_notes(one, year, with_nip))
    yield from _sum_notes(pages, everybody, with_nip)


def _person_notes(one: Listed, year: int | None, with_nip: bool) -> Iterator[Note]:
    person = one.person
    shown = f"{one.id} {person.name}"
    if with_nip and person.nip is not None:
        yield from (Note(About.PEOPLE, issue) for issue in read_nip(person.nip, person.nip_at)[1])
    for field, at in person.unread.items():
        said = Message.of("Tanggal tidak dapat dibaca dan dikosongkan.")
        yield doubted(
            About.DATES, "I25", at, person.texts.get(field, ""), said, Message.of("Tulis HH/BB/TTTT.")
        )
    if person.away:
        said = Message.of("{orang}: “{keadaan}”; tetap disalin.", orang=shown, keadaan=person.away)
        action = Message.of("Isi ketersediaan 0 bila ia tidak bekerja di unit ini sepanjang tahun.")
        yield doubted(About.PEOPLE, "I25", person.at, person.away, said, action)
    text = person.texts.get("status", "")
    if person.status is None and text and not person.away:
        said = Message.of("{orang}: status “{ada}” tidak dikenal; dibaca PNS.", orang=shown, ada=text)
        yield doubted(About.PEOPLE, "I25", person.at, text, said, Message.of("Tulis PNS atau PPPK."))
    if not one.official and person.position.category is None:
        said = Message.of(
            "{orang}: kategori tidak dapat dikenali dari “{jabatan}”.",
            orang=shown,
            jabatan=person.position.name,
        )
        action = Message.of("Pilih JF Keahlian, JF Keterampilan, atau Pelaksana di lembar Pegawai.")
        yield doubted(About.PEOPLE, "I25", person.at, person.position.name, said, action)
    grade = person.texts.get("grade", "")
    if grade and not person.grade:
        said = Message.of(
            "{orang}: golongan “{ada}” tidak dapat dibaca dan dikosongkan.", orang=shown, ada=grade
        )
        yield doubted(
            About.PEOPLE,
            "I25",
            person.at,
            grade,
            said,
            Message.of("Tulis misalnya III/c, atau IX untuk PPPK."),
        )
    note = person.texts.get("note", "")
    if not person.dates.get("leaves") and {*folded(note).split()} & _LEAVING:
        said = Message.of(
            "{orang}: catatan “{ada}” tidak dipahami; hanya disalin.", orang=shown, ada=note[:60]
        )
        action = Message.of(
            "Isi pensiun_atau_pindah atau ketersediaan bila ia tidak bekerja sepanjang tahun."
        )
        yield doubted(About.DATES, "I25", person.at, note[:60], said, action)
    yield from _retirement(one, year)


def _retirement(one: Listed, year: int | None) -> Iterator[Note]:
    """Only a reminder: the age is what is usual, and the date is not filled in."""
    person = one.person
    born, age = _born(person), retirement_age(person.position.level, person.position.kind)
    if born is None or age is None or year is None or "leaves" in person.dates or born.year + age > year:
        return
    said = Message.of(
        "{id} mencapai usia pensiun yang lazim ({umur} tahun) pada {tahun}.",
        id=one.id,
        umur=age,
        tahun=str(born.year + age),
    )
    action = Message.of("Periksa, lalu isi pensiun_atau_pindah bila benar.")
    yield doubted(About.DATES, "I29", person.at, one.id, said, action)


def _born(person: Person) -> date | None:
    if "birth" in person.dates:
        return person.dates["birth"]
    digits = "".join(c for c in str(person.nip or "") if c.isdigit())
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if len(digits) == 18 else None
    except ValueError:
        return None


def _sum_notes(pages: Pages, everybody: tuple[Listed, ...], with_nip: bool) -> Iterator[Note]:
    officials = tuple(one for one in everybody if one.official)
    if not everybody:
        return
    at = Place(names.STAFF)
    said = Message.of(
        "{pegawai} orang menjadi baris Pegawai, {pejabat} pejabat struktural menjadi baris Pejabat.",
        pegawai=len(everybody) - len(officials),
        pejabat=len(officials),
    )
    yield told(About.PEOPLE, "I25", at, "", said)
    silent = [
        one.id
        for one in everybody
        if not one.person.vacant and not one.person.texts.get("status") and one.person.status is None
    ]
    if silent:
        said = Message.of("Status {n} orang tidak disebut; dibaca PNS.", n=len(silent))
        yield doubted(About.PEOPLE, "I25", at, "status", said, Message.of("Tulis PPPK bagi yang bukan PNS."))
    graded = [one.id for one in everybody if "status" in one.person.guessed]
    if graded:
        said = Message.of(
            "Status {n} orang tidak disebut; dibaca PPPK menurut golongannya: {kode}.",
            n=len(graded),
            kode=Names(tuple(graded)),
        )
        yield doubted(About.PEOPLE, "I25", at, "status", said, Message.of("Periksa sel kuning."))
    numbered = [one.id for one in everybody if one.id != one.person.texts.get("id", "")]
    if numbered:
        said = Message.of(
            "{n} orang diberi kode menurut urutan daftar: {kode}.",
            n=len(numbered),
            kode=Names(tuple(numbered)),
        )
        yield told(About.PEOPLE, "I25", at, "id_pegawai", said)
    vacant = [one.id for one in everybody if one.person.vacant]
    if vacant:
        said = Message.of(
            "Jabatan tanpa nama dibaca sebagai jabatan kosong: {kode}.", kode=Names(tuple(vacant))
        )
        yield doubted(
            About.PEOPLE, "I25", at, "status", said, Message.of("Isi namanya bila ada yang menjabat.")
        )
    guessed = [one.id for one in everybody if {"kind", "category"} & one.person.guessed]
    if guessed:
        said = Message.of(
            "Jenis atau kategori jabatan diduga dari namanya: {kode}.", kode=Names(tuple(guessed))
        )
        yield doubted(About.PEOPLE, "I25", at, "kategori", said, Message.of("Periksa sel kuning."))
    themes = pages.count(names.STAFF, "rumpun", Mark.GUESSED)
    if themes:
        said = Message.of("Rumpun {n} pegawai diduga dari nama jabatannya.", n=themes)
        action = Message.of("Periksa sel kuning, atau kosongkan.")
        yield doubted(About.PEOPLE, "I23", at, "rumpun", said, action)
    superiors = pages.count(names.STAFF, "atasan_langsung", Mark.GUESSED)
    superiors += pages.count(names.OFFICIALS, "atasan", Mark.GUESSED)
    if superiors:
        said = Message.of(
            "Atasan {n} orang tidak disebut; diduga kepala bagiannya, atau pimpinan unitnya.", n=superiors
        )
        yield doubted(About.PEOPLE, "I26", at, "atasan", said, Message.of("Periksa sel kuning."))
    lost = pages.open.get((names.STAFF, "atasan_langsung"), 0)
    if lost:
        said = Message.of(
            "Atasan langsung {n} pegawai tidak ditemukan di antara pejabat dalam daftar.", n=lost
        )
        yield doubted(
            About.PEOPLE, "I26", at, "atasan_langsung", said, Message.of("Isi sel jingga dengan id_pejabat.")
        )
    if not with_nip and any(one.person.nip is not None for one in everybody):
        said = Message.of("NIP tidak disalin ke jembatan.")
        yield told(About.PEOPLE, "I28", at, "nip", said, Message.of("Tambahkan --with-nip bila diperlukan."))
