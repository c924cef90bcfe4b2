"""K092 under reading A11 `keras`: the ketua is not outdone by a member who could lead instead.

A member outdoes the ketua by being worse in nothing, of no package of the team and not in jenjang, and better in
something. Who leads another team could not lead instead (K101).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from alokasi_models.cpsat.auxiliaries import Auxiliaries
from alokasi_models.cpsat.decisions import Decisions, Number, total
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.cpsat.rows import Posted, post
from alokasi_models.fit import alternatives, theme_key
from alokasi_models.law import Rule
from alokasi_models.problem import EXPERT_LEVELS, Employee, Need, TeamClass, WorkPackage
from alokasi_models.structure import lead_scope

Asked: TypeAlias = frozenset[tuple[tuple[str, int], ...]]  # requirements: alternatives (competence, level)


@dataclass(frozen=True, slots=True)
class _Fields:
    """What each package is about, and who masters it how well."""

    people: Mapping[str, Employee]
    packages: Mapping[str, WorkPackage]
    asked: Mapping[str, Asked]

    def of(self, employee: str, package: str) -> tuple[int, int, int]:
        """Rumpun (2 the person's, 1 none stated, 0 another or none asked), requirements met, sum of levels."""
        person, theme = self.people[employee], theme_key(self.packages[package].theme)
        own = {theme_key(held) for held in person.themes}
        cluster = 0 if not theme else 2 if theme in own else 0 if own else 1
        asked = self.asked.get(package, frozenset())
        met = sum(any(person.skill(code) >= level > 0 for code, level in one) for one in asked)
        return cluster, met, sum(max(person.skill(code) for code, _ in one) for one in asked)

    def level(self, employee: str) -> int:
        level = self.people[employee].level
        return EXPERT_LEVELS.index(level) if level in EXPERT_LEVELS else -1


def best_master(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """Nothing where the reading leaves it to the head (`lunak`)."""
    if not inst.ruleset.reads("A11", "keras"):
        return
    fields = _fields(inst)
    scopes = {slot.id: lead_scope(slot.unit, inst.ruleset) for slot in inst.slots}
    led: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for id, team in x.lead:
        led[id, scopes[team]].append(team)
    for slot in inst.slots:
        if slot.kind is not TeamClass.INTERNAL:
            continue
        for member in inst.leads[slot.id]:
            if (member, slot.id) in x.member:
                elsewhere = [x.lead[member, t] for t in led[member, scopes[slot.id]] if t != slot.id]
                yield from _not_outdone(aux, x, inst, fields, slot, member, elsewhere)


def _not_outdone(
    aux: Auxiliaries,
    x: Decisions,
    inst: Instance,
    fields: _Fields,
    slot: TeamSlot,
    member: str,
    elsewhere: list[Number],
) -> Iterator[Posted]:
    """Of every ketua beside this member: no worse somewhere in what the team owns, or better nowhere."""
    owned = [p for p in inst.owners if (p, slot.id) in x.owns]
    theirs = {p: fields.of(member, p) for p in owned}
    sits = x.member[member, slot.id]
    for lead in inst.leads[slot.id]:
        if lead == member or (lead, slot.id) not in x.lead or fields.level(member) < fields.level(lead):
            continue
        mine = {p: fields.of(lead, p) for p in owned}
        saves = [p for p in owned if any(m > t for m, t in zip(mine[p], theirs[p], strict=True))]
        escape = total((*(x.owns[p, slot.id] for p in saves), *elsewhere))
        both = total((x.lead[lead, slot.id], sits))
        if fields.level(member) > fields.level(lead):
            yield slot.id, post(aux.model, both - escape, None, 1)
            continue
        for package in owned:
            if package not in saves and mine[package] != theirs[package]:
                yield slot.id, post(aux.model, both + x.owns[package, slot.id] - escape, None, 2)


def _fields(inst: Instance) -> _Fields:
    needs: defaultdict[str, list[Need]] = defaultdict(list)
    for need in inst.problem.needs:
        needs[need.package].append(need)
    return _Fields(
        people={employee.id: employee for employee in inst.problem.employees},
        packages=inst.aims.packages,
        asked={
            package: frozenset(
                tuple(sorted({(n.competence, n.level) for n in group})) for group in alternatives(asked)
            )
            for package, asked in needs.items()
        },
    )
