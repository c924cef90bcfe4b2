"""A plan with everything said about it: the one value that tables, figures, report and dashboard start
from.

A plan made by hand, the decree in force and a solved proposal take the same road: `evaluate` audits the
plan and sets the decree in force beside it as the baseline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from alokasi.rules import audit
from alokasi.rules.verdicts import Audit
from alokasi.texts import Bilingual, Message, Names, Share, wording
from alokasi_models.decree import decree_plan
from alokasi_models.packs import Kind, Ruleset
from alokasi_models.plan import Cause, Origin, Outcome, Plan, Status, TierValue
from alokasi_models.problem import Problem
from alokasi_models.structure import NotPlanned, UnitStructure, structures

NO_PLAN = Plan((), (), ())


@dataclass(frozen=True, slots=True)
class Assumption:
    """What a what-if assumes: a change, `written` as it can be typed again, or (`law`) a number of a clause that is not
    the regulation's. It is told wherever the result is shown.
    """

    said: Message
    written: str = ""
    law: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """`plan` is None when there is none (nothing to plan, no lawful plan, stopped too early); the audit
    then judges the data alone. `baseline` is the decree in force, None without one or when it is itself the
    plan judged. `assumed`: what a what-if asked for, nothing for a proposal.
    """

    problem: Problem
    ruleset: Ruleset
    plan: Plan | None
    outcome: Outcome | None
    audit: Audit
    baseline: Plan | None = None
    baseline_audit: Audit | None = None
    assumed: tuple[Assumption, ...] = ()


def evaluate(
    problem: Problem,
    ruleset: Ruleset,
    plan: Plan | None,
    outcome: Outcome | None = None,
    on: date | None = None,
    assumed: tuple[Assumption, ...] = (),
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
        assumed=assumed,
    )


def standing(result: Result, lang: str = "id") -> str:
    """How good the plan is known to be, in honest words: proved, best found with its distance, or not
    searched; first of all, whether it rests on assumptions.
    """
    if not result.assumed:
        return _found(result, lang)
    answered = result.outcome is not None and result.outcome.status is Status.FEASIBLE
    found = wording(LEAST_CHANGED, lang) if answered else _found(result, lang)
    return " ".join((wording(_assuming(result), lang), found))


def _assuming(result: Result) -> Message:
    changes = sum(not one.law for one in result.assumed)
    if any(one.law for one in result.assumed):
        return Message.of(
            "Pengandaian dengan {n} perubahan, bukan usulan, dan memuat angka yang bukan peraturan.",
            n=changes,
        )
    return Message.of("Pengandaian dengan {n} perubahan, bukan usulan.", n=changes)


def _found(result: Result, lang: str) -> str:
    outcome = result.outcome
    if outcome is None:
        reasons = not_planned(result.problem, result.ruleset) if result.plan is None else ()
        return " ".join(wording(sentence, lang) for sentence in (_unsearched(result.plan), *reasons))
    if outcome.status is Status.FEASIBLE:
        return wording(_best_found(outcome.tiers, tier_titles(result, lang)), lang)
    said = [wording(STANDING[outcome.status], lang)]
    if outcome.status is Status.NOTHING_TO_PLAN:
        said += [wording(sentence, lang) for sentence in not_planned(result.problem, result.ruleset)]
    blocking = "; ".join(wording(cause, lang) for cause in _blocking(outcome, result.ruleset))
    if blocking:
        said.append(wording(Message.of("Yang menghalangi: {sebab}.", sebab=blocking), lang))
    return " ".join(said)


def _blocking(outcome: Outcome, rules: Ruleset) -> Iterator[Message]:
    """Whether clauses, policy limits or the workbook leave no plan; nothing where that is not known."""
    codes = tuple(dict.fromkeys(reason.code for reason in outcome.reasons))
    limits = tuple(code for code in codes if code in rules.norm.policies)
    clauses = tuple(code for code in codes if code in rules.pack.rules)
    if clauses:
        yield Message.of("ketentuan {kode}", kode=Names(clauses))
    if limits and clauses:
        yield Message.of("batas kebijakan {kode} (dapat diubah di lembar Setelan)", kode=Names(limits))
    elif limits:
        yield Message.of(
            "batas kebijakan {kode} (dapat diubah di lembar Setelan), bukan ketentuan", kode=Names(limits)
        )
    yield from (_CAUSES[Cause(code)] for code in codes if code in _CAUSES)


def not_planned(problem: Problem, rules: Ruleset) -> tuple[Message, ...]:
    """A sentence for each unit that is checked but not planned, with the reason."""
    return tuple(
        Message.of(
            "{unit} tidak disusun: {sebab}.", unit=structure.unit.name, sebab=_why_not(structure, rules)
        )
        for structure in structures(problem, rules).values()
        if structure.why_not is not NotPlanned.NO
    )


def _why_not(structure: UnitStructure, rules: Ruleset) -> Message:
    """Of patterns 7 to 9 with the clause that names the other law."""
    reason, pattern = _WHY_NOT[structure.why_not], structure.pattern
    if structure.why_not is not NotPlanned.OTHER_LAW or pattern is None:
        return reason
    clauses = (r for r in rules.pack.rules.values() if r.kind is Kind.DELEGATED and r.patterns)
    named = next(rule for rule in clauses if rule.applies(structure.unit.kind, pattern.pattern))
    return Message.of(
        "{sebab} ({kode}; {isi})",
        sebab=reason,
        kode=named.id,
        isi=Bilingual(named.statement.id.rstrip("."), named.statement.en.rstrip(".")),
    )


def tier_titles(result: Result, lang: str) -> dict[str, str]:
    """Titles of the objectives by name."""
    return {tier.name: tier.title[lang] for tier in result.ruleset.profile.tiers}


BEST_FOUND = Message.of(
    "Terbaik yang ditemukan; semua tujuan sudah di batas terbaik, belum dikukuhkan pencarian kedua."
)
LEAST_CHANGED = Message.of(
    "Dijawab dengan perubahan paling sedikit yang ditemukan; jarak tujuan lain dari batas terbaik tidak dihitung."
)
STANDING = {
    Status.OPTIMAL: Message.of("Terbukti terbaik: pencarian kedua dengan cara lain memberi nilai yang sama."),
    Status.INFEASIBLE: Message.of("Tidak ada susunan untuk data ini."),
    Status.UNKNOWN: Message.of(
        "Belum ada susunan yang ditemukan sampai batas waktu; ini bukan berarti mustahil."
    ),
    Status.NOTHING_TO_PLAN: Message.of(
        "Tidak ada unit yang disusun oleh program; beban kerja dan Uji Pasal tetap dihitung."
    ),
}
_CAUSES = {
    Cause.WORKBOOK: Message.of("isi buku kerja (Ketentuan, Tim, Pelibatan)"),
    Cause.MOVES: Message.of("batas orang yang berpindah (--max-moves)"),
    Cause.TOGETHER: Message.of("ketentuan, isi buku kerja, dan batas kebijakan bersama-sama"),
}


_WHY_NOT = {
    NotPlanned.NOT_SIMPLIFIED: Message.of(
        "organisasinya belum disederhanakan (kolom disederhanakan di lembar Unit)"
    ),
    NotPlanned.NO_HEAD: Message.of("kepala unit tidak ditemukan di lembar Pejabat"),
    NotPlanned.TWO_HEADS: Message.of("ada lebih dari satu kepala unit di lembar Pejabat"),
    NotPlanned.OTHER_HEAD: Message.of("kepala dan pejabatnya tidak cocok dengan satu pun dari sembilan pola"),
    NotPlanned.OTHER_LAW: Message.of("penugasan pada pola ini diatur peraturan lain"),
}


def _unsearched(plan: Plan | None) -> Message:
    if plan is None:
        return Message.of("Belum ada susunan.")
    if plan.origin is Origin.DECREE:
        return Message.of("Susunan berjalan, dinilai apa adanya.")
    return Message.of("Susunan dari berkas, dinilai apa adanya; belum dicari yang lebih baik.")


def _best_found(tiers: tuple[TierValue, ...], titles: Mapping[str, str]) -> Message:
    for number, tier in enumerate(tiers, start=1):
        if tier.reached <= 0:  # no term is below 0: nothing is left to win
            continue
        title = titles.get(tier.name, tier.name)
        if tier.gap is None:
            return Message.of(
                "Terbaik yang ditemukan; tujuan {n} ({nama}) belum punya batas terbaik.", n=number, nama=title
            )
        if tier.gap > 0:
            return Message.of(
                "Terbaik yang ditemukan; tujuan {n} ({nama}) paling jauh {selisih} dari batas terbaik.",
                n=number,
                nama=title,
                selisih=Share(tier.gap),
            )
    return BEST_FOUND


def decree_result(result: Result) -> Result | None:
    """The decree in force as a result of its own, to be measured like any plan; None without one."""
    if result.baseline is None or result.baseline_audit is None:
        return None
    return Result(
        result.problem, result.ruleset, result.baseline, None, result.baseline_audit, assumed=result.assumed
    )
