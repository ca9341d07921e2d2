"""Sentences with dates as council papers write them (of 18 January 2016), right and wrong: each
with just the rules about dates that it breaks, advice left out."""

from tests.checks.drawn import found, of_family

TIMING = of_family("timing")

RIGHT = (
    "It was agreed on 3 April 2015 and renewed on 3 October 2015, six months later.",
    "It was agreed in April 2015, begun on 1 June 2015 and ended on 12 June 2015, 11 days later.",
    # Weekdays and days.
    "The Board met on Friday, 15 January 2016, at 2pm.",
    "The Board met on Friday 15th January, 2016.",
    "The Board met at 10.00 am on Fri 15 Jan 2016.",
    "It closed at midnight on Thursday 31 December 2015.",
    "The leap day, Wednesday 29 February 2012, was the first.",
    "It was signed on 29/02/2012 and on 01.03.2012.",
    "It was signed on 2015-12-31.",
    "Drop-in sessions were held on Monday and Thursday evenings in June 2015.",
    "Reports of 30/11/15 and 31/12/15 were compared.",
    "Of the 31 visits in June 2015 none was late.",
    "Circular 31/2/15 was withdrawn.",
    "A grade of 4/5 was given on 4/5/2015.",
    # Ranges.
    "The visit lasted from 2 to 6 March 2015.",
    "The visit lasted from 28 February to 6 March 2015.",
    "The year 2014/15 was compared with 2013/14.",
    "The academic year 2014-15 ended on 31 July 2015.",
    "The Strategy 2015–2018 was adopted on 3 June 2015.",
    "It ran from December 2014 to January 2015.",
    "It ran between November 2014 and January 2015.",
    "Between 1 April and 30 September 2015 nobody was moved.",
    "The survey opened on 1 June 2015 and closed on 30 June 2015.",
    "Quarter 3 (1 October to 31 December 2015) is the last one told here.",
    "Meetings were held on 3 June 2015, 2 September 2015 and 2 December 2015.",
    "Meetings were held on 2 December 2015, 2 September 2015 and 3 June 2015.",
    "Inspected 5 March 2012; reported 20 April 2012.",
    "It was sent on 3 June 2015 and on 2 March 2015.",
    "Figures at 31 March 2015 stand beside those at 31 March 2014.",
    "Homes were visited from 3 to 21 August 2015, and schools between 7th and 9th October 2015.",
    # Lengths.
    "A two-week inspection took place from 1 June 2015 to 12 June 2015.",
    "The consultation ran for six weeks, from 1 June 2015 to 12 July 2015.",
    "The consultation ran for 12 weeks (1 June 2015 to 23 August 2015).",
    "A three-month pilot ran from 1 April 2015 to 30 June 2015.",
    "Over the year from 1 April 2014 to 31 March 2015 all was well.",
    "A five-day visit took place from 2 March 2015 to 6 March 2015.",
    "For a year, from 1 January 2015 to 31 December 2015, it was tried.",
    "The eighteen-month programme ran from 1 April 2014 to 30 September 2015.",
    "Children wait four weeks at most; from 1 June 2014 to 31 May 2015 none waited longer.",
    "From 1 April 2014 to 31 March 2015 visits were made every six weeks.",
    "Between 1 April 2014 and 31 March 2015 children under two years old were seen weekly.",
    # Limits.
    "It came on 2 March 2015 and was answered on 16 March 2015, within 10 working days.",
    "Ofsted wrote on 2 March 2015; the plan was due within 70 working days, by 10 June 2015.",
    "It came on 1 April 2015 and was answered on 9 April 2015, within four working days.",
    # Tense.
    "The new system will go live in April 2016.",
    "The new system will go live on 18 January 2016.",
    "The system was to have gone live in April 2015.",
    "It was expected that the system would go live in April 2015.",
    "The Committee was told in July 2015 that a plan would follow by October 2015.",
    "Work will continue through 2016.",
    "By the end of March 2016 every team will have been trained.",
    "The post is due to end on 31 March 2016.",
    "The Act received Royal Assent in March 2014, and its duties will grow in 2016.",
    "We will build on what was learned in the audit of June 2015.",
    "The review of March 2015 will be repeated.",
    "The duty that began in September 2014 will bind schools too.",
    "Members will recall the report of 15 July 2015.",
    "Members will remember that in July 2015 they asked for this.",
    "The Committee will be aware that the service was inspected in June 2015.",
    "As the Committee will know, a new Director started on 1 September 2015.",
    "An audit in 2017 will show whether it lasts.",
    "Funding was agreed until March 2018.",
    "Governors were elected for a term that ends on 31 August 2018.",
    "The next inspection was expected by June 2016.",
    "A place was booked for 4 March 2016.",
)
WRONG = (
    ("The Board met on Saturday 15 January 2016.", "wrong-weekday"),
    ("The Board met on Thursday, 15th January 2016.", "wrong-weekday"),
    ("The Board met on 15 January 2016 (Thursday).", "wrong-weekday"),
    ("It closed on Wed 31 December 2015.", "wrong-weekday"),
    ("It opened at 10am on Sunday 29 February 2012.", "wrong-weekday"),
    ("Training took place on 31 November 2015.", "impossible-date"),
    ("Training took place on 30 February 2015.", "impossible-date"),
    ("Training took place on 29th February 2015.", "impossible-date"),
    ("Training took place on 29 February 1900.", "impossible-date"),
    ("The return is of 31/09/2015.", "impossible-date"),
    ("The return is of 12/13/2015.", "impossible-date"),
    ("The return is of 2015-02-30.", "impossible-date"),
    ("Training took place on 32 March 2015.", "impossible-date"),
    ("The visit lasted from 6 March 2015 to 2 March 2015.", "end-before-start"),
    ("The visit lasted from 6 to 2 March 2015.", "end-before-start"),
    ("It ran from January 2015 to November 2014.", "end-before-start"),
    ("It ran between 1 October 2015 and 30 September 2014.", "end-before-start"),
    ("The survey (30 June 2015 – 1 June 2015) asked carers.", "end-before-start"),
    ("The visit took place 2 March 2015 6 March 2015.", "range-without-separator"),
    ("Held 02/03/2015 06/03/2015 in the hall.", "range-without-separator"),
    ("A two-week inspection took place from 1 June 2015 to 31 July 2015.", "length-denied"),
    ("The consultation ran for six weeks, from 1 June 2015 to 30 June 2015.", "length-denied"),
    ("The consultation ran for 12 weeks (1 June 2015 to 30 June 2015).", "length-denied"),
    ("A three-month pilot ran from 1 April 2015 to 30 November 2015.", "length-denied"),
    (
        "The contract began on 1 April 2013 for three years and ends on 31 March 2015.",
        "length-denied",
    ),
    (
        "The pilot started on 1 June 2015, lasted for six weeks and ended on 1 September 2015.",
        "length-denied",
    ),
    ("Over a year, from 1 January 2013 to 31 December 2015, it was tried.", "length-denied"),
    *(
        (text, "length-denied")
        for text in (
            "The pilot began in May 2013 and lasted 18 months, ending in May 2015.",
            "The post has been vacant since 1 June 2015, a period of nine months.",
            "The team has had an interim manager since August 2015 (two months).",
            "The service was inspected in 2011 and again in 2015, three years later.",
        )
    ),
    (
        "It came on 2 March 2015 and was answered on 17 March 2015, within 10 working days.",
        "working-days-passed",
    ),
    (
        "It came on 1 April 2015 and was answered on 10 April 2015, within four working days.",
        "working-days-passed",
    ),
    ("The new system will go live in April 2015.", "told-as-to-come"),
    ("The new system is due to go live by December 2015.", "told-as-to-come"),
    ("The new system is expected in autumn 2015.", "told-as-to-come"),
    ("The next report, on the whole year, comes to the committee in June 2015.", "told-as-to-come"),
    ("The post is due to end on 31 December 2015.", "told-as-to-come"),
    ("By October 2015 every team will have a manager.", "told-as-to-come"),
    ("The plan is due within 70 working days, by 10 June 2015.", "told-as-to-come"),
    (
        "It was agreed on 3 April 2015 and renewed on 3 October 2015, nine months later.",
        "length-denied",
    ),
    ("The visit lasted between the 26th and the 6th March 2015.", "end-before-start"),
    ("Two workshops are planned for November 2015.", "told-as-to-come"),
    ("The plan will be reviewed in 2014.", "told-as-to-come"),
    ("The strategy shall be published on 4 January 2016.", "told-as-to-come"),
    ("Inspectors visited on 3 March 2016.", "told-after-paper"),
    ("The conference of 9 March 2016 was consulted on a draft.", "told-after-paper"),
    ("The system was switched on in May 2016.", "told-after-paper"),
    ("The survey closed on 30 June 2016.", "told-after-paper"),
    ("The Board met on 1 February 2016.", "told-after-paper"),
    ("It was inspected from 4 April 2016 to 8 April 2016.", "told-after-paper"),
)
JOINTS = (" to ", "–", " – ", " until ", " till ")


def timing(text, **said):
    """The rules about dates that `text` breaks, advice left out."""
    rows = found(text, rules=TIMING, **said)
    return [one.rule.key for one in rows if one.severity != "advice"]


def test_right_sentences_are_left_in_peace():
    assert {text: rules for text in RIGHT if (rules := timing(text))} == {}


def test_a_wrong_sentence_breaks_its_rule_once_and_no_other():
    assert {text: rules for text, key in WRONG if (rules := timing(text)) != [key]} == {}


def test_the_same_is_found_in_a_list_a_recommendation_and_a_section():
    missed = []
    for text, key in WRONG:
        for drawn in (f"We saw:\n\n* {text}\n* Homes.", f"# Work\n\nIt is told.\n\n{text}"):
            if key not in timing(drawn):
                missed.append((drawn, key))
    assert missed == []


def test_many_right_sentences_together_are_right():
    assert timing(" ".join(RIGHT[:30])) == []
    assert timing("\n\n".join(RIGHT)) == []


def test_a_backward_range_is_found_with_every_joint():
    for joint in JOINTS:
        assert timing(f"It ran from 6 June 2015{joint}2 June 2015.") == ["end-before-start"], joint
        assert timing(f"It ran from 2 June 2015{joint}6 June 2015.") == [], joint
