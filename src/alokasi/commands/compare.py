"""`alokasi compare`: two to four plans person by person, figure by figure and clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from alokasi import workflow
from alokasi.commands.options import Exit
from alokasi.commands.output import load, print_json, print_rows, say, writable
from alokasi.comparison import DECREE, FEWEST, MOST, Comparison, comparison
from alokasi.errors import UsageError
from alokasi.tables import (
    compared_seats,
    comparison_sentences,
    comparison_sheets,
    records,
    rows,
    side_by_side,
)
from alokasi.tables.comparison import scenario_name
from alokasi.texts import Message

_KEYS = {  # of JSON, by the sheet of the workbook
    "Asal": "asal",
    "Angka": "angka",
    "Perubahan Tim": "perubahan_tim",
    "Perubahan Orang": "perubahan_orang",
    "Kursi": "kursi",
    "Uji Pasal": "uji_pasal",
    "Tujuan": "tujuan",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked, as typed."""

    files: Sequence[Path]
    out: Path | None
    report: Path | None
    on: date | None
    as_json: bool
    lang: str


def run(order: Order) -> int:
    """Raises UsageError for fewer than two or more than four files, DataError where one holds no plan at all."""
    if not FEWEST <= len(order.files) <= MOST:
        raise UsageError(Message.of("Sebut {n} sampai {m} berkas untuk dibandingkan.", n=FEWEST, m=MOST))
    kept = list(order.files)
    for path, suffix in ((order.out, ".xlsx"), (order.report, "")):
        if path is not None:
            kept.append(writable(path, suffix, kept))
    found = compared(order)
    if order.out is not None:
        from alokasi.workbook import write_comparison

        write_comparison(order.out, comparison_sheets(found, order.lang))
    if order.report is not None:
        from alokasi.report import write_comparison_page

        write_comparison_page(found, order.report, order.lang)
    if order.as_json:
        print_json({**payload(found, order.lang), "berkas": [str(file) for file in order.files]})
    else:
        show(found, order.lang)
        if order.out is not None:
            say(Message.of("Buku kerja perbandingan: {berkas}", berkas=str(order.out)), order.lang)
        if order.report is not None:
            say(Message.of("Halaman perbandingan: {berkas}", berkas=str(order.report)), order.lang)
    return Exit.DONE


def compared(order: Order) -> Comparison:
    """Each file under the shortest name that tells it from the others."""
    results = []
    for file in order.files:
        problem, plan, reading = load(file, "compare", order.as_json, order.lang)
        results.append(workflow.opened_from(problem, plan, reading, order.on))
    return comparison(list(zip(names(order.files), results, strict=True)))


def names(files: Sequence[Path]) -> list[str]:
    """Stems where they differ, else as typed; a number behind files that are named twice."""
    stems = [file.stem or file.name for file in files]
    told = stems if len(set(stems)) == len(stems) and DECREE not in stems else [str(file) for file in files]
    return [
        name if told.count(name) == 1 else f"{name} ({place})" for place, name in enumerate(told, start=1)
    ]


def show(found: Comparison, lang: str) -> None:
    """Who sits elsewhere as a table, the rest in sentences."""
    table = compared_seats(found, lang)
    different = table[table["berbeda"] != ""]
    if len(different):
        wide = side_by_side(different, ["id_pegawai", "nama"], "kursi")
        plans = [scenario_name(one, lang) for one in found.shown]
        told = [tuple(str(row[column]) for column in ("nama", *plans)) for row in rows(wide)]
        print_rows("Kursi yang berbeda", ("nama", *plans), told, lang)
    for sentence in comparison_sentences(found, lang):
        say(Message("{kalimat}", (("kalimat", sentence),)), lang)


def payload(found: Comparison, lang: str) -> dict[str, Any]:
    """One object for a machine: every table of the workbook, and the sentences."""
    sheets = comparison_sheets(found, lang)
    return {
        "status": "selesai",
        "perintah": "compare",
        "dasar": found.plans[0].name,
        "kalimat": list(comparison_sentences(found, lang)),
        **{key: records(sheets[sheet]) for sheet, key in _KEYS.items()},
    }
