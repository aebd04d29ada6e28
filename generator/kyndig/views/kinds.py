"""What each kind of entity is called, which line it carries, and which part of the site it belongs to."""

from __future__ import annotations

from ..routes.segments import N_

LABELS = {
    "curriculum": N_("Curriculum"), "competency": N_("Competency"), "objective": N_("Objective"),
    "area": N_("Area"), "card": N_("Competency card"), "functional-area": N_("Functional area"),
    "procedure": N_("Procedure"), "requirement": N_("Requirement"), "role": N_("Role"), "method": N_("Assessment method"),
    "strategy": N_("Learning strategy"), "specialty": N_("Specialty"), "course": N_("Course"),
    "instance": N_("Course date"), "position": N_("Position document"), "section": N_("Section"),
    "statement": N_("Statement"), "plan": N_("Plan"), "need": N_("Need"), "channel": N_("Channel"),
    "activity": N_("Activity"), "target-group": N_("Target group"), "group": N_("Working group"),
    "purpose": N_("Purpose"), "organisation": N_("Organisation"), "profession": N_("Profession"),
    "topic": N_("Topic"), "region": N_("Region"), "term": N_("Term"), "source": N_("Source"), "news": N_("News"),
    "page": N_("Page"), "form": N_("Form of teaching"), "care-level": N_("Level of care"),
}
"""Kind → its name."""

LINES = {
    "curriculum": "competency", "competency": "competency", "objective": "competency", "area": "competency",
    "card": "competency", "functional-area": "competency", "procedure": "competency", "requirement": "competency",
    "role": "competency", "method": "competency", "strategy": "competency", "term": "competency",
    "course": "course", "instance": "course", "form": "course",
    "position": "position", "section": "position", "statement": "position", "organisation": "position",
    "source": "position",
    "plan": "need", "need": "need", "channel": "need", "activity": "need", "target-group": "need", "group": "need",
    "purpose": "need", "profession": "need", "topic": "need", "region": "need",
}
"""Kind → the one of the four lines it carries: its own, or that of its nearest relative."""

SECTIONS = {
    "curriculum": "curricula", "competency": "curricula", "area": "curricula", "card": "curricula",
    "role": "curricula", "method": "curricula", "strategy": "curricula", "curricula": "curricula",
    "roles": "curricula", "methods": "curricula", "strategies": "curricula",
    "course": "courses", "courses": "courses",
    "position": "positions", "statement": "positions", "positions": "positions", "organisation": "positions",
    "organisations": "positions",
    "plan": "needs", "need": "needs", "needs": "needs", "target-group": "needs", "target-groups": "needs",
    "group": "needs", "groups": "needs",
}
"""Kind or first part of a list's name → the entry of the main menu it belongs to."""

ORDER = (
    "need", "plan", "statement", "position", "competency", "objective", "curriculum", "card", "area", "course",
    "instance", "channel", "activity", "target-group", "profession", "organisation", "group", "purpose", "topic", "region",
    "role", "method", "strategy", "procedure", "requirement", "functional-area", "form", "care-level", "specialty",
    "term", "source", "news", "page",
)
"""The order in which related things are listed: from need to course, then the rest."""

LANGUAGES = (N_("language/da"), N_("language/nb"), N_("language/en"), N_("language/sv"), N_("language/nn"),
             N_("language/own name"))
"""Names of languages as they stand in running text, and a language's own name as a heading."""
