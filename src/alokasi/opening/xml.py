"""Walks through XML without building a tree; a document definition ends the walk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from alokasi.opening.refusal import Refusal, Why

Start = Callable[[str, dict[str, str]], None]
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_BETWEEN = "}"  # stands between namespace and name


def walk(content: bytes, start: Start, end: Callable[[str], None] | None = None) -> None:
    """Calls `start` and `end` per element as `namespace}name`. Raises Refusal where the XML is broken."""
    parse(content, reader(start, end))


def reader(start: Start, end: Callable[[str], None] | None) -> expat.XMLParserType:
    made = expat.ParserCreate(namespace_separator=_BETWEEN)
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
