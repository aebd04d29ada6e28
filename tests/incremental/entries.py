"""The entries of the small site, each as few facts, and the files they become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

FOLDERS = {"course": "courses", "position": "positions", "news": "news", "page": "pages"}
"""Kind of entry → its folder; an entry is named as references name it: `course:a`."""

IDENTITIES = (
    "course:a", "course:b", "course:c", "news:2026-11-20-n", "news:2026-11-21-m", "position:union/p",
    "position:union/q", "page:x", "page:y",
)  # fmt: skip
"""Everything an entry of the small site can be called."""


@dataclass(slots=True)
class Entry:
    """One entry. Its words and facts are one digit each, so that an edit leaves the size of the file as it was."""

    name: int
    """Different for every entry, and kept when it is renamed."""
    title: int = 0
    body: int = 0
    fact: int = 0
    draft: bool = False
    links: dict[str, int] = field(default_factory=dict)
    """What it refers to, each with the number of a reason."""
    mentions: set[str] = field(default_factory=set)
    """What its body leads to."""
    topic: str = ""
    translated: int | None = None
    """The words of its translation, if it has one."""
    picture: int | None = None
    """The picture beside it, if it has one."""

    def renamed(self, old: str, new: str | None) -> Entry:
        """Return the entry with references to something that has another name, or none any more."""
        links = {new if to == old else to: why for to, why in self.links.items() if new or to != old}
        mentions = {new if to == old else to for to in self.mentions if new or to != old}
        return replace(self, links=links, mentions=mentions)


def start() -> dict[str, Entry]:
    """Return the entries a sequence of edits starts from: some of each kind, and each refers to another."""
    return {
        "course:a": Entry(1, links={"course:b": 0}, mentions={"position:union/p"}, translated=0),
        "course:b": Entry(2, links={"competency:introduction/1": 0}, topic="ultrasound"),
        "news:2026-11-20-n": Entry(3, links={"course:a": 0}, translated=0),
        "position:union/p": Entry(4, links={"course:b": 0}, topic="pain"),
        "page:x": Entry(5, mentions={"course:a"}, translated=0, picture=0),
    }


def path(identity: str, suffix: str = ".md") -> str:
    """Return where the file of an entry stands."""
    kind, _, name = identity.partition(":")
    return f"content/{FOLDERS[kind]}/{name}{suffix}"


def files(identity: str, entry: Entry) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an entry: its original, its translation and its picture."""
    yield path(identity), _original(identity, entry).encode()
    if entry.translated is not None:
        yield path(identity, ".nb.md"), _translation(identity, entry).encode()
    if entry.picture is not None:
        yield path(identity, ".svg"), f"<svg>{entry.picture}</svg>".encode()


def _original(identity: str, entry: Entry) -> str:
    kind = identity.partition(":")[0]
    top = ["lang: da", f"title: Emne {entry.name} udgave {entry.title}", *_FACTS[kind](entry)]
    if kind not in ("page", "position"):
        top += _relates(entry, "fordi", "")
    if entry.draft:
        top.append("status: draft")
    return _file(top, _body("Tekst om blokade", entry.body, identity, entry))


def _translation(identity: str, entry: Entry) -> str:
    kind = identity.partition(":")[0]
    top = [f"title: Emne {entry.name} utgave {entry.translated}", f"lead: Om emnet {entry.translated}."]
    if kind == "position":
        top = [*top, *_sections(entry, "Flere kurs trengs", "fordi det", facts=False)]
    elif kind != "page":
        top += _relates(entry, "fordi det", "")
    return _file(top, _body("Tekst om blokade på norsk", entry.translated or 0, identity, entry))


def _file(top: list[str], body: str) -> str:
    return "\n".join(["---", *top, "---", body, ""])


def _body(words: str, number: int, identity: str, entry: Entry) -> str:
    leading = [f"Se [{to.partition(':')[0]}]({to})." for to in sorted(entry.mentions)]
    name = identity.rpartition(":")[2].rpartition("/")[2]
    shown = [f"![Et billede]({name}.svg)"] if entry.picture is not None else []
    return "\n\n".join([f"{words} {number}.", *leading, *shown])


def _relates(entry: Entry, why: str, indent: str) -> list[str]:
    if not entry.links:
        return []
    return [f"{indent}relates:", *(f"{indent}  {to}: {why} {n}" for to, n in entry.links.items())]


def _topics(entry: Entry, indent: str = "") -> list[str]:
    return [f"{indent}topics: [{entry.topic}]"] if entry.topic else []


def _course(entry: Entry) -> list[str]:
    return [
        f"lead: Om emnet {entry.fact}.", "provider: society", "form: short-course", "reach: national",
        f"meets: [need:plan/{1 + entry.fact % 2}]", "target_groups: [clinicians]",
        "teaches:", "  competency:introduction/1: kurset øver teknikken", "instances:", "  2027-01-herlev:",
        "    start: 2027-01-14", "    mode: onsite", "    place: Herlev", "    languages: [da]", "    seats: 20",
        f"    seats_left: {entry.fact}", *_topics(entry),
    ]  # fmt: skip


def _news(entry: Entry) -> list[str]:
    return [f"lead: Om emnet {entry.fact}.", *_topics(entry)]


def _page(entry: Entry) -> list[str]:
    return [f"lead: Om emnet {entry.fact}.", f"order: {entry.fact}"]


def _position(entry: Entry) -> list[str]:
    top = [f"lead: Om emnet {entry.fact}.", "organisation: union", "type: policy-page"]
    return [*top, *_sections(entry, "Flere kurser mangler", "fordi", facts=True)]


def _sections(entry: Entry, text: str, why: str, *, facts: bool) -> list[str]:
    stance = ["            stance: " + ("demands" if entry.fact % 2 else "supports")] if facts else []
    return [
        "sections:", '  "1":', "    title: Uddannelse", "    parts:", "      a:", "        rationale: Sådan er det.",
        "        statements:", '          "1.1":', f"            text: {text} {entry.body}.", *stance,
        *(_topics(entry, " " * 12) if facts else []), *_relates(entry, why, " " * 12),
    ]  # fmt: skip


_FACTS = {"course": _course, "news": _news, "page": _page, "position": _position}
