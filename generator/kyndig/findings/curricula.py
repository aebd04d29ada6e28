"""Rules for a curriculum: its list of competencies, its logbook and its cards say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..catalogue import Catalogue, Entity
from ..model.curriculum import AssessmentUse
from ..model.facts import Citation
from .found import Case, Named, Quote, Side, Value


def required_cards_are_used(catalogue: Catalogue, _day: date) -> Iterator[Case]:
    """A card that must be documented is used by a competency, in the list or in the logbook."""
    for curriculum in catalogue.of_kind("curriculum"):
        cards = catalogue.parts(curriculum, "card")
        unused = [each for each in cards if not catalogue.origins(each, "assessments", "logbook")]
        for card in unused:
            for requirement, _ in catalogue.origins(card, "cards"):
                place = requirement.value.cards.index(card.value.id)
                asked = tuple(Named(each.ref) for each, _ in catalogue.targets(requirement, "cards"))
                where = Side(requirement, ("cards", place), requirement.value.source, asked)
                used = tuple(Named(each.ref) for each in cards if each not in unused)
                listed = catalogue.parts(curriculum, "competency")
                common = _common(each.value.source for each in listed)
                yield Case(
                    "card.unused",
                    card.ref,
                    (where, Side(curriculum, ("competencies",), common, used, "list")),
                )


def list_and_logbook_assess_alike(catalogue: Catalogue, _day: date) -> Iterator[Case]:
    """The logbook asks for what the list asks for.

    Only methods that the logbook names at all can be missing in it: it need not show every kind of assessment.
    """
    for curriculum in catalogue.of_kind("curriculum"):
        logged = [each for each in catalogue.parts(curriculum, "competency") if each.value.logbook]
        shown = {use.method for each in logged for use in each.value.logbook.assessments}
        for each in logged:
            listed = _asked(catalogue, each, each.value.assessments)
            booked = _asked(catalogue, each, each.value.logbook.assessments)
            sides = _sides(catalogue, each)
            added = tuple(named for named in booked if named not in listed)
            lost = tuple(named for named, method in listed.items() if named not in booked and method in shown)
            if added:
                yield Case("assessment.added", each.ref, sides, added)
            if lost:
                yield Case("assessment.lost", each.ref, sides, lost)


def list_and_logbook_word_alike(catalogue: Catalogue, _day: date) -> Iterator[Case]:
    """The logbook words a competency as the list does."""
    for each in catalogue.of_kind("competency"):
        logbook, said = each.value.logbook, each.value.source
        if logbook is None:
            continue
        pairs: list[tuple[Value, Value]] = []
        if logbook.text is not None:
            pairs.append((each.value.statement, logbook.text))
        if logbook.quotes is not None:
            lang = _language(catalogue, said, each.entry.lang)
            pairs.append((Quote(logbook.quotes[0], lang), Quote(logbook.quotes[1], lang)))
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        if differing:
            field = "text" if logbook.text is not None else "quotes"
            one = Side(each, ("statement",), said, tuple(pair[0] for pair in differing), "list")
            other = Side(
                each, ("logbook", field), logbook.source, tuple(pair[1] for pair in differing), "logbook"
            )
            yield Case("wording.differs", each.ref, (one, other), note=logbook.differs)


def counted_procedures_are_the_same(catalogue: Catalogue, _day: date) -> Iterator[Case]:
    """A competency that is assessed by CUSUM names no procedure for which that is not compulsory."""
    for each in catalogue.of_kind("competency"):
        methods = {use.method for use in each.value.assessments}
        if not any(_type(catalogue, method) == "cusum" for method in methods):
            continue
        named = [procedure for procedure, _ in catalogue.targets(each, "procedures")]
        every = catalogue.parts(each.document, "procedure")
        compulsory = [procedure for procedure in every if procedure.value.cusum]
        if compulsory and any(not procedure.value.cusum for procedure in named):
            first = compulsory[0]
            one = Side(first, ("cusum",), first.value.source, tuple(Named(every.ref) for every in compulsory))
            other = Side(
                each, ("procedures",), each.value.source, tuple(Named(every.ref) for every in named), "list"
            )
            yield Case("procedure.scope", each.ref, (one, other), (len(compulsory), len(named)))


def everything_has_a_card_or_is_assessed_in_general(catalogue: Catalogue, _day: date) -> Iterator[Case]:
    """In a curriculum with cards and general assessments each competency has one of the two, in list or logbook."""
    for curriculum in catalogue.of_kind("curriculum"):
        asked = [(each, _everywhere(each)) for each in catalogue.parts(curriculum, "competency")]
        everything = [use for _, uses in asked for use in uses]
        if any(use.card for use in everything) and any(_general(catalogue, use) for use in everything):
            for each, uses in asked:
                if uses and not any(use.card or _general(catalogue, use) for use in uses):
                    yield Case("assessment.no-card", each.ref, _sides(catalogue, each))


def competencies_are_learnt_and_assessed(catalogue: Catalogue, _day: date) -> Iterator[Case]:
    """A competency names a way of learning it and a way of assessing it."""
    for each in catalogue.of_kind("competency"):
        for field, code in (("strategies", "competency.strategy"), ("assessments", "competency.assessment")):
            if not getattr(each.value, field):
                yield Case(code, each.ref, (Side(each, (field,), each.value.source),))


def _everywhere(competency: Entity) -> tuple[AssessmentUse, ...]:
    logbook = competency.value.logbook
    return (*competency.value.assessments, *(logbook.assessments if logbook else ()))


def _general(catalogue: Catalogue, use: AssessmentUse) -> bool:
    return _type(catalogue, use.method) == "general"


def _type(catalogue: Catalogue, method: str) -> str:
    found = catalogue.entities.get(f"method:{method}")
    return found.value.type if found else ""


def _asked(catalogue: Catalogue, competency: Entity, uses: Iterable[AssessmentUse]) -> dict[Named, str]:
    """Return the cards and methods that are asked for, each with its method; a card stands for its method."""
    asked: dict[Named, str] = {}
    for use in uses:
        card = f"card:{competency.document.id}/{use.card}"
        method = f"method:{use.method}"
        if use.card and card in catalogue.entities:
            asked[Named(card)] = use.method
        elif method in catalogue.entities:
            asked[Named(method)] = use.method
    return asked


def _sides(catalogue: Catalogue, competency: Entity) -> tuple[Side, ...]:
    """Return how a competency is assessed, in the list and in the logbook where there is one."""
    value = competency.value
    one = Side(
        competency,
        ("assessments",),
        value.source,
        tuple(_asked(catalogue, competency, value.assessments)),
        "list",
    )
    if value.logbook is None:
        return (one,)
    asked = tuple(_asked(catalogue, competency, value.logbook.assessments))
    return one, Side(competency, ("logbook", "assessments"), value.logbook.source, asked, "logbook")


def _language(catalogue: Catalogue, source: Citation | None, own: str) -> str:
    """Return the language a source is written in; that of the file where it names none."""
    found = catalogue.entities.get(f"source:{source.document}") if source else None
    return found.value.language if found else own


def _common(citations: Iterable[Citation | None]) -> Citation | None:
    """Return the place that some places lie in: the section that all of them name."""
    places = {(each.document, each.section) for each in citations if each}
    if len(places) != 1:
        return None
    document, section = next(iter(places))
    return Citation(document=document, section=section)
