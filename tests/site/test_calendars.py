"""The calendars of this site: read by icalendar, and led to from the pages whose dates they have."""

from __future__ import annotations

import re

import pytest
from icalendar import Calendar, Component

from .conftest import Whole

ORIGIN = "https://kyndig.example/"


def events(whole: Whole, path: str) -> list[Component]:
    return list(Calendar.from_ical(whole.files[path]).walk("VEVENT"))


def test_links_of_events_lead_to_pages_of_the_site(whole: Whole) -> None:
    for path in (each for each in whole.files if each.endswith("calendars/all.ics")):
        for each in events(whole, path):
            page, _, anchor = str(each["URL"]).removeprefix(ORIGIN).partition("#")
            assert f'id="{anchor}"' in whole.pages[page], each["URL"]


@pytest.mark.parametrize(("language", "word"), [("da", "eksempel"), ("nb", "eksempel"), ("en", "example")])
def test_invented_dates_say_so_in_title_and_description(whole: Whole, language: str, word: str) -> None:
    found = [
        *events(whole, f"{language}/calendars/all.ics"),
        *events(whole, f"{language}/calendars/deadlines/all.ics"),
    ]
    assert len(found) > 30
    for each in found:
        assert str(each["SUMMARY"]).endswith(f"({word})")
        assert word in str(each["DESCRIPTION"])


def test_what_is_moved_cancelled_or_full_says_so_first(whole: Whole) -> None:
    titles = [str(each["SUMMARY"]) for each in events(whole, "da/calendars/courses.ics")]
    for word in ("FLYTTET", "AFLYST", "FULDT"):
        assert any(each.startswith(f"{word}: ") for each in titles), word
    called_off = [each for each in events(whole, "da/calendars/courses.ics") if each["STATUS"] == "CANCELLED"]
    assert [str(each["SUMMARY"]).partition(":")[0] for each in called_off] == ["AFLYST"]


def test_pages_lead_to_calendars_that_are_there(whole: Whole) -> None:
    led = {
        (path, address)
        for path, text in whole.pages.items()
        for address in re.findall(r'href="(?:webcal:/|https:/)?/(?:kyndig\.example/)?([^"]+\.ics)"', text)
    }
    assert len({address for _, address in led}) > 100
    assert [each for each in led if each[1] not in whole.files] == []


def test_a_course_leads_to_its_calendars_and_each_date_to_its_file(whole: Whole) -> None:
    page = whole.pages["da/kurser/vejledningskursus.html"]
    for address in (
        "webcal://kyndig.example/da/calendars/course/supervision-course.ics",
        "/da/calendars/course/supervision-course.ics",
        "webcal://kyndig.example/da/calendars/deadlines/course/supervision-course.ics",
        "/da/calendars/events/supervision-course/2027-02-aalborg.ics",
        "/da/calendars/events/supervision-course/2027-04-naestved.ics",
    ):
        assert f'href="{address}"' in page
    assert 'href="/da/calendars/events/supervision-course/2026-09-aarhus.ics"' not in page, "it has been"


def test_a_list_leads_to_the_calendar_of_exactly_its_dates(whole: Whole) -> None:
    page = whole.pages[whole.checked.site.page("courses/region/dk-midtjylland", "da").path]
    assert 'href="webcal://kyndig.example/da/calendars/courses/region/dk-midtjylland.ics"' in page
