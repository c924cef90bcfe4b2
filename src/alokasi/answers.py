"""What a what-if is answered with: the plan asked about, the audited plan after the changes, and what lies between.

Every answer is a real search and takes the road of any plan; none leaves here unaudited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Event
from typing import TYPE_CHECKING

from alokasi.changes import Change, Changed, apply, as_text, described, not_the_regulation
from alokasi.results import NO_PLAN, Assumption, Result, evaluate
from alokasi.rules import Audit, audit
from alokasi_models.differences import Difference, continuation, differences
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan

if TYPE_CHECKING:
    from alokasi.solve import Limits


@dataclass(frozen=True, slots=True)
class Answer:
    """`expected`: the plan asked about as merged and split teams leave it. `seats`: seats that differ from it, `least`:
    fewer cannot be; None where other aims were searched instead. `by_law`: the audit by the regulation as it is, where
    numbers of it are assumed otherwise. Later answers are better; the last is `final`.
    """

    base: Result
    changed: Changed
    result: Result
    expected: Plan
    seats: int | None = None
    least: int | None = None
    by_law: Audit | None = None
    final: bool = False

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Person by person, from the plan asked about; nothing where there is no plan."""
        if self.base.plan is None or self.result.plan is None:
            return ()
        minutes = {package.id: package.minutes for package in self.changed.problem.packages}
        same = continuation(self.base.plan, self.result.plan, minutes)
        return differences(self.base.plan, self.result.plan, same, self.expected)


def ask(
    base: Result,
    changes: Sequence[Change],
    limits: Limits,
    stop: Event | None = None,
    on: date | None = None,
) -> Iterator[Answer]:
    """A first answer at once, better ones until time is up. Raises ChangesRefused with every fault of the changes.

    `base` must have a plan (ValueError else).
    """
    if base.plan is None:
        raise ValueError("a what-if asks about a plan")
    changed = apply(base.problem, base.ruleset, changes, base.plan)
    return _answered(base, base.plan, changed, limits, stop, on)


def assumptions(base: Result, changed: Changed) -> tuple[Assumption, ...]:
    """Those of the plan asked about, then the changes, then every number that is not the regulation's."""
    before = tuple(one for one in base.assumed if not one.law)
    sentences = described(base.problem, changed)
    return (
        *before,
        *(Assumption(said, as_text(change)) for said, change in zip(sentences, changed.changes, strict=True)),
        *(Assumption(said, law=True) for said in not_the_regulation(changed.ruleset)),
    )


def _answered(
    base: Result, plan: Plan, changed: Changed, limits: Limits, stop: Event | None, on: date | None
) -> Iterator[Answer]:
    from alokasi.whatif import answers

    assumed = assumptions(base, changed)
    for found in answers(base.problem, base.ruleset, plan, changed, limits, stop):
        outcome = found.outcome
        result = evaluate(changed.problem, changed.ruleset, outcome.plan, outcome, on, assumed)
        yield Answer(
            base=base,
            changed=changed,
            result=result,
            expected=found.expected,
            seats=found.seats,
            least=found.least,
            by_law=_by_law(changed, outcome.plan, result.audit.on),
            final=found.final,
        )


def _by_law(changed: Changed, plan: Plan | None, on: date) -> Audit | None:
    if not changed.ruleset.changed:
        return None
    return audit(changed.problem, plan or NO_PLAN, ruleset(changed.problem, changed.ruleset.profile.id), on)
