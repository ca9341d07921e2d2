"""Sentences as council papers write them, right and wrong in their words: each with just the rules
about words that it breaks, advice left out."""

from tests.checks.drawn import found, of_family

WORDING = of_family("wording")

RIGHT = (
    # Twice in a row, rightly.
    *("What it is is a matter for the Board.", "All that that entails was set out in July 2015."),
    *("Those who had had a review came back.", "Staff sign in in the hall."),
    "Carers log on on their own.",
    # Brackets and marks.
    "The service (see below) is small; the need (for beds) is not.",
    "See sections 17(1)(a) and 47(1)(b) of the Act.",
    "They asked for (i) time, (ii) rooms and (iii) tea.",
    "Choices were 1) stay, 2) go or 3) wait.",
    "“We know where to go,” they said, “and whom to ask.”",
    *("The boys’ and girls’ groups met.", "It is the children's own."),
    *("The rate [sic] was told twice.", "Was it right? It was."),
    "Where next, what for, with whom? All was asked.",
    *("They met at 9 a.m., at 5 p.m., and at night.", "Toys, books, etc., were given."),
    *("Bags, coats etc. were given.", "Costs (staff, rooms, etc.) are met."),
    "The file is called plan.docx, and the page www.example.org/plans.",
    "A score of 3.5 is good; 4.0 is better.",
    "Ring 01904 000000 (office hours).",
    # Names of things.
    "The Head of Service and the Director of Children’s Services agreed.",
    *("The Lead Member for Education visited homes.", "The Chair of the Board thanked staff."),
    *("Councillor Sample asked the question.", "The Sir John Imagined School was opened."),
    "St Mary’s Church and the Victoria Hall were used.",
    "Rose House and Hope Street are homes of ours.",
    "The Grace Imagined Foundation gave books.",
    # Letters.
    "The NHS and the BBC helped; MPs and GPs were told.",
    "A level and GCSE results came in August 2015.",
    "Part IV and Schedule XIII apply; so does form B12.",
    "It is on the A64 near YO1.",
    "Her PhD was about homes.",
    "The multi-agency safeguarding hub (MASH) opened. The MASH takes calls.",
    "An EHCP (education, health and care plan) is written. Each EHCP is read again.",
    "Children in need (CIN) are seen. CIN plans are short.",
    "Special educational needs and disabilities (SEND) are many. SEND staff help.",
    "The Corporate Management Team (“CMT”) met. CMT agreed.",
    "The Department for Education (DfE) wrote, and the DfE wrote again.",
    "Unaccompanied asylum-seeking children (UASC) came. UASC live with carers.",
    "A Strengths and Difficulties Questionnaire (SDQ) is sent. The SDQ is short.",
    # Councils.
    "The Council agreed the Council Plan.",
    "We compared notes with Southfell City Council.",
    "Eastmere Borough Council’s model was looked at, as the authority is rated good.",
    "The Full Council and the City Council’s Executive met.",
    "The Arts Council gave money, and the British Council came.",
    "Parish councils were told, as was the Youth Council.",
    # Finished sentences.
    *("Homes, schools and so on.", "This is the home they came to."),
    *("The question is whom to ask.", "It is all that we hoped for."),
    "They came from A to B and back.",
    "It was a draft strategy then, and the final strategy is out.",
    "Insert and delete are keys.",
    "Fill in the form; add your name and tick the box.",
)
WRONG = (
    ("The Board met at at the hall.", "doubled-word"),
    *(("Each of the the homes was seen.", "doubled-word"), ("We will will act.", "doubled-word")),
    *(("Carers and and staff came.", "doubled-word"), ("The the homes were seen.", "doubled-word")),
    ("The visit (in June 2015 was long.", "open-bracket"),
    ("The visit in June 2015) was long.", "open-bracket"),
    ("The homes (two of them (one new) were seen.", "open-bracket"),
    ("The carer said “we are glad.", "open-bracket"),
    ("The homes [both were seen.", "open-bracket"),
    ("Homes,, schools and health.", "doubled-punctuation"),
    *(("All was well..", "doubled-punctuation"), ("Homes;; schools.", "doubled-punctuation")),
    *(("All was well,.", "doubled-punctuation"), ("All was well!!", "doubled-punctuation")),
    *(("It cost [insert amount] a year.", "placeholder"), ("It cost [xx] a year.", "placeholder")),
    ("Speak to <name> in the office.", "placeholder"),
    ("The lead is [officer to confirm].", "placeholder"),
    *(("It is due on xx/xx/2016.", "placeholder"), ("It is due on [date].", "placeholder")),
    ("The cost is TBC by the office.", "placeholder"),
    *(("See paragraph X for more.", "placeholder"), ("It cost £X a year.", "placeholder")),
    *(("As minute XX says, all came.", "placeholder"), ("There were X children.", "placeholder")),
    *(("It cost £x million.", "placeholder"), ("It cost £0.Xm in all.", "placeholder")),
    ("We saw xx families.", "placeholder"),
    ("Wards: delete as appropriate.", "placeholder"),
    ("See Error! Bookmark not defined.", "placeholder"),
    *(("Click here to enter text.", "placeholder"), ("Signed ______ by the Chair.", "placeholder")),
    ("Numbers rose to ??? in June 2015.", "placeholder"),
    ("We spoke to carers, staff and", "trailing-off"),
    ("We spoke to carers and staff about the", "trailing-off"),
    ("We spoke to carers and staff …", "trailing-off"),
    ("We spoke to carers and staff because.", "trailing-off"),
    ("We spoke to many people, such as", "trailing-off"),
    ("The QXZ team met.", "abbreviation-unexplained"),
    ("Its work with the LADO is close.", "abbreviation-unexplained"),
    ("CPPs are read by all.", "abbreviation-unexplained"),
    ("The Corporate Team (CMT) met. CMT agreed.", "abbreviation-initials"),
    ("The Safeguarding Children Board (LSCB) met. The LSCB agreed.", "abbreviation-initials"),
    ("The visit was long) and the homes were warm.", "open-bracket"),
    ("Mr Imagined spoke to staff.", "person-named"),
    ("Ask Mrs A. Imagined for the form.", "person-named"),
    ("Southfell City Council is proud of its homes.", "other-council"),
    ("The Royal Borough of Southfell will open homes.", "other-council"),
    ("Children of Southfell Borough Council are safe.", "other-council"),
)


def wording(text, **said):
    """The rules about words that `text` breaks, advice left out."""
    rows = found(text, rules=WORDING, **said)
    return [one.rule.key for one in rows if one.severity != "advice"]


def test_right_sentences_are_left_in_peace():
    assert {text: rules for text in RIGHT if (rules := wording(text))} == {}


def test_a_wrong_sentence_breaks_its_rule_once_and_no_other():
    assert {text: rules for text, key in WRONG if (rules := wording(text)) != [key]} == {}


def test_the_mend_of_a_doubled_word_puts_it_right():
    for text, key in WRONG:
        if key == "doubled-word":
            (one,) = (row for row in found(text) if row.rule.key == key)
            right = text.replace(one.fault.mend.old, one.fault.mend.new, 1)
            assert wording(right) == [], text
