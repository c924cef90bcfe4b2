"""Who may sit where, lead what, do which work, and for how many minutes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from alokasi_models.eligibility import Eligibility, eligibility, may_be_individual, must_form
from alokasi_models.packs import ruleset
from alokasi_models.problem import (
    Category,
    Coordinator,
    Level,
    LockKind,
    OfficialKind,
    Problem,
    TeamClass,
    TeamStatus,
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


def who(made: Problem) -> Eligibility:
    return eligibility(made, ruleset(made))


def staffed(*settings, **values) -> Problem:
    return problem(
        employees=(person("direct"), person("own", superior="a1"), person("through", superior="p1")),
        officials=(*officials(administrators=1), pengawas("p1", "a1")),
        settings=settings,
        **values,
    )


def test_the_head_may_task_everybody_of_the_unit():
    assert who(staffed()).members(team("t")) == {"direct", "own", "through"}


def test_reading_a30_keeps_direct_teams_to_direct_staff():
    assert who(staffed(setting("A30", "staf_langsung"))).members(team("t")) == {"direct"}


def test_an_administrators_team_draws_on_own_staff_unless_a15_opens_it():
    assert who(staffed()).members(team("t", "a1", **UNDER)) == {"own", "through"}
    opened = who(staffed(setting("A15", "seluruh_unit")))
    assert opened.members(team("t", "a1", **UNDER)) == {"direct", "own", "through"}


def test_a_lock_of_the_head_seats_another_person_there():
    t = team("t", "a1", **UNDER)
    made = staffed(teams=(t,), locks=(lock(LockKind.MEMBER, "direct", "t"),))
    assert "direct" in who(made).members(t)


def test_a_guest_needs_both_consents():
    def with_loan(**values) -> Problem:
        return problem(
            employees=(person("a"), person("g", unit="v", superior="x")),
            units=(unit(), home_unit("v")),
            loans=(loan("g", **values),),
        )

    assert who(with_loan()).members(team("t")) == {"a", "g"}
    assert who(with_loan(granted=False)).members(team("t")) == {"a"}
    assert who(with_loan(team="other")).members(team("t")) == {"a"}


def test_staff_directly_under_a_ppt_madya_are_in_no_internal_team():
    made = problem(
        employees=(person("a"), person("m", superior="madya")),
        officials=(
            official("madya", OfficialKind.MADYA, unit="badan"),
            head(superior="madya"),
            pengawas("p"),
        ),
        units=(unit(parent="badan"),),
    )
    assert who(made).members(team("t")) == {"a"}
    assert who(made).members(team("t", kind=TeamClass.CROSS_UNIT)) == {"a", "m"}


def test_nobody_without_time_is_placed():
    w = package("w", form=WorkForm.INDIVIDUAL)
    made = problem(employees=(person("a"), person("gone", leaves=date(2026, 12, 31))), packages=(w,))
    found = who(made)
    assert found.members(team("t")) == {"a"}
    assert found.holders(w) == {"a"}


def test_locks_keep_people_out_of_a_team_or_all_teams():
    made = problem(
        employees=people("a", "b", "c"),
        teams=(team("t"), team("t2")),
        locks=(lock(LockKind.NOT_MEMBER, "a", "t"), lock(LockKind.NOT_MEMBER, "b")),
    )
    assert who(made).members(team("t")) == {"c"}
    assert who(made).members(team("t2")) == {"a", "c"}


def test_leads_are_jf_keahlian_without_a_team_elsewhere():
    made = problem(
        employees=(person("a"), person("b", leads_elsewhere=True), pelaksana("c"), person("d")),
        teams=(team("t"),),
        locks=(lock(LockKind.NOT_LEAD, "d", "t"),),
    )
    assert who(made).leads(team("t")) == {"a"}


def test_a_lead_elsewhere_matters_only_across_units():
    made = problem(employees=(person("b", leads_elsewhere=True),), settings=(setting("A9", "per_unit"),))
    assert who(made).leads(team("t")) == {"b"}


def test_a_team_has_one_ketua_or_its_administrator():
    strict, loose = who(problem()), who(problem(settings=(setting("A6", "boleh"),)))
    assert strict.lead_count(team("t")) == (1, 1)
    assert strict.lead_count(team("t", **UNDER)) == (0, 0)
    assert loose.lead_count(team("t", **UNDER)) == (0, 1)


def test_only_an_ahli_utama_of_the_unit_advises():
    made = problem(
        employees=(
            person("utama", level=Level.UTAMA),
            person("muda"),
            person("guest", level=Level.UTAMA, unit="v", superior="x"),
        ),
        units=(unit(), home_unit("v")),
        loans=(loan("guest"),),
    )
    assert who(made).advisers(team("t")) == {"utama"}


def test_who_advises_a_team_is_no_member_of_it_unless_other_locks_say_so():
    made = problem(
        employees=tuple(person(id, level=Level.UTAMA) for id in "abcd"),
        packages=(package("w", team="t"),),
        teams=(team("t"), team("s")),
        locks=(
            *(lock(LockKind.ADVISER, id, "t") for id in "abc"),
            lock(LockKind.MEMBER, "b", "t"),
            lock(LockKind.HOURS, "c", package="w", minutes=600),
        ),
    )
    assert who(made).members(team("t")) == {"b", "c", "d"}
    assert who(made).members(team("s")) == {"a", "b", "c", "d"}


def test_category_and_lowest_level_say_who_does_the_work():
    made = problem(
        employees=(
            person("muda"),
            person("pertama", level=Level.PERTAMA),
            person("mahir", category=Category.SKILL, level=Level.MAHIR),
            pelaksana("admin"),
        ),
        packages=(
            package("any"),
            package("expert", category=Category.EXPERT),
            package("from_muda", minimum_level=Level.MUDA),
            package("from_terampil", minimum_level=Level.TERAMPIL),
        ),
    )
    found = who(made)
    assert {p.id: set(found.workers(p)) for p in made.packages} == {
        "any": {"muda", "pertama", "mahir", "admin"},
        "expert": {"muda", "pertama"},
        "from_muda": {"muda"},
        "from_terampil": {"mahir"},
    }


def test_individual_work_stays_inside_the_unit():
    w = package("w", form=WorkForm.INDIVIDUAL)
    made = problem(
        employees=(person("a"), person("g", unit="v", superior="x")),
        packages=(w,),
        units=(unit(), home_unit("v")),
        loans=(loan("g"),),
    )
    assert who(made).holders(w) == {"a"}


def test_a_package_with_a_team_goes_nowhere_else():
    fixed, free = package("w", team="t"), package("w2")
    alone = package("w3", form=WorkForm.INDIVIDUAL)
    found = who(problem(packages=(fixed, free, alone), teams=(team("t"), team("t2"))))
    assert [found.may_own(fixed, team(t)) for t in ("t", "t2")] == [True, False]
    assert [found.may_own(free, team(t)) for t in ("t", "t2")] == [True, True]
    assert not found.may_own(free, team("t2", kind=TeamClass.CROSS_UNIT))
    assert not found.may_own(alone, team("t"))


def test_only_free_and_individual_work_may_be_held_alone():
    assert may_be_individual(package("w", form=WorkForm.INDIVIDUAL))
    assert may_be_individual(package("w", form=WorkForm.FREE))
    assert not may_be_individual(package("w", form=WorkForm.FREE, team="t"))
    assert not may_be_individual(package("w"))


def test_a_proposed_team_must_be_formed_once_work_or_a_lock_names_it():
    made = problem(
        employees=people("a"),
        packages=(package("w", team="worked"),),
        teams=(
            team("fixed"),
            *(team(id, status=TeamStatus.PROPOSED) for id in ("worked", "locked", "unused")),
        ),
        locks=(lock(LockKind.MEMBER, "a", "locked"),),
    )
    assert must_form(made) == {"fixed", "worked", "locked"}


def test_minutes_of_people():
    made = problem(
        employees=(
            person("full"),
            person("half", availability=Decimal(50)),
            person("lent"),
            person("guest", unit="v", superior="x"),
            person("open", unit="v", superior="x"),
        ),
        units=(unit(), home_unit("v")),
        loans=(
            loan("lent", host="elsewhere", max_minutes=200 * HOUR),
            loan("guest", max_minutes=300 * HOUR),
            loan("open"),
        ),
    )
    found = who(made)
    assert {id: minutes // HOUR for id, minutes in found.maximum.items()} == {
        "full": 1200,
        "half": 600,
        "lent": 1000,
        "guest": 300,
        "open": 1200,
    }
    assert (found.duty["half"], found.share["half"]) == (50 * HOUR, 50 * HOUR)
    assert [(limit.employee, limit.minutes // HOUR) for limit in found.loan_limits] == [("guest", 300)]


def test_shares_round_up_and_the_maximum_rounds_down():
    made = problem(employees=(person("a", availability=Decimal("33.3333")),))
    found = who(made)
    assert (found.effective["a"], found.share["a"], found.maximum["a"]) == (20000, 2000, 24000)
    odd = who(problem(employees=(person("a", availability=Decimal("33.335")),)))
    assert (odd.effective["a"], odd.share["a"], odd.maximum["a"]) == (20001, 2001, 24001)


def test_an_administrator_heads_a_team_of_pattern_6():
    made = problem(
        employees=people("a", "b"),
        officials=(administrator("h", ""), pengawas("p")),
    )
    assert who(made).members(team("t")) == {"a", "b"}


def test_a_clause_left_out_keeps_nobody_away():
    t = team("t", "a1", **UNDER)
    across = team("x", kind=TeamClass.CROSS_UNIT)
    w = package("w", form=WorkForm.INDIVIDUAL)
    made = problem(
        employees=(
            person("a"),
            person("busy", leads_elsewhere=True),
            pelaksana("staff", superior="a1"),
            person("g", unit="v", superior="x"),
        ),
        packages=(w,),
        officials=officials(administrators=1),
        units=(unit(), home_unit("v")),
        loans=(loan("g", granted=False),),
    )

    def without(rule: str) -> Eligibility:
        return eligibility(made, ruleset(made), rule)

    now = without("")
    assert without("K025").members(t) - now.members(t) == {"a", "busy"}
    assert without("K091").leads(team("t")) - now.leads(team("t")) == {"staff"}
    assert without("K091").leads(across) == now.leads(across)
    assert without("K135").leads(across) - now.leads(across) == {"staff"}
    assert without("K097").members(team("t")) - now.members(team("t")) == {"g"}
    assert without("K101").leads(team("t")) - now.leads(team("t")) == {"busy"}
    assert without("K122").holders(w) - now.holders(w) == {"g"}
    assert without("P01").maximum["a"] == (1000 + 100) * HOUR
    assert without("P03").duty["a"] == 0
