"""What makes a plan impossible is told before any solver, with the clause and the names."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alokasi.solve.counting import LOCKS, impossible
from alokasi.texts import wording
from alokasi_models.packs import ruleset
from alokasi_models.plan import Reason
from alokasi_models.problem import (
    Category,
    Coordinator,
    Level,
    LockKind,
    OfficialKind,
    Problem,
    TeamClass,
    TeamStatus,
    UnitScope,
    WorkForm,
)
from builders import (
    HOUR,
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
    people,
    person,
    problem,
    setting,
    team,
    unit,
)

UNDER = {"coordinator": Coordinator.ADMINISTRATOR}
STAFF = people(*"abcdefgh")


def reasons(made: Problem) -> tuple[Reason, ...]:
    return impossible(made, ruleset(made))


def codes(made: Problem) -> list[str]:
    return [reason.code for reason in reasons(made)]


def only(made: Problem) -> Reason:
    found = reasons(made)
    assert len(found) == 1, [wording(r.fact) for r in found]
    return found[0]


def sentence(reason: Reason) -> str:
    return wording(reason.fact)


def small(*locks: Any, **values: Any) -> Problem:
    """Eight experts, teams t1 and t2, a package for each."""
    values.setdefault("employees", STAFF)
    values.setdefault("teams", (team("t1"), team("t2")))
    values.setdefault("packages", tuple(package(f"w{t.id}", team=t.id) for t in values["teams"]))
    return problem(locks=locks, **values)


def test_a_sound_workbook_has_no_reason():
    assert reasons(small()) == ()


def test_work_that_cannot_be_filled_is_no_reason():
    assert reasons(small(packages=(package("w1", 99999, team="t1"), package("w2", team="t2")))) == ()


def test_a_unit_that_is_not_planned_has_no_reason():
    locks = (lock(LockKind.LEAD, "a", "t1"), lock(LockKind.LEAD, "a", "t2"))
    assert reasons(small(*locks)) != ()
    assert reasons(small(*locks, units=(unit(scope=UnitScope.SUPERVISION),))) == ()


# places and limits


def crowd(count: int, **values: Any) -> Problem:
    """`count` fixed teams directly under the head, with people enough."""
    teams = tuple(team(f"t{n:02d}") for n in range(count))
    return small(employees=people(*(f"e{n:02d}" for n in range(2 * count))), teams=teams, **values)


def test_ten_teams_under_the_head_and_no_more():
    assert reasons(crowd(10)) == ()
    reason = only(crowd(11))
    assert reason.code == "K083"
    assert sentence(reason).startswith(
        "11 tim harus dibentuk di bawah Pejabat h (h), sedangkan batasnya 10: Tim t00 (t00), "
    )
    assert reason.ids == ("h", *(f"t{n:02d}" for n in range(11)))


def test_proposed_teams_do_not_count():
    made = crowd(11)
    teams = (*made.teams[:10], team("t10", status=TeamStatus.PROPOSED))
    assert reasons(small(employees=made.employees, teams=teams, packages=made.packages[:10])) == ()
    assert codes(small(employees=made.employees, teams=teams, packages=made.packages)) == ["K083"]


def under(administrator: str, count: int) -> tuple[Any, ...]:
    return tuple(team(f"{administrator}-{n}", administrator, **UNDER) for n in range(count))


def staff_of(*administrators: str) -> tuple[Any, ...]:
    return tuple(person(f"{a}{n}", superior=a) for a in administrators for n in range(8))


def test_three_teams_for_each_administrator():
    made = small(
        employees=staff_of("a1", "a2"), officials=officials(2), teams=(*under("a1", 3), *under("a2", 3))
    )
    assert reasons(made) == ()
    made = small(employees=staff_of("a1"), officials=officials(1, 1), teams=under("a1", 4))
    assert (only(made).code, only(made).ids[0]) == ("K084", "a1")


def test_reading_a1_counts_the_administrators_together():
    made = small(
        employees=staff_of("a1", "a2"),
        officials=officials(2),
        teams=(*under("a1", 2), *under("a2", 2)),
        settings=(setting("A1", "jumlah_unit"),),
    )
    assert only(made).code == "K084"


@pytest.mark.parametrize(
    ("below", "seat", "code"),
    [
        (officials(0, 1), "p1", "K029"),
        (officials(1, 1), "p1", "K025"),
        ((*officials(0, 1), head("far", unit="v")), "far", "K083"),
    ],
)
def test_a_team_sits_under_the_head_or_an_administrator(below: Any, seat: str, code: str):
    made = small(officials=below, teams=(team("t", seat),), units=(unit(), home_unit("v")))
    assert code in codes(made)


def test_coordinator_and_seat_agree():
    made = small(officials=officials(1, 1), employees=staff_of("a1"), teams=(team("t", "a1"),))
    assert only(made).code == "K090"
    assert (
        reasons(
            small(
                officials=made.officials,
                employees=made.employees,
                teams=made.teams,
                settings=(setting("A6", "boleh"),),
            )
        )
        == ()
    )


def test_a_cross_unit_team_has_a_ketua():
    guest = person("tamu", unit="v", superior="x")
    made = small(
        employees=(*STAFF, guest),
        units=(unit(), home_unit("v")),
        loans=(loan("tamu"),),
        teams=(team("t", kind=TeamClass.CROSS_UNIT, **UNDER),),
    )
    assert only(made).code == "K135"


def test_a_cross_unit_team_draws_on_two_units():
    made = small(teams=(team("t", kind=TeamClass.CROSS_UNIT),))
    assert only(made).code == "K131"


# leads


def test_a_team_without_anybody_to_lead_it():
    made = small(employees=(pelaksana("a"), pelaksana("b")), teams=(team("t1"),))
    assert (only(made).code, only(made).ids) == ("K091", ("t1",))


def test_three_teams_and_two_leads():
    made = small(
        employees=(*people("a", "b"), *(pelaksana(id) for id in "cdef")),
        teams=(team("t1"), team("t2"), team("t3")),
    )
    reason = only(made)
    assert (reason.code, reason.ids) == ("K101", ("t1", "t2", "t3", "a", "b"))
    assert sentence(reason) == (
        "3 tim masing-masing butuh seorang ketua (Tim t1 (t1), Tim t2 (t2), Tim t3 (t3)), tetapi yang dapat "
        "mengetuainya hanya 2 orang: Orang a (a), Orang b (b)."
    )


def test_only_the_teams_that_are_short_are_named():
    """t2 and t3 have only b between them; t1 has its own lead a."""
    made = small(
        lock(LockKind.NOT_LEAD, "a", "t2"),
        lock(LockKind.NOT_LEAD, "a", "t3"),
        employees=(*people("a", "b"), *(pelaksana(id) for id in "cdef")),
        teams=(team("t1"), team("t2"), team("t3")),
    )
    assert only(made).ids == ("t2", "t3", "b")


def test_a_locked_lead_is_taken():
    made = small(
        lock(LockKind.LEAD, "a", "t2"),
        employees=(person("a"), *(pelaksana(id) for id in "bcde")),
    )
    assert (only(made).code, only(made).ids) == ("K101", ("t1", "t2", "a"))


def test_a_lead_elsewhere_cannot_lead():
    made = small(employees=(person("a", leads_elsewhere=True), pelaksana("b")), teams=(team("t1"),))
    assert codes(made) == ["K091"]
    loose = small(employees=made.employees, teams=made.teams, settings=(setting("A9", "per_unit"),))
    assert reasons(loose) == ()


def test_a_lead_needs_time_for_the_role():
    made = small(
        lock(LockKind.HOURS, "a", package="w", minutes=1150 * HOUR),
        employees=(person("a"), pelaksana("b")),
        teams=(team("t1"),),
        packages=(package("w", 1200, team="t1"),),
    )
    assert (only(made).code, only(made).ids) == ("P03", ("t1", "a"))


# members


def test_two_people_make_a_team():
    made = small(employees=people("a"), teams=(team("t1"),))
    assert (only(made).code, only(made).ids) == ("K003", ("t1", "a"))
    alone = small(employees=made.employees, teams=made.teams, settings=(setting("A14", "satu"),))
    assert reasons(alone) == ()


def test_an_administrators_team_needs_own_staff():
    employees = (person("x", superior="a1"), *STAFF)
    made = small(employees=employees, officials=officials(1, 1), teams=(team("t", "a1", **UNDER),))
    reason = only(made)
    assert (reason.code, reason.ids) == ("K025", ("t", "x"))
    assert "stafnya sendiri yang dapat duduk di sana hanya 1: Orang x (x)." in sentence(reason)
    open_to_all = small(
        employees=employees,
        officials=made.officials,
        teams=made.teams,
        settings=(setting("A15", "seluruh_unit"),),
    )
    assert reasons(open_to_all) == ()


def test_two_seats_a_person():
    teams = tuple(team(f"t{n}") for n in range(4))
    assert reasons(small(employees=people(*"abcd"), teams=teams)) == ()
    made = small(employees=(*people(*"abcd"),), teams=(*teams, team("t5")))
    assert codes(made) == ["K101", "K103"]
    assert sentence(reasons(made)[1]) == (
        "Tim t0 (t0), Tim t1 (t1), Tim t2 (t2), Tim t3 (t3), Tim t5 (t5) butuh sedikitnya 10 kursi lagi, tetapi "
        "dengan paling banyak 2 tim seorang hanya ada 8: Orang a (a), Orang b (b), Orang c (c), Orang d (d)."
    )


def test_the_workbooks_own_size_is_no_clause():
    made = small(employees=people(*"abc"), teams=(team("t1", min_size=4),))
    assert only(made).code == LOCKS


def test_sizes_that_contradict_each_other():
    assert codes(small(teams=(team("t1", min_size=4, max_size=3),))) == [LOCKS]
    assert codes(small(teams=(team("t1", max_size=1),))) == ["K003"]
    crowded = small(*(lock(LockKind.MEMBER, id, "t1") for id in "abc"), teams=(team("t1", max_size=2),))
    assert only(crowded).code == LOCKS


def test_seats_of_locked_people_are_taken():
    """a and b are locked into t1 and t2, so nobody is left for t3 but c."""
    made = small(
        *(lock(LockKind.MEMBER, id, t) for id in "ab" for t in ("t1", "t2")),
        employees=people(*"abc"),
        teams=(team("t1"), team("t2"), team("t3")),
    )
    assert (only(made).code, only(made).ids) == ("K103", ("t3", "a", "b", "c"))


# locks


@pytest.mark.parametrize(
    ("locks", "code"),
    [
        ((lock(LockKind.LEAD, "x", "t1"),), "K091"),
        ((lock(LockKind.LEAD, "a", "t1"), lock(LockKind.LEAD, "b", "t1")), "K090"),
        ((lock(LockKind.LEAD, "a", "t1"), lock(LockKind.LEAD, "a", "t2")), "K101"),
        ((lock(LockKind.LEAD, "a", "t1"), lock(LockKind.NOT_LEAD, "a", "t1")), LOCKS),
        ((lock(LockKind.LEAD, "a", "t1"), lock(LockKind.NOT_MEMBER, "a", "t1")), LOCKS),
        ((lock(LockKind.MEMBER, "a", "t1"), lock(LockKind.NOT_MEMBER, "a")), LOCKS),
        ((lock(LockKind.MEMBER, "gone", "t1"),), LOCKS),
        ((lock(LockKind.MEMBER, "tamu", "t1"),), "K097"),
        ((lock(LockKind.ADVISER, "a", "t1"),), "K126"),
        ((lock(LockKind.TOGETHER, "a", other="b"), lock(LockKind.APART, "b", other="a")), LOCKS),
        ((lock(LockKind.TOGETHER, "a", other="gone"),), LOCKS),
        ((lock(LockKind.TOGETHER, "a", other="tamu"),), LOCKS),
        (
            (
                lock(LockKind.APART, "a", other="b"),
                lock(LockKind.MEMBER, "a", "t1"),
                lock(LockKind.MEMBER, "b", "t1"),
            ),
            LOCKS,
        ),
        (tuple(lock(LockKind.MEMBER, "a", t) for t in ("t1", "t2", "t3")), "K103"),
        ((lock(LockKind.HOURS, "a", "t1", package="w2", minutes=60),), LOCKS),
        ((lock(LockKind.HOURS, "x", package="expert", minutes=60),), LOCKS),
        ((lock(LockKind.HOURS, "tamu", package="w1", minutes=60),), "K097"),
        ((lock(LockKind.HOURS, "tamu", package="free", minutes=60),), "K097"),
        ((lock(LockKind.HOURS, "tamu", package="alone", minutes=60),), "K122"),
        ((lock(LockKind.HOURS, "a", package="w1", minutes=101 * HOUR),), LOCKS),
        (
            (
                lock(LockKind.HOURS, "a", package="alone", minutes=60),
                lock(LockKind.HOURS, "b", package="alone", minutes=60),
            ),
            "K067",
        ),
        (
            (
                lock(LockKind.HOURS, "a", package="w1", minutes=60),
                lock(LockKind.HOURS, "a", package="w1", minutes=61),
            ),
            LOCKS,
        ),
        (
            (
                lock(LockKind.LEAD, "a", "t1"),
                lock(LockKind.HOURS, "a", package="large", minutes=1101 * HOUR),
            ),
            "P01",
        ),
    ],
)
def test_locks_that_contradict_a_clause_or_each_other(locks: tuple[Any, ...], code: str):
    made = small(
        *locks,
        employees=(
            *STAFF,
            pelaksana("x"),
            person("gone", leaves=date(2026, 1, 31)),
            person("tamu", unit="v", superior="y"),
        ),
        teams=(team("t1"), team("t2"), team("t3")),
        packages=(
            *(package(f"w{n}", team=f"t{n}") for n in (1, 2, 3)),
            package("expert", team="t1", category=Category.EXPERT),
            package("large", 5000, team="t1"),
            package("free"),
            package("alone", form=WorkForm.INDIVIDUAL),
        ),
        units=(unit(), home_unit("v")),
        loans=(loan("tamu", granted=False),),
    )
    assert only(made).code == code
    assert sentence(only(made))


def test_advice_is_a_team_only_under_reading_a21():
    locks = (lock(LockKind.ADVISER, "u", "t1"), *(lock(LockKind.MEMBER, "u", t) for t in ("t2", "t3")))
    values: dict[str, Any] = {
        "employees": (*STAFF, person("u", level=Level.UTAMA)),
        "teams": (team("t1"), team("t2"), team("t3")),
    }
    assert reasons(small(*locks, **values)) == ()
    assert only(small(*locks, settings=(setting("A21", "anggota"),), **values)).code == "K103"


def test_sound_locks_are_no_reason():
    made = small(
        lock(LockKind.LEAD, "a", "t1"),
        lock(LockKind.MEMBER, "b", "t1"),
        lock(LockKind.NOT_MEMBER, "c", "t1"),
        lock(LockKind.TOGETHER, "d", other="e"),
        lock(LockKind.APART, "d", other="f"),
        lock(LockKind.ADVISER, "u", "t2", minutes=60),
        lock(LockKind.HOURS, "b", package="wt1", minutes=100 * HOUR),
        lock(LockKind.HOURS, "h", package="wt2", minutes=0),
        lock(LockKind.WISH, "h", "t1"),
        employees=(*STAFF, person("u", level=Level.UTAMA)),
    )
    assert reasons(made) == ()


def test_an_administrators_team_has_no_ketua():
    made = small(
        lock(LockKind.LEAD, "x", "t"),
        employees=(person("x", superior="a1"), person("y", superior="a1")),
        officials=officials(1, 1),
        teams=(team("t", "a1", **UNDER),),
    )
    assert only(made).code == "K090"
    loose = small(
        *made.locks,
        employees=made.employees,
        officials=made.officials,
        teams=made.teams,
        settings=(setting("A6", "boleh"),),
    )
    assert reasons(loose) == ()


def test_hours_in_an_administrators_team_ask_for_own_staff():
    employees = (person("x", superior="a1"), person("y", superior="a1"), person("z"))
    made = small(
        lock(LockKind.HOURS, "z", package="wt", minutes=60),
        employees=employees,
        officials=officials(1, 1),
        teams=(team("t", "a1", **UNDER),),
    )
    assert only(made).code == "K025"
    named = small(
        *made.locks,
        lock(LockKind.MEMBER, "z", "t"),
        employees=employees,
        officials=made.officials,
        teams=made.teams,
    )
    assert reasons(named) == ()


def test_a_loan_gives_no_more_than_its_hours():
    made = small(
        lock(LockKind.HOURS, "tamu", package="wt1", minutes=50 * HOUR),
        employees=(*STAFF, person("tamu", unit="v", superior="y")),
        units=(unit(), home_unit("v")),
        loans=(loan("tamu", max_minutes=40 * HOUR),),
    )
    assert only(made).code == LOCKS


def test_staff_of_a_ppt_madya_sit_in_no_internal_team():
    made = small(
        lock(LockKind.MEMBER, "m", "t1"),
        employees=(*STAFF, person("m", superior="madya")),
        units=(unit(parent="badan"),),
        officials=(
            official("madya", OfficialKind.MADYA, unit="badan"),
            head(superior="madya"),
            pengawas("p"),
        ),
    )
    assert only(made).code == "K020"


# work


def test_individual_work_nobody_may_hold():
    made = small(packages=(package("w", form=WorkForm.INDIVIDUAL, category=Category.SKILL),), teams=())
    assert (only(made).code, only(made).ids) == ("K067", ("w",))


def test_individual_work_only_another_unit_could_do():
    made = small(
        employees=(
            *STAFF,
            person("tamu", unit="v", superior="y", category=Category.SKILL, level=Level.MAHIR),
        ),
        packages=(package("w", form=WorkForm.INDIVIDUAL, category=Category.SKILL),),
        teams=(),
        units=(unit(), home_unit("v")),
    )
    assert only(made).code == "K122"


def test_team_work_where_no_team_can_be_formed():
    made = small(employees=tuple(pelaksana(id) for id in "abc"), packages=(package("w"),), teams=())
    assert (only(made).code, only(made).ids) == ("K067", ("w",))
    under_administrator = small(
        employees=tuple(pelaksana(id, superior="a1") for id in "abc"),
        officials=(head(), administrator("a1")),
        packages=made.packages,
        teams=(),
    )
    assert reasons(under_administrator) == ()


def test_a_team_that_no_work_can_reach():
    made = small(packages=(package("w1", team="t1"),))
    assert (only(made).code, only(made).ids) == ("K003", ("t2",))
    assert reasons(small(packages=(*made.packages, package("free")))) == ()


def test_a_package_of_a_team_that_is_not_planned():
    made = small(
        teams=(team("t1"), team("tv", "hv", unit="v")),
        packages=(package("w1", team="t1"), package("w2", team="tv")),
        units=(unit(), unit("v", scope=UnitScope.SUPERVISION)),
        officials=(head(), pengawas("p"), head("hv", unit="v")),
    )
    assert (only(made).code, only(made).ids) == ("K067", ("w2", "tv"))


def test_the_order_of_rows_changes_no_reason():
    made = crowd(11)
    turned = problem(made.employees[::-1], made.packages[::-1], made.teams[::-1])
    assert reasons(made) == reasons(turned)


def test_a_unit_of_one_person_lacks_members_not_a_lead():
    fact = only(problem(people("a"), (package("w"),)))
    assert fact.code == "K067"
    said = wording(fact.fact)
    assert "sedikitnya 2 orang (K003)" in said
    assert "ketua" not in said


def test_numbers_of_a_reason_are_those_of_the_readers_language():
    packages = (package("w1", 2000, team="t1"), package("w2", team="t2"))
    reason = only(small(lock(LockKind.HOURS, "a", package="w1", minutes=1500 * HOUR), packages=packages))
    assert "berjumlah 1.500 jam, sedangkan paling banyak 1.200 jam" in wording(reason.fact, "id")
    assert "add up to 1,500 hours, while at most 1,200 hours" in wording(reason.fact, "en")
