"""Survey: what the finished pages of a site really hold, found in their own text and in nothing else.

The page on privacy and the list of linked documents say what is found here, so that they cannot say what was true
once. Tags are read by one expression instead of a parser: a thousand pages take a tenth of a second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from .markup import format_of


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the site: its size in bytes, what it stores on the device, and the pages that load it.

    A script that no page loads is loaded by another script.
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
    pages whose policy would let them; `inline` are the pages that have a script in their own text.
    """

    pages: int = 0
    feeds: int = 0
    fetched: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
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


def survey(files: Mapping[str, bytes], origin: str, base: str) -> Found:
    """Return what the files of a site hold; `origin` and `base` are where it is served."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    feeds = {
        path: unescape(data.decode()) for path, data in files.items() if path.endswith((".rss", ".atom"))
    }
    tags = [(path, *each) for path, text in pages.items() for each in _tags(text)]
    seen = [(path, tag) for path, tag, _ in tags]
    fetched = {
        *(host_of(address) for _, tag in seen for address in _fetched(tag)),
        *(host_of(address) for text in feeds.values() for tag, _ in _tags(text) for address in _fetched(tag)),
        *_named_in_styles_and_scripts(files),
    }
    return Found(
        pages=len(pages),
        feeds=len(feeds),
        fetched=tuple(sorted(fetched - {"", host_of(origin)})),
        open_to=tuple(sorted(pages.keys() - {path for path, tag in seen if _shuts_others_out(tag)})),
        inline=tuple(sorted({path for path, tag in seen if tag.name == "script" and not tag.get("src")})),
        scripts=_scripts(files, seen, base),
        forms=tuple(
            sorted({_form(tag) for _, tag in seen if tag.name == "form"}, key=lambda form: form.action)
        ),
        links=_links(pages, tags, host_of(origin)),
    )


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
    r"""<(a|audio|embed|form|iframe|img|input|link|meta|object|script|source|track|video|image|use)\b"""
    r"""((?:"[^"]*"|'[^']*'|[^"'>])*)>""",
    re.IGNORECASE,
)
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


def _named_in_styles_and_scripts(files: Mapping[str, bytes]) -> Iterator[str]:
    for path, data in files.items():
        pattern = {"css": _IN_STYLES, "js": _IN_SCRIPTS, "mjs": _IN_SCRIPTS}.get(path.rpartition(".")[2])
        if pattern:
            yield from (urlsplit(each.decode()).netloc for each in pattern.findall(data))


def _scripts(files: Mapping[str, bytes], seen: Iterable[tuple[str, _Tag]], base: str) -> tuple[Script, ...]:
    loading: dict[str, set[str]] = defaultdict(set)
    for path, tag in seen:
        if tag.name == "script" and (address := tag.get("src")):
            loading[address].add(path)
    return tuple(
        Script(
            path,
            len(data),
            tuple(sorted({name.decode() for name in _STORING.findall(data)})),
            tuple(sorted(loading[base + path])),
        )
        for path, data in sorted(files.items())
        if path.endswith((".js", ".mjs"))
    )


def _form(tag: _Tag) -> Form:
    return Form(tag.get("action"), tag.get("method").lower() in ("", "get"))


def _links(pages: Mapping[str, str], tags: Iterable[tuple[str, _Tag, int]], own: str) -> tuple[Link, ...]:
    """Gather links by address; the words on a page are those of the first there."""
    leading: dict[str, dict[str, str]] = defaultdict(dict)
    for path, tag, end in tags:
        if tag.name == "a":
            address = tag.get("href").partition("#")[0]
            if host_of(address) not in ("", own) or format_of(address):
                text = pages[path]
                leading[address].setdefault(path, text[end : text.find("</a>", end)])
    return tuple(
        Link(address, tuple((path, _words(inner)) for path, inner in sorted(found.items())))
        for address, found in sorted(leading.items())
    )


def _words(markup: str) -> str:
    return " ".join(unescape(_ANY_TAG.sub("", markup)).replace("\u00ad", "").split())
