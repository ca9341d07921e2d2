"""`python -m bench.large.peak NUMBER` imports a return of so many episodes, takes it back, and
prints the most memory in MiB that its process had."""

import sys
from unittest.mock import patch

from assurance.imports import jobs
from assurance.looked_after.models.returns import Episode
from assurance.runtime.digits import whole
from bench import imports, rows
from bench.comparison import taken
from bench.database import prepared
from bench.large.server import memory
from bench.sizes import FULL

if __name__ == "__main__":
    files = rows.return_files(whole(sys.argv[1]), shift=1)
    with patch.object(jobs, "take_up", lambda run: None):
        taken(lambda: imports.import_files(prepared(FULL), files, Episode))
    # Not `ru_maxrss`, which begins with the memory of the process that started this one.
    print(memory("self", "VmHWM"))
