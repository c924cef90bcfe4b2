"""Walks through XML without building a tree; a document definition ends the walk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from alokasi.opening.refusal import Refusal, Why

Start = Callable[[str, dict[str, str]], None]
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_BETWEEN = "}"  # stands between namespace and name


def walk(content: bytes, start: Start, end: Callable[[str], None] | None = None) -> None:
    """Calls `start` and `end` per element as `namespace}name`. Raises Refusal where the XML is broken."""
    parse(content, reader(content, start, end))


def reader(content: bytes, start: Start, end: Callable[[str], None] | None) -> expat.XMLParserType:
    """For this content. A workbook's XML is in UTF-8 or UTF-16, whatever it says: no other decoder is ever sought."""
    encoding = "UTF-16" if content.startswith(_WIDE) else "UTF-8"
    made = expat.ParserCreate(encoding, namespace_separator=_BETWEEN)
    made.buffer_text = True
    made.StartElementHandler = start
    made.EndElementHandler = end
    made.StartDoctypeDeclHandler = _refuse
    made.EntityDeclHandler = _refuse
    return made


def parse(content: bytes, made: expat.XMLParserType) -> None:
    try:
        made.Parse(content, True)
    except expat.ExpatError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from error
        raise Refusal(Why.DAMAGED) from error


def local(name: str) -> str:
    return name.rpartition(_BETWEEN)[2]


def namespace(name: str) -> str:
    return name.rpartition(_BETWEEN)[0]


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """An attribute whatever its namespace; blank where there is none."""
    return next((value for key, value in attributes.items() if local(key) == name), "")


def _refuse(*_: object) -> None:
    raise Refusal(Why.DEFINITIONS)
