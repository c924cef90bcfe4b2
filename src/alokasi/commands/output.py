"""Where words and data go: talk and progress to stderr, data to stdout, JSON as one object."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from alokasi import workflow
from alokasi.errors import UsageError
from alokasi.opening.refused import RefusedFile
from alokasi.texts import Message, translate, wording
from alokasi.workbook import Reading, issue_rows
from alokasi.workbook.formulas import inert
from alokasi.workbook.issues import Issue, refusal
from alokasi.workbook.nip import without_nips
from alokasi.workbook.write import cannot_be_written
from alokasi_models.packs import norm
from alokasi_models.plan import Plan, Reason
from alokasi_models.problem import Problem

talk = Console(stderr=True, highlight=False)
data = Console(highlight=False, soft_wrap=False)

SIGNS = {
    "terpenuhi": "✓",
    "tidak terpenuhi": "✗",
    "perlu keputusan": "?",
    "dipertimbangkan": "≈",
    "keterangan": "i",
    "tidak berlaku": "–",
    "diatur peraturan lain": "–",
    "di luar jangkauan program": "–",
}
STYLES = {"galat": "bold red", "peringatan": "yellow", "info": "dim"}


_nip_shown: ContextVar[bool] = ContextVar("nip_shown", default=False)


@contextmanager
def showing_nip(asked: bool) -> Iterator[None]:
    """A NIP tells birth date and sex: where nobody `asked`, only its last digits appear, also where it serves as id."""
    before = _nip_shown.set(asked)
    try:
        yield
    finally:
        _nip_shown.reset(before)


def say(message: Message, lang: str) -> None:
    talk.print(harmless(wording(message, lang)), markup=False, soft_wrap=True)


def harmless(sentence: str) -> str:
    """For a terminal: names of files and what stands in them must not command it, nor tell a NIP."""
    return "\n".join(map(_plain, sentence.split("\n")))


def reason_words(reason: Reason, lang: str) -> str:
    """The sentence of a counted reason, with its code; of a policy limit, that the unit may change it."""
    fact = wording(reason.fact, lang)
    if reason.code in norm().policies:
        return wording(
            Message.of(
                "{kode} (batas kebijakan, dapat diubah di lembar Setelan): {sebab}",
                kode=reason.code,
                sebab=fact,
            ),
            lang,
        )
    return f"{reason.code}: {fact}"


def reason_rows(reasons: Iterable[Reason], lang: str) -> list[dict[str, Any]]:
    return [{"kode": r.code, "kalimat": wording(r.fact, lang), "id": list(r.ids)} for r in reasons]


def own_stdout() -> None:
    """Keeps standard output ours: a solver's library prints to descriptor 1 behind Python's back, some of it at exit.

    What it prints goes nowhere; what we print goes to a copy of the descriptor. A stdout that is no descriptor (under
    test) stays as it is.
    """
    try:
        shared = sys.stdout.fileno() == 1
    except (OSError, ValueError):  # a stand-in for stdout has no descriptor
        return
    if not shared:
        return
    sys.stdout.flush()
    ours = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    sys.stdout = os.fdopen(ours, "w", encoding="utf-8", errors="replace")


def print_json(payload: Mapping[str, Any]) -> None:
    json.dump(
        _private_values(payload), sys.stdout, ensure_ascii=False, indent=2, default=str, allow_nan=False
    )
    sys.stdout.write("\n")
    sys.stdout.flush()


_HEADINGS = {
    "aturan": Message.of("Aturan"),
    "bukti": Message.of("Bukti"),
    "hal": Message.of("Hal"),
    "jam_sebelum": Message.of("Jam sebelum"),
    "jam_sesudah": Message.of("Jam sesudah"),
    "kode": Message.of("Kode"),
    "kode_unit": Message.of("Kode unit"),
    "nama": Message.of("Nama"),
    "nama_tim": Message.of("Tim"),
    "nilai": Message.of("Nilai"),
    "pasal": Message.of("Pasal"),
    "peran_sebelum": Message.of("Peran sebelum"),
    "peran_sesudah": Message.of("Peran sesudah"),
    "perubahan": Message.of("Perubahan"),
    "status": Message.of("Status"),
    "tempat": Message.of("Tempat"),
    "tim_lain": Message.of("Dari tim"),
    "tindakan": Message.of("Tindakan"),
    "tingkat": Message.of("Tingkat"),
}


def print_rows(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str) -> None:
    """A table on stdout; where stdout is no terminal, plain tab-separated lines that a program may read: there the
    columns keep their names in any language, and nothing a spreadsheet would compute. A column that is none of ours
    is headed by its own name.
    """
    if not data.is_terminal:
        sys.stdout.write("\t".join(inert(_plain(column)) for column in columns) + "\n")
        sys.stdout.writelines("\t".join(inert(_plain(cell)) for cell in row) + "\n" for row in rows)
        return
    table = Table(title=translate(title, lang), title_justify="left", show_lines=False, header_style="bold")
    for column in columns:
        heading = wording(_HEADINGS[column], lang) if column in _HEADINGS else _plain(column)
        table.add_column(Text(heading), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(cell)) for cell in row))
    data.print(table)


def _plain(cell: str) -> str:
    """What stands in a workbook must not command the terminal."""
    return _private("".join(letter if letter.isprintable() else " " for letter in cell))


def _private(text: str) -> str:
    return text if _nip_shown.get() else without_nips(text)


def _private_values(value: Any) -> Any:
    match value:
        case str():
            return _private(str(value))
        case Mapping():
            return {key: _private_values(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_private_values(inner) for inner in value]
    return value


def writable(path: Path, suffix: str = "", keep: Iterable[Path | None] = ()) -> Path:
    """The path, once it is sure that a file may stand there. Raises UsageError, before any long work.

    `keep`: files this one must not replace: the workbook that is read, and what else the call writes.
    """
    if suffix and path.suffix.lower() != suffix:
        raise UsageError(
            Message.of("Nama berkas {berkas} harus berakhiran {akhiran}.", berkas=path.name, akhiran=suffix)
        )
    try:
        _refuse_place(path, keep)
        may = _may_write(path)
    except OSError:  # a closed folder, or a name too long
        may = False
    if not may:
        raise cannot_be_written(path)
    return path


def _refuse_place(path: Path, keep: Iterable[Path | None]) -> None:
    if path.is_dir():
        raise UsageError(Message.of("{berkas} sebuah folder; beri nama berkas.", berkas=str(path)))
    if not path.absolute().parent.is_dir():
        raise UsageError(Message.of("Folder {folder} tidak ada.", folder=str(path.parent)))
    if any(other is not None and os.path.realpath(path) == os.path.realpath(other) for other in keep):
        raise UsageError(
            Message.of(
                "{berkas} akan menimpa berkas lain dari perintah ini; beri nama lain.", berkas=str(path)
            )
        )


def _may_write(path: Path) -> bool:
    """Told before the search: a result still open in Excel must not cost the plan."""
    if not path.exists():
        return os.access(path.absolute().parent, os.W_OK)
    if not path.is_file():  # a pipe would be waited for
        return False
    try:
        with path.open("ab"):
            return True
    except OSError:
        return False


def load(file: Path, command: str, as_json: bool, lang: str) -> tuple[Problem, Plan | None, Reading]:
    """Problem, plan and reading of a workbook; what must be repaired goes to stdout too where JSON is asked."""
    try:
        return workflow.load(file)
    except workflow.Unusable as error:
        if as_json:
            print_unusable(file, command, error.reading.issues, lang)
        raise
    except RefusedFile as error:
        if as_json:
            print_unusable(file, command, (refusal(error),), lang)
        raise


def print_unusable(file: Path, command: str, issues: Iterable[Issue], lang: str) -> None:
    print_json(
        {
            "status": "perlu perbaikan",
            "perintah": command,
            "berkas": str(file),
            "pesan": issue_rows(issues, lang),
        }
    )


def issue_place(issue: Issue) -> str:
    return f"{issue.sheet}!{issue.cell}" if issue.cell else issue.sheet
