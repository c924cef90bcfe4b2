"""The sheet Setelan: names spelled as they are known, values the norm and the readings allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from alokasi.texts import Message
from alokasi.workbook import cell_faults as faults
from alokasi.workbook import names
from alokasi.workbook.assemble import setting
from alokasi.workbook.faults import error
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place
from alokasi.workbook.rows import DataRow, Table
from alokasi.workbook.words import Guesses, closest
from alokasi_models.packs import Rounding, SettingError, norm, pack, profile_names, setting_errors
from alokasi_models.problem import Problem
from alokasi_models.settings import EFFECTIVE_HOURS, PROFILE, ROUNDING

_Fault = Callable[[Place, Mapping[str, str]], Issue]


def setting_names() -> tuple[str, ...]:
    return (*pack().readings, *norm().policies, EFFECTIVE_HOURS, ROUNDING, PROFILE, *pack().rules)


def with_known_names(tables: Mapping[str, Table]) -> tuple[dict[str, Table], tuple[Issue, ...]]:
    """`a4` is A4, `Jam Efektif` is jam_efektif: read so, with a warning."""
    changed = dict(tables)
    issues: list[Issue] = []
    if names.SETTINGS in tables:
        spelled = {_plain(name): name for name in setting_names()}
        table = tables[names.SETTINGS]
        rows = [_renamed(row, spelled, issues) for row in table.rows]
        changed[names.SETTINGS] = replace(table, rows=tuple(rows))
    return changed, tuple(issues)


def setting_issues(tables: Mapping[str, Table]) -> Iterator[Issue]:
    """Every row that cannot be applied, at its cell."""
    if names.SETTINGS not in tables:
        return
    rows = [row for row in tables[names.SETTINGS].rows if not row.failed & {"nama", "nilai"}]
    problem = Problem(units=(), settings=tuple(setting(row) for row in rows))
    guesses = Guesses()
    for found in setting_errors(problem):
        yield _issue(found, rows[found.row], guesses)


def _renamed(row: DataRow, spelled: Mapping[str, str], issues: list[Issue]) -> DataRow:
    name, value = row.text("nama"), row.text("nilai")
    known = spelled.get(_plain(name), name)
    meant = {_plain(option): option for option in _options(known)}.get(_plain(value), value)
    for column, typed, read in (("nama", name, known), ("nilai", value, meant)):
        if typed != read:
            issues.append(faults.read_as(row.at(column), typed, column, read))
    return replace(row, values={**row.values, "nama": known, "nilai": meant}) if name else row


def _options(name: str) -> tuple[str, ...]:
    """The words a setting may have, none where it is a number or free."""
    if name in pack().readings:
        return tuple(option for option, _ in pack().readings[name].options)
    if name == PROFILE:
        return profile_names()
    return tuple(str(rounding) for rounding in Rounding) if name == ROUNDING else ()


def _issue(found: SettingError, row: DataRow, guesses: Guesses) -> Issue:
    if found.key == "name-unknown":
        near = guesses.closest(found.values["name"], setting_names(), 0.5)
        return _name_unknown(row.at("nama"), found.values, near)
    column = "nama" if found.key in ("name-twice", "reading-fixed") else "nilai"
    return _FAULTS[found.key](row.at(column), found.values)


def _name_unknown(at: Place, values: Mapping[str, str], near: str) -> Issue:
    rule = Message.of("Setelan “{nama}” tidak dikenal.", nama=values["name"])
    if near:
        action = Message.of("Mungkin maksudnya {dekat}.", dekat=near)
    else:
        action = Message.of("Tulis A1-A32, P01-P05, jam_efektif, pembulatan, profil, atau kode pasal.")
    return error("W038", at, values["name"], rule, action)


def _name_twice(at: Place, values: Mapping[str, str]) -> Issue:
    rule = Message.of("Setelan “{nama}” sudah ada di baris lain.", nama=values["name"])
    return error("W039", at, values["name"], rule, Message.of("Hapus salah satu baris."))


def _reading_fixed(at: Place, values: Mapping[str, str]) -> Issue:
    rule = Message.of("Bacaan {nama} tidak mempunyai pilihan lain.", nama=values["name"])
    return error("W078", at, values["name"], rule, Message.of("Hapus baris ini."))


def _value_unknown(at: Place, values: Mapping[str, str]) -> Issue:
    options = tuple(values["options"].split(", "))
    near = closest(values["value"], options, 0.6)
    return faults.not_in_list(at, values["value"], values["name"], options, near)


def _value_number(at: Place, values: Mapping[str, str]) -> Issue:
    return faults.not_a_number(at, values["value"], "")


def _value_whole(at: Place, values: Mapping[str, str]) -> Issue:
    return faults.not_whole(at, values["value"], values["name"])


def _value_range(at: Place, values: Mapping[str, str]) -> Issue:
    least, most = (values[key].replace(".", ",") for key in ("least", "most"))
    return faults.out_of_range(at, values["value"], values["name"], least, most, above=False)


def _regulation_limit(at: Place, values: Mapping[str, str]) -> Issue:
    rule = Message.of(
        "Batas {nama} ditetapkan peraturan dan tidak dapat diubah di sini.", nama=values["name"]
    )
    action = Message.of("Hapus baris ini, atau tulis keputusan yang diambil dengan kata-kata.")
    return error("W079", at, values["value"], rule, action)


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


_FAULTS: dict[str, _Fault] = {
    "name-twice": _name_twice,
    "reading-fixed": _reading_fixed,
    "value-unknown": _value_unknown,
    "value-number": _value_number,
    "value-whole": _value_whole,
    "value-range": _value_range,
    "regulation-limit": _regulation_limit,
}
