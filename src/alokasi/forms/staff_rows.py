"""People of staff lists as rows of Pegawai and Pejabat, superiors found among the officials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alokasi.forms.amounts import amount
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.positions import position_theme
from alokasi.forms.sheets import Pages
from alokasi.forms.staff import Person
from alokasi.forms.units import Units
from alokasi.workbook import names
from alokasi.workbook.nip import read_nip
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


def add_people(pages: Pages, people: Iterable[Listed], units: Units, with_nip: bool, words: Lexicon) -> None:
    """`people`: all of every list; superiors are sought among the officials of all."""
    everybody = tuple(people)
    officials = tuple(one for one in everybody if one.official)
    for one in officials:
        _add_official(pages, one, officials, units, with_nip, words)
    for one in everybody:
        if not one.official:
            _add_employee(pages, one, officials, units, with_nip, words)


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
