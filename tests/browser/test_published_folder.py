"""The published folder in a browser, given by a plain server with the service off."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reports.issue import jobs
from tests.browser.reading import assert_at, assert_sound, headings
from tests.issue.site.served import served
from tests.make import drafts

PAGES = ("/", "/netherby/reports/", "/netherby/commitments/", "/accessibility/", "/404.html")


@pytest.fixture
def folder(prepared, settings, tmp_path):
    """The folder as the issue of a paper writes it."""
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    where = {**disk, "OPTIONS": {"location": tmp_path / "published"}}
    settings.STORAGES = {**settings.STORAGES, "published": where}
    settings.VAR, settings.PUBLISHES = tmp_path, True
    paper = drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)
    jobs.issue(paper, by=prepared, on=drafts.ON)
    return tmp_path / "published"


@pytest.mark.long
def test_the_folder_alone_is_read_as_the_service_is(page, folder):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    with served(folder) as root:
        for address in PAGES:
            page.goto(f"{root}{address}")
            assert headings(page).count(1) == 1 and page.complaints == []
        page.goto(root)
        page.click("main a:has-text('Assurance report')")
        assert_sound(page)
        page.click("#para-3 a.figure >> nth=0")
        page.goto(f"{root}/netherby/reports/assurance/january-2016/figures/1/")
        assert_sound(page)
        page.click("text=Sign in")
        assert_at(page, r"/service/?to=/sign-in/login/")
        assert page.inner_text("h1") == "This needs the service"
    assert {one.netloc for one in asked} == {urlsplit(root).netloc}, "nothing leaves the folder"
    there = [Path(f"{folder}{one.path}") for one in asked]
    assert all(one.is_file() or (one / "index.html").is_file() for one in there)
