"""Workbooks changed at random, by seed, from bytes of the archive to words of a header; and what reading each takes.

python mutations.py FIRST LAST FOLDER    a line of JSON: what failed, the slowest, memory
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter
from filled_workbook import INVENTED_NIP, PROBLEM, template_of

from alokasi import workflow
from alokasi.errors import UserError
from alokasi.examples import example
from alokasi.opening.door import open_book
from alokasi.opening.refusal import Why
from alokasi.opening.refused import RefusedFile
from alokasi.workbook import Issue, issue_rows, write_marked, write_result
from alokasi.workbook.columns import SHEETS
from memory import memory

_UNDATED = b"<a/>"  # instead of the time of making, so that a seed always gives the same bytes
MARKED = 30  # of so many workbooks one is marked too
Rows = dict[str, list[list[Any]]]
ODD_VALUES: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        0,
        -1,
        1,
        0.5,
        1e-300,
        1e300,
        2**63,
        True,
        False,
        "0",
        "-",
        "ya",
        "TIDAK",
        "1.250",
        "12,5",
    ),
    *(
        "1,250.75",
        "12 jam",
        "80%",
        "1e5",
        "NaN",
        "inf",
        "#REF!",
        "#DIV/0!",
        "31/02/2027",
        "1 Maret 2027",
        "03/01/27",
    ),
    *(
        "2027-13-01",
        "Jumlah",
        "TOTAL",
        "CONTOH-9",
        "D1",
        "d 1",
        "P001",
        "TK1",
        "JF Keahlian",
        "JF Keahlain",
        "Ketua",
    ),
    *(
        "=1+1",
        "=cmd|' /C calc'!A0",
        "@x",
        "[/b]",
        "{nilai}",
        "%s",
        "../../x",
        "<b>",
        "x" * 300,
        "y" * 40_000,
        "٣٤",
        "😀",
    ),
    *(
        "a\tb",
        "a\nb",
        "a\rb",
        "\N{RIGHT-TO-LEFT OVERRIDE}x",
        "_x0000_",
        "_xD800_",
        INVENTED_NIP,
        int(INVENTED_NIP),
    ),
    *(datetime(2027, 3, 1), datetime(1900, 1, 1), datetime(9999, 12, 31)),
)
_NOISE = (
    b"",
    b"\0",
    b"<",
    b">",
    b"&",
    b'"',
    b"<row",
    b"</row>",
    b"<!DOCTYPE a>",
    b"\xff\xfe",
    b"999999999999",
    b"-1",
)


def mutated(seed: int, folder: Path) -> Path:
    """A workbook, or a folder of CSV files; the same for the same seed."""
    rng = Random(seed)
    change = rng.choice((_bytes, _part, _part, _cells, _cells, _cells, _cells, _csv))
    base = rng.choice(bases())
    if change is _csv:
        return _csv(rng, base, folder / "csv")
    path = folder / "data.xlsx"
    path.write_bytes(change(rng, base))
    return path


@cache
def bases() -> tuple[bytes, ...]:
    """A filled template, the example of pattern 2, and a result with a plan."""
    seat = dict.fromkeys(SHEETS["Susunan"].names, "TK1") | {"id_pegawai": "P001", "peran": "Ketua", "jam": 10}
    work = {"kode_tugas": "T1", "kode_tim": "TK1", "id_pegawai": "P001", "jam": 10}
    sheets = {
        "Susunan": [{**seat, "jam_ketua": 0, "koordinator": "Ketua", "kelas": "internal"}],
        "Pembagian Tugas": [work],
    }
    path = Path(sys.argv[3] if len(sys.argv) > 3 else ".") / "dasar.xlsx"
    write_result(path, PROBLEM, sheets)
    made = (template_of(PROBLEM), template_of(example("2")), path.read_bytes())
    return tuple(_zipped({**_unzipped(base), "docProps/core.xml": _UNDATED}) for base in made)


def _bytes(rng: Random, base: bytes) -> bytes:
    """The archive itself: flipped, cut, doubled, with something put in."""
    data = bytearray(base)
    for _ in range(rng.randint(1, 8)):
        place = rng.randrange(len(data) or 1)
        match rng.randrange(4):
            case 0:
                data[place : place + 1] = bytes([rng.randrange(256)])
            case 1:
                del data[place : place + rng.choice((1, 10, len(data)))]
            case 2:
                data[place:place] = data[place : place + rng.randint(1, 200)]
            case _:
                data[place:place] = rng.choice(_NOISE)
    return bytes(data)


def _part(rng: Random, base: bytes) -> bytes:
    """The XML of a part, in an archive that is whole; now and then a part is missing or another's."""
    parts = _unzipped(base)
    name = rng.choice(sorted(parts))
    content = bytearray(parts[name])
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(content) or 1)
        match rng.randrange(5):
            case 0:
                content[place : place + rng.randint(1, 4)] = rng.choice(_NOISE)
            case 1:
                content = _other_digits(rng, content)
            case 2:
                del content[place : place + rng.randint(1, 100)]
            case 3:
                content[place:place] = content[place : place + rng.randint(1, 300)]
            case _:
                words = [b's="', b'r="', b't="s"', b"<v>", b"</c>", b"worksheet", b"<row "]
                content = content.replace(rng.choice(words), rng.choice((*words, b"")), rng.randint(1, 3))
    parts[name] = bytes(content)
    if rng.random() < 0.1:
        del parts[rng.choice(sorted(parts))]
    if rng.random() < 0.1:
        parts[rng.choice(sorted(parts))] = parts[rng.choice(sorted(parts))]
    return _zipped(parts)


def _csv(rng: Random, base: bytes, folder: Path) -> Path:
    """Every sheet as a file, one of them changed in its bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    grid = _grid(base)
    changed = rng.choice(sorted(grid))
    for name, rows in grid.items():
        text = StringIO()
        csv.writer(text, delimiter=rng.choice((";", ";", ",", "\t"))).writerows(rows)
        content = text.getvalue().encode(rng.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")
        (folder / f"{name}.csv").write_bytes(_bytes(rng, content) if name == changed else content)
    return folder


def _other_digits(rng: Random, content: bytearray) -> bytearray:
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    for place in rng.sample(places, min(len(places), rng.randint(1, 20))):
        content[place] = 48 + rng.randrange(10)
    return content


def _cells(rng: Random, base: bytes) -> bytes:
    """What a person may do to a workbook, a few times over."""
    sheets = {name: [list(row) for row in rows] for name, rows in _grid(base).items()}
    for _ in range(rng.randint(1, 12)):
        if sheets:
            rng.choice(_DEEDS)(rng, sheets)
    return _written(rng, sheets)


@cache
def _grid(base: bytes) -> Rows:
    path = Path(sys.argv[3] if len(sys.argv) > 3 else ".") / "kisi.xlsx"
    path.write_bytes(base)
    return {sheet.name: [list(row) for row in sheet.rows] for sheet in open_book(path).sheets}


def _some(rng: Random, sheets: Rows) -> list[list[Any]]:
    return sheets[rng.choice(sorted(sheets))]


def _odd_value(rng: Random, sheets: Rows) -> None:
    rows = _some(rng, sheets)
    row = rng.choice(rows) if rows else []
    if row:
        row[rng.randrange(len(row))] = rng.choice(ODD_VALUES)


def _odd_column(rng: Random, sheets: Rows) -> None:
    rows = _some(rng, sheets)
    place, value = rng.randrange(20), rng.choice(ODD_VALUES)
    for row in rows[1:]:
        if place < len(row):
            row[place] = value


def _as_text(rng: Random, sheets: Rows) -> None:
    for row in _some(rng, sheets):
        for place, value in enumerate(row):
            if isinstance(value, (int, float, datetime)) and rng.random() < 0.5:
                row[place] = str(value)


def _other_words(rng: Random, sheets: Rows) -> None:
    rows = _some(rng, sheets)
    if rows and rows[0]:
        place = rng.randrange(len(rows[0]))
        word = str(rows[0][place] or "x")
        cut = rng.randrange(len(word) + 1)
        others = (
            word.upper(),
            word[:cut],
            word[:cut] + "x" + word[cut:],
            word[::-1],
            None,
            rng.choice(rows[0]),
            word + " (menit)",
        )
        rows[0][place] = rng.choice(others)


def _other_rows(rng: Random, sheets: Rows) -> None:
    rows = _some(rng, sheets)
    place = rng.randrange(len(rows) + 1)
    match rng.randrange(5):
        case 0:
            del rows[place : place + rng.randint(1, 3)]
        case 1:
            rows[place:place] = [list(row) for row in rows[place : place + 2]]
        case 2:
            rows[place:place] = [[] for _ in range(rng.choice((1, 3, 1200)))]
        case 3:
            rows.insert(0, ["KEMENTERIAN CONTOH"])
        case _:
            rng.shuffle(rows)


def _other_columns(rng: Random, sheets: Rows) -> None:
    rows = _some(rng, sheets)
    order = list(range(max(map(len, rows), default=0)))
    rng.shuffle(order)
    if rng.random() < 0.3:
        order = order[: len(order) // 2]
    rows[:] = [[row[place] if place < len(row) else None for place in order] for row in rows]


def _other_sheets(rng: Random, sheets: Rows) -> None:
    name = rng.choice(sorted(sheets))
    match rng.randrange(5):
        case 0:
            del sheets[name]
        case 1:
            sheets[rng.choice((name.upper() + " ", name[:-1], name + "2", "Lembar1"))[:31]] = sheets.pop(name)
        case 2:
            sheets[(name + "_")[:31]] = sheets[name]
        case 3:
            sheets[name] = sheets[rng.choice(sorted(sheets))]
        case _:
            sheets[name] = []


_DEEDS: tuple[Callable[[Random, Rows], None], ...] = (
    *(_odd_value,) * 6,
    _odd_column,
    _as_text,
    _other_words,
    _other_words,
    _other_rows,
    _other_columns,
    _other_sheets,
)


def _written(rng: Random, sheets: Rows) -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "nan_inf_to_errors": True}) as book:
        book.set_properties({"created": datetime(2027, 1, 1)})
        formats = [
            None,
            *(book.add_format({"num_format": code}) for code in ("dd/mm/yyyy", "0%", "0", "@", "[h]:mm")),
        ]
        titles: set[str] = set()
        for name, rows in sheets.items():
            if name.casefold() in titles:
                continue
            titles.add(name.casefold())
            _write(rng, book.add_worksheet(name), rows, formats)
        if not titles:
            book.add_worksheet()
    return made.getvalue()


def _write(rng: Random, page: Any, rows: list[list[Any]], formats: list[Any]) -> None:
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            look = rng.choice(formats) if rng.random() < 0.01 else None
            if isinstance(value, datetime):
                page.write_datetime(number, place, value, look or formats[1])
            elif isinstance(value, str) and value.startswith("=") and rng.random() < 0.5:
                page.write_formula(number, place, value, look, rng.choice(("", 0, "x")))
            elif isinstance(value, str):
                page.write_string(number, place, value[:32_000], look)
            elif value is not None:
                page.write(number, place, value, look)
    if rng.random() < 0.1:
        page.hide()
    if rng.random() < 0.1:
        page.merge_range(*rng.choice(((0, 0, 0, 2), (2, 1, 4, 1), (0, 0, 1, 0))), "gabungan")
    if rng.random() < 0.1:
        page.set_row(rng.randrange(6), None, None, {"hidden": True})


def _unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()


def fault_of(path: Path, marked: bool) -> str:
    """What went wrong in the child; blank where the file is read or refused in words. Any other error goes on."""
    issues: tuple[Issue, ...] = ()
    try:
        checked = workflow.check(path)
        issues = (*checked.contradicting, *checked.reading.issues)
        issue_rows(issues, "id"), issue_rows(issues, "en")
    except RefusedFile as refused:
        return f"child: {refused.__cause__.__cause__}" if refused.why is Why.CRASH else ""
    except UserError:
        return ""
    if marked:
        with suppress(UserError):
            write_marked(path, issues, path.with_name("periksa.xlsx"))
    return ""


def main(first: int, last: int, folder: Path) -> None:
    faults: dict[int, str] = {}
    slowest, slowest_seed = 0.0, first
    for seed in range(first, last):
        print("seed", seed, file=sys.stderr)  # what an error below it belongs to
        path = mutated(seed, folder)
        began = sum(os.times()[:4])  # of the processor, children too: a busy computer is not a slow file
        fault = fault_of(path, marked=seed % MARKED == 0)
        seconds = sum(os.times()[:4]) - began
        if fault:
            faults[seed] = fault
        if seconds > slowest:
            slowest, slowest_seed = seconds, seed
    print(json.dumps({"faults": faults, "slowest": slowest, "seed": slowest_seed, **memory()}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
