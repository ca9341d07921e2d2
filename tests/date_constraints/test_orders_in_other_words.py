"""The same claims of dates as other officers write them, right and with their faults."""

# ruff: noqa: E501

import pytest

from tests.date_constraints.test_orders import says, wordings

ORDERS = """\
The new form was approved by the board on 12 May 2025 and was introduced in all teams on «2 June|2 April» 2025.
===
The strategy was adopted on 3 March 2025, and it was published on «1 May|1 February» 2025.
===
The home was inspected on 6 May 2025. Its report was received on «2 June|2 April» 2025.
===
The auditors met the staff on 9 June 2025. They sent their findings on «30 June|30 May» 2025.
===
A girl was placed with the carers on 14 January 2025 and moved to her grandmother on «20 March|20 December 2024» 2025.
===
The pilot started on 6 January 2025. It ended on «28 March|28 November 2024» 2025.
===
The post was advertised on 7 April 2025. The candidate was appointed on «19 May|19 March» 2025.
===
The plan was drafted on 10 February 2025. After the partners had commented it was signed on «14 March|14 January» 2025.
===
The referral was made on 2 June 2025. Once the checks were complete the assessment was opened on «10 June|10 May» 2025.
===
He was arrested on 11 March 2025 and was sentenced on «24 June|24 February» 2025.
===
The school asked for help on 5 May 2025; a worker was sent on «12 May|12 April» 2025.
===
A notice was served on 17 April 2025. Subsequently it was withdrawn on «9 May|9 April» 2025.
===
The provider was told of the concern on 3 June 2025. Its answer was received on «17 June|17 May» 2025.
===
The panel sat on 8 May 2025 and its decision was confirmed on «15 May|15 April» 2025.
===
The baby was born on 4 February 2025 and came into care on «6 February|6 January» 2025.
===
The complaint was raised on 10 March 2025. Following an investigation it was upheld on «2 May|2 February» 2025.
===
The board was informed on 14 April 2025. Then an action plan was agreed on «28 April|28 March» 2025.
===
The child left the home on 3 July 2025 and was found on «5 July|1 July» 2025.
===
A request was made on 6 May 2025. She replied in full on «20 May|20 April» 2025.
===
The children were interviewed on 12 June 2025. Their wishes were reported to the court on «1 July|1 June» 2025.
"""
LENGTHS = """\
The building was closed from 3 March to 14 April 2025, «six|nine» weeks in all.
===
The visit ran from Monday 12 May to Friday 16 May 2025, «five|eight» days in all.
===
The boy went missing on 4 June and was found on 9 June 2025, «five|eight» days later.
===
She stayed from 2 to 9 July 2025, «seven|nine» nights in all.
===
The report was due on 16 May 2025 and came on 6 June 2025, «three|five» weeks late.
===
The answer was sent on 20 May 2025, «two|four» weeks after the request of 6 May.
===
The placement began on 10 February 2025 and ended on 10 May 2025. It lasted «three|five» months.
===
He moved in on 3 March 2025 and left on 17 March 2025, a stay of «14|16» nights.
===
The post became vacant on 1 April 2025 and was filled on 1 September 2025, having been empty for «five|eight» months.
===
The certificate ran out on 8 August 2025 and was renewed on 29 August 2025, a gap of «21|31» days.
===
The consultation opened on 2 June and closed on 14 July 2025. It lasted «six|eight» weeks.
===
The survey went out on 5 May 2025. It closed «four|six» weeks later, on 2 June 2025.
===
The lease was signed on 1 June 2023 and ended on 31 May 2025, a period of «two|three» years.
===
The court was told on 4 March 2025. The hearing took place on 15 April 2025, «six|four» weeks later.
===
The course began on 5 May 2025 and finished on 30 June 2025, and took «eight|ten» weeks.
===
The deadline was Friday 13 June 2025. The return was sent on Tuesday 10 June 2025, «three|six» days early.
===
The first review was held on 7 April 2025 and the second on 7 July 2025, «three|five» months later.
===
He was admitted on 9 May and went home on 28 May, a stay of «19|29» nights.
===
From 1 to 30 June 2025, both days included, the line was staffed. That is «30|40» days.
"""
TO_COME = """\
The policy will be reviewed in «March 2026|March 2025».
===
A tender will be issued by «31 January 2026|31 August 2025».
===
The service is due to open in «January 2026|June 2025».
===
Officers intend to bring a report on «12 February 2026|12 June 2025».
===
The council plans to close the home on «31 March 2026|31 May 2025».
===
The two posts will be filled from «1 December 2025|1 September 2025».
===
The trust has undertaken to clear the list by «28 February 2026|31 August 2025».
===
The new team is expected to start on «5 January 2026|5 May 2025».
===
The remaining actions are to be finished by «31 December 2025|30 September 2025».
===
A second survey will take place in «February 2026|February 2025».
===
All staff must complete the course by «30 January 2026|30 June 2025».
===
The audit will be repeated in «May 2026|May 2025».
===
The lift will be mended before «1 December 2025|1 October 2025».
===
The pathway will now be in place by «30 January 2026|31 October 2025».
===
Each home will be visited during «December 2025|August 2025».
===
The grant will run until «31 March 2026|31 March 2025».
===
The group hopes to meet on «4 December 2025|4 September 2025».
===
The children's plan will be on the website at the end of «January 2026|August 2025».
"""
AGES = """\
She was born on 3 May «2007|2009» and turned 18 on 3 May 2025.
===
He was born in July «2009|2012» and reached his sixteenth birthday in July 2025.
"""
RIGHT = (
    "The plan of 6 May 2025 replaced the one of 4 March 2024, and the form of 3 March 2024 was kept.",
    "The report was published on 12 June 2025 and covers the year to 31 March 2025.",
    "The panel met on 4 June 2025 and considered a case first heard on 7 May 2025.",
    "Work began on 2 June 2025, having been planned since 4 March 2025.",
    "The Board agreed the plan on 9 July 2025 and was told that the review had been done on 4 June 2025.",
    "Her certificate was dated 14 May 2024. It was seen by the manager who was in post on 3 March 2024.",
    "The longest wait was from 3 March to 19 May 2025. The shortest was in April 2025.",
    "A letter was sent on 12 June 2025. Another was sent on 6 May 2025.",
    "The first case was opened on 7 July 2025. One other was opened on 12 May 2025.",
    "Two workers left on 31 May 2025 and three had left on 30 April 2025.",
    "The home opened on 1 May 2025. Its registration, dated 4 April 2025, covers six places.",
    "The school closed on 18 July 2025. Six weeks later the new term began.",
    "The visits should be no more than six weeks apart. They took place on 7 April 2025 and 12 May 2025.",
    "He was placed on 4 June 2025 and has had three visits within 20 working days.",
    "The inspection began on 12 May 2025. The last was on 4 March 2022, three years before.",
    "The group meets every two weeks. It met on 3 June 2025 and 29 July 2025.",
    "The contract of 1 April 2023 was for three years. It was reviewed on 6 May 2025.",
    "The survey ran from 2 to 30 June 2025. Two weeks of it fell in half-term.",
    "The audit will look at plans made in May 2025 and at those reviewed in June 2025.",
    "The next inspection will be measured against the position in March 2025.",
    "It was said in May 2025 that the home would be opened by 31 August 2025.",
    "Staff who were trained in March 2025 will be trained again in March 2026.",
    "The rule is that a plan must be made by the tenth day.",
    "The girl, born in 2010, was nine when she came to us.",
    "He was born in May 2008 and will have his eighteenth birthday in May 2026.",
    "A child born in 2013 was aged 11 at the start of the year and is 12.",
    "Of those born in 2010 we looked after 14.",
    "The boy was born in March 2009. He has been in care for 12 years.",
)


@pytest.mark.parametrize(
    "text", [x for rows in (ORDERS, LENGTHS, TO_COME, AGES) for x in rows.split("\n===\n")]
)
def test_a_date_or_length_in_other_words_is_found(text):
    right, wrong = wordings(text)
    assert says(right) == []
    assert says(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_dates_that_look_at_odds_are_left_in_peace(text):
    assert says(text) == []
