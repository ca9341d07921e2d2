"""`python -m bench` makes the database and runs every bench; with the names of benches, those over
the database that is there; with `--large NUMBER` the largest files and register have so many rows.
"""

import argparse
import sys
from dataclasses import replace

from bench import checks, home, imports, lists, open_pages, readers, report
from bench.comparison import print_results, print_table
from bench.database import open_file
from bench.large import imports as large
from bench.large import register, server, web_server
from bench.sizes import FULL

BENCHES = {
    "import": imports,
    "checks": checks,
    "lists": lists,
    "home": home,
    "readers": readers,
    "open": open_pages,
    "report": report,
    "large": large,
    "register": register,
    "server": server,
    "nginx": web_server,
}


def main(arguments):
    """Prints the table of each bench, then which rows failed; 1 where one did, 2 where a name is no
    bench's."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--large", type=int, default=FULL.large)
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(BENCHES):
        print(f"No bench is called {', '.join(sorted(unknown))}: choose {', '.join(BENCHES)}.")
        return 2
    made = open_file(replace(FULL, large=options.large), is_new=not options.names)
    table = []
    for name in options.names or BENCHES:
        print(f"\n{BENCHES[name].__doc__}\n")
        table += print_table(BENCHES[name].comparisons(made), made.sizes.rounds)
    return 1 if print_results(table) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
