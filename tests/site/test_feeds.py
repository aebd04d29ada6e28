"""The feeds: read by a real parser, steady, and free of the clock."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator

from kyndig.feeds import feed_files
from kyndig.render import Press
from kyndig.resources import theme_folder

from .conftest import ROOT, TODAY, Whole

SCHEMA = Path(__file__).with_name("jsonfeed-1.1.schema.json")
FEEDS = [
    f"{language}/feeds/{name}.{suffix}"
    for language in ("da", "nb", "en")
    for name in ("all", "courses", "positions", "curricula", "news")
    for suffix in ("rss", "atom")
]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_well_formed_and_has_entries(whole: Whole, path: str) -> None:
    feed = feedparser.parse(whole.files[path])
    assert feed.bozo == 0
    assert feed.version == ("rss20" if path.endswith("rss") else "atom10")
    assert feed.feed.title.startswith("Kyndig")
    assert feed.entries


@pytest.mark.parametrize("path", FEEDS)
def test_entries_are_named_by_a_tag_that_is_no_address(whole: Whole, path: str) -> None:
    """Ids are `tag:` URIs made from the entity's id, never from URL, title or date (RFC 4151)."""
    entries = feedparser.parse(whole.files[path]).entries
    assert all(each.id.startswith("tag:kyndig.example,2026:") for each in entries)
    assert len({each.id for each in entries}) == len(entries)


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_leads_to_the_page_it_follows(whole: Whole, path: str) -> None:
    language, name = path.split("/")[0], path.split("/")[2].partition(".")[0]
    page = whole.checked.site.page("front" if name == "all" else name, language)
    assert feedparser.parse(whole.files[path]).feed.link == whole.checked.site.absolute(page.path)


def test_a_translation_is_an_entry_of_its_own(whole: Whole) -> None:
    """Feed readers take entries with one identifier for one text, and show only the first."""
    ids = [
        {each.id for each in feedparser.parse(whole.files[f"{language}/feeds/all.atom"]).entries}
        for language in ("da", "nb", "en")
    ]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])
    assert ids[1].isdisjoint(ids[2])


def test_rss_and_atom_of_a_feed_say_the_same(whole: Whole) -> None:
    for path in FEEDS:
        if path.endswith(".rss"):
            rss, atom = (
                feedparser.parse(whole.files[path.replace(".rss", suffix)]).entries
                for suffix in (".rss", ".atom")
            )
            assert [(each.id, each.title, each.link) for each in rss] == [
                (each.id, each.title, each.link) for each in atom
            ]


def test_no_feed_knows_when_it_was_built(whole: Whole) -> None:
    """Dates are when a thing was announced or changed: the newest is that of the newest entry."""
    for path in FEEDS:
        feed = feedparser.parse(whole.files[path])
        newest = max(each.get("updated_parsed") or each.published_parsed for each in feed.entries)
        if path.endswith("atom"):
            assert feed.feed.updated_parsed == newest, path


def test_a_moved_course_says_so_first_and_an_example_says_so_last(whole: Whole) -> None:
    titles = [each.title for each in feedparser.parse(whole.files["da/feeds/courses.rss"]).entries]
    assert any(title.startswith("FLYTTET: ") for title in titles)
    assert any(title.startswith("AFLYST: ") for title in titles)
    assert all(title.endswith("(eksempel)") for title in titles if " 2027" in title)


def test_links_of_entries_lead_to_pages_of_the_site(whole: Whole) -> None:
    for path in FEEDS:
        for each in feedparser.parse(whole.files[path]).entries:
            file = each.link.removeprefix("https://kyndig.example/").partition("#")[0]
            file += "index.html" if file.endswith("/") else ""
            assert file in whole.files, each.link


def test_each_list_announces_its_own_feed(whole: Whole) -> None:
    page = whole.pages[whole.checked.site.page("courses", "da").path]
    assert 'type="application/atom+xml"' in page
    assert "/da/feeds/courses.atom" in page


def test_a_pdf_is_enclosed_where_there_is_one(whole: Whole) -> None:
    """RSS 2.0, Atom and JSON Feed each lead to it, with its media type and its bytes."""
    checked = whole.checked
    site = (checked.catalogue, checked.site, checked.words)
    press = Press.of(*site, whole.settings, TODAY, theme_folder(whole.settings.theme, ROOT))
    reader, told = press.readers["nb"], press.told["curricula"]
    path = reader.site.page("curriculum:anaesthesiology-introduction#print/whole", "nb").pdf
    files = feed_files(reader, "curricula", told, {path: 4711})
    without = feed_files(reader, "curricula", told, {})
    for form in ("rss", "atom"):
        (entry,) = feedparser.parse(files[f"nb/feeds/curricula.{form}"]).entries
        (found,) = entry.enclosures
        assert found["href"] == reader.site.absolute(path)
        assert (found["type"], found["length"]) == ("application/pdf", "4711")
        assert entry.link != found["href"]
        assert not feedparser.parse(without[f"nb/feeds/curricula.{form}"]).entries[0].enclosures
    (item,) = json.loads(files["nb/feeds/curricula.json"])["items"]
    assert item["attachments"] == [
        {"url": reader.site.absolute(path), "mime_type": "application/pdf", "size_in_bytes": 4711}
    ]


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_json_feeds_keep_to_their_schema(whole: Whole, language: str) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path, data in whole.files.items():
        if path.startswith(f"{language}/feeds/") and path.endswith(".json"):
            assert not list(validator.iter_errors(json.loads(data))), path


def test_json_says_the_same_as_atom(whole: Whole) -> None:
    for name in ("all", "courses", "topic/pain", "gaps"):
        atom = feedparser.parse(whole.files[f"nb/feeds/{name}.atom"])
        items = json.loads(whole.files[f"nb/feeds/{name}.json"])["items"]
        assert [(each["id"], each["title"], each["url"], each["content_html"]) for each in items] == [
            (each.id, each.title, each.link, each.content[0].value) for each in atom.entries
        ]


def test_every_feed_of_a_site_is_sound(whole: Whole) -> None:
    """Also those in which nothing has been announced, and in every form."""
    empty = 0
    for path, data in whole.files.items():
        if "/feeds/" in path and path.endswith((".rss", ".atom")):
            found = feedparser.parse(data)
            assert found.bozo == 0, path
            assert found.feed.title, path
            assert found.feed.link.startswith("https://kyndig.example/"), path
            ids = [each.id for each in found.entries]
            assert len(ids) == len(set(ids)), path
            empty += not ids
    assert empty
