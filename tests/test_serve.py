"""The preview: pages made when they are asked for, faults over them, and word to the browser when there is something new."""

from __future__ import annotations

import json
import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from rich.console import Console

from kyndig import recall
from kyndig.build import build
from kyndig.order import Order
from kyndig.publish import locked
from kyndig.rebuild import rebuild
from kyndig.records import bundles, read
from kyndig.resources import theme_folder
from kyndig.scaffold import init
from kyndig.serve.answers import EVENTS, SCRIPT, start
from kyndig.serve.preview import Preview
from kyndig.serve.readings import Remembered
from kyndig.serve.run import follow, watched
from kyndig.serve.workshop import Workshop
from kyndig.settings import read_settings
from kyndig.sources import find

TODAY = date(2026, 11, 22)
ARTICLE, ITS_PAGE = "content/pages/about.md", "/da/om.html"
OURS = re.compile(rf'<script type="module" src="{SCRIPT}" data-kyndig="(\w*)"></script>')


@pytest.fixture
def site(tmp_path: Path) -> Path:
    init(tmp_path / "site")
    return tmp_path / "site"


@dataclass
class Served:
    """A site that is previewed, as a browser and an author see it."""

    root: Path
    workshop: Workshop
    address: str
    said: StringIO

    @property
    def preview(self) -> Preview:
        return self.workshop.preview

    def get(self, path: str) -> tuple[int, str, str]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers["Content-Type"], error.read().decode()

    def page(self, path: str) -> str:
        status, media, text = self.get(path)
        assert (status, media) == (200, "text/html; charset=utf-8"), text
        return text

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        file = self.root / path
        put(file, change(file.read_text("utf-8")))

    def events(self, path: str, shown: str = "") -> Iterator[tuple[str, Any]]:
        """Yield what a browser is told that shows a page."""
        with urllib.request.urlopen(
            f"{self.address}{EVENTS}?path={path}&shown={shown}", timeout=60
        ) as answer:
            name, end = "", time.monotonic() + 30
            for line in answer:
                assert time.monotonic() < end, "nothing was told"
                key, _, value = line.decode().rstrip("\n").partition(": ")
                if key == "event":
                    name = value
                elif key == "data":
                    yield name, value if name == "page" else json.loads(value)

    def changes(self, path: str) -> Iterator[tuple[str, Any]]:
        """Yield what a browser is told that shows a page as it is now."""
        found = OURS.search(self.get(path)[2])
        assert found
        return self.events(path, found[1])


@pytest.fixture
def served(site: Path) -> Iterator[Served]:
    said = StringIO()
    workshop = Workshop.of(
        site / "publishconf.py", TODAY, Preview(), Console(file=said, width=200), remember=False
    )
    workshop.renew()
    server = start(workshop.preview, 0)
    yield Served(site, workshop, f"http://127.0.0.1:{server.server_address[1]}", said)
    server.shutdown()
    server.server_close()


@pytest.fixture
def followed(served: Served) -> Iterator[Served]:
    """The same with somebody who watches the files."""
    end = threading.Event()
    threads = [
        threading.Thread(target=served.workshop.work, daemon=True),
        threading.Thread(target=follow, args=(served.workshop, 0, end), daemon=True),
    ]
    for each in threads:
        each.start()
    time.sleep(0.5)
    yield served
    end.set()
    threads[1].join(10)


# Files ------------------------------------------------------------------------------------------------------


def test_every_file_is_that_of_a_build_but_for_our_script(served: Served) -> None:
    settings = read_settings(served.root / "publishconf.py")
    files = build(served.root, settings, TODAY, theme_folder(settings.theme, served.root)).files
    paths = sorted(files, key=lambda path: path.endswith("names.json"))
    served.get("/da/names.json")  # every page is there when it is
    for path in paths:
        shown = served.preview.look(path)
        assert (shown.status, shown.data) == (200, files[path]), path
    _, _, text = served.get("/da/")
    policy = re.compile(r'(?<=Content-Security-Policy" content=")[^"]*')
    whole = files["da/index.html"].decode()
    assert policy.sub("", OURS.sub("", text)) == policy.sub("", whole)


def test_only_what_is_asked_for_is_made(served: Served) -> None:
    served.page("/da/")
    assert served.preview.site is not None
    assert len(served.preview.site.sheets) == 1


def test_media_types_and_folders_without_slash(served: Served) -> None:
    assert served.get("/robots.txt")[1] == "text/plain; charset=utf-8"
    assert served.get("/sitemap.xml")[1].endswith("/xml; charset=utf-8")
    assert served.get("/da/feeds/all.atom")[1] == "application/atom+xml; charset=utf-8"
    assert served.get("/da/calendars/courses.ics")[1] == "text/calendar; charset=utf-8"
    assert OURS.search(served.page("/da/kurser")), "as servers do, a folder is found without its slash"


def test_a_page_that_is_missing_answers_404_in_the_language_of_its_address(served: Served) -> None:
    status, _, text = served.get("/nb/nope.html")
    assert status == 404
    assert '<html lang="nb">' in text
    assert served.get("/nope")[0] == 404


def test_head_has_no_body(served: Served) -> None:
    asked = urllib.request.Request(served.address + "/da/", method="HEAD")
    with urllib.request.urlopen(asked, timeout=10) as answer:
        assert int(answer.headers["Content-Length"]) > 1000
        assert answer.read() == b""


def test_the_policy_of_a_page_lets_in_our_script_and_nothing_else(served: Served) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', served.page("/da/"))
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "script-src 'self'" in policy[1]


def test_the_search_index_is_made_when_it_is_asked_for(served: Served) -> None:
    site = served.preview.site
    assert site is not None
    if site.press.indexer is None:
        pytest.skip("Pagefind's program does not run on this machine")
    assert not any(path.startswith("search/") for path in site.made)
    assert served.get(f"/{site.press.indexer.folder}/words.da.txt")[0] == 200
    assert served.get(f"/{site.press.indexer.folder}/nope")[0] == 404


def test_a_page_that_tells_of_all_others_does_not_wait_long_for_them(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kyndig.serve.preview._PATIENCE", 0)
    path = "/da/privatliv.html"
    found = OURS.search(served.page(path))
    assert found
    data = next(data for name, data in served.events(path, found[1]) if name == "page")
    assert data != found[1], "it is told of anew when all pages are there"
    assert served.preview.site is not None
    assert served.preview.site.found is not None


# Edits ------------------------------------------------------------------------------------------------------


def test_an_edited_text_is_shown_and_its_page_told_of(followed: Served) -> None:
    text = (followed.root / ARTICLE).read_text("utf-8")
    changes, others = followed.changes(ITS_PAGE), followed.changes("/en/regions/")
    followed.edit(ARTICLE, lambda text: text + "\nNoget helt nyt.\n")
    assert next(changes)[0] == "page"
    assert "Noget helt nyt." in followed.page(ITS_PAGE)
    put(followed.root / ARTICLE, text)
    assert next(changes)[0] == "page"
    followed.edit(ARTICLE, lambda text: text.replace("title:", "titel:"))
    assert next(others)[0] == "faults", "a page that has not changed is not loaded again"


def test_a_page_that_moves_takes_its_reader_along(followed: Served) -> None:
    changes = followed.changes(ITS_PAGE)
    followed.edit(ARTICLE, lambda text: re.sub(r"slug: .*", "slug: et-andet-navn", text, count=1))
    to = next(data for name, data in changes if name == "moved")
    assert to == "/da/et-andet-navn.html"
    followed.page(to)


def test_what_comes_and_goes_is_seen(followed: Served) -> None:
    text = (followed.root / ARTICLE).read_text("utf-8")
    added = followed.root / "content" / "pages" / "brand-new.md"
    added.write_text(re.sub(r"slug: .*", "slug: splinterny", text, count=1), "utf-8")
    wait_for(lambda: followed.get("/da/splinterny.html")[0] == 200)
    added.unlink()
    wait_for(lambda: followed.get("/da/splinterny.html")[0] == 404)


def put(file: Path, text: str) -> None:
    """Save a file whole: on a busy machine the preview may else see half of it, and say so."""
    beside = file.with_name(f".{file.name}~")
    beside.write_text(text, "utf-8")
    beside.replace(file)


def wait_for(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_settings_are_followed_also_by_a_new_file_of_that_name(followed: Served) -> None:
    settings = followed.root / "publishconf.py"
    fresh = settings.with_suffix(".new")
    fresh.write_text(
        re.sub(r"SITENAME = .*", 'SITENAME = "Et nyt sted"', settings.read_text("utf-8")), "utf-8"
    )
    fresh.replace(settings)
    wait_for(lambda: "Et nyt sted" in followed.get("/da/")[2])


def test_a_glance_shows_what_a_look_at_the_whole_site_shows(served: Served) -> None:
    """What is told from the edited file alone is what is told from all, where addresses stay."""
    for file in sorted((served.root / "content").rglob("*.md"))[::5]:
        text = file.read_text("utf-8")
        put(file, text + "\nMere tekst.\n")
        served.workshop.glance([file])
        site = served.preview.site
        assert site is not None
        glanced = {page.path: site.find(page.path) for page in site.pages}
        served.workshop.renew()
        assert served.preview.findings == ()
        site = served.preview.site
        assert glanced == {page.path: site.find(page.path) for page in site.pages}, file
        assert b"Mere tekst." in b"".join(data or b"" for data in glanced.values())
        put(file, text)
        served.workshop.glance([file])
        served.workshop.renew()


# Faults -----------------------------------------------------------------------------------------------------


def test_faults_are_told_with_place_and_remedy_and_vanish(followed: Served) -> None:
    good = (followed.root / ARTICLE).read_text("utf-8")
    before = OURS.sub("", followed.page("/da/"))
    changes = followed.changes("/da/")
    followed.edit(ARTICLE, lambda text: text.replace("title:", "titel:"))
    name, rows = next(changes)
    assert name == "faults"
    row = next(row for row in rows if row["code"] == "key.unknown")
    assert re.fullmatch(rf"{re.escape(ARTICLE)}:\d+:\d+", row["place"])
    assert row["remedy"] == 'did you mean "title"?'
    assert OURS.sub("", followed.page("/da/")) == before, "the last good page stays"
    wait_for(lambda: "key.unknown" in followed.said.getvalue())
    put(followed.root / ARTICLE, good)
    assert next(each for each in changes if each == ("faults", [])) == ("faults", [])


def test_warnings_are_told_to_the_terminal_only(served: Served) -> None:
    file = next(each for each in (served.root / "content").rglob("*.en.md"))
    file.unlink()
    served.workshop.renew()
    assert served.preview.findings == ()


def test_a_fault_that_only_the_whole_site_shows_stays_until_it_is_mended(served: Served) -> None:
    file = served.root / ARTICLE
    good = file.read_text("utf-8")
    put(file, good + "\n[nowhere](course:no-such-course)\n")
    served.workshop.glance([file])
    served.workshop.renew()
    assert [each.code for each in served.preview.findings]
    put(file, good + "\n[nowhere](course:no-such-course) still\n")
    served.workshop.glance([file])
    assert served.preview.findings, "a glance does not know better"
    put(file, good)
    served.workshop.glance([file])
    served.workshop.renew()
    assert not served.preview.findings


def test_faulty_settings_are_shown_too(served: Served) -> None:
    (served.root / "publishconf.py").write_text("SITENAME = 1 +\n", "utf-8")
    served.workshop.renew()
    assert "settings.syntax" in served.said.getvalue()
    assert served.preview.findings


def test_without_a_good_site_there_is_a_page_that_waits_for_one(served: Served) -> None:
    served.workshop.preview.site = None
    status, _, text = served.get("/da/")
    assert status == 503
    assert OURS.search(text)


# Theme ------------------------------------------------------------------------------------------------------


@pytest.fixture
def themed(served: Served) -> Served:
    """The same with a theme of its own."""
    copytree(theme_folder("kyndig", served.root), served.root / "own")
    served.edit("publishconf.py", lambda text: text + '\nTHEME = "own"\n')
    served.workshop.renew()
    assert served.preview.findings == ()
    return served


def test_templates_and_styles_are_followed(themed: Served) -> None:
    base, style = (themed.root / "own" / each for each in ("templates/base.html", "static/kyndig.css"))
    base.write_text(base.read_text("utf-8").replace("</footer>", "<p>Helt nede</p></footer>"), "utf-8")
    assert themed.workshop.glance([base]), "nothing else need be looked at"
    assert "Helt nede" in themed.page("/da/")
    before = re.search(r'href="([^"]*\.css)"', themed.page("/da/"))
    style.write_text(style.read_text("utf-8") + "\nbody { outline: 0 }\n", "utf-8")
    assert themed.workshop.glance([style])
    after = re.search(r'href="([^"]*\.css)"', themed.page("/da/"))
    assert before
    assert after
    assert before[1] != after[1]
    assert "outline: 0" in themed.get(after[1])[2]


@pytest.mark.parametrize("wrong", ["{% if %}", "{{ nothing.of_the_kind }}"])
def test_a_fault_in_a_template_is_told_by_its_line(themed: Served, wrong: str) -> None:
    base = themed.root / "own" / "templates" / "base.html"
    good = base.read_text("utf-8")
    page = themed.page("/da/")
    changes = themed.changes("/da/")
    base.write_text(good.replace("<title>", f"{wrong}<title>"), "utf-8")
    themed.workshop.glance([base])
    name, rows = next(changes)
    line = good[: good.index("<title>")].count("\n") + 1
    assert (name, rows[0]["place"]) == ("faults", f"own/templates/base.html:{line}:1")
    assert OURS.sub("", themed.page("/da/")) == OURS.sub("", page), "the last good page stays"
    assert themed.get("/en/")[0] == 500
    base.write_text(good, "utf-8")
    themed.workshop.glance([base])
    assert next(changes) == ("faults", [])


def test_words_are_followed(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = copytree(Path(__file__).parent.parent / "i18n", tmp_path / "i18n")
    for module in ("kyndig.build", "kyndig.serve.edits", "kyndig.serve.workshop"):
        monkeypatch.setattr(f"{module}.shared", lambda name: words if name == "i18n" else None)
    served.workshop.renew()
    file = words / "da.po"
    good = file.read_text("utf-8")
    changed = re.sub(r'(msgid "Skip to main content"\nmsgstr )"[^"]*"', r'\1"Hop derhen"', good)
    assert changed != good
    put(file, changed)
    served.workshop.glance([file])
    assert "Hop derhen" in served.page("/da/")
    put(file, "nothing of the kind")
    served.workshop.glance([file])
    assert served.preview.findings
    put(file, good)
    served.workshop.glance([file])
    served.workshop.renew()
    assert not served.preview.findings


def test_it_watches_content_theme_and_words(site: Path) -> None:
    assert {path.name for path in watched(site / "publishconf.py")} == {"content", "kyndig", "i18n"}
    (site / "publishconf.py").write_text("x =", "utf-8")
    assert "content" in {path.name for path in watched(site / "publishconf.py")}


def test_a_second_start_takes_over_what_the_first_has_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun() -> Preview:
        workshop = Workshop.of(site / "publishconf.py", TODAY, Preview(), Console(file=StringIO()))
        workshop.renew()
        return workshop.preview

    first = begun()
    monkeypatch.setattr("kyndig.recall.read", None)
    second = begun()
    assert first.site is not None
    assert second.site is not None
    for page in first.site.pages:
        assert first.site.find(page.path) == second.site.find(page.path)
    assert not (site / "output" / "da").exists(), "looking changes nothing that is published"


def test_the_preview_takes_over_what_a_build_has_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read_settings(site / "publishconf.py")
    theme, cache = theme_folder(settings.theme, site), site / settings.cache_path
    with locked(site / "output"):
        rebuild(Order(site / "publishconf.py", settings, TODAY, theme, site / "output", cache, index=False))
    monkeypatch.setattr(recall, "read", lambda *_: pytest.fail("a text is read again"))
    sources, _ = find(site, settings.path)
    together = bundles(sources)
    found = tuple(Remembered(site, cache)(together, settings.languages))
    assert [each.diagnostics for each in found] == [
        read(each, settings.languages).diagnostics for each in together
    ]
