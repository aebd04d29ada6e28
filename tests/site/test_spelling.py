"""The words of the pages are spelt right: each language against its dictionary and the site's own list of words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .conftest import Whole

DICTIONARIES = {"da": "da_DK", "nb": "nb_NO", "en": "en_GB"}
COMPOUNDING = {"da", "nb"}
LISTS = Path(__file__).parent / "words"

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
SILENT = {
    "code",
    "script",
    "style",
    "text",
    "q",
}  # a figure's words are in its labels, a source's as it spells them
ADDRESS = re.compile(r"\S*(?:://|@|\bwww\.)\S*|\S*/\S*\.\w+|[\w-]+(?:\.[\w-]+)+/?")
WORD = re.compile(r"\w+(?:[-‑']\w+)*[-‑]?")
CAPITALS = re.compile(r"[A-ZÆØÅ]{2,}(?:s|er|en|et|erne)?")
IZE = re.compile(
    r"\w{3,}[iy]z(?:e[drs]?|ing|ations?)"
)  # the dictionary of British English knows these as well
SHORTEST = 4
OWNER = re.compile(r"'s\b")


class _Words(HTMLParser):
    """The words of a page that are in the language of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        language = "none" if tag in SILENT else named.get("lang") or (self.open[-1][1] if self.open else None)
        self.text.append(" ")
        if tag not in VOID:
            self.open.append((tag, language))
        for name in ("alt", "aria-label"):
            self.handle_data(f" {named.get(name) or ''} ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] == self.open[0][1]:
            self.text.append(data)


def words_of(page: str, names: Iterable[str] = ()) -> set[str]:
    """The words to check; a hyphen at the end says that the last part of a compound follows later (`kurs- og`)."""
    parser = _Words()
    parser.feed(page)
    text = " ".join("".join(parser.text).replace("\u00ad", "").replace("’", "'").split())
    for name in names:
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return set(WORD.findall(OWNER.sub("", ADDRESS.sub(" ", text))))


def parts_of(word: str) -> Iterator[str]:
    """The parts between hyphens, without abbreviations and numbers; each but the last keeps its hyphen."""
    for part in re.findall(r"[^-]+-?", word.replace("‑", "-")):
        letters = part.rstrip("-")
        if len(letters) > 1 and letters.replace("'", "").isalpha() and not CAPITALS.fullmatch(letters):
            yield part


def heads(part: str) -> set[str]:
    """The first part of a compound as it stands, and without the s or e that may link it to the next."""
    part = part.removesuffix("-")
    return {part, part[:-1]} if part[-1:] in ("s", "e") else {part}


def is_compound(word: str, known: Callable[[str], bool], most: int = 3) -> bool:
    """Whether the word is made of up to three known words of four letters or more, with s or e to link them."""
    cuts = range(SHORTEST, len(word.removesuffix("-")) - SHORTEST + 1)
    for head, rest in ((word[:cut], word[cut:]) for cut in cuts):
        if any(len(each) >= SHORTEST and known(each) for each in heads(head)):
            ends = heads(rest) if rest.endswith("-") else {rest}
            if any(len(each) >= SHORTEST and known(each) for each in ends):
                return True
            if most > 2 and is_compound(rest, known, most - 1):
                return True
    return False


def known_to(dictionary: str, words: Iterable[str]) -> set[str]:
    """The words that stand in the dictionary, with their forms, but not the compounds that hunspell itself makes.

    The test is skipped where hunspell, or its dictionary, is not installed.
    """
    program = shutil.which("hunspell")
    if program is None:
        pytest.skip("hunspell is not installed")
    done = subprocess.run(
        [program, "-d", dictionary, "-i", "UTF-8", "-m"],
        input="\n".join(sorted(words)),
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or "Can't open" in done.stderr:
        pytest.skip(f"hunspell has no dictionary {dictionary}")
    lines = (line.partition(" ") for line in done.stdout.splitlines())
    return {word for word, _, analysis in lines if "st:" in analysis and "pa:" not in analysis}


def lowered(word: str) -> str:
    """The word as it stands inside a sentence."""
    return word[0].lower() + word[1:]


def listed(language: str) -> tuple[set[str], list[str]]:
    """The words of the site itself, and the names of several words or in quotes that are right only as a whole."""
    lines = (LISTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()[1:]
    return {line for line in lines if line.isalpha()}, [line for line in lines if not line.isalpha()]


def unknown_words(language: str, words: Iterable[str]) -> set[str]:
    """Those of the words that neither the dictionary nor the list knows and that are not made of known words."""
    dictionary = DICTIONARIES[language]
    forms = {word: heads(word) if word.endswith("-") else {word} for word in words}
    known = known_to(dictionary, set().union(*forms.values()))
    if language == "en":
        known = {word for word in known if not IZE.fullmatch(word)}
    known |= listed(language)[0]
    either = {word: found | {lowered(each) for each in found} for word, found in forms.items()}
    left = {word for word, found in either.items() if not known & found}
    if language in COMPOUNDING:
        lower = {word.lower().removesuffix("-") for word in left}
        places = ((word, i, j) for word in lower for i in range(len(word)) for j in range(i, len(word) + 1))
        parts = known_to(dictionary, {word[i:j] for word, i, j in places if j - i >= SHORTEST})
        left = {word for word in left if not is_compound(word.lower(), parts.__contains__)}
    return left


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelt_right(whole: Whole, language: str) -> None:
    where: dict[str, str] = {}
    names = listed(language)[1]
    for path, page in whole.pages.items():
        if path.startswith(f"{language}/"):
            for word in words_of(page, names):
                for part in parts_of(word):
                    where.setdefault(part, path)
    unknown = unknown_words(language, where)
    assert not unknown, "\n".join(f"{word}: {where[word]}" for word in sorted(unknown))


@pytest.mark.parametrize("language", DICTIONARIES)
def test_the_list_of_words_is_sorted_and_holds_no_word_twice(language: str) -> None:
    first, *words = (LISTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))


KNOWN = {"kursus", "leder", "plan", "uddannelse", "gang"}.__contains__


@pytest.mark.parametrize("word", ["kursusleder", "kursuslederplan", "uddannelsesplan", "kursusuddannelses-"])
def test_a_word_made_of_known_words_is_a_compound(word: str) -> None:
    assert is_compound(word, KNOWN)


@pytest.mark.parametrize(
    "word", ["kursusledder", "xkursus", "kursuslederplangang", "uddannelsesenplan", "plans", "gangs-"]
)
def test_other_words_are_not_compounds(word: str) -> None:
    assert not is_compound(word, KNOWN)


def test_spelling_with_z_is_not_british() -> None:
    assert unknown_words("en", {"organised", "size", "organized", "analyze", "color"}) == {
        "analyze",
        "color",
        "organized",
    }


def test_only_the_words_of_the_pages_own_language_are_checked() -> None:
    page = """<html lang="da"><head><title>Ud\u00addannelse</title></head><body><p aria-label="Kort sagt">Den er
    <b lang="nb">sykehus <i lang="da">dansk</i></b> på <code>kode</code> a@b.example og https://x.example/sti
    kyndig.example<br>USIGT's kurs- og 12-timers NGC-møde i Society of
    Medicine</p></body></html>"""
    words = {part for word in words_of(page, ["Society of Medicine"]) for part in parts_of(word)}
    assert " ".join(sorted(words)) == "Den Kort Uddannelse dansk er kurs- møde og på sagt timers"
