"""Which clause, lock or policy limit stands in the way when counting alone does not tell.

Each rule and lock is left out in turn: what makes a plan possible is named. Nothing here is a proof by itself; that
no plan exists has been proved before.
"""

from __future__ import annotations

from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import POSTS, Freedom, Instance, build
from alokasi_models.cpsat.locks import CODE, LOCKS, subject
from alokasi_models.plan import Reason

WORK = 5.0


def blocking(inst: Instance, clock: Clock, seed: int, max_moves: int | None) -> tuple[Reason, ...]:
    """The move budget, the clauses and the locks without which a plan exists; all together where none alone does."""
    if max_moves is not None and _possible(inst, clock, seed, None, ()):
        return (
            Reason(
                "KETENTUAN",
                "Tidak ada susunan dengan paling banyak {n} orang yang berpindah; tanpa batas itu ada.",
                (("n", str(max_moves)),),
            ),
        )
    alone = [rule for rule in POSTS if _possible(inst, clock, seed, max_moves, (rule,))]
    reasons = [_clause(inst, rule) for rule in alone]
    for lock in inst.problem.locks:
        if lock.kind in LOCKS and _possible(inst, clock, seed, max_moves, (subject(lock),)):
            reasons.append(
                Reason(
                    CODE,
                    "Baris Ketentuan “{baris}” ({alasan}) tidak dapat dipenuhi bersama ketentuan lain.",
                    (("baris", subject(lock)), ("alasan", lock.reason)),
                    tuple(id for id in (lock.employee, lock.other, lock.team, lock.package) if id),
                )
            )
    return tuple(reasons) or _together(inst)


def _clause(inst: Instance, rule: str) -> Reason:
    return Reason(
        rule,
        "Tanpa ketentuan ini ({pasal}: {bunyi}) susunan dapat dibuat; dengan data ini ketentuan itu tidak terpenuhi.",
        (("pasal", inst.ruleset.rule(rule).clause), ("bunyi", inst.ruleset.rule(rule).statement.id)),
    )


def _together(inst: Instance) -> tuple[Reason, ...]:
    return (
        Reason(
            "P01",
            "Beberapa ketentuan dan batas beban {batas} % bersama-sama tidak dapat dipenuhi; "
            "tidak satu pun sendirian menjadi sebab.",
            (("batas", str(inst.ruleset.policy("P01").value)),),
        ),
    )


def _possible(
    inst: Instance, clock: Clock, seed: int, max_moves: int | None, without: tuple[str, ...]
) -> bool:
    built = build(inst, Freedom(), None, max_moves, without)
    answer = search(Task(built, 0, Effort(WORK, seed, first_only=True)), clock)
    return answer.found in (Found.OPTIMAL, Found.FEASIBLE)
