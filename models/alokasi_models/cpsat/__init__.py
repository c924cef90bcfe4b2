"""The CP-SAT model of one workbook: decisions, what a plan is, the clauses, and the objective.

`build` wires them; `read_plan` turns an answer back into a plan. Which clause is posted by which function stands in
`POSTS`; clauses kept by never offering a forbidden choice stand in `KEPT_BY_CHOICE`.
"""

from alokasi_models.cpsat.build import Built, build, hint, plan_values
from alokasi_models.cpsat.freedom import Freedom
from alokasi_models.cpsat.instance import Instance, TeamSlot, instance
from alokasi_models.cpsat.left_out import LeftOut, left_out
from alokasi_models.cpsat.objective import TERM_EXPRESSIONS
from alokasi_models.cpsat.posts import KEPT_BY_CHOICE, POSTS
from alokasi_models.cpsat.reading import read_plan

__all__ = [
    "KEPT_BY_CHOICE",
    "POSTS",
    "TERM_EXPRESSIONS",
    "Built",
    "Freedom",
    "Instance",
    "LeftOut",
    "TeamSlot",
    "build",
    "hint",
    "instance",
    "left_out",
    "plan_values",
    "read_plan",
]
