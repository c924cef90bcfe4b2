"""Skill allocation: every job to one engineer who has its skill or is newly trained in it; as few trainings as can be.

Jobs of one skill are alike: together they are one package, whose volume is their number and whose norm is an hour, as
in any workload analysis. A team stands for a skill; who sits in it has the skill. The skills engineers have are the
decree in force, so a training is a seat that the decree does not have, and `perubahan` counts it. That each may learn
few skills is K103: everybody's seats are filled up to the same number by teams without work, then so many more are
allowed. Skills that all have share one team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Category,
    Coordinator,
    CurrentSeat,
    Lock,
    LockKind,
    Problem,
    SeatRole,
    Team,
)
from outside.data import fields, grid
from outside.frame import (
    ALL_OF_THE_YEAR,
    NO_DUTY,
    NO_SHARE,
    REASON,
    UNIT,
    administrator,
    employee,
    head,
    package,
    rules_of,
    workbook,
)

OVERSEAS = 5  # most jobs abroad of one engineer, as the challenge's model has it
TEAMS, FILLING = "B1", "B2"  # Administrators over the skills, and over the teams without work
SHARED = "S000"


@dataclass(frozen=True)
class Skills:
    """`held`: skills of each engineer; `asked`: skill -> jobs; `most`: jobs, `new`: trainings of one engineer."""

    held: tuple[frozenset[int], ...]
    asked: Counter[int]
    most: int
    new: int

    @property
    def engineers(self) -> range:
        return range(len(self.held))

    @cached_property
    def rare(self) -> tuple[int, ...]:
        """Skills asked for that not everybody has."""
        return tuple(skill for skill in sorted(self.asked) if not all(skill in held for held in self.held))

    @cached_property
    def seats(self) -> tuple[int, ...]:
        """How many rare skills each engineer has."""
        return tuple(len(held.intersection(self.rare)) for held in self.held)


def read(path: Path) -> Skills:
    """ValueError where so many jobs are abroad that their limit could bind: our rows know no such limit."""
    found = fields(path)
    jobs = grid(found["jobs"])
    if sum(job[-1] for job in jobs) > OVERSEAS:
        raise ValueError(f"{path.name}: the limit of jobs abroad may bind")
    return Skills(
        held=tuple(
            frozenset(skill + 1 for skill, has in enumerate(row) if has)
            for row in grid(found["engineer_skills"])
        ),
        asked=Counter(job[0] for job in jobs),
        most=int(found["nMaxJobs"]),
        new=int(found["nNewSkillsPerPerson"]),
    )


def problem(data: Skills) -> Problem:
    fillings = [_filling(place) for place in range(max(data.seats) - min(data.seats))]
    shared = len(data.rare) < len(data.asked)
    return workbook(
        data.most,
        (head(), administrator(TEAMS, planning=True), administrator(FILLING)),
        employees=tuple(
            employee(_engineer(e), data.most, data.most, TEAMS, category=Category.SKILL)
            for e in data.engineers
        ),
        packages=(
            *(package(_work(s), jobs, team=_team(data, s)) for s, jobs in sorted(data.asked.items())),
            *(package(f"W-{team}", 0, team=team) for team in fillings),
        ),
        teams=(
            *(_seat(team, TEAMS) for team in ([SHARED] if shared else [])),
            *(_seat(_team(data, skill), TEAMS) for skill in data.rare),
            *(_seat(team, FILLING) for team in fillings),
        ),
        locks=tuple(
            Lock(LockKind.MEMBER, _engineer(e), REASON, team=team)
            for e in data.engineers
            for team in _filled(data, e)
        ),
        current=tuple(_in_force(data, shared)),
        settings=(ALL_OF_THE_YEAR, NO_SHARE, NO_DUTY),
    )


def rules(data: Skills, made: Problem) -> Ruleset:
    """All the work first. As many teams as there are skills; a skill one engineer has is a team of one."""
    shared = len(data.rare) < len(data.asked)
    return rules_of(
        made,
        {"kerja": {"kurang_jam": 1}, "pelatihan": {"perubahan": 1}},
        {
            ("K038", "limit"): len(made.teams),
            ("K084", "limit"): len(made.teams),
            ("K103", "limit"): max(data.seats) + data.new + shared,
            ("K003", "smallest"): 1,
        },
    )


def trainings_of(data: Skills, objective: float) -> float:
    """Trainings, from our second objective: they are the same."""
    return objective


def value(data: Skills, plan: Plan) -> int | None:
    """Trainings; None where a job is not done, or an engineer has too many jobs or trainings.

    Hours may be split within a job; as many whole jobs fit, because people and work are a transport problem.
    """
    engineers = {_engineer(e): e for e in data.engineers}
    skills = {_work(skill): skill for skill in data.asked}
    load: Counter[int] = Counter()
    done: Counter[int] = Counter()
    learnt: set[tuple[int, int]] = set()
    for row in plan.work:
        if row.minutes:
            engineer, skill = engineers[row.employee], skills[row.package]
            load[engineer] += row.minutes
            done[skill] += row.minutes
            if skill not in data.held[engineer]:
                learnt.add((engineer, skill))
    whole = all(done[skill] == jobs * MINUTES_PER_HOUR for skill, jobs in data.asked.items())
    within = all(minutes <= data.most * MINUTES_PER_HOUR for minutes in load.values())
    taught = Counter(engineer for engineer, _ in learnt)
    return len(learnt) if whole and within and all(n <= data.new for n in taught.values()) else None


def _engineer(engineer: int) -> str:
    return f"E{engineer + 1:02}"


def _work(skill: int) -> str:
    return f"W{skill:03}"


def _team(data: Skills, skill: int) -> str:
    return f"S{skill:03}" if skill in data.rare else SHARED


def _filling(place: int) -> str:
    return f"X{place:02}"


def _seat(team: str, official: str) -> Team:
    return Team(team, f"Tim {team}", UNIT, official, coordinator=Coordinator.ADMINISTRATOR)


def _filled(data: Skills, engineer: int) -> list[str]:
    """Teams without work that fill up the engineer's seats."""
    return [_filling(place) for place in range(max(data.seats) - data.seats[engineer])]


def _in_force(data: Skills, shared: bool) -> Iterator[CurrentSeat]:
    for engineer in data.engineers:
        held = [_team(data, skill) for skill in data.rare if skill in data.held[engineer]]
        for team in (*held, *_filled(data, engineer), *([SHARED] if shared else [])):
            yield CurrentSeat(_engineer(engineer), team, SeatRole.MEMBER)
