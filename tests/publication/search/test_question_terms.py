"""What is read out of a question: its terms, words of the same meaning, the kind asked for."""

from hypothesis import given
from hypothesis import strategies as st

from reports.publication.search.question import read_question
from reports.vocabulary.plain_text import MOST, plain
from reports.vocabulary.requests import COUNT, DATE, LENGTH, PERSON, REASON
from reports.vocabulary.stems import stems
from reports.vocabulary.synonyms import synonyms_with as joined
from reports.vocabulary.terms import EXPLAINS, OTHER_WORDS, Term
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
)
from tests.cases import random_cases
from tests.sweeping import swept

KNOWN = joined([("ALM", "Audit Learning Meeting")])
IGNORED = frozenset({"netherby"})
# Typed → the terms, the kind asked for.
READ = [
    ("children in care", ["children in care"], ""),
    ("how many kids are in care", ["kids", "in care"], FIGURE),
    ("How many looked-after children are there now?", ["looked after children"], FIGURE),
    ("LAC", ["lac"], ""),
    ("overdue DBS", ["overdue", "dbs"], ""),
    ("criminal record checks out of date", ["criminal record", "checks", "out of date"], ""),
    ("what did officers promise about DBS checks", ["dbs", "checks"], COMMITMENT),
    ("when is the next audit", ["audit"], COMMITMENT),
    ("commitments", ["commitments"], COMMITMENT),
    ("what was promised", ["promised"], COMMITMENT),
    ("recommendations on the task group", ["task", "group"], RECOMMENDATION),
    ("what were members asked about the audit", ["audit"], RECOMMENDATION),
    ("which promises have not yet been kept", ["not kept"], COMMITMENT),
    ("who is in charge of audits", ["in charge of", "audits"], PARAGRAPH),
    ("who decides", ["decides"], PARAGRAPH),
    ("what did the committee decide about audits", ["audits"], RECOMMENDATION),
    ("has the panel agreed on leaflets", ["leaflets"], RECOMMENDATION),
    ("councillors’ decision on audits", ["audits"], RECOMMENDATION),
    ("decisions of the committee about audits", ["audits"], RECOMMENDATION),
    ("which targets are missed", ["targets"], ""),
    ("did we hit our targets for audits", ["targets", "audits"], ""),
    ("how often are files audited", ["how often", "files", "audited"], PARAGRAPH),
    ("how often did they say so and why", ["how often"], PARAGRAPH),
    ("what did Ofsted say about us", ["ofsted", "findings over all"], ""),
    ("what did the peer review find?", ["peer review", "strengths", "areas for development"], ""),
    (
        "what did inspectors think of Netherby",
        ["inspectors", "findings over all"],
        "",
    ),
    ("what did inspectors say about adoption", ["inspectors", "adoption"], ""),
    ("what about Ofsted's recommendations", ["inspectors recommendations"], ""),
    ("how did we do in the last inspection", ["overall judgement"], ""),
    ("how well did the council do at Ofsted", ["overall judgement"], ""),
    ("what do carers think", ["carers", "think"], ""),
    ("how many recommendations did the inspectors make", ["inspectors recommendations"], FIGURE),
    ("how many councils are outstanding", ["authorities", "outstanding"], FIGURE),
    ("how many audits in the next two years", ["audits"], FIGURE),
    ("what can't parents understand", ["parents", "understand"], ""),
    ("those who won’t or don't apply", ["apply"], ""),
    ("I'd ask about those they’re losing", ["ask", "losing"], ""),
    ("what did members decide in May 2017", ["may", "2017"], RECOMMENDATION),
    ("who can decide on a leaflet", ["leaflet", "decide"], PARAGRAPH),
    ("what happened to those who were overdue", ["overdue"], ""),
    ("what will be reported next time", ["reported", "time"], COMMITMENT),
    ("council", ["council"], ""),
    ("what is the committee asked to decide", ["committee"], RECOMMENDATION),
    ("when did Ofsted inspect", ["ofsted", "inspect"], PARAGRAPH),
    ("total number of audits", ["audits"], FIGURE),
    ("is Netherby good?", ["good"], ""),
    ("mother/father", ["mother father"], ""),
    ("looked-after", ["looked after"], ""),
    ("re-check", ["re check"], ""),
    ("54 per cent", ["54 percent"], ""),
    ("54%", ["54 percent"], ""),
    ("ALM posters", ["alm", "posters"], ""),
    ('"the audits of" files', ["the audits of", "files"], ""),
    ('"children in care"', ["children in care"], ""),
    ("the and of", [], ""),
    ("", [], ""),
    ("audit Audit AUDIT", ["audit"], ""),
    ("six months", ["six", "months"], ""),
    ("<b>audits</b>", ["b audits b"], ""),
    ("audits ’ OR 1=1 --", ["audits", "1 1"], ""),
]


@swept(READ)
def test_a_question_is_read_as_its_terms_and_the_kind_that_it_asks_for(typed, terms, kind):
    question = read_question(typed, KNOWN, IGNORED)
    assert [term.typed for term in question.terms] == terms
    assert question.kind == kind


SUBJECTS = {
    "how many actions are overdue": {"improvements"},
    "kids in care": {"looked_after"},
    "police checks of staff": {"dbs"},
    "what did the inspectors say of fostering": {"findings", "looked_after"},
    "leaflet": set(),
}


@swept(SUBJECTS.items())
def test_a_question_names_the_subjects_of_its_figures_in_any_words(typed, subjects):
    assert read_question(typed, KNOWN, IGNORED).subjects == subjects


# Typed → whether it asks for every commitment or recommendation.
OF_ALL = {
    "what did the council promise to do": True,
    "all commitments": True,
    "what is the committee asked to decide": True,
    "decisions of the last meeting": True,
    "recommendations to members": True,
    "did the council keep its promises": False,
    "promises kept": False,
    "which recommendations were rejected": False,
    "promises about audits": False,
    '"the committee" decided': False,
    "officers": False,
    "next meeting": False,
    "how many": False,
    "": False,
}


@swept(OF_ALL.items())
def test_a_question_that_names_a_kind_and_no_more_asks_for_all_of_it(typed, of_all):
    assert read_question(typed, KNOWN, IGNORED).of_all is of_all


def test_what_is_said_of_a_promise_is_looked_for_in_the_words_of_its_state():
    (broken,) = read_question("promises that were broken", KNOWN, IGNORED).terms
    assert {"overdue", "dropped"} <= {*broken.others}
    (policy,) = read_question("broken policy rules", KNOWN, IGNORED).terms[:1]
    assert "dropped" not in policy.others


def test_what_stands_between_quotation_marks_is_exact_and_has_no_other_words():
    quoted, free = read_question('"the audits of" in care', KNOWN).terms
    assert (quoted.exact, quoted.others) == (True, ())
    assert not free.exact and "LAC" in free.others


@swept(
    [
        ("children in care", {"LAC", "CLA", "looked-after children"}),
        ("overdue", {"out of date", "expired"}),
        ("DBS", {"Disclosure and Barring Service", "criminal record"}),
        ("ALM", {"Audit Learning Meeting"}),
        ("zebra", set()),
    ]
)
def test_the_words_searched_as_well_are_named(typed, names):
    also = set(read_question(typed, KNOWN).also)
    assert names <= also
    assert bool(names) == bool(also)
    assert plain(typed) not in {plain(name) for name in also}


def test_no_mere_form_of_a_word_is_named_twice():
    also = read_question("ofsted", KNOWN).also
    assert len({stems(name) for name in also}) == len(also)
    assert read_question("ofsted", {}).also == ()
    overdue = read_question("overdue", KNOWN)
    assert overdue.also_printed.startswith("past the date, out of date, expired")
    assert overdue.also_printed.endswith(f" and {len(overdue.also) - 6} more")
    assert read_question("ofsted", KNOWN).also_printed == ", ".join(also)
    assert read_question("children in care", KNOWN).also == ("looked-after children", "LAC", "CLA")


def test_two_words_of_one_meaning_do_not_stand_for_each_other():
    question = read_question("Ofsted inspection", KNOWN)
    assert [term.others for term in question.terms] == [("inspectors",), ("inspectors", "inspect")]
    budget = read_question("budget overspent", KNOWN)
    assert [term.others for term in budget.terms] == [("overspend", "deficit")] * 2
    assert question.also == ("inspectors",)


@swept(
    [
        ("lac", "The LAC strategy", 1),
        ("lac", "Looked-after children", OTHER_WORDS),
        ("lac", "Looked-after children (LAC)", 1 + EXPLAINS),
        ("lac", "Nothing of it", 0),
        ("lac", "lacquer", 0),
    ]
)
def test_a_text_answers_best_in_the_words_typed_and_explains_what_it_spells_out(typed, text, share):
    term = Term(typed, ("looked-after children",))
    assert term.share_in(stems(text)) == share


@random_cases(25)
@given(st.text(max_size=200))
def test_whatever_is_typed_becomes_few_plain_terms(typed):
    question = read_question(typed, KNOWN)
    assert len(question.terms) <= MOST
    assert all(term.typed == plain(term.typed) != "" for term in question.terms)
    assert len(set(question.phrases)) == len(question.phrases)
    assert {term.typed for term in question.terms} <= set(question.phrases)
    assert question.kind in ("", FIGURE, COMMITMENT, RECOMMENDATION, PARAGRAPH)


@swept(
    [
        ("when will the leaflet be ready", COMMITMENT),
        ("when did Ofsted come", PARAGRAPH),
        ("will the leaflet be ready", ""),
    ]
)
def test_a_question_about_what_is_to_come_asks_for_a_commitment(typed, kind):
    assert read_question(typed, KNOWN).kind == kind


@random_cases(25)
@given(st.text(max_size=200))
def test_the_stems_of_a_question_are_all_that_its_terms_look_for_and_each_word(typed):
    question = read_question(typed, KNOWN)
    assert {phrase for term in question.terms for phrase in term.stems} <= set(question.stems)
    for term in question.terms:
        assert {stems(word) for word in term.typed.split()} <= set(question.stems)
    assert len(set(question.stems)) == len(question.stems)


@swept(
    [
        ("how many inspectors came", "inspector", (" inspector ",)),
        ("how many locality teams are there", "team", (" team ",)),
        ("how many are there", "", ()),
        ("inspectors", "", ()),
    ]
)
def test_a_question_counts_the_noun_after_how_many(text, counted, phrases):
    question = read_question(text, KNOWN)
    assert (question.counted, question.counted_phrases) == (counted, phrases)


@swept(
    [
        ("who decides", PERSON, PARAGRAPH),
        ("why do workers leave", REASON, PARAGRAPH),
        ("when did Ofsted come", DATE, PARAGRAPH),
        ("what date is the meeting", DATE, ""),
        ("how many working days has a council to answer", LENGTH, PARAGRAPH),
        ("how long was Ofsted here", LENGTH, ""),
        ("how many days out were there", LENGTH, PARAGRAPH),
        ("how many people work here", COUNT, FIGURE),
        ("what share of audits is good", COUNT, FIGURE),
        ("those who leave and why", "", ""),
    ]
)
def test_a_question_asks_for_a_person_a_reason_a_date_a_length_of_time_or_a_number(
    text, sign, kind
):
    question = read_question(text, KNOWN)
    assert (question.asks_for, question.kind) == (sign, kind)


@swept(
    [
        ("figures of 2017 and of January 2016", "2016-01"),
        ("figures of 2017", "2017"),
        ("risks in feb 2020", "2020-02"),
        ("Sept. 2016", "2016-09"),
        ("mar the plan of 2016", "2016"),
        ("may", ""),
    ]
)
def test_the_month_of_a_question_is_that_before_a_year_in_full_or_in_short(text, month):
    assert read_question(text, KNOWN).month == month


def test_what_is_counted_answers_by_words_of_its_meaning():
    phrases = read_question("how many kids are there", KNOWN).counted_phrases
    assert {" kid ", " child "} <= set(phrases)


def test_a_weak_word_that_names_a_state_is_the_state_alone():
    [changed] = read_question("which recommendations were changed", KNOWN).terms
    assert (changed.typed, changed.strength) == ("amended", 1)
    [accepted] = read_question("which recommendations were accepted", KNOWN).terms
    assert accepted.typed == "accepted" and "agreed" in accepted.others


def test_a_phrase_of_weak_words_that_has_a_meaning_is_not_weak():
    [put_off] = read_question("what was put off", KNOWN).terms
    assert put_off.strength == 1 and "deferred" in put_off.others
    assert Term("put").strength < 1 and Term("off").strength < 1
