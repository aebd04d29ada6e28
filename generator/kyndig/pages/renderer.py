"""Turn a view into the bytes of a page, with the theme's template for its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
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
from .quick import Generator, Quick, speak


@dataclass(frozen=True, slots=True)
class Renderer:
    """Render views with one theme; one environment a language, so that no page hears another's words."""

    environments: Mapping[str, Environment]

    @classmethod
    def of(cls, theme: Path, words: Mapping[str, Words], loader: BaseLoader | None = None) -> Renderer:
        """Make a renderer for a theme folder, or for a host's own loader of templates."""
        loader = loader or FileSystemLoader(theme / "templates")
        compiled = _Compiled()
        return cls(
            {language: _environment(loader, each, language, compiled) for language, each in words.items()}
        )

    @classmethod
    def from_sources(cls, sources: Mapping[str, str], words: Mapping[str, Words]) -> Renderer:
        """Make a renderer of the texts of the templates."""
        return cls.of(Path(), words, DictLoader(sources))

    def render(self, template: str, language: str, context: Mapping[str, Any]) -> bytes:
        """Return the page as UTF-8. Raises jinja2.TemplateError where the template is at fault."""
        note(f"template {template}")
        page = self.environments[language].get_template(template).render(context)
        return (page.rstrip() + "\n").encode()

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


def _environment(loader: BaseLoader, words: Words, language: str, compiled: BytecodeCache) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
        auto_reload=False,
        bytecode_cache=compiled,
    )
    environment.code_generator_class, environment.template_class = Generator, Quick
    speak(environment, words)
    hyphenate = lru_cache(maxsize=50_000)(soft_hyphenate)

    def hyphenated(text: Phrase | str) -> str:
        if isinstance(text, Markup):  # a link, say, whose words are hyphenated already
            return text
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
