"""Drawn papers about stated lengths and small counts of people: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "list-length": (
        """
The visitors were given 5 lines of enquiry and a set of files to read. The lines of enquiry were these:
* a thing
* b thing
* c thing
* d thing
* e thing
* f thing
""",
        "There are three areas for improvement:\n* voice\n* plans\n* reviews\n* supervision",
        "We have four priorities: voice, plans and reviews.",
    ),
    "small-number": (
        "Two children were adopted.",
        "One young person left.",
        "There were 3 looked after children.",
        "In one ward childminders fell from 12 to 2.",
        "The number of children in secure places rose from 2 to 4.",
        "Four of the 30 children were late.",
        "Table: Children by place\n| Place | Number |\n| Fostered | 30 |\n| Secure | 2 |",
        "Of the 40 children, one family moved.",
        "In all, a single child was missing.",
    ),
}
RIGHT = (
    "The team looked at six themes and one additional line of enquiry:\n* a thing\n* b thing\n* c thing\n* d thing\n* e thing\n* f thing\n* g thing",
    "There are three areas for improvement:\n* voice\n* plans\n* reviews",
    "We audited 12 cases and found, in each of the three teams:\n* good plans\n* good reviews",
    "Three of the six priorities are complete:\n* one thing\n* another\n* a third",
    "We have three priorities: voice, plans and reviews. We have three aims: health and wellbeing, education, and housing.",
    "Over 30 agencies took part in five strands, including:\n* one thing\n* another",
    "There are two children’s homes and three children's centres, and three child protection conferences were held. One of our principles is care.",
    "Fewer than five children were adopted, and six families moved. Five teams met on 3 days. No children waited.",
    "Five recently appointed frontline managers were trained. Two social workers joined. One in five children agreed.",
    "Table: Audits by team\n| Team | Number |\n| North | 30 |\n| South | 2 |",
    "This report makes 3 points. The three locality teams: North, South and East.",
    "Three foster carer groups met; two parent forums were held; two staff surveys were made; one family support worker began.",
    "Episodes are counted, so one child may appear more than once.",
)
