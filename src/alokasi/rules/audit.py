"""The audit: a verdict on every clause and every limit of policy, for each planned unit, of any plan.

    verdict = in scope? -> what the clause asks of the plan -> advice in patterns 7-9 -> decided in Setelan?
              -> is its number the regulation's?

A solved plan, one made by hand (however flawed) and the decree in force take the same road. Nothing here knows a
solver.
"""

from __future__ import annotations

from datetime import date

from alokasi.rules.assumed import assumed
from alokasi.rules.checks import CHECKS, OF_A_PLAN
from alokasi.rules.decisions import settled
from alokasi.rules.index import index
from alokasi.rules.judging import NO_PLAN, lacking
from alokasi.rules.policy import judge_policy
from alokasi.rules.scope import as_advice, out_of_scope
from alokasi.rules.verdicts import Audit, Verdict
from alokasi.rules.view import View, views
from alokasi_models.law import Rule
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem


def audit(problem: Problem, plan: Plan, ruleset: Ruleset, on: date | None = None) -> Audit:
    """Judges the plan on a date (today by default), by the readings and limits of the ruleset.

    Never raises for what a plan says: unknown people, teams and officials are findings.
    """
    day = on or date.today()
    verdicts: list[Verdict] = []
    for view in views(index(problem, plan, ruleset, day)):
        verdicts += [_judge(rule, view) for rule in ruleset.pack.rules.values()]
        verdicts += [judge_policy(policy, view) for policy in ruleset.norm.policies.values()]
    return Audit(day, tuple(verdicts))


def _judge(rule: Rule, view: View) -> Verdict:
    outside = out_of_scope(rule, view)
    if outside is not None:
        return outside
    if view.without_plan and rule.id in OF_A_PLAN:
        found = lacking(rule, view, NO_PLAN)
    else:
        found = CHECKS[rule.id](rule, view)
    return assumed(settled(as_advice(found, rule, view), rule, view), view)
