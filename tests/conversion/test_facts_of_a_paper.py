"""What a paper file says besides its blocks: names, periods, how its template numbers and in what
order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.blocks.paper_file import LEAD, UNKNOWN_COMMITTEE
from tests.cases import random_cases
from tests.conversion.words_of import brought, faults
from tests.sweeping import swept

BODY = "\n\n## Background\n\n1. There were 24 audits.\n\n2. All were shared.\n"
NO_TITLE = "The file names no title: it is called “{}”."
NO_COMMITTEE = "The file names no committee."
BEFORE = "The file has no period with both dates. The six months before its date are used."
SPOKEN = "The file has no date. The six months up to the latest date in it are used."
TODAY = "The file bears no date: the six months before today are taken."


@swept(
    [
        *(("update.txt", "Update"), ("half_yearly_update.docx", "Half yearly update")),
        ("Half-yearly update (final).md", "Half yearly update final"),
        *(("C:\\papers\\2019\\checks.txt", "Checks"), ("/home/papers/checks.v2.txt", "Checks v2")),
        ("children’s-services.txt", "Children’s services"),
        *((".txt", "Report imported"), ("", "Report imported"), ("—.txt", "Report imported")),
        ("noending", "Noending"),
    ]
)
def test_a_paper_without_a_title_is_called_after_its_file(name, title):
    made = brought("The service audited 24 files.\n", name)
    assert made.paper["title"] == title
    assert made.derived == (NO_TITLE.format(title), NO_COMMITTEE, TODAY)


@swept(
    [
        ("Checks on staff", "Checks on staff", "checks-on-staff"),
        ("Checks on staff June 2020", "Checks on staff", "checks-on-staff"),
        ("Checks on staff – June 2020", "Checks on staff", "checks-on-staff"),
        ("Checks on staff, 3 June 2020", "Checks on staff", "checks-on-staff"),
        ("Checks on staff for 3rd June 2020", "Checks on staff", "checks-on-staff"),
        ("Checks on staff for June 2020", "Checks on staff", "checks-on-staff"),
        ("Checks in 2020 on staff", "Checks in 2020 on staff", "checks-in-2020-on-staff"),
        ("June 2020", "June 2020", "june-2020"),
    ]
)
def test_a_series_is_the_title_without_its_day(title, series, slug):
    paper = brought(f"# {title}{BODY}").paper
    assert paper["title"] == title
    assert paper["series"] == {"slug": slug, "title": series}


@pytest.mark.parametrize(
    ("head", "period", "told"),
    [
        ("Date: 3 June 2020", ("2019-12-03", "2020-06-02"), BEFORE),
        ("Date of report: 31 August 2020", ("2020-02-29", "2020-08-30"), BEFORE),
        (
            "Date: 3 June 2020\nDate of report: 1 May 2020",
            ("2019-11-01", "2020-04-30"),
            BEFORE,
        ),
        ("It was 4 May 2019, then 30 June 2019.", ("2019-01-01", "2019-06-30"), SPOKEN),
        (
            "It was 4 May 2019. It will end on 31 March 2028, and is due by 1 June 2026.",
            ("2018-11-05", "2019-05-04"),
            SPOKEN,
        ),
        ("Nothing said", ("2019-07-01", "2019-12-31"), TODAY),
        ("Covering the period 1 May 2019 to 31 May 2019", ("2019-05-01", "2019-05-31"), None),
        ("Period: 1.5.2019 to 31.5.2019", ("2019-05-01", "2019-05-31"), None),
    ],
)
def test_the_period_and_the_sentence_for_where_it_comes_from(head, period, told):
    made = brought(f"# Checks\n\n{head}{BODY}")
    found = made.paper["period"]
    assert (found["start"], found["end"]) == period
    assert [one for one in made.derived if one != NO_COMMITTEE] == ([told] if told else [])


def test_the_committee_is_named_or_said_not_to_be():
    named = brought(f"# Checks\n\nScrutiny Panel{BODY}")
    assert named.paper["committee"] == {"slug": "scrutiny-panel", "title": "Scrutiny Panel"}
    assert NO_COMMITTEE not in named.derived
    unnamed = brought(f"# Checks{BODY}")
    assert unnamed.paper["committee"]["title"] == UNKNOWN_COMMITTEE
    assert NO_COMMITTEE in unnamed.derived
    titled = brought(f"# Update to the Corporate Parenting Panel{BODY}")
    assert titled.paper["committee"]["title"] == "Corporate Parenting Panel"
    assert faults(named) == faults(unnamed) == faults(titled) == []


LETTERS = "1. Found:\n\na) one\n\nb) two\n\n2. End.\n"
TEMPLATES = [
    (BODY, {"unit": "paragraph", "restart": "never", "items": ["roman", "letter"]}),
    (
        "\n\n## A\n\n1. There were 24.\n\n## B\n\n1. There were 36.\n",
        {"unit": "paragraph", "restart": "section"},
    ),
    (
        "\n\n## A\n\n1. There were 24.\n\n## B\n\n2. There were 36.\n",
        {"unit": "paragraph", "restart": "never"},
    ),
    (
        "\n\n1. Aims\n\nThey are told here.\n\n2. Ends\n\nAnd those here.\n",
        {"unit": "section", "restart": "never"},
    ),
    (f"\n\n## A\n\n{LETTERS}", {"items": ["letter", "roman"]}),
    (
        f"\n\n## A\n\n{LETTERS}".replace("a)", "(i)").replace("b)", "(ii)"),
        {"items": ["roman", "letter"]},
    ),
    (f"{BODY}\n## Annexes\n\nAnnex 1 – Plan\n\nAnnex 2 – Cost\n", {"annexes": "number"}),
]


@pytest.mark.parametrize(("text", "said"), TEMPLATES, ids=range(len(TEMPLATES)))
def test_how_the_template_numbers(text, said):
    made = brought(f"# Checks{text}")
    numbering = made.template["numbering"]
    assert {name: numbering.get(name) for name in said} == said
    assert ("annexes" in numbering) == ("annexes" in said)
    assert faults(made) == []


@pytest.mark.parametrize(
    ("annexes", "house"),
    [
        ("Annex A – Plan", {}),
        ("Appendix A – Plan", {"annex": "Appendix", "annexes": "Appendices"}),
    ],
)
def test_the_house_word_for_annexes(annexes, house):
    made = brought(f"# Checks{BODY}\n## Annexes\n\n{annexes}\n")
    assert made.template["house"] == house
    said = brought(f"# Checks{BODY}\n3. See {annexes.partition(' –')[0]}.\n")
    assert said.template["house"] == house


TAILS = {
    "recommendations": "## Recommendations\n\nMembers are asked to:\n\n- note it\n- agree it\n",
    "wards": "**Wards affected:** All\n",
    "background_papers": "**Background papers:** None\n",
    "annexes": "## Annexes\n\nAnnex A – Plan\n\nAnnex B – Cost\n",
    "abbreviations": "## Abbreviations\n\nDBS – a check\n\nLA – a council\n",
}


@given(st.permutations(list(TAILS)), st.integers(0, 5))
@random_cases(40)
def test_parts_stand_in_the_order_of_the_file_and_each_is_there_once(order, count):
    chosen = order[:count]
    text = f"# Checks{BODY}\n" + "\n".join(TAILS[one] for one in chosen)
    made = brought(text)
    parts = [one["slug"] for one in made.template["parts"]]
    assert parts[0] == "head" and len(set(parts)) == len(parts)
    assert [one for one in parts if one in chosen] == chosen
    assert set(TAILS) <= set(parts)
    assert faults(made) == []
    kinds = [one["kind"] for one in made.paper["blocks"]]
    assert kinds.count("recommendation") == (2 if "recommendations" in chosen else 0)
    assert kinds.count("annex") == (2 if "annexes" in chosen else 0)


def test_the_lead_of_what_is_asked_is_the_files_or_the_houses():
    def asking(text):
        rows = brought(f"# Checks{BODY}\n{text}").template["parts"]
        return next(one for one in rows if one["kind"] == "recommendations")

    said = asking(TAILS["recommendations"])
    assert (said["lead"], said["style"], said["title"]) == (
        *("Members are asked to:", "bullet", "Recommendations"),
    )
    assert asking("")["lead"] == LEAD and asking("")["style"] == "roman"
    numbered = asking("## Decisions sought\n\n1. note it\n\n2. agree it\n")
    assert (numbered["title"], numbered["style"]) == ("Decisions sought", "number")
