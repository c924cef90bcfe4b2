"""Files made to harm, and what becomes of each.

python bombs.py FOLDER   reads those in the folder: a line of JSON per bomb, then the memory of parent and child
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter

from archives import MAIN, STORED, Entry, archive, book, ending, entries, text_row, workbook, zipped

from alokasi.opening.door import open_book
from alokasi.opening.refused import RefusedFile
from memory import memory

READ = "read"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_definition(definition: str, encoding: str = "utf-8") -> bytes:
    parts = book(text_row(1, "a"))
    said = f'<?xml version="1.0" encoding="{encoding}"?>{definition}' + workbook(("Unit", "rId1"))
    return zipped({**parts, "xl/workbook.xml": said.encode(encoding)})


def with_entry(entry: Entry) -> bytes:
    return archive([*entries(book(text_row(1, "a"))), entry])


def overlapping() -> bytes:
    """The first part's bytes are the header and the bytes of the second."""
    inner = Entry("xl/b.xml", b"0" * 1000, STORED)
    whole = archive([inner])
    own = whole[: whole.index(b"PK\1\2")]
    outer = Entry("xl/a.xml", own, STORED)
    data = archive([outer])
    start, stop = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    listed = whole[whole.index(b"PK\1\2") : whole.index(b"PK\5\6")]
    place = data.index(own)
    directory = (
        data[start:stop] + listed[: -len(inner.name) - 4] + struct.pack("<L", place) + inner.name.encode()
    )
    return data[:start] + directory + ending(2, len(directory), start)


def lying_about_size() -> bytes:
    """Says 1,000 bytes; there are 200 million."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(b"0" * 10**6) for _ in range(200)) + packer.flush()
    return with_entry(Entry("xl/theme/theme1.xml", b"0" * 1000, packed=packed))


def shared_text_everywhere() -> bytes:
    """The cells' formats differ, so that the part is not refused for its density."""
    rng = Random(1)
    cells = (f'<c t="s" s="{rng.getrandbits(20)}"><v>0</v></c>' for _ in range(100_000))
    rows = "".join(f"<row>{''.join(islice(cells, 100))}</row>" for _ in range(1_000))
    return zipped(book(rows, f"<si><t>{'x' * 32_000}</t></si>"))


def filled_rows(count: int) -> bytes:
    return zipped(book("".join(f'<row r="{n}"><c><v>{n}</v></c></row>' for n in range(1, count + 1))))


def nested() -> bytes:
    """A block longer than what a packer looks back to, again and again."""
    rng = Random(1)
    return zipped(book("".join(f"<a{rng.getrandbits(12)}>" for _ in range(10_000)) * 350))


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a blank in the last cell": (
        lambda: zipped(book('<row><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row>')),
        READ,
    ),
    "a number in the last cell": (lambda: zipped(book('<row><c r="XFD1048576"><v>1</v></c></row>')), READ),
    "a cell beyond the last": (lambda: zipped(book('<row><c r="XFE1"><v>1</v></c></row>')), "W002"),
    "a million formatted rows": (
        lambda: zipped(book("".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(1, 1_048_577)))),
        READ,
    ),
    "a million filled rows": (
        lambda: zipped(book("".join(f'<row r="{n}"><c><v>{n}</v></c></row>' for n in range(1, 1_048_577)))),
        READ,
    ),
    "every column filled": (
        lambda: zipped(book("".join(f"<row>{'<c><v>1</v></c>' * 16_384}</row>" for _ in range(2)))),
        READ,
    ),
    "a text shared by all cells": (shared_text_everywhere, "W008"),
    "elements in elements": (nested, "W008"),
    "ten times ten laughs": (lambda: with_definition(f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]>'), "W010"),
    "a file as entity": (
        lambda: with_definition('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
        "W010",
    ),
    "a definition elsewhere": (
        lambda: with_definition('<!DOCTYPE a SYSTEM "http://localhost/a.dtd">'),
        "W010",
    ),
    "a definition in UTF-16": (lambda: with_definition('<!DOCTYPE a [<!ENTITY e "x">]>', "utf-16"), "W010"),
    "a definition in a part nobody reads": (
        lambda: with_entry(Entry("xl/comments1.xml", b'<!DOCTYPE a [<!ENTITY e "x">]><a/>')),
        "W010",
    ),
    "an encoding of its own": (
        lambda: zipped(
            {
                **book(),
                "xl/workbook.xml": '<?xml version="1.0" encoding="bz2"?>' + workbook(("Unit", "rId1")),
            }
        ),
        READ,
    ),
    "packed by bzip2": (lambda: with_entry(Entry("xl/theme.xml", b"0", method=12, packed=b"BZh")), "W009"),
    "an encrypted part": (lambda: with_entry(Entry("xl/theme.xml", b"0", flags=1)), "W009"),
    "parts that overlap": (overlapping, "W009"),
    "too many parts": (
        lambda: archive([*entries(book()), *(Entry(f"xl/{n}.xml", b"<a/>") for n in range(200))]),
        "W009",
    ),
    "a part twice": (lambda: with_entry(Entry("XL/Workbook.xml", b"<a/>")), "W009"),
    "a name that climbs": (lambda: with_entry(Entry("xl/../../etc/passwd", b"x")), "W009"),
    "a name from the root": (lambda: with_entry(Entry("/etc/passwd", b"x")), "W009"),
    "a name of another system": (lambda: with_entry(Entry("xl\\theme.xml", b"x")), "W009"),
    "a name that commands the terminal": (lambda: with_entry(Entry("xl/\x1b[2J.xml", b"x")), "W009"),
    "a part of nothing but zeros": (lambda: with_entry(Entry("xl/theme.xml", b"0" * 40_000_000)), "W009"),
    "sixty megabytes": (lambda: with_entry(Entry("xl/theme.xml", b"0" * 60_000_000)), "W008"),
    "a size that lies": (lying_about_size, "W002"),
    "a stored size that lies": (
        lambda: with_entry(Entry("xl/theme.xml", b"0" * 10, STORED, size=10_000)),
        "W002",
    ),
    "a text that is not there": (lambda: zipped(book('<row><c t="s"><v>7</v></c></row>')), "W002"),
    "a row before the first": (lambda: zipped(book('<row r="-5"><c><v>7</v></c></row>')), "W002"),
    "a number of ten thousand digits": (
        lambda: zipped(book(f"<row><c><v>{'9' * 10_000}</v></c><c><v>1e999</v></c></row>")),
        READ,
    ),
    "a style that is not there": (lambda: zipped(book('<row><c s="99"><v>7</v></c></row>')), READ),
    "a sheet without its part": (
        lambda: zipped({**book(), "xl/workbook.xml": workbook(("Unit", "rId1"), ("Tim", "rId9"))}),
        READ,
    ),
    "merged from end to end": (
        lambda: zipped(
            {
                **book(),
                "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData/>'
                '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
            }
        ),
        READ,
    ),
}


def outcome(path: Path) -> str:
    """The code of what it was refused for, or that it was read."""
    try:
        open_book(path)
    except RefusedFile as refused:
        return refused.code
    return READ


def write(folder: Path) -> None:
    for number, (make, _) in enumerate(BOMBS.values()):
        (folder / f"{number}.xlsx").write_bytes(make())


def read(folder: Path) -> None:
    """In a process that made none of them, so that memory is that of reading; in MB."""
    for number, name in enumerate(BOMBS):
        began = perf_counter()
        code = outcome(folder / f"{number}.xlsx")
        print(json.dumps({"bomb": name, "code": code, "seconds": perf_counter() - began}), flush=True)
    print(json.dumps(memory()))


if __name__ == "__main__":
    read(Path(sys.argv[1]))
