"""A pack: an agenda, minutes that number on from the last ones, and two reports."""

PACK = """# Notice of a meeting of the Scrutiny Committee

**Date:** Wednesday, 26 February 2020

# AGENDA

#### 1. Declarations

Members are asked to declare their interests.

2. Minutes (Pages 1 - 8)

To approve the minutes of the last meeting.

# 3. Overview

This report tells of the services.

# Page 1 Agenda Item 2

Council	Committee Minutes
Date	28 January 2020

#### 43. Declarations

Nobody declared an interest.

# 44. Overview

Members considered a report. It was noted that:

- The work would go on.

Resolved: That the report be noted.

Reason: To be told.

# Page 2

# Overview of Services

# Summary

- 1. This report tells of the services.
- 2. It is for members.

# **Background**

- 3. The services involve:
  - a. One of them
  - b. Another

#### Recommendations

4. This report is for comment.

Reason: To be told.

### **Contact Details**

Author: Head of Service

# Page 3

# A Second Report

# Summary

1. This tells of young people.

# Recommendation

2. Members are asked to endorse it.

### **Contact Details**

Author: Scrutiny Officer
"""
PACK_BLOCKS = [
    ("paragraph", "", "", "**Date:** Wednesday, 26 February 2020"),
    ("section", "", "AGENDA", ""),
    ("section", "1.", "Declarations", ""),
    ("list", "", "", "Members are asked to declare their interests."),
    ("section", "2.", "Minutes (Pages 1 - 8)", ""),
    ("list", "", "", "To approve the minutes of the last meeting."),
    *(("section", "3.", "Overview", ""), ("list", "", "", "This report tells of the services.")),
    *(("table", "", "", ""), ("section", "43.", "Declarations", "")),
    *(("list", "", "", "Nobody declared an interest."), ("section", "44.", "Overview", "")),
    (
        *("list", "", ""),
        "Members considered a report. It was noted that:\n\n* The work would go on.",
    ),
    ("list", "", "", "Resolved: That the report be noted."),
    *(("list", "", "", "Reason: To be told."), ("section", "", "Overview of Services", "")),
    ("section", "", "Summary", ""),
    ("paragraph", "1.", "", "This report tells of the services."),
    *(("paragraph", "2.", "", "It is for members."), ("section", "", "Background", "")),
    ("paragraph", "3.", "", "The services involve:\n\na. One of them\nb. Another"),
    ("section", "", "Recommendations", ""),
    ("paragraph", "4.", "", "This report is for comment.\n\nReason: To be told."),
    *(("section", "", "Contact Details", ""), ("list", "", "", "Author: Head of Service")),
    *(("section", "", "A Second Report", ""), ("section", "", "Summary", "")),
    ("paragraph", "1.", "", "This tells of young people."),
    ("section", "", "Recommendation", ""),
    ("paragraph", "2.", "", "Members are asked to endorse it."),
    ("section", "", "Contact Details", ""),
    ("list", "", "", "Author: Scrutiny Officer"),
]
