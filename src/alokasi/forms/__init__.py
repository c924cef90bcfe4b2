"""Official ABK forms and staff lists as offices send them, turned into the ordinary workbook with a report.

Header synonyms, layouts and guesses stand in words.toml and positions.toml.
"""

from alokasi.forms.assumptions import Assumptions, assumptions
from alokasi.forms.bridge import hour_rows, write_imported, write_renewed
from alokasi.forms.compared import Compared, compared, compared_notes
from alokasi.forms.imported import Imported, NothingRecognised, import_files
from alokasi.forms.next_year import Renewed, next_year
from alokasi.forms.notes import About, Note

__all__ = [
    "About",
    "Assumptions",
    "Compared",
    "Imported",
    "Note",
    "NothingRecognised",
    "Renewed",
    "assumptions",
    "compared",
    "compared_notes",
    "hour_rows",
    "import_files",
    "next_year",
    "write_imported",
    "write_renewed",
]
