"""Makers of reviews and findings: a valid row with no arguments."""

import json
from datetime import date, timedelta
from pathlib import Path

from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.met_groups import MetGroup
from assurance.reviews.models.outcomes import OutcomeCount, OutcomeTable
from assurance.reviews.models.themes import Theme
from tests.cast import make_council
from tests.make.people import with_posts

NATIONAL = Path(__file__).parents[2] / "fixtures" / "national" / "frameworks.json"


def framework(slug="sif"):
    """The national framework called `slug`; the migrations bring it, and it is brought again where
    a test that commits has emptied the database."""
    told = json.loads(NATIONAL.read_text(encoding="utf-8"))["frameworks"]
    fields = {field: value for one in told if one["slug"] == slug for field, value in one.items()}
    return Framework.objects.get_or_create(slug=slug, council=None, defaults=fields)[0]


def own_framework(**said):
    """A framework of a council's own, in force since 2010."""
    number = Framework.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "slug": f"own-{number}",
        "title": f"Yearly challenge {number}",
        "kind": "local",
        "areas": [{"slug": "practice", "title": "Practice"}],
        "grades": ["Secure", "Not secure"],
        "from_date": date(2010, 1, 1),
    }
    return Framework.objects.create(**{**usual, **said})


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


def met_group(of=None, **said):
    """Twelve foster carers whom a review met on its second day."""
    of = of or review(**({"council": said["council"]} if "council" in said else {}))
    usual = {"council": of.council, "review": of, "group": "Foster carers", "number": 12}
    usual |= {"met_on": of.started_on + timedelta(1), "created_on": of.ended_on}
    return MetGroup.objects.create(**{**usual, **said})


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
    return Finding.objects.create(**with_posts({**usual, **said}, "decider", "speaker"))


def outcomes(of=None, counts=(("Good", 39), ("Inadequate", 35)), ours="Good", **said):
    """A table of outcomes beside a review, of a new one where none is given."""
    of = of or review(**({"council": said.pop("council")} if "council" in said else {}))
    usual = {
        "council": of.council,
        "review": of,
        "title": "Judgements so far",
        "as_at": date(2017, 4, 30),
        "source": "The inspectorate's monthly outcomes",
        "created_on": date(2017, 5, 2),
    }
    table = OutcomeTable.objects.create(**{**usual, **said})
    OutcomeCount.objects.bulk_create(
        OutcomeCount(table=table, order=order, category=name, count=count, is_ours=name == ours)
        for order, (name, count) in enumerate(counts, 1)
    )
    return table
