"""The sentences for what a field refuses: each names the field."""

from django import forms
from django.forms.utils import pretty_name

NO_EMAIL = "Enter an e-mail address such as name@council.example"
# Quotation marks within others.
WITHIN = str.maketrans("“”", "‘’")
# A label that begins so is quoted, or needs no article.
QUESTIONS = {"who", "what", "how", "when", "where", "which", "why"}
DETERMINERS = {"the", "a", "an", "its", "your", "their"}
# What a field must do that has such a limit.
LIMITS = {
    "max_length": "have {:,} characters or fewer",
    "min_value": "be {:,} or more",
    "max_value": "be {:,} or less",
}


def name_in_refusals(name, field):
    """Gives `field` a sentence with its label for each refusal that has Django's words: “This field
    is required” names nothing in the list at the head of the page."""
    label = f"“{str(field.label or pretty_name(name)).translate(WITHIN)}”"
    usual = _usual_messages(field)
    is_choice = isinstance(field.widget, forms.Select | forms.RadioSelect | forms.FileInput)
    missing = f"Choose {label} from the list"
    plain = str(field.label or pretty_name(name))
    sentences = {"required": ask_for(plain, "Select" if is_choice else "Enter")}
    # What is ticked is a statement, not the name of something.
    if isinstance(field.widget, forms.CheckboxInput):
        sentences["required"] = f"Select {label}"
    for code, bounds in LIMITS.items():
        limit = getattr(field, code, None)
        limit = limit() if callable(limit) else limit
        sentences |= {code: f"{label} must {bounds.format(limit)}"} if limit is not None else {}
    if isinstance(field, forms.IntegerField):
        sentences |= _of_numbers(field, label)
    if isinstance(field, forms.ChoiceField):
        sentences |= dict.fromkeys(("invalid_choice", "invalid_list"), missing)
    if isinstance(field, forms.ModelMultipleChoiceField):
        sentences["invalid_pk_value"] = missing
    sentences |= {"invalid": NO_EMAIL} if isinstance(field, forms.EmailField) else {}
    for code, sentence in sentences.items():
        if field.error_messages.get(code) == usual.get(code):
            field.error_messages[code] = sentence


def ask_for(label, verb="Enter"):
    """The sentence that asks for a field left empty, “Enter the title” or “Select how often it
    meets”; it quotes a question."""
    first, *_ = label.split() or [""]
    if first[1:2].isupper() or label.endswith("?"):
        return f"{verb} “{label.translate(WITHIN)}”"
    article = "" if first.lower() in DETERMINERS | QUESTIONS else "the "
    return f"{verb} {article}{label[:1].lower()}{label[1:]}"


def _of_numbers(field, label):
    """Code → sentence of a field of numbers. An empty box is no wrong number: it is asked for.

    A field without an example gives both its limits, where it has them, whichever was passed.
    """
    label = getattr(field, "shown_as", "") or label
    kind = "a number" if isinstance(field, forms.DecimalField) else "a whole number"
    least, most = field.min_value, field.max_value
    sentences = {"required": f"Enter a number for {label}", "invalid": f"{label} must be {kind}"}
    if example := getattr(field, "example", None):
        sentences["invalid"] += f", such as {example}"
        sentences["min_value"] = f"{label} must be {least:,} or more" if least is not None else ""
        sentences["max_value"] = f"{label} must be {most:,} or fewer" if most is not None else ""
    elif least is not None and most is not None:
        within = f"{label} must be {kind} from {least:,} to {most:,}"
        sentences |= dict.fromkeys(("invalid", "min_value", "max_value"), within)
    return {code: sentence for code, sentence in sentences.items() if sentence}


def _usual_messages(field):
    messages = {}
    for kind in reversed(type(field).__mro__):
        messages |= getattr(kind, "default_error_messages", {})
    return messages
