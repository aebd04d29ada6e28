"""What people subscribe to: which announcements and dates are in which feed and calendar, and their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby

from .announcing import Announcement, all_dates, announcements, dates_by_feed, pairs_of
from .calendars import AFTER_THE_END, calendar_files, event_files
from .catalogue import Catalogue
from .digests import digest_of
from .feeds import feed_files, opml
from .part import Part
from .routes import Site
from .routes.feeds import has_calendar, opml_path
from .settings import Settings
from .views import Reader


def told_in(
    site: Site, catalogue: Catalogue, settings: Settings, today: date
) -> Mapping[str, tuple[Announcement, ...]]:
    """Return what is announced in each feed, newest first; one in which nothing is has its place all the same."""
    found: dict[str, list[Announcement]] = {name: [] for name in site.feeds}
    for each in announcements(catalogue.ledger, today, settings.timezone, pairs_of(settings)):
        for name in each.feeds & found.keys():
            found[name].append(each)
    return {name: tuple(told) for name, told in found.items()}


def dates_of(
    site: Site, catalogue: Catalogue, settings: Settings, today: date
) -> Mapping[str, tuple[str, ...]]:
    """Return the references of the dates that are in the calendar of each feed which has one."""
    names, since = filter(has_calendar, site.feeds), today - AFTER_THE_END
    return dates_by_feed(catalogue.ledger, names, pairs_of(settings), since)


def feed_parts(
    readers: Mapping[str, Reader], told: Mapping[str, tuple[Announcement, ...]], sizes: Mapping[str, int]
) -> Iterator[Part]:
    """Yield the feeds, each in every format, and the lists of them: one language after the other.

    `sizes` has the bytes of files by path, of which feeds enclose the PDFs.
    """
    papers = {path: size for path, size in sorted(sizes.items()) if path.endswith(".pdf")}
    for language, reader in readers.items():
        for name, each in told.items():
            digest = digest_of([(one.key, one.at) for one in each], papers)
            yield Part(f"feed {language} {name}", digest, partial(feed_files, reader, name, each, papers))
        yield Part(f"opml {language}", "", partial(_opml, reader))


def calendar_parts(readers: Mapping[str, Reader], dates: Mapping[str, tuple[str, ...]]) -> Iterator[Part]:
    """Yield the calendars, and the dates of each course as files of their own: one language after the other."""
    ledger = next(iter(readers.values())).catalogue.ledger
    courses = groupby(sorted(all_dates(ledger)), key=lambda ref: ref.rpartition("/")[0])
    single = {course: tuple(each) for course, each in courses}
    for language, reader in readers.items():
        for name, refs in dates.items():
            make = partial(calendar_files, reader, name, refs)
            yield Part(f"calendar {language} {name}", digest_of(refs), make)
        for course, refs in single.items():
            yield Part(f"calendar {language} {course}", digest_of(refs), partial(event_files, reader, refs))


def _opml(reader: Reader) -> dict[str, bytes]:
    return {opml_path(reader.language): opml(reader)}
