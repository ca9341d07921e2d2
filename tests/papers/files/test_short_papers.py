"""Each shipped report template is proved by a short paper, imported and assembled."""

from datetime import date

import pytest

from assurance.people.models.posts import Post
from reports.conversion.operations.paper_import import import_paper
from reports.documents.document import text_of
from reports.editions import paper_file
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.templates import ReportTemplate
from tests.cast import clerk, make_council
from tests.papers.language.outlines import SHIPPED, plain_paper, plain_template

POSTS = ("assistant-director-childrens-social-care", "director-of-childrens-services")
pytestmark = pytest.mark.django_db


def imported(slug):
    """The paper of a template's short file, in a council that has the template and the posts."""
    council = make_council()
    plain = plain_template(slug)
    ReportTemplate.objects.create(council=council, slug=slug, title=plain["title"], spec=plain)
    for post in POSTS:
        Post.objects.create(
            council=council, slug=post, title=post.replace("-", " "), from_date=date(2010, 1, 1)
        )
    return import_paper(
        council=council, plain=plain_paper(f"short-{slug}"), by=clerk(), on=date(2020, 3, 13)
    )


def assembled(slug):
    return assemble(read(imported(slug)))


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_short_paper_can_be_issued_as_it_is(slug):
    assert assembled(slug).problems == ()


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_short_paper_comes_back_as_its_file(slug):
    written = paper_file.exported(imported(slug))
    assert written.pop("council") == "netherby"
    assert written.pop("figures") == []
    assert written == plain_paper(f"short-{slug}")


@pytest.mark.parametrize(
    ("slug", "titles"),
    [
        (
            "york-2016",
            [
                *("Introduction", "Our foster carers", "What it costs", "Recommendations"),
                *("Contact details", "Report approved", "Wards affected", "Background papers"),
                *(
                    "Annexes",
                    "Abbreviations",
                    "Annex A: Note for foster carers",
                ),
            ],
        ),
        (
            "york-2017",
            [
                *("1. Background", "2. What we found", "3. Conclusion", "4. Recommendations"),
                *("Contact details", "Report approved", "Wards affected", "Background papers"),
                *(
                    "Appendices",
                    "Appendix 1: Who does what",
                ),
            ],
        ),
        (
            "york-2020",
            [
                *("Summary", "Background", "How long families wait", "What families finish"),
                *("Recommendations", "Council plan", "Implications", "Risk management"),
                *("Contact details", "Report approved", "Wards affected", "Background papers"),
                "Annexes",
            ],
        ),
        (
            "worcestershire-2016",
            [
                *("Summary", "Background", "Updated assurance", "Conclusion"),
                *("Purpose of the meeting", "Supporting information", "Contact for the report"),
                *(
                    "Background papers",
                    "Appendix A: What we offer to those who join",
                ),
            ],
        ),
    ],
)
def test_the_parts_stand_in_the_templates_order(slug, titles):
    sections = assembled(slug).document.sections
    assert [" ".join(filter(None, (one.number, one.title))) for one in sections] == titles


@pytest.mark.parametrize(
    ("slug", "lines"),
    [
        (
            "york-2016",
            [
                "3. What they ask of us Carers told",
                "i. A number to ring at night.",
                "the first of these, at paragraph 3(i), in April",
                "6. Members are invited to: i. note what carers ask for, in paragraphs 2–4",
                "ii. receive a further report",
            ],
        ),
        (
            "york-2017",
            [
                "a) The term in figures",
                "b) Why days are missed",
                "Table 1 Children at school",
                "section 2(b), at paragraph 2 of section 2(b); Appendix 1 says",
                "Members are invited to: a. comment on the findings in section 2",
            ],
        ),
        (
            "york-2020",
            [
                "4. Three things shortened it: a. One form in place of four",
                "i. each team keeps two mornings free",
                "the gain at paragraph 4(b)(ii)",
                "7. The committee is asked to: a. endorse the way of working in paragraphs 3 to 4",
                "9. Financial There are none beyond the agreed budget.",
                "There are no known risks.",
            ],
        ),
        (
            "worcestershire-2016",
            [
                "6. The Panel is asked to: consider the account in paragraphs 3 to 4",
                "whether the offer in Appendix A goes far enough",
                "The proper officer, here the Head of Legal Services",
                "Minutes of the Panel, 20 September 2016",
            ],
        ),
    ],
)
def test_the_words_are_labelled_as_the_council_labels_them(slug, lines):
    printed = text_of(assembled(slug).document)
    for line in lines:
        assert line in printed


def test_a_note_stands_at_the_end_of_its_section():
    [section] = [
        one for one in assembled("york-2016").document.sections if one.title == "What it costs"
    ]
    assert text_of(section.blocks[-1]).startswith("1. The estimate leaves out the first month")
