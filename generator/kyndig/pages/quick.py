"""Templates compiled for speed: what Jinja does for every value and every call, and ours never need, is left out.

Measured on the pages of a large site, this takes two thirds of the time that templates take. Ours take no function that
wants Jinja's context (`pass_context`) and always escape; a template that needs more than plain attributes, such as the
keys of a mapping written as attributes, is rendered by Jinja's own code (`Renderer.render`). The pages are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from ..locales.catalogues import Catalogue as Words


class Generator(CodeGenerator):
    """Let templates call functions and macros directly."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call; one with unpacked arguments is left to Jinja."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class Direct(Generator):
    """Let templates read attributes directly as well; what has no such attribute raises AttributeError."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class Quick(Template):
    """A template whose output is escaped, and whose macros are called, without making an object each time."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """Load a compiled template."""
        made = super().from_code(*args, **kwargs)
        cast(Any, made.root_render_func).__globals__.update(escape=escaped, Macro=macro)
        return made


_marked = str.__new__


def macro(
    environment: Environment,
    func: Callable[..., str],
    name: str,
    arguments: tuple[str, ...],
    catch_kwargs: bool,
    catch_varargs: bool,
    caller: bool,
    autoescape: bool,
) -> Callable[..., str]:
    """Return a macro that is called as a function; calls that are out of the ordinary are left to Jinja."""
    whole = Macro(environment, func, name, [*arguments], catch_kwargs, catch_varargs, caller, autoescape)
    if catch_kwargs or catch_varargs or "caller" in arguments or not autoescape:
        return whole
    places = {each: place for place, each in enumerate((*arguments, "caller") if caller else arguments)}
    left_out = (missing,) * len(places)
    count = len(arguments)

    def call(*args: Any, **named: Any) -> str:
        given = len(args)
        if given > count or (caller and "caller" not in named):
            return whole(*args, **named)
        if not named:
            return _marked(Markup, func(*args, *left_out[given:]))
        values = [*args, *left_out[given:]]
        for key, value in named.items():
            place = places.get(key, -1)
            if place < given:
                return whole(*args, **named)
            values[place] = value
        return _marked(Markup, func(*values))

    return call


def escaped(value: Any) -> str:
    """Return a value as HTML; the same letters as `markupsafe.escape`, in a plain text where that will do."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if (
        kind is str
        and "&" not in value
        and "<" not in value
        and '"' not in value
        and "'" not in value
        and ">" not in value
    ):
        return value  # type: ignore[no-any-return]
    return escape(value)


def speak(environment: Environment, words: Words) -> None:
    """Give templates `_` and `ngettext`, as Jinja's own extension does: placeholders are `%(name)s`, and escaped."""
    plain: dict[str, tuple[str, Markup]] = {}

    def one(msgid: str, **variables: object) -> Markup:
        text = words.gettext(msgid)
        if variables:
            return Markup(text) % variables  # noqa: S704  (translators write HTML as little as programmers do)
        if msgid not in plain or plain[msgid][0] is not text:
            plain[msgid] = (text, Markup(text) % {})  # noqa: S704
        return plain[msgid][1]

    def many(singular: str, plural: str, num: int, **variables: object) -> Markup:
        return Markup(words.ngettext(singular, plural, num)) % {"num": num, **variables}  # noqa: S704

    said: dict[str, Callable[..., Markup]] = {"_": one, "gettext": one, "ngettext": many}
    environment.globals.update(said)
