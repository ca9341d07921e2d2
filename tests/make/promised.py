"""Makers of commitments and recommendations: a valid row with no arguments."""

from datetime import date

from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from tests.cast import make_council
from tests.make import papers


def commitment(**said):
    """An open commitment of a paper, due at the end of March 2016."""
    council = said.pop("council", None) or make_council()
    usual = {
        "council": council,
        "paper": said.get("paper") or papers.issued_paper(council=council),
        "what": "Bring the result of the audit",
        "who": "Head of Service",
        "due_to": due_dates.DAY,
        "due_on": date(2016, 3, 31),
        "created_on": date(2016, 1, 18),
    }
    return Commitment.objects.create(**{**usual, **said})


def recommendation(**said):
    """A recommendation of an issued paper, on which nothing is decided."""
    council = said.pop("council", None) or make_council()
    number = Recommendation.objects.count() + 1
    usual = {
        "paper": said.get("paper") or papers.edition(council=council).paper,
        "block": f"recommendation-{number}",
        "place": number,
        "label": "i.",
        "anchor": "para-9-i",
        "verb": "note",
        "wording": "note the audits, at paragraphs 1–2",
        "rests_on": [["paragraphs 1–2", "para-1"]],
    }
    return Recommendation.objects.create(**{**usual, **said})


def decisions(paper, count, first):
    """Recommendations of `paper` at `para-9-1` and on, each decided in another way from `first`."""
    kinds = ("", *(decision for decision, _ in due_dates.DECISIONS))
    for number in range(1, count + 1):
        decision = kinds[(number + first) % len(kinds)]
        said = {"decided_on": date(2016, 9, 1), "amended": "agree it"} if decision else {}
        recommendation(paper=paper, anchor=f"para-9-{number}", decision=decision, **said)
