"""What the service survives, tried for real: `python -m faults`.

Processes are killed, connections cut, disks filled and clocks turned back while people work; each
line of the table says how often, and what was lost. A database of its own: a file, or beside it on
the server that `DATABASE_URL` names.
"""

import os
from pathlib import Path

import django
from django.conf import settings

if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
    own = Path(__file__).resolve().parent.parent / "var" / "faults"
    os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings", "CANDOUR_TODAY": "2017-09-11"}
    os.environ |= {"CANDOUR_VAR": str(own), "CANDOUR_MODE": "laptop", "JOBS": "worker"}
    # What is sent goes to a mailbox of this program; what is published to a folder of its own.
    os.environ |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_USE_TLS": "no", "CANDOUR_PUBLISHES": "no"}
    own.mkdir(parents=True, exist_ok=True)
    django.setup()
