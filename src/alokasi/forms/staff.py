"""The people of a staff list: who they are by their columns, structural officials and vacant posts among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from math import isfinite

from alokasi.forms.lexicon import Lexicon
from alokasi.forms.positions import Position, category_of, echelon_kind, level_of, position
from alokasi.forms.staff_table import StaffTable
from alokasi.workbook.dates import parsed_date, serial_date, two_dates
from alokasi.workbook.raw import Place
from alokasi.workbook.words import folded
from alokasi_models.problem import Category, EmployeeStatus, Level

_GRADE = re.compile(r"\b(IV|I{1,3})\s*[/.\-\s]\s*([a-eA-E])\b")
_ROMAN = re.compile(r"\b[IVX]+\b")
_PPPK_GRADES = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
)
_ACTING = re.compile(r"^\s*(plt|plh|pelaksana tugas|pelaksana harian)\b[.\s]*", re.IGNORECASE)
_TOTAL = ("jumlah", "total")
_WITH_NIP = re.compile(
    r"(.*?)[\s,/]*(?:\b(?:NIP|NI\s*PPPK|NIPPPK)\b[\s.:]*)?(\d[\d\s]{13,}\d)\s*", re.IGNORECASE | re.DOTALL
)
_LONGEST_NAME = 300
_WITHOUT_NIP = re.compile(r"[\s,/]*\b(NIP|NI\s*PPPK|NIPPPK)\b[\s.:\-–—]*$", re.IGNORECASE)
_PPPK_ONLY = 4  # of the PPPK grades the first could also be those of a PNS without the letter


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a staff list. `gone`, `away`, `outside`: words that say so; `texts`: other cells by field.

    `dates`: starts, leaves (the last day), birth; `unread`: fields whose cell could not be read.
    """

    row: int
    name: str
    nip: object
    nip_at: Place
    at: Place
    position: Position
    status: EmployeeStatus | None
    grade: str
    texts: Mapping[str, str]
    dates: Mapping[str, date]
    acting: bool = False
    gone: str = ""
    away: str = ""
    outside: str = ""
    guessed: frozenset[str] = frozenset()
    unread: Mapping[str, Place] = field(default_factory=dict)
    vacant: bool = False  # a post that nobody holds; `name` is blank


def people(table: StaffTable, words: Lexicon) -> Iterator[Person]:
    for row in range(table.first, table.last + 1):
        text = " ".join(_name_and_nip(table, row)[0].split())
        if folded(text).startswith(_TOTAL) or not _lists_somebody(table, row):
            continue
        if folded(text) and folded(text) not in words.staff_words["vacant"]:
            yield _person(table, row, text, words)
        elif (text or _lists_a_post(table, row)) and _person(table, row, "", words).position.kind is not None:
            yield replace(_person(table, row, "", words), vacant=True)


def nameless(table: StaffTable, persons: Iterable[Person]) -> tuple[int, ...]:
    """Filled rows without a person or a post, totals and signatures among them."""
    listed = {row for person in persons for row in _lines(table, person.row)}
    rows = range(table.first, table.last + 1)
    return tuple(row for row in rows if table.seen.filled(row) and row not in listed)


def _name_and_nip(table: StaffTable, row: int) -> tuple[str, object, int]:
    """The name, the NIP as it stands (None for none), and the column of the NIP; both may stand in one cell."""
    column = table.column("nip")
    if (name := table.column("name")) is not None:
        return (
            table.seen.own(row, name),
            None if column is None else table.seen.raw.value(row, column),
            column or 1,
        )
    together = table.column("name_nip") or 1
    text = " ".join(table.seen.own(row, together).split())[:_LONGEST_NAME]
    found = _WITH_NIP.fullmatch(text)
    if found is None:
        return _WITHOUT_NIP.sub("", text), None, together
    return found[1].strip(" ,"), found[2], together


def _lines(table: StaffTable, row: int) -> tuple[int, ...]:
    """The rows of a person: a second one where the NIP stands below the name, as the header says it does."""
    below = row + 1
    if table.column("name_nip") is None or table.column("name") is not None or below > table.last:
        return (row,)
    name, nip, _ = _name_and_nip(table, below)
    return (row, below) if nip is not None and not name else (row,)


def _lists_somebody(table: StaffTable, row: int) -> bool:
    """Beside the name something that lists of people tell: a signature has none, a header repeated on the next page
    has but titles.
    """
    seen = table.seen
    lines = [line for line in (table.top - 1, table.top) if line]
    same = [c for c in seen.filled(row) if seen.text(row, c) in {seen.text(line, c) for line in lines}]
    if len(same) > 1:
        return False
    columns = [table.column(field) for field in ("nip", "position", "grade", "status", "kind", "level")]
    return any(column is not None and table.seen.own(row, column) for column in columns)


def _lists_a_post(table: StaffTable, row: int) -> bool:
    """Beside the position more that lists tell of a post: a signature stands alone."""
    known = [column for column, title in table.titles.items() if title.field not in ("", "position")]
    return any(table.seen.own(row, column) for column in known)


def _person(table: StaffTable, row: int, name: str, words: Lexicon) -> Person:
    seen, lines = table.seen, _lines(table, row)
    texts = {
        title.field: " ".join(
            [*seen.text(row, column).split(), *(seen.own(r, column) for r in lines[1:])]
        ).strip()
        for column, title in table.titles.items()
        if title.field
    }
    dates, unread = _dates(table, row)
    _, nip, nip_column = _name_and_nip(table, lines[-1])
    status, outside = _status(texts.get("status", ""), words)
    acting = _ACTING.match(texts.get("position", "")) is not None
    held, guessed = _held({**texts, "position": _ACTING.sub("", texts.get("position", ""))}, words)
    grade = _grade(texts.get("grade", ""), status)
    if status is None and not outside and grade in _PPPK_GRADES:
        status, guessed = EmployeeStatus.PPPK, guessed | {"status"}
    active = folded(texts.get("active", "") or texts.get("status", ""))
    return Person(
        row=row,
        name=name,
        nip=nip,
        nip_at=seen.at(lines[-1], nip_column),
        at=seen.at(row, table.column("name") or table.column("name_nip") or 1),
        position=held,
        status=status,
        grade=grade,
        texts=texts,
        dates=dates,
        acting=acting,
        gone=active if active in words.staff_words["gone"] else "",
        away=active if active in words.staff_words["away"] else "",
        outside=outside,
        guessed=guessed,
        unread=unread,
    )


def _held(texts: Mapping[str, str], words: Lexicon) -> tuple[Position, frozenset[str]]:
    """The position by its columns first, by its name where they are silent; what came from the name is a guess."""
    named = position(texts.get("position", ""))
    kind = folded(texts.get("kind", ""))
    level = level_of(texts.get("level", "")) or named.level
    structural = kind in words.staff_words["structural"]
    rank = echelon_kind(texts.get("echelon", "")) or (
        echelon_kind(texts.get("kind", "")) if structural else None
    )
    guessed: set[str] = set()
    if rank is None and named.kind is not None and kind not in words.staff_words["functional"]:
        rank = named.kind
        guessed.add("kind")
    if rank is not None:
        return Position(texts.get("position", "") or named.name, kind=rank), frozenset(guessed)
    category = _category(kind, level, named, words)
    if category is not None and not kind and level is None:
        guessed.add("category")
    name = named.name if named.level is not None else texts.get("position", "")
    return Position(name, level if category is not Category.PELAKSANA else None, category), frozenset(guessed)


def _category(kind: str, level: Level | None, named: Position, words: Lexicon) -> Category | None:
    if kind in words.staff_words["general"]:
        return Category.PELAKSANA
    if level is not None:
        return category_of(level)
    if "keahlian" in kind:
        return Category.EXPERT
    if "keterampilan" in kind:
        return Category.SKILL
    return None if kind in words.staff_words["functional"] else named.category


def _status(text: str, words: Lexicon) -> tuple[EmployeeStatus | None, str]:
    plain = folded(text)
    if plain in words.staff_words["pns"]:
        return EmployeeStatus.PNS, ""
    if plain in words.staff_words["pppk"]:
        return EmployeeStatus.PPPK, ""
    return None, text if plain in words.staff_words["not_asn"] else ""


def _grade(text: str, status: EmployeeStatus | None) -> str:
    found = _GRADE.search(text)
    if found is not None:
        return f"{found[1].upper()}/{found[2].lower()}"
    known = {EmployeeStatus.PPPK: _PPPK_GRADES, None: _PPPK_GRADES[_PPPK_ONLY:]}.get(status, ())
    roman = _ROMAN.search(text.upper())
    return roman[0] if roman is not None and roman[0] in known else ""


def _dates(table: StaffTable, row: int) -> tuple[dict[str, date], dict[str, Place]]:
    """A pension begins the day after the last one at work."""
    found: dict[str, date] = {}
    unread: dict[str, Place] = {}
    for title, day in (("starts", 0), ("leaves_first", -1), ("leaves_last", 0), ("birth", 0)):
        column = table.column(title)
        value = None if column is None else table.seen.raw.value(row, column)
        if value is None or column is None or not str(value).strip(" -–—"):
            continue
        doubtful = column in table.month_first and isinstance(value, str) and two_dates(value) is not None
        read = None if doubtful else _date(value)
        if read is None:
            unread[title] = table.seen.at(row, column)
        else:
            name = "leaves" if title.startswith("leaves") else title
            found.setdefault(name, read + timedelta(days=day))
    return found, unread


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)):
        return serial_date(int(value)) if isfinite(value) else None
    return parsed_date(str(value).strip())
