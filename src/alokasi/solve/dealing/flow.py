"""Flow at least cost from a source to a sink; equal costs are told apart by place, so that a repeat flows the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

SOURCE: Hashable = ("from",)
SINK: Hashable = ("to",)
_FINE = 1_000  # steps of cost between which places decide
_STRIDE = 7_919  # a prime: neighbouring arcs differ


@dataclass(slots=True)
class Flow:
    """A network under construction. Arcs have a capacity and a cost for each unit, both whole."""

    _nodes: dict[Hashable, int] = field(default_factory=dict)
    _tails: list[Hashable] = field(default_factory=list)
    _heads: list[Hashable] = field(default_factory=list)
    _capacities: list[int] = field(default_factory=list)
    _costs: list[int] = field(default_factory=list)

    def arc(self, tail: Hashable, head: Hashable, capacity: int, cost: int = 0) -> None:
        if capacity > 0:
            self._nodes.setdefault(tail, len(self._nodes))
            self._nodes.setdefault(head, len(self._nodes))
            self._tails.append(tail)
            self._heads.append(head)
            self._capacities.append(capacity)
            self._costs.append(cost * _FINE + len(self._costs) * _STRIDE % (_FINE - 1))

    def cheapest(self) -> Counter[tuple[Hashable, Hashable]]:
        """(tail, head) -> what flows there; as much as can flows from SOURCE to SINK, at the least cost."""
        found: Counter[tuple[Hashable, Hashable]] = Counter()
        if SOURCE not in self._nodes or SINK not in self._nodes:
            return found
        network = SimpleMinCostFlow()
        arcs = network.add_arcs_with_capacity_and_unit_cost(
            np.array([self._nodes[tail] for tail in self._tails]),
            np.array([self._nodes[head] for head in self._heads]),
            np.array(self._capacities),
            np.array(self._costs),
        )
        everything = sum(
            capacity for tail, capacity in zip(self._tails, self._capacities, strict=True) if tail == SOURCE
        )
        network.set_node_supply(self._nodes[SOURCE], everything)
        network.set_node_supply(self._nodes[SINK], -everything)
        network.solve_max_flow_with_min_cost()
        for tail, head, amount in zip(self._tails, self._heads, network.flows(arcs).tolist(), strict=True):
            if amount:
                found[tail, head] += amount
        return found
