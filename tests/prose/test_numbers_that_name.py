"""Figures that name something — a law, an age, a time, a place in a paper — state nothing, and
those beside them still do."""

from hypothesis import given
from hypothesis import strategies as st

from reports.prose.numbers import (
    ADDRESS,
    AGE,
    DATE,
    LABEL,
    LAW,
    ORDINAL,
    RATIO,
    SPAN,
    TIME,
    TO_SETTLE,
    numbers,
)
from tests.cases import random_cases
from tests.sweeping import swept

# What each stretch of a paper names; every number of it is of that kind.
NAMED = {
    ADDRESS: (
        *("https://example.org/papers/2015/12/page14.htm", "http://example.org:8000/7"),
        *("www.example.org/24", "clerk12@example.org", "01904 551550", "01904 551 550"),
        *("(01904) 551550", "020 7946 0018", "0300 123 4567", "12 High Street"),
        *("14A, North Park Road", "3 Station Avenue", "YO1 7ET", "LS11 5AB"),
    ),
    TIME: ("5.30pm", "5.30 pm", "5pm", "10am", "10:15", "09:00", "17:30", "12 noon", "24/7"),
    LAW: (
        *("section 47 enquiries", "Section 20 of the Act", "section 20(1)(a) of the Act"),
        *("sections 17 of the", "regulation 44 of the Homes Regulations", "Schedule 2 of the Act"),
        *("article 12 of the Convention", "s. 47", "s47 of the", "Regulation 44 visits"),
        *("Reg 45 reports", "Regs. 44 and 45"),
        *("regulation 44 reports", "regulations 44 and 45", "Regulation 33, 34 or 35"),
        *(
            "regulation 12(2)(a)",
            "s.22(3)",
            "article 12",
            "clause 5",
            "Rule 14A",
            "part 3 of the Act",
        ),
        "chapter 4 of the",
    ),
    AGE: (
        *("0-25 disability team", "care leavers 18–25", "families 10-14"),
        *("aged 16", "aged 16 to 17", "aged 16-17", "aged between 16 and 25", "aged 18 or over"),
        *("aged 10 and under 16", "age 16", "under 5s", "under 18s", "over 16 years"),
        *("16 and 17 year olds", "16-17 year-olds", "16/17 year olds", "a 15 year old"),
        *("a 15-year-old", "the 0-25 service", "the 0–19 team", "5–11 provision", "18+ in care"),
        *("aged over 65", "aged under 16", "18+", "16 and over", "65 or over", "4 and under"),
        *("0 to 5s", "aged sixteen", "aged ten to twelve", "16- and 17-year-olds"),
        *("those of 18 to 21", "children were under 14 and moved", "people are over 16 but"),
        *("whom were 14 or 15", "Children were 16 to 18", "not shown, were 14 or 15"),
    ),
    SPAN: (
        *("5 working days", "20 consecutive days", "12 months", "a 12-month plan", "six weeks"),
        *("six-weekly", "26 weeks", "2.5 hours", "30 minutes", "two to three months"),
        *("2 or 3 weeks", "3–6 months", "ten years", "four quarters", "one fortnight", "3 decades"),
        *("48hrs", "48 hrs", "5 mins", "6 mths", "2 yrs", "12months"),
    ),
    LABEL: (
        *("paragraph 12", "Paragraphs 12 to 14", "paragraphs 12, 13 and 14", "paragraph 3.2.1"),
        *(
            "3(b)",
            "12(a), a rota of visits",
            "page 3 of 10",
            "QUARTER 3",
            "KPI 12",
            "NI 58",
            "the top 10 risks",
            "Area 1",
        ),
        *(
            "area for development 2",
            "para. 7",
            "paras 7-9",
            "para 12(b)",
            "paragraph 4 (iv)",
            "Appendix 3",
        ),
        *("appendices 3 and 4", "Annex 2", "Table 4", "figures 2 & 3", "Fig. 2", "page 14"),
        *("pp. 14–16", "agenda 7", "item 7", "minute 31", "recommendation 4", "Priority 2"),
        *("Standard 5", "tier 4", "Level 3", "Key Stage 4", "Band 6", "Phase 1", "version 3"),
        *("Room 12", "No. 10", "No 10", "Ref. 12", "Ref 12", "Years 7 to 9", "options 1 and 2"),
        *("grade 4", "grades 9 to 4", "Theme 3", "indicator 62", "Action 7", "Risk 3", "Group 2"),
        *("Quarter 3", "by day 35", "in week 12", "of quarter 2", "Day 1", "Post 16"),
        *("question 14", "Objective 2", "Year 11"),
    ),
    ORDINAL: ("1st", "22nd", "103rd", "11th"),
    RATIO: ("3:1", "2 : 1", "1-to-1 work", "1 to 1 support"),
    DATE: (
        *("1 December 2015", "31/03/2016", "2015", "2014-15", "2015/16", "March 2015"),
        *("8 December", "2015-12-31"),
    ),
}
# What holds a label's or a law's word and states a number all the same.
STATED = {
    words: value
    for value, several in (
        (
            ["14"],
            (
                *("The section has 14 staff", "the plan for 14 children", "a stage of 14 steps"),
                *("14 Year 7 appeals", "the 14 Year 11 pupils"),
                *("14 items", "14 pages", "the level was 14", "14 sections of the plan"),
                *("aged care for 14 people", "the daily 14 visits", "each day 14 pupils"),
                *("every quarter 14 visits", "in two years 14 left", "of all actions 14 were done"),
                *("regulation of 14 homes", "regulation 44 visits: 14", "the 14 regulations"),
                *("14 Families and the Road ahead", "14 minor faults", "14 hrsch"),
                *("They asked questions. 14 came", "They set grades. 14 came"),
                *("on that day. 14 came", "in 2015, 14 came", "on 1 May 14 came"),
                *("at 5.30pm 14 came", "section 47 enquiries rose to 14"),
                *("paragraph 12 says that 14 came", "the 3rd of 14", "a ratio of 3:1 among 14"),
                *("14 calls to 01904 551550", "14 homes in YO1 7ET"),
                *("of those aged 16 to 17, 14 came", "the 0-25 service saw 14"),
                *("a 12-month plan for 14", "14 were under 16 and left", "14 are 16 or 17 years"),
                "those of 14 homes",
            ),
        ),
        (
            [],
            (
                *("in part 14 staff left", "Annex B2 and A64 and MOSAIC2"),
                "COVID-19 and Ofsted’s form",
            ),
        ),
        (["16"], ("over 16 children",)),
        (["30"], ("under 30 children", "14 days’ notice for 30 carers", "30 carers had 14 days")),
        *((["11"], ("14 years later 11 pupils",)), (["20", "30"], ("20 and over 30 more",))),
        (["14", "30"], ("from 14 to 30", "Table 4 shows 14 of 30")),
        *((["3"], ("14 months’ plans for 3",)), (["£14"], ("£14 for 12 months",))),
        (["14%"], ("14% in 12 months",)),
    )
    for words in several
}


def flat():
    """(kind, text) of everything that is named."""
    return [(kind, text) for kind, texts in NAMED.items() for text in texts]


def kinds(text):
    """The kinds of the numbers of a text."""
    return {one.kind for one in numbers(text)}


def test_every_figure_that_names_something_is_of_its_kind():
    found = {(kind, text): kinds(f"It is {text}.") | kinds(f"On {text}") for kind, text in flat()}
    wrong = {key: said for key, said in found.items() if said - {key[0]}}
    assert wrong == {}


def test_nothing_that_names_is_to_settle_within_a_sentence():
    said = [f"See {text}, which is so." for _, text in flat()]
    assert [text for text in said if any(one.is_to_settle for one in numbers(text))] == []


def test_what_stands_beside_a_name_is_still_stated():
    found = {text: [one.words for one in numbers(text) if one.is_to_settle] for text in STATED}
    assert found == STATED


@random_cases(60)
@given(st.sampled_from(flat()), st.integers(32, 99), st.booleans())
def test_a_name_before_or_after_takes_no_count_with_it(named, count, first):
    text = named[1]
    said = f"It is {text}; {count} came." if first else f"{count} came; it is {text}."
    assert [one.value for one in numbers(said) if one.is_to_settle] == [count]


@random_cases(60)
@given(st.lists(st.sampled_from(flat()), min_size=1, max_size=4))
def test_names_in_a_row_state_nothing(named):
    text = ". Then ".join(one for _, one in named)
    assert [one.words for one in numbers(text) if one.is_to_settle] == []


@swept([*NAMED])
def test_only_counts_shares_and_money_must_be_answered_for(kind):
    assert kind not in TO_SETTLE
    assert len(TO_SETTLE) == 4
