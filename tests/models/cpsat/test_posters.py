"""Every clause the model posts, below, at and above its limit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alokasi_models.cpsat import KEPT_BY_CHOICE, POSTS
from alokasi_models.packs import pack, ruleset, with_rule_value
from alokasi_models.problem import (
    Coordinator,
    Level,
    LockKind,
    Official,
    OfficialKind,
    TeamClass,
    UnitKind,
    WorkForm,
)
from builders import (
    administrator,
    head,
    home_unit,
    loan,
    lock,
    officials,
    package,
    pelaksana,
    pengawas,
    people,
    person,
    setting,
    team,
    unit,
)
from models.cpsat.asking import Asked, made, proposed

PATTERN_3 = (
    head(),
    *(administrator(f"a{n}", planning=n == 1) for n in (1, 2, 3)),
    *(pengawas(f"p{n}", "a2" if n < 4 else "a3") for n in range(1, 6)),
)
UPT_6 = (
    Official("h", "Kepala", "u", "Kepala UPT", OfficialKind.ADMINISTRATOR),
    pengawas("p"),
)


def test_every_hard_rule_that_decides_is_posted_or_kept_by_choice() -> None:
    decided = {rule.id for rule in pack().rules.values() if rule.decides and rule.hard}
    assert decided <= {*POSTS, *KEPT_BY_CHOICE}
    assert not set(POSTS) & set(KEPT_BY_CHOICE)
    assert {*POSTS, *KEPT_BY_CHOICE} <= set(pack().rules)


@pytest.mark.parametrize(("members", "possible"), [("", False), ("b", True), ("bc", True)])
def test_k003_a_team_has_two_people(members: str, possible: bool) -> None:
    p = made(people("a", "b", "c"), (package("w", 10, team="t"),), (team("t"),))
    assert Asked(p).seats("t", "a", members).possible is possible


def test_k003_a_team_has_work_for_an_indicator() -> None:
    p = made(people("a", "b"), (package("w", 10, form=WorkForm.FREE),), (proposed("t"),))
    asked = Asked(p).seats("t", "a", "b")
    assert asked.possible
    assert not asked.given((asked.x.owns["w", "t"], 0)).possible


@pytest.mark.parametrize(
    ("rule", "linked", "kind", "above"),
    [
        ("K083", (), UnitKind.PUSAT, officials(0, 1)),
        ("K085", (), UnitKind.UPT, officials(1)),
        ("K087", (), UnitKind.UPT, UPT_6),
    ],
)
@pytest.mark.parametrize(("formed", "possible"), [(1, True), (2, True), (3, False)])
def test_teams_under_the_head(rule, linked, kind, above, formed: int, possible: bool) -> None:
    assert _teams_at("h", Coordinator.LEAD, rule, linked, kind, above, formed) is possible


@pytest.mark.parametrize(
    ("rule", "linked", "kind", "above"),
    [
        ("K026", ("K084",), UnitKind.PUSAT, officials(1, 1)),
        ("K034", ("K084",), UnitKind.PUSAT, PATTERN_3),
        ("K038", ("K084",), UnitKind.PUSAT, officials(2)),
        ("K042", ("K084",), UnitKind.PUSAT, officials(1)),
        ("K084", ("K042",), UnitKind.PUSAT, officials(1)),
        ("K043", ("K086",), UnitKind.UPT, officials(1)),
        ("K086", ("K043",), UnitKind.UPT, officials(1)),
    ],
)
@pytest.mark.parametrize(("formed", "possible"), [(1, True), (2, True), (3, False)])
def test_teams_under_an_administrator(rule, linked, kind, above, formed: int, possible: bool) -> None:
    assert _teams_at("a1", Coordinator.ADMINISTRATOR, rule, linked, kind, above, formed) is possible


def _teams_at(official, coordinator, rule, linked, kind, above, formed) -> bool:
    """Whether so many teams of one official can be formed where the clause, its number lowered, allows two."""
    names = [f"t{n}" for n in range(formed)]
    staff = people(*(f"{side}{n}" for n in range(formed) for side in "xy"), superior=official)
    p = made(
        staff,
        tuple(package(f"w{name}", 10, team=name) for name in names),
        tuple(team(name, official, coordinator=coordinator) for name in names),
        officials=above,
        units=(unit(kind=kind, parent="induk" if kind is UnitKind.UPT else ""),),
    )
    law = ruleset(p)
    for id in (rule, *linked):
        law = with_rule_value(law, id, "limit", 2)
    return Asked(p, law).possible


@pytest.mark.parametrize(
    ("team_owns", "alone", "possible"), [(0, 0, False), (1, 0, True), (0, 1, True), (1, 1, False)]
)
def test_k067_a_package_has_one_owner(team_owns: int, alone: int, possible: bool) -> None:
    packages = (package("w", 10, form=WorkForm.FREE), package("v", 10, team="t"))
    p = made(people("a", "b"), packages, (team("t"),))
    asked = Asked(p)
    asked.given(*((asked.x.owns["w", slot], team_owns * (slot == "t")) for slot in asked.inst.owners["w"]))
    asked.given((asked.x.alone["w", "a"], alone), (asked.x.alone["w", "b"], 0))
    assert asked.possible is possible


@pytest.mark.parametrize("held", [("a",), ("a", "b")])
def test_reading_a31_tells_how_many_people_hold_individual_work(held: tuple[str, ...]) -> None:
    one = made(people("a", "b", "c"), (package("w", 10, form=WorkForm.INDIVIDUAL),))
    several = replace(one, settings=(setting("A31", "beberapa"),))
    for p, possible in ((one, len(held) == 1), (several, True)):
        asked = Asked(p)
        asked.given(*((asked.x.alone["w", id], int(id in held)) for id in "abc"))
        assert asked.possible is possible


@pytest.mark.parametrize(("leads", "possible"), [("", False), ("a", True), ("ab", False)])
def test_k090_a_team_has_one_ketua(leads: str, possible: bool) -> None:
    p = made(people("a", "b", "c"), (package("w", 10, team="t"),), (team("t"),))
    asked = Asked(p)
    asked.given(*((asked.x.lead[id, "t"], int(id in leads)) for id in "abc"))
    assert asked.possible is possible


@pytest.mark.parametrize(
    ("reading", "lead", "possible"), [("tidak", "", True), ("tidak", "a", False), ("boleh", "a", True)]
)
def test_k090_beside_an_administrator_a_ketua_only_by_reading_a6(
    reading: str, lead: str, possible: bool
) -> None:
    staff = people("a", "b", superior="a1")
    under = team("t", "a1", coordinator=Coordinator.ADMINISTRATOR)
    p = made(
        staff,
        (package("w", 10, team="t"),),
        (under,),
        officials=officials(1),
        settings=(setting("A6", reading),),
    )
    assert Asked(p).seats("t", lead, "ab".replace(lead, "") if lead else "ab").possible is possible


@pytest.mark.parametrize(
    ("reading", "lead", "possible"),
    [("lunak", "a", True), ("keras", "a", False), ("keras", "b", True), ("keras", "c", True)],
)
def test_k092_the_ketua_is_outdone_by_nobody_only_by_reading_a11(
    reading: str, lead: str, possible: bool
) -> None:
    """b is of the team's rumpun as a is not; c is of another one, but of a higher jenjang."""
    staff = (
        person("a", themes=("lain",)),
        person("b", themes=("rumpun",)),
        person("c", themes=("lain",), level=Level.MADYA),
        pelaksana("d", themes=("rumpun",)),
    )
    p = made(staff, (package("w", 10, team="t"),), (team("t"),), settings=(setting("A11", reading),))
    beside = {"a": "bd", "b": "ad", "c": "bd"}[lead]
    assert Asked(p).seats("t", lead, beside).possible is possible


def test_k092_who_leads_another_team_could_not_lead_this_one() -> None:
    staff = (person("a"), person("b", themes=("rumpun",)), *people("c", "d", "e"))
    p = made(
        staff,
        tuple(package(f"w{t}", 10, team=t) for t in "ts"),
        (team("t"), team("s")),
        settings=(setting("A11", "keras"),),
    )
    asked = Asked(p).seats("t", "a", "b")
    assert not asked.seats("s", "c", "de").possible
    asked = Asked(p).seats("t", "a", "b")
    assert asked.seats("s", "b", "de").possible


@pytest.mark.parametrize(
    ("reading", "member_of", "possible"),
    [
        ("bukan_anggota", "12", True),
        ("anggota", "1", True),
        ("anggota", "12", False),
        ("anggota", "13", True),
    ],
)
def test_k103_an_adviser_counts_as_a_member_only_by_reading_a21(
    reading: str, member_of: str, possible: bool
) -> None:
    """u advises team 3; who is its member too, by a row that gives its work, is in it once."""
    given = (lock(LockKind.HOURS, "u", package="w3", minutes=60),) if "3" in member_of else ()
    p = made(
        (person("u", level=Level.UTAMA), *people(*"abcdef")),
        tuple(package(f"w{n}", 10, team=f"t{n}") for n in "123"),
        tuple(team(f"t{n}") for n in "123"),
        locks=(lock(LockKind.ADVISER, "u", "t3", minutes=60), *given),
        settings=(setting("A21", reading),),
    )
    asked = Asked(p)
    asked.given(*((asked.x.member.get(("u", f"t{n}"), 0), int(n in member_of)) for n in "123"))
    assert asked.possible is possible


@pytest.mark.parametrize(("led", "possible"), [("", True), ("1", True), ("12", False)])
def test_k101_a_person_leads_one_team(led: str, possible: bool) -> None:
    p = made(
        people("a", "b", "c", "d"),
        tuple(package(f"w{n}", 10, team=f"t{n}") for n in "12"),
        tuple(team(f"t{n}") for n in "12"),
    )
    asked = Asked(p)
    asked.given(*((asked.x.lead["a", f"t{n}"], int(n in led)) for n in "12"))
    assert asked.possible is possible


@pytest.mark.parametrize(("sits", "possible"), [("1", True), ("12", True), ("123", False)])
def test_k103_a_person_sits_in_two_teams_of_a_unit(sits: str, possible: bool) -> None:
    p = made(
        people(*"abcdefg"),
        tuple(package(f"w{n}", 10, team=f"t{n}") for n in "123"),
        tuple(team(f"t{n}") for n in "123"),
    )
    asked = Asked(p)
    asked.given(*((asked.x.member["a", f"t{n}"], int(n in sits)) for n in "123"))
    assert asked.possible is possible


def test_k134_cross_unit_teams_count_only_under_reading_a8() -> None:
    cross = team("l", kind=TeamClass.CROSS_UNIT)
    p = made(
        (*people(*"abcdefg"), person("g1", unit="x", superior="hx")),
        tuple(package(f"w{t}", 10, team=t) for t in ("t1", "t2", "l")),
        (team("t1"), team("t2"), cross),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g1"),),
    )
    for reading, possible in (("tidak_dihitung", True), ("dihitung", False)):
        asked = Asked(replace(p, settings=(setting("A8", reading),)))
        asked.given(*((asked.x.member["a", t], 1) for t in ("t1", "t2", "l")))
        assert asked.possible is possible


@pytest.mark.parametrize(("guests", "possible"), [("", False), ("g", True), ("gk", True)])
def test_k131_a_cross_unit_team_draws_on_two_units(guests: str, possible: bool) -> None:
    p = made(
        (*people("a", "b"), person("g", unit="x", superior="hx"), person("k", unit="y", superior="hy")),
        (package("w", 10, team="l"),),
        (team("l", kind=TeamClass.CROSS_UNIT),),
        units=(unit(), home_unit("x"), home_unit("y")),
        officials=(*officials(0, 1), head("hx", unit="x"), head("hy", unit="y")),
        loans=(loan("g"), loan("k")),
    )
    assert Asked(p).seats("l", "a", ("b", *guests)).possible is possible
