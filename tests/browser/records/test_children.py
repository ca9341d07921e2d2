"""Looked-after children in a real browser: the page of a day, its validation, the areas beside."""

from datetime import date

import pytest

from tests.browser.reading import assert_refused, assert_sound
from tests.cast import clerk, officer
from tests.looked_after import invented
from tests.make import compared, looked_after

OWN = "E06000014"


@pytest.fixture
def held(transactional_db):
    """The invented return, costs and locations beside a census, and published figures."""
    kept = invented.bring_in()
    census = kept.censuses.get(date=date(2018, 3, 31))
    looked_after.UnitCost.objects.create(
        census=census, group="agency_foster", pounds=48_000, source="Finance"
    )
    compared.location(census=census, children=1_000)
    compared.location(census=census, place="outside", children=201)
    compared.compared_area(role="own", area_code=OWN, area_name="Netherby")
    for number in range(1, 4):
        area = compared.compared_area(area_code=f"E9000000{number}", area_name=f"Town {number}")
        compared.published(area.area_code, area.area_name, f"{50 + number}", children=90)
    compared.published()
    compared.published(OWN, "Netherby", "52", children=181, population=34_900)
    return kept


def test_the_page_of_children_in_care_has_no_fault(page, built, sign_in, held):
    sign_in(page, clerk())
    page.goto("/looked-after/performance/")
    page.wait_for_selector("text=1,201")
    assert_sound(page)
    page.click("summary:has-text('Every placement group')")
    page.fill("#id_day_day", "1")
    page.fill("#id_day_month", "dec")
    page.fill("#id_day_year", "2017")
    page.click("button:text-is('Show')")
    page.wait_for_selector("text=1,363")
    page.fill("#id_day_day", "41")
    page.click("button:text-is('Show')")
    assert_refused(page)
    assert_sound(page)


def test_validation_and_areas_have_no_fault(page, built, sign_in, held):
    sign_in(page, officer())
    page.goto(f"/looked-after/returns/{held.pk}/validation/")
    page.click("summary:has-text('Row numbers') >> nth=0")
    assert_sound(page)
    page.goto("/looked-after/areas/")
    assert_sound(page)
    page.goto("/looked-after/areas/add/")
    page.click("button:text-is('Save')")
    assert_refused(page)
    assert_sound(page)
    page.goto(f"/looked-after/{held.censuses.latest('date').pk}/locations/")
    assert_sound(page)


def payload(name, content):
    """A file as the browser is given it."""
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def test_the_real_return_is_brought_in_and_shown(page, built, sign_in, transactional_db):
    sign_in(page, officer())
    page.goto("/bring-in/")
    files = [payload(name, (invented.FILES / name).read_bytes())
             for name in (*invented.NAMES, "sw_episodes.csv")]  # fmt: skip
    page.set_input_files("input[type=file]", files)
    page.click("button:text-is('Check these files')")
    page.wait_for_selector("text=31 March 2017 to 31 March 2018")
    said = page.inner_text("main")
    for words in ("1,764", "sw_episodes.csv is the social worker episodes file", "HOME_POST"):
        assert words in said
    assert_sound(page)
    page.fill("textarea[name=as_at]", "24/12/2017\nsoon")
    page.click("button:text-is('Read the files again')")
    page.wait_for_selector("text=Line 2 is not a day.")
    assert_sound(page)
    page.fill("textarea[name=as_at]", "24/12/2017")
    page.click("button:text-is('Read the files again')")
    page.wait_for_selector("text=Children looked after on 24 December 2017")
    page.click("button:text-is('Bring in')")
    page.wait_for_selector("text=The files have been brought in.")
    page.goto("/looked-after/performance/?day_day=1&day_month=12&day_year=2017")
    page.wait_for_selector("text=1,363")


def test_a_spoiled_return_says_which_rows_it_refuses(page, built, sign_in, transactional_db):
    episodes = (invented.FILES / "episodes.csv").read_bytes().splitlines()
    spoiled = [*episodes[:30], b"7,31/02/2017,S,C2,N1,U4,PR4,,,,,,", b"7,14/11/0216,S,C2,N1"]
    sign_in(page, officer())
    page.goto("/bring-in/")
    head = (invented.FILES / "header.csv").read_bytes()
    page.set_input_files("input[type=file]", [payload("header.csv", head)])
    page.click("button:text-is('Check these files')")
    page.wait_for_selector("text=The episodes file is missing")
    page.goto("/bring-in/")
    files = [payload("header.csv", head), payload("episodes.csv", b"\n".join(spoiled))]
    page.set_input_files("input[type=file]", files)
    page.click("button:text-is('Check these files')")
    page.wait_for_selector("text=Check what these files would do")
    page.click("a:has-text('refused')")
    page.wait_for_selector("text=It is not a date.")
    assert_sound(page)
