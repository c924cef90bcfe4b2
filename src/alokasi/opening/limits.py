"""How much of a file is taken at most."""

MOST_BYTES = 10 * 1024**2
MOST_OPENED_BYTES = 50 * 1024**2
MOST_PARTS = 200
MOST_SHEETS = 200
MOST_RATIO = 100
RATIO_FROM = 1024**2  # bytes of a part; a smaller one may be as dense as it likes
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_EMPTY_ROWS = 1_000  # that end a table: what stands below them is a stray cell
MOST_CELLS = 2_000_000
MOST_LETTERS = 20_000_000  # of all cells together: one shared text may stand in many cells
SECONDS = 8
COPY_SECONDS = 10  # of the child that marks a copy; then a copy of the values must do
COPY_MEMORY = 420 * 1024**2
MEMORY = 400 * 1024**2  # of the child; with what the parent holds it stays below 500 MB
