"""Whether a person may be a ketua: a JF keahlian of the asked level (K091, A10), PNS where A29 says so."""

from __future__ import annotations

from dataclasses import dataclass

from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import EXPERT_LEVELS, Category, Employee, EmployeeStatus, Level


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why somebody is not known to be fit to lead; `certain`: not fit, else data are missing."""

    what: Message
    certain: bool


def named_leads(view: View, team: FormedTeam) -> tuple[str, ...]:
    """The ketua of a team: without the Administrator who coordinates it in person (A5)."""
    index = view.index
    return tuple(p for p in index.leads(team.id) if not index.coordinates_in_person(team.id, p))


def unfit(view: View, person: str) -> Unfit | None:
    """None for somebody who may lead."""
    employee = view.index.people.get(person)
    if employee is None:
        official = view.index.officials.get(person)
        if official is None:
            return Unfit(Message.of("tidak ada di lembar Pegawai"), certain=False)
        return Unfit(Message.of("adalah {jenis}", jenis=str(official.kind)), certain=True)
    rule = view.ruleset.rule("K091")
    if employee.category is not Category(rule.word("category")):
        return Unfit(Message.of("adalah {kategori}", kategori=position(employee)), certain=True)
    if employee.status is EmployeeStatus.PPPK and view.reads("A29", "pns_saja"):
        return Unfit(Message.of("adalah PPPK (bacaan A29)"), certain=True)
    lowest = EXPERT_LEVELS.index(Level(rule.word("lowest_level")))
    if employee.level is None:
        missing = Unfit(Message.of("belum diisi jenjangnya"), certain=False)
        return missing if lowest > 0 else None
    if employee.level not in EXPERT_LEVELS[lowest:]:
        return Unfit(Message.of("adalah {kategori}", kategori=position(employee)), certain=True)
    return None


def may_lead(view: View, person: str) -> bool:
    return unfit(view, person) is None


def leads_another(view: View, team: FormedTeam, person: str) -> bool:
    """Whether the person leads another team in the scope of A9: of the plan, or outside the workbook."""
    index = view.index
    everywhere = view.reads("A9", "semua_unit")
    employee = index.people.get(person)
    if everywhere and employee is not None and employee.leads_elsewhere:
        return True
    unit = index.unit_of_team[team.id]
    return any(
        person in named_leads(view, other)
        for other in index.teams.values()
        if other.id != team.id and (everywhere or index.unit_of_team[other.id] == unit)
    )


def position(employee: Employee) -> str:
    """Category with the level, as the sheets write them."""
    return f"{employee.category} {employee.level}" if employee.level else str(employee.category)
