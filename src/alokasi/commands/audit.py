"""`alokasi audit`: the clause-by-clause verdict of any plan in a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from alokasi import workflow
from alokasi.commands.options import Exit
from alokasi.commands.output import SIGNS, issue_place, load, print_json, print_rows, say, writable
from alokasi.results import Result, standing
from alokasi.rules import Audit, Verdict, VerdictStatus
from alokasi.tables import assumed_sentences, clauses, read_assumed, summary_json
from alokasi.texts import Message, translate, wording
from alokasi.workbook import Reading, issue_rows
from alokasi.workbook.issues import Severity
from alokasi.workbook.names import CURRENT, PLAN_SHEETS

MOST_FINDINGS = 5  # of one clause, on the terminal
SHOWN = (VerdictStatus.NOT_MET, VerdictStatus.DECISION, VerdictStatus.MET, VerdictStatus.WEIGHED)


def run(
    file: Path, decree: bool, everything: bool, report: Path | None, on: date | None, as_json: bool, lang: str
) -> int:
    if report is not None:
        writable(report, keep=(file,))
    problem, plan, reading = load(file, "audit", as_json, lang)
    result = workflow.judge(
        problem,
        workflow.rules_for(problem),
        None if decree else plan,
        on,
        as_it_stands=bool(reading.summary) and not decree,
        assumed=read_assumed(reading.summary),
    )
    if report is not None:
        from alokasi.report import write_report

        write_report(result, report, lang)
    if as_json:
        print_json(
            {
                **summary_json(result, lang),
                "status": "tidak terpenuhi" if result.audit.broken else "selesai",
                "perintah": "audit",
                "berkas": str(file),
                "pesan": issue_rows(reading.issues, lang),
            }
        )
    else:
        show_audit(result, lang, everything)
        say_plan_warnings(reading, PLAN_SHEETS if plan and not decree else (CURRENT,), lang)
    if report is not None:
        say(Message.of("Laporan: {berkas}", berkas=str(report)), lang)
    return exit_code(result.audit)


def show_audit(result: Result, lang: str, everything: bool) -> None:
    table = clauses(result, lang)
    if not everything:
        table = table[table["status"].isin([str(status) for status in SHOWN])]
    columns = ("kode_unit", "kode", "pasal", "status", "bukti")
    rows = (
        tuple(
            f"{SIGNS[row[name]]} {translate(row[name], lang)}" if name == "status" else str(row[name])
            for name in columns
        )
        for row in table.to_dict("records")
    )
    print_rows("Uji Pasal", columns, rows, lang)
    say(Message("{kalimat}", (("kalimat", standing(result, lang)),)), lang)
    for sentence in assumed_sentences(result, lang):
        say(Message("{kalimat}", (("kalimat", sentence),)), lang)
    say_counts(result.audit, lang)


def say_counts(audit: Audit, lang: str) -> None:
    """How many clauses stand how, "tidak terpenuhi" first; then each broken clause or policy limit with the names."""
    counts = {
        status: sum(v.status is status and v.rule.startswith("K") for v in audit.verdicts)
        for status in VerdictStatus
    }
    say(
        Message.of(
            "Uji Pasal: {rusak} tidak terpenuhi, {putusan} perlu keputusan, {penuh} terpenuhi, "
            "{timbang} dipertimbangkan.",
            rusak=counts[VerdictStatus.NOT_MET],
            putusan=counts[VerdictStatus.DECISION],
            penuh=counts[VerdictStatus.MET],
            timbang=counts[VerdictStatus.WEIGHED],
        ),
        lang,
    )
    for verdict in audit.verdicts:
        if verdict.status is VerdictStatus.NOT_MET:
            say_broken(verdict, lang)


def say_broken(verdict: Verdict, lang: str) -> None:
    texts = [finding.text for finding in verdict.findings] or [verdict.evidence]
    for text in texts[:MOST_FINDINGS]:
        found = wording(text, lang)
        if verdict.rule.startswith("K"):
            say(
                Message.of("✗ {kode} ({unit}): {temuan}", kode=verdict.rule, unit=verdict.unit, temuan=found),
                lang,
            )
        else:
            say(
                Message.of(
                    "✗ {kode} ({unit}, batas kebijakan): {temuan}",
                    kode=verdict.rule,
                    unit=verdict.unit,
                    temuan=found,
                ),
                lang,
            )
    if len(texts) > MOST_FINDINGS:
        say(
            Message.of("  dan {n} temuan {kode} lainnya.", n=len(texts) - MOST_FINDINGS, kode=verdict.rule),
            lang,
        )


def say_plan_warnings(reading: Reading, sheets: tuple[str, ...], lang: str) -> None:
    """What the plan's own sheets disagree on, such as a person moved in one of them only."""
    for issue in reading.issues:
        if issue.severity is Severity.WARNING and issue.sheet in sheets:
            say(
                Message.of(
                    "Peringatan {tempat}: {aturan} {tindakan}",
                    tempat=issue_place(issue),
                    aturan=wording(issue.rule, lang),
                    tindakan=wording(issue.action, lang),
                ),
                lang,
            )


def exit_code(audit: Audit) -> int:
    return Exit.BROKEN if audit.broken else Exit.DONE
