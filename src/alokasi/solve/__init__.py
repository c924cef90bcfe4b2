"""Finds the best lawful plan that time allows, and says honestly how good it is known to be."""

from alokasi.solve.limits import Limits
from alokasi.solve.solve import solve

__all__ = ["Limits", "solve"]
