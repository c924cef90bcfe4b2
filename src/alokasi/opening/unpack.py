"""Unpacks the parts of a checked archive, never more than the directory states; refuses document definitions."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from alokasi.opening.archive import STORED, Part
from alokasi.opening.refusal import Refusal, Why

_XML = (".xml", ".rels", ".vml")
_DEFINITIONS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def unpacked(data: bytes, part: Part) -> bytes:
    """Raises Refusal where the bytes are not what the directory says they are."""
    packed = data[part.start : part.start + part.packed]
    try:
        content = packed if part.method == STORED else _inflated(packed, part.size)
    except zlib.error as error:
        raise Refusal(Why.DAMAGED) from error
    if len(content) != part.size or zlib.crc32(content) != part.crc:
        raise Refusal(Why.DAMAGED)
    return content


def refuse_definitions(data: bytes, parts: Iterable[Part]) -> None:
    """No part that a parser of XML may come to see defines anything."""
    for part in parts:
        if part.name.casefold().endswith(_XML):
            content = unpacked(data, part)
            if any(mark in content for mark in _DEFINITIONS):
                raise Refusal(Why.DEFINITIONS, part.name)


def _inflated(packed: bytes, size: int) -> bytes:
    """One byte more than stated at most, so that a lie shows."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
