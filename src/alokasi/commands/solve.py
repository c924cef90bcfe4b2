"""`alokasi solve`: a lawful, audited proposal, with live progress; Ctrl-C keeps the best plan."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from alokasi import workflow
from alokasi.commands.audit import exit_code, say_counts
from alokasi.commands.check import show_issues
from alokasi.commands.options import Exit
from alokasi.commands.output import print_json, reason_rows, reason_words, say
from alokasi.commands.progress import watched
from alokasi.errors import UsageError
from alokasi.results import Result
from alokasi.tables import summary_json
from alokasi.texts import Message
from alokasi.workbook import issue_rows
from alokasi.workbook.issues import Issue, Severity
from alokasi_models.plan import Improvement, Outcome, Status


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked of `solve`, as typed."""

    file: Path
    out: Path
    report: Path | None
    profile: str | None
    time_limit: float
    seed: int
    max_moves: int | None
    log: Path | None
    with_nip: bool
    on: date | None
    as_json: bool
    lang: str


def run(order: Order) -> int:
    refuse_unwritable(order.out, ".xlsx")
    problem, _, reading = workflow.load(order.file)
    result = solved(order, problem, reading.issues)
    finish(order, result, reading.issues)
    return code_of(result)


def solved(order: Order, problem: Any, issues: tuple[Issue, ...]) -> Result:
    from alokasi.solve import Limits

    rules = workflow.rules_for(problem, order.profile)
    warnings = tuple(i for i in issues if i.severity is not Severity.INFO)
    if warnings and not order.as_json:
        show_issues(warnings, order.lang)
    limits = Limits(seconds=order.time_limit, seed=order.seed, max_moves=order.max_moves)
    with watched(order.time_limit, order.lang) as watch:
        return workflow.propose(problem, rules, limits, watch.show, watch.stop, order.on)


def finish(order: Order, result: Result, issues: tuple[Issue, ...]) -> None:
    outcome = result.outcome
    assert outcome is not None, "a proposal always comes with its outcome"
    if order.log is not None:
        write_log(order.log, outcome.history)
    if outcome.plan is not None or workflow.planned_nothing(outcome):
        workflow.save(result, order.out, order.report, order.with_nip, order.lang, issues)
    if order.as_json:
        pesan = issue_rows(issues, order.lang)
        print_json(
            {
                **summary_json(result, order.lang),
                "perintah": "solve",
                "berkas": str(order.file),
                "pesan": pesan,
                "alasan": reason_rows(outcome.reasons, order.lang),
            }
        )
        return
    say_outcome(outcome, order.lang)
    if outcome.plan is not None:
        say_counts(result.audit, order.lang)
        say(Message.of("Buku kerja hasil: {berkas}", berkas=str(order.out)), order.lang)
        if order.report is not None:
            say(Message.of("Laporan: {berkas}", berkas=str(order.report)), order.lang)


def say_outcome(outcome: Outcome, lang: str) -> None:
    """Status in honest words, each tier with its gap, and why there is no plan."""
    say(Message(STATUS_WORDS[outcome.status]), lang)
    for tier in outcome.tiers:
        say(tier_words(tier.name, tier.value, tier.bound, tier.gap), lang)
    for reason in (*outcome.reasons, *outcome.notes):
        say(Message("{kalimat}", (("kalimat", reason_words(reason, lang)),)), lang)


STATUS_WORDS = {
    Status.OPTIMAL: "Usulan terbukti terbaik untuk urutan tujuan ini.",
    Status.FEASIBLE: "Usulan terbaik yang ditemukan; selisih paling besar terhadap batas tertulis di bawah.",
    Status.INFEASIBLE: "Tidak ada susunan yang memenuhi ketentuan dengan data ini.",
    Status.UNKNOWN: "Dihentikan sebelum ada susunan. Ini bukan berarti mustahil: beri waktu lebih lama.",
    Status.NOTHING_TO_PLAN: "Tidak ada unit yang disusun dalam buku kerja ini.",
}


def tier_words(name: str, value: float, bound: float | None, gap: float | None) -> Message:
    from alokasi.texts import Share

    if bound is None or gap is None:
        return Message.of("  {tujuan}: {nilai} (batas belum diketahui)", tujuan=name, nilai=round(value))
    if gap == 0:
        return Message.of("  {tujuan}: {nilai} (terbukti)", tujuan=name, nilai=round(value))
    return Message.of(
        "  {tujuan}: {nilai}, paling jauh {selisih} dari batas {batas}",
        tujuan=name,
        nilai=round(value),
        selisih=Share(gap),
        batas=round(bound),
    )


def code_of(result: Result) -> int:
    outcome = result.outcome
    assert outcome is not None, "a proposal always comes with its outcome"
    match outcome.status:
        case Status.INFEASIBLE:
            return Exit.NO_PLAN
        case Status.UNKNOWN:
            return Exit.STOPPED
        case _:
            return exit_code(result.audit)


def write_log(path: Path, history: tuple[Improvement, ...]) -> None:
    """One JSON line an improvement: detik, tujuan, nilai, batas, selisih_persen."""
    with path.open("w", encoding="utf-8") as stream:
        for step in history:
            gap = (
                None
                if step.bound is None
                else 100 * max(0.0, step.value - step.bound) / max(abs(step.value), 1.0)
            )
            row = {
                "detik": round(step.seconds, 3),
                "tujuan": step.tier,
                "nilai": step.value,
                "batas": step.bound,
            }
            stream.write(json.dumps({**row, "selisih_persen": None if gap is None else round(gap, 3)}) + "\n")


def refuse_unwritable(path: Path, suffix: str) -> None:
    if path.suffix.lower() != suffix:
        raise UsageError(
            Message.of("Nama berkas {berkas} harus berakhiran {akhiran}.", berkas=path.name, akhiran=suffix)
        )
    if not path.absolute().parent.is_dir():
        raise UsageError(Message.of("Folder {folder} tidak ada.", folder=str(path.parent)))
