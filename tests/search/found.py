"""Ask the queries of `queries.yaml` in a browser, and count those whose page is among the first three results."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from kyndig.routes import Site
from kyndig.search import Engine

QUERIES = Path(__file__).parent / "queries.yaml"
FIRST = 3
TIMEOUT = 30_000

ASK = """query => {
  const field = document.querySelector("#find-q");
  delete document.querySelector("#find").dataset.shown;
  field.value = query;
  field.form.requestSubmit();
}"""
SHOWN = "query => document.querySelector('#find').dataset.shown === query"
RESULTS = (
    "[...document.querySelectorAll('#found .rows a.t')].slice(0, 3).map(each => each.pathname + each.hash)"
)
PLAIN = """async ([folder, query]) => {
  const pagefind = await import(folder + "pagefind.js");
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, 3).map(async each => (await each.data()).url));
}"""


@dataclass(frozen=True)
class Query:
    """What a reader types, and the keys of the pages of which one must be among the first."""

    language: str
    kind: str
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A query with the first addresses that were found for it."""

    query: Query
    first: tuple[str, ...]
    found: bool


def queries() -> tuple[Query, ...]:
    read: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(QUERIES.read_text("utf-8"))
    return tuple(
        Query(language, kind, text, tuple(keys))
        for language, kinds in read.items()
        for kind, texts in kinds.items()
        for text, keys in texts.items()
    )


def ours(browser: Any, address: str, site: Site) -> Iterator[Answer]:
    """Ask through the search page, as a reader does."""
    page = browser.new_page()
    for query in queries():
        start = address + site.href("search", query.language)
        if page.url.partition("?")[0] != start:
            page.goto(start)
        page.evaluate(ASK, query.text)
        page.wait_for_function(SHOWN, arg=query.text, timeout=TIMEOUT)
        yield _answer(query, page.evaluate(RESULTS), site)
    page.close()


def plain(browser: Any, address: str, site: Site) -> Iterator[Answer]:
    """Ask Pagefind as it comes, whose index is in the folder `plain/` of the site."""
    page, language = browser.new_page(), ""
    for query in queries():
        if query.language != language:
            language = query.language
            page.goto(f"{address}/blank.{language}.html")
        yield _answer(query, page.evaluate(PLAIN, [f"{address}/plain/", query.text]), site)
    page.close()


def plain_files(engine: Engine, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return Pagefind's index of the pages as they are published, and an empty page in each language to ask it from."""
    languages = {query.language for query in queries()}
    with TemporaryDirectory() as name:
        for path, data in files.items():
            if path.endswith(".html"):
                (Path(name) / "pages" / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(name) / "pages" / path).write_bytes(data)
        command = [engine.program, "--site", "pages", "--output-path", "plain", "--quiet"]
        subprocess.run(command, cwd=name, check=True)
        made = {
            each.relative_to(name).as_posix(): each.read_bytes()
            for each in (Path(name) / "plain").rglob("*")
            if each.is_file()
        }
    return made | {
        f"blank.{each}.html": f'<!doctype html><html lang="{each}">'.encode() for each in languages
    }


def _answer(query: Query, addresses: list[str], site: Site) -> Answer:
    expected = tuple(_matcher(key, query.language, site) for key in query.keys)
    return Answer(query, tuple(addresses), any(is_it(each) for is_it in expected for each in addresses))


def _matcher(key: str, language: str, site: Site) -> Callable[[str], bool]:
    """Return what tells whether an address is that of a key: the whole page, or with `/*` any page below it."""
    if key.endswith("/*"):
        document = site.href(key.removesuffix("/*").replace("statement:", "position:"), language)
        return lambda address: address.startswith(document.removesuffix(".html") + "/")
    wanted = site.href(key, language)
    return lambda address: address.partition("#")[0] == wanted


def table(by: Mapping[str, list[Answer]]) -> list[str]:
    """Return lines with the share found in each language and kind of query, one column for each way of asking."""
    names, lines = list(by), []
    kinds = dict.fromkeys((each.query.language, each.query.kind) for each in by[names[0]])
    lines.append(f"{'':4}{'':18}{'queries':>9}" + "".join(f"{name:>12}" for name in names))
    for language in dict.fromkeys(language for language, _ in kinds):
        for kind in (*(kind for of, kind in kinds if of == language), "all"):
            chosen = {
                name: [
                    each
                    for each in by[name]
                    if each.query.language == language and kind in ("all", each.query.kind)
                ]
                for name in names
            }
            lines.append(
                f"{language:4}{kind:18}{len(chosen[names[0]]):>9}"
                + "".join(f"{share(each):>11.1f}%" for each in chosen.values())
            )
    return lines


def share(answers: list[Answer]) -> float:
    return 100 * sum(each.found for each in answers) / len(answers)
