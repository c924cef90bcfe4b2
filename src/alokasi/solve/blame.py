"""Which clause, lock or policy limit stands in the way when counting alone does not tell.

Each rule and lock is left out in turn: what makes a plan possible is named, with those whom the plan then breaks it
for, as few as a short search finds. Nothing here is a proof by itself; that no plan exists has been proved before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from alokasi.solve.counting.case import Case, case, reason
from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi.texts import Bilingual, Message, exact
from alokasi_models.cpsat import POSTS, Freedom, Instance, LeftOut, build, instance, left_out
from alokasi_models.cpsat.locks import subject
from alokasi_models.eligibility import NARROWING
from alokasi_models.plan import Cause, Plan, Reason
from alokasi_models.problem import Lock, LockKind

WORK = 5.0
DIVIDED_OUT = "K067"  # without it no work needs an owner: a plan nearly always exists, which explains nothing
RULES = tuple(sorted({*POSTS, *NARROWING} - {DIVIDED_OUT}))


@dataclass(slots=True)
class _Trials:
    """Looks for a plan with something left out; `unfinished` once a trial ended without an answer."""

    inst: Instance
    clock: Clock
    seed: int
    unfinished: bool = field(default=False, init=False)

    def without_moves(self) -> bool:
        """Whether a plan exists as things stand, however many people move."""
        return self._planned(self.inst, None)

    def without_lock(self, max_moves: int | None, lock: Lock) -> bool:
        """Whether a plan exists for the workbook without this row; a row also tells who may sit where."""
        problem = self.inst.problem
        others = tuple(other for other in problem.locks if subject(other) != subject(lock))
        freed = instance(replace(problem, locks=others), self.inst.ruleset, watch=self.inst.watch)
        return self._planned(freed, max_moves)

    def without_rule(self, max_moves: int | None, rule: str) -> tuple[str, ...] | None:
        """Ids of those whom a plan without the rule breaks it for, none where time is short; None: no such plan."""
        left = left_out(self.inst, rule, max_moves)
        if left is None or not self._possible(Task(left.built, 0, Effort(WORK, self.seed, first_only=True))):
            return None
        return self._broken(left)

    def _planned(self, inst: Instance, max_moves: int | None) -> bool:
        built = build(inst, Freedom(), None, max_moves)
        return self._possible(Task(built, 0, Effort(WORK, self.seed, first_only=True)))

    def _possible(self, task: Task) -> bool:
        found = search(task, self.clock).found
        self.unfinished |= found is Found.UNKNOWN
        return found in (Found.OPTIMAL, Found.FEASIBLE)

    def _broken(self, left: LeftOut) -> tuple[str, ...]:
        fewest = Task(left.built, sum(left.broken.values()), Effort(WORK, self.seed), left.broken)
        answer = search(fewest, self.clock)
        if answer.plan is None:
            return ()
        named = (id for subject in answer.on for id in _ids(self.inst, subject, answer.plan))
        return tuple(dict.fromkeys(named))


def blocking(inst: Instance, clock: Clock, seed: int, max_moves: int | None) -> tuple[Reason, ...]:
    """The move budget, the clauses, the policy limits and the locks without which a plan exists; never empty.

    K067 is named only where nothing else is: every plan has to divide the work out.
    """
    trials = _Trials(inst, clock, seed)
    if max_moves is not None and trials.without_moves():
        return (_moves(max_moves),)
    rules = [(rule, trials.without_rule(max_moves, rule)) for rule in RULES]
    locks = [
        lock
        for lock in inst.problem.locks
        if lock.kind is not LockKind.WISH and trials.without_lock(max_moves, lock)
    ]
    indexed = case(inst.problem, inst.ruleset)
    found = [
        *(_rule(indexed, rule, ids) for rule, ids in rules if ids is not None),
        *(_lock(indexed, lock) for lock in locks),
    ]
    if found:
        return tuple(found)
    if trials.unfinished:
        return (unfinished(clock),)
    undivided = trials.without_rule(max_moves, DIVIDED_OUT)
    return (_together(),) if undivided is None else (_rule(indexed, DIVIDED_OUT, undivided),)


def _ids(inst: Instance, subject: str, plan: Plan) -> Iterator[str]:
    """What the workbook knows of a subject; of a team that is only designed, its seat and its work."""
    problem = inst.problem
    known = {
        row.id
        for rows in (problem.employees, problem.teams, problem.packages, problem.officials)
        for row in rows
    }
    designed = {slot.id: slot.seat for slot in inst.slots if slot.designed}
    parts = subject.split(" @ ")
    for part in parts:
        if part in designed:
            yield designed[part]
            yield from dict.fromkeys(work.package for work in plan.work if work.team == part)
        elif part in known or len(parts) == 1:
            yield part


def _moves(most: int) -> Reason:
    return reason(
        Cause.MOVES,
        Message.of(
            "Tidak ada susunan dengan paling banyak {n} orang yang berpindah; tanpa batas itu ada.", n=most
        ),
        (),
    )


def _rule(case: Case, id: str, ids: tuple[str, ...]) -> Reason:
    if id.startswith("P"):
        return _policy(case, id, ids)
    code = case.clause_of(id, case.units[0]) if id.startswith("A") else id
    rule = case.ruleset.rule(code)
    if not ids:
        fact = Message.of(
            "Tanpa ketentuan ini ({pasal}: {bunyi}) susunan dapat dibuat; dengan data ini ketentuan itu tidak "
            "terpenuhi.",
            pasal=rule.clause,
            bunyi=Bilingual(rule.statement.id, rule.statement.en),
        )
    else:
        fact = Message.of(
            "Tanpa ketentuan ini ({pasal}: {bunyi}) susunan dapat dibuat; dengan data ini ketentuan itu tidak "
            "terpenuhi. Yang bersangkutan: {siapa}.",
            pasal=rule.clause,
            bunyi=Bilingual(rule.statement.id, rule.statement.en),
            siapa=case.names(ids),
        )
    return reason(code, fact, ids)


def _policy(case: Case, id: str, ids: tuple[str, ...]) -> Reason:
    statement = case.ruleset.policy(id).statement
    bunyi = Bilingual(statement.id, statement.en)
    if not ids:
        return reason(id, Message.of("Tanpa batas ini ({bunyi}) susunan dapat dibuat.", bunyi=bunyi), ())
    fact = Message.of(
        "Tanpa batas ini ({bunyi}) susunan dapat dibuat. Yang melampauinya: {siapa}.",
        bunyi=bunyi,
        siapa=case.names(ids),
    )
    return reason(id, fact, ids)


def _lock(case: Case, lock: Lock) -> Reason:
    ids = tuple(id for id in (lock.employee, lock.other, lock.team, lock.package) if id)
    fact = Message.of(
        "Baris Ketentuan “{jenis}” untuk {siapa} ({alasan}) tidak dapat dipenuhi bersama ketentuan lain.",
        jenis=str(lock.kind),
        siapa=case.names(ids),
        alasan=lock.reason,
    )
    return reason(Cause.WORKBOOK, fact, ids)


def _together() -> Reason:
    fact = Message.of(
        "Ketentuan, isi buku kerja, dan batas kebijakan bersama-sama tidak dapat dipenuhi; melepas satu ketentuan, "
        "satu batas kebijakan, atau satu baris Ketentuan saja belum memberi susunan."
    )
    return reason(Cause.TOGETHER, fact, ())


def unfinished(clock: Clock) -> Reason:
    fact = Message.of(
        "Sudah terbukti tidak ada susunan, tetapi sebabnya belum sempat dicari dalam {detik} detik; beri waktu lebih.",
        detik=exact(clock.limit),
    )
    return reason(Cause.CLOCK, fact, ())
