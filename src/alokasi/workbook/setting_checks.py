"""The sheet Setelan: names spelled as they are known, values the norm and the readings allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from alokasi.texts import Message
from alokasi.workbook import cell_faults as faults
from alokasi.workbook.assemble import setting
from alokasi.workbook.faults import error
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place
from alokasi.workbook.rows import DataRow, Table
from alokasi.workbook.words import closest
from alokasi_models.packs import SettingError, norm, pack, setting_errors
from alokasi_models.problem import Problem
from alokasi_models.settings import EFFECTIVE_HOURS, PROFILE, ROUNDING

_Fault = Callable[[Place, Mapping[str, str]], Issue]


def setting_names() -> tuple[str, ...]:
    return (*pack().readings, *norm().policies, EFFECTIVE_HOURS, ROUNDING, PROFILE, *pack().rules)


def with_known_names(table: Table) -> tuple[Table, tuple[Issue, ...]]:
    """`a4` is A4, `Jam Efektif` is jam_efektif: read so, with a warning."""
    spelled = {_plain(name): name for name in setting_names()}
    rows: list[DataRow] = []
    issues: list[Issue] = []
    for row in table.rows:
        name = row.text("nama")
        meant = spelled.get(_plain(name), "")
        if meant and meant != name:
            issues.append(faults.read_as(row.at("nama"), name, "nama", meant))
            row = replace(row, values={**row.values, "nama": meant})
        rows.append(row)
    return replace(table, rows=tuple(rows)), tuple(issues)


def setting_issues(table: Table) -> Iterator[Issue]:
    """Every row that cannot be applied, at its cell."""
    rows = [row for row in table.rows if not row.failed & {"nama", "nilai"}]
    problem = Problem(units=(), settings=tuple(setting(row) for row in rows))
    for found in setting_errors(problem):
        yield _issue(found, rows[found.row])


def _issue(found: SettingError, row: DataRow) -> Issue:
    column = "nama" if found.key in ("name-unknown", "name-twice", "reading-fixed") else "nilai"
    return _FAULTS[found.key](row.at(column), found.values)


def _name_unknown(at: Place, values: Mapping[str, str]) -> Issue:
    rule = Message.of("Setelan “{nama}” tidak dikenal.", nama=values["name"])
    near = closest(values["name"], setting_names(), 0.5)
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
    "name-unknown": _name_unknown,
    "name-twice": _name_twice,
    "reading-fixed": _reading_fixed,
    "value-unknown": _value_unknown,
    "value-number": _value_number,
    "value-whole": _value_whole,
    "value-range": _value_range,
    "regulation-limit": _regulation_limit,
}
