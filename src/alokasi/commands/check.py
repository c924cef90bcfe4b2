"""`alokasi check`: every problem of a workbook with its cell, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alokasi import workflow
from alokasi.commands.check_abk import check_forms, forms_payload, show_forms
from alokasi.commands.options import Exit
from alokasi.commands.output import (
    issue_place,
    print_json,
    print_rows,
    print_unusable,
    reason_rows,
    reason_words,
    say,
    writable,
)
from alokasi.errors import UsageError
from alokasi.forms import Assumptions, assumptions
from alokasi.opening.refused import RefusedFile
from alokasi.results import not_planned
from alokasi.texts import Message, translate, wording
from alokasi.workbook import issue_rows, write_marked
from alokasi.workbook.issues import Issue, Severity, refusal
from alokasi_models.plan import Status
from alokasi_models.problem import Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked, as typed."""

    file: Path
    out: Path | None
    forms: Sequence[Path]
    assumed: Sequence[str]
    as_json: bool
    lang: str


def run(order: Order) -> int:
    """Raises UsageError for an assumption that is not known, DataError where the workbook cannot be opened."""
    file, out, lang = order.file, order.out, order.lang
    given = _given(order)
    if out is not None:
        writable(out, ".xlsx", keep=(file, *order.forms))
    try:
        checked = workflow.check(file)
    except RefusedFile as refused:
        if order.as_json:
            print_unusable(file, "check", (refusal(refused),), lang)
        raise
    forms = check_forms(order.forms, given, checked.reading.problem) if order.forms else None
    if order.as_json:
        abk = {} if forms is None else {"abk": forms_payload(forms, lang)}
        print_json(_payload(file, checked, lang) | abk)
    else:
        _show(checked, lang)
        if forms is not None:
            show_forms(forms, lang)
    if out is not None:
        issues = (*checked.contradicting, *checked.reading.issues, *(() if forms is None else forms.issues))
        whole = write_marked(file, issues, out, lang)
        say(Message.of("Salinan berwarna dengan lembar Pesan: {berkas}", berkas=str(out)), lang)
        if not whole:
            say(Message.of("Format aslinya tidak dapat disalin; salinan hanya memuat isinya."), lang)
    return Exit.DONE if checked.usable and (forms is None or forms.usable) else Exit.DATA


def _given(order: Order) -> Assumptions:
    if order.assumed and not order.forms:
        raise UsageError(Message.of("--anggapan hanya berlaku bersama --abk."))
    return assumptions(order.assumed)


def show_issues(issues: tuple[Issue, ...], lang: str) -> None:
    columns = ("tingkat", "kode", "tempat", "nilai", "aturan", "tindakan")
    rows = (
        (
            translate(i.severity.value, lang),
            i.code,
            issue_place(i),
            i.value,
            wording(i.rule, lang),
            wording(i.action, lang),
        )
        for i in issues
    )
    print_rows("Pesan", columns, rows, lang)


def _show(checked: workflow.Checked, lang: str) -> None:
    issues = checked.reading.issues
    if issues:
        show_issues(issues, lang)
    for reason, told in zip(checked.contradictions, checked.contradicting, strict=True):
        place = f" ({issue_place(told)})" if told.sheet else ""
        say(Message("{kalimat}", (("kalimat", reason_words(reason, lang) + place),)), lang)
    counts = {severity: sum(i.severity is severity for i in issues) for severity in Severity}
    say(
        Message.of(
            "{galat} galat, {peringatan} peringatan, {info} info, {pertentangan} pertentangan dengan ketentuan.",
            galat=counts[Severity.ERROR],
            peringatan=counts[Severity.WARNING],
            info=counts[Severity.INFO],
            pertentangan=len(checked.contradictions),
        ),
        lang,
    )
    if checked.counted is not workflow.Counted.ALL:
        say(_UNCOUNTED[checked.counted], lang)
    if checked.usable and checked.reading.problem is not None:
        _show_what_next(checked.path, checked.reading.problem, lang)


def _show_what_next(file: Path, problem: Problem, lang: str) -> None:
    rules = workflow.rules_for(problem)
    for sentence in not_planned(problem, rules):
        say(sentence, lang)
    if workflow.plannable(problem, rules):
        say(
            Message.of("Buku kerja siap disusun: alokasi solve {berkas} --out hasil.xlsx", berkas=str(file)),
            lang,
        )
    else:
        say(
            Message.of(
                "Tidak ada unit yang disusun; beban kerja dan Uji Pasal: alokasi solve {berkas} --out hasil.xlsx",
                berkas=str(file),
            ),
            lang,
        )


_UNCOUNTED = {
    workflow.Counted.PART: Message.of(
        "Pertentangan yang bergantung pada baris bergalat baru dapat dihitung setelah baris itu diperbaiki."
    ),
    workflow.Counted.NONE: Message.of(
        "Pertentangan dengan ketentuan belum dapat dihitung: perbaiki dulu galat di lembar Unit, Pejabat, Setelan, "
        "atau pada berkasnya."
    ),
}


def _status(checked: workflow.Checked) -> str:
    problem = checked.reading.problem
    if not checked.usable or problem is None:
        return "perlu perbaikan"
    return "siap" if workflow.plannable(problem, workflow.rules_for(problem)) else str(Status.NOTHING_TO_PLAN)


def _payload(file: Path, checked: workflow.Checked, lang: str) -> dict[str, Any]:
    return {
        "status": _status(checked),
        "perintah": "check",
        "berkas": str(file),
        "pesan": issue_rows(checked.reading.issues, lang),
        "alasan": [
            {**row, "tempat": issue_place(told)}
            for row, told in zip(
                reason_rows(checked.contradictions, lang), checked.contradicting, strict=True
            )
        ],
    }
