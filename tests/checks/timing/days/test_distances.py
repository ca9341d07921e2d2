"""Weekdays of days, and how far two days lie apart, right and with a slip."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.timing.days.passages import right_of, wrong_of

# The weekday of a day, apart from it or beside one whose year stands elsewhere.
WEEKDAYS = (
    "The audit of case files ran from 6 to 8 October 2015, a «Tuesday|Monday» to a Thursday.",
    "Inspectors were with us on 15 and 16 September 2015 (a Tuesday and a «Wednesday|Thursday»).",
    "The panel met on 9 November 2015 (a «Monday|Wednesday»).",
    "The panel sat on 4 December 2015, a «Friday|Saturday», and heard two appeals.",
    "DBS checks were sampled on 21 October 2015 (a «Wednesday|Thursday») at three schools.",
    "The complaint was logged on 13 August 2015, a «Thursday|Tuesday».",
    "The referral came in on 25 July 2015, a «Saturday|Sunday», and went to the night team.",
    "The budget was set on 24 February 2015 (a «Tuesday|Monday») by the full council.",
    "The day of the survey was 30 November 2015, a «Monday|Sunday».",
    "Files were read from «Monday|Tuesday» 12 to Friday 16 October 2015.",
    "Files were drawn from «Tuesday|Friday» 3 until Thursday 5 November 2015.",
    "The stall was open from «Wednesday|Tuesday» 9 to Friday 11 September 2015.",
    "Carers were seen between «Monday|Thursday» 7 and Wednesday 9 December 2015.",
    "The complaint came on Friday 4 September 2015 and was answered on «Tuesday|Wednesday» 15 September.",
    "The audit opened on Monday 2 November 2015 and closed on «Thursday|Wednesday» 19 November.",
    "The plan was lodged on Wednesday 8 July 2015 and agreed on «Monday|Sunday» 20 July.",
    "The placement began on Thursday 17 September 2015 and was seen on «Friday|Thursday» 25 September.",
    "The sample was drawn on Tuesday 6 October 2015; the grades were agreed on «Friday|Monday» 23 October.",
    "* letter sent: 12 October 2015 (a «Monday|Tuesday»)\n* reply due from schools: 2 November 2015",
    "* first visit: 16 and 17 November 2015 (a Monday and a «Tuesday|Wednesday»)\n* second visit: 10 December 2015",
    "Table: Visits\n| Home | Day |\n| Elm House | 19 August 2015 (a «Wednesday|Friday») |\n| Oak House | 26 August 2015 |",
    "Table: Checks\n| School | Checked |\n| Hill | 8 October 2015, a «Thursday|Sunday» |\n| Vale | 14 October 2015 |",
    "Training was held on 7, 8 and 9 December 2015; the last, 9 December 2015, a «Wednesday|Monday», was full.",
    "The return was sent on 31 July 2015, a «Friday|Thursday».",
    "The ledger was closed on 30 September 2015 (a «Wednesday|Tuesday») and signed off a week later.",
    "The home reopened on 1 December 2015, a «Tuesday|Wednesday».",
    "The forum of 27 and 28 October 2015 (a «Tuesday|Monday» and a Wednesday) drew 62 young people.",
    "The spot check lasted from 24 to 26 November 2015, a Tuesday to a «Thursday|Friday».",
    "The moderation of 10 to 12 November 2015, a «Tuesday|Wednesday» to a Thursday, changed six grades.",
    "Grants were paid on 18 December 2015 (a «Friday|Thursday»).",
    "The wards were visited on 22 and 23 September 2015, a «Tuesday|Wednesday» and a Wednesday.",
    "The last referral before the paper was made on 8 January 2016 (a «Friday|Tuesday»).",
    "The new year opened with a panel on 5 January 2016, a «Tuesday|Monday».",
    "The audit was fixed for 29 February 2016 (a «Monday|Sunday»).",
    "The appeal was received on Thursday 1 October 2015 and heard on «Monday|Tuesday» 26 October.",
)
# The time between two days, in days, weeks and working days.
APART = (
    "The return was sent on 27 July 2015, «two|five» days ahead of its deadline of 29 July 2015.",
    "The plan was filed on 5 October 2015, «four|eleven» days before the deadline of 9 October 2015.",
    "The file was closed on 30 September 2015, «sixteen|thirty-one» days after the review of 14 September 2015.",
    "The audit was finished on 20 November 2015, «ten|twenty» days earlier than the agreed date of 30 November 2015.",
    "The complaint was settled on 12 August 2015, «a week|three weeks» after the meeting of 5 August 2015.",
    "The budget was returned on 16 October 2015, «two weeks|five weeks» before the limit of 30 October 2015.",
    "The return went in on 8 September 2015, «three|seven» days inside the deadline (11 September 2015).",
    "The last check was made on 21 October 2015, «nine|two» days short of the date agreed, 30 October 2015.",
    "The letter went out on 23 November 2015, «14|40» days after the visit of 9 November 2015.",
    "The rota was published on 3 July 2015, «28|10» days in advance of the start on 31 July 2015.",
    "The panel met on 4 September 2015; «three weeks|seven weeks» later, on 25 September 2015, it met again.",
    "The referral came on 6 July 2015 and, «ten|twenty-four» days later, on 16 July 2015, a plan was made.",
    "The home was seen on 17 August 2015 and «four weeks|nine weeks» later, on 14 September 2015, seen again.",
    "The grant was claimed on 1 October 2015 and «five|fifteen» days afterwards, on 6 October 2015, was paid.",
    "The placement began on 2 November 2015 and «eleven|three» days later, on 13 November 2015, was reviewed.",
    "The sample was drawn on 2 November 2015 and, «one week|four weeks» later, on 9 November 2015, was read.",
    "The complaint came on 7 September 2015 and was answered on 21 September, within «ten|six» working days.",
    "A request for files reached us on 5 October 2015 and was met on 16 October, within «fifteen|five» working days.",
    "The DBS form was lodged on 12 October 2015 and returned on 30 October, within «20|10» working days.",
    "The appeal was lodged on 2 November 2015 and heard on 27 November, in «twenty|twelve» working days.",
    "The referral was logged on 13 July 2015 and assessed on 24 July, within «ten|four» working days of its coming.",
    "The letter came on 7 September 2015 and was answered on 21 September 2015, the «tenth|fourteenth» working day after receipt.",
    "The plan was asked for on 2 November 2015 and sent on 9 November 2015, the «fifth|ninth» working day after that.",
    "The file reached us on 12 October 2015 and left on 30 October 2015, the «14th|19th» working day after receipt.",
    "The query was raised on 6 July 2015 and settled on 17 July 2015, the «ninth|sixth» working day after it.",
    "The audit ran from 5 October to 16 October 2015, «twelve|fourteen» days inclusive.",
    "The stand was kept from 7 September to 18 September 2015 («12|21» days, both included).",
    "The line was open from 3 August until 31 August 2015, «29|31» days counting both.",
    "The vote was held from 16 November to 20 November 2015, «five|six» days inclusive.",
    "* sample drawn: 2 November 2015\n* return sent: 9 November 2015, «two|eight» days inside the deadline (11 November)",
    "* letter sent: 5 October 2015\n* reply sent: 19 October 2015, the «tenth|fifteenth» working day after receipt",
    "* complaint received on 7 September 2015\n* complaint answered on 21 September 2015, the «tenth|eighteenth» working day after it",
    "Table: Returns\n| Return | What was done |\n| Staff | sent on 6 July 2015, «four|fourteen» days before the deadline of 10 July 2015 |\n| Pay | not sent |",
    "The minutes were approved on 30 October 2015, «eight|eighteen» days after the meeting of 22 October 2015.",
    "The child was moved on 19 August 2015, «six|sixteen» days later than the day planned, 13 August 2015.",
    "The contract was let on 24 July 2015, «a week|six weeks» ahead of the day the old contract ended, 31 July 2015.",
    "The plan was agreed on 14 December 2015 and, «three weeks|six weeks» later, on 4 January 2016, was signed.",
    "The complaint came on 14 December 2015 and was answered on 23 December, within «ten|four» working days.",
    "The stay lasted from 21 December to 31 December 2015, «eleven|twelve» days inclusive.",
    "The bid went in on 28 August 2015, «three|thirteen» days ahead of its deadline of 31 August 2015.",
    "The order was made on 1 September 2015 and «thirty|sixty» days later, on 1 October 2015, was reviewed.",
    "The letter came on 23 April and was answered on 24 July 2015, «three|five» months afterwards.",
    "Their letter was published on 23 April, and ours was sent on 24 July 2015, «three|six» months later.",
    "A complaint that came on 4 May was answered on 6 September 2015, «about four|about six» months later.",
    "The visit was made on 8 July 2015, «a day|a week» after the call of 7 July 2015.",
)
# The same over two sentences, or told of what began and ended.
OVER_SENTENCES = (
    "The work began on 3 February 2015. It ended on 24 March 2015, «seven|eleven» weeks later.",
    "The work began on 3 February 2015. It ended on 24 March, «seven|eleven» weeks later.",
    "The pilot opened on 7 September 2015. «Six|Nine» weeks later, on 19 October 2015, it was over.",
    "The survey started on 1 June 2015 and finished on 29 June 2015. It thus took «four|six» weeks.",
    "The course ran from 5 May to 2 June 2015, and so lasted «four|seven» weeks.",
)
# Two days that nothing says this of.
OF_OTHERS = (
    "The work began on 3 February 2015. The panel met on 24 March 2015 and again on 14 April 2015, three weeks later.",
    "Visits were made on 3 February and 5 May 2015. The report came on 12 May 2015, two weeks later than planned.",
    "The work began on 3 February 2015 and ended on 24 March 2015. Each visit took two days.",
    "It began on 3 February 2015 and ended on 24 March 2015. From 1 to 21 April it took three weeks to write up.",
)


@pytest.mark.parametrize("passage", WEEKDAYS, ids=lambda text: text[:40])
def test_a_weekday_is_that_of_its_day(passage):
    assert right_of(passage) == set()
    assert "weekday-apart" in wrong_of(passage)


@pytest.mark.parametrize("passage", (*APART, *OVER_SENTENCES), ids=lambda text: text[:40])
def test_days_lie_as_far_apart_as_is_claimed(passage):
    assert right_of(passage) == set()
    assert "days-apart" in wrong_of(passage)


def test_days_of_something_else_are_left():
    assert [text for text in OF_OTHERS if right_of(text)] == []
