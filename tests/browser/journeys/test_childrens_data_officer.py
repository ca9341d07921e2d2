"""A children's data officer: the yearly return comes in and is counted, a spoiled one says which
rows it refuses, and the page of children in care shows a day beside published figures."""

from datetime import date

import pytest

from tests.browser.forms import fill_date, payload, send, send_refused
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import clerk, officer
from tests.looked_after import invented
from tests.make import compared, looked_after

OWN = "E06000014"
CHECK = "Check these files"


@pytest.fixture
def held(transactional_db, built):
    """The invented return, costs and locations beside a census, and published figures."""
    kept = invented.import_files()
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


def give(page, *files):
    """Gives files in and has them checked."""
    page.goto("/import/")
    page.set_input_files("input[type=file]", [payload(*one) for one in files])
    page.click(f"button:text-is('{CHECK}')")


@pytest.mark.long
def test_a_childrens_data_officer_brings_the_return_in(page, sign_in, built, transactional_db):
    sign_in(page, officer())
    episodes = (invented.FILES / "episodes.csv").read_bytes().splitlines()
    spoiled = [*episodes[:30], b"7,31/02/2017,S,C2,N1,U4,PR4,,,,,,", b"7,14/11/0216,S,C2,N1"]
    head = ("header.csv", (invented.FILES / "header.csv").read_bytes())
    give(page, head)
    page.wait_for_selector("text=The episodes file is missing")
    give(page, head, ("episodes.csv", b"\n".join(spoiled)))
    page.wait_for_selector("text=Check what these files would do")
    page.click("a:has-text('refused')")
    page.wait_for_selector("text=It is not a date.")
    assert_sound(page)
    names = (*invented.NAMES, "sw_episodes.csv")
    give(page, *((name, (invented.FILES / name).read_bytes()) for name in names))
    page.wait_for_selector("text=31 March 2017 to 31 March 2018")
    said = page.inner_text("main")
    for words in ("1,764", "sw_episodes.csv is the social worker episodes file", "HOME_POST"):
        assert words in said
    page.fill("textarea[name=as_at]", "24/12/2017\nsoon")
    send(page, "Read the files again", "Line 2 is not a date.")
    assert_sound(page)
    page.fill("textarea[name=as_at]", "24/12/2017")
    send(page, "Read the files again", "Children looked after on 24 December 2017")
    send(page, "Import", "Confirm that you have looked at these warnings")
    assert_sound(page)
    page.click("a[href='#id_looked']")
    page.keyboard.press("Space")
    send(page, "Import", "The files have been imported.")
    page.goto("/looked-after/performance/?day_day=1&day_month=12&day_year=2017")
    page.wait_for_selector("text=1,363")


@pytest.mark.long
def test_a_day_and_a_return_are_looked_at(page, sign_in, held):
    sign_in(page, clerk())
    page.goto("/looked-after/performance/")
    page.wait_for_selector("text=1,201")
    assert_sound(page)
    page.click("summary:has-text('Every placement group')")
    fill_date(page, "day", "1 dec 2017")
    send(page, "Show", "1,363")
    page.fill("#id_day_day", "41")
    page.click("button:text-is('Show')")
    assert_refused(page)
    assert_sound(page)
    sign_in(page, officer())
    page.goto(f"/looked-after/returns/{held.pk}/validation/")
    page.click("summary:has-text('Row numbers') >> nth=0")
    assert_sound(page)
    page.goto("/looked-after/areas/add/")
    send_refused(page)
