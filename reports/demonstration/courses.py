"""Where each looked-after child of the demonstration was on three days, and how old at the last.

A course is one letter per day (1 January, 30 June, 1 December 2015), `-` for not looked after:
R relative or friend, O own carer, A agency carer, D placed for adoption, P parents, K children's
home, S residential school, H semi-independent, F family centre; `<<` marks those who left in the
months before the first day. Read down, each column gives the count of each placement on that day;
the ages give the bands of the last. Every count is nought or at least six, so that disclosure
control has nothing to withhold.
"""

from dataclasses import dataclass
from datetime import date

from assurance.runtime.digits import whole

GONE_BEFORE = "<<"
FIRST, MIDDLE, LAST = date(2015, 1, 1), date(2015, 6, 30), date(2015, 12, 1)

# Age in whole years on the last day → the days of birth that give it.
AGES = {
    "baby": (date(2014, 12, 2), date(2015, 11, 10)),
    "born early 2015": (date(2015, 1, 6), date(2015, 6, 10)),
    "1 to 4": (date(2010, 12, 2), date(2014, 12, 1)),
    "5 to 9": (date(2005, 12, 2), date(2010, 12, 1)),
    "10 to 13": (date(2001, 12, 2), date(2005, 12, 1)),
    "14 to 15": (date(1999, 12, 2), date(2001, 12, 1)),
    "16 to 17": (date(1997, 12, 20), date(1999, 12, 1)),
    # Old enough for semi-independent living by the first of the three days, or by the second.
    "16 by January": (date(1997, 12, 20), date(1998, 12, 20)),
    "16 by June": (date(1998, 2, 1), date(1999, 6, 1)),
    # Gone before the last day: adopted, home with a mother from a family centre, or grown up.
    "gone, 18": (date(1997, 1, 10), date(1997, 6, 20)),
    "gone, 18 by autumn": (date(1997, 7, 10), date(1997, 11, 20)),
    "gone, infant": (date(2014, 7, 10), date(2014, 11, 20)),
    "gone, 1 to 4": (date(2010, 6, 1), date(2013, 10, 1)),
    "gone, 5 to 13": (date(2001, 7, 1), date(2009, 11, 1)),
}


@dataclass(frozen=True)
class Course:
    """How many children of one age went the same way through the three days."""

    places: str
    ages: str
    children: int


TABLE = """
RRR  1 to 4: 5, 5 to 9: 10, 10 to 13: 7, 14 to 15: 3, 16 to 17: 2
OOO  1 to 4: 7, 5 to 9: 18, 10 to 13: 23, 14 to 15: 6, 16 to 17: 4
AAA  5 to 9: 3, 10 to 13: 4, 14 to 15: 3, 16 to 17: 2
OAA  5 to 9: 1, 10 to 13: 1
OOA  5 to 9: 1, 10 to 13: 1, 14 to 15: 1
DDD  1 to 4: 2
ODD  1 to 4: 2
OOD  1 to 4: 2
PPP  1 to 4: 1, 5 to 9: 3, 10 to 13: 2, 14 to 15: 1, 16 to 17: 1
KKK  10 to 13: 2, 14 to 15: 2, 16 to 17: 2
KKH  16 to 17: 1
SSS  5 to 9: 1, 10 to 13: 3, 14 to 15: 1
OSS  10 to 13: 1
HHH  16 by January: 5
OHH  16 by June: 2
OOH  16 to 17: 1
RR-  gone, 5 to 13: 5
OO-  gone, 1 to 4: 2, gone, 5 to 13: 4, gone, 18 by autumn: 2
AA-  gone, 5 to 13: 2
DD-  gone, 1 to 4: 4
OD-  gone, 1 to 4: 3
PP-  gone, 5 to 13: 5
KK-  gone, 18 by autumn: 1
HH-  gone, 18 by autumn: 3
FF-  gone, infant: 3
R--  gone, 1 to 4: 3, gone, 5 to 13: 5
O--  gone, 1 to 4: 3, gone, 5 to 13: 5, gone, 18: 2
A--  gone, 5 to 13: 2
D--  gone, 1 to 4: 8
P--  gone, 5 to 13: 3
K--  gone, 18: 2
S--  gone, 18: 1
H--  gone, 18: 2
F--  gone, infant: 3
R<<  gone, 1 to 4: 4, gone, 5 to 13: 6
O<<  gone, 1 to 4: 5, gone, 5 to 13: 16, gone, 18: 4
A<<  gone, 5 to 13: 4
D<<  gone, 1 to 4: 9
P<<  gone, 5 to 13: 5
K<<  gone, 18: 3
H<<  gone, 18: 4
-RR  1 to 4: 2, 5 to 9: 2, 10 to 13: 2
-OO  born early 2015: 1, 1 to 4: 2, 5 to 9: 3, 10 to 13: 2, 14 to 15: 1
-OD  1 to 4: 2
-OA  10 to 13: 1
-AA  16 to 17: 2
-PP  1 to 4: 1, 5 to 9: 1
-KK  16 to 17: 1
-HH  16 by June: 1
-FF  born early 2015: 2
-O-  gone, 5 to 13: 3
-F-  born early 2015: 1
--R  1 to 4: 1, 5 to 9: 1
--O  baby: 2, 1 to 4: 5, 5 to 9: 3, 10 to 13: 2, 14 to 15: 1
--A  10 to 13: 1
--P  1 to 4: 1, 5 to 9: 1
--K  16 to 17: 1
--H  16 to 17: 2
--F  baby: 4
"""


def courses() -> tuple[Course, ...]:
    """The table above, a `Course` for each age of each row, in its order."""
    matches = []
    for line in TABLE.strip().splitlines():
        places, _, rest = line.partition("  ")
        for part in rest.replace("gone, ", "gone; ").split(", "):
            ages, _, children = part.replace("gone; ", "gone, ").rpartition(": ")
            matches.append(Course(places, ages, whole(children)))
    return tuple(matches)
