"""`python -m alokasi.examples FOLDER` writes the example workbooks again."""

from __future__ import annotations

import sys
from pathlib import Path

from alokasi.examples.catalogue import write_examples

for path in write_examples(Path(sys.argv[1] if len(sys.argv) > 1 else "data")):
    print(path)
