"""What a site holds is read from its finished files, whoever made them and however the tags are written."""

from __future__ import annotations

import pytest

from kyndig.survey import Form, Found, Link, look, survey

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'%s\">"


def found(page: str = "", **more: str) -> Found:
    files = {name.replace("__", "/").replace("_", "."): text.encode() for name, text in more.items()}
    all_files = {"da/x.html": page.encode(), **files}
    return survey((look(path, data, "https://example.org") for path, data in all_files.items()), "/site/")


def test_a_page_of_words_holds_nothing() -> None:
    assert found(POLICY % "" + "<p>Ord &lt;script src=https://x.example/y.js&gt;") == Found(pages=1)


@pytest.mark.parametrize("tag", [
    '<script src="https://x.example/a.js"></script>', "<img alt='' src='https://x.example/a.png'>",
    '<img alt="a > b" src="https://x.example/a.png">', "<IMG SRC=https://x.example/a.png>",
    '<img srcset="/a.png 1x, https://x.example/b.png 2x">', '<link rel="stylesheet" href="//x.example/a.css">',
    '<link rel="dns-prefetch" href="https://x.example">', '<iframe src="https://x.example/"></iframe>',
    '<video poster="https://x.example/a.png"></video>', '<object data="https://x.example/a.swf"></object>',
    '<svg><use href="https://x.example/a.svg#b"/></svg>', '<audio src="http&#58;//x.example/a.ogg"></audio>',
])  # fmt: skip
def test_what_a_page_fetches_from_others_is_found(tag: str) -> None:
    assert found(tag).fetched == ("x.example",)


@pytest.mark.parametrize("tag", [
    '<a href="https://x.example/">a</a>', '<link rel="canonical" href="https://x.example/">',
    '<link rel="alternate" href="https://x.example/">', '<img alt="" src="/site/a.png">',
    '<img alt="" src="https://example.org/site/a.png">', '<meta name="x" content="https://x.example/">',
])  # fmt: skip
def test_what_is_not_fetched_or_is_our_own_is_not_counted(tag: str) -> None:
    assert found(tag).fetched == ()


def test_what_styles_scripts_and_feeds_fetch_is_found() -> None:
    assert found(
        theme__a_css='@import "https://css.example/b.css"; a{background:url(//font.example/a.woff2)}',
        theme__a_js="const ns = 'http://www.w3.org/2000/svg'; fetch(`https://js.example/${x}`)",
        da__all_rss='<description>&lt;img src="https://feed.example/pixel.gif"&gt;</description>',
    ).fetched == ("css.example", "feed.example", "font.example", "js.example")


@pytest.mark.parametrize(("page", "open_to"), [
    (POLICY % "", ()), (POLICY % "; connect-src 'self'", ()), ("", ("da/x.html",)),
    (POLICY % " https://x.example", ("da/x.html",)), (POLICY % "; img-src *", ("da/x.html",)),
    (POLICY % "; img-src https:", ("da/x.html",)),
])  # fmt: skip
def test_a_page_without_a_policy_that_shuts_others_out_is_named(page: str, open_to: tuple[str, ...]) -> None:
    assert found(page).open_to == open_to


def test_a_script_is_known_with_its_size_its_pages_and_what_it_stores() -> None:
    page = '<script type="module" src="/site/theme/a.js"></script>'
    one, other = found(
        page, theme__a_js="import './b.js'", theme__b_js="localStorage.x = document.cookie"
    ).scripts
    assert (one.path, one.size, one.stores, one.pages) == ("theme/a.js", 15, (), ("da/x.html",))
    assert (other.stores, other.pages) == (("document.cookie", "localStorage"), ("da/x.html",))
    assert found(theme__b_js="caches.open('x')").stores == ("caches",)


def test_a_script_belongs_to_the_pages_that_load_what_names_it_however_far_away() -> None:
    page = '<script type="module" src="/site/theme/t/a.js"></script>'
    scripts = found(
        page,
        theme__t__a_js="import { b } from './b.js'; import './a.js'",
        theme__t__b_js="new URL('../../worker.js', import.meta.url)",
        worker_js="caches",
        theme__c_js="import './t/a.js'",
    ).scripts
    assert {each.path: each.pages for each in scripts} == {
        "theme/c.js": (),
        "theme/t/a.js": ("da/x.html",),
        "theme/t/b.js": ("da/x.html",),
        "worker.js": ("da/x.html",),
    }


def test_a_page_may_say_that_its_scripts_store_nothing_unasked() -> None:
    assert found('<script src="/site/theme/a.js" data-stores="on-request"></script>').asking == ("da/x.html",)
    assert found('<script src="/site/theme/a.js" data-stores="always"></script>').asking == ()


def test_a_script_in_the_text_of_a_page_is_told_of() -> None:
    assert found("<script>localStorage.x = 1</script>").inline == ("da/x.html",)


def test_forms_are_known_by_where_they_send() -> None:
    assert found(
        '<form action="/site/search/"></form><form action="https://x.example/" method="post"></form>'
    ).forms == (Form("/site/search/", in_address=True), Form("https://x.example/", in_address=False))


def test_links_out_and_links_to_files_are_gathered_with_their_words() -> None:
    page = """<a href="/site/da/">Forside</a> <a href="https://x.example/a?b&amp;c#d">Her er <em>en</em>
    lang\u00adside</a> <a href="/site/plan.pdf">Plan</a> <a href="mailto:a@x.example">a</a>"""
    assert found(page).links == (
        Link("/site/plan.pdf", (("da/x.html", "Plan"),)),
        Link("https://x.example/a?b&c", (("da/x.html", "Her er en langside"),)),
    )
    assert found(page).hosts == ("x.example",)
