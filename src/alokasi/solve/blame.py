"""Which clause, lock or policy limit stands in the way when counting alone does not tell.

Each rule and lock is left out in turn: what makes a plan possible is named. Nothing here is a proof by itself; that
no plan exists has been proved before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import POSTS, Freedom, Instance, build
from alokasi_models.cpsat.locks import CODE, LOCKS, subject
from alokasi_models.plan import Reason
from alokasi_models.problem import Lock

WORK = 5.0
DIVIDED_OUT = "K067"  # without it no work needs an owner: a plan nearly always exists, which explains nothing


@dataclass(slots=True)
class _Trials:
    """Looks for a plan with something left out; `unfinished` once a trial ended without an answer."""

    inst: Instance
    clock: Clock
    seed: int
    unfinished: bool = field(default=False, init=False)

    def possible(self, max_moves: int | None, without: str = "") -> bool:
        built = build(self.inst, Freedom(), None, max_moves, (without,) if without else ())
        found = search(Task(built, 0, Effort(WORK, self.seed, first_only=True)), self.clock).found
        self.unfinished |= found is Found.UNKNOWN
        return found in (Found.OPTIMAL, Found.FEASIBLE)


def blocking(inst: Instance, clock: Clock, seed: int, max_moves: int | None) -> tuple[Reason, ...]:
    """The move budget, the clauses and the locks without which a plan exists; never empty.

    K067 is named only where nothing else is: every plan has to divide the work out.
    """
    trials = _Trials(inst, clock, seed)
    if max_moves is not None and trials.possible(None):
        return (_moves(max_moves),)
    rules = [rule for rule in POSTS if rule != DIVIDED_OUT and trials.possible(max_moves, rule)]
    locks = [
        lock
        for lock in inst.problem.locks
        if lock.kind in LOCKS and trials.possible(max_moves, subject(lock))
    ]
    if rules or locks:
        return (*(_clause(inst, rule) for rule in rules), *(_lock(lock) for lock in locks))
    if trials.unfinished:
        return (_unfinished(clock),)
    return (_clause(inst, DIVIDED_OUT),) if trials.possible(max_moves, DIVIDED_OUT) else (_together(),)


def _moves(most: int) -> Reason:
    return Reason(
        CODE,
        "Tidak ada susunan dengan paling banyak {n} orang yang berpindah; tanpa batas itu ada.",
        (("n", str(most)),),
    )


def _clause(inst: Instance, rule: str) -> Reason:
    return Reason(
        rule,
        "Tanpa ketentuan ini ({pasal}: {bunyi}) susunan dapat dibuat; dengan data ini ketentuan itu tidak terpenuhi.",
        (("pasal", inst.ruleset.rule(rule).clause), ("bunyi", inst.ruleset.rule(rule).statement.id)),
    )


def _lock(lock: Lock) -> Reason:
    return Reason(
        CODE,
        "Baris Ketentuan “{baris}” ({alasan}) tidak dapat dipenuhi bersama ketentuan lain.",
        (("baris", subject(lock)), ("alasan", lock.reason)),
        tuple(id for id in (lock.employee, lock.other, lock.team, lock.package) if id),
    )


def _together() -> Reason:
    return Reason(
        CODE,
        "Ketentuan, baris Ketentuan, dan batas kebijakan bersama-sama tidak dapat dipenuhi; melepas satu ketentuan "
        "atau satu baris saja belum memberi susunan.",
    )


def _unfinished(clock: Clock) -> Reason:
    return Reason(
        CODE,
        "Sudah terbukti tidak ada susunan, tetapi sebabnya belum sempat dicari dalam {detik} detik; beri waktu lebih.",
        (("detik", f"{clock.limit:g}"),),
    )
