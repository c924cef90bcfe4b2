"""For every plan of a tiny problem the model accepts it exactly when the audit finds no clause broken.

One scenario for each hard rule with a decision constraint; each must break its rule in some plan and keep it in
another, so that no scenario can pass by testing nothing.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from agreement.every_plan import ANY_ROLE, NOBODY, Acceptance, Tiny
from alokasi.rules import VerdictStatus, audit
from alokasi_models.packs import pack, ruleset, with_rule_value
from alokasi_models.problem import (
    Category,
    Consent,
    Coordinator,
    Indicator,
    Level,
    Official,
    OfficialKind,
    Problem,
    TargetSource,
    TeamClass,
    TeamStatus,
    UnitKind,
    WorkForm,
)
from builders import (
    LEAD,
    MEMBER,
    administrator,
    competences,
    head,
    home_unit,
    loan,
    need,
    officials,
    package,
    pelaksana,
    people,
    person,
    problem,
    setting,
    team,
    unit,
)

INDICATORS = (Indicator("ik", "Sasaran", "u", TargetSource.AGREEMENT),)
TO_T = (("t", ""),)


def slot(id: str, seat: str = "h", **values: object):
    return team(id, seat, status=TeamStatus.PROPOSED, **values)


def made(employees, packages, teams, **values) -> Problem:
    return problem(employees, packages, teams, indicators=INDICATORS, **values)


def roles(people_ids, teams, choices=ANY_ROLE):
    return {(id, t): choices for id in people_ids for t in teams}


def team_is_a_group() -> Tiny:
    p = made(people("a", "b"), (package("w", 10),), (slot("t"),))
    owners = {"w": [(("t", ""),), (("", "a"),)]}
    return Tiny(replace_form(p), ruleset(p), roles("ab", "t"), owners)


def two_groups() -> Tiny:
    """The work of one team does not make the other one a team."""
    work = (package("w", 10, team="t"), package("v", 10, form=WorkForm.FREE))
    p = made(people("a", "b", "c", "d"), work, (slot("t"), slot("s")))
    seats = {("a", "t"): (LEAD,), ("b", "t"): (MEMBER,)}
    seats |= {("c", "s"): (NOBODY, LEAD), ("d", "s"): (NOBODY, MEMBER)}
    owners = {"w": [TO_T], "v": [TO_T, (("s", ""),), (("", "a"),)]}
    return Tiny(p, ruleset(p), seats, owners)


def replace_form(p: Problem, form: WorkForm = WorkForm.FREE) -> Problem:
    return replace(p, packages=tuple(replace(w, form=form) for w in p.packages))


def own_staff() -> Tiny:
    staff = (person("a", superior="a1"), person("b", superior="a1"), person("c"))
    t = slot("t", "a1", coordinator=Coordinator.ADMINISTRATOR)
    p = made(staff, (package("w", 10, team="t"),), (t,), officials=officials(1))
    return Tiny(p, ruleset(p), roles("abc", "t", (NOBODY, MEMBER)), {"w": [TO_T]}, frozenset("t"))


def caps_at_head(
    rule: str, unit_kind: UnitKind, heads: tuple[Official, ...], linked: tuple[str, ...] = ()
) -> Tiny:
    """The limit lowered to 1 team, so that two slots suffice to break it."""
    p = made(
        people("a", "b", "c", "d"),
        (package("w1", 10, team="t1"), package("w2", 10, form=WorkForm.FREE)),
        (slot("t1"), slot("t2")),
        officials=heads,
        units=(unit(kind=unit_kind, parent="induk" if unit_kind is UnitKind.UPT else ""),),
    )
    law = ruleset(p)
    for id in (rule, *linked):
        law = with_rule_value(law, id, "limit", 1)
    seats = {("a", "t1"): (LEAD,), ("b", "t1"): (MEMBER,)}
    seats |= {("c", "t2"): (NOBODY, LEAD), ("d", "t2"): (NOBODY, MEMBER)}
    return Tiny(p, law, seats, {"w1": [(("t1", ""),)], "w2": [(("t2", ""),), (("", "a"),), (("t1", ""),)]})


def caps_at_administrator(
    rule: str, unit_kind: UnitKind, heads: tuple[Official, ...], linked: tuple[str, ...]
) -> Tiny:
    staff = tuple(person(id, superior="a1") for id in "abcd")
    under = {"coordinator": Coordinator.ADMINISTRATOR}
    p = made(
        staff,
        (package("w1", 10, team="t1"), package("w2", 10, form=WorkForm.FREE)),
        (slot("t1", "a1", **under), slot("t2", "a1", **under)),
        officials=heads,
        units=(unit(kind=unit_kind, parent="induk" if unit_kind is UnitKind.UPT else ""),),
    )
    law = ruleset(p)
    for id in (rule, *linked):
        law = with_rule_value(law, id, "limit", 1)
    seats = {("a", "t1"): (MEMBER,), ("b", "t1"): (MEMBER,)}
    seats |= {("c", "t2"): (NOBODY, MEMBER), ("d", "t2"): (NOBODY, MEMBER)}
    return Tiny(p, law, seats, {"w1": [(("t1", ""),)], "w2": [(("t2", ""),), (("", "a"),), (("t1", ""),)]})


def divided_out(**values: object) -> Tiny:
    p = made(
        people("a", "b"),
        (package("w1", 10, team="t"), package("w2", 10, form=WorkForm.FREE)),
        (slot("t"),),
        **values,
    )
    owners = {
        "w1": [TO_T],
        "w2": [(), TO_T, (("", "a"),), (("t", ""), ("", "a")), (("", "a"), ("", "b"))],
    }
    return Tiny(p, ruleset(p), {("a", "t"): (LEAD,), ("b", "t"): (MEMBER,)}, owners)


def one_coordinator(**values: object) -> Tiny:
    staff = (person("a"), person("b"), person("c", superior="a1"), person("d", superior="a1"))
    teams = (slot("t"), slot("s", "a1", coordinator=Coordinator.ADMINISTRATOR))
    p = made(
        staff,
        (package("w", 10, team="t"), package("v", 10, team="s")),
        teams,
        officials=officials(1),
        **values,
    )
    seats = roles("ab", "t", (MEMBER, LEAD)) | roles("cd", "s", (MEMBER, LEAD))
    return Tiny(p, ruleset(p), seats, {"w": [TO_T], "v": [(("s", ""),)]})


def lead_is_expert() -> Tiny:
    staff = (person("a"), pelaksana("b"), person("c", category=Category.SKILL, level=None))
    p = made(staff, (package("w", 10, team="t"),), (slot("t"),))
    return Tiny(p, ruleset(p), roles("abc", "t", (MEMBER, LEAD)), {"w": [TO_T]})


def best_master() -> Tiny:
    """Under A11 `keras`: who masters which field depends on the packages a team owns, and on who leads elsewhere."""
    staff = (
        person("a", themes=("uji",)),
        person("b", themes=("data",), skills=(("kal", 3),)),
        person("c", level=Level.MADYA),
        pelaksana("d", themes=("uji",), skills=(("kal", 5),)),
    )
    packages = (
        package("w1", 10, team="t", theme="uji"),
        package("w2", 10, form=WorkForm.FREE, theme="data"),
        package("w3", 10, team="s", theme="data"),
    )
    p = made(
        staff,
        packages,
        (slot("t"), slot("s")),
        competences=competences("kal"),
        needs=(need("w2", "kal", 3),),
        settings=(setting("A11", "keras"),),
    )
    seats = roles("abc", "t") | roles("d", "t", (NOBODY, MEMBER))
    seats |= roles("bc", "s", (MEMBER, LEAD))
    owners = {"w1": [TO_T], "w2": [TO_T, (("s", ""),), (("", "d"),)], "w3": [(("s", ""),)]}
    return Tiny(p, ruleset(p), seats, owners, frozenset("ts"))


def senior_master() -> Tiny:
    """Under A11 `keras`: somebody of a higher level who masters all that the lead masters."""
    p = made(
        (person("a"), person("b", level=Level.MADYA, themes=("uji",))),
        (package("w", 10, team="t", theme="uji"),),
        (slot("t"),),
        settings=(setting("A11", "keras"),),
    )
    return Tiny(p, ruleset(p), roles("ab", "t", (MEMBER, LEAD)), {"w": [TO_T]})


def skilled_master() -> Tiny:
    """Under A11 `keras`: a meets one requirement, b none but with more levels, c both, d both and better."""
    levels = {"a": (3, 0), "b": (2, 2), "c": (3, 3), "d": (4, 3)}
    staff = [person(id, skills=(("kal", kal), ("uji", uji))) for id, (kal, uji) in levels.items()]
    p = made(
        staff,
        (package("w", 10, team="t"),),
        (slot("t"),),
        competences=competences("kal", "uji"),
        needs=(need("w", "kal", 3), need("w", "uji", 3)),
        settings=(setting("A11", "keras"),),
    )
    return Tiny(p, ruleset(p), roles("abcd", "t"), {"w": [TO_T]}, frozenset("t"))


def teams_counted_together(first: str, second: str, reading: tuple[str, str], administrators: int) -> Tiny:
    """A team at each of two seats, one allowed at each, and by the reading one at both together."""
    places = {"t1": first, "t2": second}
    staff = [
        person(id, superior=places[team]) for id, team in (("a", "t1"), ("b", "t1"), ("c", "t2"), ("d", "t2"))
    ]
    p = made(
        staff,
        (package("w1", 10, team="t1"), package("w2", 10, form=WorkForm.FREE)),
        [
            slot(team, seat, coordinator=Coordinator.LEAD if seat == "h" else Coordinator.ADMINISTRATOR)
            for team, seat in places.items()
        ],
        officials=officials(administrators),
        units=(unit(),),
        settings=(setting(*reading),),
    )
    law = ruleset(p)
    for id in ("K042", "K038", "K083", "K084"):
        law = with_rule_value(law, id, "limit", 1)
    seats = {("a", "t1"): (LEAD if first == "h" else MEMBER,), ("b", "t1"): (MEMBER,)}
    seats |= roles("cd", ("t2",), (NOBODY, MEMBER))
    return Tiny(p, law, seats, {"w1": [(("t1", ""),)], "w2": [(("t2", ""),), (("", "a"),), (("t1", ""),)]})


def lead_of_one() -> Tiny:
    packages = (package("w1", 10, team="t1"), package("w2", 10, team="t2"))
    p = made(people("a", "b", "c"), packages, (slot("t1"), slot("t2")))
    seats = roles("ab", ("t1", "t2"), (MEMBER, LEAD)) | roles("c", ("t1", "t2"), (NOBODY, LEAD))
    return Tiny(p, ruleset(p), seats, {"w1": [(("t1", ""),)], "w2": [(("t2", ""),)]})


def two_teams() -> Tiny:
    teams = ("t1", "t2", "t3")
    packages = tuple(package(f"w{t}", 10, team=t) for t in teams)
    p = made(people("a", "b", "c", "d", "e", "f", "g"), packages, tuple(slot(t) for t in teams))
    fixed = {("b", "t1"): (LEAD,), ("c", "t2"): (LEAD,), ("d", "t3"): (LEAD,)}
    fixed |= {("e", "t1"): (MEMBER,), ("f", "t2"): (MEMBER,), ("g", "t3"): (MEMBER,)}
    owners = {f"w{t}": [((t, ""),)] for t in teams}
    return Tiny(p, ruleset(p), fixed | roles("a", teams, (NOBODY, MEMBER)), owners)


def guests() -> Tiny:
    staff = (*people("a", "b"), person("g", unit="x", superior="hx"), person("n", unit="x", superior="hx"))
    p = made(
        staff,
        (package("w", 10, team="t"),),
        (slot("t"),),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g"), loan("n", superior_consent=Consent.REFUSED)),
    )
    seats = roles("ab", "t") | roles("gn", "t", (NOBODY, MEMBER))
    return Tiny(p, ruleset(p), seats, {"w": [TO_T]}, frozenset("t"))


def individual_inside() -> Tiny:
    staff = (*people("a", "b"), person("g", unit="x", superior="hx"))
    p = made(
        staff,
        (package("w", 10, form=WorkForm.INDIVIDUAL),),
        (),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g"),),
    )
    return Tiny(p, ruleset(p), {}, {"w": [(("", "a"),), (("", "b"),), (("", "g"),)]})


def cross_unit() -> Tiny:
    """Two internal teams and a cross-unit team: the third seat is free, its lead is bound like any other."""
    staff = (*people("a", "b", "c", "d", "e"), pelaksana("f"), person("g", unit="x", superior="hx"))
    internal_teams = (slot("t1"), slot("t2"))
    cross = slot("l", kind=TeamClass.CROSS_UNIT)
    packages = tuple(package(f"w{t}", 10, team=t) for t in ("t1", "t2", "l"))
    p = made(
        staff,
        packages,
        (*internal_teams, cross),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g"),),
    )
    fixed = {("b", "t1"): (LEAD,), ("c", "t1"): (MEMBER,), ("d", "t2"): (LEAD,), ("e", "t2"): (MEMBER,)}
    free = roles("a", ("t1", "t2"), (NOBODY, MEMBER)) | roles("a", "l", (MEMBER, LEAD))
    free |= (
        roles("f", "l", (NOBODY, LEAD)) | roles("g", "l", (NOBODY, MEMBER)) | roles("b", "l", (NOBODY, LEAD))
    )
    return Tiny(p, ruleset(p), fixed | free, {f"w{t}": [((t, ""),)] for t in ("t1", "t2", "l")})


def two_units() -> Tiny:
    """A cross-unit team of two people: of one unit, or of two."""
    p = made(
        (*people("a", "b"), person("g", unit="x", superior="hx")),
        (package("w", 10, team="l"),),
        (slot("l", kind=TeamClass.CROSS_UNIT),),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g"),),
    )
    return Tiny(
        p, ruleset(p), {("a", "l"): (LEAD,)} | roles("bg", "l", (NOBODY, MEMBER)), {"w": [(("l", ""),)]}
    )


def work_without_a_team() -> Tiny:
    """Work may be of a team only where the team stands."""
    p = made(people("a", "b"), (package("w", 10, form=WorkForm.FREE),), (slot("t"),))
    places = roles("a", "t", (NOBODY, LEAD)) | roles("b", "t", (NOBODY, MEMBER))
    return Tiny(p, ruleset(p), places, {"w": [TO_T, (("", "a"),)]}, stands_by_work=False)


PATTERN_3 = (
    head(),
    *(administrator(f"a{n}", planning=n == 1) for n in (1, 2, 3)),
    *(
        Official(
            f"p{n}", f"Pejabat p{n}", "u", "Kasubbag", OfficialKind.PENGAWAS, superior="a2" if n < 4 else "a3"
        )
        for n in range(1, 6)
    ),
)
UPT6 = (
    Official("h", "Kepala", "u", "Kepala UPT", OfficialKind.ADMINISTRATOR),
    Official("p", "Kasubbag", "u", "Kasubbag", OfficialKind.PENGAWAS, superior="h"),
)

SCENARIOS = {
    "K003": team_is_a_group,
    "K025": own_staff,
    "K026": lambda: caps_at_administrator("K026", UnitKind.PUSAT, officials(1, 1), ("K084",)),
    "K034": lambda: caps_at_administrator("K034", UnitKind.PUSAT, PATTERN_3, ("K084",)),
    "K038": lambda: caps_at_administrator("K038", UnitKind.PUSAT, officials(2), ("K084",)),
    "K042": lambda: caps_at_administrator("K042", UnitKind.PUSAT, officials(1), ("K084",)),
    "K043": lambda: caps_at_administrator("K043", UnitKind.UPT, officials(1), ("K086",)),
    "K067": divided_out,
    "K083": lambda: caps_at_head("K083", UnitKind.PUSAT, officials(0, 1)),
    "K084": lambda: caps_at_administrator("K084", UnitKind.PUSAT, officials(1), ("K042",)),
    "K085": lambda: caps_at_head("K085", UnitKind.UPT, officials(1)),
    "K086": lambda: caps_at_administrator("K086", UnitKind.UPT, officials(1), ("K043",)),
    "K087": lambda: caps_at_head("K087", UnitKind.UPT, UPT6),
    "K090": one_coordinator,
    "K091": lead_is_expert,
    "K092": best_master,
    "K097": guests,
    "K101": lead_of_one,
    "K103": two_teams,
    "K122": individual_inside,
    "K134": cross_unit,
    "K135": cross_unit,
    "K131": two_units,
    "K067 unformed": work_without_a_team,
    "K067 A31": lambda: divided_out(settings=(setting("A31", "beberapa"),)),
    "K090 A6": lambda: one_coordinator(settings=(setting("A6", "boleh"),)),
    "K092 senior": senior_master,
    "K092 skilled": skilled_master,
    "K003 two": two_groups,
    "K084 A1": lambda: teams_counted_together("a1", "a2", ("A1", "jumlah_unit"), 2),
    "K083 A2": lambda: teams_counted_together("h", "a1", ("A2", "dihitung_semua"), 1),
}

# Where no number is written the audit asks for a decision; the model keeps the reading (A14, A15).
ASKED = {"K003", "K025"}


def refused(tiny: Tiny, plan) -> set[str]:
    """Clauses of the audit that the model must not accept."""
    verdicts = audit(tiny.problem, plan, tiny.ruleset).verdicts
    decided = {rule.id for rule in pack().rules.values() if rule.decides and rule.hard}
    decided |= {"K092", "K131"}  # K092 is hard by reading A11 alone
    return {
        v.rule
        for v in verdicts
        if v.rule in decided
        and (v.status is VerdictStatus.NOT_MET or (v.rule in ASKED and v.status is VerdictStatus.DECISION))
    }


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_the_model_accepts_exactly_what_the_audit_does_not_break(scenario: str) -> None:
    tiny, rule = SCENARIOS[scenario](), scenario.split()[0]
    accepts = Acceptance(tiny)
    differing, broken, kept = [], 0, 0
    for plan in tiny.plans():
        bad = refused(tiny, plan)
        accepted = accepts.of(plan)
        broken += rule in bad
        kept += accepted
        if accepted == bool(bad):
            differing.append((accepted, sorted(bad), plan))
    assert not differing, f"{len(differing)} plans, first: {differing[0]}"
    assert kept, "no plan of the scenario is accepted"
    if rule != "K134":  # keeps nothing out: it says what does not count
        assert broken, "no plan of the scenario breaks the rule"


def test_every_hard_rule_with_a_decision_has_a_scenario() -> None:
    decided = {rule.id for rule in pack().rules.values() if rule.decides and rule.hard}
    advice_only = {"K126"}  # advisers come from locks alone: tests/solve
    assert decided - advice_only <= set(SCENARIOS)
