"""What is found in the curriculum of 2018 is what stands in it: these places, and no others.

The places were read in the document itself. Each row has a code, what it is about, and the section and number of each
side; a finding that an author accepts says so.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kyndig.build import Checked, check_site
from kyndig.findings import CODES, Case, find, reason, together
from kyndig.settings import read_settings

ROOT = Path(__file__).parent.parent.parent
SOURCE = "an-intro-2018"
C, COURSE = "competency:anaesthesiology-introduction/", "course:supervision-course"
CURRICULUM = "curriculum:anaesthesiology-introduction"


def _listed(*numbers: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return competencies, each with its place in the list and in the logbook."""
    return [(f"{C}{each}", (f"4.3.4/{each}", f"5.1/{each}")) for each in numbers]


EXPECTED = {
    # 1: section 5 demands cards 1–16; the list and the logbook use 1–15
    "card.unused": [("card:anaesthesiology-introduction/16", ("5/1", "4.3.4"))],
    # 2: the logbook adds general assessment and Mini-CEX
    "assessment.added": _listed(17, 20),
    # 3: the logbook names experience registration for 13 and 14 only
    "assessment.lost": _listed(1, 2, 4, 9, 10, 11, 21),
    # 4: four procedures in the text, six in competency 13
    "procedure.scope": [(f"{C}13", ("4.3.2", "4.3.4/13"))],
    # 5: other words for 3, 4, 7, 14, 23; other forms of the verbs for 1, 6, 8, 32
    "wording.differs": _listed(1, 3, 4, 6, 7, 8, 14, 23, 32),
    # 6: two names of the compulsory course
    "name.differs": [(COURSE, ("4.3.3", "5.1.1"))],
    # 7: five programmes, seven fields
    "count.differs": [(CURRICULUM, ("4.1", "4.1"))],
    # 8: counters only (13, 14) or a talk only (21–23)
    "assessment.no-card": _listed(13, 14, 21, 22, 23),
    # 9: logbog.net is replaced; addresses with http
    "link.retired": [(CURRICULUM, ("5.1",)), (CURRICULUM, ("6.1",))],
    "link.insecure": [(CURRICULUM, (each,)) for each in ("6.1", "6.1", "6.1", "4.2.3", "6.2")],
    # 10: a quotation mark that is not closed; a word with and without an s
    "text.unclosed": [(COURSE, ("4.3.3",))],
    "text.spelling": [(f"{C}23", ("4.3.4/23", "5.1/23"))],
    # found when the document was read: acute pain does not include pain after surgery, and 18 gives that as an example
    "source.contradiction": [(f"{C}18", ("4.1", "4.3.4/18"))],
}
"""Code → what it is about, and where: section, and number where there is one, of each side."""

FIRST_LINES = {
    "card.unused": ("requirements.1.cards[15]", "competencies"),
    "assessment.added": ("competencies.17.assessments", "competencies.17.logbook.assessments"),
    "assessment.lost": ("competencies.1.assessments", "competencies.1.logbook.assessments"),
    "procedure.scope": ("procedures.spinal.cusum", "competencies.13.procedures"),
    "wording.differs": ("competencies.1.statement", "competencies.1.logbook.quotes"),
    "name.differs": ("disagreements.course-name.one", "disagreements.course-name.other"),
    "count.differs": (
        "disagreements.continuing-education-count.one",
        "disagreements.continuing-education-count.other",
    ),
    "text.unclosed": ("disagreements.course-quotation-mark.one",),
    "text.spelling": ("disagreements.lifestyle-spelling.one", "disagreements.lifestyle-spelling.other"),
}
"""Code → where the first case of it stands in the file, on each side."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_site(ROOT, read_settings(ROOT / "publishconf.py"))


@pytest.fixture(scope="module")
def cases(checked: Checked) -> tuple[Case, ...]:
    """All that is found in the document itself."""
    found = find(checked.catalogue, date(2026, 11, 22))
    return tuple(each for each in found if SOURCE in each.sources and CODES[each.code] == "document")


def _places(case: Case) -> tuple[str, ...]:
    cited = [side.source for side in case.sides if side.source]
    assert len(cited) == len(case.sides), "each side has its place in the source"
    return tuple(f"{each.section}/{each.item}" if each.item else str(each.section) for each in cited)


def test_exactly_this_is_found(cases: tuple[Case, ...]) -> None:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for each in cases:
        found.setdefault(each.code, []).append((each.about, _places(each)))
    assert found == EXPECTED


def test_each_side_stands_at_its_place_in_the_file(cases: tuple[Case, ...]) -> None:
    for code, wheres in FIRST_LINES.items():
        first = next(each for each in cases if each.code == code)
        assert tuple(side.spot.where for side in first.sides) == wheres


def test_only_what_is_assessed_otherwise_is_accepted(checked: Checked, cases: tuple[Case, ...]) -> None:
    accepted = {each.code for each in cases if reason(checked.catalogue, each)}
    assert accepted == {"assessment.no-card"}
    assert len(together((each, reason(checked.catalogue, each)) for each in cases)) == len(EXPECTED) + 1


def test_what_the_sides_say_is_counted(cases: tuple[Case, ...]) -> None:
    values = {each.code: each.values for each in cases}
    assert values["count.differs"] == (5, 7)
    assert values["procedure.scope"] == (4, 6)
