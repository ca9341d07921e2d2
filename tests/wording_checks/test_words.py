"""Words that nobody meant to print, and words that only look like them."""

from dataclasses import replace

from reports.prose.people_names import GIVEN_NAMES
from reports.verdicts.registry import rule_called
from tests.checks.drawn import KNOWN, found
from tests.sweeping import swept


def of(key, text, **said):
    return found(text, rules=[rule_called(key)], **said)


PLACEHOLDERS = (
    *("The visit was on [insert date].", "The cost is [TBC].", "Ask [name] for more."),
    *("There were <insert number> visits.", "See [please complete].", "It cost {{amount}}."),
    *("There were xxx visits.", "There were XXXX visits.", "There were ???? visits."),
    *("Signed ________ on the day.", "Click here to enter text."),
    *("Click or tap here to enter a date.", "Delete as appropriate."),
    *("List wards or tick box to indicate all", "Lorem ipsum dolor sit amet."),
    *("See Error! Reference source not found.", "The total is #REF! visits."),
    *("The rest is #DIV/0! of it.", "Insert text here.", "The lead is [to be confirmed]."),
    *("It is [ … ] long.", "The date is TBC.", "The lead officer is TBA"),
    *("Note to author: check this.", "The DRAFT plan is here.", "It rose by XX since June 2015."),
)
NO_PLACEHOLDERS = (
    *("A draft strategy was read.", "They said [the carers] were glad."),
    *("Of these [14] were late.", "Part XXI and size XXL are no gaps.", "Is that so? Yes!"),
    *("The name of the plan is known.", "The ward is named [Abbey].", "“Draft” is stamped on it."),
    *("Insert the key and turn it.", "The list of wards is long; tick nothing."),
    "The Extra Care team has 20 XX-rated homes.",
    "We type, enter and add details in the system.",
)
TRAILING = (
    "Carers told us about homes, schools and the …",
    "Carers told us about their homes and schools...",
    *("We asked why numbers had grown over or since etc.", "We found many things because."),
    *("The board agreed the plan and.", "We looked at the children and the"),
)
FINISHED = (
    *("We looked at homes, schools, health etc.", "They said “we … are heard” and smiled."),
    *("What do we hope for?", "This is what it came to.", "These are the homes they live in."),
    "Wait... there is more.",
)
OPEN = (
    *("The forum (of carers met.", "The forum of carers) met.", "The forum [of carers met."),
    *("They said “we are heard.", "They said we are heard” to us.", "One (two (three) four."),
)
CLOSED = (
    *("The forum (of carers) met.", "We did: a) this, b) that, and 1) more."),
    *("See (a) and (b), iv) and v).", "They [the carers] said “we are (always) heard”."),
    *("It’s the carers’ forum.", "One (two (three)) four."),
)
DOUBLED_MARKS = ("One,, two.", "One;; two.", "It ended..", "Really??", "So,. it was.", "Yes!!")
RIGHT_MARKS = (
    *("One, two; three: four.", "Wait... more.", "E.g., this, etc., and that."),
    *("At 5 p.m., we met.", "It is at www.example.org/a..b of old.", "Really? Yes!"),
)
DOUBLED = ("It was was so.", "The the plan.", "We met in the\nthe hall.", "and and", "It it is")
RIGHT_TWICE = (
    *("She said that that would do.", "He had had enough.", "Walla Walla is a place."),
    *("It was very very late.", "What it is is clear.", "The more more people come."),
)


def test_what_is_certain_is_an_error_and_what_may_be_meant_a_warning():
    assert str(of("placeholder", "On [insert date].")[0].severity) == "error"
    assert str(of("placeholder", "The cost is TBC.")[0].severity) == "warning"


def test_a_bracket_or_mark_without_its_partner_is_found_once():
    assert [text for text in OPEN if len(of("open-bracket", text)) != 1] == []


def test_a_sentence_may_have_forty_words_and_no_more():
    for count in range(36, 46):
        text = " ".join(f"word{'abcdefghij'[n % 10]}" for n in range(count))
        assert bool(of("long-sentence", f"{text}.")) == (count > 40), count


def test_a_paragraph_may_have_a_hundred_and_fifty_words_and_no_more():
    for count in (140, 149, 150, 151, 160):
        words = [f"word{'abcdefghij'[n % 10]}" for n in range(count)]
        text = ". ".join(" ".join(words[at : at + 20]) for at in range(0, count, 20))
        assert bool(of("long-paragraph", f"{text}.")) == (count > 150), count


PERSONS = (
    *("Mrs Imagined answers the telephone.", "Mr. Imagined-Smith will lead the work."),
    *("Susan Imagined, Head of Fostering, leads it.", "Peter Imagined, the Director, agreed."),
    "Fiona O’Imagined (Service Manager) has the list.",
)
NO_PERSONS = (
    "Councillor Susan Imagined, the Chair, asked.",
    "Cllr Imagined asked Cllr Mrs Sample about it.",
    "The Peter Imagined Centre, our lead site, opened.",
    "Professor Eileen Imagined will lead the review.",
    "Early Help, Head of Service and Director agreed.",
    "Victoria Imagined’s Inquiry will lead to change.",
    "Members spoke: Miss Sample thanked them.",
    "The Mary Imagined School has a new head.",
)


def test_names_that_records_hold_are_compared_and_never_said():
    (one,) = of(
        "person-named", "Ada Imagined did it.", known=known(people=frozenset({"Ada Imagined"}))
    )
    assert "Ada" not in one.fault.says + one.fault.mend.words
    assert not of(
        "person-named", "Adam Imagined did it.", known=known(people=frozenset({"Ada Imagined"}))
    )


def test_given_names_are_names_and_no_words():
    assert not GIVEN_NAMES & {"Grace", "Hope", "May", "Will", "Mark", "Rose", "June", "Bill"}


OTHERS = (
    "Southfell City Council is proud of its carers.",
    "The City of Southfell Council will do better.",
    "Members of Southfell County Council asked for this.",
    "The London Borough of Southfell is proud of its carers.",
)
PARTNERS = (
    "Northmoor Council is proud of its carers.",
    "We compared ourselves with Southfell City Council.",
    "The project is shared by Southfell City Council and Eastmere Borough Council.",
    "A manager seconded from Southfell City Council came.",
    "Neighbouring Southfell City Council was inspected.",
    "The Council Plan says so, and the Full Council agreed.",
    "The Youth Council and the Children in Care Council met.",
    "City Council officers met.",
    "The Wider Council Engagement programme began.",
)


def known(**said):
    return replace(KNOWN, **said)


ONE_WAY = (
    *("Long-term plans in the long term.", "A well-known fact is well known."),
    *("We supervise, advise, revise, exercise and organise.", "The size of the prize is capsized."),
)
TWO_WAYS = ("We organise and organize.", "A co-operative cooperates; a cooperative works.")
HE_WROTE = "He wrote: “One thing.\n\n“And another.”"


@swept(
    [
        ("placeholder", PLACEHOLDERS, NO_PLACEHOLDERS),
        ("trailing-off", TRAILING, FINISHED),
        # A quotation that goes on in the next paragraph is closed there.
        ("open-bracket", OPEN, (*CLOSED, HE_WROTE)),
        ("doubled-punctuation", DOUBLED_MARKS, RIGHT_MARKS),
        *(("doubled-word", DOUBLED, RIGHT_TWICE), ("person-named", PERSONS, NO_PERSONS)),
        *(("other-council", OTHERS, PARTNERS), ("two-spellings", TWO_WAYS, ONE_WAY)),
    ]
)
def test_what_is_wrong_is_found_and_what_only_looks_like_it_is_left_in_peace(key, wrong, right):
    assert [text for text in wrong if not of(key, text)] == []
    assert [text for text in right if of(key, text)] == []


def test_two_spellings_are_advice_at_the_first_of_the_second_kind():
    (one,) = of("two-spellings", "Multi-agency work. A multi agency form. Multi agency again.")
    assert str(one.severity) == "advice"
