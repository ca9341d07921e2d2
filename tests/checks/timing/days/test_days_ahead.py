"""Days that are still ahead, right and with a slip."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.timing.days.passages import right_of, wrong_of

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


@pytest.mark.parametrize("passage", AHEAD, ids=lambda text: text[:40])
def test_what_lies_ahead_has_not_gone_by(passage):
    assert right_of(passage) == set()
    assert "day-gone-by" in wrong_of(passage)
