"""What has changed between two versions of a curriculum, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...catalogue import Entity
from ...locales.languages import fallbacks
from ...routes import Page
from ...versions import KINDS as ORDER
from ...versions import Change, Difference, Step, diff
from ..editions import all_versions, between
from ..parts import Linked, Phrase, Shell
from ..reader import Reader
from .change_words import KINDS, LOOKS, Detail, Words
from .curriculum_parts import curriculum_of, subpage
from .versions import edition_link

_WHOLE = "curriculum"
"""The kind of what is said of a version as a whole: there is one, so nothing is counted."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One item that has changed: where it is now, or was; `before` is where it was, or all that it was.

    `doubtful` tells that it is taken for the same only because it is alike. `parts` are its objectives that changed;
    of an item that is added or removed `details` has its words, and `parts` all its objectives.
    """

    anchor: str
    link: Linked
    looks: tuple[str, ...]
    now: tuple[Linked, ...]
    before: tuple[Linked, ...]
    doubtful: bool
    text: Phrase | None
    details: tuple[Detail, ...]
    parts: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The changed items of one kind; `summary` counts them and those that are as before."""

    anchor: str
    title: str
    summary: str
    items: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What the page of changes shows."""

    versions: Linked
    before: Linked
    after: Linked
    groups: tuple[Group, ...]
    doubtful: bool


def curriculum_changes(reader: Reader, page: Page) -> tuple[Shell, ChangesView]:
    """Make the page of what has changed between two versions."""
    entity = curriculum_of(reader, page)
    first, last = page.key.rsplit("/", 2)[1:]
    names = {each.value.version: each for each in all_versions(reader, entity)}
    before, after = names[first], names[last]
    step, found = between(reader, before, after), differences(reader, before, after)
    groups = tuple(_groups(reader, step, found))
    body = ChangesView(
        Linked(reader.href(f"{entity.ref}#versions"), Phrase(reader.word("Editions"))),
        edition_link(reader, before),
        edition_link(reader, after),
        groups,
        any(each.doubtful for group in groups for item in group.items for each in (item, *item.parts)),
    )
    lead = reader.word("From the edition of {before} to that of {after}.")
    lead = lead.format(before=reader.issued(before), after=reader.issued(after))
    shell = subpage(reader, page, reader.word("Changes"), lead)
    crumbs = (*shell.crumbs, body.versions)
    return replace(shell, crumbs=crumbs, edition=None), body


def differences(reader: Reader, before: Entity, after: Entity) -> Difference:
    """Return what has changed between two versions, compared in the language nearest to the reader."""
    step = between(reader, before, after)
    order = (reader.language, *fallbacks(reader.language), *step.newer.languages)
    return diff(step.older, step.newer, step.matching, order)


def counted(reader: Reader, found: Difference, kind: str) -> str:
    """Return how many items of a kind have changed in which way, and how many have not, in words."""
    counts = {look: sum(look in each.looks for each in found.of(kind)) for look in LOOKS}
    parts = [reader.word(LOOKS[look][1]).format(count=count) for look, count in counts.items() if count]
    same = dict(found.unchanged)[kind]
    return ", ".join([*parts, reader.word("{count} as before").format(count=same)] if same else parts)


def summary(reader: Reader, before: Entity, after: Entity) -> str:
    """Return in a sentence or two what has changed: kind by kind, where something has."""
    found = differences(reader, before, after)
    kinds = [kind for kind in ORDER if kind != _WHOLE and found.of(kind)]
    return " ".join(f"{reader.word(KINDS[kind])}: {counted(reader, found, kind)}." for kind in kinds)


def _groups(reader: Reader, step: Step, found: Difference) -> Iterator[Group]:
    lang = next(
        (each for each in (reader.language, *fallbacks(reader.language)) if _have(step, each)),
        reader.language,
    )
    words = Words(reader, step, None if lang == reader.language else lang)
    items = _Items(reader, step, words, found)
    for kind in ORDER:
        changed = tuple(items.competencies() if kind == "competency" else map(items.item, found.of(kind)))
        if kind == "objective" or not (changed or found.of(kind)):
            continue
        title = reader.word(KINDS[kind])
        said = counted(reader, found, kind) if kind != _WHOLE else ""
        if kind == "competency" and found.of("objective"):
            said = f"{said}. {reader.word(KINDS['objective'])}: {counted(reader, found, 'objective')}"
        yield Group(kind, title, said, changed)


def _have(step: Step, language: str) -> bool:
    return language in step.older.languages and language in step.newer.languages


@dataclass(frozen=True, slots=True)
class _Items:
    reader: Reader
    step: Step
    words: Words
    found: Difference

    def competencies(self) -> Iterator[Changed]:
        """Yield the competencies that have changed, or of which an objective has, each with these."""
        told: set[Change] = set()
        own = {each.now[0]: each for each in self.found.of("competency") if each.now}
        for item in self.step.newer.of("competency"):
            parts = tuple(each for each in self.found.of("objective") if _under(each.now, item.id))
            gone = self._gone(item.id)
            change = own.get(item.id)
            if change is None and not parts and not gone:
                continue
            told |= {*parts, *gone}
            yield self.item(change or self._same(item.id), tuple(map(self.item, (*parts, *gone))))
        for change in self.found.of("competency"):
            if not change.now:
                parts = tuple(each for each in self.found.of("objective") if _under(each.was, change.was[0]))
                yield self.item(change, tuple(self.item(each) for each in parts if each not in told))

    def _gone(self, now: str) -> tuple[Change, ...]:
        """Return the objectives that are gone of the competency that an item was before."""
        was = {pair.was for pair in self.step.matching.backward.get(("competency", now), ())}
        first = {self.step.matching.forward["competency", each][0].now for each in was}
        removed = (each for each in self.found.of("objective") if not each.now)
        return tuple(each for each in removed if now in first and each.was[0].partition("/")[0] in was)

    def _same(self, now: str) -> Change:
        was = tuple(pair.was for pair in self.step.matching.backward["competency", now])
        return Change("competency", was, (now,))

    def item(self, change: Change, parts: tuple[Changed, ...] = ()) -> Changed:
        """Return an item that has changed."""
        now = tuple(self._link(self.step.after, change.kind, each) for each in change.now)
        was = tuple(self._link(self.step.before, change.kind, each) for each in change.was)
        single = len(change.was) == len(change.now) == 1
        anchor = f"{change.kind}-{'-'.join((change.now or change.was)[0].split('/'))}"
        return Changed(
            anchor if change.now else f"{anchor}-before",
            (now or was)[0],
            tuple(self.reader.word(LOOKS[look][0]) for look in change.looks),
            now,
            was,
            change.how == "alike",
            None if single else self._text(change),
            self.words.details(change) if single else (),
            parts,
        )

    def _text(self, change: Change) -> Phrase | None:
        """Return the words of an item that is in one version only; its name says it where it has no others."""
        document, id_ = (self.step.after, change.now) if change.now else (self.step.before, change.was)
        entity = self._entity(document, change.kind, id_[0])
        text = getattr(entity.value if entity else None, "statement", None)
        return self.reader.maybe(text)

    def _entity(self, document: Entity, kind: str, id_: str) -> Entity | None:
        ref = f"{kind}:{document.id}/{id_}" if id_ else document.ref
        return self.reader.catalogue.entities.get(ref)

    def _link(self, document: Entity, kind: str, id_: str) -> Linked:
        """Return a link to an item of a version; what is assessed in common has no page of its own."""
        entity = self._entity(document, kind, id_)
        if entity is not None:
            return replace(self.reader.link(entity), flags=())
        (use,) = (each for each in document.value.schedule if each.id == id_)
        title = self.reader.title(self.reader.catalogue[f"method:{use.method}"]).capital
        return Linked(self.reader.href(f"{document.ref}#schedule"), title)


def _under(ids: tuple[str, ...], competency: str) -> bool:
    return bool(ids) and ids[0].partition("/")[0] == competency
