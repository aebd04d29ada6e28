"""The page of something that was taken away: it says so, when and why, and what to look at instead."""

from __future__ import annotations

from dataclasses import dataclass

from ...routes import FOLDERS, Page, history_of
from ..announced.facts import title_of
from ..announced.reasons import withdrawal
from ..kinds import LABELS
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from ..shell import Head, list_link, list_shell


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What the template of a withdrawn page shows; `reason` is None where nobody gave one."""

    day: str
    iso: str
    reason: Phrase | None
    instead: tuple[Linked, ...]
    list: Linked | None


def withdrawn(reader: Reader, page: Page) -> tuple[Shell, WithdrawnView]:
    """Make the page of something that was taken away."""
    history = history_of(reader.catalogue, page.key)
    assert history.gone is not None
    kind, day = history.of.partition(":")[0], history.gone.line.at.date()
    why = withdrawal(reader, history.of)
    lists = {**FOLDERS, "curriculum": "curricula"}
    body = WithdrawnView(
        reader.date(day),
        day.isoformat(),
        reader.say(why.value.reason) if why else None,
        tuple(reader.link(each.to, each.why) for each in why.value.instead) if why else (),
        list_link(reader, lists[kind]) if kind in lists else None,
    )
    lead = reader.word("This was withdrawn {day}.").format(day=body.day)
    crumbs = (body.list,) if body.list else ()
    head = Head(title_of(reader, history.now), Phrase(lead), label=reader.word(LABELS[kind]), crumbs=crumbs)
    return list_shell(reader, page, head), body
