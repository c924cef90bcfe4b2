"""The register of checks, and what the audit may import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from alokasi.rules import CHECKS
from alokasi.rules.policy import LIMITS
from alokasi_models.packs import norm, pack

SOLVER = (
    "ortools",
    "alokasi.solve",
    *(f"alokasi_models.{m}" for m in ("cpsat", "structure", "score", "fit")),
)


def test_every_clause_has_a_check_and_no_check_is_without_a_clause():
    assert set(CHECKS) == set(pack().rules)


def test_every_limit_of_policy_has_a_check_and_no_check_is_without_a_limit():
    assert set(LIMITS) == set(norm().policies)


@pytest.mark.parametrize("name", SOLVER)
def test_the_audit_does_not_load(name: str):
    program = "import sys, alokasi.rules\nprint(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "alokasi.rules.audit" in loaded
    assert [m for m in loaded if m == name or m.startswith(f"{name}.")] == []
