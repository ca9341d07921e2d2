"""Search holds whatever is typed, and finds words however a paper prints them."""

import pytest
from django.test import Client

from reports.editions.models.editions import Edition
from reports.publication.models.passages import Passage
from reports.publication.search.query import results, search
from reports.vocabulary.plain_text import plain, query_phrases
from tests.publication.search.published_papers import edition
from tests.rubbish.values import TEXTS

pytestmark = pytest.mark.django_db
PRINTED = (
    "The mother/father and/or carer signs; e-mail office@example.org or see www.example.org/a-b.",
    "Costs rose by £1,250,000.50 (12.5%), from 3.2m in 2014/15 to 2015-16.",
    "R&A and SEN&D teams; the LSCB’s sub-group met on 1st March.",
    "Ofsted’s “good” judgement: children’s needs are met; carers’ needs aren’t.",
    "বাংলা ভাষা, 中文 and اردو readers; naïve Zoë’s façade in Łódź.",
    "Section 11(2)(a) applies: see paragraphs 3–38, 22 and 25–28.",
    "Re-check, recheck and re check are three ways to write it.",
)
# Asked → the numbers of the texts that have it, on SQLite and on PostgreSQL alike.
FOUND = {
    "mother": {1},
    "father": {1},
    "mother/father": {1},
    '"father and or carer"': {1},
    "carers": {1, 4},
    "e-mail": {1},
    "email": set(),
    "office@example.org": {1},
    "example": {1},
    "www.example.org": {1},
    "1250000.50": {2},
    "1,250,000.50": {2},
    "£1,250,000.50": {2},
    "12.5%": {2},
    "12.5": {2},
    "12": set(),
    "2014/15": {2},
    "2015-16": {2},
    "2015": {2},
    "3.2m": {2},
    "R&A": {3},
    "LSCB": {3},
    "lscb's": {3},
    "sub-group": {3},
    "1st March": {3},
    "ofsted": {4},
    "Ofsted's good": {4},
    "needs": {4},
    "need": {4},
    '"children needs"': {4},
    '"carers needs"': {4},
    "বাংলা": {5},
    "中文": {5},
    "اردو": {5},
    "naive": {5},
    "Zoe": {5},
    "facade": {5},
    "11(2)(a)": {6},
    "3-38": {6},
    "25–28": {6},
    "re-check": {7},
    "recheck": {7},
    '"three ways"': {7},
    "ways three": {7},
    '"ways three"': set(),
}


def found(typed):
    """The numbers of the paragraphs that have what is typed."""
    keys = search(query_phrases(typed), Edition.objects.all().readable()).keys
    anchors = Passage.objects.filter(pk__in=keys).values_list("anchor", flat=True)
    return {int(one.removeprefix("para-")) for one in anchors if one.startswith("para-")}


@pytest.mark.long
def test_words_are_found_however_they_are_printed_and_each_finds_its_paragraph():
    edition(*PRINTED)
    assert {typed: found(typed) for typed in FOUND} == FOUND
    lost = [
        (number, word)
        for number, text in enumerate(PRINTED, 1)
        for word in plain(text).split()
        if number not in found(f'"{word}"')
    ]
    assert lost == []


@pytest.mark.parametrize("kind", TEXTS)
def test_rubbish_is_answered_with_a_clear_page(kind):
    edition(*PRINTED)
    client = Client(raise_request_exception=False)
    answer = client.get("/netherby/search/", {"words": TEXTS[kind]})
    assert answer.status_code in (200, 400)
    page = answer.content.decode()
    assert ('role="status"' in page) is (answer.status_code == 200)
    assert "<script>alert" not in page


def test_passages_are_shown_in_the_order_of_their_keys_whatever_is_marked():
    edition(*["One audit here."] * 3)
    edition("Audits and audits.")
    told = search(("audit",), Edition.objects.all().readable())
    assert told.count == len(told.keys) == 4
    shown = results(told.keys, ("audit",))
    assert [row.label for row in shown] == [Passage.objects.get(pk=key).label for key in told.keys]
    [backwards] = {row.address for row in results(told.keys[-1:], ("zebra",))}
    assert backwards == shown[-1].address
