"""Counts of the last paper, of their own day and people, right and with a slip."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.timing.days.passages import EARLIER, right_of, wrong_of

# What is known of the last paper stands in `EARLIER`, of 30 June 2015.
EARLIER_COUNTS = (
    "On 30 «June|September» 2015 we had 412 children looked after.",
    "At 30 «June|September» 2015 there were 236 children with a child protection plan.",
    "We looked after 412 children on 30 «June|November» 2015.",
    "There were 184 approved foster households on «30 June|1 September» 2015.",
    "The service had 1,204 open cases on «30 June|31 October» 2015.",
    "On «30 June|31 August» 2015 there were 640 staff with a DBS check.",
    "There were 236 children with a plan at «30 June|30 September» 2015.",
    "As at 30 «June|November» 2015 we had 184 foster households.",
    "We held 1,204 open cases as at «30 June|30 September» 2015, of all kinds.",
    "* children looked after: 412 children on 30 «June|September» 2015\n* two new homes",
    "The register had 236 children with a protection plan on «30 June|31 August» 2015.",
    "The 412 are children «looked after|with a plan».",
    "The 236 were children «with a plan|looked after».",
    "The 412 were those of children «looked after|with a protection plan».",
    "The count of 236 was that of children «with a protection plan|looked after».",
    "On 31 December 2015 we had 1,237 open cases, as against «1,204|1,240» six months previously.",
    "On 31 December 2015 there were 430 children looked after, up from «412|405» six months before.",
    "On 31 December 2015 there were 190 approved foster households, against «184|180» six months earlier.",
    "On 31 December 2015 we had 221 children with a child protection plan; it was «236|230» six months ago.",
    "On 31 December 2015 there were 655 staff with a DBS check, and «640|646» six months earlier.",
    "We ended the half-year with 1,190 open cases, against «1,204|1,214» six months earlier.",
    "The number of children looked after is 425, against «412|419» six months before.",
    "The number of approved foster households is 179, compared with «184|188» six months previously.",
    "We had 1,204 open cases on 30 «June|September» 2015, the most yet.",
    "On 30 «June|November» 2015 there were 184 approved foster households in the city.",
    "On 31 December 2015 there were 1,250 open cases, and «1,204|1,198» six months before.",
    "The number of staff with a DBS check is 661, against «640|652» six months earlier.",
)


@pytest.mark.parametrize("passage", EARLIER_COUNTS, ids=lambda text: text[:40])
def test_an_earlier_count_is_of_its_day_and_people(passage):
    assert right_of(passage, told=EARLIER) == set()
    assert "earlier-count-moved" in wrong_of(passage, told=EARLIER)
