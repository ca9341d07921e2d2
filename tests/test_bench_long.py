"""The long report of the benches is as long as it is called, and its page is drawn from it."""

import pytest
from django.test import Client, override_settings

from bench import readers
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address

pytestmark = pytest.mark.django_db
JANUARY = "january-2016"


def test_the_page_of_a_long_report_holds_its_sections_again_and_again(
    demonstration, client, settings
):
    settings.CANDOUR_TODAY = "2020-02-18"
    edition = Edition.objects.get(paper__slug=JANUARY, number=1)
    document = from_json(edition.document)
    long = readers._repeated(edition)
    times = len(long.sections) // len(document.sections)
    assert times > 1 and long.sections == document.sections * times
    with override_settings(MIDDLEWARE=[]):
        plain = readers.Plain(Client())
        plain.client.handler.load_middleware()
    comparison = readers._long_report(client, plain, edition)
    ours = comparison.ours()
    short = Client().get(paper_address(edition.paper))
    assert ours.status_code == 200
    anchor = f'<section id="{document.sections[1].anchor}"'.encode()
    assert (short.content.count(anchor), ours.content.count(anchor)) == (1, times)
    comparison.agree(ours, comparison.bare())
