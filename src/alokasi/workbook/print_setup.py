"""Paper: A4 landscape, one page wide, the header row on each page, and the mark of a draft."""

from __future__ import annotations

from typing import Any

from alokasi.workbook.names import DRAFT

_A4 = 9
_ONE_PAGE = 230  # letters


def prepare_print(page: Any, title: str, width: int, draft: bool = False) -> None:
    """`width` in letters; a sheet too wide to be read on one page takes two, its first columns on both."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1 if width <= _ONE_PAGE else 2, 0)
    page.repeat_columns(0, 1)
    page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    page.repeat_rows(0)
    left = title.replace("&", "&&")
    page.set_header(f'&L&"Calibri,Bold"&12{left}' + (f"&R&10{DRAFT}" if draft else ""))
    page.set_footer("&L&9Alokasi&R&9&P / &N")
