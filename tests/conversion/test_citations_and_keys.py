"""Citations as typed, lines with a key, and headings that say what stands under them."""

from reports.conversion.blocks import roles
from reports.conversion.blocks.lists import cited_in
from reports.conversion.results import TypedCitation
from tests.sweeping import swept


def cited(text):
    """The citations in a text."""
    return [one.words for one in cited_in([{"slug": "a", "text": text}])]


@swept(
    [
        ("See paragraph 3.", ["paragraph 3"]),
        ("See Paragraph 12 above", ["Paragraph 12"]),
        ("See para 3 and para. 4", ["para 3", "para. 4"]),
        ("See paras 3, 4 and 5.", ["paras 3, 4 and 5"]),
        ("See paragraphs 3 to 38", ["paragraphs 3 to 38"]),
        ("See paragraphs 3–5 & 7", ["paragraphs 3–5 & 7"]),
        ("See paragraph 3(a)", ["paragraph 3(a)"]),
        ("See paragraph 3 (b)(ii)", ["paragraph 3 (b)(ii)"]),
        *(("See paragraph 3.2.1.", ["paragraph 3.2.1"]), ("See paragraph\n  3", ["paragraph 3"])),
        *(("a paragraph of text", []), ("paragraph three", []), ("subparagraph 3", [])),
        *(("See Annex A", ["Annex A"]), ("See annex b.", ["annex b"])),
        ("See Annexes A, B and C2", ["Annexes A, B and C2"]),
        ("See Annex A to D", ["Annex A to D"]),
        ("See Annex 12", ["Annex 12"]),
        ("See Appendix 1 and Appendix 2", ["Appendix 1", "Appendix 2"]),
        *(("See Appendices 1–3", ["Appendices 1–3"]), ("the annex is large", [])),
        *(("the annex to this report", []), ("an appendix of tables", [])),
        *(("See Annex BB and annex b2", ["Annex BB", "annex b2"]), ("Annexation began", [])),
        *(("See Table 1", ["Table 1"]), ("See tables 1, 2 and 3", ["tables 1, 2 and 3"])),
        *(("See Figure 2", ["Figure 2"]), ("See Fig. 2 and Figs 3-4", ["Fig. 2", "Figs 3-4"])),
        *(("See chart 9", ["chart 9"]), ("Table 1 and 24% more", ["Table 1"])),
        *(("Table 1 and 2015", ["Table 1"]), ("the table shows 1", [])),
        *(("See section 4", ["section 4"]), ("See sections 4.2", ["sections 4.2"])),
        *(("section 117 duties", []), ("See recommendation 2", ["recommendation 2"])),
        ("See recommendation iv above", ["recommendation iv"]),
        ("recommendations of the panel", []),
        ("", []),
    ]
)
def test_citations_as_they_are_typed(text, found):
    assert cited(text) == found


def test_citations_are_listed_in_order_with_their_blocks():
    rows = [
        {"slug": "one", "text": "See Annex A and paragraph 2."},
        {"slug": "two", "text": "Nothing."},
        {"slug": "three", "text": "See paragraph 2, and again paragraph 2."},
    ]
    assert cited_in(rows) == (
        TypedCitation("Annex A", "one"),
        TypedCitation("paragraph 2", "one"),
        TypedCitation("paragraph 2", "three"),
        TypedCitation("paragraph 2", "three"),
    )
    assert cited_in([]) == ()


@swept(
    [
        ("Report of: Director", ("Report of", "Director")),
        ("Date : 3 June 2020", ("Date", "3 June 2020")),
        ("Wards affected:", ("Wards affected", "")),
        ("Ward(s) affected: All", ("Ward(s) affected", "All")),
        *(("Time: 10:30", ("Time", "10:30")), ("  Re: Checks ", ("Re", "Checks"))),
        *(("Officer’s name: A", ("Officer’s name", "A")), ("2 things: one", None)),
        *(("No colon at all", None), ("A: short", None), (": nothing", None)),
        ("An introduction, with a comma: words", None),
        ("x" * 60 + ": long", None),
    ]
)
def test_a_line_with_a_key(line, pair):
    assert roles.keyed(line) == pair


@swept(
    [
        ("Wards affected: All", (roles.WARDS, "Wards affected", "All")),
        ("Background papers: None", (roles.BACKGROUND, "Background papers", "None")),
        ("Recommendation: That it be noted", (roles.RECOMMENDATIONS, "Recommendation", None)),
        ("Abbreviations:", (roles.ABBREVIATIONS, "Abbreviations", "")),
        ("Annexes: A and B", (roles.ANNEXES, "Annexes", "A and B")),
        ("Reasons: A duty", (roles.REASONS, "Reasons", "A duty")),
        ("Contact: the service", (roles.CONTACTS, "Contact", "the service")),
        ("Supervision: monthly", None),
        ("Wards affected All", None),
    ]
)
def test_a_line_that_names_its_part_and_goes_on(line, found):
    said = roles.role_and_rest(line)
    if found and found[2] is None:
        found = (*found[:2], line.partition(": ")[2])
    assert said == found


HEADINGS = {
    roles.RECOMMENDATIONS: [
        *("Recommendation", "RECOMMENDATIONS", "Proposed recommendations:", "Decision required"),
        *("Decisions sought", "Action required", "What the committee is asked to do"),
        "Decisions for the committee",
        *("Members are asked to", "Recommendations to the Executive", "Cabinet is asked to:"),
        *("Recommendation(s)", "Officer recommendations:", "The Panel is asked to"),
    ],
    roles.REASONS: ["Reason", "Reasons:", "Reason for decision", "Reasons for recommendations"],
    roles.CONTACTS: [
        *("Contact", "Contact details", "Contacts", "Author", "Report author:", "Contact us"),
        *(
            *("Contact officers", "Officer contact", "Contact for this report"),
            "Contact for the Report",
        ),
    ],
    roles.WARDS: [
        *("Wards affected", "Ward affected", "Wards", "Ward(s) affected:", "Divisions affected"),
        *("Electoral division affected", "Wards and parishes affected"),
    ],
    roles.BACKGROUND: [
        *("Background papers", "Background documents", "Background reading", "background paper"),
        *("List of background papers", "Background papers and further reading"),
    ],
    roles.ANNEXES: [
        *("Annexes", "Annex", "Appendices", "List of annexes", "Attachments", "Enclosures"),
        "Supporting Information",
    ],
    roles.ABBREVIATIONS: [
        *("Abbreviations", "Glossary", "Acronyms", "Table of abbreviations", "Glossary of terms"),
        *("List of acronyms used", "Abbreviations and acronyms used in the paper"),
    ],
    roles.IMPLICATIONS: [
        *("Implications", "Financial implications", "LEGAL IMPLICATIONS", "HR implications"),
        *("Equality implications", "Equalities implications", "Corporate implications"),
    ],
    roles.APPROVAL: ["Report approved", "Approved by:"],
    roles.PURPOSE: ["Purpose of meeting", "Purpose of the meeting"],
    "": [
        *("Background", "Purpose of the report", "Contacting families", "Wards of court"),
        *("Implications of the review for staff", "Reasonable adjustments", "Annexed land"),
        *(
            "Supervision",
            "Recommendations of the inspectors were met",
            "Members are asked to declare",
        ),
        *("The committee", "Recommended reading list", "Authors and readers", "Decision making"),
    ],
}


@swept(HEADINGS)
def test_headings_by_what_they_say_stands_under_them(role):
    assert {one: roles.role_of(one) for one in HEADINGS[role]} == dict.fromkeys(
        HEADINGS[role], role
    )
    marked = [f"**{one}**" for one in HEADINGS[role]] + [one.upper() for one in HEADINGS[role]]
    assert {roles.role_of(one) for one in marked} == {role}


def test_headings_that_papers_begin_with():
    first = [
        *("Summary", "Executive summary", "INTRODUCTION", "Purpose", "Purpose of the report"),
        *("Purpose of paper", "Background:", "**Context**", "Overview", "Main issues", "Details"),
        *("Key issues", "Agenda", "Report", "Detail", "Issues"),
    ]
    later = [
        *("Background papers", "Summary of findings", "Reports", "Conclusion", "Purpose-built"),
        *("Contexts", "Supervision", "", "Main", "Key"),
    ]
    assert [one for one in first if not roles.opens_the_body(one)] == []
    assert [one for one in later if roles.opens_the_body(one)] == []
