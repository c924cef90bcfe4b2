"""`alokasi demo`: the whole road on an example, from workbook to audited proposal, report and dashboard."""

from __future__ import annotations

from pathlib import Path

from alokasi import workflow
from alokasi.commands import template
from alokasi.commands.options import Exit
from alokasi.commands.output import say
from alokasi.commands.solve import Order, code_of, finish, solved
from alokasi.errors import UsageError
from alokasi.texts import Message


def run(out: Path, pattern: str, time_limit: float, lang: str) -> int:
    """Writes the example workbook, the result workbook and the report into `out`; works twice."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            Message.of("Folder {folder} tidak dapat dibuat; pilih folder lain dengan --out.", folder=str(out))
        ) from error
    source, result_file, report = out / "contoh.xlsx", out / "usulan.xlsx", out / "laporan.html"
    code = template.run(source, pattern, "", lang, replace=True)
    if code != Exit.DONE:
        return code
    problem, _, reading = workflow.load(source)
    order = Order(
        source, result_file, report, None, time_limit, 0, None, None, False, None, False, None, False, lang
    )
    say(Message.of("Menyusun usulan, paling lama {detik} detik ...", detik=round(time_limit)), lang)
    result = solved(order, problem, reading.issues)
    finish(order, result, reading.issues)
    say(Message.of("Buka dasbor: alokasi dashboard {folder}", folder=str(out)), lang)
    return code_of(result)
