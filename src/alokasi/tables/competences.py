"""Required competence: what each team's packages ask for, and who of its members holds it.

A team needs, for every required competence at a level, as many holders as the package that asks for most of
them; needs of one package that share a `kelompok` are alternatives (any code serves). Advisers are no
members.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from alokasi.results import NO_PLAN, Result
from alokasi.tables import naming
from alokasi.tables.frames import Columns, frame
from alokasi_models.ledger import ledger
from alokasi_models.natural import natural
from alokasi_models.plan import Plan
from alokasi_models.problem import Employee, Need, NeedKind, Problem

TEAM_COMPETENCES: Columns = {
    "kode_tim": str,  # blank: individual work, `nama_tim` then names the package
    "nama_tim": str,
    "kode_kompetensi": str,  # alternatives joined by "/"
    "nama": str,
    "level": str,
    "dibutuhkan": int,
    "ditempatkan": int,  # members who hold it
    "kurang": int,
}

COMPETENCE_SUPPLY: Columns = {
    "kode_kompetensi": str,
    "nama": str,
    "level": str,
    "dibutuhkan": int,  # over all teams
    "ditempatkan": int,
    "kurang": int,  # what each team lacks, added up
    "dimiliki": int,  # people of the planned units who hold it
}

Alternatives: TypeAlias = tuple[tuple[str, int], ...]  # (competence, level), any of which serves


@dataclass(frozen=True, slots=True)
class _Asked:
    place: str  # team, or the individual package
    individual: bool
    skills: Alternatives
    headcount: int
    holders: int

    @property
    def missing(self) -> int:
        return max(0, self.headcount - self.holders)


def team_competences(result: Result) -> pd.DataFrame:
    """A row per team and required competence, by team. Columns: TEAM_COMPETENCES."""
    problem = result.problem
    teams = naming.teams(problem, result.plan)
    texts = {p.id: p.text for p in problem.packages}
    return frame(
        TEAM_COMPETENCES,
        (
            (
                "" if asked.individual else asked.place,
                texts[asked.place] if asked.individual else teams.get(asked.place, asked.place),
                *_named(problem, asked.skills),
                asked.headcount,
                asked.holders,
                asked.missing,
            )
            for asked in _asked(problem, result.plan or NO_PLAN)
        ),
    )


def competence_supply(result: Result) -> pd.DataFrame:
    """A row per required competence over all teams. Columns: COMPETENCE_SUPPLY."""
    problem = result.problem
    planned = {unit.id for unit in problem.planned}
    staff = [e for e in problem.employees if e.unit in planned]
    together: dict[Alternatives, list[_Asked]] = defaultdict(list)
    for asked in _asked(problem, result.plan or NO_PLAN):
        together[asked.skills].append(asked)
    return frame(
        COMPETENCE_SUPPLY,
        (
            (
                *_named(problem, skills),
                sum(asked.headcount for asked in rows),
                sum(asked.holders for asked in rows),
                sum(asked.missing for asked in rows),
                _holders(staff, skills),
            )
            for skills, rows in sorted(together.items())
        ),
    )


def _asked(problem: Problem, plan: Plan) -> Iterator[_Asked]:
    """Requirements of every team, then of individual work; none where nobody's competence is known."""
    if not any(employee.skills for employee in problem.employees):
        return
    people, needs, of = {e.id: e for e in problem.employees}, _required(problem.needs), ledger(plan)
    for team, packages in sorted(of.packages.items(), key=lambda item: natural(item[0])):
        asked: dict[Alternatives, int] = defaultdict(int)
        for package in packages:
            for skills, headcount in needs.get(package, ()):
                asked[skills] = max(asked[skills], headcount)
        members = _known(people, of.members.get(team, ()))
        for skills, headcount in sorted(asked.items()):
            yield _Asked(team, False, skills, headcount, _holders(members, skills))
    for package in sorted((package for package, team in of.owner.items() if not team), key=natural):
        holders = _known(people, of.holders.get(package, ()))
        for skills, _ in needs.get(package, ()):
            yield _Asked(package, True, skills, 1, min(1, _holders(holders, skills)))


def _required(needs: Iterable[Need]) -> dict[str, list[tuple[Alternatives, int]]]:
    """Package -> (alternatives, headcount) of each required need."""
    grouped: dict[tuple[str, str], list[Need]] = defaultdict(list)
    for need in needs:
        if need.kind is NeedKind.REQUIRED:
            grouped[need.package, need.group or f"={need.competence}"].append(need)
    required: dict[str, list[tuple[Alternatives, int]]] = defaultdict(list)
    for (package, _), alternatives in grouped.items():
        skills = tuple(sorted({(need.competence, need.level) for need in alternatives}))
        required[package].append((skills, max(need.headcount for need in alternatives)))
    return required


def _known(people: Mapping[str, Employee], ids: Iterable[str]) -> list[Employee]:
    return [people[id] for id in sorted(ids) if id in people]


def _holders(people: Iterable[Employee], skills: Alternatives) -> int:
    return sum(any(person.skill(competence) >= level for competence, level in skills) for person in people)


def _named(problem: Problem, skills: Alternatives) -> tuple[str, str, str]:
    """(codes, names, levels), alternatives joined."""
    names = {c.id: c.name for c in problem.competences}
    return (
        "/".join(competence for competence, _ in skills),
        " / ".join(names.get(competence, competence) for competence, _ in skills),
        "/".join(str(level) for _, level in skills),
    )
