"""Every law that the program cites to people is in the list for the council's lawyer, and by the
number that the statute has."""

import re

from django.conf import settings

from reports.data_protection import refusals, rules
from tests.sweeping import swept

ACT = re.compile(r"([A-Z][A-Za-z ]+ Act \d{4}), sections? (\d+\w*)")
ARTICLE = re.compile(r"articles? (\d+(?:\(\d\))?(?:\([a-f]\))?)")
LIST = (settings.BASE_DIR / "docs" / "dpia.md").read_text("utf-8").partition("## 9.")[2]


def sentences():
    """Every text of the rules and refusals that a page prints."""
    texts = [value for module in (rules, refusals) for value in vars(module).values()]
    lines = [text for text in texts if isinstance(text, str) and " " in text]
    stays = [*refusals.ALWAYS_STAYS, *refusals.STAYS.values()]
    return sorted({*lines, *stays, *(kind.reason for kind in rules.KINDS)})


@swept([text for text in sentences() if ACT.search(text) or ARTICLE.search(text)])
def test_what_is_cited_is_in_the_list_for_the_lawyer(text):
    for act, section in ACT.findall(text):
        assert re.search(rf"{act.removeprefix('the ')}, sections?[^|]*\b{section}\b", LIST), act
    for article in ARTICLE.findall(text):
        assert article in LIST, article


def test_six_years_rest_on_contract_and_tort_and_four_on_background_papers():
    by_key = rules.BY_KEY
    assert "sections 2 and 5" in by_key[rules.STAFF].reason
    assert (by_key[rules.REPORTS].length, by_key[rules.BACKGROUND].length) == (6, 4)
    assert "100C(1)" in by_key[rules.REPORTS].reason
    assert "100D(2)" in by_key[rules.BACKGROUND].reason
    assert "2023" not in rules.IN_WORK, "guidance is cited by what is in force"
