"""A paper with headings without any sign, points a space in, and a purpose that asks."""

PLAIN_HEADS = """CHILDREN AND FAMILIES SCRUTINY PANEL

22 NOVEMBER 2016

SOCIAL CARE: ASSURANCE UPDATE

Summary

- 1. In August the panel had a report from the chairman of the board. It said that
the board could not give assurance.
- 2. Good practice rests on many people who work together, and on what they know.

Background

- 3. The guidance was begun anew on 4 July 2016, and reached over 400 partners.

Updated Assurance

Early Help

4. The offer is under review. The work on it is told in Appendix A.

Front Door

- 5. Further steps were taken:
 - a form for concerns, so that they are seen without delay and passed on to those
 who must decide what is to be done.
 - a letter, attached at Appendix B.

Purpose of the Meeting

- 6. The panel is asked to:
 - consider the report
 - determine whether it would look further, and
 - agree what it would say

Supporting Information

Appendix A - The offer

Appendix B - A copy of the letter

Contact for the Report

Scrutiny officers 01234 567890

Background Papers

The following are the background papers:

Minutes of the panel on 31 August 2016
"""
PLAIN_HEADS_BLOCKS = [
    ("section", "", "Summary", ""),
    (
        *("paragraph", "1.", ""),
        (
            "In August the panel had a report from the chairman of the board. It said that "
            "the board "
            "could not give assurance."
        ),
    ),
    (
        *("paragraph", "2.", ""),
        "Good practice rests on many people who work together, and on what they know.",
    ),
    ("section", "", "Background", ""),
    (
        *("paragraph", "3.", ""),
        "The guidance was begun anew on 4 July 2016, and reached over 400 partners.",
    ),
    ("section", "", "Updated Assurance", ""),
    ("section", "", "Early Help", ""),
    ("paragraph", "4.", "", "The offer is under review. The work on it is told in Appendix A."),
    ("section", "", "Front Door", ""),
    (
        *("paragraph", "5.", ""),
        (
            "Further steps were taken:\n\n"
            "* a form for concerns, so that they are seen without delay and passed on to "
            "those who "
            "must decide what is to be done.\n"
            "* a letter, attached at Appendix B."
        ),
    ),
    ("recommendation", "", "", "consider the report"),
    ("recommendation", "", "", "determine whether it would look further, and"),
    ("recommendation", "", "", "agree what it would say"),
    ("annex", "Appendix A", "The offer", ""),
    ("annex", "Appendix B", "A copy of the letter", ""),
    ("section", "", "Contact for the Report", ""),
    ("list", "", "", "Scrutiny officers 01234 567890"),
]
