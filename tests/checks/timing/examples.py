"""Examples of the rules about dates."""

from datetime import date

MEETING = {"meeting": date(2016, 1, 27)}
CARRIED = {"carried": ("b1",)}

EXAMPLES = {
    "impossible-date": (
        {
            "wrong": "The audit was made on 31 June 2015.",
            "right": "The audit was made on 30 June 2015.",
            "where": "para-1",
        },
        {
            "wrong": "Visits began on 12 March 0215.",
            "right": "Visits began on 12 March 2015.",
            "where": "para-1",
        },
        {
            "wrong": "It rests on returns of 29/02/2015.",
            "right": "It rests on returns of 28/02/2015, of code 1.15.10 and of 45 March visits.",
            "where": "para-1",
        },
        {
            "wrong": "The programme of 2015–2013 is over.",
            "right": "The programme of 2013–2015 is over, as circular 2015-07 said it would be.",
            "where": "para-1",
        },
    ),
    "wrong-weekday": (
        {
            "wrong": "The forum met on Wednesday 3 March 2015.",
            "right": "The forum met on Tuesday 3 March 2015.",
            "where": "para-1",
        },
        {
            "wrong": "The forum met on 3 March 2015 (Friday).",
            "right": "The forum met on Tues 3 March 2015, and on 6 March 2015 (Friday).",
            "where": "para-1",
        },
    ),
    "end-before-start": (
        {
            "wrong": "The survey ran from 12 October 2015 to 2 September 2015.",
            "right": "The survey ran from 12 December to 2 January 2016.",
            "where": "para-1",
        },
        {
            "wrong": "Staff were asked between 1 May 2015 and 30 April 2015.",
            "right": "Staff were asked between 1 May 2014 and 30 April 2015.",
            "where": "para-1",
        },
    ),
    "range-without-separator": (
        {
            "wrong": "The visit took place 5 October 2015 30 October 2015.",
            "right": "The visit took place 5 October 2015 to 30 October 2015.",
            "where": "para-1",
        },
    ),
    "length-denied": (
        {
            "wrong": "Inspectors spent a four-week period (2 March 2014 – 27 March 2015) here.",
            "right": "Inspectors spent a four-week period (2 March 2015 – 27 March 2015) here.",
            "where": "para-1",
        },
        {
            "wrong": "It ran for 12 months from 1 April 2013 to 31 March 2015.",
            "right": "It ran for 12 months from 1 April 2014 to 31 March 2015, and 2 weeks later we"
            " met.",
            "where": "para-1",
        },
        {
            "wrong": "It was a three day review from 4 May 2015 to 29 May 2015.",
            "right": "It was a three day review from 4 May 2015 to 6 May 2015.",
            "where": "para-1",
        },
    ),
    "working-days-passed": (
        {
            "wrong": "The report came on 2 March 2015 and our reply was sent on 30 July 2015, "
            "within 70 working days.",
            "right": "The report came on 2 March 2015 and our reply was sent on 30 April 2015, "
            "within 70 working days.",
            "where": "para-1",
        },
    ),
    "told-as-to-come": (
        {
            "wrong": "Eight children are likely to leave care during 2015.",
            "right": "Eight children are likely to leave care during 2016.",
            "where": "para-1",
        },
        {
            "wrong": "The new form will be used from March 2015.",
            "right": "The new form will build on the review of March 2015 and was first used in "
            "June 2015, as we said it would.",
            "where": "para-1",
        },
        {
            "wrong": "By 30 November 2015 all files will be moved.",
            "right": "By 30 November 2016 all files will be moved. The work that was begun in "
            "May 2015 will go on.",
            "where": "para-1",
        },
        {
            "wrong": "A further audit is due in October 2015.",
            "right": "A further audit was due in October 2015. The next is due in March 2016.",
            "where": "para-1",
        },
    ),
    "told-after-paper": (
        {
            "wrong": "The visit took four weeks [14 November 2016 – 9 December 2016].",
            "right": "The visit took four weeks [16 November 2015 – 11 December 2015].",
            "where": "para-1",
        },
        {
            "wrong": "The forum met on 12 May 2017.",
            "right": "The forum met on 12 May 2015. The next meeting is on 12 May 2017.",
            "where": "para-1",
        },
        {
            "wrong": "The visit took place from 9 November 2015 to 4 December 2017.",
            "right": "The visit took place from 9 November 2015 to 4 December 2015. The post was "
            "funded until 31 March 2018.",
            "where": "para-1",
        },
    ),
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
    "date-without-year": (
        {
            "wrong": "The board met on 8 December.",
            "right": "The board met on 8 and 15 December 2015, and meets each March.",
            "where": "para-1",
        },
    ),
    "now-without-date": (
        {
            "wrong": "There are currently 140 carers.",
            "right": "On 1 December 2015 there were 140 carers. Practice is currently good.",
            "where": "para-1",
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
        {
            "wrong": "The survey is bi-annual.",
            "right": "The survey is made every two years.",
            "where": "para-1",
        },
    ),
    "change-half-dated": (
        {
            "wrong": "Places rose from 16 on 1 January 2015 to 21.",
            "right": "Places rose from 16 on 1 January 2015 to 21 on 1 December 2015.",
            "where": "para-1",
        },
    ),
    "reply-late": (
        {
            "wrong": "# Inspection\n\nThe inspection report was published on 7 February 2015.\n\n"
            "On 1 June 2015 the Council submitted its action plan.",
            "right": "# Inspection\n\nThe inspection report was published on 7 February 2015.\n\n"
            "On 18 May 2015 the Council submitted its action plan.",
            "where": "para-2",
        },
    ),
}
