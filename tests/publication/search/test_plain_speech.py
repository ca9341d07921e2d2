"""Plain speech in a question: other words for those of reports, and words that only frame it."""

from reports.publication.search.question import read_question
from reports.publication.search.scores import has_all, ranked
from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_words import QUESTION_WORDS
from reports.vocabulary.stems import stems
from reports.vocabulary.synonyms import EVERYDAY, synonyms_with
from reports.vocabulary.terms import FAINT, LONGEST_PHRASE, WIDER_WORDS
from reports.vocabulary.thesaurus import LOOSE, WIDER
from tests.publication.search.test_scores import candidate
from tests.sweeping import swept

KNOWN = synonyms_with(())


# Typed → what a report prints of it.
PRINTED = [
    ("has the check been redone", "The check was renewed."),
    ("which team is taking over", "The old team gave way to a new one."),
    ("the 2016 shake up", "A new structure from September 2016"),
    ("reorganisation", "Restructure"),
    ("what staff want from supervision", "Staff asked for more supervision."),
    ("who did you talk to", "Work began with visits to residential homes."),
    ("who did you consult", "People from 31 agencies helped to shape it."),
    ("boss", "Director of Children’s Services"),
    ("interim bosses", "Interim managers"),
    ("what topics", "Their subjects are neglect and early help."),
    ("I reported a family", "A call to the referrer"),
    ("I reported someone", "A call to the referrer"),
    ("can I go to the meeting", "It goes on meeting in public."),
    ("nothing happened", "Some referrals went no further."),
    ("dads", "Fathers who live elsewhere"),
    ("mums", "Mothers"),
    ("mums and dads", "Parents"),
    ("NHS", "The health trust"),
    ("uni", "At the city’s university"),
    ("B&Bs", "Nobody is placed in bed and breakfast."),
    ("let off council tax", "Council tax relief"),
    ("at night", "Out-of-hours team"),
    ("quicker", "Timeliness of assessments"),
    ("girls", "Young people"),
    ("what do workers think", "Staff think so."),
    ("who can take a child off its parents", "A child comes into care by order of a court."),
    ("foster mum", "Foster carers meet."),
    ("private fostering company", "Agency foster care costs more."),
    ("kids miles away", "Children live outside the city."),
    ("unborn babies", "Risk is assessed before a baby is born."),
    ("doctors' check-ups", "Health assessments are late."),
    ("cutting themselves", "Some harm themselves."),
    ("truants", "Some miss education."),
    ("they called back", "A letter with the outcome"),
    ("temporary managers", "Interim managers"),
    ("quitting", "Too few stay."),
    ("over budget", "The forecast overspend"),
    ("queue", "A waiting list"),
    ("criminal checks", "DBS checks"),
    ("the verdict", "The overall judgement"),
    ("worst grade", "Inadequate"),
    ("similar areas", "Statistical neighbours"),
    ("spot checks", "Case-file audits"),
    ("second opinion", "A second manager looked again."),
    ("final say", "Who may take it and decide"),
    ("ordinary people", "It goes on meeting in public."),
    ("coming out", "It will be ready."),
    ("went live", "The system began."),
    ("pamphlet", "A leaflet"),
    ("staff off ill", "Staff on a long absence"),
    ("going to plan", "On track"),
    ("advice", "Groups advised"),
    ("do children trust workers", "Children rely on their worker."),
    ("what did Ofsted say", "The overall judgement of inspectors"),
    ("what did the inspectors find", "Areas for development, by inspectors"),
    ("what do ofsted think of us", "Inspectors and their overall judgement"),
    ("ofsted's findings", "Inspectors and their overall judgement"),
    ("the report of the inspectors", "Inspectors and their overall judgement"),
    ("how did the inspection go", "The overall judgement"),
    ("did our last ofsted inspection go well", "The overall judgement"),
    ("how did we get on with ofsted", "The overall judgement"),
    ("outcome of the inspection", "The overall judgement"),
    ("can I go and watch", "It goes on meeting in public."),
    ("saw enough of staff", "Staff come often enough."),
    ("highest score", "Likelihood × impact"),
    ("help after adoption", "Support after adoption"),
    ("what needs improving", "Areas for development"),
    ("teenagers", "Those aged 16"),
    ("why can't the numbers be compared", "They should not be set beside those."),
    ("what staff wanted changed", "Staff asked for more."),
    ("supervision sessions", "Supervision is on time."),
    ("the same problems", "It is found again."),
    ("school plans", "Personal education plans"),
    ("report a worry", "A referral"),
    ("it goes nowhere", "It went no further."),
    ("target number of homes", "Forty homes are the aim."),
]


@swept(PRINTED)
def test_plain_speech_finds_what_reports_print(typed, text):
    terms = [term for term in read_question(typed, KNOWN).terms if term.strength >= 1]
    assert terms and has_all(terms, candidate(1, text))


@swept(PRINTED)
def test_plain_speech_finds_nothing_where_nothing_of_it_is_printed(typed, text):
    terms = [term for term in read_question(typed, KNOWN).terms if term.strength >= 1]
    assert not has_all(terms, candidate(1, f"No zebra, and not {text.split()[0][:2]}"))


def test_no_phrase_is_loose_and_wider():
    assert not LOOSE & set(WIDER)


def test_a_wider_word_leads_to_what_is_near_and_to_no_value():
    [girls] = read_question("girls", KNOWN).terms
    assert girls.wider and girls.value_stems == (" girl ",)
    assert girls.share_in(stems("young people")) == WIDER_WORDS
    assert girls.share_in(stems("girls")) >= 1
    question = read_question("who did you talk to", KNOWN)
    assert [term.typed for term in question.terms] == ["talk to"]
    assert "visits to" in question.phrases and "visits to" in question.also


@swept(["out of Netherby", "outside of netherby", "away from Netherby"])
def test_away_from_the_place_of_the_council_is_outside_its_area(text):
    question = read_question(f"children placed {text}", KNOWN, frozenset({"netherby"}))
    assert "outside the city" in question.phrases
    others = read_question(f"children placed {text}", KNOWN)
    assert "outside the city" not in others.phrases


@swept(
    [
        "what did Ofsted say about adoption",
        "did members hear what Ofsted found",
        "what did the peer review find",
        "the ofsted report on nurseries",
    ]
)
def test_what_was_found_of_one_subject_or_by_peers_is_no_overall_judgement(text):
    assert "overall judgement" not in read_question(text, KNOWN).phrases


@swept(EVERYDAY)
def test_everyday_phrases_can_be_looked_up_and_lead_to_what_reports_print(report, typed):
    for name in typed:
        assert 0 < len(plain(name).split()) <= LONGEST_PHRASE, name
        assert not {plain(name)} & (QUESTION_WORDS | STOP), name
        known = KNOWN[stems(name)]
        assert {*map(plain, report)} <= {*map(plain, known)}, name


def test_an_everyday_word_says_a_little_and_does_not_drown_the_subject():
    common = [candidate(number, f"audit number {number}") for number in range(9)]
    rows = ranked(
        read_question("ordinary audits", KNOWN).terms, [*common, candidate(10, "ordinary")]
    )
    assert rows[-1].candidate.key == 10
    [_, term] = read_question("ordinary audits", KNOWN).terms
    assert term.strength == 1 and read_question("ordinary", KNOWN).terms[0].strength == FAINT


@swept(["right now", "at the moment", "so far", "these days", "in the city", "in our area"])
def test_what_asks_for_today_or_for_here_adds_no_term(text):
    assert read_question(f"audits {text}", KNOWN).terms == read_question("audits", KNOWN).terms


def test_where_children_live_is_no_word_of_here():
    terms = read_question("children placed in the city", KNOWN).terms
    assert any("city" in term.typed for term in terms)


@swept(["nothing", "whats being done", "getting any sort of", "will anyone tell me exactly"])
def test_words_that_only_frame_a_question_weigh_little(text):
    terms = read_question(f"{text} fostering", KNOWN).terms
    assert [term.typed for term in terms if term.strength == 1][-1] == "fostering"
    assert sum(term.strength == 1 for term in terms) == 1
