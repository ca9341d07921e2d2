"""The sign of a change, up or down, wherever a figure shows how it changed."""

import pytest

from tests.make.published_figures import BEFORE, edition, entry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("before", "sign"), [(24, "▲ </span>Rose"), (36, "▼ </span>Fell")])
@pytest.mark.parametrize("address", ["/netherby/figures/", "/netherby/figures/dbs.overdue/"])
def test_a_change_has_its_sign_in_the_list_of_figures_and_on_its_page(
    client, address, before, sign
):
    edition(entry(str(before), BEFORE, count=before), period_end=BEFORE)
    edition(entry("30", count=30))
    page = client.get(address).content.decode()
    assert f'<span aria-hidden="true">{sign} from {before}' in page


def test_a_value_without_an_earlier_one_has_no_sign(client):
    edition(entry("30", count=30))
    assert "▲" not in client.get("/netherby/figures/").content.decode()
