"""Makers of reviews and findings: a valid row with no arguments."""

import json
from datetime import date
from pathlib import Path

from assurance.findings.models import Finding, Framework, Review, Theme
from tests.cast import make_council

NATIONAL = Path(__file__).parents[2] / "fixtures" / "national" / "frameworks.json"


def framework(slug="sif"):
    """The national framework called `slug`; the migrations bring it, and it is brought again where
    a test that commits has emptied the database."""
    told = json.loads(NATIONAL.read_text(encoding="utf-8"))["frameworks"]
    fields = {field: value for one in told if one["slug"] == slug for field, value in one.items()}
    return Framework.objects.get_or_create(slug=slug, defaults=fields)[0]


def review(**said):
    """An inspection of two weeks in late 2016, its report published on 7 February 2017."""
    number = Review.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "slug": f"inspection-{number}",
        "kind": "inspection",
        "title": f"Inspection {number}",
        "body": "The inspectorate",
        "started_on": date(2016, 11, 14),
        "ended_on": date(2016, 12, 8),
        "published_on": date(2017, 2, 7),
        "created_on": date(2017, 2, 8),
    }
    return Review.objects.create(**{**usual, **said})


def theme(of=None, title="Help and protection", **said):
    """A theme of a review, of a new one where none is given."""
    of = of or review(**({"council": said.pop("council")} if "council" in said else {}))
    order = of.themes.count() + 1
    usual = {"review": of, "title": title, "slug": title.lower().replace(" ", "-"), "order": order}
    return Theme.objects.create(**{**usual, **said})


def finding(**said):
    """An area for development of a review, of a new one where none is given, numbered next."""
    own = {"council": said["council"]} if "council" in said else {}
    of = said.get("review") or (said["theme"].review if said.get("theme") else review(**own))
    kind = said.get("kind", "area")
    usual = {
        "council": of.council,
        "review": of,
        "kind": kind,
        "number": of.findings.filter(kind=kind).count() + 1,
        "text": "Plans do not always say by when a thing is to be done.",
        "created_on": date(2017, 2, 8),
    }
    return Finding.objects.create(**{**usual, **said})
