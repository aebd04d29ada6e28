"""Every code, what it says in one sentence, and whom it is for. A message is a word of the theme."""

from __future__ import annotations

from typing import Literal

Scope = Literal["document", "site", "editors"]
"""What a finding is about: the document, what this site has for it, or the editors' own writing, which no page shows."""


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for words translated later)
    """Mark a word for extraction."""
    return message


CODES: dict[str, Scope] = {
    "card.unused": "document",
    "assessment.added": "document",
    "assessment.lost": "document",
    "procedure.scope": "document",
    "wording.differs": "document",
    "name.differs": "document",
    "count.differs": "document",
    "assessment.no-card": "document",
    "link.retired": "document",
    "link.insecure": "document",
    "text.unclosed": "document",
    "text.spelling": "document",
    "source.contradiction": "document",
    "competency.strategy": "document",
    "competency.assessment": "document",
    "position.expired": "document",
    "gap.need": "site",
    "gap.course": "site",
    "gap.group": "site",
    "objective.verb": "editors",
    "text.language": "editors",
    "translation.none": "editors",
    "date.weekend": "editors",
}
"""Code → scope, in the order of pages."""

TOLD_ONCE = frozenset({"gap.need", "gap.course", "gap.group", "translation.none"})
"""Codes of what a whole site lacks: a report tells each once, with the first places."""

MESSAGES: dict[str, str] = {
    "card.unused": N_("it is required, but no competency uses it"),
    "assessment.added": N_("the logbook asks for {things}, the list does not"),
    "assessment.lost": N_("the list asks for {things}, the logbook does not"),
    "procedure.scope": N_(
        "the CUSUM score is compulsory for {first} procedures, but {second} are named here"
    ),
    "wording.differs": N_("the logbook words it otherwise than the list"),
    "name.differs": N_("it goes by two names"),
    "count.differs": N_("the number given is {first}, but {second} are named"),
    "assessment.no-card": N_("neither the list nor the logbook names a card or a general assessment"),
    "link.retired": N_("the address is no longer in use"),
    "link.insecure": N_("the address begins with http and is not encrypted"),
    "text.unclosed": N_("a quotation mark or bracket is opened and never closed"),
    "text.spelling": N_("a word is spelt in two ways"),
    "source.contradiction": N_("two places contradict each other"),
    "competency.strategy": N_("no way of learning it is named"),
    "competency.assessment": N_("no way of assessing it is named"),
    "position.expired": N_("it was to hold until {first}, and that year is over"),
    "gap.need": N_("nothing on this site meets it"),
    "gap.course": N_("neither a competency that it teaches nor a need that it meets is named"),
    "gap.group": N_("no course and no activity on this site is for them"),
    "objective.verb": "it has no verb: what can the learner do?",
    "text.language": "this looks like {second}, not {first}",
    "translation.none": "there is no translation to {first}; readers of it meet another language",
    "date.weekend": "{first} is a {second}",
}
"""Code → what is wrong, without the name of the thing. `{things}` are the values together, `{first}` and `{second}` the
first two of them. What is for editors only is said in English, like the rest of a report."""

REMEDIES: dict[str, str] = {
    "text.unclosed": "if the source has it so, leave it, or accept it with a reason",
    "position.expired": "look for the document that follows, and name this one in its replaces",
    "competency.strategy": "name one in strategies, or accept it with a reason",
    "competency.assessment": "name one in assessments, or accept it with a reason",
    "gap.need": "name it in meets of a course, channel or activity, or accept it with a reason",
    "gap.course": "write teaches or meets, or accept it with a reason",
    "gap.group": "name it in target_groups of a course, channel or activity, or accept it with a reason",
    "link.retired": "write superseded_by where there is a new address, or accept it with a reason",
    "link.insecure": "write https:// if the address answers to it, or accept it with a reason",
    "objective.verb": "begin with what the learner does",
    "text.language": "move it to the file of its language, or translate it",
    "translation.none": "write one, or accept it with a reason",
    "date.weekend": "correct it if it is a slip",
}
"""Code → what to do; see `remedy`."""


def remedy(code: str) -> str:
    """Say what to do about a finding."""
    return REMEDIES.get(code, "if the source has it so, ask its publisher, or accept it with a reason")
