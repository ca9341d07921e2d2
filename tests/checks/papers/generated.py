"""Whole right papers drawn by chance: how many of everything, when, and how it is written; and for
each the faults that can be put into it, one at a time."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from tests.checks.papers.planted import Plant

# The paper is kept as it would be typed.
# ruff: noqa: E501

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
WORDS = ("two", "three", "four", "five", "six", "seven")
AIMS = (
    *("shorter waits", "fewer moves", "better records", "earlier help"),
    *("plans that families understand", "visits on time"),
)
ABBREVIATIONS = (
    ("Independent Reviewing Service", "IRS", "Independent Service"),
    ("Family Group Conference", "FGC", "Family Conference"),
    ("Local Safeguarding Partnership", "LSP", "Local Partnership"),
)
TABLES = ("pipes", "tabs", "spaces", "flat", "bars")
NUMBERINGS = ("on", "bare", "dotted")
BULLETS = ("•", "-", "*", "–")
PAPER = """Tarnford County Council

{committee}

{meeting}

Report of the {author}

Assurance report on children's social care

{purpose}

{n[1]}This report covers the six months from {first} to {last}. It was asked for on {asked}.

{findings}

{n[2]}In the period {audits} case file audits were made. Of the {audits}, {good} ({good_share}) were graded good. The grades were:

{table}

{n[3]}There were {now} children in care on {last}, {change} the {then} of a year before.

{n[4]}The {long} ({short}) sent a survey to {sent} families and {replied} replied, a response rate of {rate}. The {short} will report on it in {ahead}.

{n[5]}Of {staff} staff who need a check:

{bullet} {valid} were in date
{bullet} {due} were due within a month
{bullet} {late} were overdue

{n[6]}The work cost £{cost}, made up of £{pay} for staff and £{other} for training. A course ran from {opened} to {closed}, over {weeks} weeks.

{n[7]}The service has {aim_count} aims:

{aims}

{n[8]}The plan is at {annex} A. As paragraph {cited} says, grades are counted twice a year.

{asking}

{n[9]}The Committee is asked to:

(i) note the report; and
(ii) comment on the plan at {annex} A.

{annexes}

{annex} A – Plan for the year
"""


@dataclass(frozen=True)
class Drawn:
    """A right paper, and the faults that can be put into it."""

    text: str
    plants: tuple[Plant, ...]


def percent(part, whole):
    """A share as print has it, rounded half up to a whole number."""
    return (Fraction(part * 200, whole) + 1) // 2


def day(one, weekday=False):
    """A day as a paper writes it, with its weekday where that is asked for."""
    return f"{one:%A} {one.day} {one:%B %Y}" if weekday else f"{one.day} {one:%B %Y}"


@st.composite
def papers(draw):
    """Any right paper with its faults."""
    said = {**_counts(draw), **_days(draw), **_ways(draw)}
    said["table"] = table(said["rows"], said["form"])
    said["aims"] = "\n".join(f"{said['bullet']} {one}" for one in AIMS[: said["aim_number"]])
    text = PAPER.format(**said)
    plants = [Plant("", *one) for one in (*_of_numbers(said), *_of_days_and_words(said))]
    return Drawn(text, tuple(plants))


def _counts(draw):
    grades = draw(st.lists(st.integers(6, 40), min_size=4, max_size=4))
    firsts = [draw(st.integers(1, one - 1)) for one in grades]
    audits, sent = sum(grades), draw(st.integers(80, 400))
    rows = [
        (name, one, all_of - one, all_of, f"{percent(all_of, audits)}%")
        for name, one, all_of in zip(GRADES, firsts, grades, strict=True)
    ]
    rows.append(("Total", sum(firsts), audits - sum(firsts), audits, "100%"))
    then, apart = draw(st.integers(120, 400)), draw(st.integers(7, 60))
    rises = draw(st.booleans())
    replied = draw(st.integers(sent // 4, sent - 10))
    due, late = draw(st.integers(6, 20)), draw(st.integers(6, 20))
    valid = draw(st.integers(100, 300))
    pay, other = 1000 * draw(st.integers(20, 90)), 1000 * draw(st.integers(5, 19))
    aims = draw(st.integers(2, 6))
    word = draw(st.sampled_from(("a rise", "an increase")))
    return {
        **{"audits": audits, "good": grades[1], "good_share": f"{percent(grades[1], audits)}%"},
        **{"rows": rows, "then": then, "now": then + apart if rises else then - apart},
        **{"apart": apart, "way": word if rises else "a fall", "sent": sent, "replied": replied},
        **{"rate": f"{percent(replied, sent)}%", "valid": valid, "due": due, "late": late},
        **{"staff": valid + due + late, "cost": f"{pay + other:,}", "pay": f"{pay:,}"},
        **{"other": f"{other:,}", "aim_number": aims, "aim_count": WORDS[aims - 2]},
        "change": f"{word if rises else 'a fall'} of {apart} on",
    }


def _days(draw):
    last = draw(st.sampled_from((date(2016, 6, 30), date(2017, 12, 31), date(2019, 3, 31))))
    first = date(last.year, last.month - 5, 1) if last.month > 5 else date(last.year - 1, 10, 1)
    meeting = last + timedelta(days=draw(st.integers(20, 60)))
    opened = first + timedelta(days=draw(st.integers(10, 60)))
    weeks = draw(st.integers(3, 7))
    asked = first - timedelta(days=draw(st.integers(30, 90)))
    return {
        **{"first": day(first), "last": day(last), "meeting": day(meeting)},
        **{"asked": day(asked, True), "asked_on": asked, "opened": day(opened)},
        **{"closed": day(opened + timedelta(days=7 * weeks - 1)), "weeks": WORDS[weeks - 2]},
        **{"ahead": f"{meeting + timedelta(days=120):%B %Y}", "opened_on": opened},
        "gone": f"{first - timedelta(days=40):%B %Y}",
    }


def _ways(draw):
    numbering = draw(st.sampled_from(NUMBERINGS))
    long, short, lacking = draw(st.sampled_from(ABBREVIATIONS))
    annex = draw(st.sampled_from(("Annex", "Appendix")))
    capitals = draw(st.booleans())
    dotted = ("", "1.1", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.1")
    sign = {"on": ". ", "bare": " ", "dotted": " "}[numbering]
    labels = dotted if numbering == "dotted" else ("", *map(str, range(1, 10)))
    heads = [one.upper() if capitals else one for one in ("Purpose", "Findings", "Recommendations")]
    numbers = ("1 ", "2 ", "3 ") if numbering == "dotted" else ("", "", "")
    purpose, findings, asking = map("".join, zip(numbers, heads, strict=True))
    return {
        **{"n": [f"{one}{sign}" for one in labels], "labels": labels, "sign": sign},
        **{"long": long, "short": short, "lacking": lacking, "annex": annex},
        **{"annexes": "Annexes" if annex == "Annex" else "Appendices", "cited": labels[2]},
        **{"purpose": purpose, "findings": findings, "asking": asking},
        "form": draw(st.sampled_from(TABLES)),
        "bullet": draw(st.sampled_from(BULLETS)),
        "committee": draw(st.sampled_from(("Scrutiny Committee", "Children and Families Panel"))),
        "author": draw(st.sampled_from(("Director of Children's Services", "Head of Quality"))),
    }


def table(rows, form):
    """The rows of a table under their head, in one of the forms of plain text."""
    head = ("Grade", "Spring", "Summer", "All", "%")
    lines = [tuple(map(str, one)) for one in (head, *rows)]
    if form == "pipes":
        shown = [f"| {' | '.join(one)} |" for one in lines]
        return "\n".join((shown[0], "|---|---|---|---|---|", *shown[1:]))
    if form == "spaces":
        return "\n".join(
            one[0].ljust(24) + "".join(two.rjust(9) for two in one[1:]) for one in lines
        )
    return "\n".join({"tabs": "\t", "flat": " ", "bars": " | "}[form].join(one) for one in lines)


def _of_numbers(said):
    """(old words, new words, rule, rules beside it) of each fault in a number."""
    rows, form = said["rows"], said["form"]
    wrong = [list(one) for one in rows]
    wrong[1][1] += 40
    off = [list(one) for one in rows]
    off[1][4] = f"{int(off[1][4][:-1]) + 9}%"
    beside = ("table-percent", "shares-over-whole", "change-column", "text-unlike-table")
    # The sentence above the table gives the same share.
    unlike = (*beside, "number-unlike-before")
    share = int(said["good_share"][:-1])
    denied = "a fall" if said["way"] != "a fall" else "a rise"
    return (
        (said["table"], table(wrong, form), "table-total", beside),
        (said["table"], table(off, form), "table-percent", unlike),
        (f"({said['good_share']})", f"({share + 7}%)", "percent-of-count"),
        (f"{said['way']} of", f"{denied} of", "change-denied"),
        (f"of {said['apart']} on", f"of {said['apart'] + 9} on", "change-denied"),
        (
            f"rate of {said['rate']}",
            f"rate of {int(said['rate'][:-1]) // 2 + 9}%",
            "percent-of-count",
        ),
        (f"{said['valid']} were", f"{said['valid'] + 4} were", "parts-of-whole"),
        (f"£{said['cost']}", f"£{said['cost'].replace(',', '')[:-3]}9,000", "parts-of-whole"),
    )


def _of_days_and_words(said):
    """The same of each fault in a day, a label or a word."""
    n = said["n"]
    other = "Monday" if said["asked_on"].weekday() else "Sunday"
    asked = said["asked"].split(" ", 1)[1]
    return (
        (f"over {said['weeks']} weeks", "over fifteen weeks", "length-denied"),
        (
            f"from {said['opened']} to {said['closed']}",
            f"from {said['closed']} to {said['opened']}",
            "end-before-start",
        ),
        (said["asked"], f"{other} {asked}", "wrong-weekday"),
        (f"{said['last']}. It", "31 February 2016. It", "impossible-date"),
        (f"in {said['ahead']}", f"in {said['gone']}", "told-as-to-come"),
        (
            f"has {said['aim_count']} aims",
            f"has {'seven' if said['aim_number'] < 6 else 'three'} aims",
            "list-length",
        ),
        (f"{said['long']} (", f"{said['lacking']} (", "abbreviation-initials"),
        (f"{said['long']} ({said['short']})", said["long"], "abbreviation-unexplained"),
        (f"plan is at {said['annex']} A", f"plan is at {said['annex']} C", "annex-not-there"),
        (f"paragraph {said['cited']}", "paragraph 47", "citation-missing"),
        (f"\n{n[6]}The", f"\n{n[5]}The", "numbers-in-order", ("citation-missing",)),
        ("(ii) comment", "(iii) comment", "recommendations-in-order"),
        ("are counted twice", "are are counted twice", "doubled-word"),
        ("for training. A", "for [insert]. A", "placeholder"),
        ("six months from", "six (months from", "open-bracket"),
        ("twice a year.", "twice a year,,", "doubled-punctuation"),
        ("The work cost", "The work of Ms Invented cost", "person-named"),
    )
