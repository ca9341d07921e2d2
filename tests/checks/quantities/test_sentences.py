"""Sentences that each constraint finds, and sentences like them that it leaves in peace."""

import pytest

from tests.checks.quantities.test_constraints import keys

WRONG = {
    "Figures for Q5 will follow.": "outside-calendar",
    "Month 16 is reported here.": "outside-calendar",
    "Weeks 4, 8 and 72 were busy.": "outside-calendar",
    "Reports for the five quarters of 2015/16 are online.": "outside-calendar",
    "Both panels (county, city and coast) have new chairs.": "named-unlike-number",
    "Visits were made on two dates: 3 May, 5 June and 9 July 2015.": "named-unlike-number",
    "None of the 36 orders was late. Thirty-one orders came without delay.": "claim-unlike-number",
    "Of the 60 homes, 60 have a plan. Ten of the 60 are without one.": "claim-unlike-number",
    "No school is without a policy: 85 of 88 have one.": "claim-unlike-number",
    "All 90 children named a friend; nine named no one.": "claim-unlike-number",
    "In 2015 there were 20 late visits, up from 31 in 2014.": "change-denied",
    "The budget is £8.4m. We expect to spend £8.9m, which is below budget.": "direction-denied",
    "Of 900 contacts a quarter (325) became referrals.": "claim-unlike-number",
    "They were aged under 5, 4 to 9 and 10 to 15.": "ages-overlap",
}
RIGHT = (
    "On 1 May 2015 there were 201 plans. The number fell in April and is now 201 again.",
    "Visits fell to 201 in May 2015; in May 2014 they were 201.",
    "Every half-year the 60 workers are asked, and 60 answered.",
    "We visited 12 homes on three days in May 2015.",
    "The month of May had 31 visits. The year had 40.",
    "A week later 60 of the 80 carers had answered.",
    "The first quarter had 40 visits, and the last 60.",
    "Two boards met, in York and in Hull and Selby.",
    "The grant of £2.0m pays for staff (£1.2m) and training (£0.8m).",
    "Figures for Q4 will follow. In six months 84 visits were made in weeks 4, 8 and 12.",
    "The last five quarters were busy.",
    "Both panels (county and city) have new chairs. Both were glad.",
    "Visits were made on two dates: 3 May and 9 July 2015.",
    "The review ran for four days, from Monday 18 May to Thursday 21 May 2015.",
    "None of the 36 orders was late. Thirty-six orders came without delay.",
    "None of the five homes requires improvement: four are good and one is outstanding.",
    "Of the 60 homes, 60 have a plan. None of the 60 is without one.",
    "All 90 children named a friend; none named no one.",
    "In 2015 there were 31 late visits, up from 20 in 2014.",
    "The budget is £8.4m. We expect to spend £8.1m, which is below budget.",
    "Of 900 contacts a quarter (225) became referrals.",
    "They were aged under 5, 5 to 9 and 10 to 15. All were aged 0 to 15, and 40 aged 5 to 9.",
    "Of the 80 carers, 60 had a mentor and 50 had a course.",
    "Ninety carers replied. Sixty had a mentor, and 55 said that it helps.",
    "We closed 60 cases in May and 45 in June. The other team closed 30.",
)


@pytest.mark.parametrize(("text", "key"), WRONG.items())
def test_a_wrong_sentence_is_found(text, key):
    assert key in keys(text)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_sentence_is_left_in_peace(text):
    assert keys(text) == set()
