"""The theme's words: read as they are edited, and never half there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kyndig.locales.catalogues import BadCatalogue, Catalogue, MissingWord, completeness, read_catalogue

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
DANISH = """msgid "Courses"
msgstr "Kurser"

msgid "{count} course"
msgid_plural "{count} courses"
msgstr[0] "et kursus"
msgstr[1] "{count} kurser"

#, fuzzy
msgid "Needs"
msgstr "Behov?"

msgid "News"
msgstr ""
"""


Po = Callable[..., Catalogue]


@pytest.fixture
def po(tmp_path: Path) -> Po:
    def write(body: str, language: str = "da", name: str = "") -> Catalogue:
        path = tmp_path / "i18n" / f"{name or language}.po"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEADER.format(language) + body, "utf-8")
        return read_catalogue(path)

    return write


def test_a_word_is_found(po: Po) -> None:
    assert po(DANISH).gettext("Courses") == "Kurser"


@pytest.mark.parametrize(("n", "expected"), [(0, "{count} kurser"), (1, "et kursus"), (2, "{count} kurser")])
def test_a_word_goes_with_its_number(po: Po, n: int, expected: str) -> None:
    assert po(DANISH).ngettext("{count} course", "{count} courses", n) == expected


@pytest.mark.parametrize("msgid", ["Needs", "News", "Nothing", ""])
def test_a_word_that_is_missing_fails_the_build(po: Po, msgid: str) -> None:
    """Fuzzy and empty entries are as good as none; so is the header, which gettext gives for an empty word."""
    with pytest.raises(MissingWord) as caught:
        po(DANISH).gettext(msgid)
    assert str(caught.value) == f'the catalogue "da" has no word for "{msgid}"'
    assert (caught.value.language, caught.value.msgid) == ("da", msgid)
    assert isinstance(caught.value, KeyError)


def test_a_word_with_another_plural_is_missing(po: Po) -> None:
    with pytest.raises(MissingWord, match="COURSES"):
        po(DANISH).ngettext("{count} course", "COURSES", 2)


@pytest.mark.parametrize(
    ("header", "language"), [("nb_NO", "nb"), ("no", "nb"), ("en_GB", "en"), ("se", "se")]
)
def test_the_header_says_which_language_it_is(po: Po, header: str, language: str) -> None:
    assert po("", header).language == language


def test_the_digest_is_that_of_the_file(po: Po) -> None:
    first, same, other = po(DANISH), po(DANISH), po(DANISH.replace("Kurser", "Kursus"))
    assert first.digest == same.digest != other.digest
    assert len(first.digest) == 64
    assert first == same
    assert hash(first) == hash(same)
    assert first != other


def test_a_language_with_three_forms_is_read(tmp_path: Path) -> None:
    path = tmp_path / "se.po"
    header = HEADER.format("se").replace(
        "nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2)"
    )
    path.write_text(
        f'{header}msgid "one"\nmsgid_plural "many"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
    )
    assert [read_catalogue(path).ngettext("one", "many", n) for n in (1, 2, 3)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rubbish", "da.po is not a gettext catalogue"),
        ('msgid "a"\nmsgstr "b"\n', "needs a line"),
        (HEADER.format("de"), "needs a line"),
        (HEADER.format("da").replace("n != 1", "import os"), "is not a gettext catalogue"),
        (HEADER.format("da") + 'msgctxt "c"\nmsgid "a"\nmsgstr "b"\n', r"i18n/da\.po:8: an entry may have no msgctxt"),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "i18n" / "da.po"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    with pytest.raises(BadCatalogue, match=message):
        read_catalogue(path)


def test_complete_catalogues_have_no_findings(po: Po) -> None:
    body = 'msgid "%(n)s of {all}"\nmsgid_plural "%(n)s of {all}!"\nmsgstr[0] "{all}"\nmsgstr[1] "{all} %(n)s 100 %%"\n'
    assert completeness([po(body), po(body, "nb"), po(body, "en")]) == ()


INCOMPLETE = [
    (
        'msgid "a"\nmsgstr ""\n', 'msgid "a"\nmsgstr "x"\n',
        ['i18n/da.po:7:1: error words.empty: "a" is not translated; fill in msgstr'],
    ),
    (
        'msgid "b"\nmsgstr "x"\n', 'msgid "a"\nmsgstr "x"\n',
        [
            'i18n/da.po:1:1: error words.missing: there is no entry for "a"; run make words',
            'i18n/nb.po:1:1: error words.missing: there is no entry for "b"; run make words',
        ],
    ),
    (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n', 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n',
        [
            'i18n/da.po:7:1: error words.empty: "a" lacks a plural form; fill in all 2 forms',
            'i18n/nb.po:7:1: error words.empty: "a" lacks a plural form; fill in all 2 forms',
        ],
    ),
    (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n', 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n',
        ['i18n/da.po:7:1: error words.empty: "a" is not translated; fill in msgstr'],
    ),
    (
        '#, fuzzy\nmsgid "a"\nmsgstr "x"\n', 'msgid "a"\nmsgstr "x"\n',
        ['i18n/da.po:8:1: error words.fuzzy: "a" is marked fuzzy; correct it and delete "#, fuzzy"'],
    ),
    (
        'msgid "{a} %(b)s"\nmsgstr "{aa} %(b)s"\n', 'msgid "{a} %(b)s"\nmsgstr "{a} %(b)s"\n',
        [
            'i18n/da.po:7:1: error words.placeholder: the translation of "{a} %(b)s" has {aa}, which the word has not; '
            "use %(b)s, {a}",
            'i18n/da.po:7:1: error words.placeholder: the translation of "{a} %(b)s" lacks {a}; '
            "write {a} where its value belongs",
        ],
    ),
    (
        'msgid "a"\nmsgstr "%s"\n', 'msgid "a"\nmsgstr "100 %%s"\n',
        ['i18n/da.po:7:1: error words.placeholder: the translation of "a" has %s, which the word has not; delete it'],
    ),
    (
        'msgid "1"\nmsgid_plural "{n}"\nmsgstr[0] "en"\nmsgstr[1] "mange"\n',
        'msgid "1"\nmsgid_plural "{n}"\nmsgstr[0] "{n}"\nmsgstr[1] "{n}"\n',
        [
            'i18n/da.po:7:1: error words.placeholder: the translation of "1" lacks {n}; write {n} where its value belongs'
        ],
    ),
    (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n', 'msgid "a"\nmsgstr "x"\n',
        ['i18n/nb.po:7:1: error words.plural: "a" has another plural in another language'],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("danish", "norwegian", "expected"), INCOMPLETE)
def test_what_a_catalogue_lacks_is_reported(po: Po, danish: str, norwegian: str, expected: list[str]) -> None:
    assert [str(each) for each in completeness([po(danish), po(norwegian, "nb")])] == expected
