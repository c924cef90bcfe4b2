"""A changed problem is solved with the fewest changed seats, and what is said of it is recomputed from the plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from threading import Event
from time import process_time

import pytest

import builders
from alokasi.changes import Changed, apply, read_texts
from alokasi.examples import example, generate
from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi.whatif import Found as Answered
from alokasi.whatif import answers
from alokasi.whatif.base import as_decree, expected, together
from alokasi.whatif.goals import SEATS, SKILL, WORK, goals_of, least_change
from alokasi_models.cpsat import build, instance
from alokasi_models.decree import decree_plan
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan, Status
from alokasi_models.problem import Category, Problem, SeatRole, WorkForm
from alokasi_models.score import score
from builders import formed, head, package, pengawas, people, problem, seat, unit, work

UNIT = example("2")


@cache
def base_of(of: Problem) -> Plan:
    plan = solve(of, ruleset(of), Limits(seconds=30, work=0.5)).plan
    assert plan is not None
    return plan


def changed_by(lines: Iterable[str], of: Problem = UNIT) -> Changed:
    return apply(of, ruleset(of), read_texts(lines), base_of(of))


@cache
def answer(*lines: str, of: Problem = UNIT, seconds: float = 5.0) -> Answered:
    return list(answers(of, ruleset(of), base_of(of), changed_by(lines, of), Limits(seconds)))[-1]


def found(answered: Answered) -> Plan:
    assert answered.outcome.plan is not None, answered.outcome.reasons
    return answered.outcome.plan


def seats_changed(changed: Changed, before: Plan, after: Plan) -> int:
    """The term of the objective, with the plan asked about as the decree in force."""
    return score(as_decree(changed.problem, before), after, changed.ruleset)["perubahan"]


BASE = base_of(UNIT)
LEAD = next(seat.employee for seat in BASE.seats if seat.role is SeatRole.LEAD)
MEMBER = next(seat.employee for seat in BASE.seats if seat.role is SeatRole.MEMBER)
PACKAGES = [p.id for p in UNIT.packages if p.form is not WorkForm.INDIVIDUAL]
TEAMS = [team.id for team in BASE.teams]

ASKED = [
    (f"orang-pergi {LEAD}",),
    (f"orang-pergi {MEMBER}",),
    (f"orang-pergi {MEMBER} 30/06/{UNIT.units[0].year}",),
    (f"orang-hadir {LEAD} 60%",),
    (f"orang-datang BARU seperti={MEMBER}",),
    (f"tugas-volume {PACKAGES[0]} +40%", f"tugas-norma {PACKAGES[1]} -30%"),
    (f"tugas-tambah BARU seperti={PACKAGES[0]}",),
    (f"tim-gabung {TEAMS[0]} {TEAMS[1]}",),
    ("jam-efektif 1150",),
    ("batas P01 110",),
]


@pytest.mark.parametrize("lines", ASKED, ids=" dan ".join)
def test_an_answer_is_lawful_and_says_how_many_seats_differ(lines: tuple[str, ...]):
    answered, changed = answer(*lines), changed_by(lines)
    plan = found(answered)
    assert audit(changed.problem, plan, changed.ruleset).broken == ()
    assert answered.seats == seats_changed(changed, answered.expected, plan)
    assert answered.least is not None
    assert answered.least <= answered.seats


@pytest.mark.parametrize("lines", ASKED, ids=" dan ".join)
def test_work_and_competence_are_kept_as_before_where_they_can(lines: tuple[str, ...]):
    """No plan at all, searched for with everything open, has both as before and yet fewer changed seats."""
    answered, changed = answer(*lines), changed_by(lines)
    before, now = score(UNIT, BASE, ruleset(UNIT)), score(changed.problem, found(answered), changed.ruleset)
    goals = goals_of(UNIT, BASE, ruleset(UNIT))
    assert goals.unmet == before["kurang_jam"]
    built = build(instance(as_decree(changed.problem, answered.expected), least_change(changed.ruleset)))
    built.hold(WORK, max(before["kurang_jam"], now["kurang_jam"]))
    built.hold(SKILL, max(before["kompetensi_wajib"], now["kompetensi_wajib"]))
    assert answered.seats is not None
    built.model.add_linear_constraint(built.tier(SEATS), 0, answered.seats - 1)
    fewer = search(Task(built, 0, Effort(10.0, first_only=True)), Clock(60.0, Event()))
    assert fewer.found in (Found.INFEASIBLE, Found.UNKNOWN)
    if answered.seats == answered.least:
        assert fewer.plan is None


def test_whoever_leaves_is_the_only_one_who_moves_where_others_can_take_over():
    answered = answer(f"orang-pergi {MEMBER}")
    before = {(s.employee, s.team, s.role) for s in BASE.seats}
    after = {(s.employee, s.team, s.role) for s in found(answered).seats}
    assert {place[0] for place in before ^ after} == {MEMBER}
    assert answered.seats == answered.least == len([s for s in BASE.seats if s.employee == MEMBER])


def test_a_lead_who_leaves_is_followed_by_another():
    answered = answer(f"orang-pergi {LEAD}")
    led = next(seat.team for seat in BASE.seats if seat.employee == LEAD and seat.role is SeatRole.LEAD)
    leads = [s.employee for s in found(answered).seats if s.team == led and s.role is SeatRole.LEAD]
    assert len(leads) == 1
    assert leads != [LEAD]


def test_what_the_change_does_not_touch_stays_to_the_minute():
    answered = answer(f"orang-pergi {MEMBER}")
    teams = {seat.team for seat in BASE.seats if seat.employee == MEMBER}
    shared = {s.employee for s in BASE.seats if s.team in teams}
    untouched = {s.team for s in BASE.seats} - {s.team for s in BASE.seats if s.employee in shared}
    assert untouched

    def rows(plan: Plan) -> Counter[tuple[str, str, str, int]]:
        return Counter((w.package, w.team, w.employee, w.minutes) for w in plan.work if w.team in untouched)

    assert rows(found(answered)) == rows(BASE)


def test_members_of_merged_teams_go_along_and_nobody_else_moves():
    answered = answer(f"tim-gabung {TEAMS[0]} {TEAMS[1]}")
    assert answered.seats == 0
    members = {s.employee for s in found(answered).seats if s.team == TEAMS[0]}
    assert members == {s.employee for s in BASE.seats if s.team in TEAMS[:2]}


def test_a_split_team_is_staffed():
    one = answer(f"tim-gabung {TEAMS[0]} {TEAMS[1]}")
    together = changed_by((f"tim-gabung {TEAMS[0]} {TEAMS[1]}",)).problem
    owned = sorted({w.package for w in found(one).work if w.team == TEAMS[0]})
    rules = ruleset(together)
    line = f"tim-pecah {TEAMS[0]} PECAH {' '.join(owned[: len(owned) // 2])}"
    changed = apply(together, rules, read_texts([line]), found(one))
    split = list(answers(together, rules, found(one), changed, Limits(5.0)))[-1]
    assert {w.package for w in found(split).work if w.team == "PECAH"} == set(owned[: len(owned) // 2])
    assert audit(changed.problem, found(split), changed.ruleset).broken == ()


def test_more_time_for_everybody_moves_nobody():
    answered = answer("jam-efektif 1300")
    assert (answered.seats, answered.least) == (0, 0)


def test_a_lock_is_kept():
    outsider = next(
        e.id
        for e in UNIT.employees
        if e.category is Category.EXPERT
        and e.id not in {s.employee for s in BASE.seats if s.team == TEAMS[0]}
    )
    answered = answer(f"kunci-pasang anggota {outsider} tim={TEAMS[0]}")
    assert outsider in {s.employee for s in found(answered).seats if s.team == TEAMS[0]}


def test_other_aims_are_searched_as_they_are_asked():
    answered = answer("tujuan-dulu keseimbangan", seconds=20.0)
    assert (answered.seats, answered.least) == (None, None)
    assert answered.outcome.tiers[0].name == "keseimbangan"
    now = score(UNIT, found(answered), ruleset(UNIT))
    before = score(UNIT, BASE, ruleset(UNIT))
    assert 2 * now["beban_tim"] + now["beban_orang"] + now["isi_tim"] <= (
        2 * before["beban_tim"] + before["beban_orang"] + before["isi_tim"]
    )


def test_where_nothing_is_possible_the_reasons_are_those_of_a_solve():
    clerk = next(e.id for e in UNIT.employees if e.category is Category.PELAKSANA)
    lines = (f"kunci-pasang ketua {clerk} tim={TEAMS[0]}",)
    answered, changed = answer(*lines), changed_by(lines)
    assert answered.outcome.status is Status.INFEASIBLE
    asked = as_decree(changed.problem, expected(BASE, changed.changes, changed.problem))
    assert answered.outcome.reasons == solve(asked, changed.ruleset, Limits(5.0)).reasons
    assert "K091" in {reason.code for reason in answered.outcome.reasons}


def test_what_only_a_search_finds_impossible_has_its_reasons_too():
    of = problem(people("a", "b"), [package("w", 500)])
    answered = answer("kunci-pasang terpisah a dengan=b", of=of)
    assert answered.outcome.status is Status.INFEASIBLE
    assert {reason.code for reason in answered.outcome.reasons} == {"K003", "KETENTUAN"}


def test_values_of_the_aims_are_those_of_the_plan():
    lines = (f"orang-pergi {MEMBER}",)
    answered, changed = answer(*lines), changed_by(lines)
    values = score(changed.problem, found(answered), changed.ruleset)
    for tier in answered.outcome.tiers:
        assert dict(tier.terms) == {name: values[name] for name, _ in tier.terms}
        assert tier.bound is None or tier.value == 0


def test_a_number_of_the_regulation_may_be_assumed():
    """One team a person: everybody in two of them leaves one."""
    lines = ("batas K103 1",)
    answered, changed = answer(*lines), changed_by(lines)
    teams = Counter(s.employee for s in found(answered).seats if s.role is not SeatRole.ADVISER)
    assert max(teams.values()) == 1
    assert audit(changed.problem, found(answered), changed.ruleset).broken == ()


def test_a_plan_made_by_hand_that_breaks_a_clause_can_be_asked_about():
    clerk = next(e.id for e in UNIT.employees if e.category is Category.PELAKSANA)
    broken = replace(
        BASE,
        seats=tuple(
            replace(s, employee=clerk) if s.employee == LEAD and s.role is SeatRole.LEAD else s
            for s in BASE.seats
        ),
    )
    rules = ruleset(UNIT)
    assert audit(UNIT, broken, rules).broken
    changed = apply(UNIT, rules, read_texts(["batas P01 125"]), broken)
    answered = list(answers(UNIT, rules, broken, changed, Limits(5.0)))[-1]
    assert audit(UNIT, found(answered), rules).broken == ()


@pytest.mark.parametrize("pattern", ["7", "8", "9"])
def test_a_unit_that_is_not_planned_has_nothing_to_answer(pattern: str):
    of = example(pattern)
    rules, decree = ruleset(of), decree_plan(of)
    assert decree is not None
    changed = apply(of, rules, read_texts([f"orang-pergi {of.employees[0].id}"]), decree)
    (only,) = answers(of, rules, decree, changed, Limits(5.0))
    assert (only.outcome.status, only.outcome.plan, only.final) == (Status.NOTHING_TO_PLAN, None, True)


def test_units_that_are_not_planned_stay_as_they_are():
    """A second unit whose organisation is not simplified, with a team of its own in the plan asked about."""
    other = replace(unit("lain", simplified=False), effective_hours=None)
    of = problem(
        (*people("a", "b", "c"), *people("x", "y", unit="lain", superior="hx")),
        [package("w", 500), package("wx", 500, unit="lain")],
        units=(unit(), other),
        officials=(head(), pengawas("p"), head("hx", unit="lain")),
    )
    rules = ruleset(of)
    own = solve(of, rules, Limits(seconds=10, work=0.2)).plan
    assert own is not None
    aside = builders.plan(
        [formed("tx", "hx", unit="lain")],
        [seat("tx", "x", SeatRole.LEAD, 300), seat("tx", "y", SeatRole.MEMBER, 200)],
        [work("wx", "tx", "x", 300), work("wx", "tx", "y", 200)],
    )
    whole = together(own, aside)
    leaver = next(s.employee for s in own.seats if s.role is SeatRole.MEMBER)
    changed = apply(of, rules, read_texts([f"orang-pergi {leaver}"]), whole)
    answered = list(answers(of, rules, whole, changed, Limits(5.0)))[-1]
    kept = found(answered)
    assert [s for s in kept.seats if s.team == "tx"] == list(aside.seats)
    assert [w for w in kept.work if w.team == "tx"] == list(aside.work)
    assert answered.seats is not None
    assert answered.least is not None
    assert answered.least <= answered.seats <= 3


def test_answers_only_get_better():
    of = generate(30, 2)
    leaver = base_of(of).seats[0].employee
    changed = changed_by((f"orang-pergi {leaver}",), of)
    seen = list(answers(of, ruleset(of), base_of(of), changed, Limits(10.0)))
    assert [one.final for one in seen] == [False] * (len(seen) - 1) + [True]
    seats = [one.seats or 0 for one in seen]
    assert seats == sorted(seats, reverse=True)


def test_the_first_answer_for_a_hundred_people_is_there_at_once():
    of = generate(100)
    base = base_of(of)
    lead = next(s.employee for s in base.seats if s.role is SeatRole.LEAD)
    changed = changed_by((f"orang-pergi {lead}",), of)
    begun = process_time()
    first = next(iter(answers(of, ruleset(of), base, changed, Limits(30.0))))
    assert found(first)
    assert process_time() - begun < 20  # about one on an office computer; no search without end
