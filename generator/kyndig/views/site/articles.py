"""News and pages: an author's words, with what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Entity
from ...locales.dates import format_month
from ...model.article import Article, News
from ...routes import Page
from ..parts import Html, Linked, Phrase, Shell
from ..prose import prose
from ..reader import Reader
from ..shell import Head, entity_shell, list_shell


@dataclass(frozen=True, slots=True)
class NewsView:
    """What the template of a piece of news shows."""

    day: str
    iso: str
    body: Html | None
    topics: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class NewsRow:
    """A piece of news in a list: `day` and `month` stand in front."""

    link: Linked
    lead: Phrase
    day: str
    month: str
    iso: str
    topics: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class NewsListView:
    """What the list of news shows, newest first."""

    rows: tuple[NewsRow, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template of a page shows."""

    body: Html | None


def news(reader: Reader, page: Page) -> tuple[Shell, NewsView]:
    """Make the page of one piece of news."""
    entity = reader.catalogue[page.key]
    value: News = entity.value
    day = reader.date(value.day)
    text, topics = prose(reader, value.body, entity), reader.links(entity, "topics")
    body = NewsView(day, value.day.isoformat(), text, topics)
    return entity_shell(reader, page, entity, Head(label=f"{reader.kind(entity)} · {day}")), body


def list_news(reader: Reader, page: Page) -> tuple[Shell, NewsListView]:
    """Make the list of news, newest first."""
    entities = reader.catalogue.of_kind("news")
    newest_first = sorted(entities, key=lambda each: (each.value.day, each.id), reverse=True)
    lead = Phrase(reader.word("What has changed, newest first."))
    head = Head(lead=lead, number=str(len(entities)))
    return list_shell(reader, page, head), NewsListView(tuple(_row(reader, each) for each in newest_first))


def article(reader: Reader, page: Page) -> tuple[Shell, PageView]:
    """Make a page that stands for itself."""
    entity = reader.catalogue[page.key]
    value: Article = entity.value
    return entity_shell(reader, page, entity), PageView(prose(reader, value.body, entity))


def _row(reader: Reader, entity: Entity) -> NewsRow:
    value: News = entity.value
    month = format_month(value.day, reader.language, "abbreviated")
    return NewsRow(
        link=reader.link(entity),
        lead=reader.say(value.lead),
        day=str(value.day.day),
        month=f"{month} {value.day.year}",
        iso=value.day.isoformat(),
        topics=reader.links(entity, "topics"),
    )
