"""Rubbish that people, programs and slips put into a form, each with a word by which a log can be
searched for it."""

# In every text, so that a log that repeats what was typed is found out.
MARK = "quibblewick"
LONG = f"{MARK} " + "x" * 12_000

TEXTS = {
    "very long": LONG,
    "a null byte": f"{MARK}\x00end",
    "right to left": f"\u202e{MARK}\u2067\u200f",
    "emoji": f"{MARK} \U0001f9d1\u200d\U0001f692\U0001f3f4",
    "markup": f"<script>alert('{MARK}')</script><b onclick=x>",
    "a template": "{{ 3|add:4 }}{% debug %}" + MARK,
    "a format": f"%s %(pk)s {{0}} {{a.b}} {MARK}",
    "quotes": f"\"'`;--\\ {MARK} '); DROP TABLE accounts_user;",
    "tokens": f"[[{MARK}]] [[para:nowhere]] [[dbs.overdue @never | words]] ** _ [x](javascript:y)",
    "an unclosed token": f"[[{MARK} [[[[ ]] **a _b",
    "lines": f"{MARK}\r\n\r\n\r\n  i. a\r\n\t* b | c | d\r\n|||",
    "bars": f"{MARK} | {MARK} | {MARK} | {MARK}\n|\n| |",
    "control characters": f"{MARK}\x01\x08\x0b\x1f\x7f\ufffe",
    "a lone accent": "\u0301" * 3 + MARK,
    "only spaces": " \t\u00a0\u2003 ",
    "a path": f"../../../etc/{MARK}",
}
NUMBERS = (
    "99999999999999999999", "9223372036854775808", "2147483648", "-1", "0", "1e9", "NaN",
    "Infinity",
    "1.5", "٣", "½", "0x10", "1_000", "",
)  # fmt: skip
# A day, a month, a year.
DAYS = (
    ("31", "02", "2016"), ("14", "11", "0216"), ("0", "0", "0"), ("-1", "1", "2016"),
    ("1", "13", "2016"), ("٣", "١", "٢٠١٦"), ("1", "1", "99999999999999999999"), ("1", "", "2016"),
    ("1", "1", "2099"), ("1", "1", "1900"), ("x\x00", "y", "z"), ("29", "2", "2100"),
)  # fmt: skip
# Where one of a few is chosen.
CHOICES = ("", "0", "-1", "99999999999999999999", MARK, f"{MARK}\x00", "None", "True", "9" * 5000)
# Every kind of value, put into each field at once.
EVERYWHERE = {
    **TEXTS,
    **{f"number {one or 'empty'}": one for one in NUMBERS},
}
