"""Files made to harm, and what becomes of each.

python bombs.py FOLDER   reads those in the folder: a line of JSON per bomb, then the memory of parent and child
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from archives import MAIN, STORED, Entry, archive, book, ending, entries, links, text_row, workbook, zipped

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


def by_zipfile(parts: Mapping[str, str | bytes], out: Any = None, wide: bool = False) -> bytes:
    """As Python's own library writes an archive."""
    made = BytesIO() if out is None else out
    with ZipFile(made, "w", ZIP_DEFLATED) as whole:
        for name, content in parts.items():
            with whole.open(name, "w", force_zip64=wide) as part:
                part.write(content.encode() if isinstance(content, str) else content)
    return bytes(made.getvalue())


class Pipe(BytesIO):
    """What cannot be gone back in: sizes follow the parts instead of preceding them."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("a pipe")


def linked() -> bytes:
    """A sheet that is a link to a file, as tar-like archives keep them."""
    made = BytesIO()
    with ZipFile(made, "w") as whole:
        for name, content in book(text_row(1, "a")).items():
            part = ZipInfo(name)
            link = name.endswith("sheet1.xml")
            part.external_attr = 0o120777 << 16 if link else 0
            whole.writestr(part, "/etc/hostname" if link else content)
    return made.getvalue()


def with_comment(comment: bytes) -> bytes:
    whole = by_zipfile(book(text_row(1, "a")))
    return whole[:-2] + struct.pack("<H", len(comment)) + comment


def many(pattern: str, count: int) -> str:
    """Each a little different, so that the part is not refused for its density."""
    rng = Random(1)
    return "".join(pattern.format(n=n, any=rng.getrandbits(30)) for n in range(1, count + 1))


def listing(*sheets: tuple[str, str]) -> bytes:
    return zipped({**book(text_row(1, "a")), "xl/workbook.xml": workbook(*sheets)})


def with_styles(styles: str) -> bytes:
    return zipped(book('<row><c s="0"><v>45000</v></c></row>', styles=styles))


def below_the_cells(more: str) -> bytes:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{text_row(1, "a")}</sheetData>{more}</worksheet>'
    return zipped({**book(), "xl/worksheets/sheet1.xml": sheet})


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
    "sizes of 64 bits where none is needed": (lambda: by_zipfile(book(text_row(1, "a")), wide=True), READ),
    "sizes behind the parts": (lambda: by_zipfile(book(text_row(1, "a")), Pipe()), READ),
    "another end in the comment": (lambda: with_comment(ending(0, 0, 0)), "W002"),
    "another archive in the comment": (lambda: with_comment(zipped({"xl/workbook.xml": "<a/>"})), "W002"),
    "an archive behind the archive": (lambda: by_zipfile(book()) + zipped(book()), "W002"),
    "a program before the archive": (lambda: b"MZ" + bytes(500) + zipped(book()), "W005"),
    "a link in place of a sheet": (linked, "W002"),
    "names that differ to the eye only": (
        lambda: archive([*entries(book()), Entry("xl/WORKBOOK.XML", b"<a/>")]),
        "W009",
    ),
    "a workbook in the workbook": (
        lambda: with_entry(Entry("xl/embeddings/a.xlsx", zipped(book()))),
        READ,
    ),
    "a definition in UTF-16 without a mark": (
        lambda: zipped(
            {**book(), "xl/workbook.xml": ("<!DOCTYPE a>" + workbook(("Unit", "rId1"))).encode("utf-16-be")}
        ),
        "W010",
    ),
    "a definition in UTF-7": (
        lambda: zipped(
            {
                **book(),
                "xl/workbook.xml": '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-'
                + workbook(("Unit", "rId1")),
            }
        ),
        "W002",
    ),
    "a definition in a sheet of another suffix": (
        lambda: zipped(
            {
                **book(),
                "xl/_rels/workbook.xml.rels": links(("rId1", "worksheet", "worksheets/sheet1.dat")),
                "xl/worksheets/sheet1.dat": f'<!DOCTYPE a><worksheet xmlns="{MAIN}"/>',
            }
        ),
        "W010",
    ),
    "rows by the trillion announced": (
        lambda: below_the_cells('<dimension ref="A1:XFD999999999999"/>'),
        READ,
    ),
    "a row of twenty digits": (lambda: zipped(book(f'<row r="{"9" * 20}"><c><v>1</v></c></row>')), "W002"),
    "texts by the hundred thousand": (
        lambda: zipped(book(text_row(1, "a"), many("<si><t>{any}</t></si>", 700_000))),
        READ,
    ),
    "more texts announced than there are": (
        lambda: zipped({**book(), "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="4294967295"/>'}),
        READ,
    ),
    "formats by the hundred thousand": (
        lambda: with_styles("<cellXfs>" + many('<xf a="{any}"/>', 700_000) + "</cellXfs>"),
        READ,
    ),
    "a format whose brackets never close": (
        lambda: with_styles(
            f'<numFmts><numFmt numFmtId="164" formatCode="{"[h" * 400_000}"/></numFmts>'
            '<cellXfs><xf numFmtId="164"/></cellXfs>'
        ),
        READ,
    ),
    "attributes by the hundred thousand": (
        lambda: zipped(book("<row " + many('a{n}="{any}" ', 600_000) + "><c><v>1</v></c></row>")),
        READ,
    ),
    "conditional formats by the hundred thousand": (
        lambda: below_the_cells(many('<conditionalFormatting sqref="A{n}" a="{any}"/>', 300_000)),
        READ,
    ),
    "columns of any width": (
        lambda: below_the_cells(
            "<cols>" + many('<col min="{n}" max="{n}" width="1e{any}"/>', 200_000) + "</cols>"
        ),
        READ,
    ),
    "sixty thousand sheets": (
        lambda: listing(*((f"L{n}", f"rId{n}") for n in range(60_000))),
        "W013",
    ),
    "one sheet again and again": (lambda: listing(*((f"L{n}", "rId1") for n in range(150))), "W002"),
    "sheets named like paths": (
        lambda: listing(("../../etc/passwd", "rId1"), ("C:\\x", "rId8"), ("x" * 9_000, "rId9")),
        READ,
    ),
    "a zero in the name of a sheet": (lambda: listing(("Un&#0;it", "rId1")), "W002"),
    "a sheet that lies outside": (
        lambda: zipped(
            {**book(), "xl/_rels/workbook.xml.rels": links(("rId1", "worksheet", "../../../etc/passwd"))}
        ),
        "W002",
    ),
    "a sheet on another computer": (
        lambda: zipped(
            {**book(), "xl/_rels/workbook.xml.rels": links(("rId1", "worksheet", "http://localhost/a"))}
        ),
        "W002",
    ),
    "an entity that nobody defined": (lambda: listing(("U&e;", "rId1")), "W002"),
    "a file to include": (
        lambda: zipped(
            book('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>')
        ),
        READ,
    ),
    "formulas that start programs": (
        lambda: zipped(
            book("<row><c t=\"str\"><f>cmd|'/C calc'!A0</f><v>x</v></c><c><f>WEBSERVICE(A1)</f></c></row>")
        ),
        READ,
    ),
    "macros under another name": (
        lambda: zipped(
            {
                **book(),
                "xl/a.bin": "x",
                "[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-office.vbaProject"/>'
                "</Types>",
            }
        ),
        "W006",
    ),
    "macros of Excel 4": (lambda: with_entry(Entry("xl/macrosheets/sheet1.xml", b"<a/>")), "W006"),
    "a control": (lambda: with_entry(Entry("xl/activeX/activeX1.bin", b"x")), "W006"),
    "a connection to a database": (lambda: with_entry(Entry("xl/connections.xml", b"<a/>")), READ),
    "a size that no number holds": (
        lambda: zipped(book(f'<row><c s="{"9" * 5_000}"><v>7</v></c></row>')),
        "W002",
    ),
}


CSV_BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing but line ends": (lambda: b"\n" * 9_900_000, READ),
    "nothing but blanks": (lambda: b" " * 9_900_000, READ),
    "nothing but quotation marks": (lambda: b"a;b\n" + b'"";' * 3_000_000, READ),
    "a quotation mark that never closes": (lambda: b'a;b\n"' + b"x;y\n" * 2_000_000, READ),
    "a field of five megabytes": (lambda: b'a;b\n"' + b"x" * 5_000_000 + b'";1\n', READ),
    "a million columns": (lambda: b";".join(b"c%d" % n for n in range(1_000_000)), READ),
    "two million rows": (lambda: b"a;b\r" * 2_400_000, READ),
    "nothing but zeros": (lambda: bytes(9_000_000), READ),
    "bytes of no encoding": (lambda: b"\xff" * 9_000_000, READ),
    "half a letter": (lambda: b"\xff\xfea\0b", READ),
    "letters of four bytes": (lambda: "nama;nip\n".encode("utf-32"), READ),
}


def outcome(path: Path) -> str:
    """The code of what it was refused for, or that it was read."""
    try:
        open_book(path)
    except RefusedFile as refused:
        return refused.code
    return READ


def write(folder: Path) -> None:
    for kinds, suffix in ((BOMBS, "xlsx"), (CSV_BOMBS, "csv")):
        for number, (make, _) in enumerate(kinds.values()):
            (folder / f"{number}.{suffix}").write_bytes(make())


def read(folder: Path) -> None:
    """In a process that made none of them, so that memory is that of reading; in MB."""
    for kinds, suffix in ((BOMBS, "xlsx"), (CSV_BOMBS, "csv")):
        for number, name in enumerate(kinds):
            began = perf_counter()
            code = outcome(folder / f"{number}.{suffix}")
            print(json.dumps({"bomb": name, "code": code, "seconds": perf_counter() - began}), flush=True)
    print(json.dumps(memory()))


if __name__ == "__main__":
    read(Path(sys.argv[1]))
