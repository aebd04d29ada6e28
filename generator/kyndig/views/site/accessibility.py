"""The page on accessibility: an author's words, then the statements, the known faults and where to tell of more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.article import Article, KnownFault
from ...routes import Page
from ...survey import host_of
from ..parts import Html, Linked, Phrase, Shell
from ..pieces import vague
from ..prose import prose
from ..reader import Reader
from ..shell import entity_shell, list_link
from .documents import DocumentRow, documents
from .statements import LAWS, given


@dataclass(frozen=True, slots=True)
class StatementRow:
    """The statement under the law of one country, or none yet, and the office that watches over it."""

    country: str
    url: str
    register: str
    office: str
    office_url: str
    language: str


@dataclass(frozen=True, slots=True)
class FaultRow:
    """Something that not everybody can use; `until` is empty where nobody knows."""

    text: Phrase
    instead: Phrase | None
    criterion: str
    until: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to tell of a fault: how, what is shown, and the address behind it."""

    how: str
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """What the template of the page on accessibility shows; `poor` counts documents without an accessible version."""

    body: Html
    reviewed: str
    faults: tuple[FaultRow, ...]
    statements: tuple[StatementRow, ...]
    contacts: tuple[Contact, ...]
    documents: tuple[DocumentRow, ...]
    poor: int
    document_list: Linked


def accessibility(reader: Reader, page: Page) -> tuple[Shell, AccessibilityView]:
    """Make the page on accessibility."""
    entity = reader.catalogue[page.key]
    value: Article = entity.value
    linked = documents(reader)
    body = AccessibilityView(
        body=prose(reader, value.body, entity),
        reviewed=reader.date(value.reviewed) if value.reviewed else "",
        faults=tuple(_fault(reader, each) for each in value.faults),
        statements=tuple(_statements(reader)),
        contacts=tuple(_contacts(reader)),
        documents=linked,
        poor=sum(not each.accessible_version for each in linked),
        document_list=list_link(reader, "documents"),
    )
    return entity_shell(reader, page, entity), body


def _fault(reader: Reader, fault: KnownFault) -> FaultRow:
    return FaultRow(
        reader.say(fault.text), reader.maybe(fault.instead), fault.criterion or "", vague(reader, fault.until)
    )


def _statements(reader: Reader) -> Iterator[StatementRow]:
    for language, law in LAWS.items():
        if language in reader.catalogue.languages or given(reader, language):
            yield StatementRow(
                reader.word(law.country),
                given(reader, language),
                host_of(law.register),
                law.office,
                law.url,
                language,
            )


def _contacts(reader: Reader) -> Iterator[Contact]:
    written, phone = reader.settings.contact, reader.settings.contact_phone
    if written:
        shown = written.removeprefix("mailto:").partition("?")[0].removeprefix("https://")
        yield Contact(reader.word("Write to"), shown, written)
    if phone:
        yield Contact(reader.word("Call"), phone, f"tel:{phone.replace(' ', '')}")
