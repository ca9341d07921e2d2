"""Steps in their order, days still ahead and deadlines kept, right and with a slip."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.timing.days.passages import right_of, wrong_of

# The course of complaints, audits, plans and bids, with a step out of its order.
STEPS = (
    "The steps were:\n\n* complaint received on 7 September 2015\n* reply sent on 21 September 2015\n* second stage requested on «28|14» September 2015\n* case closed on 30 November 2015",
    "The audit went so:\n\n* opened on 5 October 2015\n* files drawn on «7|1» October 2015\n* files checked on 16 October 2015\n* report published on 6 November 2015",
    "The plan went through these hands:\n\n* draft on 6 July 2015\n* met on 20 July 2015\n* agreed on 3 «September|June» 2015\n* signed on 10 September 2015",
    "How the inspection went:\n\n* notified on 14 September 2015\n* visited on 22 September 2015\n* letter received on «6 October|6 September» 2015\n* final report on 13 November 2015",
    "The referral went so:\n\n* made on 3 August 2015\n* received on 4 August 2015\n* answered on «11 August|11 July» 2015\n* closed on 28 August 2015",
    "The bid took this course:\n\n* raised on 1 July 2015\n* submitted on 15 July 2015\n* approved on «7 August|7 July» 2015\n* begun on 1 September 2015",
    "The check of DBS forms ran so:\n\n* started on 9 November 2015\n* requested on 11 November 2015\n* returned on «27|2» November 2015\n* completed on 2 December 2015",
    "Table: The complaint\n| Step | Day |\n| Received | 7 September 2015 |\n| Answered | «21|1» September 2015 |\n| Raised again | 28 September 2015 |\n| Closed | 30 October 2015 |",
    "Table: The audit\n| Step | Day |\n| Opened | 5 October 2015 |\n| Checked | 16 October 2015 |\n| Report | «6 November|6 September» 2015 |\n| Closed | 20 November 2015 |",
    "Table: The placement\n| Stage | Day |\n| Referral made | 3 August 2015 |\n| Plan agreed | «17|1» August 2015 |\n| Placement begun | 24 August 2015 |\n| Visit made | 7 September 2015 |",
    "Table: The budget\n| Stage | Day |\n| Draft | 1 July 2015 |\n| Considered | 14 July 2015 |\n| Approved | «28 July|28 June» 2015 |\n| Published | 7 August 2015 |",
    "It was received on 7 September 2015, was answered on 21 September, was raised again on «28|14» September and was closed on 30 October.",
    "The plan was drafted on 6 July 2015, was discussed on 20 July, was agreed on «3 August|3 July» and was signed on 10 August.",
    "The form was lodged on 9 November 2015, was returned on «20|2» November and was filed on 27 November.",
    "The child was referred on 3 August 2015, was visited on «6|1» August, was assessed on 14 August and was placed on 24 August.",
    "The appeal was lodged on 2 November 2015, was heard on «13|30» November and was settled on 20 November.",
    "The budget was drafted on 1 July 2015, was costed on 14 July, was approved on «28 July|28 June» and was published on 7 August.",
    "The home was visited on 14 September 2015, was graded on «28|8» September and was closed on 30 October.",
    "The inquiry was opened on 6 July 2015, was widened on «20|2» July, was finished on 14 August and was published on 4 September.",
    "The tender was issued on 3 August 2015, was answered on 24 August, was scored on «7 September|7 August» and was signed on 18 September.",
    "The steps taken were:\n\n1. notice published on 1 September 2015\n2. replies received on 15 September 2015\n3. scheme agreed on «6 October|6 August» 2015\n4. scheme started on 2 November 2015",
    "The claim took this course:\n\n* lodged on 6 July 2015\n* checked on 10 July 2015\n* approved on «24|2» July 2015\n* closed on 31 July 2015",
    "Table: The tender\n| Step | Day |\n| Notice published | 1 September 2015 |\n| Bids received | 25 September 2015 |\n| Award made | «16 October|16 August» 2015 |\n| Contract signed | 30 October 2015 |",
    "The register was opened on 7 September 2015, was checked on 25 September, was mended on «9 October|9 August» and was closed on 23 October.",
)
# What lies ahead, though its day is gone; what is overdue before its day.
AHEAD = (
    "The new dates, all of them still ahead of us, are:\n\n* guide: 30 June 2016\n* form: 29 February «2016|2012»",
    "Agreed dates, all of which lie ahead:\n\n* high: 31 March 2016\n* medium: 30 June «2016|2015»",
    "These are still to be done:\n\n* the guide, by 31 May 2016\n* the rota, by 30 April «2016|2015»",
    "There remain to be written:\n\n* the protocol, by 31 March 2016\n* the handbook, by 31 July «2016|2015»",
    "The following are not yet due:\n\n* audit of files: 30 April 2016\n* audit of DBS checks: 31 October «2016|2015»",
    "Still to come are:\n\n* the budget paper (March 2016)\n* the staffing paper (April «2016|2015»)",
    "These are yet to come:\n\n* visits to homes, by 31 May 2016\n* visits to carers, by 31 May «2016|2014»",
    "Table: Actions\n| Action | Due | State |\n| Plan | 30 September «2015|2016» | Overdue |\n| Form | 30 June 2016 | Not yet due |",
    "Table: Actions\n| Action | Owner | By when | State |\n| Guide | Head of care | 31 October «2015|2016» | Overdue |\n| Rota | Duty manager | 31 May 2016 | On track |",
    "Table: Findings\n| Finding | Deadline | State |\n| Files late | 30 November «2015|2016» | Overdue |\n| Forms lost | 31 March 2016 | On track |",
    "Table: New dates\n| Action | New date |\n| Plan | 30 June «2016|2015» |\n| Form | 31 July 2016 |",
    "Table: What is left\n| Action | To be done by |\n| Training | 31 March «2016|2015» |\n| Handbook | 30 April 2016 |",
    "Table: What is left\n| Recommendation | To be met by |\n| Chronology | 30 June 2016 |\n| Threshold | 31 August «2016|2015» |",
    "The new form goes live by 31 May «2016|2015», once training is done.",
    "The new team starts work by 30 April «2016|2015» in the north.",
    "The duty rota takes effect by 31 March «2016|2015» in both homes.",
    "The complaints officer joins us by 29 February «2016|2012» at the latest.",
    "The contract for advocacy begins by 1 June «2016|2015».",
    "The pilot of audits in pairs closes by 31 July «2016|2015».",
    "The old database closes by the end of June «2016|2015».",
    "The children's home opens by 30 September «2016|2015» with four beds.",
    "The second officer returns to the team by 31 March «2016|2015».",
    "The training moves to the new centre by 30 April «2016|2015».",
    "We will finish the guide by 31 May «2016|2015» and the rota by 30 June 2016. None of these dates has yet been reached.",
    "The high actions fall due on 31 March «2016|2015», the others on 30 June 2016. None of these dates has yet been reached.",
    "The plans are for 31 March 2016 and 31 July «2016|2015». Both of these dates lie ahead.",
    "Two audits are planned, for 31 March 2016 and 30 September «2016|2015». Neither of these dates has passed.",
    "The schools were given until 29 April «2016|2015» and the homes until 31 May 2016. None of these deadlines has yet been reached.",
    "The new system goes live by 30 June «2016|2015» in all four teams.",
    "The advice line moves to the library by 31 March «2016|2015».",
    "The agreed dates, which lie ahead, are:\n\n* chronology: 31 May «2016|2015»\n* supervision: 30 September 2016",
    "These are still to follow:\n\n* a survey of carers, by 30 April 2016\n* a survey of schools, by 31 October «2016|2015»",
    "Table: Audits\n| Audit | Date | State |\n| Fostering | 31 August «2015|2016» | Overdue |\n| Adoption | 31 May 2016 | Planned |",
)
# Before and after a deadline, against the days above.
DEADLINES = (
    "Dates:\n\nTable: The return\n| Step | Day |\n| Data drawn | 6 July 2015 |\n| Return sent | 27 July 2015 |\n| Deadline of the return | 29 July 2015 |\n\nThe return went in «before|after» its deadline.",
    "Dates:\n\nTable: The budget\n| Step | Day |\n| Ledger closed | 30 September 2015 |\n| Forecast sent | 14 October 2015 |\n| Deadline of the forecast | 16 October 2015 |\n\nThe forecast was sent «inside|past» its deadline.",
    "Dates:\n\nTable: The plan\n| Step | Day |\n| Visit made | 3 August 2015 |\n| Plan sent | 1 September 2015 |\n| Deadline of the plan | 28 August 2015 |\n\nThe plan was sent «past|ahead of» its deadline.",
    "Dates:\n\nTable: The check\n| Step | Day |\n| Forms opened | 9 November 2015 |\n| Register checked | 20 November 2015 |\n| Deadline for the register | 27 November 2015 |\n\nThe register was checked «ahead of|later than» its deadline.",
    "Dates:\n\nTable: The survey\n| Step | Day |\n| Survey opened | 1 September 2015 |\n| Summary made | 23 October 2015 |\n| Deadline of the summary | 30 October 2015 |\n\nThe summary was ready «within|beyond» its deadline.",
    "The days were:\n\n* visit made on 7 September 2015\n* letter sent on 18 September 2015\n* deadline of the letter: 25 September 2015\n\nThe letter went out «before|after» its deadline.",
    "The days were:\n\n* complaint received on 7 September 2015\n* reply sent on 30 September 2015\n* deadline of the reply: 21 September 2015\n\nThe reply was sent «after|inside» the deadline.",
    "The days were:\n\n* referral made on 2 November 2015\n* assessment finished on 27 November 2015\n* deadline of the assessment: 4 December 2015\n\nThe assessment was finished «inside|beyond» the deadline.",
    "The days were:\n\n* bid drafted on 1 July 2015\n* bid submitted on 17 July 2015\n* deadline of the bid: 15 July 2015\n\nThe bid was submitted «later than|in advance of» its deadline.",
    "Dates:\n\nTable: The handbook\n| Step | Day |\n| Draft made | 3 August 2015 |\n| Handbook issued | 30 September 2015 |\n| Deadline of the handbook | 30 September 2015 |\n\nThe handbook was issued «within|after» its deadline.",
    "Dates:\n\nTable: The rota\n| Step | Day |\n| Staff asked | 1 September 2015 |\n| Rota published | 2 October 2015 |\n| Deadline of the rota | 1 October 2015 |\n\nThe rota was published «after|within» its deadline.",
    "The days were:\n\n* audit opened on 5 October 2015\n* grades published on 13 November 2015\n* deadline of the grades: 13 November 2015\n\nThe grades were out «inside|after» the deadline.",
    "Dates:\n\nTable: The register\n| Step | Day |\n| Schools asked | 7 September 2015 |\n| Register closed | 16 October 2015 |\n| Deadline of the register | 9 October 2015 |\n\nThe register was closed «after|in advance of» its deadline.",
    "Dates:\n\nTable: The appeal\n| Step | Day |\n| Appeal lodged | 2 November 2015 |\n| Bundle sent | 11 November 2015 |\n| Deadline of the bundle | 18 November 2015 |\n\nThe bundle was sent «in advance of|past» its deadline.",
    "Dates:\n\nTable: The transfer\n| Step | Day |\n| Visit made | 10 August 2015 |\n| Summary sent | 4 September 2015 |\n| Deadline of the summary | 1 September 2015 |\n\nThe summary went «beyond|within» its deadline.",
)


@pytest.mark.parametrize("passage", STEPS, ids=lambda text: text[:40])
def test_steps_stand_in_order(passage):
    assert right_of(passage) == set()
    assert "steps-in-order" in wrong_of(passage)


@pytest.mark.parametrize("passage", AHEAD, ids=lambda text: text[:40])
def test_what_lies_ahead_has_not_gone_by(passage):
    assert right_of(passage) == set()
    assert "day-gone-by" in wrong_of(passage)


@pytest.mark.parametrize("passage", DEADLINES, ids=lambda text: text[:40])
def test_a_deadline_is_kept_or_missed_by_its_days(passage):
    assert right_of(passage) == set()
    assert "deadline-denied" in wrong_of(passage)
