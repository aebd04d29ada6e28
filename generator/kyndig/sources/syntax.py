"""What is wrong with a piece of YAML, in the words of an author, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from yaml.error import MarkedYAMLError

from ..diagnostics import Diagnostic, Place
from .text import place_at
from .tree import Scalar, Sequence

_GLUED = re.compile(r"\s*+(?:- ++)*+([\w-]++):(?!//)\S")
"""A line such as `title:Course`, in which the colon makes no key."""

_TEXT_WITH_COLON = re.compile(r"\s*+(?:- ++)*+[^\s#].*?:\s")
_NO_BEGINNING = frozenset("@`%,]}|>-:?")
_TAB = re.compile(r"^ *(\t)", re.MULTILINE)


class Words(NamedTuple):
    """Hold a finding that has no place yet."""

    message: str
    remedy: str
    code: str = "yaml.syntax"

    def at(self, place: Place) -> Diagnostic:
        """Return the finding at its place."""
        return Diagnostic(place, self.code, self.message, remedy=self.remedy)


class _Spot(NamedTuple):
    """Hold the line a complaint is about, cut at its column, and the last line above that is not blank."""

    before: str
    after: str
    above: str
    context: str


NO_KEY = Words("the key before the colon is missing", "write the key")
_QUOTE_IT = "put the text in quotes"
_TABBED = Words("a tab is used for indentation", "use spaces", "yaml.tab")


def tabs(text: str, file: str, first_line: int = 1) -> Diagnostic | None:
    """Return an error at the first tab in the indentation of a line, or None."""
    tab = _TAB.search(text)
    return _TABBED.at(place_at(text, tab.start(1), file, first_line)) if tab else None


def sign(first: str) -> Words:
    """Explain that a value cannot begin with `*`, `&` or `!`, which mean something in YAML."""
    what, code = {"*": ("an alias", "alias"), "&": ("an anchor", "alias"), "!": ("a tag", "tag")}[first]
    message = f'"{first}" makes a value {what} in YAML, which is not allowed here'
    return Words(message, f'put a text that begins with "{first}" in quotes', f"yaml.{code}")


def not_a_mapping(root: Scalar | Sequence) -> Words:
    """Explain that a file holds a list or a text where keys and values belong."""
    glued = _GLUED.match(root.text) if isinstance(root, Scalar) else None
    what = "a text" if isinstance(root, Scalar) else "a list"
    remedy = _glued(glued).remedy if glued else "write key: value in each line"
    return Words(f"keys and values belong here, not {what}", remedy, "yaml.not-a-mapping")


def explain(error: MarkedYAMLError, text: str, file: str, first_line: int = 1) -> Diagnostic:
    """Turn a complaint of PyYAML, from libyaml or pure Python, into an error with a remedy."""
    said = f"{error.context or ''}: {error.problem or ''}"
    where, words = next((where, words) for pattern, where, words in _RULES if re.search(pattern, said))
    mark = (error.context_mark if where == "context" else None) or error.problem_mark
    lines = text.split("\n")
    line, column = (
        (mark.line, mark.column) if mark and mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))
    )
    above = next((each for each in reversed(lines[:line]) if each.strip()), "")
    if not isinstance(words, Words):
        words = words(_Spot(lines[line][:column], lines[line][column:], above, said))
    return words.at(Place(file, first_line + line, column + 1))


def _glued(match: re.Match[str]) -> Words:
    return Words(f'a space is missing after the colon of "{match[1]}"', f'write "{match[1]}: …"')


def _no_colon(spot: _Spot) -> Words:
    """Explain a line that should have a key and has no colon with a space behind it."""
    glued = _GLUED.match(spot.before + spot.after)
    remedy = "write key: value, or indent the line if it continues the one above"
    return _glued(glued) if glued else Words("the line has no key and colon", remedy)


def _colon(spot: _Spot) -> Words:
    """Explain a colon where no key can be: in a text, after a value, or below a line that has no key."""
    if _TEXT_WITH_COLON.match(spot.before):
        return Words("a colon with a space behind it stands in a text", _QUOTE_IT)
    glued = _GLUED.match(spot.above)
    remedy = "give the key the indentation of the keys above, or put the text above in quotes"
    return (
        _glued(glued)
        if glued
        else Words("no key can stand here: the line above does not end with a colon", remedy)
    )


def _block_end(spot: _Spot) -> Words:
    """Explain a line, or the rest of one, that belongs neither to what is open nor to what is around it."""
    if spot.after.startswith((":", "}")):
        return NO_KEY
    if spot.before.strip():
        message = f"text follows behind the closing {spot.before.rstrip()[-1]}"
        return Words(message, "put the whole text in one pair of quotes; in '…' write ' as ''")
    item = re.match(r"-(\s|$)", spot.after)
    if not item and "block collection" in spot.context:
        return Words('every item of a list begins with "- "', 'begin with "- ", or correct the indentation')
    if not spot.before:
        what = "a list item" if item else "a text"
        return Words(f"{what} stands among keys", "indent it below the key that it belongs to")
    message = f"this line is indented by {len(spot.before)}, unlike every line that it could belong with"
    return Words(message, "give it the indentation of the lines that it belongs with")


def _first_character(spot: _Spot) -> Words:
    if spot.after.startswith("\t"):
        return _TABBED
    if spot.after[:1] not in _NO_BEGINNING:
        return Words("a value is missing here", "write it, or close the bracket")
    return Words(f'a value cannot begin with "{spot.after[0]}"', _QUOTE_IT)


def _first_sign(spot: _Spot) -> Words:
    return sign(spot.after[:1])


def _anything(spot: _Spot) -> Words:
    problem = spot.context.removeprefix(": ")
    return Words(f"this is not YAML ({problem})", "look at the quotes and the indentation here and above")


_QUOTE = Words("the quote that opens here is never closed", "close it at the end of the text")
_ESCAPE = Words("in double quotes a backslash begins an escape, and this is none", "use '…', or write \\\\")
_BLOCK = Words("something stands behind | or > in the same line", "begin the text in the next line, indented")
_COMMA = "write the missing one, or a comma, or put the text in quotes"
_BRACKET = Words("the [ that opens here has no ] where one is needed", _COMMA)
_BRACE = Words("the { that opens here has no } where one is needed", _COMMA)
_LIST = Words("a list cannot begin in the line of its key", "begin it in the next line, or write [a, b]")
_QUESTION = Words('a value cannot begin with "? "', _QUOTE_IT)
_DIRECTIVE = Words('a line cannot begin with "%"', "delete it, or put the text in quotes")
_END = Words("the content has ended above this line", "delete what follows, or put the whole text in quotes")

_RULES: tuple[tuple[str, str, Words | Callable[[_Spot], Words]], ...] = (
    # what PyYAML says, as "context: problem"; which of its two places is meant; the words
    (r"tab character", "problem", _TABBED),
    (r"quoted scalar: found unexpected (end|document)", "context", _QUOTE),
    (r"quoted scalar: ", "problem", _ESCAPE),
    (r"(an alias|an anchor|a tag): |tag handle", "context", _first_sign),
    (r"directive|incompatible YAML", "problem", _DIRECTIVE),
    (r"block scalar: ", "problem", _BLOCK),
    (r"flow sequence: ", "context", _BRACKET),
    (r"flow mapping: ", "context", _BRACE),
    (r"sequence entries are not allowed", "problem", _LIST),
    (r"mapping keys are not allowed", "problem", _QUESTION),
    (r"document start", "problem", _END),
    (r"mapping values are not allowed", "problem", _colon),
    (r"could not find expected ':'", "context", _no_colon),
    (r"cannot start any token|node content", "problem", _first_character),
    (r"expected key|expected '-' indicator|expected <block end>", "problem", _block_end),
    (r"", "problem", _anything),
)
