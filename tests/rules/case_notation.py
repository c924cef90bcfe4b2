"""Reads the worked cases of the pack: a unit and a plan in a few lines a lawyer can read, and the status expected.

    pejabat   "K PPT Pratama", "A1 Administrator di bawah K", "P1 Pengawas di bawah A1, perencanaan, kosong"
    pegawai   "e1..e3 Ahli Muda di bawah K, golongan III/c", "x Pelaksana di bawah Q, unit asal"
    tim       "T1 di bawah K: e1 ketua, e2, u penasihat", "T2 di bawah A1 oleh Administrator: e3, e4",
              "L1 lintas unit di bawah K: e1 ketua, x"; "T1..T3 di bawah K: e# ketua, f#" makes three
    lembar_tim  teams as the sheet Tim states them, where that matters
    tugas     "t1 100 jam di T1", "t2 50 jam oleh e1", "t3 10 jam tanpa pemilik", "t4 100 jam di T1 oleh e1 60 e2 40";
              without any, every team has a package of 100 hours of indicator I1
    pelibatan "x ke u: disetujui, menunggu, untuk T1, paling banyak 50 jam"
    ketentuan "anggota e3 T2: alasan"
    setelan   "K110 ditetapkan, oleh PPT Madya, 2026-11-02, surat SK-1"
    indikator "I1 PK"; bacaan { A2 = "dihitung_semua" }; tanggal of the audit
    hasil     { K083 = "tidak terpenuhi" }; menyebut, ids the findings of these clauses must name; bukti, words
              their evidence must hold

A file may hold [dasar], what its cases share.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from alokasi.rules import Audit, audit
from alokasi_models.packs import REGULATION, root, ruleset
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    SKILL_LEVELS,
    Category,
    Competence,
    Consent,
    Coordinator,
    Employee,
    EmployeeStatus,
    Indicator,
    Level,
    Loan,
    Lock,
    LockKind,
    Need,
    Official,
    OfficialKind,
    OfficialStatus,
    Problem,
    SeatRole,
    Setting,
    TargetSource,
    Team,
    TeamClass,
    Unit,
    UnitKind,
    UnitRole,
    UnitScope,
    WorkPackage,
)

UNIT = "u"
_RANGE = re.compile(r"(\D+)(\d+)\.\.\1(\d+)")
_ROLES = {"ketua": SeatRole.LEAD, "penasihat": SeatRole.ADVISER}


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    title: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.file}: {self.title}"

    def problem(self) -> Problem:
        indicators = self.fields.get("indikator", ["I1 PK"])
        packages, _ = self._work()
        return Problem(
            units=tuple(self._units()),
            officials=tuple(_official(line, self._parent()) for line in self.fields["pejabat"]),
            employees=tuple(e for line in self.fields.get("pegawai", []) for e in _employees(line)),
            competences=tuple(Competence(id, id) for id in self.fields.get("kompetensi", [])),
            indicators=tuple(_indicator(line) for line in indicators),
            packages=tuple(packages),
            teams=tuple(self._stated_teams()),
            needs=tuple(_need(line) for line in self.fields.get("syarat", [])),
            loans=tuple(_loan(line) for line in self.fields.get("pelibatan", [])),
            locks=tuple(_lock(line) for line in self.fields.get("ketentuan", [])),
            settings=tuple(self._settings()),
        )

    def plan(self) -> Plan:
        teams, seats = self._teams()
        _, work = self._work()
        origin = Origin(self.fields.get("asal", "buatan tangan"))
        return Plan(tuple(teams), tuple(seats), tuple(work), origin=origin)

    def audit(self) -> Audit:
        problem = self.problem()
        return audit(problem, self.plan(), ruleset(problem), self.fields.get("tanggal", date(2026, 11, 2)))

    def _units(self) -> Iterator[Unit]:
        words = self.fields.get("unit", {})
        yield Unit(
            UNIT,
            "Unit Contoh",
            UnitKind(words.get("jenis", "Pusat")),
            words.get("tahun", 2027),
            declared_pattern=words.get("pola", ""),
            parent=self._parent(),
            simplified=words.get("disederhanakan", True),
            scope=UnitScope(words.get("lingkup", "struktural")),
            budget_ceiling=Decimal(words["pagu"]) if "pagu" in words else None,
        )
        for id in self.fields.get("unit_asal", ["asal"]):
            yield Unit(id, f"Unit {id}", UnitKind.PUSAT, words.get("tahun", 2027), role=UnitRole.HOME)

    def _parent(self) -> str:
        return str(self.fields.get("unit", {}).get("induk", "induk"))

    def _stated_teams(self) -> Iterator[Team]:
        """The sheet Tim: as written, and the teams that Ketentuan names."""
        for line in self.fields.get("lembar_tim", []):
            yield _stated(_team(line)[0])
        named = {lock.team for lock in map(_lock, self.fields.get("ketentuan", []))}
        for team in self._teams()[0]:
            if team.id in named:
                yield _stated(team)

    def _teams(self) -> tuple[list[FormedTeam], list[Seat]]:
        teams: list[FormedTeam] = []
        seats: list[Seat] = []
        for line in self.fields.get("tim", []):
            for written in _unfolded(line):
                team, members = _team(written)
                teams.append(team)
                seats += members
        return teams, seats

    def _work(self) -> tuple[list[WorkPackage], list[Work]]:
        lines = self.fields.get("tugas")
        if lines is None:
            lines = [f"t-{team.id} 100 jam di {team.id}" for team in self._teams()[0]]
        found = [_package(line) for line in lines]
        return [package for package, _ in found], [work for _, rows in found for work in rows]

    def _settings(self) -> Iterator[Setting]:
        for name, value in self.fields.get("bacaan", {}).items():
            yield Setting(name, value, "kasus")
        for line in self.fields.get("setelan", []):
            yield _setting(line)


def cases() -> Iterator[Case]:
    """Every case of the pack, in the order of the files."""
    folder = root() / "peraturan" / REGULATION / "cases"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for fields in data["kasus"]:
            yield Case(file.name.removesuffix(".toml"), fields["judul"], {**data.get("dasar", {}), **fields})


def _unfolded(line: str) -> list[str]:
    """ "T1..T3 ... e#" written out; "#" is the number of the line."""
    found = _RANGE.match(line)
    if found is None:
        return [line]
    first, last = int(found[2]), int(found[3])
    rest = line[found.end() :]
    return [f"{found[1]}{n}{rest.replace('#', str(n))}" for n in range(first, last + 1)]


def _official(line: str, parent: str) -> Official:
    subject, *words = line.split(", ")
    id, kind, superior = _placed(subject)
    made = Official(id, f"Pejabat {id}", UNIT, f"Jabatan {id}", OfficialKind(kind), superior=superior)
    if made.kind is OfficialKind.MADYA:
        made = replace(made, unit=parent)
    for word in words:
        match word.split(" ", 1):
            case ["perencanaan"]:
                made = replace(made, planning=True)
            case ["kosong"]:
                made = replace(made, status=OfficialStatus.VACANT, name="")
            case ["Plt"]:
                made = replace(made, status=OfficialStatus.ACTING)
            case ["golongan", grade]:
                made = replace(made, grade=grade)
            case ["kelas", number]:
                made = replace(made, job_class=int(number))
            case ["unit", unit]:
                made = replace(made, unit=unit)
            case _:
                raise ValueError(f"{word!r} in {line!r}")
    return made


def _employees(line: str) -> list[Employee]:
    return [_employee(one) for one in _unfolded(line)]


def _employee(line: str) -> Employee:
    subject, *words = line.split(", ")
    id, kind, superior = _placed(subject)
    made = Employee(id, f"Orang {id}", UNIT, superior, *_position(kind))
    for word in words:
        match word.split(" "):
            case ["PPPK"]:
                made = replace(made, status=EmployeeStatus.PPPK)
            case ["golongan", grade]:
                made = replace(made, grade=grade)
            case ["kelas", number]:
                made = replace(made, job_class=int(number))
            case ["unit", unit]:
                made = replace(made, unit=unit)
            case ["rumpun", theme]:
                made = replace(made, themes=(*made.themes, theme))
            case ["kompetensi", competence, level]:
                made = replace(made, skills=(*made.skills, (competence, int(level))))
            case ["memimpin", "di", "luar"]:
                made = replace(made, leads_elsewhere=True)
            case _:
                raise ValueError(f"{word!r} in {line!r}")
    if kind in [str(level) for level in Level]:
        made = replace(made, level=Level(kind))
    return made


def _position(kind: str) -> tuple[Category, str]:
    if kind == "Pelaksana":
        return Category.PELAKSANA, "Pengadministrasi"
    if kind in [str(level) for level in SKILL_LEVELS]:
        return Category.SKILL, "Pranata"
    return Category.EXPERT, "Perencana"


def _placed(subject: str) -> tuple[str, str, str]:
    """ "A1 Administrator di bawah K" -> (A1, Administrator, K)."""
    id, _, rest = subject.partition(" ")
    kind, _, superior = rest.partition(" di bawah ")
    return id, kind, superior


def _team(line: str) -> tuple[FormedTeam, list[Seat]]:
    subject, _, members = line.partition(": ")
    place, _, by = subject.partition(" oleh ")
    named, _, seat = place.partition(" di bawah ")
    id, _, kind = named.partition(" ")
    team = FormedTeam(
        id,
        f"Tim {id}",
        UNIT,
        seat,
        Coordinator(by) if by else Coordinator.LEAD,
        TeamClass(kind.removesuffix("tanpa kedudukan").strip() or "internal"),
    )
    seats = [_seat(id, member) for member in members.split(", ") if member]
    return team, seats


def _stated(team: FormedTeam) -> Team:
    return Team(team.id, team.name, team.unit, team.seat, team.coordinator, team.kind)


def _seat(team: str, written: str) -> Seat:
    person, _, role = written.partition(" ")
    return Seat(team, person, _ROLES.get(role, SeatRole.MEMBER))


_PACKAGE = re.compile(
    r"(?P<id>\S+) (?P<hours>\d+) jam(?: di (?P<teams>.+?))?(?: oleh (?P<people>.+?))?"
    r"(?: tanpa pemilik)?(?:, indikator (?P<indicator>\S+))?(?:, rumpun (?P<theme>\S+))?"
)


def _package(line: str) -> tuple[WorkPackage, list[Work]]:
    found = _PACKAGE.fullmatch(line)
    if found is None:
        raise ValueError(line)
    id, hours = found["id"], Decimal(found["hours"])
    package = WorkPackage(
        id,
        f"Tugas {id}",
        UNIT,
        found["indicator"] or "I1",
        found["theme"] or "umum",
        hours,
        Decimal(1),
    )
    teams = found["teams"].split(" dan ") if found["teams"] else []
    people = re.findall(r"(\S+)(?: (\d+))?", found["people"] or "")
    whole = int(hours) * MINUTES_PER_HOUR
    rows = [
        Work(id, team, person, int(share) * MINUTES_PER_HOUR if share else whole)
        for team in teams or ([""] if people else [])
        for person, share in people or [("", "0")]
    ]
    return package, rows


def _indicator(line: str) -> Indicator:
    id, source = line.split(" ")
    return Indicator(id, f"Target {id}", UNIT, TargetSource(source))


def _need(line: str) -> Need:
    package, competence, level = line.split(" ")
    return Need(package, competence, int(level))


def _loan(line: str) -> Loan:
    subject, _, rest = line.partition(": ")
    person, host = subject.split(" ke ")
    superior, head, *more = rest.split(", ")
    made = Loan(person, host, Consent(superior), Consent(head))
    for word in more:
        if word.startswith("untuk "):
            made = replace(made, team=word.removeprefix("untuk "))
        else:
            hours = int(word.removeprefix("paling banyak ").removesuffix(" jam"))
            made = replace(made, max_minutes=hours * MINUTES_PER_HOUR)
    return made


def _lock(line: str) -> Lock:
    subject, _, reason = line.partition(": ")
    kind, person, team = subject.split(" ")
    return Lock(LockKind(kind), person, reason, team=team)


def _setting(line: str) -> Setting:
    subject, *words = line.split(", ")
    name, _, value = subject.partition(" ")
    made = Setting(name, value, "kasus")
    for word in words:
        if word.startswith("oleh "):
            made = replace(made, decided_by=word.removeprefix("oleh "))
        elif word.startswith("surat "):
            made = replace(made, letter=word.removeprefix("surat "))
        else:
            made = replace(made, decided_on=date.fromisoformat(word))
    return made
