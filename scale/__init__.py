"""What ten busy pages, a report, an import, a search and an issue take among many councils, beside
the same with one council's rows alone: `python -m scale`.

A database of its own, on the PostgreSQL server that `DATABASE_URL` names and on a day of its own.
"""

import os
from pathlib import Path

import django
from django.conf import settings

if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
    own = Path(__file__).resolve().parent.parent / "var" / "scale"
    os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings", "CANDOUR_TODAY": "2017-09-11"}
    os.environ |= {"CANDOUR_VAR": str(own), "CANDOUR_MODE": "laptop", "JOBS": "worker"}
    # Every page is drawn anew, and what is issued is written into no folder.
    os.environ |= {"CANDOUR_PAGES_KEPT": "0", "CANDOUR_PUBLISHES": "no"}
    own.mkdir(parents=True, exist_ok=True)
    django.setup()
