"""The corpus as a site of Hugo: the same entries and pages, with the templates in `hugo/`.

The words of the theme and of addresses come from the catalogues of Kyndig, the style sheet and the scripts from its
theme. What Hugo's users write by hand stands in files of its own: an entry a page, and a page for each value of a facet.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kyndig.locales.catalogues import Catalogue, read_catalogue
from kyndig.locales.dates import format_vague
from kyndig.locales.slugs import slugify
from kyndig.resources import shared

from .corpus import LANGUAGES, PER_CURRICULUM, Corpus, Entry
from .kyndig_site import markdown

TEMPLATES = Path(__file__).parent / "hugo"
_ANNOUNCED = "2026-05-04T12:00:00+02:00"

_PLAIN = {
    "needs": ("Needs", "What the service must get better at, or must have, and where that is said.", "No needs are described yet."),
    "groups": ("Working groups", "Groups that find out what is needed, or propose what to do about it.", ""),
    "terms": ("Terms A–Å", "", ""),
    "sources": ("Sources", "", ""),
    "news": ("News", "What has changed, newest first.", "No news yet."),
    "documents": (
        "Linked documents",
        "PDFs and other files that pages lead to, and whether there is a version everybody can read.",
        "No page leads to a PDF or another file that is no web page.",
    ),
}  # fmt: skip
_LISTS = {
    "a-z": ("Everything A–Å", ""),
    "feeds": ("Feeds", "Hear of new courses, positions and curricula without giving your address to anyone."),
    "search": ("Search", "Search by name, number, card or abbreviation."),
    "courses": (
        "Courses",
        "Where and when it is taught, with deadline and places, and every course there is.",
    ),
    "competencies": ("Competencies", ""),
    "curricula": ("Curricula", "What must be learnt, how it is assessed, and what must be documented."),
    "positions": ("Positions", ""),
    "statements": ("Statements", ""),
}
_PARTS = {
    "courses": ("courses", "course"), "competencies": ("curricula", "competency"),
    "curricula": ("curricula", "competency"), "positions": ("positions", "position"),
    "statements": ("positions", "position"), "roles": ("curricula", "competency"),
    "methods": ("curricula", "competency"), "strategies": ("curricula", "competency"),
    "organisations": ("positions", "position"), "needs": ("needs", "need"),
    "target-groups": ("needs", "need"), "topics": ("", "need"), "regions": ("", "need"), "professions": ("", "need"),
}  # fmt: skip
_VOCABULARIES = {
    "topic": ("topics", "Topics", "Topic"),
    "target-group": ("target-groups", "Target groups", "Target group"),
    "organisation": ("organisations", "Organisations", "Organisation"),
    "region": ("regions", "Regions", "Region"),
    "role": ("roles", "Roles", "Role"),
    "method": ("methods", "Assessment methods", "Assessment method"),
    "strategy": ("strategies", "Learning strategies", "Learning strategy"),
    "profession": ("professions", "Professions", "Profession"),
    "form": ("forms", "Form of teaching", "Form of teaching"),
}
_CHOICES = {
    "mode": {"onsite": "in person", "online": "online", "blended": "in person and online"},
    "strength": {"must": "Must", "needs": "Is needed", "should": "Should", "important": "Is important"},
    "stance": {
        "demands": "Demands action",
        "supports": "Supports it",
        "hesitant": "Hesitates",
        "states": "Says how things are",
    },
}


def write_site(corpus: Corpus, root: Path) -> None:
    """Write the whole corpus and its templates below a folder that is empty or not there."""
    shutil.copytree(TEMPLATES, root)
    theme = shared("themes") / "kyndig" / "static"
    shutil.copytree(theme, root / "assets" / "theme")
    for path, text in files(corpus):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file that is not a template."""
    for language in LANGUAGES:
        catalogue = read_catalogue(shared("i18n") / f"{language}.po")
        yield f"i18n/{language}.json", json.dumps(_words(catalogue), ensure_ascii=False, indent=1)
        for path, text in _Language(corpus, language, catalogue).files():
            yield f"content/{language}/{path}", text


@dataclass(frozen=True)
class _Language:
    """The site in one language."""

    corpus: Corpus
    language: str
    catalogue: Catalogue

    def files(self) -> Iterator[tuple[str, str]]:
        yield "_index.md", _page(title="Measured", url=f"/{self.language}/")
        yield from self._lists()
        for kind in _VOCABULARIES:
            yield from self._vocabulary(kind)
        for i in range(1, self._curricula + 1):
            yield from self._curriculum(i)
        marks = _Marks()
        for entry in self.corpus.entries():
            yield from getattr(self, f"_{entry.kind}")(entry, marks)
        for name, value, about in marks.sorted():
            yield self._facet(name, value, about)

    def word(self, message: str) -> str:
        return _placeholders(self.catalogue.gettext(message)) if message else ""

    def path(self, *names: str) -> str:
        """Return an address of words that are translated."""
        return "/".join(self.catalogue.gettext(f"path/{name}") for name in names)

    def slug(self, text: str) -> str:
        return slugify(text, self.language)

    @property
    def _curricula(self) -> int:
        return -(-self.corpus.competencies // PER_CURRICULUM)

    # Lists and vocabularies -------------------------------------------------------------------------------------

    def _lists(self) -> Iterator[tuple[str, str]]:
        for name, (title, lead) in _LISTS.items():
            trail = ("positions", "statements") if name == "statements" else (name,)
            yield f"{name}/_index.md", self._section(name, title, lead, name, url=self._url(*trail))
        for name, (title, lead, nothing) in _PLAIN.items():
            yield f"{name}/_index.md", self._section(name, title, lead, "plain", nothing=nothing)
        for name, (folder, title, _) in _VOCABULARIES.items():
            if name != "form":
                yield f"{folder}/_index.md", self._section(folder, title, "", "vocabulary")
        yield "forms/_index.md", _page(title="", build={"render": "never", "list": "never"})
        yield (
            "courses/past.md",
            _page(
                title=self.word("Past courses"),
                lead=self.word("Course dates that are over. They stay here so that old links work."),
                layout="past",
                url=self._url("courses", "past"),
            ),
        )
        for name, layout, title in (
            ("topics", "by-topic", "Positions by topic"),
            ("actors", "actors", "Positions by who must act"),
        ):
            yield (
                f"positions/{name}.md",
                _page(title=self.word(title), layout=layout, url=self._url("positions", name)),
            )
        for name, title in (
            ("all", "Everything new"),
            ("courses", "Courses"),
            ("positions", "Positions"),
            ("curricula", "Curricula"),
            ("news", "News"),
        ):
            yield (
                f"feeds/{name}.md",
                _page(
                    title=self.word(title),
                    layout="feed",
                    date=_ANNOUNCED,
                    outputs=["feedrss", "feedatom"],
                    about_url=f"/{self.language}/" if name == "all" else self._url(name),
                    lead=self.word("What is new, in {language}.").replace(
                        "{{ .language }}", self.word(f"language/{self.language}")
                    ),
                ),
            )

    def _section(self, name: str, title: str, lead: str, layout: str, **more: Any) -> str:
        part, line = _PARTS.get(name, ("", ""))
        cascade = {"params": {key: value for key, value in (("part", part), ("line", line)) if value}}
        more.setdefault("url", self._url(name))
        return _page(
            title=self.word(title), lead=self.word(lead), layout=layout, part=part, line=line, cascade=cascade, **more
        )  # fmt: skip

    def _url(self, *names: str) -> str:
        return f"/{self.language}/{self.path(*names)}/"

    def _vocabulary(self, kind: str) -> Iterator[tuple[str, str]]:
        folder, _, label = _VOCABULARIES[kind]
        for i, id_ in enumerate(self.ids(kind), 1):
            title = self.concept(kind, i)
            extra: dict[str, Any] = (
                {"build": {"render": "never"}}
                if kind == "form"
                else {"url": f"{self._url(folder)}{self.slug(title)}.html"}
            )
            if kind == "target-group":
                extra |= {"professions": ["profession:nurse"], "refs": ["profession:nurse"]}
            yield f"{folder}/{id_}.md", _page(
                ref=f"{kind}:{id_}", title=title, lead=f"{title} {id_}.", kind=kind, label=label,
                layout="concept", weight=i, **extra,
            )  # fmt: skip

    def ids(self, kind: str) -> tuple[str, ...]:
        corpus, numbers = self.corpus, {"role": 7, "method": 6, "form": 5, "strategy": 1}
        given = {
            "topic": corpus.topics,
            "target-group": corpus.groups,
            "organisation": corpus.organisations,
            "region": corpus.regions,
            "profession": ("nurse",),
        }
        return given.get(kind) or tuple(f"{kind}-{i}" for i in range(1, numbers[kind] + 1))

    @cached_property
    def _names(self) -> dict[str, dict[int, str]]:
        return {kind: {} for kind in _VOCABULARIES}

    def concept(self, kind: str, i: int) -> str:
        """Return the name of a concept."""
        known = self._names[kind]
        if i not in known:
            id_ = self.ids(kind)[i - 1]
            name = self.corpus.names(id_.rpartition("-")[0] or id_, i)[self.language]
            known[i] = f"{name} {i}"
        return known[i]

    def _facet(self, name: str, value: str, about: str) -> tuple[str, str]:
        """Return the page of what has a value of a facet."""
        listed, _, facet = name.partition("-")
        title, slug = self._value(facet, value, about)
        base = self._url(*(("positions", "statements") if listed == "statements" else (listed,)))
        part, line = _PARTS[listed]
        place = list(_CHOICES[facet]).index(value) if facet in _CHOICES else 0
        place = int(value.replace("-", "")) if value.replace("-", "").isdigit() else place
        return f"{name}/{value}/_index.md", _page(
            title=title, about=about, layout=listed, list=listed, facet=facet, value=value, mark=f"{facet}.{value}",
            place=place, part=part, line=line, url=f"{base}{self.path(f'facet/{facet}')}/{slug}.html",
        )  # fmt: skip

    def _value(self, facet: str, value: str, about: str) -> tuple[str, str]:
        """Return what a value is called, and how it stands in an address."""
        if facet == "month":
            return _capital(format_vague(value, self.language)), value
        if facet == "due":
            return _capital(self.catalogue.gettext("month {number}").format(number=value)), value
        if facet == "language":
            return _capital(self.word(f"language/{value}")), value
        if facet in _CHOICES:
            return _capital(self.word(_CHOICES[facet][value])), self.path(f"{facet}/{value}")
        if about.startswith("curriculum:"):
            return "", f"curriculum-{value.partition('-')[2]}"
        if about.startswith("area:"):
            _, curriculum, _, i = value.split("-")
            return "", f"curriculum-{curriculum}-area-{i}-of-{curriculum}"
        kind = about.partition(":")[0]
        return "", self.slug(self.concept(kind, self.ids(kind).index(value) + 1))

    # Curricula --------------------------------------------------------------------------------------------------

    def _curriculum(self, i: int) -> Iterator[tuple[str, str]]:
        folder, base = f"curricula/cur-{i}", f"{self._url('curricula')}curriculum-{i}/"
        total = min(PER_CURRICULUM, self.corpus.competencies - (i - 1) * PER_CURRICULUM)
        yield f"{folder}/_index.md", _page(
            ref=f"curriculum:cur-{i}", title=f"Curriculum {i}", lead=f"The competencies of number {i}.",
            layout="curriculum", label="Curriculum", url=base, aliases=_lasting(base, "")["aliases"], weight=i, date=_ANNOUNCED, total=total, months=12,
            specialty=self._specialty(), outcome=f"The outcome of number {i}.", transition=f"From number {i}.",
            posted_from="2026-11-02", approved_by="organisation:body-1", prepared_by="organisation:body-2",
            refs=["organisation:body-1", "organisation:body-2"],
        )  # fmt: skip
        for k in range(1, 5):
            yield f"{folder}/area-{k}.md", _page(
                ref=f"area:cur-{i}/area-{k}", title=f"Area {k} of {i}", layout="area", label="Area", weight=k,
                date=_ANNOUNCED, **_lasting(base, f"{self.path('areas')}/area-{k}-of-{i}.html"),
                of_role=f"role:role-{k}", refs=[f"role:role-{k}"],
            )  # fmt: skip
        for name, title, lead in (
            (
                "requirements",
                "Requirements and logbook",
                "What must be documented before the training can be approved, and a logbook to print.",
            ),
            (
                "schedule",
                "Assessment and months",
                "When the assessments are, which of them decide, and what must be there in the end.",
            ),
            (
                "background",
                "Background",
                "Why the training is as it is: aims, content, history and the figures behind it.",
            ),
        ):
            yield f"{folder}/{name}.md", _page(
                title=self.word(title), lead=self.word(lead), layout=name, date=_ANNOUNCED,
                **_lasting(base, f"{self.path(name)}.html"),
            )  # fmt: skip
        yield f"{folder}/versions.md", _page(
            title=self.word("Editions"), layout="versions", date=_ANNOUNCED, url=f"{base}{self.path('versions')}.html",
            lead=self.word("Which editions there are, which one applies to you, and what has changed."),
            lasting=_lasting(base, "")["aliases"][0], total=total, transition=f"From number {i}.",
        )  # fmt: skip

    def _specialty(self) -> str:
        return f"{self.corpus.names('specialty', 1)[self.language]} 1"

    def _competency(self, entry: Entry, marks: _Marks) -> Iterator[tuple[str, str]]:
        curriculum, _, number = entry.id.partition("/")
        title = entry.title[self.language]
        area = f"area:{curriculum}/{entry.area}"
        methods = [each for each, _ in entry.assessments]
        facets = marks.of(
            "competencies",
            ("curriculum", curriculum, f"curriculum:{curriculum}"),
            ("area", f"{curriculum}-{entry.area}", area),
            ("role", entry.role, f"role:{entry.role}"),
            *(("method", each, f"method:{each}") for each in methods),
            *(("due", str(month), "") for _, month in entry.assessments),
            *(("topic", each, f"topic:{each}") for each in entry.topics),
        )
        yield f"curricula/{curriculum}/{number}.md", _page(
            ref=f"competency:{entry.id}", title=title, lead=entry.lead[self.language], layout="competency",
            label="Competency", weight=entry.number, date=_ANNOUNCED, number=number,
            **_lasting(
                f"{self._url('curricula')}curriculum-{curriculum[4:]}/", f"{number}-{self.slug(title)}.html"
            ),
            statement=entry.text[self.language][0].rows[0][0], curriculum=f"curriculum:{curriculum}", area=area,
            role=f"role:{entry.role}", roles=[f"role:{entry.role}"], strategies=["strategy:strategy-1"],
            topics=_refs("topic", entry.topics), methods=_refs("method", methods),
            assessments=[{"method": method, "month": month} for method, month in entry.assessments],
            relates=[f"{each.kind}:{each.id}" for each in entry.relates],
            refs=[
                *_refs("topic", entry.topics), *_refs("method", methods), f"role:{entry.role}",
                "strategy:strategy-1",
            ],
            objectives=[each[self.language] for each in entry.objectives], **facets,
        )  # fmt: skip

    # Courses and positions --------------------------------------------------------------------------------------

    def _course(self, entry: Entry, marks: _Marks) -> Iterator[tuple[str, str]]:
        title = entry.title[self.language]
        base = (
            *(("topic", each, f"topic:{each}") for each in entry.topics),
            ("form", entry.form, f"form:{entry.form}"),
            ("provider", entry.organiser, f"organisation:{entry.organiser}"),
            *(("target-group", each, f"target-group:{each}") for each in entry.groups),
        )
        dates, own = [], []
        for held in entry.held:
            its = (
                ("region", held.region, f"region:{held.region}"),
                ("month", f"{held.start:%Y-%m}", ""),
                ("mode", held.mode, ""),
                ("language", held.language, ""),
            )
            own += its
            dates.append({
                "id": held.id, "start": f"{held.start}", "week": held.start.isocalendar().week, "mode": held.mode,
                "place": held.region.capitalize(), "region": f"region:{held.region}", "seats": held.seats,
                "language": held.language, "own": _marks(its), "marks": _marks((*its, *base)),
            })  # fmt: skip
        region = ("region", entry.region, f"region:{entry.region}")
        facets = marks.of("courses", region, *base, *own) | {"marks": _marks((region, *base))}
        yield f"courses/{entry.id}.md", _page(
            ref=f"course:{entry.id}", title=title, lead=entry.lead[self.language], layout="course", label="Course",
            weight=entry.number, date=_ANNOUNCED, url=f"{self._url('courses')}{self.slug(title)}.html",
            provider=f"organisation:{entry.organiser}", form=f"form:{entry.form}", region=f"region:{entry.region}",
            groups=_refs("target-group", entry.groups), professions=["profession:nurse"],
            topics=_refs("topic", entry.topics), teaches=_refs("competency", entry.teaches),
            refs=[
                f"organisation:{entry.organiser}", f"region:{entry.region}", "profession:nurse",
                *_refs("topic", entry.topics), *_refs("target-group", entry.groups),
            ],
            dates=dates, **facets,
        ) + markdown(entry.text[self.language])  # fmt: skip

    def _position(self, entry: Entry, marks: _Marks) -> Iterator[tuple[str, str]]:
        title, name = entry.title[self.language], entry.id.partition("/")[2]
        whose = int(entry.organiser.rpartition("-")[2])
        address = f"{self._url('positions')}{self.slug(title)}"
        yield f"positions/{name}.md", _page(
            ref=f"position:{entry.id}", title=title, lead=entry.lead[self.language], layout="position",
            label="Position document", weight=entry.number, date=_ANNOUNCED, url=f"{address}.html",
            organisation=f"organisation:{entry.organiser}", topics=_refs("topic", entry.topics),
            relates=[f"{each.kind}:{each.id}" for each in entry.relates],
            refs=[f"organisation:{entry.organiser}", *_refs("topic", entry.topics)],
        ) + markdown(entry.text[self.language])  # fmt: skip
        for k, (number, words, stance, strength, topics) in enumerate(entry.statements):
            facets = marks.of(
                "statements",
                *(("topic", each, f"topic:{each}") for each in topics),
                ("strength", strength, ""),
                ("stance", stance, ""),
                ("organisation", entry.organiser, f"organisation:{entry.organiser}"),
            )
            file = number.replace(".", "-")
            yield f"positions/{name}/{file}.md", _page(
                ref=f"statement:{entry.id}/{number}", title=title, lead=words[self.language], layout="statement",
                label="Statement", weight=whose * 1_000_000 + entry.number * 10 + k, date=_ANNOUNCED,
                number=number, url=f"{address}/{file}.html", position=f"position:{entry.id}", stance=stance,
                strength=strength, topics=_refs("topic", topics),
                refs=[f"position:{entry.id}", *_refs("topic", topics)], **facets,
            )  # fmt: skip


class _Marks:
    """The values of facets that were met, with what each is about."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], str] = {}

    def of(self, listed: str, *values: tuple[str, str, str]) -> dict[str, Any]:
        """Return the front matter of an entry that has these values: facet, value, what it is about."""
        found: dict[str, Any] = {"marks": _marks(values)}
        for facet, value, about in values:
            self._met[f"{listed}-{facet}", value] = about
            terms = found.setdefault(f"{listed}-{facet}", [])
            if value not in terms:
                terms.append(value)
        return found

    def sorted(self) -> Iterator[tuple[str, str, str]]:
        for (name, value), about in sorted(self._met.items()):
            yield name, value, about


def _marks(values: Iterable[tuple[str, str, str]]) -> list[str]:
    return list(dict.fromkeys(f"{facet}.{value}" for facet, value, _ in values))


def _refs(kind: str, ids: Iterable[str]) -> list[str]:
    return [f"{kind}:{each}" for each in ids]


def _page(**facts: Any) -> str:
    """Return front matter; YAML takes every value as JSON writes it."""
    kept = {key: value for key, value in facts.items() if value not in ("", [], None)}
    kept = {"title": facts.get("title", "")} | kept
    return "\n".join(
        ("---", *(f"{key}: {json.dumps(kept[key], ensure_ascii=False)}" for key in kept), "---", "", "")
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# Words ------------------------------------------------------------------------------------------------------

_NAMED = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


def asked() -> list[str]:
    """Return the words that the templates name."""
    texts = (path.read_text("utf-8") for path in sorted(TEMPLATES.rglob("*.*")))
    return sorted({word for text in texts for word in re.findall(r'\bT "([^"]+)"', text)})


def _lasting(base: str, name: str) -> dict[str, Any]:
    """Return the address of a page of a curriculum, and the lasting one of its version, which leads there.

    Hugo puts the language before the latter itself.
    """
    folder = base.split("/", 2)[2]
    return {"url": f"{base}{name}", "aliases": [f"/{folder}v2026/{name}"]}


def _words(catalogue: Catalogue) -> dict[str, Any]:
    """Return the words that the templates ask for, in Hugo's form."""
    wanted = {word for path in TEMPLATES.rglob("*.*") for word in path.read_text("utf-8").split('"')}
    wanted |= set(re.findall(r"label: ([^}]+)}", (TEMPLATES / "hugo.yaml").read_text("utf-8")))
    wanted |= {label for _, _, label in _VOCABULARIES.values()} | {nothing for *_, nothing in _PLAIN.values()}
    wanted |= {f"language/{each}" for each in LANGUAGES} | {
        "Competency",
        "Area",
        "Statement",
        "Curriculum",
        "Course",
    }
    words: dict[str, Any] = {}
    for word in sorted(wanted & set(catalogue.messages)):
        message = catalogue.messages[word]
        if message.plural is None:
            words[word] = _placeholders(message.forms[0])
            continue
        one, other = (_counted(form) for form in message.forms)
        words[word] = {"one": one, "other": other}
        words |= {f"{word}/one": message.forms[0], f"{word}/many": message.forms[1]}
    return words


def _placeholders(text: str) -> str:
    return _NAMED.sub(lambda found: f"{{{{ .{found[1] or found[2]} }}}}", text)


def _counted(text: str) -> str:
    return _NAMED.sub("{{ .Count }}", text)
