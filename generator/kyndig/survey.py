"""Survey: what the finished pages of a site really hold, found in their own text and in nothing else.

The page on privacy and the list of linked documents say what is found here, so that they cannot say what was true
once. Tags are read by one expression instead of a parser: a thousand pages take a tenth of a second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import urlsplit

from .markup import format_of


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the site: its size in bytes, what it stores on the device, and the pages that load it.

    A script that names another by its relative path loads it; one that no page loads by such a way is loaded otherwise.
    """

    path: str
    size: int
    stores: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: where it sends what is written in it, and whether that becomes part of the address."""

    action: str
    in_address: bool


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the site, or a file that is no page; `words` has what each page that leads there calls it."""

    address: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a site holds.

    `fetched` are the hosts that pages, feeds, styles and scripts fetch from without being asked; `open_to` are the
    pages whose policy would let them; `inline` are the pages that have a script in their own text. `asking` are the
    pages that say of their scripts that nothing is stored before the reader asks for it.
    """

    pages: int = 0
    feeds: int = 0
    fetched: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    scripts: tuple[Script, ...] = ()
    forms: tuple[Form, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def stores(self) -> tuple[str, ...]:
        """The names of all that any script stores things with."""
        return tuple(sorted({name for script in self.scripts for name in script.stores}))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that links lead to."""
        return tuple(sorted({host for link in self.links if (host := host_of(link.address))}))


NOTHING = Found()
"""What is known before a page is made."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one file holds, as far as the site tells of it; most files of a kind hold the same.

    `is_open` tells of a page whose policy lets it fetch from others, `is_inline` of one with a script in its own
    text, `asks` of one whose scripts store nothing before the reader asks for it; `loads` are the addresses of its
    scripts, or the paths of those that a script loads; `links` lead out of the site or to a file that is no page,
    each with the words of the first that does.
    """

    path: str
    size: int
    fetched: tuple[str, ...] = ()
    is_open: bool = False
    is_inline: bool = False
    asks: bool = False
    loads: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


def look(path: str, data: bytes, origin: str) -> Seen:
    """Return what one file of a site holds; `origin` is where the site is served."""
    own = host_of(origin)
    suffix = path.rpartition(".")[2]
    if suffix == "html":
        return _look_at_page(path, data.decode(), len(data), own)
    if suffix in ("rss", "atom"):
        tags = (tag for tag, _ in _tags(unescape(data.decode())))
        hosts = (host_of(each) for tag in tags for each in _fetched(tag))
        return Seen(path, len(data), _others(hosts, own))
    if suffix in _NAMED:
        hosts = (urlsplit(each.decode()).netloc for each in _NAMED[suffix].findall(data))
        fetched = _others(hosts, own)
        return _look_at_script(path, data, fetched) if suffix in _SCRIPTS else Seen(path, len(data), fetched)
    return Seen(path, len(data))


def survey(files: Iterable[Seen], base: str) -> Found:
    """Return what a site holds, from what each of its files does; `base` is the path it is served at."""
    ordered = sorted(files, key=lambda each: each.path)
    pages = [each for each in ordered if each.path.endswith(".html")]
    return Found(
        pages=len(pages),
        feeds=sum("/feeds/" in each.path and not each.path.endswith(".html") for each in ordered),
        fetched=tuple(sorted({host for each in ordered for host in each.fetched})),
        open_to=tuple(each.path for each in pages if each.is_open),
        inline=tuple(each.path for each in pages if each.is_inline),
        asking=tuple(each.path for each in pages if each.asks),
        scripts=_scripts(ordered, base),
        forms=tuple(sorted({form for each in pages for form in each.forms}, key=lambda form: form.action)),
        links=_links(pages),
    )


def _look_at_page(path: str, text: str, size: int, own: str) -> Seen:
    tags = tuple(_tags(text))
    links: dict[str, str] = {}
    for tag, end in tags:
        if tag.name == "a":
            address = tag.get("href").partition("#")[0]
            if address not in links and (host_of(address) not in ("", own) or format_of(address)):
                links[address] = _words(text[end : text.find("</a>", end)])
    scripts = [tag for tag, _ in tags if tag.name == "script"]
    loads = [tag.get("src") for tag in scripts]
    return Seen(
        path,
        size,
        fetched=_others((host_of(each) for tag, _ in tags for each in _fetched(tag)), own),
        is_open=not any(_shuts_others_out(tag) for tag, _ in tags),
        is_inline="" in loads,
        asks=any(tag.get("data-stores") == "on-request" for tag in scripts),
        loads=tuple(dict.fromkeys(each for each in loads if each)),
        forms=tuple(dict.fromkeys(_form(tag) for tag, _ in tags if tag.name == "form")),
        links=tuple(links.items()),
    )


def _look_at_script(path: str, data: bytes, fetched: tuple[str, ...]) -> Seen:
    loads = (normpath(join(dirname(path), name.decode())) for name in _LOADING.findall(data))
    stores = {name.decode() for name in _STORING.findall(data)}
    return Seen(path, len(data), fetched, loads=tuple(dict.fromkeys(loads)), stores=tuple(sorted(stores)))


def _others(hosts: Iterable[str], own: str) -> tuple[str, ...]:
    """Return the hosts that are not our own."""
    return tuple(sorted({*hosts} - {"", own}))


def host_of(address: str) -> str:
    """Return the host of an address with its port, or an empty text where it has none."""
    return urlsplit(address).netloc if address.startswith(("http://", "https://", "//")) else ""


class _Tag(NamedTuple):
    """The beginning of an element, with its attributes."""

    name: str
    attributes: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        return next((value for key, value in self.attributes if key == name), "")


_TAG = re.compile(
    r"""<(?=[AaEeFfIiLlMmOoSsTtVvUu])"""
    r"""(?!a (?:class="[^"]*" )?href="/(?!/)[^".#]*(?:\.html)?[#"])"""
    r"""(?!use href="#|meta (?:name|property)="|link rel="(?:alternate|canonical)")"""
    r"""(a|audio|embed|form|iframe|img|input|link|meta|object|script|source|track|video|image|use)\b"""
    r"""([^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>""",
    re.IGNORECASE,
)
"""A tag that may tell something; those that lead to a page of the site by its path do not, and stand everywhere."""
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_ANY_TAG = re.compile(r"<[^>]*>")
_FETCHING = {
    "icon",
    "manifest",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "dns-prefetch",
    "stylesheet",
}
_IN_STYLES = re.compile(rb"""(?:url\(|@import)\s*["']?((?:https?:)?//[^\s"')]+)""")
_IN_SCRIPTS = re.compile(
    rb"""(?:\b(?:fetch|import|from|open|sendBeacon|EventSource|WebSocket)|\.(?:src|href)\s*=)"""
    rb"""[\s(]*["'`]((?:https?:|wss?:)?//[^\s"'`]+)"""
)
_LOADING = re.compile(rb"""["'](\.{1,2}/[\w./-]+\.m?js)["']""")
_STORING = re.compile(
    rb"\b(document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|caches|navigator\.serviceWorker)\b"
)
_OUTSIDE = re.compile(r"(?:https?:|wss?:|ftp:)?//|\*")


def _tags(text: str) -> Iterator[tuple[_Tag, int]]:
    """Yield the tags of a text, each with the place where it ends."""
    return ((_tag(match[0]), match.end()) for match in _TAG.finditer(text))


@lru_cache(maxsize=20_000)
def _tag(written: str) -> _Tag:
    """Read one tag; most stand on many pages."""
    name, rest = _TAG.match(written).groups()  # type: ignore[union-attr]
    found = ((key.lower(), unescape(value.strip("\"'"))) for key, value in _ATTRIBUTE.findall(rest))
    return _Tag(name.lower(), tuple(found))


def _fetched(tag: _Tag) -> Iterator[str]:
    """Yield the addresses that a browser fetches because of a tag, before the reader does anything."""
    if tag.name == "link":
        if _FETCHING & set(tag.get("rel").lower().split()):
            yield tag.get("href")
    elif tag.name in ("image", "use"):
        yield from (tag.get("href"), tag.get("xlink:href"))
    elif tag.name not in ("a", "form", "meta"):
        yield from (tag.get(name) for name in ("src", "poster", "data"))
        yield from (each.split()[0] for each in tag.get("srcset").split(",") if each.strip())


def _shuts_others_out(tag: _Tag) -> bool:
    """Tell whether a tag is a policy (CSP) under which nothing can be fetched from another host."""
    if tag.name != "meta" or tag.get("http-equiv").lower() != "content-security-policy":
        return False
    policy = tag.get("content")
    return "default-src 'none'" in policy and not _OUTSIDE.search(policy) and " https:" not in policy


_SCRIPTS = ("js", "mjs")
_NAMED = {"css": _IN_STYLES, "js": _IN_SCRIPTS, "mjs": _IN_SCRIPTS}
"""Suffix → what names other hosts in such a file."""


def _scripts(files: Sequence[Seen], base: str) -> tuple[Script, ...]:
    loading: dict[str, list[str]] = defaultdict(list)
    scripts = {each.path: each for each in files if each.path.rpartition(".")[2] in _SCRIPTS}
    for each in files:
        if each.loads and each.path not in scripts:
            for path in _loaded((address.removeprefix(base) for address in each.loads), scripts):
                loading[path].append(each.path)
    return tuple(Script(path, each.size, each.stores, tuple(loading[path])) for path, each in scripts.items())


def _loaded(paths: Iterable[str], scripts: Mapping[str, Seen]) -> set[str]:
    """Return the scripts that a page loads, and those that they load in turn."""
    found: set[str] = set()
    todo = list(paths)
    while todo:
        path = todo.pop()
        if path in scripts and path not in found:
            found.add(path)
            todo += scripts[path].loads
    return found


def _form(tag: _Tag) -> Form:
    return Form(tag.get("action"), tag.get("method").lower() in ("", "get"))


def _links(pages: Iterable[Seen]) -> tuple[Link, ...]:
    """Gather links by address, with the words of each page."""
    leading: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in pages:
        for address, words in each.links:
            leading[address].append((each.path, words))
    return tuple(Link(address, tuple(found)) for address, found in sorted(leading.items()))


def _words(markup: str) -> str:
    return " ".join(unescape(_ANY_TAG.sub("", markup)).replace("\u00ad", "").split())
