"""The sheet Setelan: readings, policy limits and norms can be changed there; a limit of the regulation cannot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alokasi_models.packs import SettingError, norm, pack, ruleset, setting_errors
from alokasi_models.problem import Problem, Setting, Unit, UnitKind


def unit_with(*settings: tuple[str, str]) -> Problem:
    rows = tuple(Setting(name, value, "uji") for name, value in settings)
    return Problem((Unit("u", "Unit", UnitKind.PUSAT, 2026),), settings=rows)


def keys(*settings: tuple[str, str]) -> list[tuple[int, str]]:
    return [(error.row, error.key) for error in setting_errors(unit_with(*settings))]


def test_an_empty_sheet_leaves_every_default():
    law = ruleset(unit_with())
    assert law.readings == {id: reading.default for id, reading in pack().readings.items()}
    assert law.norm == norm()
    assert law.profile.id == "seimbang"


@pytest.mark.parametrize("id", [id for id, reading in pack().readings.items() if reading.switchable])
def test_every_alternative_of_a_reading_can_be_chosen(id: str):
    for option, _ in pack().readings[id].options:
        assert ruleset(unit_with((id, option))).reads(id, option)


@pytest.mark.parametrize("id", [id for id, reading in pack().readings.items() if not reading.switchable])
def test_a_fixed_reading_cannot_be_chosen(id: str):
    assert keys((id, pack().readings[id].default)) == [(0, "reading-fixed")]


def test_an_unknown_value_of_a_reading_tells_the_options():
    (error,) = setting_errors(unit_with(("A1", "semua")))
    assert error.key == "value-unknown"
    assert error.values == {"name": "A1", "value": "semua", "options": "per_pejabat, jumlah_unit"}


def test_an_unknown_name_is_an_error():
    assert keys(("A99", "ya"), ("batas", "3")) == [(0, "name-unknown"), (1, "name-unknown")]


def test_a_name_given_twice_is_an_error():
    assert keys(("A1", "per_pejabat"), ("A1", "jumlah_unit")) == [(1, "name-twice")]


def test_a_decided_clause_is_kept_with_its_evidence():
    letter = Setting("K021", "Pola 5", "surat", decided_by="Kepala Biro", letter="B-12")
    problem = Problem((Unit("u", "Unit", UnitKind.PUSAT, 2026),), settings=(letter,))
    assert ruleset(problem).decisions == {"K021": letter}


@pytest.mark.parametrize("id", ["K083", "K103"])
def test_a_limit_of_the_regulation_cannot_be_set(id: str):
    assert keys((id, "12")) == [(0, "regulation-limit")]


@pytest.mark.parametrize("value", ["", "seratus", "--5", "1e3", "120%", "NaN", "1.2.3", "²"])
def test_a_policy_limit_must_be_a_plain_number(value: str):
    assert keys(("P01", value)) == [(0, "value-number")]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("P01", "99"),
        ("P01", "201"),
        ("P02", "51"),
        ("P04", "1"),
        ("jam_efektif", "75000"),
        ("jam_efektif", "0"),
    ],
)
def test_a_value_outside_its_bounds_is_refused(name: str, value: str):
    (error,) = setting_errors(unit_with((name, value)))
    assert error.key == "value-range"
    assert Decimal(error.values["least"]) < Decimal(error.values["most"])


def test_people_and_teams_are_whole():
    assert keys(("P04", "2.5"), ("P05", "1.5")) == [(0, "value-whole"), (1, "value-whole")]


def test_the_smallest_team_is_not_above_the_largest():
    assert keys(("P04", "8"), ("P04A", "6")) == [(0, "value-range")]
    assert keys(("P04", "8"), ("P04A", "20")) == []


def test_a_limit_may_be_switched_off_where_that_makes_sense():
    assert ruleset(unit_with(("P02", "0"))).policy("P02").value == 0


def test_changed_limits_and_norms_are_in_force():
    law = ruleset(
        unit_with(("P01", "110"), ("jam_efektif", "1200"), ("pembulatan", "ke_atas"), ("profil", "acuan"))
    )
    assert law.policy("P01").value == 110
    assert law.norm.effective_hours == 1200
    assert law.norm.rounding == "ke_atas"
    assert law.profile.id == "acuan"
    assert norm().policies["P01"].value == 120


def test_the_command_line_wins_over_the_profile_of_the_workbook():
    assert ruleset(unit_with(("profil", "acuan")), "kompetensi").profile.id == "kompetensi"


def test_an_unknown_profile_or_rounding_tells_the_options():
    errors = setting_errors(unit_with(("profil", "cepat"), ("pembulatan", "ke_bawah")))
    assert [error.key for error in errors] == ["value-unknown", "value-unknown"]
    assert "seimbang" in errors[0].values["options"]
    assert "setengah_ke_atas" in errors[1].values["options"]


def test_the_first_error_stops_the_ruleset():
    with pytest.raises(SettingError, match="name-unknown"):
        ruleset(unit_with(("apa", "1"), ("A1", "x")))
