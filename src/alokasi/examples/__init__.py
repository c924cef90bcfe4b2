"""Invented units: an example workbook per pattern, larger units by size and seed, and small ones for tests."""

from alokasi.examples.catalogue import EXAMPLES, example, file_name, write_examples
from alokasi.examples.generated import generate

__all__ = ["EXAMPLES", "example", "file_name", "generate", "write_examples"]
