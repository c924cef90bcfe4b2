"""Generalised assignment: every job to one agent, each pair with a cost and a use of the agent's capacity.

An agent is an employee whose year is the capacity; a job is individual work, held by one person. How much of an
agent's time a job takes depends on the agent, so it stands as a wish: this person wants this job, with so many hours.
Exactly one wish of every job is kept. The cost of a pair is a gap of competence: a job asks for levels, the person
holds so many fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alokasi_models.fit import HIGHEST_SKILL
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Competence,
    Employee,
    Lock,
    LockKind,
    Need,
    Problem,
    WorkForm,
)
from outside.data import numbers
from outside.frame import (
    ALL_OF_THE_YEAR,
    REASON,
    employee,
    head,
    package,
    pengawas,
    rules_of,
    workbook,
)

TIER = "penugasan"
DEARER = 4  # a job left out costs so many times what an agent may cost more than another


@dataclass(frozen=True)
class Assignment:
    """cost[agent][job] and use[agent][job] in whole numbers; one unit of `use` is an hour in the workbook."""

    cost: tuple[tuple[int, ...], ...]
    use: tuple[tuple[int, ...], ...]
    capacity: tuple[int, ...]

    @property
    def agents(self) -> range:
        return range(len(self.capacity))

    @property
    def jobs(self) -> range:
        return range(len(self.cost[0]))

    @cached_property
    def cheapest(self) -> tuple[int, ...]:
        """The least cost of each job: what every assignment pays, which the workbook leaves out."""
        return tuple(min(row[job] for row in self.cost) for job in self.jobs)

    @cached_property
    def spread(self) -> tuple[int, ...]:
        """How much dearer than its cheapest agent each job can be."""
        return tuple(max(row[job] for row in self.cost) - self.cheapest[job] for job in self.jobs)

    @property
    def left_out(self) -> int:
        """What a job left out costs; dear, so that none is."""
        return DEARER * max(1, *self.spread)


def read(path: Path) -> Assignment:
    """OR-Library: agents, jobs; costs by agent; uses by agent; capacities."""
    agents, jobs, *rest = numbers(path.read_text(encoding="utf-8"))

    def rows(start: int) -> tuple[tuple[int, ...], ...]:
        begin = [start + agent * jobs for agent in range(agents)]
        return tuple(tuple(rest[place : place + jobs]) for place in begin)

    both = 2 * agents * jobs
    return Assignment(rows(0), rows(agents * jobs), tuple(rest[both : both + agents]))


def problem(data: Assignment) -> Problem:
    parts = [code for job in data.jobs for code in _competences(data, job)]
    return workbook(
        max(data.capacity),
        (head(), pengawas("B1")),
        employees=tuple(_agent(data, agent) for agent in data.agents),
        competences=tuple(Competence(code, code) for code, _, _ in parts),
        packages=tuple(
            package(job_id(job), max(row[job] for row in data.use), form=WorkForm.INDIVIDUAL)
            for job in data.jobs
        ),
        needs=tuple(_needs(data)),
        locks=tuple(
            Lock(
                LockKind.WISH,
                agent_id(agent),
                REASON,
                package=job_id(job),
                minutes=data.use[agent][job] * MINUTES_PER_HOUR,
            )
            for agent in data.agents
            for job in data.jobs
        ),
        settings=(ALL_OF_THE_YEAR,),
    )


def rules(data: Assignment, made: Problem) -> Ruleset:
    return rules_of(made, {TIER: {"harapan": data.left_out, "kompetensi_wajib": 1}})


def cost_of(data: Assignment, objective: float) -> float:
    """The assignment's cost when every job has its agent, from our objective."""
    unkept = len(data.agents) * len(data.jobs) - len(data.jobs)
    return objective - data.left_out * unkept + sum(data.cheapest)


def value(data: Assignment, plan: Plan) -> int | None:
    """Its cost, summed from who works on what; None where a job is not done or a capacity is exceeded."""
    agents = {agent_id(agent): agent for agent in data.agents}
    jobs = {job_id(job): job for job in data.jobs}
    done = {jobs[w.package]: (agents[w.employee], w.minutes) for w in plan.work if w.minutes}
    if len(done) != len(jobs) or len([w for w in plan.work if w.minutes]) != len(jobs):
        return None
    used = [0] * len(agents)
    for job, (agent, minutes) in done.items():
        if minutes < data.use[agent][job] * MINUTES_PER_HOUR:
            return None
        used[agent] += data.use[agent][job]
    if any(taken > most for taken, most in zip(used, data.capacity, strict=True)):
        return None
    return sum(data.cost[agent][job] for job, (agent, _) in done.items())


def agent_id(agent: int) -> str:
    return f"P{agent:03}"


def job_id(job: int) -> str:
    return f"W{job:04}"


def _competences(data: Assignment, job: int) -> Iterator[tuple[str, int, int]]:
    """(code, levels asked, levels asked by those before it): a competence has five levels, so a job asks several."""
    for part, before in enumerate(range(0, data.spread[job], HIGHEST_SKILL)):
        yield f"K{job:04}-{part:02}", min(HIGHEST_SKILL, data.spread[job] - before), before


def _needs(data: Assignment) -> Iterator[Need]:
    """One for each level, so that each level a person lacks counts."""
    for job in data.jobs:
        for code, levels, _ in _competences(data, job):
            yield from (Need(job_id(job), code, level) for level in range(1, levels + 1))


def _agent(data: Assignment, agent: int) -> Employee:
    held = []
    for job in data.jobs:
        dearer = data.cost[agent][job] - data.cheapest[job]
        for code, levels, before in _competences(data, job):
            lacking = min(max(dearer - before, 0), levels)
            if lacking < levels:
                held.append((code, levels - lacking))
    return employee(agent_id(agent), data.capacity[agent], max(data.capacity), skills=tuple(sorted(held)))
