"""Work themes (rumpun) are matched as written: spellings that differ only in case are made one, slips are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from alokasi.texts import Message
from alokasi.workbook import cell_faults as faults
from alokasi.workbook import names
from alokasi.workbook.faults import warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.rows import DataRow, Table
from alokasi.workbook.words import misspelled

_MOST_THEMES = 300  # beyond, the column holds something else than themes
_THEME, _CAREER = "rumpun", "arah_karier"
_SHEETS = (names.PACKAGES, names.TEAMS, names.STAFF)


def with_known_themes(tables: Mapping[str, Table]) -> tuple[dict[str, Table], tuple[Issue, ...]]:
    """The first spelling in Tugas, then Tim, then Pegawai holds. Lists parted by commas are parted too."""
    known: dict[str, str] = {}
    changed = dict(tables)
    issues: list[Issue] = []
    for sheet in _SHEETS:
        if sheet not in tables:
            continue
        rows = []
        for row in tables[sheet].rows:
            spelled, found = _spelled(row, known)
            rows.append(spelled)
            issues += found
        changed[sheet] = replace(tables[sheet], rows=tuple(rows))
    return changed, tuple(issues)


def with_known_careers(tables: Mapping[str, Table]) -> tuple[dict[str, Table], tuple[Issue, ...]]:
    """arah_karier as a theme of Tugas or a competence code is spelled; one that is neither is told."""
    if names.STAFF not in tables:
        return dict(tables), ()
    aims = _aims(tables)
    rows = []
    issues: list[Issue] = []
    for row in tables[names.STAFF].rows:
        typed = row.text(_CAREER)
        meant = aims.get(typed.casefold(), "")
        if typed and not meant:
            issues.append(_no_aim(row, typed))
        elif typed != meant:
            issues.append(faults.read_as(row.at(_CAREER), typed, _CAREER, meant))
            row = replace(row, values={**row.values, _CAREER: meant})
        rows.append(row)
    staff = replace(tables[names.STAFF], rows=tuple(rows))
    return {**tables, names.STAFF: staff}, tuple(issues)


def theme_issues(tables: Mapping[str, Table]) -> Iterator[Issue]:
    """A spelling almost like one used more often, at its first cell: two themes or a slip, which we do not guess."""
    used: defaultdict[str, list[DataRow]] = defaultdict(list)
    for sheet in _SHEETS:
        for row in tables[sheet].rows if sheet in tables else ():
            for theme in row.texts(_THEME) or (row.text(_THEME),):
                if theme:
                    used[theme].append(row)
    for one, other in combinations(used, 2) if len(used) <= _MOST_THEMES else ():
        if misspelled(one, other):
            rare, usual = sorted((one, other), key=lambda theme: len(used[theme]))
            yield _slip(rare, usual, used)


def _slip(rare: str, usual: str, used: Mapping[str, list[DataRow]]) -> Issue:
    rule = Message.of(
        "rumpun “{nilai}” ({n} baris) hampir sama dengan “{lain}” ({m} baris) dan dibaca sebagai rumpun lain.",
        nilai=rare,
        lain=usual,
        n=len(used[rare]),
        m=len(used[usual]),
    )
    action = Message.of("Tulis {maksud} bila itu maksudnya.", maksud=usual)
    return warning("W094", used[rare][0].at(_THEME), rare, rule, action)


def _aims(tables: Mapping[str, Table]) -> dict[str, str]:
    packages = tables[names.PACKAGES].rows if names.PACKAGES in tables else ()
    competences = tables[names.COMPETENCES].rows if names.COMPETENCES in tables else ()
    by_name = {row.text("nama").casefold(): row.text("kode_kompetensi") for row in competences}
    by_code = {row.text("kode_kompetensi").casefold(): row.text("kode_kompetensi") for row in competences}
    themes = {row.text(_THEME).casefold(): row.text(_THEME) for row in packages}
    return {**by_name, **by_code, **themes}


def _no_aim(row: DataRow, typed: str) -> Issue:
    rule = Message.of(
        "arah_karier “{nilai}” bukan rumpun di Tugas atau kompetensi yang dikenal.", nilai=typed
    )
    action = Message.of("Tulis rumpun atau kode kompetensi; selain itu tidak dipakai.")
    return warning("W085", row.at(_CAREER), typed, rule, action)


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
