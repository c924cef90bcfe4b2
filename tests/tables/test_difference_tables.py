"""What differs between two results: people, figures, objectives and verdicts, recomputed from the plans."""

from __future__ import annotations

from dataclasses import replace

from alokasi import tables
from alokasi.results import Result
from alokasi.tables.figure_words import HEADLINES, TITLES
from alokasi.tables.key_figures import UNITS
from alokasi_models.plan import Plan, Seat, Work
from alokasi_models.score import score
from sample_result import HOUR, LEAD, MEMBER, PLAN, PROBLEM, result

# Dedi leads Data, Cici moves to Mutu, and Budi gives an hour and a half less.
LATER = replace(
    PLAN,
    seats=(
        Seat("t1", "a", LEAD, 500 * HOUR, 125 * HOUR),
        Seat("t1", "b", MEMBER, 900 * HOUR - 90),
        Seat("t1", "c", MEMBER, 100 * HOUR),
        Seat("t2", "d", LEAD, 900 * HOUR, 125 * HOUR),
    ),
    work=(
        Work("w1", "t1", "a", 500 * HOUR),
        Work("w1", "t1", "b", 400 * HOUR - 90),
        Work("w1", "t1", "c", 100 * HOUR),
        Work("w2", "t1", "b", 500 * HOUR),
        Work("w3", "t2", "d", 900 * HOUR),
        Work("w4", "", "d", 200 * HOUR),
    ),
)


def both(later: Plan = LATER) -> tuple[Result, Result]:
    return result(), result(plan=later)


def test_people_are_told_by_name_seats_before_hours():
    table = tables.person_changes(*both())
    assert list(table.columns) == list(tables.PERSON_CHANGES)
    columns = ["nama", "perubahan", "nama_tim", "tim_lain", "peran_sebelum", "peran_sesudah", "selisih_jam"]
    assert table[columns].to_numpy().tolist() == [
        ["Cici & rekan", "pindah", "Tim Kerja Mutu", "Tim Kerja Data", "Ketua", "Anggota", -625.0],
        ["Dedi", "ganti peran", "Tim Kerja Data", "", "Anggota", "Ketua", 725.0],
        ["Budi <b>tebal</b>", "ganti jam", "Tim Kerja Mutu", "", "Anggota", "Anggota", -1.5],
    ]


def test_hours_before_and_after_are_those_of_the_plans():
    earlier, later = both()
    table = tables.person_changes(earlier, later).set_index("id_pegawai")
    assert table["jam_sebelum"].to_dict() == {
        id: PLAN.by_place()[id, team] / HOUR for id, team in (("c", "t2"), ("d", "t2"), ("b", "t1"))
    }
    assert table["jam_sesudah"].to_dict() == {
        id: LATER.by_place()[id, team] / HOUR for id, team in (("c", "t1"), ("d", "t2"), ("b", "t1"))
    }


def test_the_same_plan_differs_in_nobody():
    assert tables.person_changes(result(), result()).empty
    assert tables.person_changes(result(), result(plan=None)).empty


def test_every_key_figure_is_compared_with_its_title():
    earlier, later = both()
    table = tables.figure_changes(earlier, later).set_index("nama")
    assert list(table.index) == list(UNITS) == list(TITLES)
    before, after = tables.key_figures(earlier), tables.key_figures(later)
    for name in HEADLINES:
        assert (table["sebelum"][name], table["sesudah"][name]) == (before[name], after[name])
        assert table["selisih"][name] == table["sesudah"][name] - table["sebelum"][name]


def test_every_term_of_the_aims_is_compared():
    earlier, later = both()
    table = tables.term_changes(earlier, later)
    before, after = (score(PROBLEM, plan, later.ruleset) for plan in (PLAN, LATER))
    asked = [term.name for tier in later.ruleset.profile.tiers for term in tier.terms]
    assert list(table["nama"]) == asked
    for row in table.to_dict("records"):
        assert (row["sebelum"], row["sesudah"]) == (before[row["nama"]], after[row["nama"]])
        assert row["judul"] != row["nama"]


def test_only_clauses_that_stand_otherwise_are_told():
    earlier, later = both()
    assert tables.verdict_changes(earlier, later).empty
    met = replace(later.audit.verdict("K101"), status=earlier.audit.verdict("K083").status)
    changed = replace(
        later,
        audit=replace(
            later.audit, verdicts=tuple(met if v.rule == "K101" else v for v in later.audit.verdicts)
        ),
    )
    row = tables.verdict_changes(earlier, changed).iloc[0]
    assert (row["kode"], row["sebelum"], row["sesudah"]) == ("K101", "tidak terpenuhi", "terpenuhi")
