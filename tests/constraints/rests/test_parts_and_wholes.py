"""Parts beside their whole, balances and parts of a part: the right ones rest, and a slip is found."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import random

import pytest

from tests.checks.drawn import keys
from tests.constraints.rests.numbers import right, wrong

# `«right|wrong»` in a passage that is right but for it, by the rule that finds the slip.
PASSAGES = {
    "parts-of-whole": (
        "At the audit «16|58» people were past the date of their check: 0 were re-checked and the other 16 are in progress.",
        "Of the 88 children who lived outside the city, 41 were far away and the other «47|74» nearer.",
        "Of 214 children in care 126 lived in the city and 88 outside; of the 88, 41 were far away and the other «47|57» nearer.",
        "The 96 referrals of the quarter were decided as follows: 61 were accepted, 22 were passed to early help and «13|31» were closed.",
        "Of the 152 placements, 97 were with our own carers and the remaining «55|65» with agencies.",
        "Of the 480 staff who need a DBS check, 462 hold one and «18|28» do not.",
        "Sixty-three complaints were made: 38 were upheld in part, 14 in full and «11|21» not at all.",
        "Of 145 child protection plans, 63 were for neglect, 58 for emotional abuse and «24|42» for other reasons.",
        "The 36 care leavers aged 19 were in education (14), in work (12) or in neither («10|20»).",
        "The budget of £3.2m was spent on foster care (£1.9m), on residential homes (£0.9m) and on transport («£0.4m|£0.9m»).",
        "There were 118 missing episodes.\n\n* 71 lasted under a day\n* 32 lasted one to three days\n* «15|51» lasted longer",
        "Outcomes of the 93 strategy discussions\n\n* Enquiry: 54\n* Assessment: 27\n* No further action: «12|21»",
        "We read 64 files in May. Good: 31. Needed improvement: 24. Inadequate: «9|19».",
        "Of the 231 reviews, 204 were held on time. The other «27|37» were late.",
        "Of our 58 foster households, 41 had a review in the year and «17|27» had not.",
        "There were 310 contacts by email and telephone in June: 192 by email and the other «118|181» by telephone.",
        "Thirty-two apprentices began. Of these, 19 finished, eight went on and «five|nine» left.",
        "The council holds 26 homes, of which 17 are rated good, six outstanding and «three|eight» require improvement.",
        "Of 164 initial conferences, 139 were in time and «25|52» were not.",
        "Of £640,000 granted, £415,000 was spent on staff and «£225,000|£252,000» on premises.",
        "We made 83 visits in March. Of the visits, 52 were announced and «31|13» unannounced.",
        "Of the 57 allegations, 21 were substantiated, 17 unsubstantiated, 11 unfounded and «8|18» malicious.",
        "Eighty-four young people left care. Of them, 33 went home, 29 turned 18 and the remaining «22|32» were adopted or went to kin.",
        "Of 318 DBS checks, 204 were renewals and «114|141» were new.",
        "The 44 audits of June were graded: outstanding 4, good 21, needed improvement 14, inadequate «5|15».",
        "Taken together the three teams hold 351 cases: North 140, South 118 and East «93|39».",
        "The panel met 18 times and heard 92 cases: 61 were approved, 24 deferred and «seven|seventeen» refused.",
        "Of the £1,240,000 for early help, £860,000 was spent on staff and «£380,000|£830,000» on grants.",
        "We had 81 enquiries; 47 came by telephone and «34|43» by email.",
        "Of 205 leavers, 112 were girls and the other «93|39» boys.",
        "The ages of the 171 children are: under five, 40; five to nine, 48; ten to fifteen, 61; sixteen and over, «22|42».",
        "Of 156 governors, 141 hold a DBS check and for «15|51» it is awaited.",
        "In all 72 children went missing: 51 of them once, 14 twice and «seven|seventeen» more often.",
        "Of the 62 actions in the plan 38 are complete, 17 are on track and «seven|nine» are late.",
        "Visits to the 48 homes: North 19, South 17, East «12|21».",
        "Of 130 assessments, 97 took up to 45 days and «33|53» took longer.",
    ),
    "follows-from-none": (
        "Referrals in June came from police (142), schools (98), health (61) and others (39): «340|430» in all.",
    ),
    "claim-unlike-number": (
        "Of 66 carers who left, 31 retired, 22 moved away and 13 went to an agency; «all 66|all 60» were interviewed.",
    ),
}
# Right, with numbers near that are of something else.
RIGHT = (
    "There were 318 children in care at the opening of the year and 305 at its close: 57 came in and 70 left.",
    "At 1 April 389 children were in care; 61 came in and 73 went out, so that 377 are in care now.",
    "We began May with 42 open complaints, received 18, closed 25 and ended it with 35.",
    "Open referrals at the start were 127. We received 344 and closed 351, leaving 120.",
    "We had 58 fostering households in April 2015. Nine were approved, four resigned, and there are 63 now.",
    "In all 241 return interviews were due, of which 188 were held, 131 of them in time.",
    "Of 94 pupils with a plan, 61 had it reviewed, 48 of these in time.",
    "Of the 120 files, 90 had a chronology and 75 a plan; most had both.",
    "Of the 76 social workers, 22 came through agencies. A year before there were 81, of whom 30 came through agencies.",
    "There were 104 child protection plans in March 2014 and 97 in March 2015. Neglect was the reason in 46 and 51.",
    "Of 66 audits of files, 48 were read by managers and 18 by practitioners. The year before 52 were read by managers.",
    "Of the 132 children, 40 live with kin, 70 with foster carers and 22 in homes; 61 of the 132 are girls.",
    "Of 33 schools, 28 have a safeguarding lead and 19 have two.",
    "In 2014/15, 212 children began to be looked after and 198 ceased; the year before, 187 began and 205 ceased.",
    "We read 80 files, 20 in each quarter: 17 of them needed improvement, and 63 were good or better.",
    "Some 45 referrals came in one week, 30 of them from schools and 22 of them at night.",
    "Of the 54 homes visited, 31 were visited once, 15 twice and 8 three times, which makes 85 visits.",
    "We held 12 training days for 214 people; 96 came from schools, 80 from health and others from the police.",
    "Of 171 children on a plan, 88 were boys and 83 were girls, and 40 were under five.",
    "We had £420,000 at the start, received £160,000, spent £195,000 and hold £385,000.",
    "Stock stood at 212 tablets in April. We bought 60, wrote off 41 and have 231.",
    "Waiting lists opened with 74 names; 38 were added, 51 were taken off and 61 remain.",
    "Of the 92 cases heard by the panel, 61 were approved and 24 deferred in 2015; in 2014 it heard 85.",
    "Of 44 audits, 25 were good or better (four of them outstanding).",
    "Out of 130 assessments, 97 were in time; of these 52 took less than 30 days and 45 up to 45 days.",
    "We trained 96 people, 40 in May and 56 in June; 38 of them work in schools and 58 in homes.",
    "The 81 enquiries led to 34 referrals, of which 20 became assessments and 14 did not.",
    "In 2015 there were 66 carers who left and 71 who came; in 2014 they were 58 and 49.",
    "Six of 48 homes were closed and 42 stay open, of which 30 are in the county and 12 beyond it.",
    "Of the 318 checks 204 were renewals. A further 20 are awaited.",
)
EACH = [(key, passage) for key, passages in PASSAGES.items() for passage in passages]


@pytest.mark.parametrize(("key", "passage"), EACH)
def test_a_slip_is_found_and_what_is_right_rests(key, passage):
    assert keys(right(passage)) == []
    assert key in keys(wrong(passage))


@pytest.mark.parametrize("passage", RIGHT)
def test_numbers_of_something_else_deny_nothing(passage):
    assert keys(passage) == []


BALANCES = (
    "On 1 April {opening} children were in care; {came} came in and {went} went out; {closing} are in care now.",
    "There were {opening} plans at the opening and {closing} at the close: {went} ended and {came} began.",
    "The service held {opening} checks, received {came}, returned {went} and now holds {closing}.",
)
DIVISIONS = (
    "Of {whole} files, {first} were good, {second} were fair and the other {third} poor.",
    "There were {whole} checks.\n\n* In schools: {first}\n* In homes: {second}\n* In centres: {third}",
    "We closed {whole} cases: {first} in spring, {second} in summer and {third} in autumn.",
)
WITHIN = (
    "Of {whole} children {near} lived in the city and {beyond} outside it, {first} far away and the other {second} nearer.",
    "Of {whole} posts {near} are filled and {beyond} empty; of these {first} are advertised and {second} are not.",
)


@pytest.mark.parametrize("seed", range(30))
def test_a_balance_that_comes_out_rests(seed):
    chance = random.Random(seed)
    opening, came, went = (chance.randint(low, 2 * low) for low in (210, 51, 47))
    moved = {"opening": opening, "came": came, "went": went, "closing": opening + came - went}
    assert keys(BALANCES[seed % len(BALANCES)].format(**moved)) == []


@pytest.mark.parametrize("seed", range(30))
def test_parts_that_are_drawn_come_to_their_whole_or_are_found(seed):
    chance = random.Random(100 + seed)
    first, second, tens = chance.randint(61, 140), chance.randint(31, 60), chance.randint(1, 4)
    third, slip = 10 * tens + tens + 4, 10 * (tens + 4) + tens
    text, parts = DIVISIONS[seed % len(DIVISIONS)], {"first": first, "second": second}
    whole = first + second + third
    assert keys(text.format(whole=whole, third=third, **parts)) == []
    # Where two of them come to the whole, the third may be told of beside them.
    two_come_to_it = whole in (first + second, first + slip, second + slip)
    is_denied = "parts-of-whole" in keys(text.format(whole=whole, third=slip, **parts))
    assert is_denied != two_come_to_it


@pytest.mark.parametrize("seed", range(20))
def test_parts_of_a_part_rest(seed):
    chance = random.Random(200 + seed)
    near, first, second = chance.randint(90, 180), chance.randint(31, 60), chance.randint(21, 30)
    beyond = first + second
    counts = {"whole": near + beyond, "near": near, "beyond": beyond}
    text = WITHIN[seed % len(WITHIN)]
    assert keys(text.format(first=first, second=second, **counts)) == []
