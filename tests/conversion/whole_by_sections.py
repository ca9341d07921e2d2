"""A paper whose sections bear the numbers and letters, broken at a width, its bullets lost."""

BY_SECTIONS = """ 19 May 2017

Report of the Assistant Director for Children
Twice-yearly Safeguarding Update
Background
1.

One summer the members of the committee decided to be
told twice a year about how children are kept safe in the city. This
report tells them what has been done since January and what will be.

2. What the inspectors found
This part tells of the inspection that was made during the period and
of what the service has done since, as far as it can be said today by
the people who lead it.
a) Overall outcome
The inspectors found that what is done for children who want help
and protection are good. To put this in place see Fig. 1
Of the 139 inspected until then:
39 (28%) were good
63 (45%) were to improve
Fig. 1

b) What they said
The lead inspector said that
 Staff were honest and open with the people who came to see their
work
 Children were seen alone.
 Choices are taken at the first contact – there are able partners
to be found.
d)

Concluding words

The city is a good place to work, the inspectors were told by people
who work in it.
d) Plan
A plan was sent to the office within the time that is set for it, and
its parts are listed below in order.

3. Recommendation
Members are invited to:
 note the report
 continue to receive reports
Reason
To let members be told of what matters in keeping children safe, and
to help them to ask about it.
 Abbreviations
CIN – Child in need
 DBS – Disclosure and Barring Service
"""
BY_SECTIONS_BLOCKS = [
    ("paragraph", "", "", "Report of the Assistant Director for Children"),
    ("section", "1.", "Background", ""),
    (
        *("paragraph", "", ""),
        (
            "One summer the members of the committee decided to be told twice a "
            "year about "
            "how children are kept safe in the city. This report tells them what has been "
            "done since "
            "January and what will be."
        ),
    ),
    ("section", "2.", "What the inspectors found", ""),
    (
        *("paragraph", "", ""),
        (
            "This part tells of the inspection that was made during the period and of what "
            "the service "
            "has done since, as far as it can be said today by the people who lead it."
        ),
    ),
    ("section", "a)", "Overall outcome", ""),
    (
        *("paragraph", "", ""),
        (
            "The inspectors found that what is done for children who want help and "
            "protection are "
            "good. To put this in place see Fig. 1"
        ),
    ),
    ("paragraph", "", "", "Of the 139 inspected until then:"),
    ("paragraph", "", "", "39 (28%) were good"),
    ("paragraph", "", "", "63 (45%) were to improve"),
    ("paragraph", "", "", "Fig. 1"),
    ("section", "b)", "What they said", ""),
    (
        *("paragraph", "", ""),
        (
            "The lead inspector said that\n\n"
            "* Staff were honest and open with the people who came to see their work\n"
            "* Children were seen alone.\n"
            "* Choices are taken at the first contact – there are able partners to be found."
        ),
    ),
    ("section", "d)", "Concluding words", ""),
    (
        *("paragraph", "", ""),
        "The city is a good place to work, the inspectors were told by people who work in it.",
    ),
    ("section", "d)", "Plan", ""),
    (
        *("paragraph", "", ""),
        (
            "A plan was sent to the office within the time that is set for it, and its parts are "
            "listed below in order."
        ),
    ),
    ("recommendation", "", "", "note the report"),
    ("recommendation", "", "", "continue to receive reports"),
]
