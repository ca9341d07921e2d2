"""Words that only frame a question, or add little to its subject."""

# What only makes a question of the words around it.
QUESTION_WORDS = frozenset(
    """
    how what whats which whom whose where role job details information does did do can could
    should would may might must shall any all there here about me my us show find give get got
    figure figures count latest current currently now today recent recently please each per say
    says said council also just most more some than since tell happening happened happens happen
    old olds year years last doing thing things sit sits wat wen wot moment fewer less higher
    lower rising falling risen fallen gone going up down trend trends rise rose fall fell too
    high low mean means meaning definition explain cant dont doesnt didnt isnt arent wasnt
    werent hasnt havent cannot wont wouldnt couldnt shouldnt im ive theyre theyve thats theres
    whos wheres hows shes hes plz pls hi hello thanks am id u ur
    """.split()  # noqa: SIM905
)
# What stands beside the subject of a question and says little of it: it counts for a part alone.
WEAK_WORDS = frozenset(
    """
    able actually after again against ago already always among anybody anyone anything anyway
    back based because before being better between bigger biggest both came change changed
    changes changing come comes compare compared comparison cut different done down during each
    else enough ever everybody everyone everything exactly feeling first gets getting give given
    go goes greatest having high however important keep keeps kept key kind kinds know knows
    large largest like likely list lists long look looking lot low made main major make makes
    making maybe nobody nothing number off often one ones other others out over part people
    person put really reason report reported reports same seen serious show side small somebody
    someone something soon sort sorts still take taken than through time times told too tried
    try trying type types under until up use used using very views want wanted wants way ways
    while within work worse yet
    """.split()  # noqa: SIM905
)
# Words of everyday speech that say a little of a subject: rare in reports, they would drown others.
FAINT_WORDS = frozenset(
    """
    above across actual ahead along although amount anywhere apart appear appears around
    arrive arrived aspect available away bad become becomes bit bother both bring brings
    brought bunch certain clear clearly complete completely consider continue country
    couple cover currently deal dealt depend describe despite difficult directly easily
    easy either end ended ends entire especially even eventually everywhere exist expect explain
    extra face fact fair fairly fall far few fill final fine folk folks follow
    followed forget fully generally gone got great guess guy guys half handle handled hand
    hard hardly hers herself him himself hope huge immediately include included
    including info inside instead involve involved issue issues itself job jump kinda lately later
    let letting lots loads massive matter mention mentioned mind mine mostly move much myself near
    nearby nearly neither nice none nor normal normally nowhere obviously off ok okay onto open
    opposed ordinary others ours own particular pass past perhaps pick picked place point
    possible possibly prefer present pretty previous previously probably
    proper properly provide pull push putting quite rather real regular regularly relevant
    remain remember require ring round seem seems seen send sending sends sense sent set
    sets similar simply sitting situation somehow sometimes somewhere sorry
    special specific spot start started starts stuff such suddenly suppose supposed sure tell
    themselves them though throughout tomorrow tonight total totally toward towards true
    turn turned turns typical unless upon us useful usual usually various via walk watch
    well whatever whenever wherever whether whoever whole wonder wondering word words
    wrong yesterday yourself working worked works date dates
    problem problems facing faces tackle tackles tackling
    """.split()  # noqa: SIM905
)
# Words that count for a part beside others: what a person thinks, how old a thing is.
LESSER_WORDS = frozenset(
    (
        "think",
        "thinks",
        "feel",
        "feels",
        "felt",
        "new",
        "old",
        "result",
        "results",
        "idea",
        "ideas",
        "worry",
        "highest",
        "lowest",
        "called",
        "second",
        "run",
        "running",
        "ran",
    )
)
# What asks for a span of time: what prints none is no answer.
SPANS = frozenset(("how often",))
# Words after which stands what was done with the subject.
PASSIVE = frozenset(("been", "being", "were", "was"))
# Words that add nothing to “not” before another: “not yet been kept” is “not kept”.
AFTER_NOT = frozenset(("been", "being", "yet", "ever"))
