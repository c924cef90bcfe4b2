"""ABK arithmetic: effective time, need and effectiveness, on the worked examples of the guides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from alokasi_models.norms import Rounding
from alokasi_models.packs import norm
from alokasi_models.problem import (
    Category,
    Consent,
    Employee,
    Level,
    Loan,
    Problem,
    Unit,
    UnitKind,
    UnitRole,
    WorkPackage,
)
from alokasi_models.workload import (
    UNIT_TOTAL,
    UNNAMED_POSITION,
    AbkRow,
    abk_rows,
    availability,
    capacities,
    effect_class,
    effective_minutes,
    effectiveness,
    guests,
    lent_away,
    need,
    package_needs,
    team_needs,
)

NORM = norm()
YEAR = 75_000  # minutes: 1,250 h
UNIT = Unit("u", "Unit", UnitKind.PUSAT, 2026)


def person(
    id: str,
    position: str = "Perencana",
    level: Level | None = None,
    availability: Decimal | None = None,
    starts: date | None = None,
    leaves: date | None = None,
) -> Employee:
    return Employee(
        id,
        f"Pegawai {id}",
        "u",
        "kepala",
        Category.EXPERT,
        position,
        level=level,
        availability=availability,
        starts=starts,
        leaves=leaves,
    )


def package(
    id: str, volume: str, norm_hours: str, position: str = "Perencana", unit: str = "u"
) -> WorkPackage:
    return WorkPackage(
        id, f"Tugas {id}", unit, "i", "umum", Decimal(volume), Decimal(norm_hours), position=position
    )


def abk(*values: Employee | WorkPackage, unit: Unit = UNIT) -> dict[str, AbkRow]:
    problem = Problem(
        (unit,),
        employees=tuple(v for v in values if isinstance(v, Employee)),
        packages=tuple(v for v in values if isinstance(v, WorkPackage)),
    )
    return {row.position: row for row in abk_rows(problem, NORM)}


# --- need ---


def test_the_worked_example_of_tasks_per_position_needs_one_person():
    exact, rounded = need([54_300], YEAR, Rounding.HALF_UP_TOTAL)
    assert exact == Decimal("0.724")
    assert rounded == 1


def test_the_worked_example_of_equipment_needs_twenty_drivers_and_four_mechanics():
    """20 cars, a driver each and a mechanic for five: as volume x norm, 1,250 h and 250 h a car."""
    rows = abk(package("setir", "20", "1250", "Pengemudi"), package("rawat", "20", "250", "Mekanik"))
    assert (rows["Pengemudi"].need, rows["Mekanik"].need) == (20, 4)


def test_volume_times_norm_is_the_workload():
    problem = Problem((UNIT,), packages=(package("a", "12", "2.5"), package("b", "3", "0.5")))
    assert [(row.id, row.minutes) for row in package_needs(problem, NORM)] == [("a", 1800), ("b", 90)]


@pytest.mark.parametrize(
    ("rounding", "rounded"),
    [
        (Rounding.HALF_UP_TOTAL, Decimal(2)),  # 1.5
        (Rounding.CEIL_TOTAL, Decimal(2)),
        (Rounding.CEIL_ROW, Decimal(4)),  # 1 + 1 + 2: inflated
        (Rounding.NONE, Decimal("1.5")),
    ],
)
def test_the_ways_of_rounding(rounding: Rounding, rounded: Decimal):
    assert need([7_500, 22_500, 82_500], YEAR, rounding) == (Decimal("1.5"), rounded)


def test_half_is_rounded_up_and_less_is_not():
    assert need([37_500], YEAR, Rounding.HALF_UP_TOTAL)[1] == 1
    assert need([37_499], YEAR, Rounding.HALF_UP_TOTAL)[1] == 0


def test_no_work_needs_nobody():
    assert need([], YEAR, Rounding.CEIL_TOTAL) == (0, 0)


def test_effective_time_must_be_above_zero():
    with pytest.raises(ValueError, match="effective time"):
        need([60], 0, Rounding.NONE)


def test_a_team_needs_what_its_packages_need_each_by_its_own_unit():
    other = Unit("v", "Unit lain", UnitKind.UPT, 2026, parent="induk", effective_hours=Decimal(1000))
    problem = Problem((UNIT, other), packages=(package("a", "1", "1250"), package("b", "1", "500", unit="v")))
    (team,) = team_needs(problem, {"t": ["a", "b"]}, NORM)
    assert (team.id, team.minutes, team.need) == ("t", 105_000, Decimal("1.5"))


# --- effectiveness and its classes ---


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("1.0001", "A"),
        ("1.00", "B"),
        ("0.90", "B"),
        ("0.895", "C"),  # the printed table leaves 0.89-0.90 undefined
        ("0.70", "C"),
        ("0.6999", "D"),
        ("0.50", "D"),
        ("0.4999", "E"),
        ("0", "E"),
    ],
)
def test_the_classes_have_no_gaps_and_only_above_one_is_overload(value: str, grade: str):
    assert effect_class(Decimal(value), NORM).name == grade


def test_class_a_is_called_overload():
    assert "berlebih" in NORM.classes[0].label.id
    assert "Overload" in NORM.classes[0].label.en


def test_effectiveness_divides_by_the_staff_present_not_by_the_staff_needed():
    """A public tool divides by the need, so that its EJ is 1.00 whatever the staff."""
    row = abk(person("a"), person("b"), package("x", "1", "3750"))["Perencana"]
    assert row.need == 3
    assert row.ej == Decimal("1.5")
    assert row.grade == "A"


def test_effectiveness_is_work_over_staff_not_staff_over_work():
    """Another public tool has it upside down: a position half idle would look overloaded."""
    row = abk(person("a"), person("b"), package("x", "1", "1250"))["Perencana"]
    assert row.ej == Decimal("0.5")
    assert row.grade == "D"


def test_effectiveness_counts_the_time_people_are_there():
    row = abk(person("a"), person("b", availability=Decimal(50)), package("x", "1", "1500"))["Perencana"]
    assert row.incumbents == 2
    assert row.ej == Decimal("0.8")


def test_nobody_present_gives_no_effectiveness():
    assert effectiveness(60, 0) is None
    row = abk(package("x", "1", "1250"))["Perencana"]
    assert (row.incumbents, row.ej, row.grade) == (0, None, "")


# --- rows of a unit ---


def test_a_row_per_position_then_unnamed_work_then_the_unit():
    rows = abk(
        person("a", "Perencana"),
        person("b", "Arsiparis"),
        package("x", "1", "1250", "Perencana"),
        package("y", "1", "250", ""),
    )
    assert list(rows) == ["Arsiparis", "Perencana", UNNAMED_POSITION, UNIT_TOTAL]


def test_the_difference_is_below_zero_where_people_are_short():
    rows = abk(person("a"), person("b", "Arsiparis"), package("x", "2", "1250"))
    assert rows["Perencana"].difference == -1
    assert rows["Arsiparis"].difference == 1


def test_the_unit_adds_up_its_positions():
    rows = abk(
        person("a"), person("b", "Arsiparis"), package("x", "1", "800"), package("y", "1", "700", "Arsiparis")
    )
    total = rows[UNIT_TOTAL]
    assert total.minutes == 90_000
    assert total.need == Decimal("1.2")
    assert total.rounded == 2  # 1 + 1, not 1.2 rounded
    assert total.incumbents == 2
    assert total.ej == Decimal("0.6")


def test_a_position_with_its_level_is_matched_before_the_position_alone():
    staff = (person("a", "Perencana", level=Level.MUDA), person("b", "Perencana", level=Level.PERTAMA))
    rows = abk(
        *staff, package("x", "1", "1250", "Perencana Ahli Muda"), package("y", "1", "625", "perencana")
    )
    assert rows["Perencana Ahli Muda"].incumbents == 1
    assert rows["perencana"].incumbents == 1


def test_a_unit_with_its_own_effective_hours_uses_them():
    unit = Unit("u", "Unit", UnitKind.PUSAT, 2026, effective_hours=Decimal(1000))
    assert abk(package("x", "1", "1500"), unit=unit)["Perencana"].need == Decimal("1.5")


def test_a_home_unit_of_guests_has_no_rows():
    home = Unit("u", "Unit", UnitKind.PUSAT, 2026, role=UnitRole.HOME)
    assert abk(person("a"), unit=home) == {}


# --- people's time ---


@pytest.mark.parametrize(
    ("employee", "share"),
    [
        (person("a"), Decimal(100)),
        (person("a", availability=Decimal(80), leaves=date(2026, 6, 30)), Decimal(80)),
        (person("a", starts=date(2027, 1, 1)), Decimal(0)),
        (person("a", leaves=date(2025, 12, 31)), Decimal(0)),
        (person("a", starts=date(2026, 12, 31)), Decimal(100) / 365),
    ],
)
def test_availability_is_as_given_else_by_the_days_of_the_year(employee: Employee, share: Decimal):
    assert availability(employee, 2026) == share


def test_someone_retiring_in_the_year_brings_the_days_until_then():
    retiring = person("a", leaves=date(2026, 6, 30))
    assert effective_minutes(retiring, UNIT, NORM) == 37_192  # 181 of 365 days


def test_a_leap_year_has_366_days():
    assert availability(person("a", leaves=date(2028, 12, 30)), 2028) == Decimal(100) * 365 / 366


def test_a_guest_counts_with_the_hours_of_the_home_unit():
    home = Unit("h", "Asal", UnitKind.PUSAT, 2026, role=UnitRole.HOME, effective_hours=Decimal(1000))
    guest = Employee("g", "Tamu", "h", "x", Category.EXPERT, "Analis")
    problem = Problem((UNIT, home), employees=(person("a"), guest))
    assert capacities(problem, NORM) == {"a": 75_000, "g": 60_000}
    assert guests(problem) == {"g"}


def test_only_granted_loans_to_outside_reserve_time():
    granted, pending = Consent.GRANTED, Consent.PENDING
    problem = Problem(
        (UNIT,),
        employees=(person("a"), person("b")),
        loans=(
            Loan("a", "luar", granted, granted, max_minutes=6_000),
            Loan("a", "luar", granted, granted, max_minutes=600),
            Loan("b", "luar", granted, pending, max_minutes=6_000),
        ),
    )
    assert lent_away(problem) == {"a": 6_600}
