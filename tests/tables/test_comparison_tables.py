"""Plans side by side: tidy tables and the sentences that go before them, recomputed from the plans."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from alokasi import tables
from alokasi.comparison import Comparison, comparison
from alokasi.results import Assumption, Result
from alokasi.rules.verdicts import VerdictStatus
from alokasi.tables.key_figures import UNITS
from alokasi.texts import Message
from alokasi_models.measures import person_loads
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.score import score
from sample_result import HOUR, LEAD, MEMBER, PLAN, PROBLEM, result

# Dedi sits with Ani and Budi, as in the decree in force; Cici leads alone.
LATER = replace(
    PLAN,
    seats=(*PLAN.seats[:3], Seat("t1", "d", MEMBER, 300 * HOUR)),
    work=(*PLAN.work[:4], Work("w1", "t1", "d", 300 * HOUR), Work("w4", "", "d", 200 * HOUR)),
)


def sides(later: Plan = LATER, **values: object) -> Comparison:
    return comparison([("usulan", result()), ("lain", replace(result(plan=later), **values))])  # type: ignore[arg-type]


def decree(found: Comparison) -> Result:
    assert found.decree is not None
    return found.decree.result


def test_two_to_four_plans_are_compared_and_the_decree_in_force_beside_them():
    assert [one.name for one in sides().shown] == ["susunan berjalan", "usulan", "lain"]
    assert [(a.name, b.name) for a, b in sides().pairs] == [
        ("usulan", "lain"),
        ("susunan berjalan", "usulan"),
        ("susunan berjalan", "lain"),
    ]
    for wrong in (
        [("a", result())],
        [(str(n), result()) for n in range(5)],
        [("a", result()), ("a", result())],
    ):
        with pytest.raises(ValueError, match=r"compared|tell"):
            comparison(wrong)


def test_without_a_decree_only_the_plans_are_shown():
    bare = replace(PROBLEM, current=())
    found = comparison([("a", result(problem=bare)), ("b", result(problem=bare, plan=LATER))])
    assert [one.name for one in found.shown] == ["a", "b"]
    assert "susunan berjalan" not in " ".join(tables.comparison_sentences(found))


def test_every_figure_of_every_plan_has_a_row():
    found = sides()
    table = tables.compared_figures(found)
    assert list(table.columns) == list(tables.COMPARED_FIGURES)
    assert len(table) == 3 * len(UNITS)
    for one in found.shown:
        figures = tables.key_figures(one.result)
        own = table[table["skenario"] == one.name].set_index("nama")["nilai"]
        assert {name: value for name, value in own.items() if value == value} == {
            name: value for name, value in figures.items() if value is not None
        }


def test_people_are_told_against_the_first_plan_and_against_the_decree():
    table = tables.compared_people(sides())
    told = table[["dasar", "skenario", "nama", "perubahan", "nama_tim"]].to_numpy().tolist()
    assert ["usulan", "lain", "Dedi", "pindah", "Tim Kerja Mutu"] in told
    assert ["susunan berjalan", "usulan", "Dedi", "pindah", "Tim Kerja Data"] in told
    assert not [
        row for row in told if row[:3] == ["susunan berjalan", "lain", "Dedi"] and row[3] != "ganti jam"
    ]


def test_everybodys_seats_and_load_in_every_plan():
    found = sides()
    table = tables.compared_seats(found)
    assert set(table.loc[table["berbeda"] == "ya", "id_pegawai"]) == {"d"}
    for one in found.shown:
        assert one.result.plan is not None
        loads = {load.id: load for load in person_loads(PROBLEM, one.result.plan, one.result.ruleset)}
        own = table[table["skenario"] == one.name].set_index("id_pegawai")
        assert own["jam"].to_dict() == {id: load.minutes / HOUR for id, load in loads.items()}
    seats = table.set_index(["skenario", "nama"])["kursi"]
    assert seats["usulan", "Dedi"] == "Tim Kerja Data (Anggota)"
    assert seats["lain", "Dedi"] == seats["susunan berjalan", "Dedi"] == "Tim Kerja Mutu (Anggota)"


def test_side_by_side_has_a_column_per_plan_in_their_order():
    table = tables.compared_seats(sides())
    wide = tables.side_by_side(table[table["berbeda"] != ""], ["id_pegawai", "nama"], "kursi")
    assert list(wide.columns) == ["id_pegawai", "nama", "susunan berjalan", "usulan", "lain"]
    assert wide["usulan"].tolist() == ["Tim Kerja Data (Anggota)"]


def test_clauses_that_stand_otherwise_are_marked():
    later = result(plan=LATER)
    met = replace(later.audit.verdict("K101"), status=VerdictStatus.MET)
    verdicts = tuple(met if v.rule == "K101" else v for v in later.audit.verdicts)
    table = tables.compared_verdicts(sides(audit=replace(later.audit, verdicts=verdicts)))
    marked = table[table["berbeda"] == "ya"]
    assert set(marked["kode"]) == {"K101"}
    assert marked.set_index("skenario")["status"].to_dict() == {
        "susunan berjalan": "tidak terpenuhi",
        "usulan": "tidak terpenuhi",
        "lain": "terpenuhi",
    }


def test_terms_are_those_of_the_first_plans_aims():
    found = sides()
    table = tables.compared_terms(found)
    for one in found.shown:
        assert one.result.plan is not None
        values = score(PROBLEM, one.result.plan, one.result.ruleset)
        own = table[table["skenario"] == one.name]
        assert list(own["nilai"]) == [values[name] for name in own["nama"]]


def test_people_who_come_and_go_are_counted_by_team():
    table = tables.team_changes(sides())
    told = (
        table[["dasar", "skenario", "kode_tim", "masuk", "keluar", "ganti_peran", "ketua"]]
        .to_numpy()
        .tolist()
    )
    assert told == [
        ["usulan", "lain", "t2", 0, 1, 0, ""],
        ["usulan", "lain", "t1", 1, 0, 0, ""],
        ["susunan berjalan", "usulan", "t2", 1, 0, 0, ""],
        ["susunan berjalan", "usulan", "t1", 0, 1, 0, ""],
    ]


def test_a_new_lead_is_named():
    led = replace(
        PLAN,
        seats=(
            *PLAN.seats[:2],
            Seat("t2", "d", LEAD, 300 * HOUR, 125 * HOUR),
            Seat("t2", "c", MEMBER, 600 * HOUR),
        ),
    )
    row = tables.team_changes(sides(led)).iloc[0]
    assert (row["kode_tim"], row["ganti_peran"], row["ketua"]) == ("t2", 2, "Dedi")


def test_a_team_under_another_code_is_the_same_team():
    renamed = replace(
        PLAN,
        teams=(PLAN.teams[0], FormedTeam("t9", "Tim Kerja Data", "dit", "kepala")),
        seats=tuple(replace(s, team="t9") if s.team == "t2" else s for s in PLAN.seats),
        work=tuple(replace(w, team="t9") if w.team == "t2" else w for w in PLAN.work),
    )
    table = tables.compared_people(sides(renamed))
    assert table[table["dasar"] == "usulan"].empty


def test_sentences_count_people_and_tell_figures():
    said = tables.comparison_sentences(sides())
    assert said[0] == "Pasal yang dilanggar: usulan (K101), lain (K101)."
    unmet = [tables.key_figures(result(plan=plan))["jam_tak_terpenuhi"] for plan in (PLAN, LATER)]
    assert said[1].startswith("lain dibanding usulan: 1 orang berbeda kursi, 0 orang lain berbeda jam.")
    assert f"Pekerjaan belum terisi naik dari {unmet[0]:.0f} jam menjadi {unmet[1]:.0f} jam." in said[1]
    assert said[2] == "Kursi berbeda dari susunan berjalan: usulan 1 orang, lain 0 orang."
    assert len(said) == 3


def test_data_that_differ_are_told():
    other = replace(
        PROBLEM,
        employees=PROBLEM.employees[:3],
        packages=tuple(replace(p, volume=Decimal(700)) if p.id == "w2" else p for p in PROBLEM.packages),
        current=(),
    )
    found = comparison([("usulan", result()), ("lain", result(problem=other))])
    assert tables.comparison_sentences(found)[-1] == (
        "Data lain tidak sama dengan data usulan. Tidak ada di lain: Dedi. Tugas yang berbeda bebannya di lain: w2."
    )


def test_assumptions_are_told_first():
    law = Assumption(Message.of("Bukan peraturan: K083"), law=True)
    said = tables.comparison_sentences(
        sides(assumed=(Assumption(Message.of("P01 pergi"), "orang-pergi P01"), law))
    )
    assert said[:2] == ("lain: Bukan peraturan: K083", "lain: Diandaikan: P01 pergi")


def test_english_sentences_name_the_decree_in_english():
    said = " ".join(tables.comparison_sentences(sides(), "en"))
    assert "decree in force" in said
    assert "susunan" not in said
    assert "decree in force" in set(tables.compared_figures(sides(), "en")["skenario"])
