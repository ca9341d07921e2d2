"""What comes round, what is awaited and what reviews asked: every edge of the days and words."""

from dataclasses import replace
from datetime import date, timedelta

from reports.checks.context import Cadence, RepeatedFinding, ReviewResponses
from reports.verdicts.registry import RULES
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.sweeping import swept

ASSURANCE = tuple(rule for rule in RULES if rule.family == "assurance")
# The drawn paper covers these days.
START, END = date(2015, 7, 1), date(2015, 12, 31)
SILENT = "Managers met and spoke of rotas."


def told(text, **known):
    """(rule, sentence) of everything that this family finds."""
    rows = check(reading(text), replace(KNOWN, **known), ASSURANCE)
    return [(one.rule.key, one.fault.says) for one in rows]


def keys(text, **known):
    """The rules that find something."""
    return [key for key, _says in told(text, **known)]


def supervision(**said):
    """An audit of supervision that comes round every year."""
    return Cadence("Supervision audit", 12, **said)


def test_what_was_done_in_the_period_is_asked_for_on_each_of_its_days_and_on_no_other():
    day = timedelta(1)
    for done, asked in (
        (START - day, False),
        (START, True),
        (START + day, True),
        (END - day, True),
        (END, True),
        (END + day, False),
    ):
        found = keys(SILENT, cadences=(supervision(done=(done,)),))
        assert found == ["cadence-reported"] * asked, done


def test_what_fell_due_by_the_end_is_asked_for_until_it_is_done():
    day, early = timedelta(1), date(2013, 2, 28)
    for due, asked in ((early, True), (START - day, True), (END, True), (END + day, False)):
        assert keys(SILENT, cadences=(supervision(due=due),)) == ["cadence-reported"] * asked, due
    for done, asked in ((early - day, True), (early, False), (early + day, False)):
        found = keys(SILENT, cadences=(supervision(due=early, done=(done,)),))
        assert found == ["cadence-reported"] * asked, done


def test_what_is_asked_for_says_when_it_was_done_or_due_and_how_often_it_comes():
    every = {1: "every month", 3: "every 3 months", 6: "every 6 months", 12: "every year"}
    every |= {24: "every 2 years", 36: "every 3 years"}
    for months, words in every.items():
        done = Cadence("Supervision audit", months, "", (date(2015, 11, 3),))
        says = (
            f"“Supervision audit”, which comes round {words}, was done on 3 November 2015, in "
            "this report’s period, but the report does not mention it. Report it, or explain "
            "why it is left out."
        )
        assert told(SILENT, cadences=(done,)) == [("cadence-reported", says)]
        late = Cadence("Supervision audit", months, "", (), date(2015, 9, 2))
        assert (
            "was due on 2 September 2015 and has not been done"
            in told(SILENT, cadences=(late,))[0][1]
        )


def test_one_done_in_time_is_not_also_late():
    both = supervision(done=(date(2015, 8, 1), date(2015, 11, 3)), due=date(2015, 9, 1))
    (only,) = told(SILENT, cadences=(both,))
    assert "1 August 2015" in only[1]
    assert "due" not in only[1]


def test_a_name_in_any_form_or_place_or_a_figure_of_it_reports_it():
    known = supervision(figures="supervision.", done=(date(2015, 11, 3),))
    for text in (
        "The supervision audit was done.",
        "The audit of supervision was done.",
        "Audits of how staff are supervised were done.",
        "# Supervision\n\nThis was done.",
        "We did:\n* supervision audit\n* others",
        "Table: Supervision\n| Team | Files |\n| North | 30 |\n| South | 20 |",
        "{{40|supervision.audited|2015-12-31}} files were read.",
    ):
        assert "cadence-reported" not in keys(text, cadences=(known,)), text
    for text in ("The audit was done.", "{{40|dbs.in_date|2015-12-31}} checks were in date."):
        assert "cadence-reported" in keys(text, cadences=(known,)), text


LATE = "and has not been done. Write in the report that it is late"
SPEAKS = (
    ("Supervision is audited every year.", True),
    ("The supervision audit is a help to managers.", True),
    ("The supervision audit is overdue.", False),
    ("The audit of supervision was put back to March 2016.", False),
    ("No supervision audit was done.", False),
    ("The supervision audit has not begun.", False),
    ("Audits are overdue.", True),
)


@swept([(text, told, known) for text, told in SPEAKS for known in ("due", "overdue")])
def test_what_is_late_is_said_to_be_late_wherever_the_paper_speaks_of_it(text, asked, known):
    found = told(text, cadences=(supervision(**{known: date(2015, 9, 2)}),))
    says = [sentence for key, sentence in found if key == "cadence-reported"]
    assert len(says) == asked and all(LATE in sentence for sentence in says)


def test_a_round_of_what_comes_at_no_interval_is_named_where_it_is_late_or_awaited():
    once = Cadence("Neglect audit", 0, done=(date(2015, 11, 3),))
    assert keys(SILENT, cadences=(once,)) == []
    assert keys("Neglect is audited every year.", cadences=(once,)) == []
    [(key, says)] = told(SILENT, cadences=(replace(once, overdue=date(2014, 9, 2)),))
    assert key == "cadence-reported" and says.startswith("“Neglect audit” was due on 2 Sept")
    assert keys(SILENT, cadences=(replace(once, waiting=True),)) == ["result-awaited"]


INTERVALS = (
    *(("monthly", 1), ("every month", 1), ("each month", 1), ("quarterly", 3)),
    *(("every quarter", 3), ("every three months", 3), ("every 3 months", 3), ("six-monthly", 6)),
    *(("six monthly", 6), ("half-yearly", 6), ("every six months", 6), ("every year", 12)),
    *(("annually", 12), ("yearly", 12), ("every twelve months", 12), ("every two years", 24)),
    *(("two-yearly", 24), ("every second year", 24), ("every three years", 36)),
    ("three-yearly", 36),
)


def test_each_interval_agrees_with_its_own_record_and_with_no_other():
    faults = []
    for words, months in INTERVALS:
        text = f"Supervision is audited {words} by managers."
        for recorded in (1, 3, 6, 12, 24, 36):
            found = keys(text, cadences=(Cadence("Supervision audit", recorded),))
            if found != ["interval-as-recorded"] * (recorded != months):
                faults.append((words, recorded, found))
    assert faults == []


def test_an_interval_of_something_else_is_left_in_peace():
    known = (Cadence("Supervision audit", 12),)
    for text in (
        "The supervision audit looked at certificates, which are renewed every three years.",
        "Supervision is audited. Reports come monthly.",
        "Managers meet every month.",
        "Supervision is audited often.",
        "Supervision is audited every year, and some of it is read every six months.",
        "A certificate must be renewed every 3 years, as the supervision audit found.",
        "Supervision certificates are valid for long and checks are renewed every 2 years.",
    ):
        assert "interval-as-recorded" not in keys(text, cadences=known), text


def test_an_audit_without_a_result_is_said_to_be_awaited():
    known = (supervision(waiting=True),)
    for words in (
        "is awaited",
        "is under way",
        "is in progress",
        "is ongoing",
        "is not yet done",
        "has begun",
        "will be told in May",
        "is to follow",
        "is outstanding",
    ):
        assert keys(f"The supervision audit {words}.", cadences=known) == [], words
    for words in ("took place", "was done in May", "was good", "is over"):
        text = f"The supervision audit {words}."
        assert keys(text, cadences=known) == ["result-awaited"], words
        assert keys(text, cadences=(supervision(),)) == [], words
    assert keys(SILENT, cadences=known) == ["result-awaited"]


def test_a_series_has_a_gap_where_a_day_is_covered_by_neither_paper():
    for previous, gap in (
        (date(2015, 6, 30), False),
        (date(2015, 6, 29), True),
        (date(2015, 7, 1), False),
        (date(2015, 12, 31), False),
        (date(2014, 12, 31), True),
        (None, False),
    ):
        assert keys(SILENT, previous_end=previous) == ["series-without-gap"] * gap, previous


def test_a_review_that_is_named_and_not_answered_is_found_with_its_counts():
    for unanswered, are in ((0, ""), (1, "has"), (2, "have"), (10, "have")):
        peers = ReviewResponses("Peer review of 2014", 10, unanswered)
        found = told("The  peer review of 2014 asked for more.", reviews=(peers,))
        assert len(found) == bool(unanswered)
        if unanswered:
            begin = f"{unanswered} of the 10 recommendations of “Peer review of 2014” {are} neither"
            assert found[0][0] == "recommendations-answered"
            assert found[0][1].startswith(begin)
        assert told("The peer review of 2013 asked for more.", reviews=(peers,)) == []


FOUND = "Health assessments are not always done in time."


def test_a_finding_made_before_is_called_so_in_any_word_for_it():
    known = (RepeatedFinding(FOUND, "Peer review of 2011"),)
    assert keys(f"Inspectors wrote: {FOUND}", again=known) == ["finding-named-again"]
    assert keys(f"INSPECTORS WROTE: {FOUND.upper()}", again=known) == ["finding-named-again"]
    for word in ("again", "still", "once more", "as in 2011", "recurring", "repeatedly"):
        assert keys(f"Inspectors wrote {word}: {FOUND}", again=known) == [], word
    assert keys(f"# Found again\n\n{FOUND}", again=known) == []
    assert keys("Health assessments are done in time.", again=known) == []
    assert keys("In time.", again=(RepeatedFinding("In time.", "Peer review of 2011"),)) == []
