"""Notices: what was found, told to the person who edits the files, in English like the rest of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from ..findings import MESSAGES, TOLD_ONCE, Case, Finding, Named, Quote, Value, find, reason, remedy
from ..findings import together as put_together
from ..findings import unused as accepted_in_vain
from ..locales.numbers import join_list
from ..model.words import Text

_SHOWN = 7
"""Things that a message names before it only counts."""

_SPOKEN = {"competency": "competencies", "card": "cards", "need": "needs", "requirement": "requirements"}
"""Kinds that people know by number, and what several of them are called."""


def notices(catalogue: Catalogue, today: date) -> tuple[Diagnostic, ...]:
    """Return what is found in a site on a day and nobody accepts, then what is accepted in vain.

    What has the same cause in one file is told once; so is what a whole site lacks.
    """
    cases = find(catalogue, today)
    wanted = ((each, None) for each in cases if reason(catalogue, each) is None)
    found = put_together(wanted, lambda case: "" if case.code in TOLD_ONCE else case.file)
    return (*map(_told, found), *_in_vain(catalogue, cases))


def _in_vain(catalogue: Catalogue, cases: tuple[Case, ...]) -> Iterator[Diagnostic]:
    for each in accepted_in_vain(catalogue, cases):
        spot = each.entity.spot("accepted", each.index)
        of = f" of {each.of}" if each.of else ""
        message = f"nothing is found{of} that would be {each.code}"
        yield Diagnostic(
            spot.place,
            "accepted.unused",
            message,
            spot.where,
            "delete it, or correct what it is of",
            "warning",
        )


def _told(found: Finding) -> Diagnostic:
    first = found.cases[0].sides[0].spot
    places = [side.spot.place for case in found.cases for side in case.sides]
    if found.code in TOLD_ONCE:
        places = places[:_SHOWN]
    others = tuple(dict.fromkeys(each for each in places if each != first.place))
    return Diagnostic(
        first.place, found.code, _message(found), first.where, remedy(found.code), "notice", others
    )


def _message(found: Finding) -> str:
    case = found.cases[0]
    values = tuple(_plain(each) for each in case.values)
    both = (*values, "", "")
    things = join_list(values, "en")
    said = MESSAGES[found.code].format(things=things, first=both[0], second=both[1])
    quotes = " / ".join(
        f'"{each.words}"' for side in case.sides for each in side.says if isinstance(each, Quote)
    )
    named = _named(found.cases)
    said = f"{named}: {said}" if named else said
    return f"{said}: {quotes}" if quotes and len(found.cases) == 1 else said


def _named(cases: Iterable[Case]) -> str:
    """Return what some cases are about, in few words; nothing where the place says it."""
    cases = tuple(cases)
    names = list(dict.fromkeys(_name(each) for each in cases))
    kinds = {each.about.partition(":")[0] for each in cases}
    alone = len(cases) == 1 and cases[0].label is None and cases[0].about == cases[0].sides[0].entity.ref
    if alone:
        return ""
    homes = {each.sides[0].entity.home for each in cases}
    if len(kinds) == 1 and len(homes) == 1 and kinds <= _SPOKEN.keys():
        kind = next(iter(kinds))
        numbers = _list([each.rpartition("/")[2] for each in names])
        names = [f"{kind if len(names) == 1 else _SPOKEN[kind]} {numbers}"]
    return _list(names)


def _list(names: list[str]) -> str:
    rest = len(names) - _SHOWN
    return join_list(names if rest <= 1 else [*names[:_SHOWN], f"{rest} more"], "en")


def _name(case: Case) -> str:
    if case.label is None:
        return case.about
    index = case.sides[0].spot.where.split(".")
    return index[1] if len(index) > 1 else case.about


def _plain(value: Value) -> str:
    match value:
        case Named(ref=ref):
            kind, _, id_ = ref.partition(":")
            return f"{kind} {id_.rpartition('/')[2]}" if kind in _SPOKEN else id_
        case Quote(words=words):
            return words
        case Text(words=words):
            return words[0][1]
    return str(value)
