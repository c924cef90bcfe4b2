"""What the read-only reader of openpyxl leaves out: hidden rows and merged cells, from the sheet's own part."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class SheetPart:
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()
    has_formulas: bool = False


def sheet_parts(archive: ZipFile) -> dict[str, SheetPart]:
    """By the name of the sheet. Sheets whose part cannot be found are left out."""
    links = _targets(archive)
    book = ElementTree.fromstring(archive.read(_BOOK))
    parts: dict[str, SheetPart] = {}
    present = set(archive.namelist())
    for sheet in book.iter(f"{_MAIN}sheet"):
        path = links.get(sheet.get(_LINK, ""), "")
        if path in present:
            parts[sheet.get("name", "")] = _part(archive.read(path))
    return parts


def _targets(archive: ZipFile) -> Mapping[str, str]:
    links = ElementTree.fromstring(archive.read(_LINKS))
    return {link.get("Id", ""): _path(link.get("Target", "")) for link in links}


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _part(data: bytes) -> SheetPart:
    """Parsed only where there is something to find."""
    formulas = b"<f>" in data or b"<f " in data
    if b"hidden=" not in data and b"<mergeCell " not in data:
        return SheetPart(has_formulas=formulas)
    hidden: list[int] = []
    merged: list[str] = []
    for _, node in ElementTree.iterparse(BytesIO(data)):
        if node.tag == f"{_MAIN}row":
            if node.get("hidden") in ("1", "true") and len(node):
                hidden.append(int(node.get("r", "0")))
            node.clear()
        elif node.tag == f"{_MAIN}mergeCell":
            merged.append(node.get("ref", ""))
    return SheetPart(tuple(hidden), tuple(merged), formulas)
