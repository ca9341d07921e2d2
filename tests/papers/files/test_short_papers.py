"""Each shipped report template is proved by a short paper, imported and assembled."""

from datetime import date

import pytest

from assurance.people.models.posts import Post
from reports.conversion.operations.paper_import import import_paper
from reports.documents.document import text_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.templates import ReportTemplate
from tests.cast import clerk, make_council
from tests.language.outlines import SHIPPED, plain_paper, plain_template

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


def test_a_note_stands_at_the_end_of_its_section():
    [section] = [
        one for one in assembled("york-2016").document.sections if one.title == "What it costs"
    ]
    assert text_of(section.blocks[-1]).startswith("1. The estimate leaves out the first month")
