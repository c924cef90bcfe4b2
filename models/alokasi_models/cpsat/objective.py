"""Every term of the objective as a linear expression; the definitions stand in `alokasi_models.terms`.

A term's expression equals the score of the plan once the measuring variables are pressed down, to the last unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from alokasi_models.cpsat.auxiliaries import Auxiliaries
from alokasi_models.cpsat.change_terms import changes, wishes
from alokasi_models.cpsat.decisions import Decisions, Expr
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.people_terms import (
    away_from_seat,
    career,
    many_teams,
    person_load,
    second_seats,
    team_load,
)
from alokasi_models.cpsat.team_terms import (
    foreign_leads,
    hours_apart,
    lead_mastery,
    team_sizes,
    team_unmet,
    teams_formed,
    theme_cohesion,
)
from alokasi_models.cpsat.work_terms import misfit, missing_competence, unmet_minutes

TermExpression: TypeAlias = Callable[[Auxiliaries, Decisions, Instance], Expr]

TERM_EXPRESSIONS: Mapping[str, TermExpression] = {
    "kurang_jam": unmet_minutes,
    "kompetensi_wajib": missing_competence,
    "ketua_pemilik": foreign_leads,
    "penguasaan_ketua": lead_mastery,
    "beban_orang": person_load,
    "beban_tim": team_load,
    "selisih_jam_tim": hours_apart,
    "isi_tim": team_unmet,
    "kecocokan": misfit,
    "kohesi_rumpun": theme_cohesion,
    "arah_karier": career,
    "harapan": wishes,
    "perubahan": changes,
    "jumlah_tim": teams_formed,
    "lintas_kedudukan": away_from_seat,
    "rangkap": second_seats,
    "ukuran_tim": team_sizes,
    "tim_semua_unit": many_teams,
}
