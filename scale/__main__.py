"""`python -m scale` fills the database, prints the table and writes `docs/scale.md`; with `tiny` it
prints the table of a tiny database."""

import sys

from django.core.management import call_command
from django.db import connection

from bench.database import fill, prepared
from bench.sizes import TINY
from scale import sizes
from scale.run import lines_of
from scale.table import DOCUMENT, HEAD, document

SIZES = {"full": sizes.FULL, "tiny": sizes.TINY}


def main(names):
    """Prints the table; 1 where a line is over, 2 where it cannot be made."""
    if connection.vendor != "postgresql" or set(names) - set(SIZES):
        print(f"Use: python -m bootstrap.postgresql python -m scale [{' | '.join(SIZES)}]")
        return 2
    name = names[0] if names else "full"
    call_command("migrate", verbosity=0)
    fill(TINY)
    chosen = SIZES[name]
    print(HEAD)
    rows, lines = lines_of(prepared(TINY), chosen)
    if name == "full":
        DOCUMENT.write_text(document(lines, chosen, rows), encoding="utf-8")
    return int(any(line.is_over for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
