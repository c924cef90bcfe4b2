"""A plan with everything said about it: the one value that tables, figures, report and dashboard start from.

A plan made by hand, the decree in force and a solved proposal take the same road: `evaluate` audits the plan and sets
the decree in force beside it as the baseline.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alokasi_models.decree import decree_plan
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Origin, Outcome, Plan, Status, TierValue
from alokasi_models.problem import Problem

from alokasi.rules import audit
from alokasi.rules.verdicts import Audit
from alokasi.texts import Message, Share

NO_PLAN = Plan((), (), ())


@dataclass(frozen=True, slots=True)
class Result:
    """`plan` is None when there is none (nothing to plan, no lawful plan, stopped too early); the audit then judges
    the data alone. `baseline` is the decree in force, None without one or when it is itself the plan judged."""

    problem: Problem
    ruleset: Ruleset
    plan: Plan | None
    outcome: Outcome | None
    audit: Audit
    baseline: Plan | None = None
    baseline_audit: Audit | None = None


def evaluate(
    problem: Problem, ruleset: Ruleset, plan: Plan | None, outcome: Outcome | None = None, on: date | None = None
) -> Result:
    """Audits the plan and the decree in force on one date (`on`, today by default)."""
    on = on or date.today()
    judged_decree = plan is not None and plan.origin is Origin.DECREE
    baseline = None if judged_decree else decree_plan(problem)
    return Result(
        problem=problem,
        ruleset=ruleset,
        plan=plan,
        outcome=outcome,
        audit=audit(problem, plan or NO_PLAN, ruleset, on),
        baseline=baseline,
        baseline_audit=audit(problem, baseline, ruleset, on) if baseline is not None else None,
    )


def standing(result: Result) -> Message:
    """How good the plan is known to be, in honest words: proved, best found with its distance, or not searched."""
    outcome = result.outcome
    if outcome is None:
        return _unsearched(result.plan)
    match outcome.status:
        case Status.OPTIMAL:
            return Message.of("Terbukti terbaik: pencarian kedua dengan cara lain memberi nilai yang sama.")
        case Status.FEASIBLE:
            return _best_found(outcome.tiers)
        case Status.INFEASIBLE:
            return Message.of("Tidak ada susunan yang memenuhi semua ketentuan untuk data ini.")
        case Status.UNKNOWN:
            return Message.of("Belum ada susunan yang ditemukan sampai batas waktu; ini bukan berarti mustahil.")
        case Status.NOTHING_TO_PLAN:
            return Message.of("Tidak ada unit yang disusun oleh program; beban kerja dan Uji Pasal tetap dihitung.")


def _unsearched(plan: Plan | None) -> Message:
    if plan is None:
        return Message.of("Belum ada susunan.")
    if plan.origin is Origin.DECREE:
        return Message.of("Susunan berjalan, dinilai apa adanya.")
    return Message.of("Susunan dari berkas, dinilai apa adanya; belum dicari yang lebih baik.")


def _best_found(tiers: tuple[TierValue, ...]) -> Message:
    for number, tier in enumerate(tiers, start=1):
        if tier.gap is None:
            return Message.of("Terbaik yang ditemukan; tujuan {n} ({nama}) belum punya batas terbaik.", n=number, nama=tier.name)
        if tier.gap > 0:
            return Message.of(
                "Terbaik yang ditemukan; tujuan {n} ({nama}) paling jauh {selisih} dari batas terbaik.",
                n=number,
                nama=tier.name,
                selisih=Share(tier.gap),
            )
    return Message.of("Terbaik yang ditemukan; semua tujuan sudah di batas terbaik, belum dikukuhkan pencarian kedua.")
