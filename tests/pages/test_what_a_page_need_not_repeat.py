"""The frame of a page reads its content: it offers the headings of a long page, and does not say things twice."""

from __future__ import annotations

from markupsafe import Markup

from kyndig.pages.content import contents, unsaid
from kyndig.views.parts import Linked, Phrase, Related


def _section(anchor: str, heading: str) -> str:
    return f'<section class="sec" aria-labelledby="{anchor}"><h2 id="{anchor}">{heading}</h2>\n<p>…</p></section>'


def test_a_long_page_offers_its_headings() -> None:
    page = Markup("".join(_section(f"s{n}", f"Part {n}") for n in range(6)))
    assert contents(page) == tuple((f"s{n}", Markup(f"Part {n}")) for n in range(6))


def test_a_short_page_offers_none() -> None:
    assert contents(Markup("".join(_section(f"s{n}", "Part") for n in range(5)))) == ()


def test_the_letters_of_a_list_are_left_to_its_own_row_of_letters() -> None:
    assert contents(Markup("".join(_section(f"letter-{letter}", letter) for letter in "abcdefgh"))) == ()


def test_a_heading_that_is_a_link_is_offered_without_it() -> None:
    page = Markup("".join(_section(f"s{n}", f'<a href="/x" lang="da">Del {n}</a>') for n in range(6)))
    assert contents(page)[0] == ("s0", Markup("Del 0"))


def _related(*links: Linked) -> tuple[Related, ...]:
    return (Related("Course", links),)


def test_what_the_page_links_to_is_not_related_once_more() -> None:
    link = Linked("/da/kurser/a.html", Phrase("A"))
    assert unsaid(_related(link), Markup('<a href="/da/kurser/a.html">A</a>')) == ()


def test_a_link_to_a_place_on_a_page_counts_as_one_to_the_page() -> None:
    link = Linked("/da/kurser/a.html", Phrase("A"))
    assert unsaid(_related(link), Markup('<a href="/da/kurser/a.html#i-1">A</a>')) == ()


def test_a_link_to_another_page_whose_address_begins_alike_does_not_count() -> None:
    link = Linked("/da/kurser/a", Phrase("A"))
    assert unsaid(_related(link), Markup('<a href="/da/kurser/ab">AB</a>')) == _related(link)


def test_a_reason_that_the_page_does_not_give_keeps_its_link() -> None:
    link = Linked("/x", Phrase("A"), why=Phrase("because < it is"))
    assert unsaid(_related(link), Markup('<a href="/x">A</a>')) == _related(link)
    assert unsaid(_related(link), Markup('<a href="/x">A</a> because &lt; it is')) == ()


def test_the_other_links_of_a_kind_stay() -> None:
    said, other = Linked("/x", Phrase("A")), Linked("/y", Phrase("B"))
    assert unsaid(_related(said, other), Markup('<a href="/x">A</a>')) == _related(other)
