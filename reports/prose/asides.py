"""Words by which a clause is of something else than what the council did and counted: of another
area, an aim, an earlier time, of what is not so or excepted, of what would be or is to come.

Each is a part of a pattern, to stand between `\\b(?:` and `)\\b`. A reading names those that it
does not answer for, and besides only what is its own.
"""

OTHER_AREAS = (
    r"[Nn]ation(?:al|ally|wide)?|[Ee]ngland|[Ww]ales|neighbour(?:s|ing)?|comparators?|"
    # A regional adoption agency is the council's own service.
    r"[Rr]egion(?:s|ally|al(?!\s+(?:[a-z]+\s+)?agenc))?"
)
AIMS = r"targets?|targeted|aim(?:s|ed|ing)?|goals?|benchmark(?:s|ed|ing)?|ambitions?"
_A_TIME = r"(?:year|half-year|quarter|term|month|week|time|date|period|report|survey|audit)s?\b"
EARLIER_TIMES = (
    # “An earlier referral”, “a previous plan” is no time.
    r"(?<!\ba )previous|previously|prior|(?<!\ban )earlier|ago|"
    rf"(?:a\s+previous|an\s+earlier)(?=\s+{_A_TIME})|"
    r"(?:year|half-year|quarter|term|month)\s+before|"
    r"last\s+(?:year|half-year|quarter|term|month|week|time|report)"
)
NEGATIONS = r"not|never|neither|nor|no\s+longer"
EXCEPTIONS = r"except\w*|exclud\w+|apart|other\s+than"
CONDITIONS = r"if|unless|should|would|might|must|shall|will"
EXPECTATIONS = r"expect\w*|hop(?:es?|ing)|intend(?:s|ed|ing)?|predict(?:s|ed|ion)?"
