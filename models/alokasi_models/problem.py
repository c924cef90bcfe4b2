"""What a unit has: its officials, people, work, teams and wishes, as the workbook states them.

Values are frozen and complete without a solver. Time is whole **minutes a year**; volumes and norms stay exact
decimals so that a workbook survives a round trip. Ids are the workbook's own strings. The words of the enumerations
are the words of the workbook (design: sheets Unit, Pejabat, Pegawai, ...).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

MINUTES_PER_HOUR = 60


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Identified)


class UnitKind(StrEnum):
    PUSAT = "Pusat"
    UPT = "UPT"


class UnitRole(StrEnum):
    PLANNED = "disusun"
    HOME = "asal"  # a home unit of guests: neither planned nor audited


class UnitScope(StrEnum):
    STRUCTURAL = "struktural"
    SUPERVISION = "pengawasan"  # Pola 7
    VOCATIONAL = "vokasi"  # Pola 8
    SCHOOL = "sekolah"  # Pola 9


class OfficialKind(StrEnum):
    MADYA = "PPT Madya"
    PRATAMA = "PPT Pratama"
    ADMINISTRATOR = "Administrator"
    PENGAWAS = "Pengawas"
    FUNCTIONAL = "JF"  # a Dosen or Guru who heads a UPT


class OfficialStatus(StrEnum):
    DEFINITIVE = "definitif"
    ACTING = "Plt"
    VACANT = "kosong"


class Category(StrEnum):
    EXPERT = "JF Keahlian"
    SKILL = "JF Keterampilan"
    PELAKSANA = "Pelaksana"


class Level(StrEnum):
    """Jenjang of a functional position; the order within a track is the order here."""

    PERTAMA = "Ahli Pertama"
    MUDA = "Ahli Muda"
    MADYA = "Ahli Madya"
    UTAMA = "Ahli Utama"
    PEMULA = "Pemula"
    TERAMPIL = "Terampil"
    MAHIR = "Mahir"
    PENYELIA = "Penyelia"


EXPERT_LEVELS = (Level.PERTAMA, Level.MUDA, Level.MADYA, Level.UTAMA)
SKILL_LEVELS = (Level.PEMULA, Level.TERAMPIL, Level.MAHIR, Level.PENYELIA)

_GRADE = re.compile(r"(I|II|III|IV)/([A-E])")
_CLASSES = ("I", "II", "III", "IV")


def grade_rank(grade: str) -> tuple[int, str] | None:
    """Order of golongan, I/a lowest to IV/e; None where it cannot be read."""
    found = _GRADE.fullmatch(grade.strip().upper().replace(" ", ""))
    return (_CLASSES.index(found[1]), found[2]) if found else None


class EmployeeStatus(StrEnum):
    PNS = "PNS"
    PPPK = "PPPK"


class CompetenceKind(StrEnum):
    TECHNICAL = "teknis"
    MANAGERIAL = "manajerial"
    SOCIOCULTURAL = "sosiokultural"


class TargetSource(StrEnum):
    """Where a target comes from (clause K066)."""

    STRATEGIC_PLAN = "Renstra"
    AGREEMENT = "PK"
    ORGANISATION = "OTK"
    HEAD_PLAN = "RKP"


class WorkNature(StrEnum):
    ROUTINE = "rutin"
    INCIDENTAL = "insidental"


class WorkForm(StrEnum):
    TEAM = "tim"
    INDIVIDUAL = "individu"
    FREE = "bebas"


class NeedKind(StrEnum):
    REQUIRED = "wajib"
    PREFERRED = "diutamakan"


class Coordinator(StrEnum):
    LEAD = "Ketua"
    ADMINISTRATOR = "Administrator"


class TeamClass(StrEnum):
    INTERNAL = "internal"
    CROSS_UNIT = "lintas unit"
    CROSS_AGENCY = "lintas instansi"


class TeamStatus(StrEnum):
    FIXED = "tetap"  # must be formed
    PROPOSED = "usulan"  # a slot that may stay unused


class Consent(StrEnum):
    GRANTED = "disetujui"
    PENDING = "menunggu"
    REFUSED = "ditolak"


class LockKind(StrEnum):
    MEMBER = "anggota"
    LEAD = "ketua"
    ADVISER = "penasihat"
    NOT_MEMBER = "bukan anggota"
    NOT_LEAD = "bukan ketua"
    TOGETHER = "bersama"
    APART = "terpisah"
    HOURS = "jam"
    WISH = "harap"


class SeatRole(StrEnum):
    LEAD = "Ketua"
    MEMBER = "Anggota"
    ADVISER = "Penasihat"


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    name: str
    kind: UnitKind
    year: int
    role: UnitRole = UnitRole.PLANNED
    declared_pattern: str = ""  # "1" .. "9"; blank: detected
    parent: str = ""  # name or code of the parent; required for a UPT
    effective_hours: Decimal | None = None  # hours a year; None: the norm's
    simplified: bool = True
    city: str = ""
    scope: UnitScope = UnitScope.STRUCTURAL
    budget_ceiling: Decimal | None = None  # rupiah


@dataclass(frozen=True, slots=True)
class Official:
    """A structural official, or the functional official who heads a UPT. A vacant post has an id and no name."""

    id: str
    name: str
    unit: str
    position: str
    kind: OfficialKind
    nip: str = ""
    superior: str = ""  # id of an official; blank for the head
    grade: str = ""  # golongan, "III/d"
    job_class: int | None = None
    planning: bool = False  # holds the planning or program function
    status: OfficialStatus = OfficialStatus.DEFINITIVE


@dataclass(frozen=True, slots=True)
class Employee:
    """A functional official or Pelaksana."""

    id: str
    name: str
    unit: str
    superior: str  # id of an official
    category: Category
    position: str
    nip: str = ""
    level: Level | None = None
    grade: str = ""  # golongan: "III/c" (PNS) or "IX" (PPPK)
    job_class: int | None = None
    status: EmployeeStatus = EmployeeStatus.PNS
    availability: Decimal | None = None  # percent of the whole year; wins over the dates
    starts: date | None = None
    leaves: date | None = None  # last day before retirement or transfer
    leads_elsewhere: bool = False
    themes: tuple[str, ...] = ()  # rumpun
    career: str = ""  # arah_karier: a theme or competence code the person grows towards
    note: str = ""
    skills: tuple[tuple[str, int], ...] = ()  # (competence id, level 1-5), sorted; absent = 0

    def skill(self, competence: str) -> int:
        """Level held, 0 to 5."""
        return next((level for held, level in self.skills if held == competence), 0)


@dataclass(frozen=True, slots=True)
class Competence:
    id: str
    name: str
    kind: CompetenceKind = CompetenceKind.TECHNICAL


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target of the unit that must be divided out completely (K067)."""

    id: str
    text: str
    unit: str
    source: TargetSource
    owner: str = ""
    priority: int = 2


@dataclass(frozen=True, slots=True)
class Need:
    """A competence a package asks for. Needs of one package that share a `group` are alternatives (any of)."""

    package: str
    competence: str
    level: int
    kind: NeedKind = NeedKind.REQUIRED
    group: str = ""
    headcount: int = 1


@dataclass(frozen=True, slots=True)
class WorkPackage:
    """A row of the workload analysis (ABK): volume a year times the norm of one result."""

    id: str
    text: str
    unit: str
    indicator: str  # a code of Indikator where that sheet is filled
    theme: str  # rumpun
    volume: Decimal
    norm_hours: Decimal
    source: str = ""  # acuan
    position: str = ""  # nama_jabatan the ABK computes it for
    output: str = ""
    priority: int = 2  # 1 highest .. 3
    nature: WorkNature = WorkNature.ROUTINE
    form: WorkForm = WorkForm.TEAM
    team: str = ""  # blank: the solver groups
    current_team: str = ""  # its team in the decree in force
    category: Category | None = None  # who may do it; None: anybody
    minimum_level: Level | None = None
    funding: str = ""
    budget: Decimal | None = None  # rupiah

    @property
    def minutes(self) -> int:
        """Workload of the year in minutes, rounded half up."""
        exact = self.volume * self.norm_hours * MINUTES_PER_HOUR
        return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Team:
    """A team the workbook names: fixed, or a slot the solver may use."""

    id: str
    name: str
    unit: str
    seat: str  # kedudukan: id of the head or of an Administrator
    coordinator: Coordinator = Coordinator.LEAD
    kind: TeamClass = TeamClass.INTERNAL
    status: TeamStatus = TeamStatus.FIXED
    min_size: int | None = None
    max_size: int | None = None
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Loan:
    """A person asked from (or lent to) another unit, with the two consents of K097."""

    employee: str
    host: str  # unit; may be a unit that is not in the workbook (our person is lent away)
    superior_consent: Consent
    head_consent: Consent
    team: str = ""
    max_minutes: int | None = None

    @property
    def granted(self) -> bool:
        return self.superior_consent is Consent.GRANTED and self.head_consent is Consent.GRANTED


@dataclass(frozen=True, slots=True)
class Lock:
    """A row of Ketentuan: hard, but for `harap` (a wish)."""

    kind: LockKind
    employee: str
    reason: str
    team: str = ""
    other: str = ""  # id_pegawai_2
    package: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class CurrentSeat:
    """A seat of the decree in force. It may name people, teams and officials that no longer exist."""

    employee: str
    team: str
    role: SeatRole
    team_name: str = ""
    seat: str = ""  # kedudukan
    coordinator: Coordinator | None = None
    kind: TeamClass = TeamClass.INTERNAL
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """A decision or setting of the sheet Setelan: a reading, a policy limit, a norm, a profile, or a decided clause."""

    name: str
    value: str
    reason: str
    decided_by: str = ""
    decided_on: date | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a workbook states. References are checked once, here; a reader reports them by cell before that."""

    units: tuple[Unit, ...]
    officials: tuple[Official, ...] = ()
    employees: tuple[Employee, ...] = ()
    competences: tuple[Competence, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    packages: tuple[WorkPackage, ...] = ()
    needs: tuple[Need, ...] = ()
    teams: tuple[Team, ...] = ()
    loans: tuple[Loan, ...] = ()
    locks: tuple[Lock, ...] = ()
    current: tuple[CurrentSeat, ...] = ()
    settings: tuple[Setting, ...] = ()

    def __post_init__(self) -> None:
        for name, values in self._identified().items():
            _refuse_duplicates(name, (v.id for v in values))
        stray = sorted(set(self._stray_references()))
        if stray:
            raise ValueError("unknown references: " + ", ".join(stray))

    def _identified(self) -> dict[str, tuple[_Identified, ...]]:
        return {
            "unit": self.units,
            "official": self.officials,
            "employee": self.employees,
            "competence": self.competences,
            "indicator": self.indicators,
            "package": self.packages,
            "team": self.teams,
        }

    def _stray_references(self) -> Iterator[str]:
        units = {u.id for u in self.units}
        officials = {o.id for o in self.officials}
        employees = {e.id for e in self.employees}
        packages = {p.id for p in self.packages}
        teams = {t.id for t in self.teams}
        competences = {c.id for c in self.competences}
        yield from (
            f"unit {o.unit} of official {o.id}" for o in self.officials if o.unit not in units | self.parents
        )
        yield from (f"unit {e.unit} of employee {e.id}" for e in self.employees if e.unit not in units)
        yield from (f"unit {p.unit} of package {p.id}" for p in self.packages if p.unit not in units)
        yield from (f"unit {t.unit} of team {t.id}" for t in self.teams if t.unit not in units)
        yield from (f"official {t.seat} of team {t.id}" for t in self.teams if t.seat not in officials)
        yield from (
            f"team {p.team} of package {p.id}" for p in self.packages if p.team and p.team not in teams
        )
        yield from (f"package {n.package} of need" for n in self.needs if n.package not in packages)
        yield from (
            f"competence {n.competence} of need" for n in self.needs if n.competence not in competences
        )
        yield from (
            f"employee {loan.employee} of loan" for loan in self.loans if loan.employee not in employees
        )
        for lock in self.locks:
            yield from (
                f"employee {p} of lock" for p in (lock.employee, lock.other) if p and p not in employees
            )
            yield from (f"team {lock.team} of lock" for _ in "x" if lock.team and lock.team not in teams)
            yield from (
                f"package {lock.package} of lock"
                for _ in "x"
                if lock.package and lock.package not in packages
            )

    @property
    def parents(self) -> frozenset[str]:
        """Parent units: where a PPT Madya stands."""
        return frozenset(u.parent for u in self.units if u.parent)

    @property
    def planned(self) -> tuple[Unit, ...]:
        """Units to plan and audit (role `disusun`)."""
        return tuple(u for u in self.units if u.role is UnitRole.PLANNED)

    def unit(self, id: str) -> Unit:
        return _find(self.units, id)

    def official(self, id: str) -> Official:
        return _find(self.officials, id)

    def employee(self, id: str) -> Employee:
        return _find(self.employees, id)

    def package(self, id: str) -> WorkPackage:
        return _find(self.packages, id)

    def team(self, id: str) -> Team:
        return _find(self.teams, id)


def _find(values: tuple[_T, ...], id: str) -> _T:
    for value in values:
        if value.id == id:
            return value
    raise KeyError(id)


def _refuse_duplicates(name: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise ValueError(f"{name} {id} stands twice")
        seen.add(id)
