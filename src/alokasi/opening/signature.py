"""Tells by the first bytes, and by the names of its parts, what a file is that should be a workbook."""

from __future__ import annotations

import re
from collections.abc import Collection

from alokasi.opening.refusal import Refusal, Why

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_SEARCHED = 4096
_WEB_PAGE = re.compile(r"<(!doctype html|html|head|body|table|meta)\b|^mime-version:", re.IGNORECASE)
_MACROS = re.compile(r"vbaproject\.bin$|(^|/)macrosheets/", re.IGNORECASE)
_CONTROLS = re.compile(r"(^|/)activex/", re.IGNORECASE)
_SEPARATED = re.compile(r"[^\0-\x08\x0e-\x1f]*[;,\t][^\0-\x08\x0e-\x1f]*")
_OTHERS = {
    "word/": "Word",
    "ppt/": "PowerPoint",
    "xl/workbook.bin": "Excel .xlsb",
    "content.xml": "OpenDocument",
}


def refuse_other_kinds(data: bytes) -> None:
    """Raises Refusal for what is no zip file."""
    if not data:
        raise Refusal(Why.EMPTY)
    if data.startswith(_OLE):
        raise Refusal(Why.OLD_OR_LOCKED)
    if not data.startswith(_ZIP):
        raise Refusal(_other_text(_head(data)))


def refuse_no_csv(data: bytes) -> None:
    """Raises Refusal for what is no text, or the text of something else."""
    if data.startswith(_ZIP):
        raise Refusal(Why.WORKBOOK_AS_CSV)
    if data.startswith(_OLE):
        raise Refusal(Why.OLD_OR_LOCKED)
    if _WEB_PAGE.match(_head(data)):
        raise Refusal(Why.HTML)


def refuse_other_archives(names: Collection[str]) -> None:
    """Raises Refusal for a zip file that is no workbook, or one with macros."""
    for name in names:
        if _MACROS.search(name):
            raise Refusal(Why.MACROS, name)
        if _CONTROLS.search(name):
            raise Refusal(Why.CONTROLS, name)
    for start, program in _OTHERS.items():
        if any(name.startswith(start) for name in names):
            raise Refusal(Why.OTHER_PROGRAM, program)
    if not any(name.startswith("xl/") for name in names):
        raise Refusal(Why.NO_WORKBOOK)


def _other_text(head: str) -> Why:
    if _WEB_PAGE.search(head):
        return Why.HTML
    return Why.CSV_AS_WORKBOOK if _SEPARATED.fullmatch(head.partition("\n")[0]) else Why.NO_WORKBOOK


def _head(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data[:_SEARCHED].decode("utf-16" if wide else "utf-8-sig", errors="replace").lstrip()
