"""How long what a person does takes, beside a bare way to the same answer: `python -m bench`.

A database of the benches' own, whatever database is in use here, on a day of its own.
"""

import os
from pathlib import Path

import django
from django.conf import settings

if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
    own = Path(__file__).resolve().parent.parent / "var" / "bench"
    os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings", "CANDOUR_TODAY": "2017-09-11"}
    os.environ |= {"CANDOUR_VAR": str(own), "CANDOUR_MODE": "laptop", "DATABASE_URL": ""}
    own.mkdir(parents=True, exist_ok=True)
    django.setup()
