"""Measures the outside data alone: `python -m outside` in benchmarks/; the folder as option or in ALOKASI_BENCH."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from outside.data import FOLDER, folder
from outside.known import KNOWN
from outside.measured import measure


def main() -> None:
    parser = argparse.ArgumentParser(description="Solves the outside data beside its known values.")
    parser.add_argument("--data", type=Path, help=f"folder of the data; else ${FOLDER}, else ../shared/bench")
    parser.add_argument("--only", default="", help="files whose name has this text")
    options = parser.parse_args()
    found = folder(options.data)
    if found is None:
        sys.exit("no outside data: name its folder")
    for known in KNOWN:
        if options.only in known.file:
            print(asdict(measure(found, known.file)), flush=True)


if __name__ == "__main__":
    main()
