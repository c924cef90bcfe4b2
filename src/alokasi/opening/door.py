"""The one way in: checks a file, has it parsed by a child within limits, returns its sheets as they stand."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from alokasi.errors import UsageError
from alokasi.opening.archive import parts_of
from alokasi.opening.limited import ChildError, run_limited
from alokasi.opening.limits import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_OPENED_BYTES,
    MOST_ROWS,
    MOST_SHEETS,
    SECONDS,
)
from alokasi.opening.raw import OpenedBook, RawSheet, Separation
from alokasi.opening.refusal import Refusal, Why
from alokasi.opening.refused import RefusedFile
from alokasi.opening.signature import refuse_no_csv, refuse_other_archives, refuse_other_kinds
from alokasi.texts import Message

_PARSER = "from alokasi.opening.child import main; main()"
_CSV = ".csv"


def open_book(path: Path) -> OpenedBook:
    """A workbook, a CSV file, or a folder of CSV files named after the sheets.

    Raises UsageError where there is no such file, RefusedFile (a DataError) where it is not to be opened.
    """
    path = Path(path)
    try:
        _refuse_absent(path)
        if path.is_dir():
            return _csv_files(
                path, sorted(file for file in path.iterdir() if is_csv(file) and file.is_file())
            )
        return _csv_files(path, [path]) if is_csv(path) else _workbook(path)
    except Refusal as why:
        raise RefusedFile(path, why) from why
    except OSError as error:
        raise RefusedFile(path, Refusal(Why.UNREADABLE)) from error


def checked_bytes(path: Path) -> bytes:
    """The bytes of a workbook whose archive is in order. Raises RefusedFile."""
    try:
        return _checked(path)
    except Refusal as why:
        raise RefusedFile(path, why) from why
    except OSError as error:
        raise RefusedFile(path, Refusal(Why.UNREADABLE)) from error


def is_csv(path: Path) -> bool:
    return path.suffix.lower() == _CSV


def _refuse_absent(path: Path) -> None:
    """Raises UsageError; PermissionError where its folder may not be looked into."""
    try:
        path.stat()
    except PermissionError:
        raise
    except OSError as error:  # also a name that is too long, or links that lead in a circle
        raise UsageError(Message.of("Berkas {berkas} tidak ada.", berkas=str(path))) from error


def _workbook(path: Path) -> OpenedBook:
    told = _parsed({"workbook": True}, _checked(path))
    return OpenedBook(tuple(map(_of_workbook, told)), any(sheet["calendar_1904"] for sheet in told))


def _checked(path: Path) -> bytes:
    data = _bytes(path)
    refuse_other_kinds(data)
    refuse_other_archives(parts_of(data).keys())
    return data


def _csv_files(path: Path, files: list[Path]) -> OpenedBook:
    if not files:
        raise Refusal(Why.NO_CSV)
    if len(files) > MOST_SHEETS:
        raise Refusal(Why.MANY_SHEETS, str(len(files)))
    contents = [_text_bytes(file) for file in files]
    if files == [path] and not contents[0]:
        raise Refusal(Why.EMPTY)
    opened = sum(map(len, contents))
    if opened > MOST_OPENED_BYTES:
        raise Refusal(Why.LARGE_CONTENT, str(round(opened / 1024**2)))
    sizes = [(file.stem, len(content)) for file, content in zip(files, contents, strict=True)]
    told = _parsed({"workbook": False, "files": sizes}, b"".join(contents))
    return OpenedBook(tuple(map(_of_csv, told)))


def _text_bytes(path: Path) -> bytes:
    """Of a CSV file. Raises RefusedFile with its own name also where it is one of many."""
    data = _bytes(path)
    try:
        refuse_no_csv(data)
    except Refusal as why:
        raise RefusedFile(path, why) from why
    return data


def _bytes(path: Path) -> bytes:
    """Raises RefusedFile for what is too large or no file, with its own name also where it is one of many."""
    if not path.is_file():  # a pipe would be waited for, a device never ends
        raise RefusedFile(path, Refusal(Why.NO_FILE))
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise RefusedFile(path, Refusal(Why.LARGE_FILE, f"{path.stat().st_size / 1024**2:.1f}"))
    return data


def _parsed(asked: dict[str, Any], data: bytes) -> list[dict[str, Any]]:
    """One mapping per sheet, as the child tells them."""
    ended = run_limited(_PARSER, json.dumps(asked).encode() + b"\n" + data, SECONDS, light=True)
    if ended.why is not None:
        raise Refusal(ended.why) from ChildError(ended.fault)
    *sheets, last = map(json.loads, ended.told.splitlines())
    if "why" in last:
        raise Refusal(Why(last["why"]), last["value"])
    return sheets


def _of_workbook(told: dict[str, Any]) -> RawSheet:
    rows = told["rows"]
    for row, column in told["dates"]:
        rows[row - 1][column - 1] = datetime.fromisoformat(rows[row - 1][column - 1])
    for row, column in told["spans"]:
        rows[row - 1][column - 1] = timedelta(seconds=rows[row - 1][column - 1])
    return RawSheet(
        told["name"],
        tuple(map(tuple, rows)),
        percent=frozenset(map(tuple, told["percent"])),
        rounded=frozenset(map(tuple, told["rounded"])),
        formulas={(row, column): text for row, column, text in told["formulas"]},
        uncomputed=frozenset(map(tuple, told["uncomputed"])),
        hidden_rows=tuple(told["hidden_rows"]),
        merged=tuple(told["merged"]),
        hidden=told["hidden"],
        stray=tuple(told["stray"]) if told["stray"] else None,
        strays=told["strays"],
        empty_rows=told["empty_rows"],
        last_row=told["last_row"],
        columns=told["columns"],
        whole=_within(told),
    )


def _of_csv(told: dict[str, Any]) -> RawSheet:
    faults = tuple(map(tuple, told["faults"]))
    return RawSheet(
        told["name"],
        tuple(map(tuple, told["rows"])),
        last_row=told["last_row"],
        columns=told["columns"],
        csv=Separation(told["encoding"], told["separator"], told["announced"], faults),
        whole=told["whole"] and _within(told),
    )


def _within(told: dict[str, Any]) -> bool:
    return int(told["last_row"]) <= MOST_ROWS and int(told["columns"]) <= MOST_COLUMNS
