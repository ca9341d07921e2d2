"""Each reading of a passage: a wording that is denied, and the same put right."""

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

PAIRS = """\
Numbers have {risen sharply|hardly changed}. We counted 1,203 in June, 1,205 in September,
    1,202 in December and 1,204 in March.
Numbers have {stayed level|risen sharply}. We counted 803 in June, 1,005 in September, 1,202
    in December and 1,404 in March.
For the third year running, fewer children were excluded. There were 64 in 2020/21, then 57,
    49 and, in 2023/24, {55|45}.
Orders fell from 34 in 2020/21 to 29 in 2021/22 and 22 in 2022/23. There were {17|27} in
    2023/24. This is the first increase.
Families wait five weeks at Homestead and eight at Kinfolk. The longest wait is at Bright
    Steps, where it is {seven|eleven} weeks.
The standard is that 90% of conferences be held on time. It was met in each of the four
    quarters of 2022/23: 92%, 91%, {84%|94%} and 90%.
Youth centres {missed|beat} their attendance target. The plan was for 12,500 visits over the
    year and the registers show 14,320.
We know of 212 young carers. {Fewer than half|The majority} are of primary age: 137 are in
    Year 6 or below.
Inspectors made seven recommendations, and {most|none} of them are still open. Five were
    signed off in March and the remaining two in June.
Staff supported 38 families in the year to March 2021. In the year just ended they supported
    76, {three times|twice} as many, without any more workers.
They spent 388 days on average in care. The year before it had been 421. The wait is
    therefore 33 days {longer|shorter}.
At the end of March 2023 the borough looked after 414 children, or {82|72} for every 10,000
    residents under 18. According to the latest estimates, 57,500 people under 18 live here.
{All|Six} of the borough’s nine schools were full on offer day. At the remaining three there
    were 118 vacancies.
{All|Most} of the 96 were found to be in good order. Seven were not, for want of seat belts.
Of the 437 on that date 196 attended a club, 143 had a payment, 57 had a worker and {51|41}
    stayed overnight.
We helped 2,317 pupils. They qualify on four grounds: 1,102 live too far away, 841 have a
    special need, {269|296} come from families on low incomes, and 78 have no safe route.
Each case takes an officer five hours, so the {46|64} reviews in 2023/24 used up 320 hours.
Clerking is bought in at £140 per appeal. The charge for the {178|187} appeals lodged by the
    end of May is £26,180.
The Board will meet {four|three} times. Its meetings are fixed for 13 June, 19 September and
    6 March.
The evenings took place in the Guildhall on 14 and 28 September 2022. The {three|two}
    evenings were attended by 640 people.
The team left us with {six|seven} recommendations. Numbers 1 to 4 have gone to the Director,
    and number 7 to the heads.
Inspectors were on site from 14 to 18 November 2022. Their report was published on {17
    October 2022|17 January 2023}.
From 1 April to 31 December 2019 every bed was available on all {257|275} nights.
The term opened with 542 plans. Workers set up {168|188} and wound up 171, so the term closed
    with 559.
We began June with 184 boarders. Over the summer 22 turned up and {12|15} went elsewhere, so
    that at its close we had 191.
On 1 May we had 214 hosts. We welcomed 23 and said goodbye to {11|16}, which means we went
    into June with 221.
Sixty-two children went missing. Thirty-three live at home, 21 are in care, and the
    {eighteen|eight} others were placed here by another council.
The homes can offer 236 places. Children were living in 171 of these. Thirty-eight were vacant,
    and {37|27} were on hold.
Sixty-two children went missing. Between them they account for 141 episodes. On average, then, a
    child was missing {3.2|2.3} times.
During the year 312 people enquired and 98 had a visit. In the end 24 households were approved,
    or one for every {19|13} enquiries.
On the last day of term 203 children were on our roll. A plan was in place for 197 children
    ({91%|97%}).
Of 112 care leavers 68 were in employment. At 61% we are {behind|ahead of} the average for
    England, which was 50%.
Fieldwork ran to 29 February 2016, a draft was sent on 11 March 2016 and the final report was
    issued on {4 March|1 April} 2016.
There were 47 substantiated allegations in the year. The employer was asked about each of the
    {74|47} substantiated allegations.
There are 63 applications on file. Fees for them came to £3,024, an average of {£54|£48} for
    each application.
We look after 191 children. The bill was £4,775, so each child’s folder cost us {£28|£25}.
A certificate took 14 days on average, as against 19 days in the quarter before. Turnaround
    was therefore {slower|faster}.
The first stage took 68 days on average. In the same six months of last year it took 61. On
    this measure we have become {quicker|slower}.
We heard 22 cases, whereas in autumn 2023 there were 27. The number has gone {up|down} from
    one autumn to the other.
"""
# Right passages that were once warned of.
LEFT_ALONE = """\
Thirty children were waiting when the year opened, and orders were made for 38 others. In that
    time 36 moved in and the plan for four was changed, so that on 31 March 28 were still waiting.
As compared with £210,000 in 2022/23 the contributions of £218,000 are up by 3.8%.
Reviews took an average of 19 working days in 2022/23 and 14 in 2023/24; they are thus being
    done more quickly than before.
There were 21 exclusions, of 13 pupils; the year before it was 28, of 17 pupils.
The target is 98% and has not been met. It stands at 92.5%. Officers think that the target can
    be reached once there are more sessions.
They made three visits in 2017: on 14 and 15 February, on 6 and 7 June and on 24 and 25 May.
Snow cost us three days, 28 February, 1 March and 2 March 2018, and 47 places were moved.
Of 172 pupils, 101 attended for 95 per cent of sessions or more, 43 for at least 90 but less
    than 95 per cent, and 28 for less than 90 per cent.
Schools came second with 1,440, ahead of health services (1,090) and families (810).
Assessments are due within 20 working days. Three of the seven that were late were between 1
    and 5 days over the limit and four between 11 and 20 days over.
Attendance was 94.8 per cent, half a point higher than the 94.3 per cent of the year before.
Next are 104 files between October and March, 13 for each of eight auditors.
"""
RIGHT = (
    "The board held three meetings. The conference was held on 3 May 2022 at the Guildhall.",
    "The number was stable everywhere: 12 in the north, 40 in the south and 25 in the east.",
    "The board met six times in the year. It met on 3 May 2022 and 5 June 2022 about the budget.",
    "Inspectors were on site on 4 May 2023. Their report published on 3 March 2021 had named this.",
    "* May: 17 visits\n* June: 22 visits\n* July: 24 visits\n\nOn average 23 children came.",
    "All of our homes were inspected in the year. The other services were inspected in March.",
    "All of our nine schools were full. The remaining two projects will be finished in May.",
    "All of the members were invited to the visit; Councillor Brough did not attend.",
    "All of us were asked to visit the unit; Councillors Brough and Eccles could not attend.",
)
LIST = "* very satisfied: 54%\n* fairly satisfied: {}%\n* dissatisfied: 12%\n* don’t know: 6%"
MEANS = "* January: 17 carers\n* February: 22 carers\n* March: 24 carers\n\nOn average {} came."
# Rules of sentences that find what a passage has, so that its reading rests.
OTHERS = {
    *("percent-of-count", "number-unlike-before"),
    "parts-of-whole",
    "claim-unlike-number",
    "direction-denied",
    "share-in-words",
}
OTHERS |= {"consequence-denied", "mean-denied"}


# Lists → a wrong and a right number of those of their items that are so.
GAPS = "Gaps:\n\n* Dale: none\n* Orby: two\n* Pell: none\n* Tarn: one"
MET = "* Hill: 6 approved, target 5\n* Moor: 5 approved, target 4\n* Park: 3 approved, target 6"
STATES = (
    (f"{GAPS}\n\nAt {{}} of the four depots no record was missing.", ("three", "two")),
    (f"{{}} teams reached theirs by May.\n\n{MET}", ("All three", "Two of the three")),
    (f"{{}} of the three teams missed theirs.\n\n{MET}", ("Two", "One")),
)


ROWS = """\
Table: Referrals by sector
| Sector | 2018 | 2019 |
| Schools | 61 | 74 |
| Nurseries | 35 | 31 |
| Carers | 27 | 29 |"""
OF_ROWS = """\
Referrals from schools went up by {31%|21%}.
Nurseries account for {61|31} of the forms."""


def wordings(pair):
    """The wrong and the right wording of a pair."""
    head, _, rest = pair.partition("{")
    choice, _, tail = rest.partition("}")
    return [f"{head}{words}{tail}" for words in choice.split("|")]


def denied(text):
    """What the readings of passages find in a text; none of them fails."""
    return [row.fault.says for row in found(text) if row.rule.key == "passage-denied"]


@pytest.mark.parametrize("pair", PAIRS.replace("\n    ", " ").splitlines())
def test_each_reading_denies_the_wrong_wording_and_leaves_the_right_one(pair):
    wrong, right = wordings(pair)
    # Where a rule of its sentence finds the fault, that of its passage follows.
    assert denied(wrong) or {row.rule.key for row in found(wrong)} & OTHERS
    assert denied(right) == []


@pytest.mark.parametrize("pair", OF_ROWS.splitlines())
def test_a_row_has_its_share_its_place_and_its_value(pair):
    wrong, right = (f"{ROWS}\n\n{text}" for text in wordings(pair))
    assert denied(wrong) or {row.rule.key for row in found(wrong)} & OTHERS
    assert denied(right) == []


@pytest.mark.parametrize("text", [LIST, MEANS])
def test_the_values_of_a_list_come_to_their_share_or_mean(text):
    wrong, right = (38, 28) if text is LIST else (23, 21)
    assert len(denied(f"They answered:\n\n{text.format(wrong)}")) == 1
    assert denied(f"They answered:\n\n{text.format(right)}") == []


@pytest.mark.parametrize("text", RIGHT)
def test_others_than_those_of_whom_all_is_claimed_are_no_denial(text):
    assert denied(text) == []


@pytest.mark.parametrize("text", LEFT_ALONE.replace("\n    ", " ").splitlines())
def test_a_right_passage_is_left_alone_by_every_rule_of_numbers(text):
    rows = found(text, rules=RULES)
    assert [row.fault.says for row in rows if str(row.severity) != "advice"] == []


@pytest.mark.parametrize(("text", "words"), STATES)
def test_things_of_a_list_are_counted_by_their_state(text, words):
    wrong, right = (text.format(word) for word in words)
    assert len(denied(wrong)) == 1
    assert denied(right) == []
