"""The way through the house: a short function that calls the stages in order.

Each stage takes the last one's type and gives the next. All faults are collected; if one is an error nothing
is rendered and nothing is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jinja2 import BaseLoader

from .announcing import Pending, pending
from .catalogue import Catalogue, link, published
from .checks import RULES, check, notices
from .clock import Clock
from .diagnostics import Diagnostic, Place, has_errors
from .duties import duties
from .ledger import read_ledger
from .locales.catalogues import Catalogue as Words
from .locales.catalogues import read_catalogue
from .order import Account
from .records import Bundle, Entry, Reading, bundles, gathered, read
from .render import Press
from .resources import shared
from .routes import SEGMENTS, Site, route
from .search import Searchable
from .settings import Settings
from .sources import Source, find


@dataclass(frozen=True, slots=True)
class Checked:
    """A site that has passed, or the reasons why it has not.

    `whole` is the catalogue with its drafts, `pending` what the ledger does not say yet, or None where that could not be
    found out.
    """

    whole: Catalogue
    catalogue: Catalogue
    site: Site
    words: Mapping[str, Words]
    attachments: dict[str, bytes]
    account: Account
    diagnostics: tuple[Diagnostic, ...]
    pending: Pending | None = None

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a site by path, or no files and the reasons.

    The search index is not among the files until it is asked for: a preview and a test can do without.
    """

    files: Mapping[str, bytes]
    pages: int
    account: Account
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    searchable: Searchable | None = None

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)

    def indexed(self) -> Built:
        """Return the same site with its search index, which takes a second for each thousand pages."""
        if self.searchable is None:
            return self
        return replace(
            self, files={**self.files, **self.searchable.files(self.files.__getitem__)}, searchable=None
        )


Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


Recall = Callable[[tuple[Bundle, ...], tuple[str, ...]], Iterable[Reading]]
"""Gives what every bundle says in the languages of a site, whether it reads it now or has read it before."""


def read_all(bundles: tuple[Bundle, ...], languages: tuple[str, ...]) -> Iterator[Reading]:
    """Read every bundle now."""
    return (read(each, languages) for each in bundles)


def check_site(
    root: Path,
    settings: Settings,
    recall: Recall = read_all,
    clock: Clock | None = None,
    today: date = date.max,
) -> Checked:
    """Run every stage up to the addresses of the pages, and report all that is wrong.

    `root` is the folder of `publishconf.py`, `clock` is told how long each stage takes; `today` decides which versions
    of curricula are in force, without it all are. Nothing is written.
    """
    clock = clock or Clock()
    with clock.stage("find") as counted:
        sources, found = find(root, settings.path)
        counted[0] = len(sources)
    with clock.stage("read") as counted:
        together = bundles(sources)
        counted[0] = len(together)
        texts = [each.path for each in sources if each.is_text]
        everything = gathered(recall(together, settings.languages), texts)
    attachments = {source.path: source.data for source in sources if not source.is_text}
    with clock.stage("link") as counted:
        whole, link_faults = link(everything.entries, settings.languages, everything.promises, today)
        counted[0] = len(whole.entities)
    with clock.stage("check", len(RULES)):
        recorded, ledger_faults = read_ledger(root)
        whole = replace(whole, attachments=frozenset(attachments), ledger=recorded)
        findings = check(whole)
    words = {language: read_catalogue(shared("i18n") / f"{language}.po") for language in settings.languages}
    catalogue = published(whole)
    faults = {*found, *everything.diagnostics, *link_faults, *findings, *ledger_faults}
    not_said: Pending | None = None
    if not has_errors(faults):
        with clock.stage("ledger") as counted:
            not_said = pending(catalogue, recorded, settings, today)
            counted[0] = len(recorded.histories)
        if not_said.ledger is not recorded:
            catalogue = replace(catalogue, ledger=not_said.ledger)
    with clock.stage("route") as counted:
        feeds = not_said.feeds.names if not_said else ()
        site, route_faults = route(catalogue, _segments(words), settings.siteurl, feeds)
        counted[0] = len(site.pages)
    diagnostics = tuple(sorted({*faults, *route_faults}))
    account = _account(sources, found, everything.entries, diagnostics)
    below = {path.partition("/")[2]: data for path, data in attachments.items()}
    return Checked(whole, catalogue, site, words, below, account, diagnostics, not_said)


def build(
    root: Path,
    settings: Settings,
    today: date,
    theme: Path,
    loader: BaseLoader | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Built:
    """Build a whole site in memory.

    `today` decides which courses are past; `loader` is a host's own loader of templates. Returns no files
    when anything is wrong in the content.
    """
    checked = check_site(root, settings, today=today)
    findings = findings_of(checked, settings, today)
    if has_errors(findings):
        return Built({}, 0, checked.account, findings)
    press = Press.of(checked.catalogue, checked.site, checked.words, settings, today, theme, loader)
    pages, sheets = {}, []
    for page in press.site.pages:
        pages[page.path], sheet = press.page(page)
        sheets.append(sheet)
        progress("pages", len(sheets), len(press.site.pages))
    rest = press.rest(sheets, checked.attachments)
    found = press.survey((*(each.seen for each in sheets), *press.look(rest)))
    for number in press.late():
        page = press.site.pages[number]
        pages[page.path], sheets[number] = press.page(page, found)
    files = checked.attachments | pages | rest
    searchable = press.searchable(sheets)
    findings = findings if searchable else unsearchable(findings)
    count = sum(path.endswith(".html") for path in files)
    return Built(files, count, checked.account, findings, searchable)


def findings_of(checked: Checked, settings: Settings, today: date) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with a site on a day: its settings, then its content, and what there is to ask about it.

    Where something is in error nothing is asked: what seems to be missing might stand there.
    """
    asked = () if checked.failed else notices(checked.whole, today)
    return (*duties(settings, today), *sorted({*checked.diagnostics, *asked}))


def unsearchable(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings with the one that there is no search."""
    return tuple(sorted({*findings, _NO_SEARCH}))


_NO_SEARCH = Diagnostic(
    Place("pagefind"),
    "search.unavailable",
    "the program that makes the search index does not run on this machine, so the search page shows lists only",
    remedy="install pagefind[bin], or name a program in PAGEFIND_BINARY_PATH",
    severity="notice",
)


def _segments(words: Mapping[str, Words]) -> dict[str, Callable[[str], str]]:
    def of(catalogue: Words) -> Callable[[str], str]:
        return lambda name: catalogue.gettext(SEGMENTS[name])

    return {language: of(catalogue) for language, catalogue in words.items()}


def _account(
    sources: tuple[Source, ...],
    found: tuple[Diagnostic, ...],
    entries: tuple[Entry, ...],
    diagnostics: tuple[Diagnostic, ...],
) -> Account:
    """Count every file once, also those that were not read: `found` is what the walk refused or ignored."""
    ignored = {each.place.file for each in found if each.code == "file.ignored"}
    wrong = {each.place.file for each in diagnostics if each.severity == "error"}
    shown, drafts = _used(entries)
    shown |= {source.path for source in sources if not source.is_text}
    used = shown | drafts
    counts = Counter(
        "ignored"
        if path in ignored
        else "refused"
        if path in wrong or path not in used
        else "drafts"
        if path in drafts
        else "published"
        for path in {source.path for source in sources} | {each.place.file for each in found}
    )
    return Account(
        counts.total(), counts["published"], counts["drafts"], counts["refused"], counts["ignored"]
    )


def _used(entries: tuple[Entry, ...]) -> tuple[set[str], set[str]]:
    """Return the files of what is published, and those of drafts."""
    shown: set[str] = set()
    drafts: set[str] = set()
    for entry in entries:
        (drafts if entry.is_draft else shown).update(path for _, path in entry.files)
    return shown, drafts
