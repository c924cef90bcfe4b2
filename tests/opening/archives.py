"""Workbooks and archives made by hand, part by part, also such as no program writes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
STORED, DEFLATED = 0, 8


@dataclass(frozen=True)
class Entry:
    """A part of an archive; `size`, `crc` say something else than the truth where given."""

    name: str
    content: bytes
    method: int = DEFLATED
    flags: int = 0
    size: int | None = None
    packed: bytes | None = None

    def bytes_in_file(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method != DEFLATED:
            return self.content
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()


def archive(entries: Sequence[Entry]) -> bytes:
    body, directory = b"", b""
    for entry in entries:
        name, packed = entry.name.encode("cp437"), entry.bytes_in_file()
        size = len(entry.content) if entry.size is None else entry.size
        numbers = zlib.crc32(entry.content), len(packed), size
        header = struct.pack("<5H3L2H", 20, entry.flags, entry.method, 0, 33, *numbers, len(name), 0)
        listed = struct.pack(
            "<6H3L5H2L",
            20,
            20,
            entry.flags,
            entry.method,
            0,
            33,
            *numbers,
            len(name),
            0,
            0,
            0,
            0,
            0,
            len(body),
        )
        directory += b"PK\1\2" + listed + name
        body += b"PK\3\4" + header + name + packed
    return body + directory + ending(len(entries), len(directory), len(body))


def ending(count: int, size: int, start: int) -> bytes:
    return b"PK\5\6" + struct.pack("<4H2LH", 0, 0, count, count, size, start, 0)


def entries(parts: Mapping[str, str | bytes]) -> list[Entry]:
    return [Entry(name, part.encode() if isinstance(part, str) else part) for name, part in parts.items()]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    return archive(entries(parts))


def book(sheet: str = "", strings: str = "", styles: str = "", **more: str) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet `Unit`, whose rows are given as XML."""
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": links(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(("Unit", "rId1")),
        "xl/_rels/workbook.xml.rels": links(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "sharedStrings", "sharedStrings.xml"),
            ("rId3", "styles", "styles.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        **more,
    }


def workbook(*sheets: tuple[str, str], namespace: str = MAIN, before: str = "") -> str:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="{link}"/>'
        for number, (name, link) in enumerate(sheets, start=1)
    )
    return f'<workbook xmlns="{namespace}" xmlns:r="{_OFFICE}">{before}<sheets>{listed}</sheets></workbook>'


def links(*found: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in found
    )
    return f'<Relationships xmlns="{_LINKS}">{listed}</Relationships>'


def text_row(number: int, *texts: str) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'
