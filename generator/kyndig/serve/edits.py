"""A look at what was edited: the site as it is then, told from the edited files alone.

Only what is the same wherever one looks from is told so: words, facts and relations of things that are there. Addresses
and what the rules say of the whole site stay as they were until the whole site has been looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ..build import Checked
from ..catalogue import relink
from ..diagnostics import Diagnostic
from ..locales.catalogues import read_catalogue
from ..records import Bundle, Entry, Reading
from ..resources import shared
from ..settings import Settings
from ..sources import Source
from .readings import read_alone


@dataclass(frozen=True, slots=True)
class Good:
    """A site without errors, and what it was made from: its bundles with what they say, by the path of each text."""

    root: Path
    settings: Settings
    theme: Path
    checked: Checked
    bundles: Mapping[str, tuple[Bundle, Reading]]


@dataclass(frozen=True, slots=True)
class Edits:
    """What was edited since a site was good."""

    good: Good
    paths: Collection[Path]

    @property
    def only_theme(self) -> bool:
        """Whether nothing but templates and static files was edited."""
        return all(each.is_relative_to(self.good.theme) for each in self.paths)

    def look(self, findings: Collection[Diagnostic]) -> Checked | tuple[Diagnostic, ...] | None:
        """Return the site as it is now, or the errors in the edited texts, or None where that takes a wider look.

        `findings` are errors known so far that were found elsewhere than in a text alone.
        """
        bundles = self._bundles()
        if bundles is None:
            return None
        pairs: list[tuple[Entry, Entry]] = []
        errors: set[Diagnostic] = set()
        for bundle, before in bundles.values():
            now = read_alone(bundle, self.good.settings.languages)
            errors |= {each for each in now.diagnostics if each.severity == "error"}
            same = [each.kind for each in now.entries] == [each.kind for each in before.entries]
            if not errors and not (same and all(map(_is_one, before.entries, now.entries))):
                return None
            pairs += zip(before.entries, now.entries, strict=False)
        if errors:
            return tuple(sorted(errors))
        return None if findings else self._checked(pairs)

    def _checked(self, pairs: list[tuple[Entry, Entry]]) -> Checked | None:
        """Return the site with some entries as they are now."""
        checked = self.good.checked
        catalogue = relink(checked.catalogue, pairs) if pairs else checked.catalogue
        words = checked.words
        if any(each.is_relative_to(shared("i18n")) for each in self.paths):
            words = {each: read_catalogue(shared("i18n") / f"{each}.po") for each in words}
        return None if catalogue is None else replace(checked, catalogue=catalogue, words=words)

    def _bundles(self) -> dict[str, tuple[Bundle, Reading]] | None:
        """Return the bundles that were edited as they are now, with what they said; None where files came or went."""
        found: dict[str, tuple[Bundle, Reading]] = {}
        content = self.good.root / self.good.settings.path
        for path in sorted(each for each in self.paths if each.is_relative_to(content)):
            below = path.relative_to(self.good.root).as_posix()
            if below not in self.good.bundles or path.is_symlink() or not path.is_file():
                return None
            bundle, before = self.good.bundles[below]
            bundle, _ = found.get(bundle.name, (bundle, before))
            data = path.read_bytes()
            source = Source(below, data, sha256(data).hexdigest())
            sources = tuple(source if each.path == below else each for each in bundle.sources)
            found[bundle.name] = Bundle(bundle.name, sources), before
        return found


def _is_one(before: Entry, now: Entry) -> bool:
    """Tell whether two entries are one thing, shown as before."""
    return (before.id, before.files, before.is_draft) == (
        now.id,
        now.files,
        now.is_draft,
    ) and not now.doubtful
