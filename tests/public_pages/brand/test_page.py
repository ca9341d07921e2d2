"""The page of a council's mark and colours: saved, shown at once, refused with the reason."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assurance.public_pages import colours
from assurance.public_pages.brand import operations
from assurance.public_pages.brand.forms import BrandForm, TrialForm
from assurance.public_pages.models.brands import NO_TEXT, TEXT_ALONE, CouncilBrand
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.documents.front.mark import picture_of, size_of
from reports.editions.front import brand_of
from tests import cast
from tests.cast import LONG_AGO
from tests.make.public_pages import brand, picture
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db
ADDRESS = "/public-pages/mark-and-colours/"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path


@pytest.fixture
def administrator():
    """An administrator of a council."""
    return cast.administrator()


def upload(content=None):
    """A file as a browser sends it."""
    return SimpleUploadedFile("mark.png", content or picture(), "image/png")


def saved(by, **fields):
    """The brand of the council of `by`, saved with these values."""
    usual = {"colour": "#5b2a6e", "mark_text": "", "cover": False}
    return operations.save_brand(council=by.council, by=by, on=LONG_AGO, **{**usual, **fields})


def test_the_page_begins_with_the_usual_colour(administrator):
    page = browser_of(administrator).get(ADDRESS).content.decode()
    assert reverse("public_pages:brand") == ADDRESS
    assert f'fill="{colours.USUAL}"' in page and "without a mark" in page
    assert 'enctype="multipart/form-data"' in page


def test_one_button_is_green_and_to_try_a_colour_is_secondary(administrator):
    saved(administrator)
    browser = browser_of(administrator)
    for address in (ADDRESS, f"{ADDRESS}?trial=%235b2a6e", f"{ADDRESS}?trial=green"):
        page = browser.get(address).content.decode()
        drawn = re.findall(r'<button[^>]*class="(govuk-button[^"]*)"[^>]*>([^<]+)', page)
        green = [words for css, words in drawn if css == "govuk-button"]
        assert green == [BrandForm.submit]
        assert ("govuk-button govuk-button--secondary", TrialForm.submit) in drawn


def test_what_is_saved_is_shown_at_once(administrator):
    browser = browser_of(administrator)
    data = {"colour": "#5B2A6E", "mark": upload(), "mark_text": "A purple flag", "cover": "on"}
    answer = browser.post(ADDRESS, data, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(ADDRESS, 302)]
    assert 'fill="#5b2a6e"' in page and "with the mark: A purple flag" in page
    assert "data:image/png;base64," in page and "Reports have a cover page" in page
    row = CouncilBrand.objects.get()
    assert (row.council, row.colour, row.cover) == (administrator.council, "#5b2a6e", True)
    assert row.picture().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"colour": "#ffdd00"}, "White text on #ffdd00 has a contrast of 1.3 to 1"),
        ({"colour": "green"}, colours.NOT_A_COLOUR),
        ({"colour": ""}, colours.NOT_A_COLOUR),
        ({"colour": "#5b2a6e", "mark_text": "A flag"}, TEXT_ALONE),
    ],
)
def test_a_value_that_does_not_do_is_refused_at_its_field(administrator, data, sentence):
    answer = browser_of(administrator).post(ADDRESS, data)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not CouncilBrand.objects.exists()


def test_a_mark_needs_its_text_and_must_be_a_picture(administrator):
    browser = browser_of(administrator)
    page = browser.post(ADDRESS, {"colour": "#5b2a6e", "mark": upload()}).content.decode()
    assert NO_TEXT in page
    data = {"colour": "#5b2a6e", "mark": upload(b"words"), "mark_text": "A flag"}
    assert "as PNG first" in browser.post(ADDRESS, data).content.decode()
    with pytest.raises(Refused, match="as PNG first"):
        saved(administrator, content=b"words", mark_text="A flag")
    assert not CouncilBrand.objects.exists()


def test_a_mark_remains_until_it_is_removed(administrator):
    first = saved(administrator, content=picture(), mark_text="A flag")
    second = saved(administrator, mark_text="A purple flag", cover=True, version=1)
    assert second.mark_sha256 == first.mark_sha256 != ""
    third = saved(administrator, remove=True, mark_text="A purple flag", version=2)
    assert (third.mark_sha256, third.mark_text, third.picture()) == ("", "", b"")


def test_only_a_mark_that_is_there_can_be_removed(administrator):
    browser = browser_of(administrator)
    assert "Remove the present mark" not in browser.get(ADDRESS).content.decode()
    saved(administrator, content=picture(), mark_text="A flag")
    assert "Remove the present mark" in browser.get(ADDRESS).content.decode()
    data = {"colour": "#5b2a6e", "remove": "on", "mark_text": "A flag", "version": "1"}
    browser.post(ADDRESS, data)
    assert CouncilBrand.objects.get().mark_sha256 == ""


def test_each_save_is_in_history_once(administrator):
    saved(administrator)
    saved(administrator, cover=True, version=1)
    done = HistoryEntry.objects.filter(what__startswith="council_brands.").order_by("seq")
    assert [one.what for one in done] == ["council_brands.save"] * 2
    page = browser_of(administrator).get(ADDRESS).content.decode()
    assert "History" in page


def test_two_people_do_not_save_over_each_other(administrator):
    saved(administrator)
    saved(administrator, cover=True, version=1)
    with pytest.raises(EditConflict):
        saved(administrator, colour="#0b4f54", version=1)
    assert CouncilBrand.objects.get().colour == "#5b2a6e"


def test_a_report_gets_the_mark_of_its_own_council(administrator):
    saved(administrator, content=picture((60, 40)), mark_text="A flag", cover=True)
    own = brand_of(administrator.council)
    assert (own.colour, own.alt, own.cover) == ("#5b2a6e", "A flag", True)
    assert size_of(picture_of(own)) == (60, 40)
    assert brand_of(cast.make_council("elsewhere")) is None


def test_a_mark_whose_file_is_gone_is_left_out(administrator, tmp_path):
    row = saved(administrator, content=picture(), mark_text="A flag")
    (tmp_path / row.council.slug / row.mark_sha256).write_bytes(b"other")
    own = brand_of(row.council)
    assert (own.mark, own.alt, own.colour) == ("", "", "#5b2a6e")


def test_only_administrators_open_the_page():
    for made in (cast.officer, cast.clerk, cast.approver):
        assert browser_of(made()).get(ADDRESS).status_code == 403
    other = brand(council=cast.make_council("elsewhere"))
    page = browser_of(cast.administrator()).get(ADDRESS).content.decode()
    assert other.colour not in page
