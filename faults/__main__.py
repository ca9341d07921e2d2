"""`python -m faults` tries everything; with the names of groups, those alone."""

import sys
from itertools import chain

from faults import away, backups, disks, kills, mail, readers, workers
from faults.database import databases
from faults.table import print_lines

GROUPS = {
    "kills": kills,
    "mail": mail,
    "workers": workers,
    "disks": disks,
    "away": away,
    "backups": backups,
    "readers": readers,
}


def main(names):
    """Prints the table; 1 where something was lost, 2 where a name is no group's."""
    if unknown := set(names) - set(GROUPS):
        print(f"No group is called {', '.join(sorted(unknown))}: choose {', '.join(GROUPS)}.")
        return 2
    source = databases()
    source.prepare()
    chosen = (GROUPS[name] for name in names or GROUPS)
    return int(print_lines(chain.from_iterable(group.lines(source) for group in chosen)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
