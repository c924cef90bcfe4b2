"""Tidy tables of a result: one function per table, its columns documented once beside it.

Column names are those of the workbook's sheets; hours are hours a year, percent is 0-100, texts are never
missing, a number that does not exist is NaN.
"""

from alokasi.tables.abk import POSITION_NEED, position_need
from alokasi.tables.answers import answer_sentences, costs, first_sentence
from alokasi.tables.assumed import assumed_sentences, read_assumed
from alokasi.tables.changes import MOVES, moves
from alokasi.tables.comparison import (
    COMPARED_FIGURES,
    COMPARED_ORIGINS,
    COMPARED_PEOPLE,
    COMPARED_SEATS,
    COMPARED_TERMS,
    COMPARED_VERDICTS,
    TEAM_CHANGES,
    compared_figures,
    compared_origins,
    compared_people,
    compared_seats,
    compared_terms,
    compared_verdicts,
    comparison_sheets,
    side_by_side,
    team_changes,
)
from alokasi.tables.comparison_words import comparison_assumed, comparison_sentences
from alokasi.tables.competences import (
    COMPETENCE_SUPPLY,
    TEAM_COMPETENCES,
    competence_supply,
    team_competences,
)
from alokasi.tables.differences import (
    FIGURE_CHANGES,
    PERSON_CHANGES,
    TERM_CHANGES,
    VERDICT_CHANGES,
    figure_changes,
    person_changes,
    plan_differences,
    term_changes,
    verdict_changes,
)
from alokasi.tables.digests import plan_digest, problem_digest
from alokasi.tables.frames import FULL, above_full, natural_order, rows
from alokasi.tables.headlines import Headline, State, attention, headlines
from alokasi.tables.history import HISTORY, history
from alokasi.tables.key_figures import key_figures, target_percent
from alokasi.tables.loads import (
    LOAD_BEFORE_AFTER,
    PERSON_LOAD,
    PERSON_TEAM_HOURS,
    TEAM_LOAD,
    load_before_after,
    person_load,
    person_team_hours,
    team_load,
)
from alokasi.tables.notes import note_issues
from alokasi.tables.seats import DIVISION, SEATS, division, seats
from alokasi.tables.sheets import SHEETS, records, result_sheets, summary_json
from alokasi.tables.source import comparison_source, source_line
from alokasi.tables.summary import SUMMARY, figures_summary, read_outcome
from alokasi.tables.unmet import UNMET, unmet_work
from alokasi.tables.verdicts import CLAUSES, clauses

__all__ = [
    "CLAUSES",
    "COMPARED_FIGURES",
    "COMPARED_ORIGINS",
    "COMPARED_PEOPLE",
    "COMPARED_SEATS",
    "COMPARED_TERMS",
    "COMPARED_VERDICTS",
    "COMPETENCE_SUPPLY",
    "DIVISION",
    "FIGURE_CHANGES",
    "FULL",
    "HISTORY",
    "LOAD_BEFORE_AFTER",
    "MOVES",
    "PERSON_CHANGES",
    "PERSON_LOAD",
    "PERSON_TEAM_HOURS",
    "POSITION_NEED",
    "SEATS",
    "SHEETS",
    "SUMMARY",
    "TEAM_CHANGES",
    "TEAM_COMPETENCES",
    "TEAM_LOAD",
    "TERM_CHANGES",
    "UNMET",
    "VERDICT_CHANGES",
    "Headline",
    "State",
    "above_full",
    "answer_sentences",
    "assumed_sentences",
    "attention",
    "clauses",
    "compared_figures",
    "compared_origins",
    "compared_people",
    "compared_seats",
    "compared_terms",
    "compared_verdicts",
    "comparison_assumed",
    "comparison_sentences",
    "comparison_sheets",
    "comparison_source",
    "competence_supply",
    "costs",
    "division",
    "figure_changes",
    "figures_summary",
    "first_sentence",
    "headlines",
    "history",
    "key_figures",
    "load_before_after",
    "moves",
    "natural_order",
    "note_issues",
    "person_changes",
    "person_load",
    "person_team_hours",
    "plan_differences",
    "plan_digest",
    "position_need",
    "problem_digest",
    "read_assumed",
    "read_outcome",
    "records",
    "result_sheets",
    "rows",
    "seats",
    "side_by_side",
    "source_line",
    "summary_json",
    "target_percent",
    "team_changes",
    "team_competences",
    "team_load",
    "term_changes",
    "unmet_work",
    "verdict_changes",
]
