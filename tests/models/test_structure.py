"""Pattern, seats and limits of a unit, derived from its officials: 5.1.1-5.1.9, 5.2.1.1 ketentuan 5)."""

from __future__ import annotations

import pytest

from alokasi_models.packs import ruleset
from alokasi_models.problem import (
    Category,
    Coordinator,
    EmployeeStatus,
    Level,
    Official,
    OfficialKind,
    Problem,
    Setting,
    TeamClass,
    Unit,
    UnitKind,
    UnitScope,
)
from alokasi_models.structure import (
    NotPlanned,
    UnitStructure,
    eligible_lead,
    own_staff,
    seat_scope,
    structures,
)
from builders import (
    administrator,
    head,
    home_unit,
    official,
    officials,
    pengawas,
    person,
    problem,
    setting,
    unit,
)

UPT = unit(kind=UnitKind.UPT, parent="badan")
SIX = (administrator("h", ""), pengawas("p"))
THREE = (
    *officials(administrators=3),
    *(pengawas(f"p{n}", superior) for n, superior in enumerate(["a1", "a1", "a2", "h", "h"], start=1)),
)


def structure(officials: tuple[Official, ...], *settings: Setting, unit: Unit | None = None) -> UnitStructure:
    made = problem(officials=officials, settings=settings, **({"units": (unit,)} if unit else {}))
    return structures(made, ruleset(made))["u"]


def limits(found: UnitStructure) -> dict[str, tuple[int, str]]:
    return {seat.official: (seat.limit, seat.rule) for seat in found.seats}


@pytest.mark.parametrize(
    ("pattern", "unit_kind", "below", "most"),
    [
        ("1", unit(), officials(1, 1), 13),
        ("2", unit(), officials(0, 1), 10),
        ("3", unit(), officials(3, 5), 19),  # nobody's Pengawas stands below an Administrator
        ("3", unit(), THREE, 13),  # only a3 has no Pengawas
        ("4", unit(), officials(2, 0), 16),
        ("5", unit(), officials(1, 0), 13),
        ("5", UPT, officials(1, 0), 14),
        ("6", UPT, SIX, 4),
        ("luar", unit(), officials(2, 3), 16),
        ("luar", UPT, officials(0, 0), 10),
        ("1", UPT, officials(1, 1), 13),
    ],
)
def test_the_pattern_is_found_and_gives_the_most_teams(
    pattern: str, unit_kind: Unit, below: tuple[Official, ...], most: int
):
    found = structure(below, unit=unit_kind)
    assert found.pattern is not None
    assert (found.pattern.pattern, found.most_teams, found.optimised) == (pattern, most, True)


@pytest.mark.parametrize(
    ("unit_kind", "below", "why"),
    [
        (unit(scope=UnitScope.SUPERVISION), officials(0, 1), NotPlanned.OTHER_LAW),
        (
            unit(kind=UnitKind.UPT, parent="b", scope=UnitScope.VOCATIONAL),
            (official("h", OfficialKind.FUNCTIONAL), pengawas("p")),
            NotPlanned.OTHER_LAW,
        ),
        (
            unit(kind=UnitKind.UPT, parent="b", scope=UnitScope.SCHOOL),
            (official("h", OfficialKind.FUNCTIONAL), pengawas("p")),
            NotPlanned.OTHER_LAW,
        ),
        (unit(), (pengawas("h", ""),), NotPlanned.OTHER_HEAD),
        (unit(), (official("h", OfficialKind.MADYA),), NotPlanned.OTHER_HEAD),
        (unit(), (administrator("h", ""), pengawas("p")), NotPlanned.OTHER_HEAD),  # pattern 6 is for a UPT
        (UPT, (*SIX, pengawas("p2")), NotPlanned.OTHER_HEAD),
        (unit(), (head("h"), head("h2")), NotPlanned.TWO_HEADS),
        (unit(), (), NotPlanned.NO_HEAD),
        (unit(simplified=False), officials(0, 1), NotPlanned.NOT_SIMPLIFIED),
    ],
)
def test_a_unit_that_is_only_checked_says_why(unit_kind: Unit, below: tuple[Official, ...], why: NotPlanned):
    found = structure(below, unit=unit_kind)
    assert (found.optimised, found.why_not) == (False, why)


def test_a_ppt_madya_above_does_not_count():
    madya = official("m", OfficialKind.MADYA, unit="badan")
    below = (madya, head(superior="m"), pengawas("p"))
    found = structure(below, unit=unit(parent="badan"))
    assert found.head is not None
    assert (found.head.id, found.pattern and found.pattern.pattern) == ("h", "2")


def test_a_blank_superior_of_a_pengawas_makes_no_second_head():
    found = structure((head(), pengawas("p", "")))
    assert found.head is not None
    assert found.head.id == "h"


@pytest.mark.parametrize(("declared", "differs"), [("", False), ("2", False), ("1", True)])
def test_a_declared_pattern_is_compared_with_the_one_found(declared: str, differs: bool):
    found = structure(officials(0, 1), unit=unit(declared_pattern=declared))
    assert found.declared_differs is differs


def test_seats_of_a_centre_name_the_clause_of_each_limit():
    assert limits(structure(officials(2, 0))) == {"h": (10, "K083"), "a1": (3, "K084"), "a2": (3, "K084")}


def test_an_upt_of_pattern_5_gives_its_administrator_four_teams():
    assert limits(structure(officials(1, 0), unit=UPT)) == {"h": (10, "K085"), "a1": (4, "K086")}


def test_pattern_3_gives_no_team_to_an_administrator_with_a_pengawas():
    found = limits(structure(THREE))
    assert (found["a1"], found["a2"], found["a3"]) == ((0, "K034"), (0, "K034"), (3, "K084"))


def test_reading_a4_gives_it_three_all_the_same():
    assert limits(structure(THREE, setting("A4", "boleh")))["a1"] == (3, "K084")


@pytest.mark.parametrize(("reading", "limit", "rule"), [("tiga", 3, "K038"), ("empat", 4, "K086")])
def test_reading_a3_chooses_between_5_1_and_the_number_for_an_upt(reading: str, limit: int, rule: str):
    found = limits(structure(officials(2, 0), setting("A3", reading), unit=UPT))
    assert found["a1"] == (limit, rule)


def test_reading_a1_bounds_the_administrators_together():
    found = structure(officials(2, 0), setting("A1", "jumlah_unit"))
    assert [(group.officials, group.limit, group.rule) for group in found.unit_limits] == [
        (("a1", "a2"), 3, "K084")
    ]
    assert found.most_teams == 13


def test_reading_a2_counts_all_teams_in_the_ten():
    found = structure(officials(2, 0), setting("A2", "dihitung_semua"))
    assert [(group.limit, group.rule) for group in found.unit_limits] == [(10, "K083")]
    assert found.most_teams == 10


def test_coordinator_and_seat_agree_unless_a6_allows_both():
    strict = structure(officials(1, 1))
    assert [seat.coordinators for seat in strict.seats] == [
        (Coordinator.LEAD,),
        (Coordinator.ADMINISTRATOR,),
    ]
    loose = structure(officials(1, 1), setting("A6", "boleh"))
    assert [seat.coordinators for seat in loose.seats] == [
        (Coordinator.LEAD, Coordinator.ADMINISTRATOR),
        (Coordinator.ADMINISTRATOR, Coordinator.LEAD),
    ]


def test_the_administrator_who_heads_an_upt_coordinates_only_under_a28():
    assert structure(SIX, unit=UPT).seats[0].coordinators == (Coordinator.LEAD,)
    allowed = structure(SIX, setting("A28", "administrator_boleh"), unit=UPT)
    assert allowed.seats[0].coordinators == (Coordinator.LEAD, Coordinator.ADMINISTRATOR)


def test_no_team_sits_under_a_pengawas():
    assert structure(officials(1, 1)).seat("p1") is None


@pytest.mark.parametrize(
    ("below", "managers"),
    [
        (officials(1, 1), ["p1"]),
        (officials(2, 0), []),  # nobody has the planning function
        ((*officials(1, 0), administrator("a2", planning=True)), ["a2"]),
        (officials(1, 0), ["a1"]),
    ],
)
def test_the_project_manager_fits_the_pattern(below: tuple[Official, ...], managers: list[str]):
    assert [official.id for official in structure(below).managers] == managers


def staffed() -> Problem:
    return problem(
        employees=(
            person("direct"),
            person("under_a1", superior="a1"),
            person("under_p", superior="p1"),
            person("under_a2", superior="a2"),
        ),
        officials=(*officials(administrators=2), pengawas("p1", "a1")),
    )


def test_own_staff_reaches_an_official_directly_or_through_a_pengawas():
    made = staffed()
    assert own_staff(made, "a1") == {"under_a1", "under_p"}
    assert own_staff(made, "h") == {"direct", "under_a1", "under_p", "under_a2"}


def test_a_circle_of_superiors_ends():
    made = problem(employees=(person("x", superior="a1"),), officials=(administrator("a1", "a1"),))
    assert own_staff(made, "a1") == {"x"}


LEADERS = [
    (person("x"), True, True, True),
    (person("x", level=Level.PERTAMA), True, False, True),
    (person("x", level=None), True, False, True),
    (person("x", status=EmployeeStatus.PPPK), True, True, False),
    (person("x", category=Category.SKILL, level=Level.PENYELIA), False, False, False),
    (person("x", category=Category.PELAKSANA, level=None), False, False, False),
]


@pytest.mark.parametrize(("who", "default", "from_muda", "pns_only"), LEADERS)
def test_a_ketua_is_a_jf_keahlian(who, default: bool, from_muda: bool, pns_only: bool):
    def allowed(*settings: Setting) -> bool:
        made = problem(settings=settings)
        return eligible_lead(who, ruleset(made))

    assert (allowed(), allowed(setting("A10", "minimal_muda")), allowed(setting("A29", "pns_saja"))) == (
        default,
        from_muda,
        pns_only,
    )


def test_what_counts_to_the_two_teams():
    default, each_seat, with_cross_unit = (
        ruleset(problem(settings=settings))
        for settings in ((), (setting("A7", "tiap_unit"),), (setting("A8", "dihitung"),))
    )
    assert seat_scope("u", "h", TeamClass.INTERNAL, default) == seat_scope(
        "u", "a1", TeamClass.INTERNAL, default
    )
    assert seat_scope("u", "h", TeamClass.INTERNAL, each_seat) != seat_scope(
        "u", "a1", TeamClass.INTERNAL, each_seat
    )
    assert seat_scope("u", "h", TeamClass.CROSS_UNIT, default) is None
    assert seat_scope("u", "h", TeamClass.CROSS_UNIT, with_cross_unit) == ("u", "")
    assert seat_scope("u", "h", TeamClass.CROSS_AGENCY, with_cross_unit) is None


def test_units_of_guests_have_no_structure():
    made = problem(units=(unit(), home_unit("asal")))
    assert list(structures(made, ruleset(made))) == ["u"]
