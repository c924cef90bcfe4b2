"""What each change does to a problem: on a copy, undone by its opposite, with all faults told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from any_changes import fitting

from alokasi.changes import (
    ChangesRefused,
    PackageAdded,
    PersonArrives,
    apply,
    columns_of,
    package_columns_of,
    read_texts,
)
from alokasi.examples import example, generate
from alokasi.texts import wording
from alokasi_models.packs import RuleChange, Ruleset, ruleset
from alokasi_models.problem import Consent, LockKind, Problem, TeamStatus
from alokasi_models.workload import capacities
from builders import (
    HOUR,
    MEMBER,
    formed,
    home_unit,
    loan,
    lock,
    package,
    people,
    person,
    plan,
    problem,
    seat,
    team,
    unit,
    work,
)

UNIT = problem(
    people("a", "b", "c"),
    [package("w1", team="t1"), package("w2", team="t1"), package("w3", team="t2"), package("w4")],
    [team("t1"), team("t2")],
    locks=(
        lock(LockKind.MEMBER, "a", "t1"),
        lock(LockKind.LEAD, "b", "t2"),
        lock(LockKind.TOGETHER, "b", other="c"),
    ),
)


def after(*lines: str, of: Problem = UNIT, rules: Ruleset | None = None, **values: Any) -> Problem:
    return apply(of, rules or ruleset(of), read_texts(lines), **values).problem


def rules_after(*lines: str, of: Problem = UNIT) -> Ruleset:
    return apply(of, ruleset(of), read_texts(lines)).ruleset


def faults(*lines: str, of: Problem = UNIT) -> list[tuple[int, str]]:
    with pytest.raises(ChangesRefused) as found:
        after(*lines, of=of)
    return [(fault.place, wording(fault.message)) for fault in found.value.faults]


def in_order(one: Problem) -> dict[str, list[str]]:
    """The rows of every sheet, whatever their order."""
    return {sheet: sorted(map(repr, getattr(one, sheet))) for sheet in Problem.__dataclass_fields__}


def test_a_person_who_leaves_takes_their_rows_along():
    left = after("orang-pergi b")
    assert [e.id for e in left.employees] == ["a", "c"]
    assert [one.kind for one in left.locks] == [LockKind.MEMBER]


def test_a_person_who_leaves_within_the_year_has_the_days_until_then():
    left = after("orang-pergi b 30/06/2027")
    assert left.employee("b").leaves == date(2027, 6, 30)
    assert len(left.locks) == len(UNIT.locks)
    given = replace(UNIT, employees=people("a", "b", "c", availability=Decimal(80)))
    share = after("orang-pergi b 30/06/2027", of=given).employee("b").availability
    assert share == (Decimal(80) * 181 / 365).quantize(Decimal("0.01"))


def test_another_availability_holds_from_its_day_on():
    half = after("orang-hadir a 50%").employee("a").availability
    since = after("orang-hadir a 50% 01/07/2027").employee("a").availability
    assert half == 50
    assert since == (100 * Decimal(181) / 365 + 50 * Decimal(184) / 365).quantize(Decimal("0.01"))
    leaving = problem(people("a", leaves=date(2027, 8, 31)))
    gone = after("orang-hadir a 50% 01/07/2027", of=leaving).employee("a").availability
    assert gone == (100 * Decimal(181) / 365 + 50 * Decimal(62) / 365).quantize(Decimal("0.01"))


def test_the_hours_of_a_person_follow():
    before = capacities(UNIT, ruleset(UNIT).norm)["a"]
    changed = after("orang-hadir a 40%")
    assert capacities(changed, ruleset(changed).norm)["a"] == before * 40 // 100


def test_a_person_arrives_as_somebody_else_is_but_with_a_name_and_dates_of_their_own():
    as_b = replace(
        UNIT, employees=(*people("a", "c"), person("b", themes=("data",), leaves=date(2027, 3, 1)))
    )
    new = after("orang-datang d seperti=b nama=Dina", of=as_b).employee("d")
    assert (new.name, new.themes, new.leaves, new.superior) == ("Dina", ("data",), None, "h")


def test_work_comes_goes_and_changes():
    assert after("tugas-tambah w9 seperti=w1 volume=2,5").package("w9").minutes == 150
    assert "w3" not in {p.id for p in after("tugas-hapus w3").packages}
    assert after("tugas-volume w1 +10%").package("w1").volume == 110
    assert after("tugas-norma w1 1,5").package("w1").minutes == 150 * HOUR


def test_dropped_work_takes_its_rows_along():
    asked = replace(UNIT, locks=(lock(LockKind.HOURS, "a", package="w1", minutes=600), *UNIT.locks))
    assert after("tugas-hapus w1", of=asked).locks == UNIT.locks


def test_locks_and_wishes_come_and_go():
    locked = after("kunci-pasang ketua a tim=t1 alasan=Rapat").locks[-1]
    assert (locked.kind, locked.employee, locked.team, locked.reason) == (LockKind.LEAD, "a", "t1", "Rapat")
    assert after("kunci-lepas bersama c").locks == UNIT.locks[:2]
    assert after("kunci-pasang harap a tugas=w3").locks[-1].kind is LockKind.WISH


def test_loans_are_granted_and_refused():
    guests = replace(
        UNIT, units=(unit(), home_unit("lain")), employees=(*UNIT.employees, person("g", unit="lain"))
    )
    new = after("pinjam-setuju g jam=200", of=guests).loans[0]
    assert (new.granted, new.host, new.max_minutes) == (True, "u", 200 * HOUR)
    asked = replace(guests, loans=(loan("g", granted=False),))
    assert after("pinjam-setuju g", of=asked).loans[0].granted
    assert after("pinjam-tolak g", of=asked).loans[0].head_consent is Consent.REFUSED


def test_teams_become_one_with_all_that_named_them():
    one = after("tim-gabung t1 t2")
    assert [t.id for t in one.teams] == ["t1"]
    assert {p.id: p.team for p in one.packages} == {"w1": "t1", "w2": "t1", "w3": "t1", "w4": ""}
    assert {row.team for row in one.locks} == {"t1", ""}


def test_of_two_locked_leads_one_becomes_a_member():
    two = replace(UNIT, locks=(lock(LockKind.LEAD, "a", "t1"), lock(LockKind.LEAD, "b", "t2")))
    assert [(row.kind, row.employee) for row in after("tim-gabung t1 t2", of=two).locks] == [
        (LockKind.LEAD, "a"),
        (LockKind.MEMBER, "b"),
    ]


def test_a_team_becomes_two():
    two = after("tim-pecah t1 t9 w2 nama=Baru")
    new = two.team("t9")
    assert (new.name, new.seat, new.status) == ("Baru", "h", TeamStatus.FIXED)
    assert {p.id: p.team for p in two.packages} == {"w1": "t1", "w2": "t9", "w3": "t2", "w4": ""}


def test_a_team_that_only_the_plan_has_can_be_named():
    designed = problem(people("a", "b"), [package("w1"), package("w2")])
    made = plan(
        [formed("T1"), formed("T2")],
        [seat("T1", "a", MEMBER)],
        [work("w1", "T1", "a"), work("w2", "T2", "b")],
    )
    merged = after("tim-gabung T1 T2", of=designed, plan=made)
    assert ([t.id for t in merged.teams], merged.package("w2").team) == (["T1"], "T1")
    locked = after("kunci-pasang anggota b tim=T1", of=designed, plan=made)
    assert locked.team("T1").status is TeamStatus.PROPOSED


def test_a_policy_limit_and_a_reading_stand_in_setelan():
    assert rules_after("batas P01 130").policy("P01").value == 130
    assert rules_after("bacaan A6 boleh").reads("A6", "boleh")
    assert after("batas P01 130", "batas P01 bawaan") == UNIT


def test_a_number_of_the_regulation_is_replaced_on_a_copy_and_marked():
    rules = rules_after("batas K083 12")
    assert rules.rule("K083").number("limit") == 12
    assert rules.changed == (RuleChange("K083", "limit", 10, 12),)
    assert ruleset(UNIT).rule("K083").number("limit") == 10
    again = apply(UNIT, rules, read_texts(["batas K083 bawaan"])).ruleset
    assert (again.changed, again.rule("K083").number("limit")) == ((), 10)


def test_what_was_assumed_before_stays_assumed():
    once = apply(
        UNIT, ruleset(UNIT), read_texts(["batas K083 12", "bobot beban_orang 7", "tujuan-dulu kecocokan"])
    )
    twice = apply(once.problem, once.ruleset, read_texts(["tugas-volume w1 5", "bacaan A32 jam_tim"])).ruleset
    weights = {term.name: term.weight for tier in twice.profile.tiers for term in tier.terms}
    assert twice.changed == once.ruleset.changed
    assert (twice.profile.tiers[0].name, weights["beban_orang"], "selisih_jam_tim" in weights) == (
        "kecocokan",
        7,
        True,
    )


def test_weights_order_and_profile():
    rules = rules_after("profil kompetensi")
    assert rules.profile.id == "kompetensi"
    dropped = rules_after("bobot harapan 0", "tujuan-dulu keseimbangan ketua").profile
    assert [tier.name for tier in dropped.tiers][:2] == ["keseimbangan", "ketua"]
    assert "harapan" not in {term.name for tier in dropped.tiers for term in tier.terms}
    assert dropped.title.id == "Seimbang (diubah)"


def test_effective_hours_change_everywhere_or_in_one_unit():
    everywhere = after("jam-efektif 1200")
    assert (everywhere.unit("u").effective_hours, ruleset(everywhere).norm.effective_hours) == (1200, 1200)
    here = after("jam-efektif 900 u")
    assert (here.unit("u").effective_hours, here.settings) == (900, ())


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("orang-hadir a 40%", "orang-hadir a 80%"),
        ("tugas-volume w1 120", "tugas-volume w1 100"),
        ("tugas-norma w1 +25%", "tugas-norma w1 -20%"),
        ("batas P01 130", "batas P01 bawaan"),
        ("batas K103 3", "batas K103 2"),
        ("bacaan A6 boleh", "bacaan A6 bawaan"),
        ("kunci-pasang bukan-ketua a tim=t1", "kunci-lepas bukan-ketua a tim=t1"),
        ("pinjam-tolak g", "pinjam-setuju g"),
        ("jam-efektif 900 u", "jam-efektif 1000 u"),
        ("tim-pecah t1 t9 w2", "tim-gabung t1 t9"),
        ("bobot beban_orang 7", "bobot beban_orang 1"),
    ],
)
def test_changes_that_undo_each_other_restore_the_problem_and_its_rules(there: str, back: str):
    of = replace(
        UNIT,
        units=(unit(), home_unit("lain")),
        employees=(*people("a", "b", "c", availability=Decimal(80)), person("g", unit="lain")),
        loans=(loan("g"),),
    )
    rules = ruleset(of)
    changed = apply(of, rules, read_texts([there, back]))
    assert in_order(changed.problem) == in_order(of)
    assert changed.ruleset.changed == ()
    assert changed.ruleset.profile.tiers == rules.profile.tiers


@pytest.mark.parametrize("id", ["P001", "P013", "P028"])
def test_whoever_leaves_and_arrives_again_is_the_same(id: str):
    whole = replace(example("4"), locks=(), loans=())
    back = PersonArrives(id, columns_of(whole, id))
    again = apply(whole, ruleset(whole), (*read_texts([f"orang-pergi {id}"]), back)).problem
    assert in_order(again) == in_order(whole)


def test_work_that_is_dropped_and_added_again_is_the_same():
    whole = replace(example("2"), needs=(), locks=())
    id = whole.packages[3].id
    lines = read_texts([f"tugas-hapus {id}"])
    again = apply(whole, ruleset(whole), (*lines, PackageAdded(id, package_columns_of(whole, id)))).problem
    assert in_order(again) == in_order(whole)


@pytest.mark.parametrize("seed", range(20))
def test_the_original_stays_as_it_is(seed: int):
    rng = Random(seed)
    original = example(rng.choice("123456"))
    rules, before, rules_before = ruleset(original), repr(original), repr(ruleset(original))
    changes = [fitting(original, rng, n) for n in range(3)]
    for change in changes:
        apply(original, rules, [change])
    assert (repr(original), repr(rules)) == (before, rules_before)


def test_all_faults_are_told_at_once_each_with_its_change():
    told = faults(
        "orang-pergi a",
        "orang-pergi B99",
        "tugas-volume w1 0",
        "batas P01 500",
        "batas K091 2",
        "tim-pecah t1 t9 w3",
        "kunci-pasang anggota c tim=t9",
        "kunci-pasang anggota z tim=t9",
        "bobot harap 2",
        "orang-datang e jabatan=Analis",
    )
    assert [place for place, _ in told] == [2, 3, 4, 5, 6, 8, 9, 10]
    assert dict(told)[2] == "pegawai “B99” tidak ada. Pilihan: b, c."
    assert dict(told)[3] == "volume 0 harus lebih dari 0 dan paling besar 10000000."
    assert dict(told)[4] == "P01 500 harus dari 100 sampai 200."
    assert dict(told)[6] == "w3 bukan tugas t1. Tugasnya: w1, w2."
    assert dict(told)[9].endswith("Mungkin “harapan”.")
    assert dict(told)[10] == "kolom lembar Pegawai “jabatan” tidak ada. Mungkin “nama_jabatan”."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("orang-pergi a 30/06/2028", "30 Juni 2028 di luar tahun 2027."),
        ("orang-hadir a 140", "ketersediaan 140 harus dari 0 sampai 100."),
        ("kunci-pasang ketua a", "ketua memerlukan tim=."),
        ("kunci-pasang bersama a dengan=a", "a disebut dua kali."),
        ("kunci-pasang anggota a tim=t1", "baris Ketentuan itu sudah ada."),
        ("kunci-pasang bersama a dengan=b tugas=w1", "bersama tidak memakai tugas=."),
        ("kunci-lepas ketua a", "a tidak punya baris Ketentuan seperti itu; yang ada berjenis anggota."),
        ("pinjam-tolak a", "a tidak diminta unit mana pun di lembar Pelibatan."),
        ("tim-gabung t1 t1", "tim yang sama disebut dua kali."),
        ("tim-pecah t1 t9 w1 w2", "sedikitnya satu tugas harus tinggal di t1."),
        ("tim-pecah t1 t2 w1", "tim “t2” sudah ada."),
        (
            "tim-pecah t1 CONTOH w1",
            "kode “CONTOH” tidak dapat dipakai: paling panjang 40 huruf dan angka, tidak berawal CONTOH.",
        ),
        ("bacaan A5 boleh", "Bacaan A5 tidak mempunyai pilihan lain."),
        ("bacaan A6 bole", "pilihan A6 “bole” tidak ada. Mungkin “boleh”."),
        ("batas K034 2,5", "K034 harus bilangan bulat dari 0 sampai 1.000."),
        ("batas K003 2", "K003 memuat beberapa angka: smallest, indicators; sebut nama=."),
        ("profil seimbng", "profil “seimbng” tidak ada. Mungkin “seimbang”."),
        ("orang-datang b", "pegawai “b” sudah ada."),
    ],
)
def test_a_change_that_cannot_be_applied_says_why(line: str, said: str):
    assert faults(line) == [(1, said)]


def test_a_name_is_as_good_as_a_code_where_only_one_bears_it():
    assert [e.id for e in after("orang-pergi 'orang  A'").employees] == ["b", "c"]
    twins = replace(UNIT, employees=(*UNIT.employees, person("d", name="Orang a")))
    assert faults("orang-pergi 'Orang a'", of=twins) == [(1, "pegawai “Orang a” ada 2: a, d; sebut kodenya.")]


def ids(rows: Iterable[Any]) -> list[str]:
    return [row.id for row in rows]


@pytest.mark.parametrize("staff", [100, 250])
def test_larger_units_change_too(staff: int):
    large = generate(staff)
    leaver, less = large.employees[0].id, large.packages[0]
    changed = after(f"orang-pergi {leaver}", f"tugas-volume {less.id} -10%", of=large)
    assert ids(changed.employees) == ids(large.employees[1:])
    assert changed.packages[0].volume == less.volume * 9 / 10
