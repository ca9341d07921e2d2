"""What bears a number out is left alone, and what no numbers come to is found."""

# ruff: noqa: E501

from tests.checks.drawn import keys

BORNE_OUT = (
    "The last report counted 312 plans. A year on there were 295:\n\n* 287 plans began in the year;\n* 304 plans ended;\n* the number fell by 17.",
    "There were 318 children at the start and 305 at the end: in between departures, of which there were 57, exceeded arrivals by 13.",
    "An interview was offered after each of the 241 episodes and 188 were held, 131 of them in time.",
    "An interview was offered after the 312 episodes and 234 were accepted. Of those accepted, 187 took place in time, against a target of 85 per cent; we managed 79.9 per cent.",
    "Of the five recommendations, the threshold document, the duty rota and the supervision template have been delivered. That leaves two: a single chronology, and the sufficiency plan.",
    "One hundred and eighteen children left care, being the 52 who returned home, the 37 who reached the age of eighteen, the 18 who were adopted and the 11 who left otherwise.",
    "Compared with the 95.0 per cent of 2019 (76 records out of 80), the result now, 86.7 per cent of 120, is 8.3 percentage points lower.\n\n104 of the 120 records were in order.",
    "School staff were the subject of 31 of the 83 allegations, carers of 19, residential workers of 12, early-years workers of 11 and all others of 10.",
)
WRONG = ("There were 312 plans in March 2018 and 295 in March 2019; the loss is 71.",)


def test_what_bears_a_number_out_is_left_alone():
    assert [(text, keys(text)) for text in BORNE_OUT if keys(text)] == []


def test_what_nothing_bears_out_is_found():
    assert [(text, keys(text)) for text in WRONG if keys(text) != ["follows-from-none"]] == []
