"""The workbook: template, reader, result. Every problem is told with its cell, all in one pass."""

from alokasi.workbook.issues import Issue, Severity, issue_rows
from alokasi.workbook.marked import write_marked
from alokasi.workbook.read import Reading, read
from alokasi.workbook.write import write_bridge, write_comparison, write_result, write_template

__all__ = [
    "Issue",
    "Reading",
    "Severity",
    "issue_rows",
    "read",
    "write_bridge",
    "write_comparison",
    "write_marked",
    "write_result",
    "write_template",
]
