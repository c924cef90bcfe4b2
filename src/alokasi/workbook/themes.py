"""Work themes (rumpun) are matched as written, so spellings that differ only in case or blanks are made one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from alokasi.workbook import cell_faults as faults
from alokasi.workbook import names
from alokasi.workbook.issues import Issue
from alokasi.workbook.rows import DataRow, Table

_THEME = "rumpun"


def with_known_themes(tables: Mapping[str, Table]) -> tuple[dict[str, Table], tuple[Issue, ...]]:
    """The first spelling in Tugas, then Tim, then Pegawai holds. Lists parted by commas are parted too."""
    known: dict[str, str] = {}
    changed = dict(tables)
    issues: list[Issue] = []
    for sheet in (names.PACKAGES, names.TEAMS, names.STAFF):
        if sheet not in tables:
            continue
        rows = []
        for row in tables[sheet].rows:
            spelled, found = _spelled(row, known)
            rows.append(spelled)
            issues += found
        changed[sheet] = replace(tables[sheet], rows=tuple(rows))
    return changed, tuple(issues)


def _spelled(row: DataRow, known: dict[str, str]) -> tuple[DataRow, list[Issue]]:
    value = row.values.get(_THEME)
    if isinstance(value, tuple):
        typed: tuple[str, ...] = tuple(part for theme in value for part in _parts(theme, known))
    elif isinstance(value, str):
        typed = (value,)
    else:
        return row, []
    meant = tuple(dict.fromkeys(known.setdefault(theme.casefold(), theme) for theme in typed))
    if meant == (value if isinstance(value, tuple) else (value,)):
        return row, []
    found = "; ".join(value) if isinstance(value, tuple) else value
    said = faults.read_as(row.at(_THEME), found, _THEME, "; ".join(meant))
    return replace(row, values={**row.values, _THEME: meant if isinstance(value, tuple) else meant[0]}), [
        said
    ]


def _parts(theme: str, known: Mapping[str, str]) -> Iterator[str]:
    """A text with commas whose parts are all known themes is a list."""
    parts = [part.strip() for part in theme.split(",")]
    if theme.casefold() not in known and len(parts) > 1 and all(part.casefold() in known for part in parts):
        yield from parts
    else:
        yield theme
