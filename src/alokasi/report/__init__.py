"""One self-contained HTML page for a result: to read, to print on A4, to send by mail; needs no network."""

from __future__ import annotations

from pathlib import Path

from alokasi.errors import UsageError
from alokasi.report.page import render
from alokasi.results import Result
from alokasi.texts import Message

__all__ = ["render", "write_report"]


def write_report(result: Result, path: Path, lang: str = "id") -> None:
    """Writes the report (UTF-8, about 5 MB: plotly.js is in it once). Raises UsageError where it cannot."""
    page = render(result, lang)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            Message.of("{berkas} tidak dapat ditulis. Pilih folder atau nama lain.", berkas=str(path))
        ) from error
