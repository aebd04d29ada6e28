"""Words: the same thing said in one or more languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one piece of text in the languages it is written in, original first.

    `words` pairs a language tag (BCP 47, such as `da`, `nb`, `en`) with the words.
    """

    words: tuple[tuple[str, str], ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language, _ in self.words)

    def get(self, language: str) -> str | None:
        """Return the words in `language`, or None where they are not written."""
        for tag, words in self.words:
            if tag == language:
                return words
        return None


class Markdown:
    """Mark a `Text` whose words are Markdown."""


Prose = Annotated[Text, Markdown()]
