"""Shares, rates, means and gaps beside the numbers that they are of or not of."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.drawn import keys, noted
from tests.constraints.rests.numbers import right, wrong

# `«right|wrong»` in a passage that is right but for it, by the rule that finds the slip.
PASSAGES = {
    "percent-of-count": (
        "Of 240 reviews, 204 were attended by the child, which is «85|58» per cent.",
        "In the year 318 referrals were made, of which 54 («17|27»%) were repeats.",
        "Of the 480 staff, 462 («96|69»%) hold a current DBS check.",
        "We audited 72 files, of which 44 («61|71»%) were good.",
        "Of 152 placements, 97 («64|46»%) were with our own carers.",
        "There were 63 complaints, of which 48 were answered in time, or «76|67»%.",
        "We had 164 initial conferences. Of these, 139 («85|95»%) were held within 15 days.",
        "Of 36 care leavers, 26 («72|27»%) were in education or work.",
        "Of the 145 plans, 63 («43|34»%) were for neglect, 58 (40%) for emotional abuse.",
        "The audit read 120 records and found 104 in order, which is «86.7|68.7» per cent.",
        "Of £640,000 granted, £416,000 («65|56»%) was spent by March 2015.",
        "The 57 allegations included 21 that were substantiated («37|73»%).",
        "Of 231 reviews 204 («88|78»%) were on time.",
        "There are 410 children in need, of whom 123 («30|40»%) are disabled.",
        "Of 318 DBS checks, 204 («64|46»%) were renewals.",
        "The panel approved 61 of 92 cases, «66|56» per cent.",
        "Of 130 assessments, 97 («75|57»%) were in time.",
        "With 171 children on a plan from a population of 58,900, the rate is «29.0|92.0» per 10,000.",
        "Of the 62 actions 38 are complete, which is «61|16» per cent.",
        "Of 156 governors, 141 («90|80»%) hold a check.",
        "Forty-seven of the 81 enquiries came by telephone («58|85»%).",
        "We have 205 leavers. In touch with us are 184 of them («90|70»%).",
        (
            "Table: Files read\n| Grade | Spring | Summer |\n| Good | 24 | 21 |\n| Inadequate | 3 | 6 |\n"
            "| Total | 27 | 27 |\n\nTable: Files read\n| Grade | Autumn | Winter |\n| Good | 24 | 18 |\n"
            "| Inadequate | 6 | 2 |\n| Total | 30 | 20 |\n\nInadequate files are «20|50»% of the 30."
        ),
    ),
    "mean-denied": (
        "The 24 social workers hold 408 cases, «17|27» each.",
        "Twelve officers handled 336 complaints, «28|38» each.",
        "The 126 workers carry 2,016 cases, on average «16|19» each.",
        "Eight advisers support 184 pupils, «23|32» each.",
        "The 15 inquiries cost £48,000, on average «£3,200|£2,300».",
        "The 18 carers looked after 45 children, on average «2.5|3.5» each.",
        "Nine homes spent £5.4m, on average «£600,000|£900,000» each.",
        "The panel heard 90 cases in 18 meetings, «five|six» a meeting.",
        "The 30 schools hold 450 checks, «15|18» each.",
    ),
    "share-in-words": (
        "Of 240 reviews, 204 were attended by the child, just over «four in five|two in five».",
        "Of the 36 care leavers, 27 were in work, that is «three quarters|two thirds».",
        "Of the 120 audits, 40 were inadequate, «a third|a quarter».",
        "Of the 64 posts, 16 are empty, «one in four|one in three».",
        "Of the 62 actions, 31 are complete, that is «half|a third».",
        "Of 92 cases 23 were deferred, «a quarter|a third».",
        "Of 130 assessments, 104 were in time, «four in five|three in five».",
        "Sickness cost 1,260 days, «three times|four times» the 420 days of 2014.",
        "The team had 80 concerns, «twice|three times» as many as the 40 of the year before.",
        "Agency workers cost £1.2m, «double|treble» the £600,000 of 2013/14.",
        "We heard from 45 carers, «half|twice» the number of 90 who wrote in 2013.",
    ),
    "consequence-denied": (
        "The target had been 25. We approved 19, leaving a gap of «six|eight».",
    ),
    "follows-from-none": (
        "Nineteen households were approved and 26 were lost: losses outran gains by «seven|nine».",
        "There were 312 plans in March 2018 and 295 in March 2019; the loss is «17|71».",
        "There were 318 referrals in 2013/14 and 344 in 2014/15; the increase was «26|62».",
        "We spent £640,000 against £615,000; the overspend is «£25,000|£52,000».",
        "The council has 58 households and needs 75: a shortfall of «17|71».",
        "The service held 344 reviews and had planned 381, a difference of «37|73».",
        "We had 402 referrals and a year later 377; the fall is «25|52».",
        "The plan has 62 actions and 38 are complete, leaving «24|42».",
        "The carers who came were 71 and those who left 58: the gain is «13|31».",
    ),
    "direction-denied": (
        "The budget was £480,000 and we spent £446,000, an underspend of «£34,000|£43,000».",
        "Good files were 52 per cent in 2014 and 61 per cent in 2015, a rise of «nine|six» points.",
        "The budget was £516,000 and we spent £552,000, an overspend of «£36,000|£63,000».",
    ),
    "parts-of-whole": (
        "Of 120 posts, 97 are filled, leaving «23|32».",
        "Schools made 142 contacts and health 98: together «240|420».",
        "Forty-eight joined and 35 left, a net change of «13|31».",
        "Police sent 142 and schools 98: in all «240|420» referrals.",
    ),
}
# Right, with numbers near that are of something else.
RIGHT = (
    "Good files rose from 52% (31 of 60) to 61% (44 of 72), that is by nine points.",
    "With 384 children in care and 61,400 residents under 18, the rate was 62.5 per 10,000; for 2014 it was 60.1 per 10,000.",
    "Of the 318 referrals, 17% were repeats, against 21% in England.",
    "The target is 90%. Of 162 visits, 138 (85%) were in time.",
    "Of 54 repeat referrals, 22 were about neglect (41%); of all referrals 17% were repeats.",
    "At the end of March 96% of 480 staff held a check, against 91% of 466 a year before.",
    "Attendance at school was 94.2% for 171 pupils and 91.6% for 84 of them who have a plan.",
    "About 30% of the 410 children in need are disabled, 123 in all, and 45 of them (37%) get short breaks.",
    "Of the 120 contacts 31% came from the police and 24% from schools.",
    "The 22 late reviews are 10% of the 220 held, and eight of them (36%) were in June.",
    "Checks in date stand at 96% (462 of 480), two points above the target and one point up on 95% (443 of 466).",
    "The rate was 29.0 per 10,000 for 171 children; our neighbours had 41.",
    "The base for the 61% is the 62 actions; 38 of them are complete.",
    "Of 92 cases 66% were approved at once. Of the 31 others, 24 came back and 20 of these (83%) were approved.",
    "The 24 social workers hold 408 cases, 17 each. A year before 22 held 396, 18 each.",
    "The 15 inquiries cost £48,000, of which £20,000 was for one.",
    "Six teams each have eight social workers, and 44 of these 48 posts are filled.",
    "The target is 16 cases each. The 24 social workers hold 408 cases.",
    "Half of the 80 files were read twice, and a quarter of those, ten, were graded anew.",
    "Nearly a third of the 96 referrals, 31, came from schools; about a fifth of all contacts did.",
    "One in four of the 64 posts is empty. A year before it was one in five.",
    "Two thirds of parents were content. Of the 60 who answered, 44 would come again.",
    "About half of the 97 plans, 51, were for neglect.",
    "The shortfall is 17: 58 households against 75. Twelve more are in assessment.",
    "The increase of 26 is the third in a row.",
    "Starts exceeded leavers by 13, from 48 and 35.",
    "The gap of six is to be closed by June.",
    "The gain is 13, for 71 carers came and 58 left; of the 71, 20 live in the county.",
    "The overspend is £36,000, of which £20,000 is for agency staff.",
    "Of the 62 actions 38 are complete; the gap to the 50 planned for May is 12.",
)
EACH = [(key, passage) for key, passages in PASSAGES.items() for passage in passages]


@pytest.mark.parametrize(("key", "passage"), EACH)
def test_a_slip_is_found_and_what_is_right_rests(key, passage):
    assert keys(right(passage)) == []
    assert key in noted(wrong(passage))


@pytest.mark.parametrize("passage", RIGHT)
def test_numbers_of_something_else_deny_nothing(passage):
    assert keys(passage) == []
