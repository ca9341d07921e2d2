"""One fault at a time, put into the right papers of this folder."""

# Kept as one would type them: a fault is one line.
# ruff: noqa: E501

from dataclasses import dataclass


@dataclass(frozen=True)
class Plant:
    """A fault: `old` words of the paper become `new` ones, and `rule` finds it. `beside` are rules
    that rightly find the same fault as well."""

    paper: str
    old: str
    new: str
    rule: str
    beside: tuple[str, ...] = ()


# The name of a paper, and under it each fault: its rules, what stands, and what it becomes.
_FAULTS = r"""
fostering
    wrong-weekday: Thursday 19 April 2018 => Friday 19 April 2018
    impossible-date: between 1 January and 31 December 2018 => between 1 January and 31 June 2018
    length-denied: from 3 September to 28 September 2018 => from 3 September 2017 to 28 September 2018
    told-as-to-come: will be finished in May 2019 => will be finished in May 2018
    numbers-in-order citation-missing paragraphs-uncovered: 9. The regional review => 10. The regional review
    numbers-in-order: 6. Carers told us => 5. Carers told us
    items-in-order:  c) in the market place =>  b) in the market place
    citation-missing: paragraphs 2 to 9 => paragraphs 2 to 19
    citation-missing: paragraphs 2 to 9 => paragraphs 9 to 2
    annex-not-there annex-never-named: are at Appendix B => are at Appendix C
    annex-never-named:  The full results are at Appendix B. =>
    annex-not-there annex-labels annex-never-named: Appendix B – Results => Appendix C – Results
    abbreviation-unexplained: independent fostering agency (IFA) => independent fostering agency
    doubled-word: leaves, the team => leaves, the the team
    placeholder: Service Manager, Fostering. => [insert name and post].
    open-bracket: Each such decision is taken => Each such (rare decision is taken
    number-unlike-before: 9. The regional => 9. In 2018 we approved 29 new households. The regional
    number-unlike-before: 8. An IFA => 8. There were 412 children in care on 31 December 2018. On 31 December 2018 we had 421 children in care. An IFA
    number-unlike-before: 3. The Fostering => 3. Carers of 120 children were asked, as the table shows.\n\n| Area | Children |\n|---|---|\n| North | 60 |\n| South | 66 |\n| Total | 126 |\n\nThe Fostering
    section-empty: 12. Equalities: an assessment was made with the plan and found no ill effect on any group. => ## Risks
    paragraphs-uncovered: set out in paragraphs 2 to 9 => set out in paragraphs 2 to 5
    numbers-in-order: 2. That the Committee comments => 1. That the Committee comments
    annex-not-there annex-never-named: at Appendix A.\n => at Appendix 1.\n
    listed-only: That the Committee receives a further report in March 2020 => That the Committee approves the lease of a swimming pool in Barford
    citation-missing: named in paragraph 2. => named in paragraph 5(f).
    stated-recommendations: 8. An IFA => 8. This report makes four recommendations. An IFA
    placeholder: 8. An IFA => 8. [NB check with Finance] An IFA
    small-number: 8. An IFA => 8. In Ashby ward four children waited. An IFA
    meeting-date: 1. This report tells => 1. This report is for the meeting of the Committee on 21 March 2019. It tells
    link-says-nothing: 8. An IFA => 8. More is [here](https://example.org). An IFA
sections
    end-before-start: from 6 March 2017 to 10 March 2017 => from 6 March 2017 to 10 February 2017
    range-without-separator: from 6 March 2017 to 10 March 2017 => on 6 March 2017 10 March 2017
    told-after-paper: opened on Monday 4 September 2017 => opened on 4 September 2018
    length-denied: so that it lasts six weeks => so that it lasts two weeks
    letters-in-order: b) New homes => a) New homes
    letters-in-order: c) Moves => d) Moves
    placeholder: Wards affected: All => Wards affected: List wards or tick
    abbreviation-unused: HSE – Health and Safety Executive => HSE – Health and Safety Executive\nCME – Children Missing Education
executive
    wrong-weekday: Monday 15 January => Tuesday 15 January 2024
    annex-not-there annex-never-named: mapped at Annex B => mapped at Annex D
    body-recommends: Option 2 is recommended by officers because => It is recommended that bus fares for sixth formers be halved because
    abbreviation-twice: LTP: Local Transport Plan => LTP: Local Transport Plan\nLTP: Long Term Plan
headblock
    told-as-to-come: who will start on 3 July 2023 => who will start on 3 July 2022
    numbers-in-order: 4.2 Care leavers => 4.3 Care leavers
    citation-missing: paragraph 4.3 => paragraph 4.8
    items-in-order: (b) an IHA => (a) an IHA
    placeholder: before anything else => TBC
    person-named: a nurse for care leavers, who => Jane Invented, Lead Nurse, who
panel
    told-as-to-come: will publish its yearly report in November 2021 => will publish its yearly report in November 2020
    annex-not-there annex-never-named: its report is at Appendix 1 => its report is at Appendix 2
    numbers-in-order: 7. People whose => 8. People whose
    abbreviation-initials: Safeguarding Adults Board (SAB) => Safeguarding Board (SAB)
letter
    wrong-weekday: from Tuesday 17 May to => from Monday 17 May 2022 to
    trailing-off: and the two lists do not agree. => and the two lists do not agree and the.
    abbreviation-initials: Youth Justice Service (YJS) => Youth Service (YJS)
information
    citation-missing: As table 1 shows => As table 3 shows
    citation-missing: Figure 1 shows => Figure 2 shows
    other-council: Schools asked for nurses who stay. => Oldcastle Council is proud of its nurses.
capitals
    percent-of-count: 12 (25%) required => 12 (35%) required
    parts-of-whole: five (10%) are being => six (13%) are being
    table-total table-percent: Good\t20\t22\t42\t50% => Good\t20\t22\t43\t50%
    table-total: Total\t42\t42\t84\t100% => Total\t42\t44\t84\t100%
    table-percent shares-over-whole: 10\t22\t26% => 10\t22\t29%
    percent-of-count: Over 90% of audits (78 of 84) => Over 95% of audits (78 of 84)
    parts-of-whole: • 314 were in date => • 315 were in date
    parts-of-whole: 14 have since been renewed => 15 have since been renewed
    change-denied: a fall from 201 at => a rise from 201 at
    bands-listed: 5–9\t\t40 => 4–9\t\t40
    rank-denied number-unlike-before: 10–13 (46), followed => 10–13 (36), followed
    change-denied: a fall of five. Two => a fall of six. Two
    claim-unlike-number: Two thirds (24) were => All (24 of 36) were
    percent-of-count: 12.5% in the year to 30 September 2015 (15 of 120 => 12.8% in the year to 30 September 2015 (15 of 120
    wrong-weekday: TUESDAY 8TH DECEMBER 2015 => MONDAY 8TH DECEMBER 2015
    citation-missing: paragraphs 3 to 19 => paragraphs 3 to 29
    told-as-to-come: will take place in March 2016 => will take place in March 2015
    numbers-in-order: 17. The Corporate => 18. The Corporate
parenting
    table-total change-column: | Residential | 41 | => | Residential | 43 |
    change-denied: by 23% (from 96 to 118) => by 32% (from 96 to 118)
    claim-unlike-number: (275 of 412) => (225 of 412)
    percent-of-count: 34 (56%) were in => 34 (46%) were in
    list-length: approve three priorities => approve four priorities
    direction-denied: an overspend of £0.7m => an overspend of £0.9m
    recommendations-in-order: (b) approve => (c) approve
    numbers-in-order: 4.3 The number => 4.4 The number
    citation-missing: beyond section 3 => beyond section 9
quarter
    percent-of-count: 604 (25%) became => 604 (35%) became
    table-total change-column: 160     142 => 160     152
    change-denied: fell from 22.0% => rose from 22.0%
    percent-of-count: 513 of them (90%) => 513 of them (80%)
    parts-of-whole: 130 for neglect => 140 for neglect
    change-denied: a decrease of 13 (5%) => a decrease of 23 (5%)
    wrong-weekday: Thursday 15 March => Friday 15 March
peers
    list-length: looked at five themes => looked at six themes
    percent-of-count: 18 of the 24 (75%) => 18 of the 24 (85%)
    wrong-weekday: Monday 20 May to => Tuesday 20 May 2019 to
    abbreviation-initials: Multi-Agency Safeguarding Hub (MASH) => Multi-Agency Hub (MASH)
ratings
    table-percent shares-over-whole: On track | 15 | 44% => On track | 15 | 54%
    table-total table-percent: At risk | 5 | => At risk | 6 |
    percent-of-count: 27 of the 34 actions (79%) => 27 of the 34 actions (97%)
    parts-of-whole: £450,000 from => £550,000 from
    change-denied percent-of-count: down from 24% (36 => down from 14% (36
resolved
    percent-of-count: 44 of them (77%) => 44 of them (87%)
    change-denied: had fallen from 120 to 104 => had risen from 120 to 104
    wrong-weekday: Tuesday 10 March 2020 => Wednesday 10 March 2020
    numbers-in-order: 46. Bi-annual => 47. Bi-annual
recruitment
    percent-of-count: 112 of our 640 staff (17.5%) => 112 of our 640 staff (15.5%)
    parts-of-whole: 20 (3.1%) are => 22 (3.4%) are
    percent-of-count: 79 are in date (93%) => 79 are in date (83%)
    percent-of-count: 34 of 36 trained (94%) => 34 of 36 trained (84%)
    percent-of-count: Forty-six (92%) held => Forty-six (82%) held
    told-as-to-come: to be finished by 31 January 2020 => to be finished by 31 January 2019
health
    percent-of-count: 60 (62.5%) were on time => 60 (65.2%) were on time
    percent-of-count: 240 of 280 children (86%) => 240 of 280 children (68%)
    citation-missing: in paragraph 4.2 => in paragraph 4.5
    numbers-in-order citation-missing: 4.2 The two that => 4.3 The two that
    told-as-to-come: by September 2016: => by September 2015:
select
    parts-of-whole: o 98 are mainstream => o 89 are mainstream
    parts-of-whole: made 61 recommendations => made 62 recommendations
    annex-not-there annex-never-named: The plan at Appendix A aims => The plan at Appendix C aims
flattened
    percent-of-count: 35 (25%) came => 35 (24%) came
    length-denied told-after-paper: 14 November 2016 – 8 December 2016 => 14 November 2016 – 8 December 2017
    letters-in-order: d) Areas of strength => c) Areas of strength
frontdoor
    table-total table-percent: | Good | 54 | 45% | => | Good | 45 | 45% |
    annex-not-there annex-never-named: The plan is at Appendix B => The plan is at Appendix D
    numbers-in-order: - 7. Audits => - 8. Audits
session
    percent-of-count: 1,248 (40%) ended => 1,248 (45%) ended
    parts-of-whole: 624 (20%) became => 642 (21%) became
    change-denied: a rise of 5%) => a fall of 5%)
    table-total table-percent: Looked after             16 => Looked after             18
    change-denied: by 9 percentage points => by 19 percentage points
    claim-unlike-number: one in six of these (eight of 48) => one in six of these (18 of 48)
    percent-of-count: (198, or 97.1%) => (198, or 91.7%)
    parts-of-whole: 118 boys and => 128 boys and
    numbers-in-order: 13 Placement stability => 14 Placement stability
    citation-missing: paragraph 15; and => paragraph 25; and
sufficiency
    table-total table-percent: | Agency fostering | 112 | => | Agency fostering | 121 |
    percent-of-count: (62 of 506, 12.3%) => (62 of 506, 13.2%)
    parts-of-whole: £7.5m for children => £9.5m for children
    abbreviation-initials: an Equality Impact Assessment (EIA) => an Equality Assessment (EIA)
conferences
    change-denied: an increase of 32 (5.5%) => an increase of 42 (5.5%)
    parts-of-whole: 230 were initial => 240 were initial
    percent-of-count: 598 conferences (97.7%) => 598 conferences (79.7%)
    table-total: Physical abuse 28 31 => Physical abuse 28 35
    claim-unlike-number: half (50%) of plans => most (50%) of plans
    percent-of-count: 169 of them (90%) => 169 of them (80%)
actions
    end-before-start: from 29 October to 9 November 2018 => from 29 November to 9 November 2018
    percent-of-count: 55 of 88 children (62.5%) => 55 of 88 children (65.2%)
    parts-of-whole: three are amber => four are amber
    parts-of-whole: £80,000 in 2020/21 => £90,000 in 2020/21
followup
    parts-of-whole: 3 of high priority => 5 of high priority
    wrong-weekday: Tuesday, 24 September => Monday, 24 September
diagnostic
    list-length: under the five headings => under the six headings
    change-denied: four more than the year before (18) => six more than the year before (18)
leavers
    percent-of-count: our 171 care leavers aged 19 to 21 (95.9%) => our 171 care leavers aged 19 to 21 (99.5%)
    table-total: Employment: 33 => Employment: 43
    percent-of-count: 97 of 171 (57%) => 97 of 171 (75%)
waiting
    change-denied: up 8% on the 1,343 => up 18% on the 1,343
    percent-of-count: (b) 290 (25%) => (b) 290 (35%)
    table-total: Central|520|412 => Central|520|421
    wrong-weekday: Monday 5 June 2017 => Tuesday 5 June 2017
edge
    percent-of-count: Ninety-five of the children (85%) => Ninety-five of the children (58%)
    parts-of-whole: goals met: 27 => goals met: 29
    citation-missing: in section 3, in => in section 8, in
    told-as-to-come: will start on 1 October 2018 => will start on 1 October 2017
motion
    percent-of-count: 398 have been trained (96.6%) => 398 have been trained (69.6%)
    percent-of-count: Ten of the 12 secondary schools (83%) => Ten of the 12 secondary schools (73%)
    parts-of-whole: £14,250 in all => £15,250 in all
    numbers-in-order: 2.1 The Council => 2.2 The Council
converted
    percent-of-count: Of these 98 answered (70%) => Of these 98 answered (80%)
    percent-of-count: 74 (76%) said => 74 (67%) said
    percent-of-count: Over 85% were shared with the worker (58 of 67) => Over 95% were shared with the worker (58 of 67)
    table-total table-percent: | Good | 31 | 46% | => | Good | 32 | 46% |
    parts-of-whole: - 15 had sent => - 16 had sent
    change-denied: an increase of six => a decrease of six
    numbers-in-order citation-missing paragraphs-uncovered: 9. The next audit => 10. The next audit
workforce
    parts-of-whole: 23 FTE (10.8%) => 32 FTE (15.1%)
    percent-of-count: (31 of 190) => (27 of 190)
    table-total: Agency work                       7 => Agency work                       9
adoption
    table-total: 1 – 2 years           14 => 1 – 2 years           16
    bands-listed: 3 – 4 years => 2 – 4 years
    percent-of-count: 92% (33 of 36) => 82% (33 of 36)
    parts-of-whole: £391,000 allowances => £491,000 allowances
aims
    percent-of-count: 289 (91%) had => 289 (81%) had
    parts-of-whole: (£40,000 in => (£60,000 in
    percent-of-count: 74 of 402 referrals (18%) => 74 of 402 referrals (28%)
trust
    percent-of-count: improved (79%) => improved (97%)
    change-denied: had fallen from 61 to 48 => had fallen from 48 to 61
    wrong-weekday: Wednesday, 13 May 2015 => Thursday, 13 May 2015
    list-length: three changes: => four changes:
indicators
    percent-of-count: 324 of 400 initial => 342 of 400 initial
    change-denied: 12% more than => 21% more than
homes
    length-denied: from 4 September to 29 October => from 4 September to 9 October
    percent-of-count: * 158 (64%) => * 158 (46%)
    parts-of-whole: £0.66m for the second => £0.96m for the second
    annex-not-there annex-never-named: in exempt Annex 3 => in exempt Annex 4
    numbers-in-order: 8.1 Purchase => 8.2 Purchase
disabled
    percent-of-count: ten of 16 files (62.5%) => ten of 16 files (65.2%)
    claim-unlike-number: half of all orders (31 of 62) => half of all orders (41 of 62)
"""


def _planted():
    paper = ""
    for line in _FAULTS.strip("\n").splitlines():
        if not line.startswith(" "):
            paper = line
            continue
        keys, _colon, words = line.strip().partition(": ")
        rule, *beside = keys.split()
        old, new = words.replace(r"\n", "\n").replace(r"\t", "\t").split(" =>")
        yield Plant(paper, old, new.removeprefix(" "), rule, tuple(beside))


PLANTS = tuple(_planted())
