"""What a leader reads first: honest standing, five figures, what needs action."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alokasi import tables
from alokasi.results import decree_result, standing
from alokasi.texts import Message
from alokasi_models.plan import Origin, Outcome, Reason, Status, TierValue
from sample_result import OUTCOME, PLAN, PROBLEM, RULES, result


def solved(status: Status, **changes: Any) -> Outcome:
    return replace(OUTCOME, status=status, **changes)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (solved(Status.OPTIMAL), "Terbukti terbaik"),
        (solved(Status.INFEASIBLE), "Tidak ada susunan untuk data ini."),
        (solved(Status.UNKNOWN), "bukan berarti mustahil"),
        (solved(Status.NOTHING_TO_PLAN), "Tidak ada unit yang disusun"),
        (None, "belum dicari yang lebih baik"),
    ],
)
def test_standing_never_claims_more_than_is_known(outcome: Outcome | None, words: str):
    found = result(outcome=outcome, plan=replace(PLAN, origin=Origin.HAND))
    assert words in standing(found)
    assert ("erbukti" in standing(found)) == (outcome is not None and outcome.status is Status.OPTIMAL)


def test_best_found_names_the_first_open_objective_and_its_distance():
    assert standing(result()) == (
        "Terbaik yang ditemukan; tujuan 3 (Keseimbangan beban) paling jauh 0,8 % dari batas terbaik."
    )
    without = solved(Status.FEASIBLE, tiers=OUTCOME.tiers[3:])
    assert "belum punya batas terbaik" in standing(result(outcome=without))
    nothing_left = solved(Status.FEASIBLE, tiers=(TierValue("jam", 0, 0, None, "", ()), *OUTCOME.tiers[2:3]))
    assert "tujuan 2 (Keseimbangan beban)" in standing(result(outcome=nothing_left))
    closed = solved(Status.FEASIBLE, tiers=OUTCOME.tiers[:2])
    assert "belum dikukuhkan" in standing(result(outcome=closed))


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("K083",), "Yang menghalangi: ketentuan K083."),
        (
            ("P01",),
            "Yang menghalangi: batas kebijakan P01 (dapat diubah di lembar Setelan), bukan ketentuan.",
        ),
        (
            ("K091", "P01", "P03", "KETENTUAN"),
            "Yang menghalangi: ketentuan K091; batas kebijakan P01, P03 (dapat diubah di lembar Setelan); "
            "isi buku kerja (Ketentuan, Tim, Pelibatan).",
        ),
        (("PINDAH",), "Yang menghalangi: batas orang yang berpindah (--max-moves)."),
        (
            ("GABUNGAN",),
            "Yang menghalangi: ketentuan, isi buku kerja, dan batas kebijakan bersama-sama.",
        ),
        (("WAKTU",), ""),
    ],
)
def test_without_a_plan_it_is_said_whether_a_clause_or_a_policy_limit_blocks(
    codes: tuple[str, ...], words: str
):
    reasons = tuple(Reason(code, Message.of("Sebab.")) for code in codes)
    blocked = solved(Status.INFEASIBLE, plan=None, tiers=(), reasons=reasons)
    found = standing(result(outcome=blocked, plan=None))
    assert found == f"Tidak ada susunan untuk data ini. {words}".strip()


def test_five_headlines_with_their_change_against_the_decree_in_force():
    lines = tables.headlines(result())
    assert [line.value for line in lines] == ["✗ 1 temuan", "100 jam", "72,0 %", "16,2 poin", "2 kursi"]
    assert lines[2].note == "Budi <b>tebal</b>; 0 orang di atas jam efektif"
    assert lines[2].compared == "= sama dengan susunan berjalan"
    assert lines[1].compared.startswith("▼ turun dari 200 jam")


def test_without_a_decree_nothing_is_compared():
    lines = tables.headlines(result(problem=replace(PROBLEM, current=())))
    assert not any(line.compared for line in lines)
    assert lines[4].note == "Tidak ada susunan berjalan untuk dibandingkan"


def test_the_decree_in_force_is_judged_as_a_plan_of_its_own():
    decree = decree_result(result())
    assert decree is not None
    assert tables.key_figures(decree)["jam_terisi"] == 2400


def test_without_a_plan_nothing_is_called_clear_and_the_reason_stands_first():
    reason = Reason("K101", Message.of("{orang} memimpin {n} tim.", orang="Ani", n=2))
    blocked = solved(Status.INFEASIBLE, plan=None, tiers=(), reasons=(reason,))
    found = result(outcome=blocked, plan=None)
    assert [line.name for line in tables.headlines(found)] == ["Uji Pasal atas data saja", "Beban kerja"]
    assert not any("✓" in line.value or line.compared for line in tables.headlines(found))
    assert tables.attention(found)[0] == "K101: Ani memimpin 2 tim."


def test_what_needs_action_stands_by_weight():
    points = tables.attention(result())
    assert points[0] == f"✗ K101 ({RULES.rule('K101').clause}): Ani menjadi ketua di 2 tim"
    assert points[1] == "1 pasal menunggu keputusan atau isian pejabat: K007."
    assert points[2].startswith("100 jam pekerjaan belum terisi")
    assert points[-1].startswith("1 pemegang kompetensi wajib")
