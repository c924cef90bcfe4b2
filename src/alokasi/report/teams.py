"""Every team as a card: lead, members with their load of the year, work, what is missing, clauses that
warn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from alokasi import tables
from alokasi.report.cells import Grid, hours, share
from alokasi.report.grids import packages
from alokasi.results import Result
from alokasi.rules.verdicts import VerdictStatus
from alokasi.texts import Hours, Message, Share, translate, wording
from alokasi_models.names import shown_names
from alokasi_models.natural import natural
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Coordinator

_LEAST_SCALE = 125.0  # percent: the load bars of all teams share one scale


@dataclass(frozen=True, slots=True)
class SeatLine:
    name: str
    position: str
    role: str
    hours: str
    duty: str
    width: float  # of the load bar, percent of its room
    over: bool
    load: str


@dataclass(frozen=True, slots=True)
class TeamCard:
    id: str
    name: str
    seat: str
    kind: str
    hours: str
    lead: str
    warnings: tuple[str, ...]
    seats: tuple[SeatLine, ...]
    packages: Grid
    gaps: tuple[str, ...]


def cards(result: Result, lang: str) -> tuple[TeamCard, ...]:
    """Teams by code."""
    if result.plan is None:
        return ()
    seats, loads = tables.seats(result), tables.person_load(result).set_index("id_pegawai")
    teams, gaps = tables.team_load(result), tables.team_competences(result)
    most = max(_LEAST_SCALE, float(loads["persen"].max())) if loads["persen"].notna().any() else _LEAST_SCALE
    return tuple(
        TeamCard(
            id=team.id,
            name=team.name or team.id,
            seat=_place(result, team, lang),
            kind=translate(str(team.kind), lang),
            hours=_filled(_of(teams, team.id), lang),
            lead=_coordinator(result, team, seats, lang),
            warnings=_warnings(result, team.id, lang),
            seats=tuple(_line(result, row, loads, most, lang) for row in _of(seats, team.id)),
            packages=packages(result, team.id, lang),
            gaps=_gaps(_of(gaps, team.id), lang),
        )
        for team in sorted(result.plan.teams, key=lambda team: natural(team.id))
    )


def _of(table: pd.DataFrame, team: str) -> list[dict[str, Any]]:
    return tables.rows(table[table["kode_tim"] == team])


def _line(result: Result, row: dict[str, Any], loads: pd.DataFrame, most: float, lang: str) -> SeatLine:
    person = str(row["id_pegawai"])
    percent = float(loads["persen"].get(person, float("nan")))
    return SeatLine(
        name=str(row["nama"]),
        position=_position(result, person),
        role=translate(str(row["peran"]), lang),
        hours=hours(row["jam"], lang),
        duty=hours(row["jam_ketua"], lang) if row["jam_ketua"] else "–",
        width=0.0 if percent != percent else round(100 * percent / most, 1),
        over=tables.above_full(percent),
        load=share(percent, lang) + (" ▲" if tables.above_full(percent) else ""),
    )


def _position(result: Result, person: str) -> str:
    known = {e.id: f"{e.position} {e.level or ''}".strip() for e in result.problem.employees}
    return known.get(person, "–")


def _place(result: Result, team: FormedTeam, lang: str) -> str:
    officials = {o.id: o for o in result.problem.officials}
    official = officials.get(team.seat)
    if official is None:
        return wording(Message.of("di bawah {pejabat}", pejabat=team.seat), lang)
    if not official.name:
        return wording(Message.of("di bawah {jabatan}", jabatan=official.position), lang)
    return wording(
        Message.of(
            "di bawah {jabatan} ({nama})",
            jabatan=official.position,
            nama=shown_names(result.problem)[official.id],
        ),
        lang,
    )


def _coordinator(result: Result, team: FormedTeam, seats: pd.DataFrame, lang: str) -> str:
    leads = list(seats[(seats["kode_tim"] == team.id) & (seats["peran"] == "Ketua")]["nama"])
    if leads:
        return wording(Message.of("Ketua: {nama}", nama=", ".join(leads)), lang)
    if team.coordinator is Coordinator.ADMINISTRATOR:
        administrator = shown_names(result.problem).get(team.seat, team.seat)
        return wording(Message.of("Dikoordinasikan Administrator: {nama}", nama=administrator), lang)
    return wording(Message.of("Belum ada ketua"), lang)


def _filled(loads: list[dict[str, Any]], lang: str) -> str:
    if not loads:
        return wording(Message.of("belum ada jam"), lang)
    row = loads[0]
    load = float(row["eu_persen"])
    return wording(
        Message.of(
            "{terisi} dari {beban} terisi; EU tim {eu}",
            terisi=Hours(60 * row["terisi_jam"]),
            beban=Hours(60 * row["beban_jam"]),
            eu="–" if load != load else Share(load / 100),
        ),
        lang,
    )


def _warnings(result: Result, team: str, lang: str) -> tuple[str, ...]:
    return tuple(
        wording(Message.of("✗ {kode}: {temuan}", kode=verdict.rule, temuan=finding.text), lang)
        for verdict in result.audit.verdicts
        if verdict.status is VerdictStatus.NOT_MET
        for finding in verdict.findings
        if team in finding.ids
    )


def _gaps(asked: list[dict[str, Any]], lang: str) -> tuple[str, ...]:
    return tuple(
        wording(
            Message.of(
                "Kompetensi wajib belum cukup: {nama} level {level}, ada {ada} dari {perlu} orang",
                nama=row["nama"],
                level=row["level"],
                ada=row["ditempatkan"],
                perlu=row["dibutuhkan"],
            ),
            lang,
        )
        for row in asked
        if row["kurang"] > 0
    )
