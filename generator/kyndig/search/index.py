"""The index: copies of the pages with the words that readers type, handed to Pagefind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter

from ..locales.languages import LANGUAGES
from .engine import Engine
from .entries import Entry, main_of
from .words import Lexicon, spelled_out, words_of

_SAFE = 3
"""Letters that a word in the list of words has at least."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """What an index can be made of, when somebody asks for one; `entries` are those of pages and of terms."""

    engine: Engine
    entries: tuple[Entry, ...]

    def files(self, read: Callable[[str], bytes]) -> dict[str, bytes]:
        """Return the index of every language, with its list of words, by path below the output folder.

        `read` gives the bytes of a finished page by its path.
        """
        pages: dict[str, str] = {}
        lists: dict[str, str] = {}
        for language, own in _by_language(self.entries).items():
            mains = {each.path: main_of(read(each.path).decode()) if each.is_page else "" for each in own}
            texts = {each.path: words_of(each.text(mains[each.path])) for each in own}
            titles = [word for each in own for word in words_of(" ".join((each.title, *each.names)))]
            lexicon = Lexicon.of(
                {*titles, *(word for text in texts.values() for word in text)}, LANGUAGES[language].joints
            )
            terms = [(each.title.lower(), each.names) for each in own if each.kind == "term"]
            pages |= {
                each.path: _copy(each, mains[each.path], texts[each.path], lexicon, terms) for each in own
            }
            lists[language] = _words(titles, texts.values())
        made = self.engine.index(pages)
        kinds = self.engine.field(made, "kind")
        for language, text in lists.items():
            made[f"{self.engine.folder}/words.{language}.txt"] = (text + _kinds(kinds, language)).encode()
        return made


def _by_language(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    by: dict[str, list[Entry]] = {}
    for each in found:
        by.setdefault(each.language, []).append(each)
    return by


def _copy(
    entry: Entry, main: str, words: list[str], lexicon: Lexicon, terms: Iterable[tuple[str, tuple[str, ...]]]
) -> str:
    """Return the page as the indexer sees it; what is added stands in its head, where no excerpt is taken from."""
    named = words_of(" ".join((entry.title, *entry.names)))
    parts = dict.fromkeys(_added(named, lexicon))
    text = f" {entry.lead} {' '.join(words)} ".lower()
    used = [name for term, names in terms if f" {term} " in text for name in names]
    added = dict.fromkeys(word for word in (*_added(words, lexicon), *used) if word not in parts)
    head = {
        "title": entry.title,
        "names": " · ".join(entry.names),
        "parts": " ".join(parts),
        "words": " ".join(added),
        "row": entry.row,
        "kind": entry.kind,
    }
    metas = "".join(_meta(name, value) for name, value in head.items() if value)
    lead = f'<p data-pagefind-weight="3">{escape(entry.lead)}</p>' if entry.lead else ""
    return (
        f'<!doctype html><html lang="{entry.language}"><head>{metas}</head><body>'
        f"<main data-pagefind-body>"
        f"<h1>{escape(entry.title)}</h1>{lead}{main}</main></body></html>"
    )


def _meta(name: str, value: str) -> str:
    return f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'


def _added(words: Iterable[str], lexicon: Lexicon) -> Iterator[str]:
    """Yield what a reader may type instead of words: the tails of compounds, and other letters."""
    for word in dict.fromkeys(words):
        tails = tuple(lexicon.tails(word))
        yield from tails
        yield from (spelled_out(each) for each in (word, *tails) if spelled_out(each) != each)


def _words(titles: Iterable[str], texts: Iterable[Iterable[str]]) -> str:
    """Return the words that a misspelt one is compared with: those of names in a first line, the rest in a second."""
    names = {word for word in titles if len(word) >= _SAFE}
    rest = {word for text in texts for word in text if len(word) > _SAFE} - names
    return f"{' '.join(sorted(names))}\n{' '.join(sorted(rest))}\n"


def _kinds(kinds: Mapping[str, str], language: str) -> str:
    """Return a line for each kind, with what Pagefind calls the pages of that kind.

    Pagefind's own filters would say the same, but in another order, and so under another name, each time.
    """
    own = sorted((kind, name) for name, kind in kinds.items() if name.startswith(f"{language}_"))
    groups = groupby(own, key=itemgetter(0))
    return "".join(f"{kind} {' '.join(name for _, name in rows)}\n" for kind, rows in groups)
