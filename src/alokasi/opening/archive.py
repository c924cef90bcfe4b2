"""Checks the central directory of a zip file before anything is unpacked, and says where its parts lie."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from alokasi.opening.limits import MOST_OPENED_BYTES, MOST_PARTS, MOST_RATIO, RATIO_FROM
from alokasi.opening.refusal import Refusal, Why

STORED, DEFLATED = 0, 8
_END, _ENTRY, _LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_END_MARK, _ENTRY_MARK, _LOCAL_MARK, _WIDE_END_MARK = b"PK\5\6", b"PK\1\2", b"PK\3\4", b"PK\6\6"
_LONGEST_COMMENT = 65_535
_UTF8, _ENCRYPTED, _UNUSUAL_FLAGS = 0x800, 0x1, 0x2061  # encrypted, patched, strongly encrypted, masked
_WIDE = 0xFFFF_FFFF  # the value stands in the extra field of 64-bit sizes
_WIDE_FIELD = 1
_LONGEST_NAME = 200


class Part(NamedTuple):
    """`header`, `start`: where its own header and its packed bytes begin in the file."""

    name: str
    method: int
    crc: int
    header: int
    start: int
    packed: int
    size: int


def parts_of(data: bytes) -> dict[str, Part]:
    """By name, as the directory has them. Raises Refusal for what no spreadsheet program writes."""
    try:
        start, count, end = _directory(data)
        if count > MOST_PARTS:
            raise Refusal(Why.MANY_PARTS, str(count))
        parts = list(_entries(data, start, count, end))
    except (struct.error, IndexError) as error:
        raise Refusal(Why.DAMAGED) from error
    _refuse_overlaps(parts, start)
    _refuse_doubles(parts)
    _refuse_sizes(parts)
    return {part.name: part for part in parts if not part.name.endswith("/")}


def _directory(data: bytes) -> tuple[int, int, int]:
    """Where the directory starts, how many entries it has, where it ends."""
    place = data.rfind(_END_MARK, max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if place < 0:
        raise Refusal(Why.DAMAGED)
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, place)
    if disk or first_disk or here != count or place + _END.size + comment != len(data):
        raise Refusal(Why.DAMAGED)
    end = start + size
    wide = data.startswith(_WIDE_END_MARK, end)  # some programs add it whether needed or not
    if end != place and not (end < place and wide):
        raise Refusal(Why.DAMAGED)
    return start, count, end


def _entries(data: bytes, place: int, count: int, end: int) -> Iterator[Part]:
    for _ in range(count):
        fields = _ENTRY.unpack_from(data, place)
        mark, _, _, flags, method, _, _, crc, packed, size, name_length, *rest = fields
        extra_length, comment_length, *_, header = rest
        if mark != _ENTRY_MARK:
            raise Refusal(Why.DAMAGED)
        raw = data[place + _ENTRY.size :][:name_length]
        extra = data[place + _ENTRY.size + name_length :][:extra_length]
        place += _ENTRY.size + name_length + extra_length + comment_length
        name = _name(raw, flags)
        if flags & _UNUSUAL_FLAGS:
            raise Refusal(Why.ODD_COMPRESSION, name)
        if method not in (STORED, DEFLATED):
            raise Refusal(Why.ODD_COMPRESSION, name)
        size, packed, header = _widened(extra, size, packed, header)
        yield Part(name, method, crc, header, _content(data, header, raw, method), packed, size)
    if place != end:
        raise Refusal(Why.DAMAGED)


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError as error:
        raise Refusal(Why.ODD_NAME, raw.decode("ascii", "replace")) from error
    steps = name.removesuffix("/").split("/")
    odd = not name.isprintable() or "\\" in name or ":" in name or len(name) > _LONGEST_NAME
    if odd or any(step in ("", ".", "..") for step in steps):
        raise Refusal(Why.ODD_NAME, name)
    return name


def _widened(extra: bytes, size: int, packed: int, header: int) -> tuple[int, int, int]:
    """Sizes of 64 bits, which some programs write whether needed or not."""
    if _WIDE not in (size, packed, header):
        return size, packed, header
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == _WIDE_FIELD:
            numbers = iter(struct.unpack_from(f"<{length // 8}Q", extra, place + 4))
            size, packed, header = (
                next(numbers, _WIDE) if value == _WIDE else value for value in (size, packed, header)
            )
            return size, packed, header
        place += 4 + length
    raise Refusal(Why.DAMAGED)


def _content(data: bytes, header: int, raw: bytes, method: int) -> int:
    """Where the packed bytes begin, by the part's own header, which must agree with the directory."""
    if header >= len(data):
        raise Refusal(Why.DAMAGED)
    mark, _, _, own_method, *_, name_length, extra_length = _LOCAL.unpack_from(data, header)
    name: int = header + _LOCAL.size
    if mark != _LOCAL_MARK:
        raise Refusal(Why.DAMAGED)
    if own_method != method or data[name : name + name_length] != raw:
        raise Refusal(Why.ODD_NAME, raw.decode("ascii", "replace"))
    content: int = name + name_length + extra_length
    return content


def _refuse_overlaps(parts: list[Part], directory: int) -> None:
    """Parts that share bytes make a small file unfold again and again."""
    free = 0
    for part in sorted(parts, key=lambda part: part.header):
        if part.header < free:
            raise Refusal(Why.OVERLAP, part.name)
        free = part.start + part.packed
    if free > directory:
        raise Refusal(Why.DAMAGED)


def _refuse_doubles(parts: list[Part]) -> None:
    seen: set[str] = set()
    for part in parts:
        name = part.name.casefold()
        if name in seen:
            raise Refusal(Why.DOUBLED_PART, part.name)
        seen.add(name)


def _refuse_sizes(parts: list[Part]) -> None:
    opened = sum(part.size for part in parts)
    if opened > MOST_OPENED_BYTES:
        raise Refusal(Why.LARGE_CONTENT, str(round(opened / 1024**2)))
    for part in parts:
        if part.method == STORED and part.packed != part.size:
            raise Refusal(Why.DAMAGED)
        if part.size > max(RATIO_FROM, MOST_RATIO * part.packed):
            raise Refusal(Why.DENSE, part.name)
