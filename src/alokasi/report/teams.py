"""Every team as a card: lead, members with their load of the year, work, what is missing, clauses that warn."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Coordinator

from alokasi import tables
from alokasi.report.cells import Grid, hours, share
from alokasi.report.grids import packages
from alokasi.results import Result
from alokasi.rules.verdicts import VerdictStatus
from alokasi.texts import Hours, Message, Share, translate, wording

_LEAST_SCALE = 150.0  # percent: the load bars of all teams share one scale


@dataclass(frozen=True, slots=True)
class SeatLine:
    name: str
    position: str
    role: str
    hours: str
    duty: str
    percent: float
    load: str
    most: float


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
    teams, gaps = tables.team_load(result).set_index("kode_tim"), tables.team_competences(result)
    most = max(_LEAST_SCALE, float(loads["persen"].max())) if loads["persen"].notna().any() else _LEAST_SCALE
    return tuple(
        TeamCard(
            id=team.id,
            name=team.name or team.id,
            seat=_place(result, team, lang),
            kind=translate(str(team.kind), lang),
            hours=_filled(teams, team.id, lang),
            lead=_coordinator(result, team, seats, lang),
            warnings=_warnings(result, team.id, lang),
            seats=tuple(_line(result, row, loads, most, lang) for row in _of(seats, team.id)),
            packages=packages(result, team.id, lang),
            gaps=_gaps(gaps[(gaps["kode_tim"] == team.id) & (gaps["kurang"] > 0)], lang),
        )
        for team in sorted(result.plan.teams, key=lambda team: team.id)
    )


def _of(seats: pd.DataFrame, team: str) -> list[dict[str, object]]:
    return seats[seats["kode_tim"] == team].to_dict("records")  # type: ignore[return-value]  # column names are texts


def _line(result: Result, row: dict[str, object], loads: pd.DataFrame, most: float, lang: str) -> SeatLine:
    person = str(row["id_pegawai"])
    percent = float(loads["persen"].get(person, float("nan")))
    return SeatLine(
        name=str(row["nama"]),
        position=_position(result, person),
        role=translate(str(row["peran"]), lang),
        hours=hours(row["jam"], lang),
        duty=hours(row["jam_ketua"], lang) if row["jam_ketua"] else "–",
        percent=0.0 if percent != percent else round(percent, 1),
        load=share(percent, lang),
        most=round(most),
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
    return wording(Message.of("di bawah {jabatan} ({nama})", jabatan=official.position, nama=official.name), lang)


def _coordinator(result: Result, team: FormedTeam, seats: pd.DataFrame, lang: str) -> str:
    leads = list(seats[(seats["kode_tim"] == team.id) & (seats["peran"] == "Ketua")]["nama"])
    if leads:
        return wording(Message.of("Ketua: {nama}", nama=", ".join(leads)), lang)
    if team.coordinator is Coordinator.ADMINISTRATOR:
        officials = {o.id: o.name or o.position for o in result.problem.officials}
        return wording(Message.of("Dikoordinasikan Administrator: {nama}", nama=officials.get(team.seat, team.seat)), lang)
    return wording(Message.of("Belum ada ketua"), lang)


def _filled(teams: pd.DataFrame, team: str, lang: str) -> str:
    if team not in teams.index:
        return wording(Message.of("belum ada jam"), lang)
    row = teams.loc[team]
    load = row["eu_persen"]
    return wording(
        Message.of(
            "{terisi} dari {beban} terisi; EU tim {eu}",
            terisi=Hours(60 * float(row["terisi_jam"])),
            beban=Hours(60 * float(row["beban_jam"])),
            eu="–" if load != load else Share(float(load) / 100),
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


def _gaps(rows: pd.DataFrame, lang: str) -> tuple[str, ...]:
    return tuple(
        wording(
            Message.of(
                "Kompetensi wajib belum cukup: {nama} level {level}, ada {ada} dari {perlu} orang",
                nama=str(row.nama),
                level=str(row.level),
                ada=int(row.ditempatkan),
                perlu=int(row.dibutuhkan),
            ),
            lang,
        )
        for row in rows.itertuples()
    )
