"""What a row of Setelan changes in the solver's choice, and that it changes nothing else.

The audit's side of each reading stands in the worked cases of the pack (tests/rules/test_cases.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from alokasi_models.cpsat import build, instance
from alokasi_models.eligibility import eligibility
from alokasi_models.packs import Rounding, norm, pack, profile_names, ruleset
from alokasi_models.problem import (
    Coordinator,
    EmployeeStatus,
    Level,
    LockKind,
    OfficialKind,
    Problem,
    TeamClass,
    UnitKind,
    UnitScope,
    WorkForm,
)
from alokasi_models.structure import lead_scope, seat_scope
from alokasi_models.workload import abk_rows
from builders import (
    administrator,
    head,
    home_unit,
    loan,
    lock,
    official,
    officials,
    package,
    pelaksana,
    pengawas,
    person,
    problem,
    setting,
    team,
    unit,
)

UNDER = {"coordinator": Coordinator.ADMINISTRATOR}
STAFF = (
    person("muda", themes=("lain",)),
    person("muda2", themes=("rumpun",)),
    person("pertama", level=Level.PERTAMA),
    person("pppk", status=EmployeeStatus.PPPK),
    person("sibuk", leads_elsewhere=True),
    person("utama", level=Level.UTAMA),
    person("staf", superior="a1"),
    pelaksana("staf2", superior="a1"),
    person("tamu", unit="asal", superior="q"),
)
TEAMS = (team("t"), team("s"), team("u", "a1", **UNDER), team("l", kind=TeamClass.CROSS_UNIT))
WORK = (
    *(package(f"w{t.id}", 100, team=t.id, position="Perencana") for t in TEAMS),
    package("alone", "80.5", form=WorkForm.INDIVIDUAL),
)


def centre(**values: object) -> Problem:
    """A central unit of pattern 4: everything a reading may speak of, but for what `OTHERS` hold."""
    values.setdefault("officials", officials(administrators=2))
    values.setdefault("units", (unit(effective_hours=None), home_unit("asal")))
    return problem(
        STAFF,
        WORK,
        TEAMS,
        loans=(loan("tamu"),),
        locks=(lock(LockKind.ADVISER, "utama", "t", minutes=60),),
        **values,
    )


PATTERN_3 = (
    head(),
    *(administrator(f"a{n}") for n in (1, 2, 3)),
    *(pengawas(f"p{n}", place) for n, place in enumerate(("a1", "a1", "a2", "a2", "h"), start=1)),
)
UPT = (unit(kind=UnitKind.UPT, parent="badan", effective_hours=None), home_unit("asal"))
OTHERS: Mapping[str, Problem] = {
    "A3": centre(units=UPT),
    "A4": centre(officials=PATTERN_3),
    "A25": centre(units=(unit(scope=UnitScope.SUPERVISION), home_unit("asal"))),
    "A28": problem(
        units=UPT, officials=(official("h", OfficialKind.ADMINISTRATOR), pengawas("p")), employees=STAFF[:2]
    ),
}

CHANGES: Mapping[str, frozenset[str]] = {
    "A1": frozenset({"limits of the unit", "model"}),
    "A2": frozenset({"limits of the unit", "model"}),
    "A3": frozenset({"seats", "model"}),
    "A4": frozenset({"seats", "model"}),
    "A6": frozenset({"coordinators", "how many leads", "leads", "model"}),
    "A7": frozenset({"what counts to two teams", "model"}),
    "A8": frozenset({"what counts to two teams", "model"}),
    "A9": frozenset({"scope of a lead", "leads", "model"}),
    "A10": frozenset({"leads", "model"}),
    "A11": frozenset({"model"}),  # rows of K092
    "A12": frozenset({"aims"}),
    "A14": frozenset({"smallest team", "model"}),
    "A15": frozenset({"members", "model"}),
    "A16": frozenset(),  # exactly one owner is at least one
    "A21": frozenset({"model"}),  # rows of K103
    "A25": frozenset(),  # not planned in either reading
    "A28": frozenset({"coordinators"}),
    "A29": frozenset({"leads", "model"}),
    "A30": frozenset({"members", "leads", "model"}),
    "A31": frozenset({"model"}),  # rows of K067
    "A32": frozenset({"aims"}),
}


@cache
def choice(of: Problem) -> dict[str, object]:
    """What a solver may choose from, by the words of this test."""
    rules = ruleset(of)
    who, inst = eligibility(of, rules), instance(of, rules)
    structure = who.structures["u"]
    slots = {slot.id: slot for slot in inst.slots}
    return {
        "seats": {seat.official: seat.limit for seat in structure.seats},
        "coordinators": [seat.coordinators for seat in structure.seats],
        "limits of the unit": structure.unit_limits,
        "planned": structure.optimised,
        "members": inst.members,
        "leads": inst.leads,
        "how many leads": {id: who.lead_count(slot) for id, slot in slots.items()},
        "advisers": {id: who.advisers(slot) for id, slot in slots.items()},
        "holders": inst.alone,
        "owners": inst.owners,
        "scope of a lead": lead_scope("u", rules),
        "what counts to two teams": [seat_scope("u", s.seat, s.kind, rules) for s in slots.values()],
        "smallest team": rules.rule("K003").number("smallest"),
        "aims": rules.profile.tiers,
        "effective time": who.effective,
        "most time": who.maximum,
        "time for leading": who.duty,
        "least time of a seat": who.share,
        "sizes preferred": inst.aims.preferred_size(inst.slots[0]) if inst.slots else None,
        "teams preferred": inst.aims.most_teams_preferred,
        "need": [(row.position, row.need, row.rounded) for row in abk_rows(of, rules.norm)],
        "model": str(build(inst).model.proto),
    }


def changed(of: Problem, name: str, value: str) -> frozenset[str]:
    was, now = choice(of), choice(replace(of, settings=(*of.settings, setting(name, value))))
    return frozenset(facet for facet in was if was[facet] != now[facet])


def test_every_reading_that_can_be_switched_is_looked_at():
    assert set(CHANGES) == {reading.id for reading in pack().readings.values() if reading.switchable}


@pytest.mark.parametrize("reading", CHANGES)
def test_a_reading_changes_what_it_speaks_of_and_nothing_else(reading: str):
    of = OTHERS.get(reading, centre())
    (alternative,) = (v for v, _ in pack().readings[reading].options if v != pack().readings[reading].default)
    assert changed(of, reading, alternative) == CHANGES[reading]
    assert changed(of, reading, pack().readings[reading].default) == frozenset()


SETTINGS: Mapping[tuple[str, str], frozenset[str]] = {
    ("P01", "110"): frozenset({"most time", "model"}),
    ("P02", "5"): frozenset({"least time of a seat", "model"}),
    ("P03", "5"): frozenset({"time for leading", "model"}),
    ("P04", "4"): frozenset({"sizes preferred"}),
    ("P04A", "20"): frozenset({"sizes preferred"}),
    ("P05", "4"): frozenset({"teams preferred"}),
    ("jam_efektif", "1200"): frozenset(
        {"effective time", "most time", "time for leading", "least time of a seat", "need", "model"}
    ),
    **{
        ("pembulatan", str(rounding)): frozenset({"need"})
        for rounding in Rounding
        if rounding is not norm().rounding
    },
    **{("profil", name): frozenset({"aims"}) for name in profile_names() if name != "seimbang"},
    ("K103", "diputuskan"): frozenset(),
    ("K006", "a1"): frozenset(),
}


def test_every_limit_norm_and_rounding_is_looked_at():
    assert set(norm().policies) <= {name for name, _ in SETTINGS}


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_a_limit_a_norm_or_a_profile_changes_what_it_names_and_nothing_else(name: str, value: str):
    assert changed(centre(), name, value) == SETTINGS[name, value]


def test_hours_of_a_unit_stand_before_those_of_the_norm():
    of = centre(units=(unit(), home_unit("asal")))
    assert changed(of, "jam_efektif", "1200") == frozenset()
