"""What has changed of an item, in words: which fields, which values, how it is assessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...routes.segments import N_
from ...versions import Altered, Change, Run, Step, Use, compare
from ..parts import Phrase
from ..reader import Reader
from .competency import levels, scope_words, time_words

LOOKS = {
    "added": (N_("Added"), N_("{count} added")),
    "removed": (N_("Removed"), N_("{count} removed")),
    "joined": (N_("Joined"), N_("{count} joined")),
    "divided": (N_("Divided"), N_("{count} divided")),
    "moved": (N_("Moved"), N_("{count} moved")),
    "reworded": (N_("Reworded"), N_("{count} reworded")),
    "assessment": (N_("Assessed otherwise"), N_("{count} assessed otherwise")),
    "facts": (N_("Other facts"), N_("{count} with other facts")),
}
"""What may have happened to an item → the words at the item, and those that count."""

KINDS = {
    "curriculum": N_("The curriculum as a whole"),
    "competency": N_("Competencies"),
    "objective": N_("Objectives"),
    "area": N_("Areas"),
    "card": N_("Competency cards"),
    "schedule": N_("Assessments in common"),
    "requirement": N_("Requirements"),
}
"""Kind of item → the name of several."""

_FIELDS = {
    "title": N_("Name"),
    "label": N_("Name"),
    "statement": N_("What"),
    "text": N_("Words"),
    "note": N_("Note"),
    "sufficiency": N_("Good enough"),
    "outcome": N_("At the end"),
    "qualifies_for": N_("Gives access to"),
    "logbook": N_("In the logbook"),
    "number": N_("Number"),
    "area": N_("Area"),
    "competency": N_("Competency"),
    "specialty": N_("Specialty"),
    "stage": N_("Stage"),
    "months": N_("Length"),
    "approved_by": N_("Approved by"),
    "prepared_by": N_("Prepared by"),
    "role": N_("Role"),
    "roles": N_("Roles"),
    "functional_area": N_("Functional area"),
    "url": N_("Address"),
    "method": N_("Method"),
    "times": N_("Times"),
    "formative_months": N_("Formative in month"),
    "summative_months": N_("Summative in month"),
    "cards": N_("Competency cards"),
    "courses": N_("Courses"),
    "strategies": N_("Learning strategies"),
    "procedures": N_("Procedures"),
    "scope": N_("Covers"),
    "level": N_("Level"),
    "supervised": N_("Supervision"),
    "assessments": N_("Assessed with"),
}
"""Field → its name."""

_NAMED = {
    "specialty": "specialty",
    "approved_by": "organisation",
    "prepared_by": "organisation",
    "role": "role",
    "roles": "role",
    "functional_area": "functional-area",
    "method": "method",
    "cards": "card",
    "courses": "course",
    "strategies": "strategy",
    "procedures": "procedure",
}
"""Field → the kind of what it refers to."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that differs: as runs of words in a language, or as values that are gone and that have come."""

    label: str
    runs: tuple[Run, ...] = ()
    lang: str | None = None
    gone: tuple[Phrase, ...] = ()
    come: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Says in a reader's words what has changed between two versions; `lang` is the language they are compared in."""

    reader: Reader
    step: Step
    lang: str | None

    def details(self, change: Change) -> tuple[Detail, ...]:
        """Return all that differs of an item that is in both versions."""
        return (
            *self._moves(change),
            *(
                Detail(self._label(each.field), compare(each.was, each.now), self.lang)
                for each in change.reworded
            ),
            *self._assessed(change),
            *(self._altered(change, each) for each in change.altered),
        )

    def _label(self, name: str) -> str:
        return self.reader.word(_FIELDS[name])

    def _moves(self, change: Change) -> Iterator[Detail]:
        kind = "area" if change.kind == "competency" else "competency"
        for each in change.moved:
            if each.field == "number":
                yield Detail(self._label("number"), gone=(Phrase(each.was),), come=(Phrase(each.now),))
            else:
                sides = (self.step.before, each.was), (self.step.after, each.now)
                gone, come = (self._name(document, kind, name) for document, name in sides)
                yield Detail(self._label(kind), gone=gone, come=come)

    def _name(self, document: Entity, kind: str, name: str) -> tuple[Phrase, ...]:
        """Return what something in a version, or outside it, is called; nothing for nothing."""
        if not name:
            return ()
        entity = self.reader.catalogue.near(document, kind, name)
        title = self.reader.title(entity)
        return (replace(title, text=f"{name} {title.text}") if kind == "competency" else title.capital,)

    def _assessed(self, change: Change) -> Iterator[Detail]:
        for logbook, label in ((False, "assessments"), (True, "logbook")):
            gone = self._uses(self.step.before, (each for each in change.gone if each.logbook == logbook))
            come = self._uses(self.step.after, (each for each in change.come if each.logbook == logbook))
            if gone or come:
                yield Detail(self._label(label), gone=gone, come=come)

    def _uses(self, document: Entity, uses: Iterable[Use]) -> tuple[Phrase, ...]:
        return tuple(self._use(document, each) for each in uses)

    def _use(self, document: Entity, use: Use) -> Phrase:
        method = self.reader.title(self.reader.catalogue[f"method:{use.method}"])
        card = self._name(document, "card", use.card or "")
        parts = (*(each.text for each in card), time_words(self.reader, use))
        return Phrase(", ".join(part for part in (method.capital.text, *parts) if part), method.lang)

    def _altered(self, change: Change, altered: Altered) -> Detail:
        name = altered.field
        sides = (
            (self.step.before, change.was[0], altered.gone),
            (self.step.after, change.now[0], altered.come),
        )
        gone, come = (
            tuple(
                phrase for value in values for phrase in self._value(document, change.kind, name, id_, value)
            )
            for document, id_, values in sides
        )
        if name == "scope":
            gone, come = self._scopes(change)
        return Detail(self._label(name), gone=gone, come=come)

    def _value(self, document: Entity, kind: str, name: str, id_: str, value: str) -> tuple[Phrase, ...]:
        if name in _NAMED:
            return self._name(document, _NAMED[name], value)
        return (Phrase(_values(self.reader).get(name, str)(value)),)

    def _scopes(self, change: Change) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
        """Return the limits of a competency that are gone and that have come, in words."""
        was, now = (
            scope_words(self.reader, self.reader.catalogue[f"competency:{document.id}/{id_}"].value.scope)
            for document, id_ in ((self.step.before, change.was[0]), (self.step.after, change.now[0]))
        )
        return (
            tuple(Phrase(each) for each in was if each not in now),
            tuple(Phrase(each) for each in now if each not in was),
        )


def _values(reader: Reader) -> dict[str, Callable[[str], str]]:
    """Return for each field how its values are said."""
    stages = {
        "introduction": reader.word("introductory training"),
        "main": reader.word("main training"),
        "advanced": reader.word("advanced training"),
    }

    def months(value: str) -> str:
        return reader.words.ngettext("{count} month", "{count} months", int(value)).format(count=value)

    return {
        "stage": lambda value: stages[value],
        "months": months,
        "level": lambda value: levels(reader)[value],
        "supervised": lambda value: reader.word("under supervision"),
    }
