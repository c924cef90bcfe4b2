"""Finds the sheets of a workbook in its archive, with the texts and number formats their cells refer to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from alokasi.opening.archive import Part, parts_of
from alokasi.opening.grid import MAIN, Book, Grid, Spent, plain
from alokasi.opening.limits import MOST_SHEETS
from alokasi.opening.looks import Look, look_of
from alokasi.opening.refusal import Refusal, Why
from alokasi.opening.unpack import refuse_definitions, unpacked
from alokasi.opening.xml import attribute, local, namespace, parse, reader, walk

_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_MACRO_TYPES = (b"macroEnabled", b"vbaProject", b"macrosheet")
_TYPES = "[Content_Types].xml"
_TRUE = ("1", "true", "on")


class Listed(NamedTuple):
    """A sheet as the workbook lists it; `link` names its part."""

    name: str
    link: str
    hidden: bool


class Archive:
    """The parts of a workbook by name, whatever their case."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: Mapping[str, Part] = {p.name.casefold(): p for p in parts_of(data).values()}
        refuse_definitions(data, self._parts.values())

    def get(self, name: str) -> bytes | None:
        part = self._parts.get(name.casefold())
        return None if part is None else unpacked(self._data, part)

    def need(self, name: str) -> bytes:
        content = self.get(name)
        if content is None:
            raise Refusal(Why.DAMAGED)
        return content

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """Id -> (kind, name of the part) of the links of a part; none where it has none."""
        folder, base = posixpath.split(name)
        content = self.get(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, tuple[str, str]] = {}

        def start(_: str, attributes: dict[str, str]) -> None:
            if "Id" in attributes and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes["Id"]] = kind, _path(folder, attributes.get("Target", ""))

        if content is not None:
            walk(content, start)
        return found


def grids(data: bytes) -> Iterator[tuple[Listed, Grid, bool]]:
    """Every sheet with its cells, and whether the workbook counts days from 1904. Raises Refusal."""
    archive = Archive(data)
    types = archive.need(_TYPES)
    for mark in _MACRO_TYPES:
        if mark in types:
            raise Refusal(Why.MACROS, mark.decode())
    name = next((part for kind, part in archive.links("").values() if kind == "officeDocument"), "")
    listed, calendar_1904 = _listed(archive.need(name))
    links = archive.links(name)
    if len(listed) > MOST_SHEETS:
        raise Refusal(Why.MANY_SHEETS, str(len(listed)))
    if len({sheet.link for sheet in listed}) < len(listed):  # a small part that is read again and again
        raise Refusal(Why.DAMAGED)
    by_kind = dict(links.values())
    texts = _texts(archive.get(by_kind.get("sharedStrings", "")))
    book = Book(texts, _looks(archive.get(by_kind.get("styles", ""))), calendar_1904)
    spent = Spent()
    for sheet in listed:
        kind, part = links.get(sheet.link, ("", ""))
        if kind == "worksheet":
            grid = Grid(book, spent)
            grid.read(archive.need(part))
            yield sheet, grid, calendar_1904


def _listed(content: bytes) -> tuple[list[Listed], bool]:
    sheets: list[Listed] = []
    calendar_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal calendar_1904
        match local(name):
            case "workbook":
                if namespace(name) == _STRICT:
                    raise Refusal(Why.STRICT)
                if namespace(name) != MAIN:
                    raise Refusal(Why.DAMAGED)
            case "workbookPr":
                calendar_1904 = attributes.get("date1904") in _TRUE
            case "sheet":
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(Listed(attributes.get("name", ""), attribute(attributes, "id"), hidden))

    walk(content, start)
    return sheets, calendar_1904


def _texts(content: bytes | None) -> list[str]:
    """Blank texts as "". Furigana above a text are not part of it."""
    found: list[str] = []
    pieces: list[str] = []
    above = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal above
        match local(name):
            case "si":
                pieces.clear()
            case "rPh":
                above += 1
            case "t" if not above:
                made.CharacterDataHandler = pieces.append

    def end(name: str) -> None:
        nonlocal above
        match local(name):
            case "t":
                made.CharacterDataHandler = None
            case "rPh":
                above -= 1
            case "si":
                found.append(plain("".join(pieces)) or "")

    if content is not None:
        made = reader(content, start, end)
        parse(content, made)
    return found


def _looks(content: bytes | None) -> list[Look]:
    """The look of each cell format, in the order cells count them."""
    codes: dict[int, str] = {}
    formats: list[int] = []
    within = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal within
        match local(name):
            case "numFmt":
                codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
            case "cellXfs":
                within = True
            case "xf" if within:
                formats.append(int(attributes.get("numFmtId", 0)))

    def end(name: str) -> None:
        nonlocal within
        if local(name) == "cellXfs":
            within = False

    if content is not None:
        walk(content, start, end)
    return [look_of(number, codes) for number in formats]


def _path(folder: str, target: str) -> str:
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )
