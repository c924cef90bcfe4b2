"""A copy of a workbook with the cells to repair coloured and commented, and a sheet Pesan in front.

What opens the workbook again runs in a child (`marking`), within limits.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from alokasi.opening.door import checked_bytes, is_csv
from alokasi.opening.limited import run_limited
from alokasi.opening.limits import COPY_SECONDS
from alokasi.texts import wording
from alokasi.workbook import names
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.issues import Issue, Severity, issue_rows
from alokasi.workbook.plain_copy import Mark, plain_copy
from alokasi.workbook.write import cannot_be_written

_MARKER = "from alokasi.workbook.marking import main; main()"
_FILLS = {Severity.ERROR: "F9B27C", Severity.WARNING: "FFE699", Severity.INFO: "DDEBF7"}
_ORDER = tuple(_FILLS)
_MOST_COMMENTS = 2_000  # each is a drawing of its own


def write_marked(path: Path, issues: Sequence[Issue], out: Path, lang: str = "id") -> bool:
    """Whether the copy holds everything the workbook held. Of CSV files a workbook is made; of a workbook too large or
    too odd to be copied with all it holds, one of its values.

    Formulas that reach outside of the workbook become text. Raises UsageError where `out` cannot be written.
    """
    marks, messages = list(_marks(issues, lang)), list(_messages(issues, lang))
    if path.is_dir() or is_csv(path):
        _replace(out, plain_copy(path, marks, messages))
        return True
    asked = {
        "title": names.MESSAGES,
        "columns": [[column.name, column.shown_width] for column in SHEETS[names.MESSAGES]],
        "marks": marks,
        "messages": messages,
    }
    ended = run_limited(
        _MARKER, json.dumps(asked).encode() + b"\n" + checked_bytes(path), COPY_SECONDS, light=False
    )
    whole = ended.why is None
    _replace(out, ended.told if whole else plain_copy(path, marks, messages))
    return whole


def _replace(out: Path, data: bytes) -> None:
    """At once: a failure half-way leaves the old file whole."""
    try:
        with TemporaryDirectory(dir=out.absolute().parent, prefix=".alokasi-") as folder:
            finished = Path(folder) / "salinan.xlsx"
            finished.write_bytes(data)
            finished.replace(out)
    except OSError as error:
        raise cannot_be_written(out) from error


def _marks(issues: Iterable[Issue], lang: str) -> Iterator[Mark]:
    found: defaultdict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.cell:
            found[issue.sheet, issue.cell].append(issue)
    for number, ((sheet, cell), alike) in enumerate(found.items()):
        worst = min((issue.severity for issue in alike), key=_ORDER.index)
        said = "\n".join(
            f"{i.code}: {wording(i.rule, lang)} {wording(i.action, lang)}".strip() for i in alike
        )
        yield Mark(sheet, cell, _FILLS[worst], said if number < _MOST_COMMENTS else "")


def _messages(issues: Iterable[Issue], lang: str) -> Iterator[list[object]]:
    """The colour and the cells of each row of Pesan."""
    for issue, row in zip(issues, issue_rows(issues, lang), strict=True):
        yield [_FILLS[issue.severity], *(row[column.name] for column in SHEETS[names.MESSAGES])]
