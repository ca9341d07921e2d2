"""Words of children's services and of committees that mean the same, and words of questions.

Phrases are printed as here where a page names what it also searched.
"""

# Each line: phrases of one meaning.
SYNONYMS = (
    ("looked-after children", "children looked after", "children in care", "LAC", "CLA", "in care",
     "looked-after", "in our care"),
    ("overdue", "past the date", "past their date", "past its date", "out of date", "expired",
     "lapsed", "late", "past their re-check date", "not renewed", "not kept", "not met",
     "delayed", "behind schedule", "off track"),
    ("DBS", "Disclosure and Barring Service", "disclosure and barring",
     "disclosure barring service", "disclosure barring", "criminal record", "CRB",
     "police check"),
    ("re-check", "recheck", "renewal", "renew", "renewed"),
    ("children", "kids", "youngsters"),
    ("young people", "young person", "youths"),
    ("adolescents", "teenagers", "teens", "aged 14"),
    ("foster carers", "foster parents", "carers"),
    ("foster care", "fostering", "foster placement"),
    ("independent fostering agency", "IFA", "agency placement", "agency foster",
     "agency foster placement", "independent agency"),
    ("external residential placement", "residential home", "residential care",
     "residential placement", "external residential", "children's home", "care home"),
    ("Ofsted", "inspectors", "inspection", "inspect"),
    ("judgement", "judged", "rating", "rated", "grade"),
    ("staff", "employees", "workforce"),
    ("social worker", "worker", "practitioner"),
    ("councillors", "members", "elected members"),
    ("mental wellbeing", "mental health", "emotional wellbeing"),
    ("harm themselves", "self-harm", "self-harming"),
    ("case system", "computer system", "IT system", "case management system", "software"),
    ("multi-agency safeguarding hub", "MASH", "multi-agency hub", "hub of all agencies"),
    ("caseload", "open cases"),
    ("overspend", "overspent", "budget", "deficit"),
    ("cost", "price", "spend"),
    ("other authorities", "other councils", "local authorities"),
    ("stay", "stays", "leaving", "retention", "turnover"),
    ("Safeguarding Children Board", "LSCB", "safeguarding board", "safeguarding partnership"),
    ("special educational needs", "SEND", "special needs", "SEN"),
    ("child sexual exploitation", "CSE", "sexual exploitation", "grooming"),
    ("levels of need", "threshold"),
    ("care leavers", "leaving care", "care leaver"),
    ("children in need", "child in need", "CIN"),
    ("survey", "questionnaire", "poll"),
    ("areas for development", "weaknesses", "shortcomings", "needs improving", "needs to improve"),
    ("telephone", "phone", "contact details"),
    ("ready", "finished", "done", "completed", "complete"),
    ("improvement plan", "service plan"),
    ("another team", "other team", "different team", "other teams"),
    ("replaced", "replace", "successor"),
    ("compare", "compared", "comparison"),
    ("how often", "every", "yearly"),
    ("on time", "in time", "when it should"),
    ("corporate parenting", "corporate parent"),
    ("early help", "early intervention"),
    ("risk", "danger"),
    ("placed for adoption", "waiting to be adopted", "waiting for adoption", "up for adoption"),
    ("voice", "hear from", "heard", "take part"),
    ("children say", "children and young people say", "children and young people tell us"),
    ("breach", "breaches", "broken", "breaking"),
    ("2", "two"), ("3", "three"), ("4", "four"), ("5", "five"), ("6", "six"),
    ("7", "seven"), ("8", "eight"), ("9", "nine"), ("10", "ten"), ("12", "twelve"),
)  # fmt: skip
# What only makes a question of the words around it.
QUESTION_WORDS = frozenset(
    """
    how what whats which whom whose where role job details information does did do can could
    should would may might must shall any all there here about me my us show find give get got
    figure figures count latest current currently now today recent recently please each per
    say says said think council also just most more some than since tell happening happened happen
    old olds year years last doing thing things sit sits wat wen wot moment fewer less higher lower
    rising falling risen fallen gone going
    """.split()  # noqa: SIM905
)
FIGURE, COMMITMENT, RECOMMENDATION, PARAGRAPH = (
    "figures",
    "commitments",
    "recommendations",
    "paragraphs",
)
# Words that ask for a kind of result rather than for what it is about.
ASKS_FOR = {
    **dict.fromkeys(
        (
            "promise",
            "promised",
            "promises",
            "commitment",
            "commitments",
            "committed",
            "pledge",
            "pledged",
            "pledges",
            "officers",
            "officer",
            "next",
        ),
        COMMITMENT,
    ),
    **dict.fromkeys(
        (
            "recommendation",
            "recommendations",
            "recommend",
            "recommended",
            "asked",
            "decide",
            "decided",
            "decision",
            "decisions",
        ),
        RECOMMENDATION,
    ),
    **dict.fromkeys(
        (
            "many",
            "much",
            "number",
            "numbers",
            "total",
            "totals",
            "statistics",
            "percentage",
            "percent",
            "proportion",
            "average",
            "rate",
        ),
        FIGURE,
    ),
    **dict.fromkeys(("who", "why", "when"), PARAGRAPH),
    # What is to come has a date where it was promised.
    **dict.fromkeys(("when will",), COMMITMENT),
}
# Words of these that hint at a kind and name none.
HINTS = frozenset(("officers", "officer", "next", "when will"))
# Who promises and who is asked: beside the name of a kind they narrow nothing.
PARTIES = frozenset(("committee", "members", "councillors", "meeting", "scrutiny"))
# What a person says of how a commitment stands → the words of its states.
STATE_WORDS = {
    **dict.fromkeys(("broken", "missed", "failed", "unmet"), ("overdue", "late", "dropped")),
    **dict.fromkeys(("outstanding", "pending"), ("open", "overdue")),
    **dict.fromkeys(("delivered", "fulfilled", "honoured"), ("kept",)),
}
# The kinds of which a person may want every one.
LISTED = (COMMITMENT, RECOMMENDATION)
# Which kind is meant where words ask for several.
KINDS_ASKED = (RECOMMENDATION, COMMITMENT, FIGURE, PARAGRAPH)  # fmt: skip
