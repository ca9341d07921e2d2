"""Signs of the kind of answer that a question asks for, near its words."""

from types import SimpleNamespace

from reports.publication.search.direct.signs import has_sign
from reports.publication.search.question import read_question
from reports.vocabulary.plain_text import plain
from reports.vocabulary.synonyms import synonyms_with
from tests.sweeping import swept

FAR = "Nothing of this is about it. " * 12


@swept(
    [
        ("why do staff leave", "Staff leave because others pay more.", True),
        ("why do staff leave", "Staff leave.", False),
        ("why do staff leave", f"Staff leave. {FAR}That is because of rain.", False),
        ("who audits the files", "The Head of Quality audits the files.", True),
        ("who audits the files", "The files are audited.", False),
        ("when did Ofsted inspect", "Ofsted inspected on 7 February 2017.", True),
        ("when did Ofsted inspect", "Ofsted inspected in spring.", False),
        ("how many years is a check good", "A check is good for 3 years.", True),
        ("how long was Ofsted here", "Ofsted was here for four weeks.", True),
        ("how long was Ofsted here", "Ofsted was here.", False),
        ("staff leave", "Staff leave because others pay more.", False),
        ("why", "", False),
    ]
)
def test_a_sign_is_near_half_of_the_terms(asked, text, has):
    row = SimpleNamespace(plain_words=plain(text))
    assert has_sign(read_question(asked, synonyms_with(())), row) is has
