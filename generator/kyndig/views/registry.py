"""Kind of page → the function that makes its view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ..catalogue import edition
from ..routes import Page
from .announced import feeds_beside, following
from .courses import course, course_lists
from .coverage import gaps
from .coverage import pages as coverage_pages
from .curricula import (
    areas,
    assessment,
    background,
    changes,
    competencies,
    competency,
    curriculum,
    leading,
    logbook,
    methods,
    requirements,
    roles,
    schedule,
    sheets,
    training,
    versions,
    whole,
    year_on_paper,
)
from .needs import groups, needs, plan_year, plans, target_groups
from .parts import Shell
from .positions import position, positions, sides, statement, statements, traced
from .reader import Reader
from .reference import noticed, organisations, regions, sources, terms, vocabulary
from .site import a_z, accessibility, articles, documents, feed_list, front, privacy, search_page, withdrawn


@dataclass(frozen=True, slots=True)
class View:
    """What a template sees: the frame of the page, and what its kind shows in it."""

    template: str
    shell: Shell
    body: Any


Maker = Callable[[Reader, Page], tuple[Shell, Any]]

MAKERS: dict[str, Maker] = {
    "area": areas.area,
    "card": areas.card,
    "competency": competency.competency,
    "course": course.course,
    "curriculum": curriculum.curriculum,
    "curriculum-background": background.curriculum_background,
    "curriculum-requirements": requirements.curriculum_requirements,
    "curriculum-schedule": schedule.curriculum_schedule,
    "front": front.front,
    "group": groups.group,
    "list-competencies": competencies.list_competencies,
    "list-courses": course_lists.list_courses,
    "list-courses-past": course_lists.list_courses_past,
    "list-curricula": curriculum.list_curricula,
    "list-documents": documents.list_documents,
    "list-feeds": feed_list.list_feeds,
    "list-feeds-group": feed_list.list_feeds_group,
    "list-groups": groups.list_groups,
    "list-methods": methods.list_methods,
    "list-needs": plans.list_needs,
    "list-needs-coverage": coverage_pages.list_needs_coverage,
    "list-needs-coverage-gaps": gaps.list_needs_coverage_gaps,
    "list-needs-coverage-professions": coverage_pages.list_needs_coverage_axis,
    "list-needs-coverage-regions": coverage_pages.list_needs_coverage_axis,
    "list-news": articles.list_news,
    "list-organisations": organisations.list_organisations,
    "list-positions": positions.list_positions,
    "list-positions-actors": positions.list_positions_actors,
    "list-positions-statements": statements.list_positions_statements,
    "list-positions-topics": positions.list_positions_topics,
    "list-professions": vocabulary.list_professions,
    "list-regions": regions.list_regions,
    "list-roles": roles.list_roles,
    "list-search": search_page.list_search,
    "list-sources": sources.list_sources,
    "list-strategies": roles.list_strategies,
    "list-target-groups": target_groups.list_target_groups,
    "list-terms": terms.list_terms,
    "list-topics": vocabulary.list_topics,
    "method": methods.method,
    "missing": front.missing,
    "need": needs.need,
    "news": articles.news,
    "organisation": organisations.organisation,
    "page": articles.article,
    "page-accessibility": accessibility.accessibility,
    "page-privacy": privacy.privacy,
    "plan": plans.plan,
    "position": position.position,
    "profession": vocabulary.profession,
    "region": regions.region,
    "role": roles.role,
    "source": sources.source,
    "statement": statement.statement,
    "strategy": roles.strategy,
    "target-group": target_groups.target_group,
    "topic": vocabulary.topic,
    "list-a-z": a_z.list_a_z,
    "curriculum-changes": changes.curriculum_changes,
    "curriculum-versions": versions.curriculum_versions,
    "leading": leading.leading,
    "source-noticed": noticed.source_noticed,
    "curriculum-assessment": assessment.curriculum_assessment,
    "paper-logbook": logbook.paper_logbook,
    "paper-schedule": year_on_paper.paper_schedule,
    "paper-sheets": sheets.paper_sheets,
    "paper-whole": whole.paper_whole,
    "list-positions-traced": traced.list_positions_traced,
    "list-positions-traced-actors": traced.list_positions_traced_actors,
    "plan-year": plan_year.plan_year,
    "topic-sides": sides.topic_sides,
    "withdrawn": withdrawn.withdrawn,
    "curriculum-training": training.curriculum_training,
}
"""One function a kind; its template has the kind's name."""

LATE = frozenset({"list-documents", "page-accessibility", "page-privacy"})
"""Kinds of page that tell what the pages of the site hold, and so are made again when all are there."""


def view(reader: Reader, page: Page) -> View:
    """Make the view of a page for its reader."""
    if version := edition(page.key):
        reader = replace(reader, inside=version)
    shell, body = MAKERS[page.kind](reader, page)
    if version:
        title, _, site = shell.page_title.rpartition(" · ")
        named = f"{title} · {reader.edition(reader.catalogue[f'curriculum:{version}'])} · {site}"
        shell = replace(shell, page_title=named)
    if page.kind != "leading":
        shell = replace(shell, feeds=feeds_beside(reader, page), following=following(reader, page))
    return View(f"{page.kind}.html", shell, body)
