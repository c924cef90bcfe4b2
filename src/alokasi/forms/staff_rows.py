"""People of staff lists as rows of Pegawai and Pejabat, with what was guessed, left out or could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from alokasi.forms.amounts import amount
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.notes import About, Note, doubted, told
from alokasi.forms.positions import position_theme, retirement_age
from alokasi.forms.sheets import Pages
from alokasi.forms.staff import Person
from alokasi.forms.units import Units
from alokasi.texts import Message, Names
from alokasi.workbook import names
from alokasi.workbook.input_pages import Mark
from alokasi.workbook.nip import read_nip
from alokasi.workbook.raw import Place
from alokasi.workbook.words import folded
from alokasi_models.problem import EmployeeStatus, OfficialKind, OfficialStatus

_OPEN_OFFICIAL = ("nama", "kode_unit", "jabatan", "jenis_jabatan")
_OPEN_STAFF = ("nama", "kode_unit", "atasan_langsung", "kategori", "nama_jabatan")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with the list they stand in and the id they get; `unit` of the list's head."""

    file: str
    person: Person
    id: str
    unit: str

    @property
    def unit_name(self) -> str:
        return self.person.texts.get("unit", "") or self.unit

    @property
    def official(self) -> bool:
        return self.person.position.kind is not None


def listed(people: Iterable[tuple[str, str, Person]]) -> tuple[Listed, ...]:
    """`people`: (file, unit of the head line, person). Ids as the list has them, else P001 and B01 in order."""
    used: set[str] = set()
    counts = {True: 0, False: 0}
    found = []
    for file, unit, person in people:
        official = person.position.kind is not None
        counts[official] += 1
        id = person.texts.get("id", "")
        if not id or id in used:
            id = f"B{counts[True]:02}" if official else f"P{counts[False]:03}"
        used.add(id)
        found.append(Listed(file, person, id, unit))
    return tuple(found)


def add_people(
    pages: Pages, people: Iterable[Listed], units: Units, year: int | None, with_nip: bool, words: Lexicon
) -> Iterator[Note]:
    everybody = tuple(people)
    officials = tuple(one for one in everybody if one.official)
    for one in officials:
        _add_official(pages, one, officials, units, with_nip, words)
    for one in everybody:
        if not one.official:
            _add_employee(pages, one, officials, units, with_nip, words)
    for one in everybody:
        yield from (Note(n.about, n.issue, one.file) for n in _person_notes(one, year, with_nip, words))
    yield from _sum_notes(pages, everybody, officials, with_nip)


def _add_official(
    pages: Pages, one: Listed, officials: tuple[Listed, ...], units: Units, with_nip: bool, words: Lexicon
) -> None:
    person = one.person
    superior = _superior(one, officials)
    heads = [o for o in officials if o.person.position.kind is OfficialKind.PRATAMA and o is not one]
    below = person.position.kind in (OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS)
    guessed = ["jenis_jabatan"] if "kind" in person.guessed else []
    if superior is None and below and len(heads) == 1:
        superior = heads[0]
        guessed.append("atasan")
    row = {
        "id_pejabat": one.id,
        "nama": person.name,
        "nip": _nip(person) if with_nip else None,
        "kode_unit": units.code(person.texts.get("unit_code", ""), one.unit_name),
        "jabatan": person.position.name,
        "jenis_jabatan": person.position.kind,
        "atasan": superior.id if superior is not None else "",
        "golongan": person.grade,
        "kelas_jabatan": _whole(person.texts.get("job_class", ""), words),
        "status": OfficialStatus.ACTING if person.acting else OfficialStatus.DEFINITIVE,
    }
    pages.add(names.OFFICIALS, row, tuple(guessed), _OPEN_OFFICIAL)


def _add_employee(
    pages: Pages, one: Listed, officials: tuple[Listed, ...], units: Units, with_nip: bool, words: Lexicon
) -> None:
    person = one.person
    superior = _superior(one, officials)
    guessed = ["kategori"] if "category" in person.guessed else []
    if superior is None and not person.texts.get("superior") and len(officials) == 1:
        superior = officials[0]
        guessed.append("atasan_langsung")
    themes = person.texts.get("theme", "").replace(",", ";")
    if not themes:
        themes = position_theme(person.position.name)
        guessed.append("rumpun")
    row = {
        "id_pegawai": one.id,
        "nama": person.name,
        "nip": _nip(person) if with_nip else None,
        "kode_unit": units.code(person.texts.get("unit_code", ""), one.unit_name),
        "atasan_langsung": superior.id if superior is not None else "",
        "kategori": person.position.category,
        "nama_jabatan": person.position.name,
        "jenjang": person.position.level,
        "golongan": person.grade,
        "kelas_jabatan": _whole(person.texts.get("job_class", ""), words),
        "status": person.status or EmployeeStatus.PNS,
        "ketersediaan": _whole(person.texts.get("availability", "").rstrip("% "), words),
        "mulai": person.dates.get("starts"),
        "pensiun_atau_pindah": person.dates.get("leaves"),
        "rumpun": themes,
        "catatan": person.texts.get("note", ""),
    }
    pages.add(names.STAFF, row, tuple(guessed), _OPEN_STAFF)


def _superior(one: Listed, officials: tuple[Listed, ...]) -> Listed | None:
    """The official whom the column names by name, NIP, id or position; None where nobody or several fit."""
    text = one.person.texts.get("superior", "")
    if not text:
        return None
    fitting = [
        o
        for o in officials
        if o is not one
        and folded(text) in {folded(o.person.name), folded(o.person.position.name), folded(o.id), _digits(o)}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _digits(one: Listed) -> str:
    return folded(str(one.person.nip or "")).replace(" ", "")


def _nip(person: Person) -> str | None:
    return None if person.nip is None else read_nip(person.nip, person.nip_at)[0]


def _whole(text: str, words: Lexicon) -> int | None:
    value = amount(text or None, False, words).value
    return int(value) if value is not None and value == int(value) else None


def _person_notes(one: Listed, year: int | None, with_nip: bool, words: Lexicon) -> Iterator[Note]:
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


def _sum_notes(
    pages: Pages, everybody: tuple[Listed, ...], officials: tuple[Listed, ...], with_nip: bool
) -> Iterator[Note]:
    if not everybody:
        return
    at = Place(names.STAFF)
    said = Message.of(
        "{pegawai} orang menjadi baris Pegawai, {pejabat} pejabat struktural menjadi baris Pejabat.",
        pegawai=len(everybody) - len(officials),
        pejabat=len(officials),
    )
    yield told(About.PEOPLE, "I25", at, "", said)
    silent = [one.id for one in everybody if not one.person.texts.get("status")]
    if silent:
        said = Message.of("Status {n} orang tidak disebut; dibaca PNS.", n=len(silent))
        yield doubted(About.PEOPLE, "I25", at, "status", said, Message.of("Tulis PPPK bagi yang bukan PNS."))
    numbered = [one.id for one in everybody if one.id != one.person.texts.get("id", "")]
    if numbered:
        said = Message.of(
            "{n} orang diberi kode menurut urutan daftar: {kode}.",
            n=len(numbered),
            kode=Names(tuple(numbered)),
        )
        yield told(About.PEOPLE, "I25", at, "id_pegawai", said)
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
            "Atasan {n} orang tidak disebut; dipakai satu-satunya pejabat yang mungkin.", n=superiors
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
