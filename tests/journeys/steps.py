"""What each person does in a browser, as steps that a journey is told in."""

import re
from datetime import date
from html import unescape

from django.test import Client
from django.urls import reverse

from assurance.improvement.models.plans import Plan, Priority
from assurance.looked_after.models.censuses import Census
from assurance.people.models.people import Person
from assurance.reviews.models.findings import Review
from reports.papers.assembly.parts.proposed_sentences import proposed_parts
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from tests import cast
from tests.audits.entries import boxes
from tests.audits.entries import typed as typed_audit
from tests.dbs.entries import typed_audit as typed_dbs_audit
from tests.dbs.entries import typed_check, typed_role
from tests.improvement.entries import typed_action
from tests.make import dbs, looked_after, papers
from tests.page_requests import at
from tests.page_requests import boxes as days
from tests.reviews.entries import typed_finding, typed_review

# What the sentences of the paper quote, and what print has of it.
SENTENCES = {
    "Managers audited [[audits.done @year]] files.": "Managers audited 3 files.",
    "We looked after [[looked_after.children @position]] children.": (
        "We looked after 188 children."
    ),
    "The number [[compare looked_after.children @comparison @position]].": (
        "The number fell from 210 to 188."
    ),
    "On 5 January 2016 [[dbs.overdue @checked]] staff were past their date.": (
        "On 5 January 2016 30 staff were past their date."
    ),
    "It found [[reviews.areas_for_development @later]] area.": "It found 1 area.",
    "On 18 January 2016 [[actions.overdue @then]] action was overdue.": (
        "On 18 January 2016 1 action was overdue."
    ),
    "The report came on [[record:review/inspection-of-2015.published_on]].": (
        "The report came on 3 August 2015."
    ),
}
DATES = {
    "position": ("1 12 2015", ""),
    "comparison": ("1 1 2015", ""),
    "year": ("1 1 2015", "31 12 2015"),
    "later": ("1 7 2015", "31 12 2015"),
    "checked": ("15 1 2016", ""),
    "then": ("18 1 2016", ""),
}


class Desk:
    """Somebody in a browser of their own, who holds one role."""

    def __init__(self, role):
        self.client, self.account = Client(), None
        if role:
            self.account = cast.make_user(role)
            self.client.force_login(self.account)

    def reads(self, address):
        """The words of a page, without its markup."""
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return plain(answer.content.decode())

    def keeps(self, address, said):
        """A form sent and kept: the address of the page that follows."""
        answer = self.client.post(address, said)
        assert answer.status_code == 302, answer.context["form"].errors
        return answer.headers["Location"]


def plain(page):
    """The words of a page, without its markup."""
    return unescape(re.sub("<[^>]+>", "", " ".join(page.split())))


def council_with_its_frame():
    """A council that has its policy, template, committee and posts, and no record at all."""
    council = cast.make_council()
    dbs.policy()
    looked_after.local_bands()
    looked_after.children_looked_after()
    papers.series(), papers.report_template(), papers.meeting()
    for post in ("author", "director"):
        papers.post(post)
    return council


def enters_every_kind_of_record(officer):
    """Audits, a person with a check, a DBS audit, two censuses, a review and an action."""
    for number, day in enumerate((date(2015, 1, 1), date(2015, 7, 6), date(2015, 12, 31))):
        said = typed_audit(reference=f"CA-{number}", audited_on=day)
        officer.keeps(reverse("audits:add"), said)
    person = {"reference": "A1", "name": "Post holder", "work_email": "a1@netherby.example"}
    officer.keeps("/dbs/add/", person)
    own = f"/dbs/{Person.objects.get().pk}/"
    officer.keeps(f"{own}roles/add/", typed_role())
    officer.keeps(f"{own}certificates/add/", typed_check())
    officer.keeps("/dbs/audits/add/", typed_dbs_audit())
    officer.keeps(reverse("looked_after:add"), typed_census())
    officer.keeps(reverse("looked_after:add"), typed_census("1 1 2015", total="210"))
    enters_a_review_and_its_answer(officer)


def enters_a_review_and_its_answer(officer):
    """An inspection with one area for development, and the late action that answers it."""
    on = {"started_on": date(2015, 6, 1), "ended_on": date(2015, 6, 12)}
    said = typed_review(title="Inspection of 2015", published_on=date(2015, 8, 3), **on)
    officer.keeps("/reviews/add/", said)
    of = Review.objects.get()
    officer.keeps(f"/reviews/{of.pk}/findings/add/", typed_finding())
    plan = boxes({"title": "Plan of 2015", "from_date": date(2015, 9, 1), "to_date": None})
    officer.keeps("/actions/plans/add/", plan)
    under = f"/actions/plans/{Plan.objects.get().pk}/priorities/add/"
    officer.keeps(under, {"title": "Plans", "order": ""})
    when = {"starts_on": date(2015, 9, 1), "due_on": date(2016, 1, 17)}
    answered = {"findings": [of.findings.get().pk]}
    said = typed_action(priority=Priority.objects.get().pk, **answered, **when)
    officer.keeps("/actions/add/", said)


def typed_census(day="1 12 2015", **said):
    """A census that is known as a total."""
    population = looked_after.children_looked_after().pk
    usual = {"cohort": population, "total": "188", "source": "Monthly report"}
    return {**usual, **days(date=day), **said}


def corrects_the_census(officer, total):
    """A child was missed on 1 December 2015."""
    row = Census.objects.in_force().get(date=date(2015, 12, 1))
    said = typed_census(total=total, version=row.version, because="A child was missed")
    officer.keeps(reverse("looked_after:change", args=[row.pk]), said)


def starts(clerk, slug, position="1 12 2015"):
    """A paper with its named days, its contacts and its recommendation."""
    said = {"series": papers.series().pk, "template": papers.report_template().pk}
    said |= {"title": "Assurance report", "slug": slug, "meeting": papers.meeting().pk}
    told = days(
        **{"period_start": "1 7 2015", "period_end": "31 12 2015", "paper_date": "18 1 2016"},
        **{"position": position, "comparison": "1 1 2015"},
    )
    clerk.keeps("/reports/start/", {**said, **told})
    paper = Paper.objects.get(slug=slug)
    rows = {"version": paper.version}
    for place, (name, (start, end)) in enumerate(DATES.items()):
        rows |= {f"name_{place}": name}
        rows |= days(**{f"start_{place}": start, f"end_{place}": end})
    clerk.keeps(at(paper, "dates"), rows)
    paper.refresh_from_db()
    contacts = {"author": "author", "chief_officer": "director", "wards": "All"}
    clerk.keeps(at(paper, "parts"), {**contacts, "version": paper.version})
    return paper


def writes(clerk, paper, sentences):
    """A purpose, a section with a paragraph for each sentence, and a recommendation."""
    clerk.keeps(at(paper, "add-block", "paragraph", part="introduction"), {"text": "We tell."})
    clerk.keeps(at(paper, "add-block", "section", part="body"), {"heading": "What was done"})
    section, after = paper.blocks.get(kind="section").slug, ""
    for sentence in sentences:
        address = at(paper, "add-block", "paragraph", part="body", parent=section, after=after)
        clerk.keeps(address, {"text": sentence})
        after = paper.blocks.latest("pk").slug
    first = paper.blocks.filter(parent__slug=section).first().slug
    said = {"text": f"note [[paras:{first}..{after}]]", "reason": "It asked for it."}
    said |= {"decision": "note"}
    clerk.keeps(at(paper, "add-block", "recommendation", part="recommendations"), said)


def keeps_proposed_sentences(clerk, paper):
    """Each sentence that the template proposes for an empty part, kept."""
    for part in proposed_parts(read(paper)):
        clerk.keeps(at(paper, "keep-sentence", part.slug), {"sentence": part.when_empty})
