"""Counting proofs that no plan can exist, before any solver: each names the clause or policy and the people.

Every reason is a necessary condition that fails, so none is ever false; a workbook without a reason may still
be impossible. Work that cannot be filled is never a reason: it is shown as unmet.
"""

from __future__ import annotations

from collections.abc import Collection

from alokasi.solve.counting.case import LOCKS, case
from alokasi.solve.counting.hours import hours
from alokasi.solve.counting.leads import leads
from alokasi.solve.counting.locked_work import locked_work
from alokasi.solve.counting.locks import locks
from alokasi.solve.counting.members import members
from alokasi.solve.counting.pairs import pairs
from alokasi.solve.counting.places import places
from alokasi.solve.counting.work import work
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Reason
from alokasi_models.problem import Problem

__all__ = ["LOCKS", "impossible"]

_CHECKS = (places, leads, members, locks, locked_work, pairs, hours, work)


def impossible(problem: Problem, ruleset: Ruleset, incomplete: Collection[str] = ()) -> tuple[Reason, ...]:
    """Every reason found, each once: places of teams, leads, members, locks, hours, work without an owner.

    `incomplete`: fields of the problem (`employees`, `teams`, `packages`, `loans`, `locks`) that lack rows which could
    not be read; then only reasons are told that hold whatever those rows say.

    `code` is the clause (K..), the policy limit (P..) or `KETENTUAN`, where the workbook's own rows
    (Ketentuan, Tim, Pelibatan) contradict each other. Empty: nothing found.
    """
    indexed = case(problem, ruleset, incomplete)
    return tuple(dict.fromkeys(reason for check in _CHECKS for reason in check(indexed)))
