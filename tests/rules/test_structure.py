"""The audit's own reading of the sheet Pejabat: pattern, limits, chains."""

from __future__ import annotations

import pytest

from alokasi.rules.structure import Shape, administrator_limit, chains, direct_limit, most_teams, shape
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.problem import Official, OfficialKind, Problem, UnitKind, UnitScope
from builders import administrator, head, official, officials, pengawas, problem, setting, unit

PUSAT, UPT = UnitKind.PUSAT, UnitKind.UPT
PATTERN_THREE = (
    head(),
    *(administrator(f"a{n}") for n in (1, 2, 3)),
    *(pengawas(f"p{n}", "a1") for n in (1, 2)),
    *(pengawas(f"p{n}", "a2") for n in (3, 4)),
    pengawas("p5"),
)
PATTERN_SIX = (official("h", OfficialKind.ADMINISTRATOR), pengawas("p1"))
DIREKTUR = official("h", OfficialKind.FUNCTIONAL)


def seen(present: tuple[Official, ...], kind: UnitKind = PUSAT, **values: object) -> tuple[Shape, Ruleset]:
    settings = values.pop("settings", ())
    of: Problem = problem(
        units=(unit(kind=kind, parent="induk", **values),), officials=present, settings=settings
    )
    law = ruleset(of)
    return shape(of.units[0], of, law), law


@pytest.mark.parametrize(
    ("present", "kind", "number", "most"),
    [
        (officials(1, 1), PUSAT, "1", 13),
        (officials(0, 1), PUSAT, "2", 10),
        (PATTERN_THREE, PUSAT, "3", 13),
        (officials(2, 0), PUSAT, "4", 16),
        (officials(1, 0), PUSAT, "5", 13),
        (officials(1, 0), UPT, "5", 14),
        (officials(1, 1), UPT, "1", 13),
        (officials(2, 0), UPT, "4", 16),
        (PATTERN_SIX, UPT, "6", 4),
        (officials(0, 0), PUSAT, "luar", 10),
        (officials(3, 0), UPT, "luar", 22),
    ],
)
def test_pattern_and_most_teams_follow_from_the_officials(
    present: tuple[Official, ...], kind: UnitKind, number: str, most: int
):
    found, law = seen(present, kind)
    assert (found.number, most_teams(found, law)) == (number, most)


@pytest.mark.parametrize(
    ("present", "scope", "number"),
    [
        ((DIREKTUR, pengawas("p1")), UnitScope.VOCATIONAL, "8"),
        ((DIREKTUR,), UnitScope.VOCATIONAL, "8"),
        ((DIREKTUR, pengawas("p1")), UnitScope.SCHOOL, "9"),
        ((DIREKTUR,), UnitScope.SCHOOL, ""),
        ((DIREKTUR,), UnitScope.STRUCTURAL, ""),
        ((official("h", OfficialKind.PENGAWAS),), UnitScope.STRUCTURAL, ""),
    ],
)
def test_a_unit_headed_by_others_is_told_by_its_scope(
    present: tuple[Official, ...], scope: UnitScope, number: str
):
    assert seen(present, UPT, scope=scope)[0].number == number


def test_an_inspectorate_is_told_by_its_scope_whatever_its_officials():
    found, _ = seen(officials(2, 3), scope=UnitScope.SUPERVISION)
    assert found.number == "7"
    assert not found.planned


def test_a_second_head_leaves_the_unit_without_a_head():
    found, _ = seen((head(), head("h2")))
    assert found.head is None
    assert found.number == ""


def test_another_head_below_the_head_fits_no_pattern():
    found, _ = seen((head(), head("h2", superior="h"), pengawas("p1")))
    assert found.number == "luar"


def test_an_official_of_a_higher_unit_is_not_counted():
    found, _ = seen((official("m", OfficialKind.MADYA, unit="induk"), head(superior="m"), pengawas("p1")))
    assert found.number == "2"


@pytest.mark.parametrize(("a4", "limit"), [("tidak", 0), ("boleh", 3)])
def test_an_administrator_over_a_pengawas_forms_teams_only_by_reading(a4: str, limit: int):
    found, law = seen(PATTERN_THREE, settings=(setting("A4", a4),))
    assert administrator_limit(found, "a1", law) == limit
    assert administrator_limit(found, "a3", law) == 3


@pytest.mark.parametrize(("a3", "limit"), [("tiga", 3), ("empat", 4)])
def test_a_upt_built_like_a_central_unit_has_the_number_the_reading_gives(a3: str, limit: int):
    found, law = seen(officials(1, 1), UPT, settings=(setting("A3", a3),))
    assert administrator_limit(found, "a1", law) == limit
    assert direct_limit(found, law) == 10


def test_readings_on_whole_units_lower_the_most_teams():
    together = (setting("A1", "jumlah_unit"),)
    found, law = seen(officials(2, 0), settings=together)
    assert most_teams(found, law) == 13
    found, law = seen(officials(2, 0), settings=(setting("A2", "dihitung_semua"),))
    assert most_teams(found, law) == 10


def test_a_circle_of_superiors_ends():
    of = problem(officials=(administrator("a", "b"), administrator("b", "a")))
    assert [one.id for one in chains(of)["a"]] == ["a", "b"]
    assert shape(of.units[0], of, ruleset(of)).heads == ()
