"""What a translation says that it should not: facts, and words for what the original does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import did_you_mean
from ..sources import Mapping, Node, Scalar, is_null
from .report import Report
from .shape import Object, holds_words

Others = tuple[tuple[str, Node], ...]
"""What stands at the same place in the translations: pairs of language and node."""

WRITE_FIRST = "write it in the original file first"


def extra_fields(report: Report, shape: Object, node: Mapping, others: Others, where: str) -> Iterator[str]:
    """Report fields that only a translation has; yield the languages that have no fields at all."""
    for language, other in others:
        if not isinstance(other, Mapping):
            report.unfit(other, where, "keys and values belong here", "write key: value")
            yield language
            continue
        for key, child in other.items:
            if shape.get(key.text) is None:
                report.unknown_key(shape, key, where)
            elif not is_null(child) and _absent(node, key.text):
                _extra_field(report, shape, key, path_to(where, key))


def _extra_field(report: Report, shape: Object, key: Scalar, where: str) -> None:
    found = shape.get(key.text)
    if found is not None and holds_words(found.shape):
        report.add(key.place, where, "translation.extra", "the original does not have this", WRITE_FIRST)
    elif key.text == "lang":
        message = "the language of a translation stands in its file name"
        report.add(key.place, where, "translation.fact", message, "delete this")
    else:
        message, remedy = "a translation holds words only", "move this to the original file"
        report.add(key.place, where, "translation.fact", message, remedy)


def extra_keys(report: Report, node: Mapping, others: Others, where: str) -> Iterator[str]:
    """Report ids that only a translation has; yield the languages whose translation has no ids at all."""
    for language, other in others:
        if not isinstance(other, Mapping):
            report.unfit(other, where, "the ids of the original belong here", "write id: words")
            yield language
            continue
        for key, _ in other.items:
            if node.get(key.text) is None:
                remedy = did_you_mean(key.text, node.keys()) or WRITE_FIRST
                message = f'the original does not have "{key.text}" here'
                report.add(key.place, where, "translation.extra", message, remedy)


def path_to(where: str, key: Scalar) -> str:
    """Return the path of keys that leads to `key`."""
    return f"{where}.{key.text}" if where else key.text


def below(others: Others, key: str) -> Others:
    """Step down to `key` in every translation that has it."""
    return tuple(_children(others, key))


def _children(others: Others, key: str) -> Iterator[tuple[str, Node]]:
    for language, other in others:
        child = other.get(key) if isinstance(other, Mapping) else None
        if child is not None and not is_null(child):
            yield language, child


def _absent(node: Mapping, key: str) -> bool:
    value = node.get(key)
    return value is None or is_null(value)
