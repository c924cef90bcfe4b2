"""HiGHS' branch and cut in a process of its own, which can be ended at once; it tells what it finds on the way.

What runs there is `alokasi.linear.child`.
"""

from __future__ import annotations

import json
import math
import pickle
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from subprocess import PIPE, Popen
from threading import Thread
from typing import Any

import numpy as np

from alokasi.linear.child import ENDED, Task
from alokasi.linear.program import Linear, whole_number

POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Branched:
    """What branch and cut told, in the units of the model.

    `bound`: proven, not yet rounded. `value`, `values`: objective and variables of its best plan, empty without one.
    `ended`: by itself (proved, or its nodes spent), so that a repeat finds the same; False where time ran out first.
    """

    bound: float
    value: float
    values: tuple[float, ...]
    ended: bool


class Branching:
    """A running child. It ends by itself after `nodes` or `seconds`, or when whoever waits has no time left."""

    def __init__(
        self,
        linear: Linear,
        known: Mapping[int, int],
        seconds: float,
        nodes: int | None = None,
        gap: float = 0.0,
    ) -> None:
        self._unit, self._money = linear.unit, linear.money
        self._told: dict[str, Any] = {"bound": -math.inf, "value": math.inf, "values": [], "status": ""}
        asked = pickle.dumps(Task(linear, linear.scaled(known) if known else None, seconds, nodes, gap))
        child = [sys.executable, "-c", "from alokasi.linear.child import main; main()"]
        self._child = Popen(child, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        self._talk = Thread(target=self._exchange, args=(asked,), daemon=True)
        self._talk.start()

    @property
    def running(self) -> bool:
        return self._talk.is_alive()

    def wait(
        self, left: Callable[[], float], meanwhile: Callable[[Branched], None] | None = None
    ) -> Branched:
        """What was found when the child ended or no time was `left`; `meanwhile` gets what it finds on the way.
        RuntimeError where our program in it failed.
        """
        heard = math.inf
        while self.running and left() > 0:
            self._talk.join(POLL_SECONDS)
            found = self._found()
            if meanwhile is not None and self.running and found.value < heard:
                heard = found.value
                meanwhile(found)
        self.end()
        if self._child.returncode > 0:
            raise RuntimeError(f"branch and cut failed: {self._told['error']}")
        return self._found()

    def _found(self) -> Branched:
        told = dict(self._told)  # the child may tell more at any time
        values = np.asarray(told["values"], dtype=float)
        return Branched(
            bound=told["bound"] * self._money,
            value=told["value"] * self._money,
            values=tuple(values * self._unit) if len(values) else (),
            ended=told["status"] in ENDED,
        )

    def proven(self) -> float:
        """The best bound told so far."""
        return whole_number(self._told["bound"] * self._money)

    def end(self) -> None:
        """Ends the child where it still runs."""
        if self.running:
            self._child.kill()
        self._talk.join()

    def _exchange(self, asked: bytes) -> None:
        with self._child as child:
            assert child.stdin is not None
            assert child.stdout is not None
            assert child.stderr is not None
            try:
                child.stdin.write(asked)
                child.stdin.close()
            except BrokenPipeError:  # ended before it had read its task
                return
            for line in child.stdout:
                if line.endswith(b"\n"):  # a line cut short by the end of the child says nothing
                    self._told |= json.loads(line)
            self._told["error"] = child.stderr.read().decode(errors="replace")
