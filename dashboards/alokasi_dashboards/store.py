"""The results a dashboard shows: every result workbook of one folder, read again when its file changes.

The browser only ever holds names of results; a name is looked up in the listing and never becomes a path.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from alokasi.errors import UserError
from alokasi.results import Result
from alokasi.workflow import load, opened_from


@dataclass(frozen=True, slots=True)
class Opened:
    """A result under the name of its workbook, audited again; its standing comes from the sheet Ringkasan."""

    name: str
    result: Result


class ResultFolder:
    """Result workbooks of a folder. A workbook without a plan, or one that cannot be read, is not listed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._opened: dict[str, tuple[tuple[int, int], Opened | None]] = {}

    def names(self) -> tuple[str, ...]:
        """File names with a plan, newest first."""
        files = sorted(self._files(), key=lambda file: (-file.stat().st_mtime_ns, file.name))
        return tuple(file.name for file in files if self._open(file) is not None)

    def get(self, name: str) -> Opened | None:
        """None for a name that is not, or no longer, in the folder."""
        for file in self._files():
            if file.name == name:
                return self._open(file)
        return None

    def _files(self) -> tuple[Path, ...]:
        return tuple(
            f for f in self._folder.glob("*.xlsx") if f.is_file() and not f.name.startswith(("~", "."))
        )

    def _open(self, file: Path) -> Opened | None:
        stat = file.stat()
        version = (stat.st_mtime_ns, stat.st_size)
        with self._lock:
            known = self._opened.get(file.name)
            if known is None or known[0] != version:
                known = (version, _read(file))
                self._opened[file.name] = known
        return known[1]


def _read(file: Path) -> Opened | None:
    try:
        problem, plan, reading = load(file)
        return None if plan is None else Opened(file.name, opened_from(problem, plan, reading))
    except UserError:
        return None
