"""What Excel offers and refuses while a user types: drop-down lists, limits, prompts and error texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from alokasi.texts import Message, wording
from alokasi.workbook import names
from alokasi.workbook.lists import list_name
from alokasi.workbook.schema import HIGHEST_SKILL, Column, Kind, Sheet

_TITLE_LETTERS, _PROMPT_LETTERS = 32, 255  # of Excel
_MOST_COMPETENCES = 60
_EARLIEST, _LATEST = date(1940, 1, 1), date(2150, 12, 31)


def add_validation(page: Any, sheet: Sheet, column: Column, place: int, last: int) -> None:
    rule = _rule(sheet, column)
    prompt = wording(column.prompt)
    rule |= {
        "input_title": column.name[:_TITLE_LETTERS],
        "input_message": prompt[:_PROMPT_LETTERS],
        "ignore_blank": True,
    }
    page.data_validation(1, place, last, place, rule)


def _rule(sheet: Sheet, column: Column) -> dict[str, Any]:
    if column.refers and column.name != "indikator":
        return _list_rule(
            list_name(sheet, column),
            Message.of("Kode ini tidak ada di lembar {lembar}.", lembar=column.refers),
            "warning",
        )
    if column.choices or column.kind is Kind.YES_NO:
        return _list_rule(
            list_name(sheet, column), Message.of("Pilih salah satu nilai dalam daftar."), "stop"
        )
    if column.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _EARLIEST,
            "maximum": _LATEST,
            **_error(Message.of("Isi tanggal HH/BB/TTTT, misalnya 31/12/2027."), "stop"),
        }
    if column.numeric and not column.derived:
        return _number_rule(column)
    return {"validate": "any"}


def _list_rule(name: str, error: Message, severity: str) -> dict[str, Any]:
    return {"validate": "list", "source": f"={name}", **_error(error, severity)}


def _number_rule(column: Column) -> dict[str, Any]:
    kind = "integer" if column.kind is Kind.WHOLE else "decimal"
    if column.above_zero:
        error = Message.of("Isi angka lebih dari 0. Desimal memakai koma.")
        return {"validate": kind, "criteria": ">", "value": 0, **_error(error, "stop")}
    least, most = column.least or 0, column.most or 0
    error = Message.of("Isi angka {least} sampai {most}.", least=int(least), most=int(most))
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": float(least),
        "maximum": float(most),
        **_error(error, "stop"),
    }


def add_skill_validation(page: Any, first: int, last: int) -> None:
    page.data_validation(
        1,
        first,
        last,
        first + _MOST_COMPETENCES,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": int(HIGHEST_SKILL),
            "ignore_blank": True,
            "input_title": names.COMPETENCES,
            "input_message": wording(Message.of("Tingkat 0 sampai 5. Kosong berarti 0.")),
            **_error(Message.of("Isi tingkat 0 sampai 5."), "stop"),
        },
    )


def _error(message: Message, severity: str) -> dict[str, str]:
    return {
        "error_title": wording(Message.of("Isian tidak sah")),
        "error_message": wording(message),
        "error_type": severity,
    }
