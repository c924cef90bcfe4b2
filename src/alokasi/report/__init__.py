"""One self-contained HTML page for a result: to read, to print on A4, to send by mail; needs no network."""

from __future__ import annotations

from pathlib import Path

from alokasi.report.page import render
from alokasi.results import Result

__all__ = ["render", "write_report"]


def write_report(result: Result, path: Path, lang: str = "id") -> None:
    """Writes the report (UTF-8, about 5 MB: plotly.js is in it once)."""
    path.write_text(render(result, lang), encoding="utf-8")
