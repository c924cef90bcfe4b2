"""`alokasi whatif`: what changes in a plan if something changes, answered with who moves and what it costs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from alokasi import workflow
from alokasi.answers import Answer
from alokasi.changes import Change, read_payloads, read_texts
from alokasi.commands.audit import say_counts
from alokasi.commands.output import (
    load,
    own_stdout,
    print_json,
    print_rows,
    reason_rows,
    reason_words,
    say,
    talk,
    writable,
)
from alokasi.commands.progress import watched
from alokasi.commands.solve import code_of
from alokasi.errors import UsageError
from alokasi.results import Result, standing
from alokasi.tables import (
    answer_sentences,
    assumed_sentences,
    figure_changes,
    first_sentence,
    person_changes,
    records,
    summary_json,
    term_changes,
    verdict_changes,
)
from alokasi.texts import Message, translate, whole, wording

_SHOWN = (
    "nama",
    "perubahan",
    "nama_tim",
    "tim_lain",
    "peran_sebelum",
    "peran_sesudah",
    "jam_sebelum",
    "jam_sesudah",
)
_WORDS = ("perubahan", "peran_sebelum", "peran_sesudah")


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked, as typed."""

    file: Path
    changes: Sequence[str]
    changes_file: Path | None
    out: Path | None
    report: Path | None
    time_limit: float
    seed: int
    with_nip: bool
    on: date | None
    as_json: bool
    lang: str


def run(order: Order) -> int:
    """Raises UsageError for changes that mean nothing or cannot be applied, with every fault."""
    kept = [order.file]
    for path, suffix in ((order.out, ".xlsx"), (order.report, "")):
        if path is not None:
            kept.append(writable(path, suffix, kept))
    changes = _changes(order)
    problem, plan, reading = load(order.file, "whatif", order.as_json, order.lang)
    base = workflow.opened_from(problem, plan, reading, order.on)
    if plan is None:
        say(Message.of("Berkas ini tidak memuat usulan; yang ditanyakan susunan berjalan."), order.lang)
    if any(one.law for one in base.assumed):
        say(
            Message.of(
                "Angka yang bukan peraturan dalam berkas ini tidak terbawa; sebut lagi bila masih diandaikan."
            ),
            order.lang,
        )
    answer = _answer(order, base, changes)
    result = answer.result
    if order.out is not None and result.plan is not None:
        workflow.save(result, order.out, order.report, order.with_nip, order.lang, reading.issues)
    elif order.report is not None and result.plan is not None:
        from alokasi.report import write_report

        write_report(result, order.report, order.lang)
    if order.as_json:
        print_json({**payload(answer, order.lang), "berkas": str(order.file)})
    else:
        show(answer, order.lang)
        _say_files(order, result)
    return code_of(result)


def _changes(order: Order) -> tuple[Change, ...]:
    found = list(read_texts(order.changes))
    if order.changes_file is not None:
        found += _from_file(order.changes_file)
    if not found:
        raise UsageError(
            Message.of(
                "Sebut sedikitnya satu perubahan, misalnya “orang-pergi P015”; daftarnya: alokasi whatif --help."
            )
        )
    return tuple(found)


def _from_file(path: Path) -> tuple[Change, ...]:
    """A JSON list of changes, or a change on each line; blank lines and those that begin with # are no changes."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(Message.of("{berkas} tidak dapat dibaca sebagai teks.", berkas=str(path))) from error
    if path.suffix.lower() != ".json":
        lines = (line.strip() for line in text.splitlines())
        return read_texts(line for line in lines if line and not line.startswith("#"))
    try:
        objects = json.loads(text)
    except ValueError as error:
        raise UsageError(Message.of("{berkas} bukan JSON yang sah.", berkas=str(path))) from error
    return read_payloads(objects if isinstance(objects, list) else [objects])


def _answer(order: Order, base: Result, changes: tuple[Change, ...]) -> Answer:
    from alokasi.solve import Limits

    own_stdout()
    if base.plan is None:
        raise UsageError(
            Message.of("Tidak ada susunan untuk ditanyakan: isi lembar Susunan, atau Susunan Berjalan.")
        )
    limits = Limits(order.time_limit, order.seed)
    last: Answer | None = None
    with watched(order.time_limit, order.lang, {}) as watch:
        for answer in workflow.what_if(base, changes, limits, watch.stop, order.on):
            if last is None and not answer.final and talk.is_terminal:
                say(
                    Message.of(
                        "Jawaban pertama ({detik} detik): {kalimat}",
                        detik=answer.result.outcome.seconds if answer.result.outcome else 0.0,
                        kalimat=first_sentence(answer),
                    ),
                    order.lang,
                )
            last = answer
    assert last is not None, "a what-if is always answered"
    return last


def show(answer: Answer, lang: str) -> None:
    """What was assumed, who moves as a table, and the rest in sentences."""
    result = answer.result
    _say(standing(result, lang), lang)
    for sentence in assumed_sentences(result, lang):
        _say(sentence, lang)
    if result.plan is None:
        for reason in () if result.outcome is None else result.outcome.reasons:
            _say(reason_words(reason, lang), lang)
        return
    table = person_changes(answer.base, result, answer.expected)
    if len(table):
        rows = [tuple(_cell(row, name, lang) for name in _SHOWN) for row in table.to_dict("records")]
        print_rows("Siapa yang berubah", _SHOWN, rows, lang)
    for sentence in answer_sentences(answer, lang):
        _say(sentence, lang)
    for row in term_changes(answer.base, result, lang).to_dict("records"):
        if row["selisih"]:
            _say(_term(row, lang), lang)
    for row in verdict_changes(answer.base, result, lang).to_dict("records"):
        said = Message.of(
            "{kode}, {pasal}: {sebelum} menjadi {sesudah}.",
            kode=row["kode"],
            pasal=row["pasal"],
            sebelum=translate(row["sebelum"], lang) or "–",
            sesudah=translate(row["sesudah"], lang),
        )
        say(said, lang)
    say_counts(result.audit, lang)


def payload(answer: Answer, lang: str) -> dict[str, Any]:
    """One object for a machine. Without a number of seats where aims were searched instead."""
    result = answer.result
    found: dict[str, Any] = {
        **summary_json(result, lang),
        "perintah": "whatif",
        "kalimat": list(answer_sentences(answer, lang)),
        "kursi_berubah": answer.seats,
        "kursi_paling_sedikit": answer.least,
        "alasan": reason_rows(() if result.outcome is None else result.outcome.reasons, lang),
    }
    if result.plan is not None:
        found |= {
            "perubahan_orang": records(person_changes(answer.base, result, answer.expected)),
            "perubahan_angka": records(figure_changes(answer.base, result, lang)),
            "perubahan_tujuan": records(term_changes(answer.base, result, lang)),
            "perubahan_pasal": records(verdict_changes(answer.base, result, lang)),
        }
    return found


def _say_files(order: Order, result: Result) -> None:
    if result.plan is None:
        return
    if order.out is not None:
        say(Message.of("Buku kerja hasil: {berkas}", berkas=str(order.out)), order.lang)
    if order.report is not None:
        say(Message.of("Laporan: {berkas}", berkas=str(order.report)), order.lang)


def _term(row: dict[Any, Any], lang: str) -> str:
    """`Keseimbangan beban: di atas beban sasaran ... 120 jam menjadi 180 jam`."""
    unit = row["satuan"]
    minutes = unit == translate("menit", lang)
    before, after = (_amount(row[name], minutes, lang) for name in ("sebelum", "sesudah"))
    shown = translate("jam", lang) if minutes else unit
    return wording(
        Message.of(
            "  {tujuan} ({butir}): {sebelum} menjadi {sesudah} {satuan}",
            tujuan=row["tujuan"],
            butir=row["judul"],
            sebelum=before,
            sesudah=after,
            satuan=shown,
        ),
        lang,
    ).rstrip()


def _amount(value: float, minutes: bool, lang: str) -> str:
    return whole(value / 60 if minutes else value, lang)


def _cell(row: dict[Any, Any], name: str, lang: str) -> str:
    value = row[name]
    if name.startswith("jam"):
        return whole(value, lang)
    text = str(value)
    return (translate(text, lang) if name in _WORDS else text) or "–"


def _say(sentence: str, lang: str) -> None:
    say(Message("{kalimat}", (("kalimat", sentence),)), lang)
