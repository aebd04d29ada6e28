"""Turn a view into the bytes of a page, with the theme's template for its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, DictLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..locales.catalogues import Catalogue as Words
from ..locales.hyphens import soft_hyphenate
from ..reads import note
from ..views.parts import Html, Phrase
from .content import contents, unsaid
from .kept import Keeping
from .quick import Direct, Generator, Quick, speak


@dataclass(frozen=True, slots=True)
class Renderer:
    """Render views with one theme; one environment a language, so that no page hears another's words.

    `slow` has the templates that quick code does not suit (see `quick`); `careful` renders those.
    """

    environments: Mapping[str, Environment]
    careful: Mapping[str, Environment]
    slow: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, theme: Path, words: Mapping[str, Words], loader: BaseLoader | None = None) -> Renderer:
        """Make a renderer for a theme folder, or for a host's own loader of templates."""
        loader = loader or FileSystemLoader(theme / "templates")
        return cls(_environments(loader, words, Direct), _environments(loader, words, Generator))

    @classmethod
    def from_sources(cls, sources: Mapping[str, str], words: Mapping[str, Words]) -> Renderer:
        """Make a renderer of the texts of the templates."""
        return cls.of(Path(), words, DictLoader(sources))

    def render(self, template: str, language: str, context: Mapping[str, Any]) -> bytes:
        """Return the page as UTF-8. Raises jinja2.TemplateError where the template is at fault."""
        note(f"template {template}")
        page = self._quickly(template, language, context)
        if page is None:
            page = self.careful[language].get_template(template).render(context)
        return (page.rstrip() + "\n").encode()

    def _quickly(self, template: str, language: str, context: Mapping[str, Any]) -> str | None:
        """Return the page, or None where the template reads what is no attribute."""
        if template in self.slow:
            return None
        try:
            return self.environments[language].get_template(template).render(context)
        except AttributeError:
            self.slow.add(template)
            return None

    def templates(self) -> dict[str, str]:
        """Return for each template a digest of it and of all that it takes in."""
        sources = self.sources()
        return {name: _closed(name, sources) for name in sources}

    def sources(self) -> dict[str, str]:
        """Return the text of every template by its name: a renderer can be made of them anywhere (`from_sources`)."""
        environment = next(iter(self.environments.values()))
        loader = environment.loader
        assert loader is not None
        return {name: loader.get_source(environment, name)[0] for name in environment.list_templates()}


_TAKEN_IN = re.compile(
    r"""{%[-+]?\s*(?:extends|include|import|from)\b\s*"""
    r"""(?:["']([^"']+)["']\s*(?=(?:as|import|with|without|ignore)\b|[-+]?%}))?"""
)
"""Where a template takes in another: its name, or nothing where that is not one name."""


def _closed(name: str, sources: Mapping[str, str]) -> str:
    """Return the digest of a template with all that it takes in; what is taken in by an expression may be any."""
    inside, todo = set(), {name}
    while todo:
        each = todo.pop()
        inside.add(each)
        named = set(_TAKEN_IN.findall(sources[each]))
        todo |= (sources.keys() if "" in named else named & sources.keys()) - inside
    digest = blake2b(digest_size=16)
    for each in sorted(inside):
        digest.update(f"{each}\0{sources[each]}\0".encode())
    return digest.hexdigest()


class _Compiled(BytecodeCache):
    """Let the languages share compiled templates: they differ in words, not in code."""

    def __init__(self) -> None:
        self.code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.code[bucket.key] = bucket.code


def _environments(
    loader: BaseLoader, words: Mapping[str, Words], generator: type[Generator]
) -> dict[str, Environment]:
    compiled = _Compiled()
    return {
        language: _environment(loader, each, language, compiled, generator)
        for language, each in words.items()
    }


def _environment(
    loader: BaseLoader, words: Words, language: str, compiled: BytecodeCache, generator: type[Generator]
) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols", Keeping],
        auto_reload=False,
        bytecode_cache=compiled,
    )
    environment.code_generator_class, environment.template_class = generator, Quick
    environment.keeps = generator is Direct  # type: ignore[attr-defined]  # (read by `Keeping`)
    speak(environment, words)
    hyphenate = lru_cache(maxsize=50_000)(soft_hyphenate)

    def hyphenated(text: Phrase | str) -> str:
        if isinstance(text, Markup):
            # a link, say, is hyphenated already; the theme's words are not
            return text if "<" in text or "&" in text else Markup(hyphenate(str(text), language))  # noqa: S704
        tag = text.lang or language if isinstance(text, Phrase) else language
        return hyphenate(str(text), tag)

    environment.filters["hyphenated"] = hyphenated
    environment.filters["safe_html"] = _safe_html
    environment.filters["contents"] = contents
    environment.filters["unsaid"] = unsaid
    return environment


def _safe_html(html: Html) -> Markup:
    """Let through what has been made from Markdown and sanitised; anything else is escaped."""
    if not isinstance(html, Html):
        raise TypeError("only sanitised HTML may pass unescaped")
    return Markup(html.markup)  # noqa: S704  (this is the one place where HTML passes, and it is nh3's)
