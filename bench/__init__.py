"""How long things take and how much they ask; each module runs alone: `python -m bench.NAME`."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()
