"""The inspection and the peer reviews of the seed papers, entered as their officers would."""

from datetime import date

import pytest

from assurance.figures.figure import WHOLE, FigureRequest
from assurance.reviews.figures import FIGURES
from assurance.reviews.models.findings import Review
from assurance.runtime.periods import When
from tests.cast import make_council
from tests.make.findings import framework
from tests.reviews.entries import typed_review

pytestmark = pytest.mark.django_db
# Strengths and areas to develop of each theme (figures 002-13 to 002-18).
INSPECTION = {
    "Help and protection": (17, 4),
    "Adoption": (11, 1),
    "Looked after children": (17, 3),
    "Care leavers": (6, 2),
    "Leadership, management and governance": (10, 2),
}
# Good practice and what to consider, by theme (figure 004-02).
LETTER = {
    "Legislation and policy": (6, 6),
    "Leadership": (3, 6),
    "Capacity": (5, 9),
    "Practice": (8, 6),
    "Performance": (6, 4),
    "Working together": (6, 5),
    "Looked-after children": (7, 6),
}


def as_table(themes, good, bad):
    """The table of a letter as it is copied out of Word: a row to a theme, bullets in its cells."""
    rows = [f"Theme\t{good}\t{bad}"]
    for title, numbers in themes.items():
        cells = [
            "\n".join(f"• {word} {number} of {title}" for number in range(count))
            for word, count in zip(("Good", "Late"), numbers, strict=True)
        ]
        rows.append("\t".join([title, *cells]))
    return "\n".join(rows)


def pasted(signed_in, of, table):
    """Pastes a table into a review, as shown and kept."""
    typed = {"table": table, "layout": "headed"}
    address = f"/reviews/{of.pk}/findings/paste/"
    rows = signed_in.post(address, typed).context["rows"]
    signed_in.post(address, {**typed, "keep": "yes"})
    return rows


def added(signed_in, **said):
    """A review that was typed."""
    signed_in.post("/reviews/add/", typed_review(**said))
    return Review.objects.latest("pk")


def test_the_inspection_holds_sixty_one_strengths_and_twelve_areas(signed_in):
    days = {"published_on": date(2017, 2, 7), "response_received_on": date(2017, 2, 7)}
    days["response_sent_on"] = date(2017, 5, 17)
    stated = {"stated_strengths": "61", "stated_areas_for_development": "12"}
    team = {"team_size": "11", "team_roles": "A lead inspector and ten others", "files_read": "250"}
    of = added(signed_in, framework=framework().pk, grade="Good", **days, **stated, **team)
    rows = pasted(signed_in, of, as_table(INSPECTION, "Strengths", "Areas for development"))
    assert len(rows) == 73
    assert of.listed_totals()["strengths"] == 61
    page = signed_in.get(f"/reviews/{of.pk}/").content.decode()
    assert page.count("They agree") == 2
    assert "working day 68 after the report was received" in page
    assert "A lead inspector and ten others" in page and "250" in page
    asked = FigureRequest(make_council(), When(date(2017, 1, 1), date(2017, 12, 31)), None)
    held = {figure.key: figure.reckon(asked) for figure in FIGURES}
    assert held["reviews.strengths"].members[WHOLE].count == 61
    assert held["reviews.areas_for_development"].members[WHOLE].count == 12
    areas = held["reviews.areas_for_development_by_theme"]
    told = sorted(part.count for part in areas.members.values() if part.count)
    assert told == sorted(bad for _, bad in INSPECTION.values())


def test_the_letter_of_the_peer_review_holds_forty_one_and_forty_two(signed_in):
    of = added(
        signed_in,
        kind="peer_review",
        framework=framework("lga-peer-review").pk,
        started_on=date(2011, 2, 7),
        ended_on=date(2011, 2, 11),
    )
    table = as_table(LETTER, "Examples of good practice", "Areas for consideration")
    pasted(signed_in, of, table)
    listed = of.listed_totals()
    assert (listed["strengths"], listed["areas_for_development"]) == (41, 42)
    assert of.themes.count() == 7
    assert "To be followed up from 11 November 2011 to 11 February 2012." in (
        signed_in.get(f"/reviews/{of.pk}/").content.decode()
    )


def test_the_regional_challenge_states_five_lines_and_lists_six(signed_in):
    stated = {"stated_lines_of_enquiry": "5", "stated_top_tips": "6", "stated_points": "over 120"}
    days = {"started_on": date(2019, 11, 5), "ended_on": date(2019, 11, 6)}
    of = added(signed_in, kind="peer_review", people_met="over 45", **days, **stated)
    for kind in ("line_of_enquiry", "top_tip"):
        lines = "\n".join(f"{kind} {letter}" for letter in "abcdef")
        typed = {"kind": kind, "lines": lines, "keep": "yes"}
        signed_in.post(f"/reviews/{of.pk}/findings/several/", typed)
    totals = {
        one["name"]: one["sentence"]
        for one in signed_in.get(f"/reviews/{of.pk}/").context["totals"]
    }
    assert totals["lines_of_enquiry"] == "1 more listed than stated"
    assert totals["top_tips"] == "They agree"
    page = signed_in.get(f"/reviews/{of.pk}/").content.decode()
    assert "Stated: over 120; listed: 0. They differ." in page and "over 45" in page
