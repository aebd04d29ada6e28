"""Keep what templates make of values that stand on many pages, such as the rows of lists.

    {% kept row %}…{% endkept %}
    {% kept bar, shown.here %}…{% endkept %}

What stands between the tags must follow from the first value, the theme's words and the further values named, and from
nothing else. It is made once for each value and held by it (`views.parts.Kept`), so that it goes when the value goes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from ..reads import Key, note_all, noted
from ..views.parts import Kept


class Keeping(Extension):
    """The tag `kept`. An environment without `keeps` makes everything anew each time, to the same effect."""

    tags = {"kept"}  # noqa: RUF012  (so Jinja declares it)

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag up to `endkept`."""
        lineno = next(parser.stream).lineno
        values = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            values.append(parser.parse_expression())
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{lineno}")
        call = self.call_method("_keep", [place, values[0], nodes.Tuple(values[1:], "load")])
        return nodes.CallBlock(call, [], [], body).set_lineno(lineno)

    def _keep(self, place: str, value: object, more: tuple[Any, ...], caller: Callable[[], str]) -> str:
        if not (isinstance(value, Kept) and getattr(self.environment, "keeps", False)):
            return caller()
        held: dict[object, tuple[str, tuple[Key, ...]]] | None = getattr(value, "kept", None)
        if held is None:
            held = {}
            object.__setattr__(value, "kept", held)
        name = self, place, more
        if name not in held:
            held[name] = noted(caller)
        made, keys = held[name]
        note_all(keys)
        return made
