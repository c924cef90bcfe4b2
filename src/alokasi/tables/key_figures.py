"""The figures of a plan by name: what `--json` calls angka, and what Ringkasan and the headlines show.

Hours a year, persons, teams, and percent of effective hours; every one is recomputed from the plan.
"""

from __future__ import annotations

from math import isnan
from typing import TypeAlias

from alokasi.results import NO_PLAN, Result
from alokasi.rules.verdicts import VerdictStatus
from alokasi.tables.competences import competence_supply
from alokasi.tables.frames import above_full, hours, percent
from alokasi_models.decree import moves as seat_moves
from alokasi_models.measures import PersonLoad, person_loads, spread, team_loads
from alokasi_models.plan import Plan

KeyFigures: TypeAlias = dict[str, float | int | None]

UNITS = {
    "jam_beban": "jam",
    "jam_terisi": "jam",
    "jam_tak_terpenuhi": "jam",
    "jam_efektif": "jam",
    "jam_terpakai": "jam",
    "beban_sasaran_persen": "%",
    "beban_tertinggi_persen": "%",
    "beban_terendah_persen": "%",
    "beban_simpangan_baku": "poin",
    "beban_gini": "",
    "jumlah_pegawai": "orang",
    "di_atas_jam_efektif": "orang",
    "di_bawah_setengah": "orang",
    "tanpa_tugas": "orang",
    "jumlah_tim": "tim",
    "eu_tim_tertinggi_persen": "%",
    "eu_tim_terendah_persen": "%",
    "eu_tim_selisih": "poin",
    "eu_tim_simpangan_baku": "poin",
    "kompetensi_kurang": "orang",
    "kursi_berubah": "kursi",
    "temuan_pasal": "temuan",  # broken clauses; rows that state one limit count once
    "pasal_terpenuhi": "pasal",
    "pasal_tidak_terpenuhi": "pasal",
    "pasal_perlu_keputusan": "pasal",
    "kebijakan_tidak_terpenuhi": "batas",
}


def key_figures(result: Result) -> KeyFigures:
    """Every figure of UNITS; None where it has no value (no teams, no decree in force, no effective
    hours).
    """
    figures: KeyFigures = dict.fromkeys(UNITS)
    figures |= _work(result) | _people(result) | _teams(result) | _verdicts(result)
    figures["kompetensi_kurang"] = int(competence_supply(result)["kurang"].sum())
    if result.plan is not None and result.baseline is not None:
        figures["kursi_berubah"] = len(seat_moves(result.problem, result.plan))
    return figures


def _work(result: Result) -> KeyFigures:
    """Demand is every package of the planned units; what is served beyond a package's demand fills
    nothing.
    """
    planned = {unit.id for unit in result.problem.planned}
    served = (result.plan or NO_PLAN).served()
    packages = [p for p in result.problem.packages if p.unit in planned]
    demand = sum(p.minutes for p in packages)
    filled = sum(min(served[p.id], p.minutes) for p in packages)
    return {
        "jam_beban": hours(demand),
        "jam_terisi": hours(filled),
        "jam_tak_terpenuhi": hours(demand - filled),
    }


def _people(result: Result) -> KeyFigures:
    loads = [load for load in _own_loads(result, result.plan or NO_PLAN) if load.effective > 0]
    capacity, used = sum(load.effective for load in loads), sum(load.minutes for load in loads)
    figures: KeyFigures = {
        "jumlah_pegawai": len(loads),
        "jam_efektif": hours(capacity),
        "jam_terpakai": hours(used),
        "beban_sasaran_persen": target_percent(result),
    }
    if not loads:
        return figures
    shares = [load.share for load in loads if load.share is not None]
    even = spread(shares)
    return figures | {
        "beban_tertinggi_persen": percent(even.highest),
        "beban_terendah_persen": percent(even.lowest),
        "beban_simpangan_baku": percent(even.stdev),
        "beban_gini": round(even.gini, 4),
        "di_atas_jam_efektif": sum(above_full(percent(share)) for share in shares),
        "di_bawah_setengah": even.under_half,
        "tanpa_tugas": even.without,
    }


def _teams(result: Result) -> KeyFigures:
    loads = team_loads(result.problem, result.plan or NO_PLAN, result.ruleset)
    ratios = [load.eu for load in loads if load.eu is not None]
    figures: KeyFigures = {"jumlah_tim": len(loads)}
    if not ratios:
        return figures
    even = spread(ratios)
    return figures | {
        "eu_tim_tertinggi_persen": percent(even.highest),
        "eu_tim_terendah_persen": percent(even.lowest),
        "eu_tim_selisih": percent(even.highest - even.lowest),
        "eu_tim_simpangan_baku": percent(even.stdev),
    }


def target_percent(result: Result) -> float | None:
    """Target load of the planned units together: demand / capacity, at most 100 %; None without capacity."""
    planned = {unit.id for unit in result.problem.planned}
    demand = sum(p.minutes for p in result.problem.packages if p.unit in planned)
    capacity = sum(load.effective for load in _own_loads(result, NO_PLAN))
    return min(percent(demand / capacity), 100.0) if capacity else None


def _own_loads(result: Result, plan: Plan) -> list[PersonLoad]:
    """People of the planned units: guests have no target here."""
    planned = {unit.id for unit in result.problem.planned}
    return [load for load in person_loads(result.problem, plan, result.ruleset) if load.unit in planned]


def _verdicts(result: Result) -> KeyFigures:
    law = [v.status for v in result.audit.verdicts if v.rule.startswith("K")]
    policy = [v.status for v in result.audit.verdicts if not v.rule.startswith("K")]
    return {
        "temuan_pasal": len(result.audit.findings_once(result.ruleset.pack)),
        "pasal_terpenuhi": law.count(VerdictStatus.MET),
        "pasal_tidak_terpenuhi": law.count(VerdictStatus.NOT_MET),
        "pasal_perlu_keputusan": law.count(VerdictStatus.DECISION),
        "kebijakan_tidak_terpenuhi": policy.count(VerdictStatus.NOT_MET),
    }


def known(value: float | int | None) -> bool:
    return value is not None and not (isinstance(value, float) and isnan(value))
