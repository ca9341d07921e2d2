"""`python -m bench` makes the database and runs every bench; with the names of benches, those over
the database that is there."""

import sys

from bench import checks, home, imports, lists, open_pages, readers, report
from bench.comparison import print_table
from bench.database import open_file
from bench.sizes import FULL

BENCHES = {
    "import": imports,
    "checks": checks,
    "lists": lists,
    "home": home,
    "readers": readers,
    "open": open_pages,
    "report": report,
}


def main(names):
    """Prints the table of each bench; 2 where a name is no bench's."""
    if unknown := set(names) - set(BENCHES):
        print(f"No bench is called {', '.join(sorted(unknown))}: choose {', '.join(BENCHES)}.")
        return 2
    made = open_file(FULL, is_new=not names)
    for name in names or BENCHES:
        print(f"\n{BENCHES[name].__doc__}\n")
        print_table(BENCHES[name].comparisons(made), made.sizes.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
