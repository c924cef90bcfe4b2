"""Reads the worked cases of the pack: a unit and a plan in a few lines a lawyer can read, and the verdict expected.

How a case is written stands at the head of the pack's `case_kinds.toml`; the words of its lines in `case_words`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources.abc import Traversable
from typing import Any

import case_words as words

from alokasi.rules import Audit, audit
from alokasi_models.packs import REGULATION, root, ruleset
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import (
    Competence,
    Problem,
    Setting,
    Team,
    Unit,
    UnitKind,
    UnitRole,
    UnitScope,
    WorkPackage,
)

ON = date(2026, 11, 2)
YEAR = 2027


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    title: str
    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def expected(self) -> dict[str, str]:
        """Clause -> status; a key of `hasil` may name several clauses."""
        return {
            clause: status for names, status in self.fields["hasil"].items() for clause in names.split(" ")
        }

    @property
    def at_limit(self) -> tuple[str, ...]:
        """Clauses whose limit or doubtful edge the case shows."""
        return tuple(self.fields.get("di_batas", ()))

    def problem(self, **bacaan: str) -> Problem:
        """`bacaan`: readings other than the case's own."""
        packages, _ = self._work()
        return Problem(
            units=tuple(self._units()),
            officials=tuple(words.official(line, self._parent()) for line in self.fields["pejabat"]),
            employees=tuple(e for line in self._lines("pegawai") for e in words.employees(line)),
            competences=tuple(Competence(id, f"Kompetensi {id}") for id in self._lines("kompetensi")),
            indicators=tuple(words.indicator(line) for line in self.fields.get("indikator", ["I1 PK"])),
            packages=tuple(packages),
            teams=tuple(self._stated_teams()),
            needs=tuple(words.need(line) for line in self._lines("syarat")),
            loans=tuple(words.loan(line) for line in self._lines("pelibatan")),
            locks=tuple(words.lock(line) for line in self._lines("ketentuan")),
            settings=tuple(self._settings(bacaan)),
        )

    def plan(self) -> Plan:
        teams, seats = self._teams()
        _, work = self._work()
        return Plan(
            tuple(teams),
            tuple(seats),
            tuple(work),
            origin=Origin(self.fields.get("asal", "buatan tangan")),
            estimated=self.fields.get("perkiraan", False),
        )

    def audit(self, **bacaan: str) -> Audit:
        problem = self.problem(**bacaan)
        return audit(problem, self.plan(), ruleset(problem), self.fields.get("tanggal", ON))

    def _lines(self, field: str) -> list[str]:
        return list(self.fields.get(field, []))

    def _units(self) -> Iterator[Unit]:
        told = self.fields.get("unit", {})
        yield Unit(
            words.UNIT,
            "Unit Contoh",
            UnitKind(told.get("jenis", "Pusat")),
            YEAR,
            declared_pattern=told.get("pola", ""),
            parent=self._parent(),
            simplified=told.get("disederhanakan", True),
            scope=UnitScope(told.get("lingkup", "struktural")),
            budget_ceiling=Decimal(told["pagu"]) if "pagu" in told else None,
        )
        for field, role in (("unit_lain", UnitRole.PLANNED), ("unit_asal", UnitRole.HOME)):
            for line in self.fields.get(field, ["asal"] if role is UnitRole.HOME else []):
                id, _, parent = line.partition(" di bawah ")
                yield Unit(id, f"Unit {id}", UnitKind.PUSAT, YEAR, role=role, parent=parent)

    def _parent(self) -> str:
        return str(self.fields.get("unit", {}).get("induk", "induk"))

    def _stated_teams(self) -> Iterator[Team]:
        """The sheet Tim: as written, and the teams that Ketentuan names."""
        for line in self._lines("lembar_tim"):
            yield words.stated(words.team(line)[0])
        named = {lock.team for lock in map(words.lock, self._lines("ketentuan"))}
        for team in self._teams()[0]:
            if team.id in named:
                yield words.stated(team)

    def _teams(self) -> tuple[list[FormedTeam], list[Seat]]:
        teams: list[FormedTeam] = []
        seats: list[Seat] = []
        for line in self._lines("tim"):
            for written in words.unfolded(line):
                team, members = words.team(written)
                teams.append(team)
                seats += members
        return [team for team in teams if team.id not in self._lines("hanya_di_susunan")], seats

    def _work(self) -> tuple[list[WorkPackage], list[Work]]:
        lines = self.fields.get("tugas")
        if lines is None:
            lines = [f"t-{team.id} 100 jam di {team.id}" for team in self._teams()[0]]
        found = [words.package(line) for line in lines]
        missing = self._lines("bukan_di_lembar_tugas")
        packages = [package for package, _ in found if package.id not in missing]
        return packages, [work for _, rows in found for work in rows]

    def _settings(self, others: Mapping[str, str]) -> Iterator[Setting]:
        for name, value in {**self.fields.get("bacaan", {}), **others}.items():
            yield Setting(name, value, "kasus")
        for line in self._lines("setelan"):
            yield from words.settings(line)


@dataclass(frozen=True, slots=True)
class NoCase:
    """A kind of case that a clause cannot have, and why; `instead`: the status shown in its place."""

    kind: str
    clauses: tuple[str, ...]
    reason: str
    instead: str


def cases() -> Iterator[Case]:
    """Every case of the regulation, in the order of the files."""
    return _cases_in(root() / "peraturan" / REGULATION / "cases")


def policy_cases() -> Iterator[Case]:
    """Every case of the limits of policy."""
    return _cases_in(root() / "norma" / "cases")


def _cases_in(folder: Traversable) -> Iterator[Case]:
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for fields in data["kasus"]:
            yield Case(file.name.removesuffix(".toml"), fields["judul"], {**data.get("dasar", {}), **fields})


def without_case() -> Iterator[NoCase]:
    """The pack's reasons for kinds of cases that cannot be."""
    file = root() / "peraturan" / REGULATION / "case_kinds.toml"
    for row in tomllib.loads(file.read_text(encoding="utf-8"))["tidak_ada"]:
        yield NoCase(row["jenis"], tuple(row["ketentuan"]), row["alasan"], row.get("gantinya", ""))
