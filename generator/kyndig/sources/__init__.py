"""The find and parse stages: from the content folder to documents in which every value has its place.

This package is the only door to PyYAML: nothing else imports `yaml`, and nothing else reads content files.
What comes out holds texts only; what a text means (a date, a number, yes or no) is for its type to say.
"""

from .documents import Document, parse
from .find import TEXT_SUFFIXES, Source, find
from .strict_yaml import read_yaml
from .text import read_text
from .tree import Mapping, Node, Scalar, Sequence, is_null

__all__ = [
    "TEXT_SUFFIXES",
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Source",
    "find",
    "is_null",
    "parse",
    "read_text",
    "read_yaml",
]
