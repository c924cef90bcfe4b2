"""Load of people (sheet Beban) and of teams (sheet Beban Tim), and who gives which team how many hours.

Load of a person = all hours (teams, individual work, the lead's duty, advice) / effective hours. EU tim = a
team's demand / the time its members give it. Both are computed by `alokasi_models.measures`; here they get
names and hours.
"""

from __future__ import annotations

import pandas as pd

from alokasi.results import NO_PLAN, Result
from alokasi.tables import naming
from alokasi.tables.frames import Columns, frame, hours, percent
from alokasi.texts import translate
from alokasi_models.measures import person_loads, team_loads
from alokasi_models.names import shown_names
from alokasi_models.natural import natural
from alokasi_models.plan import Plan

PERSON_LOAD: Columns = {
    "id_pegawai": str,
    "nama": str,
    "kode_unit": str,
    "jam": float,
    "jam_efektif": float,
    "persen": float,  # NaN without effective hours
    "jumlah_tim": int,
    "ketua_di": str,  # code of the team led
    "tamu": str,  # "ya": of no planned unit, has no target here
    "jam_dipinjamkan": float,  # reserved for units outside the workbook, not in `jam`
}

TEAM_LOAD: Columns = {
    "kode_tim": str,
    "nama_tim": str,
    "kode_unit": str,
    "anggota": int,  # lead and members, advisers not counted
    "beban_jam": float,
    "terisi_jam": float,
    "kurang_jam": float,
    "eu_persen": float,  # NaN where nobody gives it time
    "fte": float,
    "beban_rata_rata_persen": float,
    "beban_tertinggi_persen": float,
}

PERSON_TEAM_HOURS: Columns = {
    "id_pegawai": str,
    "nama": str,
    "kode_tim": str,  # blank: individual work
    "nama_tim": str,
    "jam": float,  # package hours, the lead's duty and advice
}

LOAD_BEFORE_AFTER: Columns = {
    "id_pegawai": str,
    "nama": str,
    "jam_sebelum": float,
    "jam_sesudah": float,
    "jam_efektif": float,
    "persen_sebelum": float,
    "persen_sesudah": float,
}


def person_load(result: Result) -> pd.DataFrame:
    """A row per person of the planned units, and per guest who has a seat or hours. Columns: PERSON_LOAD."""
    return _person_load(result, result.plan or NO_PLAN)


def team_load(result: Result) -> pd.DataFrame:
    """A row per team. Columns: TEAM_LOAD."""
    plan = result.plan or NO_PLAN
    formed = {team.id: team for team in plan.teams}
    return frame(
        TEAM_LOAD,
        (
            (
                load.id,
                formed[load.id].name or load.id,
                formed[load.id].unit,
                load.members,
                hours(load.demand),
                hours(load.filled),
                hours(load.unmet),
                percent(load.eu),
                round(load.fte, 4),
                percent(load.mean_share),
                percent(load.highest_share),
            )
            for load in sorted(
                team_loads(result.problem, plan, result.ruleset), key=lambda load: natural(load.id)
            )
        ),
    )


def person_team_hours(result: Result, lang: str = "id") -> pd.DataFrame:
    """A row per person and team (or individual work) with hours. Columns: PERSON_TEAM_HOURS."""
    plan = result.plan or NO_PLAN
    names, teams = shown_names(result.problem), naming.teams(result.problem, plan)
    minutes = plan.by_place()
    return frame(
        PERSON_TEAM_HOURS,
        (
            (
                person,
                names.get(person, person),
                team,
                teams.get(team, team) if team else translate("Penugasan individu", lang),
                hours(minutes[person, team]),
            )
            for person, team in sorted(minutes, key=lambda place: (natural(place[0]), natural(place[1])))
            if minutes[person, team] > 0
        ),
    )


def load_before_after(result: Result) -> pd.DataFrame:
    """A row per person with effective hours in the decree in force and in the plan; empty without a decree.

    A decree without any hours, given or reconstructed, says nothing of load: also empty. Columns:
    LOAD_BEFORE_AFTER.
    """
    if result.baseline is None or not any(result.baseline.load().values()):
        return frame(LOAD_BEFORE_AFTER, ())
    before = _person_load(result, result.baseline).set_index("id_pegawai")
    after = person_load(result)
    after = after[after["tamu"] != "ya"]
    return frame(
        LOAD_BEFORE_AFTER,
        (
            (
                row.id_pegawai,
                row.nama,
                before["jam"].get(row.id_pegawai, 0.0),
                row.jam,
                row.jam_efektif,
                before["persen"].get(row.id_pegawai, float("nan")),
                row.persen,
            )
            for row in after.itertuples()
        ),
    )


def _person_load(result: Result, plan: Plan) -> pd.DataFrame:
    problem = result.problem
    names, planned = shown_names(problem), {unit.id for unit in problem.planned}
    return frame(
        PERSON_LOAD,
        (
            (
                load.id,
                names.get(load.id, load.id),
                load.unit,
                hours(load.minutes),
                hours(load.effective),
                percent(load.share),
                load.teams,
                ", ".join(load.leads),
                "" if load.unit in planned else "ya",
                hours(load.lent),
            )
            for load in person_loads(problem, plan, result.ruleset)
        ),
    )
