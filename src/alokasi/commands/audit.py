"""`alokasi audit`: the clause-by-clause verdict of any plan in a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from alokasi import workflow
from alokasi.commands.options import Exit
from alokasi.commands.output import SIGNS, load, print_json, print_rows, say, writable
from alokasi.results import Result
from alokasi.rules import Audit, VerdictStatus
from alokasi.tables import clauses, summary_json
from alokasi.texts import Message, translate
from alokasi.workbook import issue_rows

SHOWN = (VerdictStatus.NOT_MET, VerdictStatus.DECISION, VerdictStatus.MET, VerdictStatus.WEIGHED)


def run(
    file: Path, decree: bool, everything: bool, report: Path | None, on: date | None, as_json: bool, lang: str
) -> int:
    if report is not None:
        writable(report)
    problem, plan, reading = load(file, "audit", as_json, lang)
    result = workflow.judge(problem, workflow.rules_for(problem), None if decree else plan, on)
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
    say_counts(result.audit, lang)


def say_counts(audit: Audit, lang: str) -> None:
    """How many clauses stand how; "tidak terpenuhi" first."""
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


def exit_code(audit: Audit) -> int:
    return Exit.BROKEN if audit.broken else Exit.DONE
