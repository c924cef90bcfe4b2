"""Uji Pasal as rows: what each clause, and each limit of policy, says of the plan."""

from __future__ import annotations

import pandas as pd

from alokasi.results import Result
from alokasi.rules.verdicts import Audit
from alokasi.tables.frames import Columns, frame
from alokasi.texts import translate, wording
from alokasi_models.packs import Ruleset

CLAUSES: Columns = {
    "kode_unit": str,
    "kode": str,  # K.. a clause, P.. a limit of policy
    "pasal": str,
    "ketentuan": str,  # short statement in our own words
    "status": str,
    "bukti": str,  # one counted sentence
    "rincian": str,  # one line per finding
    "bacaan": str,  # readings in force, "A1 = per_pejabat"
    "penentu": str,  # who must decide or act
}


def clauses(result: Result, lang: str = "id") -> pd.DataFrame:
    """A row per clause and unit in the order of the pack, policy last. Columns: CLAUSES."""
    return clause_rows(result.audit, result.ruleset, lang)


def clause_rows(audit: Audit, ruleset: Ruleset, lang: str = "id") -> pd.DataFrame:
    """As `clauses`, of any audit (such as that of the decree in force)."""
    return frame(
        CLAUSES,
        (
            (
                verdict.unit,
                verdict.rule,
                *_law(verdict.rule, ruleset, lang),
                str(verdict.status),
                wording(verdict.evidence, lang),
                "\n".join(wording(finding.text, lang) for finding in verdict.findings),
                ", ".join(f"{reading} = {ruleset.readings[reading]}" for reading in verdict.readings),
                wording(verdict.decided_by, lang),
            )
            for verdict in audit.verdicts
        ),
    )


def _law(code: str, ruleset: Ruleset, lang: str) -> tuple[str, str]:
    """(clause, statement); a limit of policy names no clause."""
    if code in ruleset.norm.policies:
        return translate("Batas kebijakan, bukan pasal", lang), ruleset.policy(code).statement[lang]
    rule = ruleset.rule(code)
    return rule.clause, rule.statement[lang]
