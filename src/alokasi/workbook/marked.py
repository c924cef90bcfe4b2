"""A copy of a workbook with the cells to repair coloured and commented, and a sheet Pesan in front.

What opens the workbook again runs in a child (`marking`), within limits.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from alokasi.errors import DataError
from alokasi.opening.door import checked_bytes, is_csv, open_book
from alokasi.opening.limited import ChildError, run_limited
from alokasi.opening.raw import RawSheet
from alokasi.texts import Message, wording
from alokasi.workbook import names
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.issues import Issue, Severity, issue_rows
from alokasi.workbook.write import cannot_be_written

_MARKER = "from alokasi.workbook.marking import main; main()"
_SECONDS = 60
_FILLS = {Severity.ERROR: "F9B27C", Severity.WARNING: "FFE699", Severity.INFO: "DDEBF7"}
_ORDER = tuple(_FILLS)
_MOST_COMMENTS = 2_000  # each is a drawing of its own
_NOT_IN_TITLES = str.maketrans("[]:*?/\\'", "________")
_LONGEST_TITLE = 31


def write_marked(path: Path, issues: Sequence[Issue], out: Path, lang: str = "id") -> None:
    """The copy holds everything the workbook held; of CSV files a workbook is made.

    Formulas that reach outside of the workbook become text. Raises DataError where the workbook is too large or too
    odd to be copied, UsageError where `out` cannot be written.
    """
    data = _from_csv(path) if path.is_dir() or is_csv(path) else checked_bytes(path)
    asked = {
        "title": names.MESSAGES,
        "columns": [[column.name, column.shown_width] for column in SHEETS[names.MESSAGES]],
        "marks": list(_marks(issues, lang)),
        "messages": list(_messages(issues, lang)),
    }
    ended = run_limited(_MARKER, json.dumps(asked).encode() + b"\n" + data, _SECONDS, light=False)
    if ended.why is not None:
        raise DataError(
            Message.of("Salinan berwarna dari {berkas} tidak dapat dibuat.", berkas=path.name)
        ) from ChildError(ended.fault)
    _replace(out, ended.told)


def _replace(out: Path, data: bytes) -> None:
    """At once: a failure half-way leaves the old file whole."""
    try:
        with TemporaryDirectory(dir=out.absolute().parent, prefix=".alokasi-") as folder:
            finished = Path(folder) / "salinan.xlsx"
            finished.write_bytes(data)
            finished.replace(out)
    except OSError as error:
        raise cannot_be_written(out) from error


def _marks(issues: Iterable[Issue], lang: str) -> Iterator[tuple[str, str, str, str]]:
    """Sheet, cell, colour, comment."""
    found: defaultdict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.cell:
            found[issue.sheet, issue.cell].append(issue)
    for number, ((sheet, cell), alike) in enumerate(found.items()):
        worst = min((issue.severity for issue in alike), key=_ORDER.index)
        said = "\n".join(
            f"{i.code}: {wording(i.rule, lang)} {wording(i.action, lang)}".strip() for i in alike
        )
        yield sheet, cell, _FILLS[worst], said if number < _MOST_COMMENTS else ""


def _messages(issues: Iterable[Issue], lang: str) -> Iterator[list[object]]:
    """The colour and the cells of each row of Pesan."""
    for issue, row in zip(issues, issue_rows(issues, lang), strict=True):
        yield [_FILLS[issue.severity], *(row[column.name] for column in SHEETS[names.MESSAGES])]


def _from_csv(path: Path) -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        taken: set[str] = set()
        for sheet in open_book(path).sheets:
            _write(book.add_worksheet(_title(sheet.name, taken)), sheet)
    return made.getvalue()


def _title(name: str, taken: set[str]) -> str:
    """A sheet title for a file name: what Excel allows, none twice."""
    title = base = name.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE]
    number = 2
    while title.casefold() in taken:
        title = f"{base[: _LONGEST_TITLE - 4]} {number}"
        number += 1
    taken.add(title.casefold())
    return title


def _write(page: Any, sheet: RawSheet) -> None:
    """Text stays text: nothing typed becomes a formula."""
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write_string(number, column, str(value))
