"""What differs between two results: people, figures, objectives, verdicts. The first is the one compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pandas as pd

from alokasi.results import NO_PLAN, Result
from alokasi.tables import naming
from alokasi.tables.figure_words import TITLES, unit_words
from alokasi.tables.frames import Columns, frame, hours
from alokasi.tables.key_figures import UNITS, key_figures
from alokasi.tables.terms import term_title, term_unit
from alokasi.tables.verdicts import clauses
from alokasi.texts import show, translate, wording
from alokasi_models.differences import ALONE, Difference, DifferenceKind, continuation
from alokasi_models.differences import differences as between
from alokasi_models.names import shown_names
from alokasi_models.natural import natural
from alokasi_models.plan import Plan
from alokasi_models.score import score

PERSON_CHANGES: Columns = {
    "id_pegawai": str,
    "nama": str,
    "perubahan": str,  # masuk, keluar, pindah, ganti peran, ikut tim, ganti jam
    "kode_tim": str,  # "" for individual work
    "nama_tim": str,
    "tim_lain": str,  # name of the team left, "" for none
    "peran_sebelum": str,  # "" where there was no seat
    "peran_sesudah": str,  # "" where there is none
    "jam_sebelum": float,  # a year, the lead's duty and advice included
    "jam_sesudah": float,
    "selisih_jam": float,
}
FIGURE_CHANGES: Columns = {
    "nama": str,  # as in Ringkasan
    "judul": str,
    "sebelum": float,  # NaN: no such figure
    "sesudah": float,
    "selisih": float,
    "satuan": str,
}
TERM_CHANGES: Columns = {
    "tujuan": str,  # title of the objective
    "nama": str,  # of the term, as in Ringkasan
    "judul": str,
    "sebelum": float,
    "sesudah": float,
    "selisih": float,  # above 0 is worse
    "satuan": str,  # menit, jam, or blank for a count
}
VERDICT_CHANGES: Columns = {
    "kode_unit": str,
    "kode": str,
    "pasal": str,
    "ketentuan": str,
    "sebelum": str,  # status; "" where the clause was not judged
    "sesudah": str,
}

_ORDER = tuple(DifferenceKind)
Row: TypeAlias = tuple[object, ...]


def plan_differences(earlier: Result, later: Result, expected: Plan | None = None) -> tuple[Difference, ...]:
    """Person by person; teams that go on under another code are the same. Nothing where either has no plan."""
    if earlier.plan is None or later.plan is None:
        return ()
    minutes = {
        package.id: package.minutes for package in (*earlier.problem.packages, *later.problem.packages)
    }
    return between(earlier.plan, later.plan, continuation(earlier.plan, later.plan, minutes), expected)


def person_changes(earlier: Result, later: Result, expected: Plan | None = None) -> pd.DataFrame:
    """A row per person and seat that differs, seats first, then hours; by name. Columns: PERSON_CHANGES."""
    return frame(PERSON_CHANGES, person_rows(earlier, later, plan_differences(earlier, later, expected)))


def person_rows(earlier: Result, later: Result, found: Iterable[Difference]) -> Iterator[Row]:
    names = shown_names(earlier.problem) | shown_names(later.problem)
    teams = naming.teams(earlier.problem, earlier.plan, later.plan)
    teams |= naming.teams(later.problem, later.plan)

    def order(one: Difference) -> tuple[object, ...]:
        seated = one.kind is DifferenceKind.HOURS
        return seated, natural(names.get(one.employee, one.employee)), one.employee, natural(one.team)

    for one in sorted(found, key=order):
        yield (
            one.employee,
            names.get(one.employee, one.employee),
            str(one.kind),
            one.team,
            teams.get(one.team, one.team) if one.team != ALONE else "",
            teams.get(one.other, one.other) if one.other else "",
            one.role_before,
            one.role_after,
            hours(one.before),
            hours(one.after),
            hours(one.after - one.before),
        )


def figure_changes(earlier: Result, later: Result, lang: str = "id") -> pd.DataFrame:
    """A row per key figure. Columns: FIGURE_CHANGES."""
    before, after = key_figures(earlier), key_figures(later)

    def rows() -> Iterator[Row]:
        for name in UNITS:
            was, now = _number(before[name]), _number(after[name])
            yield name, wording(TITLES[name], lang), was, now, now - was, show(unit_words(name), lang)

    return frame(FIGURE_CHANGES, rows())


def term_changes(earlier: Result, later: Result, lang: str = "id") -> pd.DataFrame:
    """A row per term of the later one's objectives, in their order. Columns: TERM_CHANGES."""
    before = score(earlier.problem, earlier.plan or NO_PLAN, earlier.ruleset)
    after = score(later.problem, later.plan or NO_PLAN, later.ruleset)

    def rows() -> Iterator[Row]:
        for tier in later.ruleset.profile.tiers:
            for term in tier.terms:
                was, now = float(before[term.name]), float(after[term.name])
                yield (
                    tier.title[lang],
                    term.name,
                    term_title(term.name, lang),
                    was,
                    now,
                    now - was,
                    translate(term_unit(term.name), lang),
                )

    return frame(TERM_CHANGES, rows())


def verdict_changes(earlier: Result, later: Result, lang: str = "id") -> pd.DataFrame:
    """A row per clause or limit of policy whose status differs. Columns: VERDICT_CHANGES."""
    before = {(row["kode_unit"], row["kode"]): row for row in clauses(earlier, lang).to_dict("records")}

    def rows() -> Iterator[Row]:
        for row in clauses(later, lang).to_dict("records"):
            was = before.get((row["kode_unit"], row["kode"]))
            status = "" if was is None else str(was["status"])
            if status != row["status"]:
                yield row["kode_unit"], row["kode"], row["pasal"], row["ketentuan"], status, row["status"]

    return frame(VERDICT_CHANGES, rows())


def _number(value: float | int | None) -> float:
    return float("nan") if value is None else float(value)
