"""People of staff lists as rows of Pegawai and Pejabat, superiors found among the officials."""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.forms.amounts import amount
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.listed import Listed, Superiors
from alokasi.forms.positions import position_theme
from alokasi.forms.sheets import Pages
from alokasi.forms.staff import Person
from alokasi.forms.units import Units
from alokasi.workbook import names
from alokasi.workbook.nip import read_nip
from alokasi_models.problem import EmployeeStatus, OfficialStatus

_OPEN_OFFICIAL = ("nama", "kode_unit", "jabatan", "jenis_jabatan")
_OPEN_STAFF = ("nama", "kode_unit", "atasan_langsung", "kategori", "nama_jabatan")


def add_people(pages: Pages, people: Iterable[Listed], units: Units, with_nip: bool, words: Lexicon) -> None:
    """`people`: all of every list; superiors are sought among the officials of all."""
    everybody = tuple(people)
    superiors = Superiors(everybody, units)
    for one in everybody:
        if one.official:
            _add_official(pages, one, superiors, units, with_nip, words)
    for one in everybody:
        if not one.official:
            _add_employee(pages, one, superiors, units, with_nip, words)


def _add_official(
    pages: Pages, one: Listed, superiors: Superiors, units: Units, with_nip: bool, words: Lexicon
) -> None:
    person = one.person
    superior, supposed = superiors.of(one)
    guessed = ["jenis_jabatan"] if "kind" in person.guessed else []
    guessed += ["atasan"] if supposed else []
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
        "status": _status(person),
    }
    needed = _OPEN_OFFICIAL[1:] if person.vacant else _OPEN_OFFICIAL
    pages.add(names.OFFICIALS, row, tuple(guessed), needed)


def _status(person: Person) -> OfficialStatus:
    if person.vacant:
        return OfficialStatus.VACANT
    return OfficialStatus.ACTING if person.acting else OfficialStatus.DEFINITIVE


def _add_employee(
    pages: Pages, one: Listed, superiors: Superiors, units: Units, with_nip: bool, words: Lexicon
) -> None:
    person = one.person
    superior, supposed = superiors.of(one)
    guessed = ["kategori"] if "category" in person.guessed else []
    guessed += ["status"] if "status" in person.guessed else []
    guessed += ["atasan_langsung"] if supposed else []
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


def _nip(person: Person) -> str | None:
    return None if person.nip is None else read_nip(person.nip, person.nip_at)[0]


def _whole(text: str, words: Lexicon) -> int | None:
    value = amount(text or None, False, words).value
    return int(value) if value is not None and value == int(value) else None
