"""Each common slip in YAML is told in the words of an author, whichever loader PyYAML has."""

from __future__ import annotations

import importlib

import pytest
import yaml

from kyndig.sources import read_yaml

strict_yaml = importlib.import_module("kyndig.sources.strict_yaml")
LOADERS = sorted(
    {yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)}, key=lambda each: each.__name__
)

QUOTES = "put the text in quotes"
ONE_PAIR = "put the whole text in one pair of quotes; in '…' write ' as ''"
NOT_CLOSED = "the quote that opens here is never closed; close it at the end of the text"
NO_PARENT = (
    "no key can stand here: the line above does not end with a colon; "
    "give the key the indentation of the keys above, or put the text above in quotes"
)
COLON = f"a colon with a space behind it stands in a text; {QUOTES}"
BRACKET = "has no {0} where one is needed; write the missing one, or a comma, or put the text in quotes"
ITEM = 'every item of a list begins with "- "; begin with "- ", or correct the indentation'
STRAY = (
    "unlike every line that it could belong with; give it the indentation of the lines that it belongs with"
)
NO_KEY = "the key before the colon is missing; write the key"
BEHIND = "something stands behind | or > in the same line; begin the text in the next line, indented"
ESCAPE = "in double quotes a backslash begins an escape, and this is none; use '…', or write \\\\"
ENDED = "the content has ended above this line; delete what follows, or put the whole text in quotes"
ODD_KEY = "a key must be a text in one line; put a text that begins with [ or { in quotes"
PERCENT = 'a line cannot begin with "%"; delete it, or put the text in quotes'
LINES = "write key: value in each line"


def sign(first: str, what: str) -> str:
    """Return the words about a sign that means something in YAML."""
    return (
        f'"{first}" makes a value {what} in YAML, which is not allowed here; '
        f'put a text that begins with "{first}" in quotes'
    )


CASES = [
    ("a:\n\tb: 1", "2:1: error yaml.tab: a tab is used for indentation; use spaces"),
    ("a: 1\n \t\n", "2:2: error yaml.tab: a tab is used for indentation; use spaces"),
    ("a: |\n  x\n\ty", "3:1: error yaml.tab: a tab is used for indentation; use spaces"),
    ("a: b: c", f"1:5: error yaml.syntax: {COLON}"),
    ("- a: see: here", f"1:9: error yaml.syntax: {COLON}"),
    ('a: "x": y', f"1:7: error yaml.syntax: {COLON}"),
    ("title: Foo\n  bar: x", f"2:6: error yaml.syntax: {NO_PARENT}"),
    ("a\nb: 1", f"2:2: error yaml.syntax: {NO_PARENT}"),
    ("a: https://x\n\n b: 1", f"3:3: error yaml.syntax: {NO_PARENT}"),
    ("a:1\nb: 2", '2:2: error yaml.syntax: a space is missing after the colon of "a"; write "a: …"'),
    ("a: 1\nb:2\nc: 3", '2:1: error yaml.syntax: a space is missing after the colon of "b"; write "b: …"'),
    (
        "a: 1\nb\nc: 3",
        "2:1: error yaml.syntax: the line has no key and colon; "
        "write key: value, or indent the line if it continues the one above",
    ),
    ("a:\n  b: 1\n c: 2", f"3:2: error yaml.syntax: this line is indented by 1, {STRAY}"),
    ("a: 'x'\n  b: c", f"2:3: error yaml.syntax: this line is indented by 2, {STRAY}"),
    ("a:\n  - b\n - c", f"3:2: error yaml.syntax: this line is indented by 1, {STRAY}"),
    (
        "a: x\n- b",
        "2:1: error yaml.syntax: a list item stands among keys; indent it below the key that it belongs to",
    ),
    ("a:\n  - b\n  c: d", f"3:3: error yaml.syntax: {ITEM}"),
    ("a:\n  - b: 1\n   c: 1", f"3:4: error yaml.syntax: {ITEM}"),
    (": x", f"1:1: error yaml.syntax: {NO_KEY}"),
    ("a:\n  - : x", f"2:5: error yaml.syntax: {NO_KEY}"),
    ('"": x', f"1:1: error yaml.syntax: {NO_KEY}"),
    ('a: "x', f"1:4: error yaml.syntax: {NOT_CLOSED}"),
    ("a: 'x\nb: 1", f"1:4: error yaml.syntax: {NOT_CLOSED}"),
    ('a: "x\n---\n', f"1:4: error yaml.syntax: {NOT_CLOSED}"),
    ('a: "x" y', f'1:8: error yaml.syntax: text follows behind the closing "; {ONE_PAIR}'),
    ("a: 'it's'", f"1:8: error yaml.syntax: text follows behind the closing '; {ONE_PAIR}"),
    ("a: [link](address)", f"1:10: error yaml.syntax: text follows behind the closing ]; {ONE_PAIR}"),
    ("a: [1, 2", f"1:4: error yaml.syntax: the [ that opens here {BRACKET.format(']')}"),
    ("a: [1, 2\nb: 3", f"1:4: error yaml.syntax: the [ that opens here {BRACKET.format(']')}"),
    ("a: {x: 1\nb: 3", f"1:4: error yaml.syntax: the {{ that opens here {BRACKET.format('}')}"),
    (
        "a: x\n|",
        "2:1: error yaml.syntax: a text stands among keys; indent it below the key that it belongs to",
    ),
    ("a: [x,\n", "2:1: error yaml.syntax: a value is missing here; write it, or close the bracket"),
    ("a: [", "1:5: error yaml.syntax: a value is missing here; write it, or close the bracket"),
    ("a: [,]", f'1:5: error yaml.syntax: a value cannot begin with ","; {QUOTES}'),
    ("a: ]", f'1:4: error yaml.syntax: a value cannot begin with "]"; {QUOTES}'),
    ("a: @x", f'1:4: error yaml.syntax: a value cannot begin with "@"; {QUOTES}'),
    ("a: `x`", f'1:4: error yaml.syntax: a value cannot begin with "`"; {QUOTES}'),
    ("a: %x", f'1:4: error yaml.syntax: a value cannot begin with "%"; {QUOTES}'),
    ("a: ? b", f'1:4: error yaml.syntax: a value cannot begin with "? "; {QUOTES}'),
    (
        "a: - b",
        "1:4: error yaml.syntax: a list cannot begin in the line of its key; "
        "begin it in the next line, or write [a, b]",
    ),
    ("a: | text\n  b", f"1:6: error yaml.syntax: {BEHIND}"),
    ("a: |0\n x", f"1:5: error yaml.syntax: {BEHIND}"),
    (r'a: "\x4"', f"1:7: error yaml.syntax: {ESCAPE}"),
    ("a: 1\n...\nb", f"3:1: error yaml.syntax: {ENDED}"),
    ("%YAML 9.9\n---\na: 1", f"1:1: error yaml.syntax: {PERCENT}"),
    ("a: {{x}}", f"1:5: error yaml.syntax: {ODD_KEY}"),
    ("[a]: b", f"1:1: error yaml.syntax: {ODD_KEY}"),
    (r'"a\nb": c', f"1:1: error yaml.syntax: {ODD_KEY}"),
    ("a: &x", f"1:4: error yaml.alias: {sign('&', 'an anchor')}"),
    ("a: & b", f"1:4: error yaml.alias: {sign('&', 'an anchor')}"),
    ("&x a: b", f"1:1: error yaml.alias: {sign('&', 'an anchor')}"),
    ("a: &x [b]", f"1:4: error yaml.alias: {sign('&', 'an anchor')}"),
    ("a: *x", f"1:4: error yaml.alias: {sign('*', 'an alias')}"),
    ("a: **bold** text", f"1:4: error yaml.alias: {sign('*', 'an alias')}"),
    (
        "<<: {a: b}",
        "1:1: error yaml.alias: the merge key << is not allowed; write the keys and values out here",
    ),
    ("a: !important", f"1:4: error yaml.tag: {sign('!', 'a tag')}"),
    ("a: !!python/object:os.system [x]", f"1:4: error yaml.tag: {sign('!', 'a tag')}"),
    ("a: ! x", f"1:4: error yaml.tag: {sign('!', 'a tag')}"),
    ("a: !x!y z", f"1:4: error yaml.tag: {sign('!', 'a tag')}"),
    ("a: !<x y", f"1:4: error yaml.tag: {sign('!', 'a tag')}"),
    (
        "a: 1\n---\nb: 2",
        '2:1: error yaml.many-documents: a second document begins here with "---"; '
        "put it in a file of its own",
    ),
    ("# nothing", "1:1: error yaml.empty: there are no keys and values; write at least one key: value"),
    ("--- ~", "1:1: error yaml.empty: there are no keys and values; write at least one key: value"),
    ("- a", f"1:1: error yaml.not-a-mapping: keys and values belong here, not a list; {LINES}"),
    ("'x'", f"1:1: error yaml.not-a-mapping: keys and values belong here, not a text; {LINES}"),
    ("''", f"1:1: error yaml.not-a-mapping: keys and values belong here, not a text; {LINES}"),
    (
        "title:Course",
        '1:1: error yaml.not-a-mapping: keys and values belong here, not a text; write "title: …"',
    ),
    (
        r'a: "x\u202E"',
        "1:4: error text.bidi: the invisible character U+202E turns the direction of reading; delete it",
    ),
    ("a: \x7f", "1:4: error text.control: the invisible character U+007F may not stand in a text; delete it"),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_slip_is_told_in_plain_words_with_a_remedy(
    text: str, expected: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "LOADER", loader)
    tree, found = read_yaml(text, "x.yaml")
    assert [str(each) for each in found] == [f"x.yaml:{expected}"]
    assert tree is None


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text", [r'a: "\d"', r'a: "\ud800"', "%YAML x\n---\na: 1", "%YAML 1.1\n%YAML 1.1\n---\na: 1", "%x"]
)
def test_a_rare_slip_is_refused_by_both_loaders_in_words_of_their_own(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "LOADER", loader)
    tree, found = read_yaml(text, "x.yaml")
    assert tree is None
    assert next(each.code for each in found) in {"yaml.syntax", "text.control"}
    assert all(each.remedy for each in found)


def test_a_complaint_nobody_foresaw_still_gets_a_place_and_a_remedy() -> None:
    explain = importlib.import_module("kyndig.sources.syntax").explain
    mark = yaml.error.Mark("x", 0, 1, 2, None, 0)
    error = yaml.error.MarkedYAMLError(None, None, "found a unicorn", mark)
    assert str(explain(error, "a: 1\nb: 2", "x.yaml", 5)) == (
        "x.yaml:6:3: error yaml.syntax: this is not YAML (found a unicorn); "
        "look at the quotes and the indentation here and above"
    )
