"""One thing spoken of twice, what the last paper counted, what is to come, and ages by the dates."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import re
from dataclasses import replace

import pytest

from reports.checks.context import EarlierFigure
from reports.verdicts.registry import RULES
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.constraints.test_constraints import OF_NUMBERS

RULES_HERE = (*OF_NUMBERS, *(rule for rule in RULES if rule.family == "timing"))
_EDIT = re.compile(r"«([^«»|]*)\|([^«»|]*)»")
EARLIER = (
    (212, "children with a child protection plan"),
    (46, "approved foster households"),
)
TWICE = """
Thirty-seven foster carers have so far finished the new course. // It was held online. // A survey of the «37|73» foster carers who have finished the course is under way.
We opened 64 complaints files in 2015. // Most came by post. // All but two of the «64|46» complaints files opened in 2015 are closed.
In the year 212 strategy discussions were held. // Notes are kept. // That «212|221» strategy discussions were held in the year shows how busy the service was.
Nineteen pupils were excluded during the spring term. // The head was asked why. // When «19|29» pupils were excluded during the spring term, governors were concerned.
The panel approved 31 matches. // It meets monthly. // Of the «31|41» matches approved by the panel, most were of babies.
Training on trafficking was attended by 88 police officers. // It lasted a day. // The «88|78» police officers who attended training on trafficking were asked for their views.
We lost 14 social workers to neighbouring councils in 2015. // Pay was the reason. // Exit interviews were offered to the «14|24» social workers lost to neighbouring councils in 2015.
There are 46 approved childminders in the district. // They are busy. // Each of the «46|64» approved childminders in the district was visited.
In May 27 volunteers joined the mentoring scheme. // The scheme is old. // The «27|37» volunteers who joined the mentoring scheme in May have been checked.
The audit covered 80 supervision records. // They were drawn at random. // In nearly half of the «80|60» supervision records covered by the audit, no plan was found.
Visits were made to 35 supported lodgings. // The lodgings are new. // The «35|53» supported lodgings to which visits were made are all in the county.
The service took 1,306 calls to its duty line in 2015. // The line is free. // These «1,306|1,603» calls to the duty line came mainly from schools.
A letter went to 52 grandparents in June 2015. // It was short. // The «52|25» grandparents to whom a letter went have been thanked.
Fewer young people came to court than before, but 17 girls were held in police cells overnight. // This is not lawful. // It is of concern that «17|27» girls were held in police cells overnight.
"""
SINCE = """
The last report gave the number of «children|families» with a child protection plan as 212; it is now 230.
Children with a child protection plan numbered 230 on 31 December 2015, as against the «212|221» reported to the committee in July 2015.
On 31 December 2015, 230 children had a child protection plan. When this was last reported the number was «212|202».
Approved foster households have gone from «46|42» at the time of the previous report to 50.
The preceding report had «46|42» approved foster households; there are now 50.
There are 230 children with a child protection plan. Six months earlier, as we reported then, there were «212|222».
The number of approved foster households, which our last update put at «46|49», is now 50.
We told the committee in July 2015 that «212|200» children had a child protection plan. There are now 230.
The number of children «with a child protection plan|with any kind of plan» rose from the 212 of the last report to 230.
There are 50 «approved foster households|foster households, approved or otherwise»; the last report had 46 for the same count.
Last time the committee heard that «46|44» foster households were approved.
The «212|213» children with a child protection plan who were counted in the previous paper have become 230.
The rise to 230 children with a child protection plan, from «212|232» in the previous report, is small.
As was stated in our previous report, there were «46|40» approved foster households in June 2015; there are 50 now.
This time there are 50 approved foster households, and the last return had «46|47».
Six months ago the committee was told of «46|43» approved foster households; the number has since risen to 50.
At the previous meeting members heard that there were «212|220» children with a child protection plan.
There were «46|40» approved foster households when we last reported, and there are 50 today.
"""
TO_COME = """
It is proposed that the new panel be set up in «March 2016|March 2015».
We hope that the work can be finished by «31 May 2016|31 May 2015».
The open day falls on «5 March 2016|5 March 2015», when all carers will be welcome.
A seminar on «12 February 2016|12 February 2015», at which inspectors will speak, is open to members.
The intention is that every file be checked by «30 June 2016|30 June 2015».
Our aim is to have every plan reviewed by «30 June 2016|30 June 2015».
We propose to bring an update in «May 2016|May 2015».
The contract has yet to be let and should be awarded in «March 2016|March 2015».
The pilot is going to be run in «May 2016|May 2014».
An action plan is being drawn up, to be agreed by the board in «February 2016|February 2015».
Recruitment begins in «April 2016|April 2015» and will take six weeks.
The next audit takes place in «March 2016|March 2015».
The draft strategy goes out to consultation in «February 2016|February 2015».
It was agreed that a day for carers would be held on «7 May 2016|7 May 2015», to which all members will be asked.
It is hoped that the two teams, which now work apart, may share an office from «1 May 2016|1 May 2015».
The launch, which takes place on «3 March 2016|3 March 2015», is open to all.
We look forward to opening the home in «June 2016|June 2015».
Officers intend that the review be ended by «31 March 2016|31 March 2015».
Plans are in hand to move the team to the new building in «July 2016|July 2015».
"""
AGES = """
The boy, who was born on 4 May 2001, was «13|15» when he was placed on 2 March 2015.
Born in July 1999, she was «16|18» years old in December 2015.
A girl who was born on 12 March 2013 was «two|three» years of age on 1 October 2015.
Her brother was aged «seven|nine» on 1 September 2015, his date of birth being 3 May 2008.
A carer who was born in 1950 was «65|75» when she retired in May 2015.
The youngest, «11|12» when moved on 2 June 2015, was born on 30 August 2003.
"""
TABLES = (TWICE, SINCE, TO_COME, AGES)
IN_PEACE = (
    "On 31 December 2015, 318 children were registered under a category. They come to 358, when 40 children are registered under two categories.",
    "We opened 90 homes in 2015.\n\nThat 40 homes opened in May of that year is striking.",
    "Fewer families moved in 2015: 60 families moved to a town.\n\nIt is of note that 20 families moved to a flat.",
    "The council was told of a rise in need. The forthcoming plan on page 3 is for 2015.",
    "There were 46 approved foster households when we last reported, and there are 50 today.",
    "The figure of 212 children with a child protection plan, which appeared in the last report, has grown to 230.",
    "At the last meeting the panel agreed that 40 approved foster households should be seen.",
    "The panel asked for a plan and should have had it in March 2015.",
    "A baby born in May 2015 was one of 14 seen at the clinic in June 2015.",
    "The twins were born on 3 May 2014, and a plan was made for six months on 5 June 2014.",
    "Born in 1998, he was 17 in 2015. She was 16 in 2015.",
    "Children born in 2010 were at five schools in September 2015.",
    "Pupils born in 2004 were taught in two groups, 11 in May 2015 having moved.",
    "Orders were made for 33 young people in 2015.\n\nMost kept to them.\n\nThirty of the 52 young people diverted finished the course.",
    "In all 40 pupils were excluded in the autumn term.\n\nIn the spring term 52 pupils were excluded.",
    "There were 30 visits to homes in May 2015.\n\nThat 20 visits to homes were made in June 2015 is welcome.",
    "The number of children with a child protection plan was 230, which is more than the last report had.",
    "The last report gave the number of children with a plan as 212; it is now 230.",
    "The last report said that 40 of the 46 approved foster households had been reviewed.",
    "The committee asked that a report be brought to it in April 2015.",
    "It was proposed that the panel be set up in March 2015.",
    "We met on 5 March 2015, when it was agreed that a lead will be named.",
    "The plan was agreed on 5 March 2015, which will help us.",
    "The boy was born on 4 May 2001 and has had 15 homes since 3 June 2011.",
    "She was born in 1999 and moved in May 2015, when her sister was 12.",
    "The report of March 2015, which will be known to members, is on the website.",
    "At their last review 44 approved foster households had a plan.",
    "In the year 44 approved foster households were reported to the panel for advice.",
    "Since the last report 48 approved foster households have been seen.",
    "The last time 44 approved foster households were inspected was in 2012.",
    "We told the committee in July 2015 that 44 approved foster households needed repairs.",
    "The last report said that 44 approved foster households had been reviewed.",
    "There are now 48 approved foster households, two more than in the last report.",
    "As was agreed last time, 45 approved foster households will be asked for their views.",
    "The last report promised a visit to each child; 205 children with a child protection plan had one.",
    "The policy begins in March 2015 terms and should be rewritten.",
)


def _keys(text):
    told = tuple(
        replace(
            EarlierFigure(
                "", "", "", "", "2015-06-30", str(count), count, None, "Update", words=named
            ),
            where="para-1",
        )
        for count, named in EARLIER
    )
    rows = check(reading(text), replace(KNOWN, told=told), RULES_HERE)
    keys = {row.rule.key for row in rows if row.severity != "advice"}
    return keys - {"small-number"}


@pytest.mark.parametrize("text", [row for rows in TABLES for row in rows.strip().split("\n")])
def test_the_wrong_wording_is_found_and_the_right_one_is_not(text):
    text = text.replace(" // ", "\n\n")
    assert _keys(_EDIT.sub(r"\1", text)) == set()
    assert _keys(_EDIT.sub(r"\2", text))


@pytest.mark.parametrize("text", IN_PEACE)
def test_what_is_right_is_left_in_peace(text):
    assert _keys(text) == set()
