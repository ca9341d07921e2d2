"""Short names of the papers."""

A16, B17, OVERVIEW = "york-2016", "york-2017", "york-2020-overview"
PEERS, MINUTES, PLAN = "york-2020-peer-review", "york-2020-minutes", "york-2020-work-plan"
AGENDA, WELLBEING = "york-2020-agenda", "york-2020-wellbeing"
COUNTY, LETTER = "worcestershire-2016", "letter-2011"
