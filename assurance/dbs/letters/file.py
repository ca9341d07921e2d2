"""The file of letters, made in a process of its own: what answers pages does not load what lays out
print.
"""

import json
import subprocess
import sys

from django.conf import settings

# Seconds; hundreds of letters take a few.
LONGEST = 300


def letters_pdf(html: str, style: str) -> bytes:
    """The PDF of `html` laid out by the style sheet `style`, tagged for readers (PDF/UA-1)."""
    command = [sys.executable, "-m", "assurance.dbs.letters"]
    order = json.dumps({"html": html, "style": style}).encode()
    run = subprocess.run(
        command,
        input=order,
        stdout=subprocess.PIPE,
        timeout=LONGEST,
        cwd=settings.BASE_DIR,
        check=True,
    )
    return run.stdout
