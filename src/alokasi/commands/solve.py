"""`alokasi solve`: a lawful, audited proposal, with live progress; Ctrl-C keeps the best plan."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alokasi import workflow
from alokasi.commands.audit import exit_code, say_counts
from alokasi.commands.check import show_issues
from alokasi.commands.options import Exit
from alokasi.commands.output import load, own_stdout, print_json, reason_rows, reason_words, say, writable
from alokasi.commands.progress import watched
from alokasi.errors import UsageError
from alokasi.results import Assumption, Result, not_planned, standing, tier_titles
from alokasi.tables import assumed_sentences, read_assumed, summary_json
from alokasi.tables.terms import distance_words, term_words
from alokasi.texts import Message, translate
from alokasi.workbook import issue_rows
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.write import cannot_be_written
from alokasi_models.plan import Improvement, Outcome, Plan, Status, TierValue
from alokasi_models.problem import Problem


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
    work: float | None
    wall_clock: bool
    log: Path | None
    with_nip: bool
    on: date | None
    as_json: bool
    lang: str


def run(order: Order) -> int:
    """Raises UsageError where two options ask for opposite things."""
    if order.work is not None and order.wall_clock:
        raise UsageError(
            Message.of(
                "--work meminta kerja yang tetap, --wall-clock memakai seluruh batas waktu: sebut salah satu saja."
            )
        )
    kept = [order.file]
    for path, suffix in ((order.out, ".xlsx"), (order.report, ""), (order.log, "")):
        if path is not None:
            kept.append(writable(path, suffix, kept))
    problem, plan, reading = load(order.file, "solve", order.as_json, order.lang)
    if plan is not None:
        say(
            Message.of(
                "Pencarian berangkat dari lembar Susunan dalam berkas ini, atau dari susunan baru bila itu lebih baik. "
                "Tempat duduk yang harus tetap ditulis di lembar Ketentuan."
            ),
            order.lang,
        )
    carried = tuple(
        one for one in read_assumed(reading.summary) if not one.law
    )  # the law is searched as it is
    result = solved(order, problem, reading.issues, plan, carried)
    finish(order, result, reading.issues)
    return code_of(result)


def solved(
    order: Order,
    problem: Problem,
    issues: tuple[Issue, ...],
    given: Plan | None = None,
    assumed: tuple[Assumption, ...] = (),
) -> Result:
    from alokasi.solve import Limits

    own_stdout()
    rules = workflow.rules_for(problem, order.profile)
    warnings = tuple(i for i in issues if i.severity is not Severity.INFO)
    if warnings and not order.as_json:
        show_issues(warnings, order.lang)
    limits = Limits(order.time_limit, order.seed, order.max_moves, order.work, order.wall_clock)
    titles = {tier.name: tier.title[order.lang] for tier in rules.profile.tiers}
    with watched(order.time_limit, order.lang, titles) as watch:
        return workflow.propose(problem, rules, limits, watch.show, watch.stop, order.on, given, assumed)


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
                "catatan": reason_rows(outcome.notes, order.lang),
            }
        )
        return
    say_outcome(result, outcome, order.lang)
    if outcome.plan is not None or workflow.planned_nothing(outcome):
        say_counts(result.audit, order.lang)
        say(Message.of("Buku kerja hasil: {berkas}", berkas=str(order.out)), order.lang)
        if order.report is not None:
            say(Message.of("Laporan: {berkas}", berkas=str(order.report)), order.lang)


def say_outcome(result: Result, outcome: Outcome, lang: str) -> None:
    """Status in honest words, each tier with its gap, and why there is no plan."""
    say(Message("{kalimat}", (("kalimat", standing(result, lang)),)), lang)
    for told in assumed_sentences(result, lang):
        say(Message("{kalimat}", (("kalimat", told),)), lang)
    if not workflow.planned_nothing(outcome):  # there the standing names the reasons itself
        for sentence in not_planned(result.problem, result.ruleset):
            say(sentence, lang)
    titles = tier_titles(result, lang)
    for tier in outcome.tiers:
        say(tier_words(titles.get(tier.name, tier.name), tier, lang), lang)
    for reason in (*outcome.reasons, *outcome.notes):
        say(Message("{kalimat}", (("kalimat", reason_words(reason, lang)),)), lang)


def tier_words(title: str, tier: TierValue, lang: str) -> Message:
    """A tier with its terms in their own units, and how far it may still be from the best."""
    terms = [term_words(name, value, lang) for name, value in tier.terms if value]
    reached = "; ".join(terms) or translate("tidak ada yang kurang", lang)
    return Message.of(
        "  {tujuan} ({jarak}): {nilai}", tujuan=title, jarak=distance_words(tier, lang), nilai=reached
    )


def code_of(result: Result) -> int:
    outcome = result.outcome
    assert outcome is not None, "a proposal always comes with its outcome"
    match outcome.status:
        case Status.INFEASIBLE:
            return Exit.NO_PLAN
        case Status.UNKNOWN:
            return Exit.STOPPED
        case Status.NOTHING_TO_PLAN:  # no plan, so no plan breaks a clause
            return Exit.DONE
        case _:
            return exit_code(result.audit)


def write_log(path: Path, history: tuple[Improvement, ...]) -> None:
    """One JSON line an improvement: detik, tujuan, nilai, batas, selisih_persen."""
    rows = (
        {
            "detik": round(step.seconds, 3),
            "tujuan": step.tier,
            "nilai": step.value,
            "batas": step.bound,
            "selisih_persen": None if step.gap is None else round(100 * step.gap, 3),
        }
        for step in history
    )
    try:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise cannot_be_written(path) from error
