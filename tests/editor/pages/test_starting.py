"""A paper is started with its dates.

No test of this file asks for a paper that is written once for a whole file: it would be among those
that the tests after it count.
"""

from datetime import date
from types import SimpleNamespace

import pytest

from assurance.runtime.periods import When
from reports.editor.owed_lists import with_lists
from reports.editor.proposed_dates import period_address, suggested_periods
from reports.language.template import Part
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from tests.make import audits, papers, people
from tests.page_requests import at, boxes, drawn, errors, words

pytestmark = pytest.mark.django_db
START = "/reports/start/"


def starting(**said):
    """What a clerk types to start a paper."""
    usual = {
        "series": papers.series().pk,
        "template": papers.report_template().pk,
        "title": "Assurance report",
        "slug": "january-2016",
        "meeting": papers.meeting().pk,
    }
    dates = {
        "period_start": "1 7 2015",
        "period_end": "31 12 2015",
        "paper_date": "",
        "position": "1 12 2015",
        "comparison": "1 1 2015",
    }
    dates |= {name: said.pop(name) for name in list(said) if name in dates}
    return {**usual, **boxes(**dates), **said}


def test_a_paper_is_started_with_its_dates_some_of_them_later_and_once(browser, clerk):
    answer = browser.post(START, starting())
    paper = Paper.objects.get()
    assert answer.headers["Location"] == at(paper, "dates")
    assert (paper.council, paper.status) == (clerk.council, Paper.WRITING)
    named = {one.name: When(one.start, one.end) for one in paper.named_dates.all()}
    day, before = When.at(date(2015, 12, 1)), When.at(date(2015, 1, 1))
    assert named == {"position": day, "comparison": before}
    # The report template says what readers call them.
    labels = {name: when.label for name, when in paper.names.items()}
    assert labels == {"position": "Children counted on", "comparison": "Children first counted on"}
    again = browser.post(START, starting())
    assert "has this address already" in errors(again)["slug"][0]
    browser.post(START, starting(slug="less", meeting="", comparison=""))
    less = Paper.objects.get(slug="less")
    assert less.meeting is None
    assert [one.name for one in less.named_dates.all()] == ["position"]


def test_the_contacts_of_the_last_report_are_proposed_while_their_posts_are_there(browser, clerk):
    people.post("Director of Children’s Services", slug="director")
    people.post("Head of Care", slug="head", to_date=date(2015, 12, 31))
    contacts = {"author": "head", "chief_officer": "director"}
    last = papers.paper(slug="last", parts={"contacts": contacts, "wards": {"text": "All"}})
    browser.post(START, starting(series=last.series.pk))
    paper = Paper.objects.get(slug="january-2016")
    assert paper.parts == {"contacts": {"chief_officer": "director"}}
    other = papers.series(slug="other")
    browser.post(START, starting(series=other.pk, slug="first"))
    assert Paper.objects.get(slug="first").parts == {"contacts": {}}


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"title": ""}, "title", "Enter the title of the report"),
        ({"series": ""}, "series", "Choose the series"),
        ({"template": ""}, "template", "Choose the committee’s report template"),
        ({"slug": "January 2016"}, "slug", "Use small letters, numbers and hyphens: january-2016"),
        ({"slug": "!"}, "slug", "Use small letters, numbers and hyphens: january-2016"),
        ({"position": "31 2 2016"}, "position", "The position date must be a real date"),
        ({"period_end": "14 11 0216"}, "period_end", "must have a year from 1900 to 2100"),
        ({"period_end": "30 6 2015"}, "period_end", "must be on or after its start date"),
    ],
)
def test_a_wrong_entry_gets_its_sentence_and_keeps_what_was_typed(browser, said, field, sentence):
    answer = browser.post(START, starting(**said))
    assert any(sentence in one for one in errors(answer)[field])
    assert answer.context["form"]["meeting"].value() == str(papers.meeting().pk)
    assert Paper.objects.count() == 0


@pytest.mark.long
def test_an_address_is_made_of_the_meeting_else_of_the_period_and_is_new(browser):
    page = browser.get(START).content.decode()
    assert "Address of the report: made from its meeting or period. Change" in page
    for meeting in (papers.meeting().pk, papers.meeting().pk, "", ""):
        browser.post(START, starting(slug="", meeting=meeting))
    month = f"{papers.meeting().date:%B-%Y}".lower()
    assert [paper.slug for paper in Paper.objects.order_by("pk")] == [
        *(month, f"{month}-2"),
        *("july-to-december-2015", "july-to-december-2015-2"),
    ]


def test_a_period_makes_an_address_of_its_months():
    assert period_address(date(2015, 12, 1), date(2015, 12, 31)) == "December 2015"
    assert period_address(date(2015, 4, 1), date(2015, 9, 30)) == "April to September 2015"
    assert period_address(date(2015, 10, 1), date(2016, 3, 31)) == "October 2015 to March 2016"


def test_the_only_series_and_template_are_chosen_and_title_the_report(browser):
    series, template = papers.series(), papers.report_template()
    proposed = browser.get(START).context["form"]
    values = [proposed[name].value() for name in ("series", "template", "title")]
    assert values == [series.pk, template.pk, series.title]
    papers.series(slug="another", title="Another")
    proposed = browser.get(START).context["form"]
    assert [proposed[name].value() for name in ("series", "template", "title")] == [
        *(None, template.pk, None)
    ]


def test_a_series_proposes_the_template_of_its_last_report(browser, clerk):
    used, other = papers.report_template(), papers.report_template("york-2020")
    browser.post(START, starting())
    field = browser.get(START).context["form"].fields["template"]
    assert (field.empty_label, field.required) == ("As the last report of the series", False)
    browser.post(START, starting(slug="july-2016", template=""))
    assert Paper.objects.get(slug="july-2016").template == used
    browser.post(START, starting(slug="november-2016", template=other.pk))
    browser.post(START, starting(slug="january-2017", template=""))
    assert Paper.objects.get(slug="january-2017").template == other


def test_a_series_without_a_template_to_propose_asks_for_one(browser, clerk):
    browser.post(START, starting())
    papers.report_template("york-2020")
    new = papers.series(slug="another", title="Another")
    answer = browser.post(START, starting(series=new.pk, template=""))
    assert errors(answer)["template"] == ["Choose the committee’s report template"]
    ReportTemplate.objects.filter(papers__isnull=False).update(withdrawn_on=date(2016, 1, 1))
    answer = browser.post(START, starting(slug="july-2016", template=""))
    assert errors(answer)["template"] == ["Choose the committee’s report template"]
    assert errors(browser.post(START, starting(slug="july-2016", template="999999")))["template"]
    assert Paper.objects.count() == 1


@pytest.mark.long
def test_a_first_report_is_offered_the_lists_of_what_is_late_or_owed(browser):
    assert "lists" not in browser.get(START).context["form"].fields
    audits.audit_round(start=date(2015, 7, 1), end=date(2015, 9, 30))
    page = browser.get(START)
    assert "Audit rounds past their reporting day: 1" in words(page)
    assert drawn(page)["lists"] == ["audit_rounds_late"]
    template = papers.report_template("york-2020")
    for slug, shipped in (("bare", papers.report_template()), ("full", template)):
        fields = {"slug": slug, "template": shipped.pk}
        browser.post(START, starting(**fields, lists=["audit_rounds_late"]))
        blocks = Paper.objects.get(slug=slug).blocks
        listed = blocks.get(slug="audit-rounds-late")
        assert (listed.kind, listed.part) == ("records", "body")
        browser.post(START, starting(**fields | {"slug": f"{slug}-less"}))
        less = Paper.objects.get(slug=f"{slug}-less").blocks
        assert less.count() == blocks.count() - 1
    about = blocks.filter(text__contains="[[audits.", part="body").order_by("order").last()
    assert listed.parent_id == about.parent_id and listed.order > about.order


def test_a_report_whose_parts_have_no_text_takes_no_list():
    asked = SimpleNamespace(parts=[Part("asked", "recommendations", lead="Members are asked to")])
    assert with_lists([], ["audit_rounds_late"], asked) == []


def test_half_years_are_suggested(browser):
    assert "Any period will do, such as" in words(browser.get(START))
    winter = "1 April 2015 to 30 September 2015 or 1 July 2015 to 31 December 2015"
    summer = "1 October 2015 to 31 March 2016 or 1 January 2016 to 30 June 2016"
    assert [suggested_periods(date(2016, *day)) for day in ((1, 18), (7, 1))] == [winter, summer]
