"""Short right papers in the shapes in which councils write them, put together from parts: how
paragraphs are numbered, where and how the committee is asked, how lists and annexes stand."""

from dataclasses import dataclass

NUMBERINGS = ("on", "per part", "dotted", "headings", "none")
ASKINGS = ("head", "plain", "lettered", "numbered", "roman", "nested", "for information")
ANNEXES = ("none", "listed", "cited", "exempt", "to follow", "attached")
LISTS = ("({})", "{})", "{}.", "•")
HEAD = """TARNFORD BOROUGH COUNCIL

{committee}

{date}

{title}
"""
PARTS = (
    (
        "Purpose of the report",
        (
            "This report tells the {short} how foster carers were trained in the year to 31 March "
            "2019, and what will be done in the year that follows."
        ),
        "The {short} asked for it at its meeting on Tuesday 11 December 2018.",
    ),
    (
        "Background",
        (
            "Every foster carer has a training plan. The plan is looked at with the supervising "
            "social worker twice a year."
        ),
        (
            "The rules changed on 1 April 2018: training is now also offered to the grown-up "
            "children of carers.{cites}"
        ),
    ),
    (
        "What was done",
        "Courses were held in three ways:\n{listed}",
        (
            "The autumn courses ran from 3 September 2018 to 30 November 2018. Those who could not "
            "come were offered a place in the spring."
        ),
        "Carers from two neighbouring authorities took part in the evening courses.",
    ),
    (
        "What carers said",
        (
            "Carers were asked in February 2019 what had helped. Most spoke of the evenings with "
            "other carers, and of the course about sleep."
        ),
        (
            "Some found the room hard to reach by bus. The courses of 2019 will be held in the "
            "library."
        ),
    ),
    (
        "Next steps",
        "A course about life online will begin in September 2019. It will be open to all carers.",
        "The {short} will have the next report in March 2020.",
    ),
)
ASKED = (
    "note how foster carers were trained in the year to 31 March 2019",
    "agree to receive the next report in March 2020",
)
ITEMS = (
    "in the evening, with other carers",
    "online, for those who live far away",
    "at home, with the supervising social worker",
)
LETTER = "Letter to carers about training"
PROGRAMME = "Programme of courses"


@dataclass(frozen=True)
class Shape:
    """How a paper is written: a member of each of the rows above, and what it is called."""

    numbering: str = "on"
    asking: str = "plain"
    annexes: str = "none"
    lists: str = "({})"
    annex: str = "Annex"
    labels: tuple[str, str] = ("A", "B")
    committee: str = "Children and Young People Scrutiny Panel"
    short: str = "Panel"
    date: str = "14 May 2019"
    title: str = "Training of foster carers"


def paper(shape):
    """The text of a right paper of that shape."""
    blocks = [HEAD.format(committee=shape.committee, date=shape.date, title=shape.title)]
    if shape.asking == "head":
        asked = " and ".join(one.replace("note", "notes", 1) for one in ASKED[:1])
        blocks.append(f"Recommendations: That the {shape.short} {asked}.\n")
    count = 0
    for place, (heading, *paragraphs) in enumerate(PARTS, 1):
        blocks.append(_heading(shape, place, heading))
        for within, words in enumerate(paragraphs, 1):
            count += 1
            said = words.format(short=shape.short, listed=items(shape.lists), cites=_cites(shape))
            blocks.append(_number(shape, place, within, count) + said)
    blocks += _asked(shape, len(PARTS) + 1, count)
    return "\n\n".join([*blocks, *_annexes(shape)]) + "\n"


def items(form, words=ITEMS):
    """A list of `words`, with letters in that form or with bullets."""
    labels = [form.format("abcdefgh"[place]) for place in range(len(words))]
    ends = [";"] * (len(words) - 2) + ["; and", "."]
    return "\n".join(
        f"{label} {one}{end}" for label, one, end in zip(labels, words, ends, strict=True)
    )


def _heading(shape, place, words):
    label = {"dotted": f"{place} ", "headings": f"{place}. "}.get(shape.numbering, "")
    return label + words


def _number(shape, place, within, count):
    return {"on": f"{count}. ", "per part": f"{within}. ", "dotted": f"{place}.{within} "}.get(
        shape.numbering, ""
    )


def _asked(shape, place, count):
    """The section that asks the committee, as it stands at the end of a paper."""
    if shape.asking == "head":
        return []
    heading = _heading(shape, place, "Recommendations")
    lead = _number(shape, place, 1, count + 1) + f"The {shape.short} is asked to:"
    first, second = ASKED
    if shape.asking == "for information":
        words = f"This report is for information only. The {shape.short} need decide nothing."
        return [heading, _number(shape, place, 1, count + 1) + words]
    if shape.asking == "plain":
        return [heading, *(f"That the {shape.short} {_says(one)}." for one in ASKED)]
    if shape.asking == "nested":
        inner = "(i) about courses held in the evening; and\n(ii) about courses held online."
        return [heading, lead, f"(a) {first}:\n{inner}\n(b) {second}."]
    labels = {"lettered": ("(a)", "(b)"), "numbered": ("(1)", "(2)"), "roman": ("(i)", "(ii)")}[
        shape.asking
    ]
    return [heading, lead, f"{labels[0]} {first}; and\n{labels[1]} {second}."]


def _says(words):
    return words.replace("note", "notes", 1).replace("agree", "agrees", 1)


def _cites(shape):
    if shape.annexes in ("none", "listed"):
        return ""
    first, second = (f"{shape.annex} {label}" for label in shape.labels)
    return f" The letter to carers is at {first}, and the courses are listed at {second}."


def _annexes(shape):
    """The list of annexes, and the annexes where they are attached."""
    if shape.annexes == "none":
        return []
    heading = "Annexes" if shape.annex == "Annex" else "Appendices"
    note = {"exempt": " (exempt)", "to follow": " (to follow)"}.get(shape.annexes, "")
    first, second = (f"{shape.annex} {label}" for label in shape.labels)
    listed = f"{first} – {LETTER}\n{second} – {PROGRAMME}{note}"
    attached = [
        f"{first} – {LETTER}",
        "Thank you for all that you do. The courses of the year are listed with this letter.",
        f"{second} – {PROGRAMME}",
        "Sleep, the evening of 5 September 2018. Life at school, the evening of 10 October 2018.",
    ]
    return [heading, listed, *(attached if shape.annexes == "attached" else [])]
