"""One self-contained HTML page for a result: to read, to print on A4, to send by mail; needs no network."""

from __future__ import annotations

from pathlib import Path

from alokasi.comparison import Comparison
from alokasi.errors import UsageError
from alokasi.report.comparison import render_comparison
from alokasi.report.page import render
from alokasi.results import Result
from alokasi.texts import Message

__all__ = ["render", "render_comparison", "write_comparison_page", "write_report"]


def write_report(result: Result, path: Path, lang: str = "id") -> None:
    """Writes the report (UTF-8, about 5 MB: plotly.js is in it once). Raises UsageError where it cannot."""
    _write(render(result, lang), path)


def write_comparison_page(found: Comparison, path: Path, lang: str = "id") -> None:
    """Writes the page of a comparison. Raises UsageError where it cannot."""
    _write(render_comparison(found, lang), path)


def _write(page: str, path: Path) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            Message.of("{berkas} tidak dapat ditulis. Pilih folder atau nama lain.", berkas=str(path))
        ) from error
