"""A file and its translations become one record, and every value keeps its place."""

from __future__ import annotations

from kyndig.diagnostics import Place
from kyndig.model.words import Text
from kyndig.records import Entry, decode, left_out
from kyndig.sources import Document, parse

PLAN = "lang: {}\ntitle: {}\nlead: {}\ntype: needs\nneeds: {{}}\n"
GROUP = """\
lang: da
title: Udvalg
lead: Det rådgiver.
type: working-group
organisation: society
purposes:
  a: Beskriv behovet.
  b: {text: Foreslå kurser., relates: {need:plan/1: fordi}}
"""


def _documents(**files: str) -> list[Document]:
    documents = []
    for name, text in files.items():
        path = name.replace("__", "/").replace("_", ".")
        document, found = parse(f"content/{path}", text.encode())
        assert document is not None
        assert not found
        documents.append(document)
    return documents


def _decoded(**files: str) -> tuple[Entry, list[str]]:
    entries, found = decode(_documents(**files), ("da", "nb", "en"))
    return entries[0], [str(each) for each in found]


def test_words_stand_together_original_first() -> None:
    entry, found = _decoded(
        needs__plan_yaml=PLAN.format("nb", "Behov", "Hva som trengs."),
        needs__plan_da_yaml="title: Behov\nlead: Hvad der mangler.\n",
    )
    assert found == []
    assert entry.value.lead == Text((("nb", "Hva som trengs."), ("da", "Hvad der mangler.")))
    assert entry.lang == "nb"
    assert entry.languages == ("nb", "da")
    assert entry.files == (("nb", "content/needs/plan.yaml"), ("da", "content/needs/plan.da.yaml"))


def test_every_value_keeps_its_place_in_every_language() -> None:
    entry, _ = _decoded(
        needs__plan_yaml=PLAN.format("nb", "Behov", "Hva."),
        needs__plan_da_yaml="\nlead: Hvad.\ntitle: Behov\n",
    )
    assert entry.spot(("lead",)).place == Place("content/needs/plan.yaml", 3, 7)
    assert entry.words_at(("lead",), "da") == Place("content/needs/plan.da.yaml", 2, 7)
    assert entry.words_at(("lead",), "en") == Place("content/needs/plan.yaml", 3, 7)
    assert entry.spot(("needs", 3, "title")).where == "needs"


def test_no_means_norwegian() -> None:
    entry, found = _decoded(needs__plan_yaml=PLAN.format("no", "Behov", "Hva."))
    assert found == []
    assert entry.lang == entry.value.lang == "nb"


def test_a_short_form_is_the_same_as_the_long_one() -> None:
    entry, found = _decoded(
        groups__board_yaml=GROUP,
        groups__board_nb_yaml=(
            "title: Utvalg\nlead: Det gir råd.\npurposes:\n"
            "  a: {text: Beskriv behovet.}\n  b: {text: Foreslå kurs., relates: {need:plan/1: fordi}}\n"
        ),
    )
    assert found == []
    first, second = entry.value.purposes
    assert first.id == "a"
    assert first.text == Text((("da", "Beskriv behovet."), ("nb", "Beskriv behovet.")))
    assert second.relates[0].to == "need:plan/1"
    assert second.relates[0].why == Text((("da", "fordi"), ("nb", "fordi")))


def test_a_translation_may_give_the_short_form_of_a_long_one() -> None:
    entry, found = _decoded(groups__board_yaml=GROUP, groups__board_nb_yaml="purposes: {b: Foreslå kurs.}\n")
    assert [each.split(": ")[2] for each in found] == ["title", "lead", "purposes.a", "purposes.b.relates"]
    assert entry.value.purposes[1].text.get("nb") == "Foreslå kurs."


def test_citations_mean_the_document_of_their_file() -> None:
    entry, found = _decoded(
        needs__plan_yaml=PLAN.format("nb", "B", "H")
        + 'source: {document: plan-2018}\nbackground:\n  a: {text: Slik., source: {section: "4"}}\n'
    )
    assert found == []
    assert entry.value.background[0].source.document == "plan-2018"
    assert entry.value.background[0].source.section == "4"


def test_a_record_with_a_small_fault_is_still_decoded_so_that_references_to_it_hold() -> None:
    entry, found = _decoded(needs__plan_yaml=PLAN.format("nb", "B", "H") + "colour: red\n")
    assert entry.id == "plan"
    assert [each.split(";")[0] for each in found] == [
        'content/needs/plan.yaml:6:1: error key.unknown: unknown key "colour"'
    ]


def test_what_could_not_be_read_is_remembered_by_kind_and_id() -> None:
    documents = _documents(
        courses__society_yaml="lang: da\ncourses:\n  a: {title: A}\n  b: {title: B}\n",
        vocabularies__topics_yaml="x:\n  label: {da: a, nb: b, en: c}\ny: {}\n",
        positions__union__skills_yaml="lang: nb\n",
    )
    entries, _ = decode(documents, ("da", "nb", "en"))
    unread = ("content/curricula/intro/2018.yaml", "content/vocabularies/roles.yaml", "content/pages/a.nb.md")
    assert left_out(documents, unread, entries) == {
        ("course", "a"), ("course", "b"), ("topic", "y"), ("position", "union/skills"),
        ("curriculum", "intro"), ("role", "*"),
    }  # fmt: skip
