"""Words of children's services and of committees that mean the same, and words that ask for a kind
of result.

Phrases are printed as here where a page names what it also searched.
"""

# Each line: phrases of one meaning.
SYNONYMS = (
    ("looked-after children", "children looked after", "children in care", "LAC", "CLA", "in care",
     "looked-after", "in our care"),
    ("overdue", "past the date", "past their date", "past its date", "out of date", "expired",
     "lapsed", "late", "past their re-check date", "not renewed", "not kept", "not met",
     "delayed", "behind schedule", "behind with", "behind on", "off track",
     "more than 3 years old", "over 3 years old", "older than 3 years",
     "more than three years old", "over three years old", "older than three years",
     "run out", "ran out"),
    ("DBS", "Disclosure and Barring Service", "disclosure and barring",
     "disclosure barring service", "disclosure barring", "criminal record", "CRB",
     "police check", "background check", "vetting", "vetted", "properly checked",
     "safe to work with children", "barred list", "safe with", "safe around", "police checked",
     "been checked"),
    ("without a DBS check", "checks are missing", "checks missing", "missing checks", "unchecked"),
    ("domestic abuse", "domestic violence"),
    ("safeguarding", "safety", "kept safe", "keep children safe", "protection of children"),
    ("child protection plan", "protection plan", "CP plan"),
    ("personal education plan", "PEP"),
    ("health assessment", "medical", "medicals", "health check"),
    ("letter before proceedings", "warns parents of court proceedings",
     "pre-proceedings", "PLO", "warning letter", "court warning letter", "court letter"),
    ("agency workers", "agency staff", "agency social workers", "locum", "locums",
     "temporary", "temps"),
    ("unaccompanied asylum-seeking children", "UASC", "asylum seekers", "asylum-seeking children"),
    ("missing from home or from care", "go missing", "missing children", "missing from care",
     "missing from home", "runaways"),
    ("disabled children", "children with disabilities", "disability", "disabilities"),
    ("front door", "referral and assessment", "first point of contact", "referrals"),
    ("supervision deep dive", "audit of supervision", "supervision audit"),
    ("re-check", "recheck", "renewal", "renew", "renewed", "redone", "redo", "done again"),
    ("children", "kids", "youngsters", "young people", "young person", "youths"),
    ("adolescents", "teenagers", "teens", "aged 14"),
    ("foster carers", "foster parents", "carers"),
    ("foster care", "fostering", "foster placement", "foster families", "foster homes",
     "with foster carers", "live with foster carers", "living with foster carers"),
    ("independent fostering agency", "IFA", "agency placement", "agency foster",
     "agency foster placement", "independent agency", "private agency"),
    ("hold", "held"), ("meet", "met"), ("begin", "began", "begun"),
    ("write", "wrote", "written", "prepared", "drafted", "drew up", "drawn up"),
    ("choose", "chose", "chosen"), ("build", "built"), ("teach", "taught"),
    ("buy", "bought"), ("speak", "spoke", "spoken"),
    ("external residential placement", "residential home", "residential care",
     "residential placement", "external residential", "children's home", "care home"),
    ("Ofsted", "inspectors", "inspection", "inspect"),
    ("judgement", "judged", "rating", "rated", "grade", "score", "scores"),
    ("overall judgement", "judged our services", "council good", "council inadequate",
     "services inadequate", "we inadequate", "council failing", "services failing", "services good",
     "council good or outstanding", "services good or outstanding",
     "council outstanding", "services outstanding", "we good", "we outstanding",
     "inspection result", "inspection results", "result of the inspection", "Ofsted result",
     "Ofsted rating", "Ofsted judgement", "Ofsted grade"),
    ("requires improvement", "needs improvement", "in need of improvement"),
    ("peer review", "peer reviewers", "peers"),
    ("rely", "reliable", "depend on", "trust"),
    ("policy", "rules", "rule"),
    ("staff", "employees", "workforce"),
    ("social worker", "worker", "practitioner"),
    ("councillors", "members", "elected members"),
    ("mental wellbeing", "mental health", "emotional wellbeing"),
    ("harm themselves", "self-harm", "self-harming"),
    ("case system", "computer system", "IT system", "case management system", "software"),
    ("multi-agency safeguarding hub", "MASH", "multi-agency hub", "hub of all agencies"),
    ("caseload", "case load", "open cases", "too many cases", "children per social worker",
     "cases per social worker", "children per worker", "cases per worker", "workload", "busy",
     "overworked", "coping", "cope", "cases does each social worker", "cases does a social worker",
     "cases do social workers", "cases each social worker", "cases has a social worker"),
    ("overspend", "overspent", "budget", "deficit"),
    ("cost", "price", "spend"),
    ("other authorities", "other councils", "local authorities", "statistical neighbours",
     "similar councils", "similar authorities", "elsewhere"),
    ("stay", "stays", "leaving", "retention", "turnover", "have left", "has left", "quit",
     "resign"),
    ("staff leaving", "staff leave", "staff stay", "social workers stay", "social workers leave",
     "keep social workers", "keeping social workers", "keep staff", "keeping staff",
     "workforce that stays"),
    ("outside the city", "far from home", "far away", "out of area", "out of the area"),
    ("too few", "shortage", "shortages", "vacancy", "vacancies", "recruit", "recruits",
     "recruiting", "recruitment", "unfilled"),
    ("target", "meeting its target", "meeting the target", "meets its target"),
    ("responsible for", "in charge of", "in charge", "accountable for", "leads on", "lead on"),
    ("Council Plan", "corporate plan"),
    ("Safeguarding Children Board", "LSCB", "safeguarding board", "safeguarding partnership"),
    ("special educational needs", "SEND", "special needs", "SEN"),
    ("child sexual exploitation", "CSE", "sexual exploitation", "grooming"),
    ("levels of need", "threshold"),
    ("care leavers", "leaving care", "care leaver", "leave care"),
    ("children in need", "child in need", "CIN"),
    ("survey", "questionnaire", "poll"),
    ("areas for development", "weaknesses", "shortcomings", "needs to improve",
     "need to improve", "must improve", "should improve", "to improve", "do better",
     "to be improved", "to be better", "get better", "gets better", "criticise", "criticised",
     "criticism", "criticisms", "criticize", "criticized", "complain about", "unhappy with",
     "not good enough", "went wrong", "going wrong", "do wrong", "got wrong"),
    ("telephone", "phone", "contact details", "ring", "rings", "rang"),
    ("long absence", "long leave", "sick leave", "off sick", "long-term sick", "maternity leave"),
    ("deferred", "put off", "postponed", "adjourned"),
    ("approved", "signed off", "sign off", "signs off"),
    ("ready", "finished", "done", "completed", "complete", "carried out", "undertaken"),
    ("improvement plan", "service plan"),
    ("moderated", "moderation", "checks the audits", "check the audits", "checked the audits",
     "audits checked", "audits are checked"),
    ("comes into care", "came into care", "come into care", "coming into care", "go into care",
     "taken into care", "take into care", "enter care", "entered care", "entering care"),
    ("strengths", "praise", "praised", "did well", "do well", "does well", "doing well",
     "like about", "liked about"),
    ("remit", "looking into", "look into", "investigating", "terms of reference"),
    ("missed", "forgotten", "forgets", "overlooked"), ("police", "police officers"),
    ("think", "thinks", "feel", "feels", "felt"),
    ("recommendations found by inspections", "inspectors' recommendations"),
    ("documents in force", "plans and strategies", "strategies and plans", "policies and plans"),
    ("another team", "other team", "different team", "other teams"),
    ("replaced", "replace", "successor", "gave way to", "took over", "take over", "takes over",
     "taking over", "took the place of"),
    ("compare", "compared", "comparison"),
    ("structure", "restructure", "restructured", "restructuring", "reorganisation",
     "reorganised", "shake up", "shakeup", "overhaul"),
    ("want from", "wanted from", "want out of", "asked for"),
    ("director", "boss", "bosses"),
    ("subject", "topic"),
    ("referrer", "reported a family", "reported a child", "report a family", "report a child",
     "made a referral", "makes a referral"),
    ("went no further", "nothing was done", "nothing is done", "nothing happened",
     "nothing happens", "no further action", "no assessment follows"),
    ("parents", "mums and dads", "mum and dad"),
    ("health trust", "NHS"), ("university", "uni"), ("bed and breakfast", "B&B", "B&Bs"),
    ("discount", "relief", "let off"), ("at night", "out of hours", "after hours"),
    ("timeliness", "quicker", "faster", "sooner"),
    ("cheaper", "less expensive", "prices that are lower"),
    ("how often", "every", "yearly"),
    ("on time", "in time", "when it should"),
    ("corporate parenting", "corporate parent"),
    ("early help", "early intervention"),
    ("risk", "danger", "risk register", "risk log", "could go wrong", "might go wrong",
     "awake at night", "worries", "concerns"),
    ("placed for adoption", "waiting to be adopted", "waiting for adoption", "up for adoption"),
    ("voice", "hear from", "heard", "take part"),
    ("children say", "children and young people say", "children and young people tell us",
     "children told us", "young people say", "young people told us", "young people tell us",
     "children think", "young people think", "children feel", "young people feel"),
    ("age", "ages", "how old"),
    ("breach", "breaches", "broken", "breaking", "break"),
    ("without", "do not have", "does not have", "have no", "has no",
     "with no", "who have not had", "never had", "lack", "lacks", "lacking"),
    ("training", "trained", "workshop", "workshops", "course", "courses"),
    ("16 to 18", "16 and 17", "16 or 17", "aged 16", "16 and over", "older teenagers",
     "older teens"),
    ("semi-independent living", "independent living", "live on their own", "living on their own",
     "on their own", "live alone", "living alone", "live independently", "living independently"),
    ("England", "rest of the country", "rest of England", "across the country", "nationally",
     "national average", "national figure", "nationwide"),
    ("repeated theme", "repeated themes", "again and again", "time and again", "over and over",
     "keep finding", "kept finding", "keep coming up", "recurring"),
    ("actions", "acted on", "acted upon", "act on"),
    ("in date", "up to date"), ("not inspected", "uninspected"),
    ("supervision is on time", "supervision takes place", "supervision happening",
     "supervision happens", "supervised on time"),
    ("graded good", "getting better or worse", "better or worse", "getting worse"),
    ("2", "two"), ("3", "three"), ("4", "four"), ("5", "five"), ("6", "six"),
    ("7", "seven"), ("8", "eight"), ("9", "nine"), ("10", "ten"), ("11", "eleven"),
    ("12", "twelve"), ("13", "thirteen"), ("14", "fourteen"), ("15", "fifteen"), ("16", "sixteen"),
    ("17", "seventeen"), ("18", "eighteen"),
)  # fmt: skip
# Phrases whose other words lead to what is near: a value is one of theirs only where it has them.
LOOSE = frozenset(
    (
        *(
            "ofsted",
            "inspector",
            "inspectors",
            "council good or outstanding",
            "council inadequate",
            "services inadequate",
        ),
        *("services good or outstanding", "council good", "services good", "council outstanding"),
        *("services outstanding", "we good", "we outstanding", "inspection result"),
        *("result of the inspection", "other authorities", "other councils", "similar councils"),
        *("similar authorities", "local authorities", "statistical neighbours", "elsewhere"),
    )
)
# Words of a question that a value answers without having them.
GENERAL = frozenset(
    (
        *("staff", "employees", "workforce", "children", "kids", "people", "live", "living"),
        *("lives", "services", "placed"),
    )
)
REPORT, FIGURE, ROW, COMMITMENT, RECOMMENDATION, PARAGRAPH = (
    "reports",
    "figures",
    "rows",
    "commitments",
    "recommendations",
    "paragraphs",
)
# Words that ask for a kind of result rather than for what it is about.
_ASKING = {
    COMMITMENT: "promise promised promises commitment commitments committed pledge pledged pledges"
    " officers officer next",
    RECOMMENDATION: "recommendation recommendations recommend recommended asked asking decide"
    " decided decision decisions",
    FIGURE: "many much number numbers total totals statistics percentage percent proportion share"
    " average rate",
    PARAGRAPH: "who why when",
}
ASKS_FOR = {
    **{word: kind for kind, words in _ASKING.items() for word in words.split()},
    # What is to come has a date where it was promised.
    **dict.fromkeys(("next time", "due next", "when will"), COMMITMENT),
}
# What one does → what was done, where their stems are not alike.
NOUNS = {
    **dict.fromkeys(("decide", "decides", "decided", "deciding"), ("decision", "decisions")),
    **dict.fromkeys(("grow", "grows", "grew", "grown", "growing"), ("growth",)),
    **dict.fromkeys(("approve", "approves", "approved", "approving"), ("approval", "approvals")),
    **dict.fromkeys(("remove", "removes", "removed", "removing"), ("removal", "removals")),
    **dict.fromkeys(("refer", "refers", "referred", "referring"), ("referral", "referrals")),
    **dict.fromkeys(("apply", "applies", "applied", "applying"), ("application", "applications")),
    **dict.fromkeys(("fail", "fails", "failed", "failing"), ("failure", "failures")),
    **dict.fromkeys(("lose", "loses", "lost", "losing"), ("loss", "losses")),
    **dict.fromkeys(("advise", "advises", "advised", "advising"), ("advice",)),
    **dict.fromkeys(("respond", "responds", "responded", "responding"), ("response", "responses")),
    **dict.fromkeys(("receive", "receives", "received", "receiving"), ("receipt",)),
}
# A phrase → what reports print for it: of late visits, those made in time.
OPPOSITES = {
    **dict.fromkeys(("late", "delayed", "delay", "delays"), ("in time", "on time")),
    "up to date": ("past the date", "overdue"),
    "not inspected": ("not yet inspected",),
}
# A phrase → what reports print for it that is more: it leads to paragraphs, and to no value.
WIDER = {
    **dict.fromkeys(
        ("talk to", "talked to", "speak to", "spoke to", "spoken to", "consult", "consulted"),
        ("visits to", "helped to shape", "asked directly", "consulted", "met"),
    ),
    **dict.fromkeys(("social workers", "workers"), ("staff",)),
    **dict.fromkeys(("girls", "boys"), ("children", "young people")),
    **dict.fromkeys(("dad", "dads"), ("father", "fathers")),
    **dict.fromkeys(("mum", "mums"), ("mother", "mothers")),
    "bosses": ("managers", "directors"),
}
# Words of these that hint at a kind and name none.
HINTS = frozenset(("officers", "officer", "next", "when will"))
# Words of these that ask for a kind where a question begins with them: else they join its parts.
BEGINNINGS = frozenset(("who", "why", "when"))
# Words of these that are the subject itself, beside others that are.
SUBJECT_TOO = frozenset(("decide", "decided", "decision", "decisions"))
# Who promises, who is asked and where: beside the name of a kind they narrow nothing.
PARTIES = frozenset(
    (
        *("committee", "members", "councillors", "meeting", "scrutiny"),
        *("needed", "report", "reported", "time"),
    )
)
