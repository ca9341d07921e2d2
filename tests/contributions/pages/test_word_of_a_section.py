"""A section goes out as a Word file and comes back: by its writer, or by the clerk for them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reports.contributions.operations import requests
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from tests import cast
from tests.contributions.test_accepting import accept, body
from tests.contributions.test_requests import ask
from tests.contributions.word.files import edited, paragraph, xml_of
from tests.make import drafts as papers
from tests.page_requests import at, errors, words
from tests.sweeping import NamedCase

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def manager():
    return cast.officer()


@pytest.fixture
def section(paper, clerk, manager):
    return ask(paper, clerk, asked_of=manager)


def upload(content, name="section.docx"):
    """What a form with the file sends."""
    return {"file": SimpleUploadedFile(name, content)}


@pytest.mark.long
def test_the_file_holds_values_and_comes_back_into_the_form(client, section, manager):
    client.force_login(manager)
    here = f"/contributions/{section.pk}/"
    answer = client.get(f"{here}word/")
    assert 'filename="what-was-done.docx"' in answer.headers["Content-Disposition"]
    text = xml_of(answer.content)
    assert ">2<" in text and ">188<" in text and "This paper tells" not in text
    data = edited(lambda one: one.replace("Managers audited", "Managers read"), answer.content)
    page = client.post(f"{here}read/", upload(data), follow=True)
    typed = page.context["form"]["text-audits"].value()
    assert typed == "Managers read [[audits.done @year]] files."
    assert "Nothing is saved yet" in words(page)
    assert ContributionRequest.objects.get().words == {}
    said = {"version": 1, "text-audits": typed, "do": "hand-in"}
    client.post(here, said)
    assert ContributionDraft.objects.get().words == {"text-audits": typed}


def test_what_was_saved_goes_into_the_file(client, section, manager):
    words_of = {"text-audits": "Half of [[audits.done @year]].", "begin": "A beginning."}
    requests.save_contribution(section=section, version=1, words=words_of, by=manager, on=papers.ON)
    client.force_login(manager)
    data = client.get(f"/contributions/{section.pk}/word/").content
    assert "Half of " in xml_of(data) and "A beginning." in xml_of(data)
    page = client.post(f"/contributions/{section.pk}/read/", upload(data), follow=True)
    form = page.context["form"]
    assert form["text-audits"].value() == words_of["text-audits"]
    assert form["begin"].value() == "A beginning."


def test_what_was_not_understood_is_listed_until_it_is_looked_at(browser, paper, section):
    data = browser.get(at(paper, "asked-word", section.pk)).content
    cut = "</w:t></w:r><w:del><w:r><w:delText>every one</w:delText></w:r></w:del><w:r><w:t>"
    changed = edited(lambda one: one.replace("Managers audited", f"Managers {cut}read"), data)
    answer = browser.post(at(paper, "asked-read", section.pk), upload(changed), follow=True)
    page = words(answer)
    assert "It has been handed in for them" in page and "“every one”" in page
    assert "Parts of the Word file that were not read" in page
    handed = ContributionDraft.objects.get()
    assert (handed.how, handed.writer) == ("for_them", section.asked_of)
    assert "handed in for them" in page.lower()


def test_a_file_imported_for_them_leaves_what_they_saved(browser, paper, section, manager):
    data = browser.get(at(paper, "asked-word", section.pk)).content
    saved = {"begin": "Mine."}
    requests.save_contribution(section=section, version=1, words=saved, by=manager, on=papers.ON)
    more = edited(
        lambda one: one.replace("</w:body>", f"{paragraph('At the end.')}</w:body>"), data
    )
    browser.post(at(paper, "asked-read", section.pk), upload(more))
    section.refresh_from_db()
    assert section.words == saved and section.state == "handed"
    assert ContributionDraft.objects.get().words == {"after-children": "At the end."}
    accept(section, section.asked_by)
    assert body(paper)[-1][2] == "At the end."
    assert paper.was_edited_by(manager)


def test_what_no_box_could_keep_is_refused_with_a_sentence(browser, paper, section, monkeypatch):
    address = at(paper, "asked-read", section.pk)
    data = browser.get(at(paper, "asked-word", section.pk)).content
    wrong = edited(lambda one: one.replace("Managers audited", "**Managers [[audited"), data)
    rubbish = {b"x": "no Word document", b"PK\x03\x04x": "damaged", b"": "empty"}
    for content, sentence in {**rubbish, wrong: "Paragraph 2: "}.items():
        with NamedCase(sentence):
            assert sentence in errors(browser.post(address, upload(content)))["file"][0]
    assert "Choose the Word file" in errors(browser.post(address))["file"][0]
    monkeypatch.setattr("reports.conversion.forms.LARGEST_FILE", 3)
    assert "smaller" in errors(browser.post(address, upload(b"PK\x03\x04")))["file"][0]
    assert not ContributionDraft.objects.exists()


def test_a_link_takes_the_file_too(client, paper, clerk):
    section = ask(paper, clerk)
    _, sealed = requests.make_link(section=section, by=clerk, on=papers.ON)
    here = f"/contributions/link/{sealed}/"
    data = client.get(f"{here}word/").content
    page = client.post(f"{here}read/", upload(data), follow=True)
    assert page.status_code == 200 and "The file has been read." in words(page)
    assert client.post(f"{here}read/", upload(b"x")).status_code == 200


def test_an_accepted_section_takes_no_file(browser, paper, section):
    requests.withdraw_ask(section=section, by=section.asked_by, on=papers.ON)
    withdrawn = browser.get(at(paper, "asked-word", section.pk))
    assert withdrawn.status_code == 200
    answer = browser.post(at(paper, "asked-read", section.pk), upload(withdrawn.content))
    assert "no longer asked for" in words(answer)
