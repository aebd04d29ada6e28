r"""Whole sites in one text, with the report that they must give.

A case is a text file of sections. A section begins with a line `-- NAME --`:

    -- base --                        the files of tests/base are part of the site
    -- content/pages/x.md --          a file, and below this line its text
    -- content/pages/x.md latin-1 --  the same, with a directive (see DIRECTIVES)
    -- report --                      the whole report, one finding a line
    -- exit --                        the exit code of `kyndig check`
    -- shown da/kurser/x.html --      what a reader sees on that page of the site, line by line

Lines before the first section say what the case is about. A file of a case replaces that of the base.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kyndig.build import Checked, check_site, findings_of
from kyndig.diagnostics import Diagnostic
from kyndig.settings import Settings

TESTS = Path(__file__).parent
BASE = TESTS / "base"
FOLDERS = ("invalid", "noticed", "cases")
CASES = sorted(path for folder in FOLDERS for path in (TESTS / folder).glob("*.txt"))
DAY = date(2026, 11, 22)
SETTINGS = Settings(languages=("da", "nb"), siteurl="https://example.org/kurser")

DIRECTIVES: dict[str, Callable[[str], bytes]] = {
    "bom": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "latin-1": lambda text: text.encode("latin-1"),
    "utf-16": lambda text: text.encode("utf-16"),
    "tabs": lambda text: text.replace("→", "\t").encode(),
    "escapes": lambda text: re.sub(r"\\x([0-9a-f]{2})", lambda each: chr(int(each[1], 16)), text).encode(),
    "deep": lambda text: text.replace("…", "[" * 30 + "]" * 30).encode(),
}
"""How a text becomes bytes: → is a tab, \\x07 a character by its number, … a list in thirty lists."""

_HEADER = re.compile(r"-- (\S.*?)(?: (symlink:\S+|delete|" + "|".join(DIRECTIVES) + r"))? --")


@dataclass(frozen=True)
class Section:
    """One part of a case: its name, its directive, and the text below."""

    name: str
    directive: str
    text: str

    @property
    def is_file(self) -> bool:
        """Whether it is part of the site, and not something that is expected of it."""
        return self.name not in ("report", "exit") and not self.name.startswith("shown ")

    @property
    def header(self) -> str:
        return f"-- {self.name}{f' {self.directive}' if self.directive else ''} --\n"


@dataclass(frozen=True)
class Case:
    """A site and what must be said of it."""

    about: str
    sections: tuple[Section, ...]

    @classmethod
    def read(cls, path: Path) -> Case:
        """Take a case from its file."""
        about, sections = "", []
        for line in path.read_text("utf-8").splitlines(keepends=True):
            if match := _HEADER.fullmatch(line.rstrip("\n")):
                sections.append(Section(match[1], match[2] or "", ""))
            elif sections:
                sections[-1] = replace(sections[-1], text=sections[-1].text + line)
            else:
                about += line
        return cls(about, tuple(sections))

    def text(self, name: str) -> str | None:
        """Return the text of a section, or None where there is none."""
        return next((each.text for each in self.sections if each.name == name), None)

    def renewed(self, report: str) -> str:
        """Return the text of the case with another report."""
        kept = [each for each in self.sections if each.name != "report"]
        after = [each for each in kept if not each.is_file]
        before = [each for each in kept if each.is_file]
        sections = [*before, Section("report", "", report), *after]
        return self.about + "".join(each.header + each.text for each in sections)

    @property
    def shown(self) -> dict[str, str]:
        """The pages of which the case says what is shown, with that text."""
        return {each.name.split()[1]: each.text for each in self.sections if each.name.startswith("shown ")}

    def with_shown(self, texts: dict[str, str]) -> str:
        """Return the text of the case with other shown texts."""
        sections = (
            replace(each, text=texts[each.name.split()[1]]) if each.name.startswith("shown ") else each
            for each in self.sections
        )
        return self.about + "".join(each.header + each.text for each in sections)

    def lay_out(self, root: Path) -> None:
        """Write the site of the case below a folder."""
        if self.text("base") is not None:
            shutil.copytree(BASE, root, dirs_exist_ok=True)
        for section in self.sections:
            if section.is_file and section.name != "base":
                _lay(section, root / section.name)

    def check(self, root: Path) -> Checked:
        """Lay the site out and check it."""
        self.lay_out(root)
        return check_site(root, SETTINGS)

    def findings(self, root: Path) -> tuple[Diagnostic, ...]:
        """Lay the site out, and return all that `kyndig check` says of it on the day of the tests."""
        return findings_of(self.check(root), SETTINGS, DAY)


def _lay(section: Section, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if section.directive.startswith("symlink:"):
        path.symlink_to(section.directive.removeprefix("symlink:"))
    elif section.directive == "delete":
        path.unlink()
    else:
        path.write_bytes(DIRECTIVES.get(section.directive, str.encode)(section.text))
