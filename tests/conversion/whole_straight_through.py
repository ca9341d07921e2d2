"""A paper with its numbers straight through, as a reader of PDF gives it: bullets before numbers,
headings of uneven rank, a sentence parted by a page."""

STRAIGHT_THROUGH = """

## **Half-yearly Report on Safeguarding**

### **Introduction**

1. Members agreed in 2014 to be told twice a year. This report tells them what
was done since May.

### **Developments**

2. **Overview**

Much was looked at in these months. Overall it is reassuring.

3. **Case audits**
Each team looked at its files. The tool offers a range of

views that were not there before.

- 4. It is known that more is to be done.

#### 5. **Checks on staff**

Of the staff, 351 need a check:

- 30 had passed the date of it (14 were done since and 16
are under way)
- 7 were due in May

6. The work of the officer includes:

- i. *Tools and methods:*
  - training in one of them
  - a second one
- ii. *Working together:*

It goes on in all of the teams.

- iii. *Skills.*

## Recommendations

7. Members are invited to:

- i. Note paragraphs 2-6, in particular:
  - the checks at paragraph 5
- ii. Agree to be told again

Reason: To keep what was agreed.

## Contact Details

### Author:

Head of Service
01234 567890

Report Approved

Date

18 May 2016

**Wards Affected:** All

**Background Papers:** None

**Annexes:**

**Annex A** – The tool

**Annex B1 & B2** – Two summaries

**Abbreviations:**

DBS – Disclosure & Barring Service

R&A - Referral and Assessment
"""
STRAIGHT_THROUGH_BLOCKS = [
    ("section", "", "Introduction", ""),
    (
        *("paragraph", "1.", ""),
        (
            "Members agreed in 2014 to be told twice a year. This report tells them what was done "
            "since May."
        ),
    ),
    ("section", "", "Developments", ""),
    (
        *("paragraph", "2.", "Overview"),
        "Much was looked at in these months. Overall it is reassuring.",
    ),
    (
        *("paragraph", "3.", "Case audits"),
        (
            "Each team looked at its files. The tool offers a range of views that were not there "
            "before."
        ),
    ),
    ("paragraph", "4.", "", "It is known that more is to be done."),
    (
        *("paragraph", "5.", "Checks on staff"),
        (
            "Of the staff, 351 need a check:\n\n"
            "* 30 had passed the date of it (14 were done since and 16 are under way)\n"
            "* 7 were due in May"
        ),
    ),
    (
        *("paragraph", "6.", ""),
        (
            "The work of the officer includes:\n\n"
            "i. _Tools and methods:_\n"
            "  * training in one of them\n"
            "  * a second one\n"
            "ii. _Working together:_\n\n"
            "  It goes on in all of the teams.\n"
            "iii. _Skills._"
        ),
    ),
    (
        *("recommendation", "i.", ""),
        "Note paragraphs 2-6, in particular:\n\n* the checks at paragraph 5",
    ),
    ("recommendation", "ii.", "", "Agree to be told again"),
    *(("section", "", "Contact Details", ""), ("list", "", "", "**Author:**")),
    *(("list", "", "", "Head of Service"), ("list", "", "", "01234 567890")),
    *(("list", "", "", "Report Approved"), ("list", "", "", "Date")),
    *(("list", "", "", "18 May 2016"), ("annex", "Annex A", "The tool", "")),
    ("annex", "Annex B1 & B2", "Two summaries", ""),
]
