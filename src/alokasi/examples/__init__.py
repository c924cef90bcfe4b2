"""Invented units: an example workbook per pattern, larger units by size and seed, and small ones for tests."""

from alokasi.examples.catalogue import EXAMPLES, PLANNED, example, file_name, write_examples
from alokasi.examples.generated import generate
from alokasi.examples.several import several
from alokasi.examples.small import random_problem, tiny

__all__ = [
    "EXAMPLES",
    "PLANNED",
    "example",
    "file_name",
    "generate",
    "random_problem",
    "several",
    "tiny",
    "write_examples",
]
