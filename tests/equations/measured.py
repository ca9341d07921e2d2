"""Passages with a fault each, as `«right|wrong»`, that only measure how far the rule reaches."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

MEASURED = (
    "The walking bus had 38 children on it in June. Since September nine have moved up to the next school and 14 have joined, so it now has «43|47».",
    "The library lent 4,120 books to the homes in the first half of the year and 3,870 in the second, «7,990|7,890» altogether.",
    "We sent 19 of our 27 wardens on the course. The other «eight|six» will go in the autumn.",
    "The two funds hold £18,500 and £22,300. Between them there is accordingly «£40,800|£41,800».",
    "Of 112 visits planned, 97 were made. That left «15|25» to be made in the new year.",
    "The waiting time was 47 days in the spring. By the autumn it was 39, which is «eight|six» days shorter.",
    "Thirteen boys and 18 girls were in the choir, making «31|33» singers.",
    "The grant was £75,000 and the project cost £68,400. The saving of «£6,600|£7,600» has been returned.",
    "In the north 46 homes were full and in the south 38. The north thus had «eight|ten» more full homes than the south.",
    "The rate of turnover was 18% among residential staff and 11% among social workers, a gap of «seven|nine» percentage points.",
    "Five teams, each with seven workers, answered, so that there were «35|45» answers.",
    "There had been 240 pupils in the unit; after the move there were 180. The number had therefore fallen by «a quarter|a third».",
    "Twenty-six placements were reviewed and 17 went on unchanged. It follows that «nine|eleven» were altered.",
    "The hall seats 220 and 184 came. «Thirty-six|Forty-six» seats were therefore empty.",
    "The charity gave £12,000, the council £9,500 and the parish £2,500. The total comes to «£24,000|£26,000».",
    "At the start of term 52 laptops were out on loan. Eleven were brought back in October and six more were lent, leaving «47|41» on loan.",
    "Eight of the 15 governors were new. The remaining «seven|nine» had served before.",
    "The helpline took 312 calls in 2013 and 390 in 2014, «a quarter|a fifth» more.",
    "The first bid was for £64,000, the second for £51,000; the second was therefore «£13,000|£15,000» lower.",
    "Six homes have nine beds each and there are thus «54|56» beds.",
)
