"""One module a page: PATH, TITLE, `layout(store, address)` and `register(app, store)`."""

from __future__ import annotations

from types import ModuleType

from alokasi_dashboards.pages import beban_kerja, perbandingan, ringkasan

PAGES: tuple[ModuleType, ...] = (ringkasan, beban_kerja, perbandingan)


def page_at(pathname: str | None) -> ModuleType:
    """The page of a path; an unknown path shows the first page."""
    return next((page for page in PAGES if pathname == page.PATH), PAGES[0])
