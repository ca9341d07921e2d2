"""How much may be read from one file: enough for a large council, too little to harm a server."""

MEGABYTE = 1024 * 1024

LARGEST_FILE = 60 * MEGABYTE
MOST_ROWS = 200_000
MOST_COLUMNS = 500
# Filled or not, between the first cell and the last: what a reader of workbooks keeps in memory.
MOST_CELLS = 6_000_000
MOST_SHEETS = 100

# A workbook is a zip. Rows that are much alike shrink to a hundredth; a bomb to a thousandth.
LARGEST_UNPACKED = 600 * MEGABYTE
LARGEST_RATIO = 250
RATIO_MATTERS_FROM = 20 * MEGABYTE
MOST_PARTS = 2_000
