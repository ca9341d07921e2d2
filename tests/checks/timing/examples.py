"""Examples of the rules about dates."""

# Kept as one would type them: an example is one line.
# ruff: noqa: E501

from datetime import date

MEETING = {"meeting": date(2016, 1, 27)}
CARRIED = {"carried": ("b1",)}

IN_A_LINE = r"""
impossible-date
    para-1: The audit was made on 31 June 2015. => The audit was made on 30 June 2015.
    para-1: Visits began on 12 March 0215. => Visits began on 12 March 2015.
    para-1: It rests on returns of 29/02/2015. => It rests on returns of 28/02/2015, of code 1.15.10 and of 45 March visits.
    para-1: The programme of 2015–2013 is over. => The programme of 2013–2015 is over, as circular 2015-07 said it would be.
wrong-weekday
    para-1: The forum met on Wednesday 3 March 2015. => The forum met on Tuesday 3 March 2015.
    para-1: The forum met on 3 March 2015 (Friday). => The forum met on Tues 3 March 2015, and on 6 March 2015 (Friday). It was read from 9 to 13 March 2015, Monday to Friday.
end-before-start
    para-1: The survey ran from 12 October 2015 to 2 September 2015. => The survey ran from 12 December to 2 January 2016.
    para-1: Staff were asked between 1 May 2015 and 30 April 2015. => Staff were asked between 1 May 2014 and 30 April 2015.
range-without-separator
    para-1: The visit took place 5 October 2015 30 October 2015. => The visit took place 5 October 2015 to 30 October 2015.
length-denied
    para-1: Inspectors spent a four-week period (2 March 2014 – 27 March 2015) here. => Inspectors spent a four-week period (2 March 2015 – 27 March 2015) here.
    para-1: It ran for 12 months from 1 April 2013 to 31 March 2015. => It ran for 12 months from 1 April 2014 to 31 March 2015, and 2 weeks later we met.
    para-1: The pilot began in September 2014 and lasted 18 months, ending in December 2015. => The pilot began in September 2014 and lasted 16 months, ending in December 2015.
    para-1: It was inspected in 2011 and again in 2015, three years later. => It was inspected in 2011 and again in 2015, four years later. It opened in 2014/15 and moved in 2015/16, a year later.
    para-1: The post has been vacant since 1 June 2015, a period of nine months. => The post has been vacant since 1 June 2015, a period of seven months. It had been vacant since 1 June 2014, a period of a year.
    para-1: It was a three day review from 4 May 2015 to 29 May 2015. => It was a three day review from 4 May 2015 to 6 May 2015.
named-period-unlike-ends
    para-1: In the half-year from July to November 2015 there were 62 contacts. => In the half-year from July to December 2015 there were 62 contacts.
    para-1: The quarter, 1 July 2015 to 31 October 2015, was busy. => The quarter, 1 July 2015 to 30 September 2015, was busy.
    para-1: In the year from April 2014 to December 2014 there were 62 contacts. => In the year from April 2014 to April 2015 there were 62 contacts.
working-days-passed
    para-1: The report came on 2 March 2015 and our reply was sent on 30 July 2015, within 70 working days. => The report came on 2 March 2015 and our reply was sent on 30 April 2015, within 70 working days.
weekday-apart
    para-1: The survey ran from 6 to 8 October 2015, a Monday to a Thursday. => The survey ran from 6 to 8 October 2015, a Tuesday to a Thursday.
    para-1: The letter came on Friday 6 November 2015 and was read on Monday 10 November. => The letter came on Friday 6 November 2015 and was read on Tuesday 10 November.
days-apart
    para-1: The work began on 3 February 2015. It ended on 24 March 2015, eleven weeks later. => The work began on 3 February 2015. It ended on 24 March 2015, seven weeks later.
    para-1: It was sent on 5 October 2015, nine days ahead of its deadline of 7 October 2015. => It was sent on 5 October 2015, two days ahead of its deadline of 7 October 2015.
    para-1: It came on 8 June 2015 and was answered on 22 June, within five working days. => It came on 8 June 2015 and was answered on 22 June, within ten working days.
    para-1: It came on 8 June 2015 and was answered on 29 June 2015, the tenth working day after receipt. => It came on 8 June 2015 and was answered on 22 June 2015, the tenth working day after receipt.
    para-1: The survey was open from 9 November until 27 November 2015, twenty-nine days with both included. => The survey was open from 9 November until 27 November 2015, nineteen days with both included.
day-gone-by
    para-1: The new form goes live by 31 May 2015, once training is done. => The new form goes live by 31 May 2016, once training is done.
    para-1: We will deal with the first by 31 January 2015 and with the others by 30 June 2016. None of these dates has yet been reached. => We will deal with the first by 31 January 2016 and with the others by 30 June 2016. None of these dates has yet been reached.
    para-2-point-2: Agreed dates, all of which lie ahead:\n\n* high: 31 January 2017\n* medium: 30 June 2015 => Agreed dates, all of which lie ahead:\n\n* high: 31 January 2017\n* medium: 30 June 2016
told-as-to-come
    para-1: Eight children are likely to leave care during 2015. => Eight children are likely to leave care during 2016.
    para-1: The new form will be used from March 2015. => The new form will build on the review of March 2015 and was first used in June 2015, as we said it would.
    para-1: By 30 November 2015 all files will be moved. => By 30 November 2016 all files will be moved. The work that was begun in May 2015 will go on.
    para-1: A further audit is due in October 2015. => A further audit was due in October 2015. The next is due in March 2016.
caption-after-report
    table-1: Table: Where young people lived on 31 December 2016\n| Home | Young people |\n| Own tenancy | 78 |\n| Hostel | 12 | => Table: Where young people lived on 31 December 2015\n| Home | Young people |\n| Own tenancy | 78 |\n| Hostel | 12 |
heading-of-past-plans
    section-b3: # Audits\n\nFiles were read.\n\n# Audits planned for 2014\n\nWork goes on. => # Audits\n\nFiles were read.\n\n# Audits planned for 2016\n\nWork goes on.
    section-b3: # Audits\n\nFiles were read.\n\n# What we will do in the second half of 2015\n\nWork goes on. => # Audits\n\nFiles were read.\n\n# What we did in the second half of 2015 of what we planned for 2015\n\nWork goes on.
told-after-paper
    para-1: The visit took four weeks [14 November 2016 – 9 December 2016]. => The visit took four weeks [16 November 2015 – 11 December 2015].
    para-1: The forum met on 12 May 2017. => The forum met on 12 May 2015. The next meeting is on 12 May 2017.
    para-1: The visit took place from 9 November 2015 to 4 December 2017. => The visit took place from 9 November 2015 to 4 December 2015. The post was funded until 31 March 2018.
date-without-year
    para-1: The board met on 8 December. => The board met on 8 and 15 December 2015, and meets each March.
now-without-date
    para-1: There are currently 140 carers. => On 1 December 2015 there were 140 carers. Practice is currently good.
bi-annual
    para-1: The survey is bi-annual. => The survey is made every two years.
change-half-dated
    para-1: Places rose from 16 on 1 January 2015 to 21. => Places rose from 16 on 1 January 2015 to 21 on 1 December 2015.
reply-late
    para-2: # Inspection\n\nThe inspection report was published on 7 February 2015.\n\nOn 1 June 2015 the Council submitted its action plan. => # Inspection\n\nThe inspection report was published on 7 February 2015.\n\nOn 18 May 2015 the Council submitted its action plan.
"""
EXAMPLES = {
    "meeting-date": (
        {
            "wrong": "At this meeting on 26 January 2016 members will hear from carers.",
            "right": "At this meeting on 27 January 2016 members will hear from carers, as they "
            "did at the meeting of 25 November 2015.",
            "where": "para-1",
            "said": MEETING,
        },
    ),
    "carried-date": (
        {
            "wrong": "Practice workshops were held in March 2015.",
            "right": "Practice workshops were held in October 2015, as agreed in June 2015.",
            "where": "para-1",
            "said": CARRIED,
        },
        {
            "wrong": "Reviews fell behind in April.",
            "right": "Reviews fell behind in August.",
            "where": "para-1",
            "said": CARRIED,
        },
    ),
    "headline-of-past-time": (
        {
            "wrong": "Audits, January to June 2015: {{21|audits.done|2015-01-01/2015-06-30}}\n\n"
            "From July to December 2015 {{40|audits.done|2015-07-01/2015-12-31}} audits were done.",
            "right": "Audits, July to December 2015: {{40|audits.done|2015-07-01/2015-12-31}}\n\n"
            "From January to June 2015 {{21|audits.done|2015-01-01/2015-06-30}} audits were done.",
            "where": "headlines-b1",
            "said": {"headlines": ("b1",)},
        },
        {
            "wrong": "Children, 1 March 2015: {{180|looked_after.children|2015-03-01}}\n\n"
            "On 1 December 2015 there were {{188|looked_after.children|2015-12-01}} children.",
            "right": "Children, 1 December 2015: {{188|looked_after.children|2015-12-01}}\n\n"
            "On 1 March 2015 there were {{180|looked_after.children|2015-03-01}} children.",
            "where": "headlines-b1",
            "said": {"headlines": ("b1",)},
        },
    ),
    "bi-annual": (
        {
            "wrong": "Carers met.",
            "right": "Carers met.",
            "where": "head",
            "said": {"title": "Bi-annual update"},
            "right_said": {"title": "Six-monthly update"},
        },
    ),
}
