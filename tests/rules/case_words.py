"""The words of a worked case: one line for an official, a person, a team, a package, a request, a setting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from alokasi_models.plan import FormedTeam, Seat, Work
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    SKILL_LEVELS,
    Category,
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
    NeedKind,
    Official,
    OfficialKind,
    OfficialStatus,
    SeatRole,
    Setting,
    TargetSource,
    Team,
    TeamClass,
    WorkForm,
    WorkNature,
    WorkPackage,
)

UNIT = "u"
_RANGE = re.compile(r"(\D+)(\d+)\.\.\1(\d+)")
_ROLES = {"ketua": SeatRole.LEAD, "penasihat": SeatRole.ADVISER, None: SeatRole.MEMBER}
_MEMBER = re.compile(
    r"(\S+)(?: (ketua|penasihat))?(?: (\d+) jam)?(?: dan (\d+) jam memimpin)?",
)
_PACKAGE = re.compile(
    r"(?P<id>\S+) (?P<hours>\d+) jam(?: di (?P<teams>.+?))?(?: oleh (?P<people>.+?))?(?: tanpa pemilik)?"
)
_TEAM = re.compile(
    r"(?P<id>\S+)(?: (?P<kind>lintas unit|lintas instansi))?(?: milik (?P<unit>\S+))?"
    r"(?: tanpa kedudukan| di bawah (?P<seat>\S+))(?: oleh (?P<by>\S+))?(?P<unnamed>, tanpa nama)?"
)
_NAME = re.compile(r"[KP]\d+[a-zA-Z]?")


def unfolded(line: str) -> list[str]:
    """ "T1..T3 ... e#" written out; "#" is the number of the line."""
    found = _RANGE.match(line)
    if found is None:
        return [line]
    first, last = int(found[2]), int(found[3])
    rest = line[found.end() :]
    return [f"{found[1]}{n}{rest.replace('#', str(n))}" for n in range(first, last + 1)]


def official(line: str, parent: str) -> Official:
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


def employees(line: str) -> list[Employee]:
    return [_employee(one) for one in unfolded(line)]


def _employee(line: str) -> Employee:
    subject, *words = line.split(", ")
    id, kind, superior = _placed(subject)
    made = Employee(id, f"Orang {id}", UNIT, superior, *_position(kind))
    if kind in [str(level) for level in Level]:
        made = replace(made, level=Level(kind))
    for word in words:
        match word.split(" ", 1):
            case ["PPPK"]:
                made = replace(made, status=EmployeeStatus.PPPK)
            case ["golongan", grade]:
                made = replace(made, grade=grade)
            case ["kelas", number]:
                made = replace(made, job_class=int(number))
            case ["unit", unit]:
                made = replace(made, unit=unit)
            case ["jabatan", position]:
                made = replace(made, position=position)
            case ["rumpun", theme]:
                made = replace(made, themes=(*made.themes, theme))
            case ["arah", aim]:
                made = replace(made, career=aim)
            case ["kompetensi", held]:
                competence, level = held.split(" ")
                made = replace(made, skills=(*made.skills, (competence, int(level))))
            case ["ketersediaan", share]:
                made = replace(made, availability=Decimal(share))
            case ["memimpin", "di luar"]:
                made = replace(made, leads_elsewhere=True)
            case _:
                raise ValueError(f"{word!r} in {line!r}")
    return made


def _position(kind: str) -> tuple[Category, str]:
    if kind == "Pelaksana":
        return Category.PELAKSANA, "Pengadministrasi"
    if kind in [str(level) for level in SKILL_LEVELS] or kind == Category.SKILL:
        return Category.SKILL, "Pranata"
    return Category.EXPERT, "Perencana"


def _placed(subject: str) -> tuple[str, str, str]:
    """ "A1 Administrator di bawah K" -> (A1, Administrator, K)."""
    id, _, rest = subject.partition(" ")
    kind, _, superior = rest.partition(" di bawah ")
    return id, kind, superior


def team(line: str) -> tuple[FormedTeam, list[Seat]]:
    subject, _, members = line.partition(":")
    found = _TEAM.fullmatch(subject)
    if found is None:
        raise ValueError(line)
    id = found["id"]
    made = FormedTeam(
        id,
        "" if found["unnamed"] else f"Tim {id}",
        found["unit"] or UNIT,
        found["seat"] or "",
        Coordinator(found["by"]) if found["by"] else Coordinator.LEAD,
        TeamClass(found["kind"] or TeamClass.INTERNAL),
    )
    return made, [_seat(id, member) for member in members.strip().split(", ") if member]


def stated(made: FormedTeam) -> Team:
    return Team(made.id, made.name, made.unit, made.seat, made.coordinator, made.kind)


def _seat(team: str, written: str) -> Seat:
    found = _MEMBER.fullmatch(written)
    if found is None:
        raise ValueError(written)
    person, role, hours, duty = found.groups()
    return Seat(team, person, _ROLES[role], _minutes(hours), _minutes(duty))


def package(line: str) -> tuple[WorkPackage, list[Work]]:
    subject, *words = line.split(", ")
    found = _PACKAGE.fullmatch(subject)
    if found is None:
        raise ValueError(line)
    id, hours = found["id"], Decimal(found["hours"])
    made = WorkPackage(id, f"Tugas {id}", UNIT, "I1", "umum", hours, Decimal(1))
    for word in words:
        made = _described(made, word, line)
    teams = found["teams"].split(" dan ") if found["teams"] else []
    people = re.findall(r"(\S+)(?: (\d+))?", found["people"] or "")
    whole = int(hours) * MINUTES_PER_HOUR
    rows = [
        Work(id, team, person, int(share) * MINUTES_PER_HOUR if share else whole)
        for team in teams or ([""] if people else [])
        for person, share in people or [("", "0")]
    ]
    return made, rows


def _described(made: WorkPackage, word: str, line: str) -> WorkPackage:
    match word.split(" ", 1):
        case ["indikator", id]:
            return replace(made, indicator=id)
        case ["rumpun", theme]:
            return replace(made, theme=theme)
        case ["jabatan", position]:
            return replace(made, position=position)
        case ["kategori", category]:
            return replace(made, category=Category(category))
        case ["jenjang", level]:
            return replace(made, minimum_level=Level(level))
        case ["prioritas", rank]:
            return replace(made, priority=int(rank))
        case ["anggaran", amount]:
            return replace(made, budget=Decimal(amount))
        case ["biaya", funding]:
            return replace(made, funding=funding)
        case ["acuan", source]:
            return replace(made, source=source)
        case ["bentuk", form]:
            return replace(made, form=WorkForm(form))
        case ["unit", unit]:
            return replace(made, unit=unit)
        case ["insidental"]:
            return replace(made, nature=WorkNature.INCIDENTAL)
        case ["tanpa", "indikator"]:
            return replace(made, indicator="")
        case ["tanpa", "rumpun"]:
            return replace(made, theme="")
    raise ValueError(f"{word!r} in {line!r}")


def indicator(line: str) -> Indicator:
    id, source = line.split(" ")
    return Indicator(id, f"Target {id}", UNIT, TargetSource(source))


def need(line: str) -> Need:
    subject, *words = line.split(", ")
    package, competence, level = subject.split(" ")
    made = Need(package, competence, int(level))
    for word in words:
        match word.split(" "):
            case ["diutamakan"]:
                made = replace(made, kind=NeedKind.PREFERRED)
            case ["kelompok", group]:
                made = replace(made, group=group)
            case [number, "orang"]:
                made = replace(made, headcount=int(number))
            case _:
                raise ValueError(f"{word!r} in {line!r}")
    return made


def loan(line: str) -> Loan:
    subject, _, rest = line.partition(": ")
    person, host = subject.split(" ke ")
    superior, head, *more = rest.split(", ")
    made = Loan(person, host, Consent(superior), Consent(head))
    for word in more:
        if word.startswith("untuk "):
            made = replace(made, team=word.removeprefix("untuk "))
        else:
            made = replace(
                made, max_minutes=_minutes(word.removeprefix("paling banyak ").removesuffix(" jam"))
            )
    return made


def lock(line: str) -> Lock:
    subject, _, reason = line.partition(": ")
    kind, person, team = subject.rsplit(" ", 2)
    return Lock(LockKind(kind), person, reason, team=team)


def settings(line: str) -> Iterator[Setting]:
    """One row for each name that stands before the value."""
    subject, *words = line.split(", ")
    names: list[str] = []
    rest = subject.split(" ")
    while rest and _NAME.fullmatch(rest[0]):
        names.append(rest.pop(0))
    for name in names:
        made = Setting(name, " ".join(rest), "kasus")
        for word in words:
            if word.startswith("oleh "):
                made = replace(made, decided_by=word.removeprefix("oleh "))
            elif word.startswith("surat "):
                made = replace(made, letter=word.removeprefix("surat "))
            else:
                made = replace(made, decided_on=date.fromisoformat(word))
        yield made


def _minutes(hours: str | None) -> int:
    return int(hours or 0) * MINUTES_PER_HOUR
