"""What is wrong in one file, told in the terms of the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics import Diagnostic, Place, Severity, did_you_mean
from ..sources import Mapping, Node, Scalar, Sequence
from .shape import Object

_FORMS = {Scalar: "a text", Sequence: "a list", Mapping: "keys and values"}


@dataclass(slots=True)
class Report:
    """Gather what is wrong while a file is read."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(
        self, place: Place, where: str, code: str, message: str, remedy: str, severity: Severity = "error"
    ) -> None:
        """Report one finding; `where` is the path of keys that leads to it."""
        self.found.append(Diagnostic(place, code, message, where, remedy, severity))

    def unfit(self, node: Node, where: str, message: str, remedy: str) -> None:
        """Report a node of another form than its field has."""
        self.add(node.place, where, "value.type", f"{message}, not {_FORMS[type(node)]}", remedy)

    def unknown_key(self, shape: Object, key: Scalar, where: str) -> None:
        """Report a key that an object does not have."""
        message, names = f'unknown key "{key.text}"', shape.names()
        remedy = did_you_mean(key.text, names) or f"known are {', '.join(names)}"
        if key.text == "body":
            message, remedy = (
                "no text can stand below the keys and values here",
                "move it into one of the keys",
            )
        self.add(key.place, where, "key.unknown", message, remedy)
