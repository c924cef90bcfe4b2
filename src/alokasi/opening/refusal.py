"""Why a file is not opened. The sentences stand in `refused`; the child that parses sends words only."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    EMPTY = "empty"
    DAMAGED = "damaged"
    OLD_OR_LOCKED = "old or locked"
    HTML = "html"
    OTHER_PROGRAM = "other program"
    NO_WORKBOOK = "no workbook"
    WORKBOOK_AS_CSV = "workbook as csv"
    CSV_AS_WORKBOOK = "csv as workbook"
    MACROS = "macros"
    CONTROLS = "controls"
    LARGE_FILE = "large file"
    LARGE_CONTENT = "large content"
    OVERLAP = "overlap"
    DOUBLED_PART = "doubled part"
    ODD_NAME = "odd name"
    ODD_COMPRESSION = "odd compression"
    DENSE = "dense"
    MANY_PARTS = "many parts"
    MANY_SHEETS = "many sheets"
    DEFINITIONS = "definitions"
    STRICT = "strict"
    MANY_CELLS = "many cells"
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"
    UNREADABLE = "unreadable"
    NO_FILE = "no file"
    NO_CSV = "no csv"


class Refusal(Exception):
    """`value`: what was found, as text for the message."""

    def __init__(self, why: Why, value: str = "") -> None:
        super().__init__(why, value)
        self.why = why
        self.value = value
