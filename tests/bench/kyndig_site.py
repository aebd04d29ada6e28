"""The corpus as a site of Kyndig: a folder with `publishconf.py` and `content/`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from .corpus import LANGUAGES, Block, Corpus, Entry, Reference

_ORIGINAL, *_TRANSLATIONS = LANGUAGES

_SETTINGS = """SITENAME = "Measured"
SITEURL = "https://measured.example"
LANGUAGES = ["da", "nb", "en"]
FEED_DOMAIN = "measured.example,2026"
"""


def write_site(corpus: Corpus, root: Path) -> None:
    """Write the whole corpus below a folder that is empty or not there."""
    for path, text in files(corpus):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the site."""
    yield "publishconf.py", _SETTINGS
    for name, text in _vocabularies(corpus):
        yield f"content/vocabularies/{name}.yaml", text
    for kind, entries in groupby(corpus.entries(), key=lambda each: each.kind):
        if kind == "competency":
            for curriculum, members in groupby(entries, key=lambda each: each.id.partition("/")[0]):
                yield from _curriculum(curriculum, tuple(members))
        else:
            for entry in entries:
                yield from _course(entry) if kind == "course" else _position(entry)


def _q(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(names)}]"


# Courses and positions --------------------------------------------------------------------------------------


def _course(entry: Entry) -> Iterator[tuple[str, str]]:
    facts = [
        f"provider: {entry.organiser}",
        f"form: {entry.form}",
        "reach: regional",
        f"regions: {_list([entry.region])}",
        f"teaches: {_list(f'competency:{each}' for each in entry.teaches)}",
        f"target_groups: {_list(entry.groups)}",
        "professions: [nurse]",
        f"topics: {_list(entry.topics)}",
        "instances:",
    ]
    for held in entry.held:
        facts += [
            f"  {held.id}:",
            f"    start: {held.start}",
            f"    end: {held.start}",
            f"    mode: {held.mode}",
            f"    place: {held.region.capitalize()}",
            f"    region: {held.region}",
            f"    languages: [{held.language}]",
            f"    seats: {held.seats}",
            "    example: true",
        ]
    yield from _with_text(f"content/courses/{entry.id}", entry, facts)


def _position(entry: Entry) -> Iterator[tuple[str, str]]:
    facts = [
        f"organisation: {entry.organiser}",
        "type: policy-page",
        "issued: '2026'",
        f"topics: {_list(entry.topics)}",
        f"relates: {_list(_ref(each) for each in entry.relates)}",
    ]

    def sections(language: str) -> Iterator[str]:
        yield from (
            "sections:",
            '  "1":',
            f"    title: {_q(entry.title[language])}",
            "    parts:",
            "      a:",
        )
        yield from (f"        rationale: {_q(entry.lead[language])}", "        statements:")
        for number, said, stance, modality, topics in entry.statements:
            yield from (f'          "{number}":', f"            text: {_q(said[language])}")
            if language == _ORIGINAL:
                yield from (f"            stance: {stance}", f"            modality: {modality}")
                yield f"            topics: {_list(topics)}"

    own = {language: list(sections(language)) for language in LANGUAGES}
    yield from _with_text(f"content/positions/{entry.id}", entry, facts, own)


def _with_text(
    path: str, entry: Entry, facts: list[str], own: dict[str, list[str]] | None = None
) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        head = [f"title: {_q(entry.title[language])}", f"lead: {_q(entry.lead[language])}"]
        if language == _ORIGINAL:
            head = [f"lang: {language}", "announced: 2026-05-04", *head, *facts]
        head += own[language] if own else []
        suffix = "" if language == _ORIGINAL else f".{language}"
        text = "\n".join(("---", *head, "---", "", markdown(entry.text[language])))
        yield f"{path}{suffix}.md", text


def markdown(blocks: Iterable[Block]) -> str:
    """Return blocks of words as Markdown; a link says the title of what it leads to, whatever that is by then."""
    return "\n".join(_block(each) for each in blocks)


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"## {block.rows[0][0]}\n"
        case "list":
            return "".join(f"- {row[0]}\n" for row in block.rows)
        case "table":
            head, *rows = (f"| {' | '.join(row)} |\n" for row in block.rows)
            return head + "|---|---|---|\n" + "".join(rows)
        case _:
            link = f" []({_ref(block.link)})" if block.link else ""
            return f"{block.rows[0][0]}{link}\n"


def _ref(reference: Reference) -> str:
    return f"{reference.kind}:{reference.id}"


# Curricula --------------------------------------------------------------------------------------------------


def _curriculum(id_: str, entries: tuple[Entry, ...]) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        suffix = "" if language == _ORIGINAL else f".{language}"
        lines = [*_head(id_, language), "competencies:"]
        for entry in entries:
            lines += _competency(entry, language)
        yield f"content/curricula/{id_}/2026{suffix}.yaml", "\n".join(lines) + "\n"


def _head(id_: str, language: str) -> Iterator[str]:
    number = id_.partition("-")[2]
    if language == _ORIGINAL:
        yield from (
            "lang: da",
            "announced: 2026-05-04",
            "specialty: specialty-1",
            "stage: introduction",
            "months: 12",
        )
        yield from ("issued: '2026'", "approved_by: body-1", "prepared_by: body-2")
    yield from (f"title: Curriculum {number}", f"lead: The competencies of number {number}.")
    yield from (
        f"outcome: The outcome of number {number}.",
        "applies:",
        f"  transition: From number {number}.",
    )
    if language == _ORIGINAL:
        yield "  posted_from: 2026-11-02"
    yield "areas:"
    for i in range(1, 5):
        yield from (f"  area-{i}:", f"    label: Area {i} of {number}")
        if language == _ORIGINAL:
            yield f"    role: role-{i}"


def _competency(entry: Entry, language: str) -> Iterator[str]:
    statement = entry.text[language][0].rows[0][0]
    yield f'  "{entry.id.partition("/")[2]}":'
    yield from (f"    title: {_q(entry.title[language])}", f"    statement: {_q(statement)}")
    yield f"    lead: {_q(entry.lead[language])}"
    if language == _ORIGINAL:
        yield from (f"    area: {entry.area}", f"    roles: [{entry.role}]", "    strategies: [strategy-1]")
        yield f"    topics: {_list(entry.topics)}"
        yield f"    relates: {_list(_ref(each) for each in entry.relates)}"
        yield "    assessments:"
        for method, month in entry.assessments:
            yield f"      - {{method: {method}, purpose: formative, month: {month}}}"
    yield "    objectives:"
    for i, objective in enumerate(entry.objectives, 1):
        yield from (f'      "{i}":', f"        text: {_q(objective[language])}")
        if language == _ORIGINAL:
            yield "        level: perform"


# Vocabularies -----------------------------------------------------------------------------------------------


def _vocabularies(corpus: Corpus) -> Iterator[tuple[str, str]]:
    plain: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        "topics": (corpus.topics, ()),
        "target-groups": (corpus.groups, ("professions: [nurse]",)),
        "organisations": (corpus.organisations, ("type: society", "country: DK")),
        "regions": (corpus.regions, ("type: region", "country: DK")),
        "forms": (tuple(f"form-{i}" for i in range(1, 6)), ()),
        "roles": (tuple(f"role-{i}" for i in range(1, 8)), ()),
        "methods": (tuple(f"method-{i}" for i in range(1, 7)), ("type: specific",)),
        "strategies": (("strategy-1",), ()),
        "specialties": (("specialty-1",), ()),
        "professions": (("nurse",), ()),
    }
    for name, (ids, facts) in plain.items():
        yield name, "\n".join(_concept(corpus, id_, i, facts) for i, id_ in enumerate(ids, 1))


def _concept(corpus: Corpus, id_: str, i: int, facts: Iterable[str]) -> str:
    label = corpus.names(id_.rpartition("-")[0] or id_, i)
    words = ", ".join(f"{language}: {_q(f'{label[language]} {i}')}" for language in LANGUAGES)
    about = ", ".join(f"{language}: {_q(f'{label[language]} {i} {id_}.')}" for language in LANGUAGES)
    return "\n".join(
        (
            f"{id_}:",
            f"  label: {{{words}}}",
            f"  definition: {{{about}}}",
            *(f"  {each}" for each in facts),
            "",
        )
    )
