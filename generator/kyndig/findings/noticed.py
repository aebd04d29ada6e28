"""All that is found in a site: every rule once, and an answer for each page that asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ..catalogue import Catalogue
from ..digests import digest_of
from ..model.words import Text
from ..reads import Key, note, unnoted
from . import addresses, curricula, days, gaps, recorded, texts
from .accepting import reason
from .codes import CODES
from .found import Case, Finding, Rule, together

RULES: tuple[Rule, ...] = (
    curricula.required_cards_are_used,
    curricula.list_and_logbook_assess_alike,
    curricula.counted_procedures_are_the_same,
    curricula.list_and_logbook_word_alike,
    curricula.everything_has_a_card_or_is_assessed_in_general,
    curricula.competencies_are_learnt_and_assessed,
    recorded.recorded_disagreements,
    addresses.listed_addresses_work,
    addresses.own_addresses_are_encrypted,
    days.positions_still_hold,
    days.courses_start_on_weekdays,
    texts.objectives_have_verbs,
    texts.texts_are_in_their_language,
    texts.files_are_translated,
    gaps.needs_are_met,
    gaps.courses_teach_something,
    gaps.groups_are_served,
)


def find(catalogue: Catalogue, today: date) -> tuple[Case, ...]:
    """Run every rule over the catalogue, and return what they find in the order of the codes."""
    order = list(CODES)
    found = (case for rule in RULES for case in rule(catalogue, today))
    return tuple(sorted(found, key=lambda case: order.index(case.code)))


class Noticed:
    """What pages show of all that was found on a day, by document and by thing; what is asked for is noted.

    Nothing is looked for before the first question, so that those who make one page need not wait.
    """

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self._answers: dict[Key, tuple[Finding, ...]] | None = None

    def in_source(self, source: str) -> tuple[Finding, ...]:
        """Return what was found in a document, by the id of the source; what is accepted comes last."""
        return self._ask(f"noticed in {source}")

    def about(self, ref: str) -> tuple[Finding, ...]:
        """Return what was found about a thing in the document it stands in, by its reference."""
        return self._ask(f"noticed of {ref}")

    def facts(self) -> dict[Key, object]:
        """Return the present answer to everything that can be asked."""
        return {
            key: digest_of(*(each.answer for each in found)) for key, found in self._all().items() if found
        }

    def _ask(self, key: Key) -> tuple[Finding, ...]:
        note(key)
        return self._all().get(key, ())

    def _all(self) -> Mapping[Key, tuple[Finding, ...]]:
        if self._answers is None:
            self._answers = unnoted(lambda: _answers(self._catalogue, self._today))
        return self._answers


def _answers(catalogue: Catalogue, today: date) -> dict[Key, tuple[Finding, ...]]:
    sorted_in: dict[Key, list[tuple[Case, Text | None]]] = {}
    for case in find(catalogue, today):
        if CODES[case.code] != "editors":
            known = case, reason(catalogue, case)
            for key in _keys(case):
                sorted_in.setdefault(key, []).append(known)
    return {key: _open_first(together(cases)) for key, cases in sorted_in.items()}


def _keys(case: Case) -> Iterable[Key]:
    yield from (f"noticed in {source}" for source in sorted(case.sources))
    if CODES[case.code] == "document":
        yield from (f"noticed of {ref}" for ref in dict.fromkeys((case.about, *case.also)))


def _open_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: each.reason is not None))
