"""The list of rules, in the order they are explained. What only asks a question, or depends on the day, is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..catalogue import Catalogue
from ..diagnostics import Diagnostic
from . import courses, coverage, kept, pages, prose, structure, versions, withdrawn

Rule = Callable[[Catalogue], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    courses.ends_after_start,
    courses.deadline_before_start,
    courses.opens_before_deadline,
    courses.seats_fit,
    courses.place_where_people_meet,
    courses.no_daylight_gap,
    courses.sessions_within,
    courses.moved_has_former,
    structure.position_in_its_folder,
    structure.version_is_in_file_name,
    structure.seats_add_up,
    structure.measure_has_a_value,
    structure.validity_in_order,
    structure.cusum_rates_in_order,
    structure.tiles_fit_the_map,
    structure.nothing_contains_itself,
    versions.versions_begin_on_days_of_their_own,
    versions.replaced_items_exist,
    versions.decisions_are_about_items,
    versions.matches_are_confirmed,
    coverage.nothing_covers_nothing,
    coverage.somebody_can_take_part,
    coverage.audience_has_the_need,
    pages.one_page_adds_it,
    pages.accessibility_on_its_page,
    kept.accepted_codes_exist,
    kept.disagreements_disagree,
    withdrawn.withdrawn_is_gone,
    prose.markdown_is_sound,
)


def check(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Run every rule over the catalogue and return what they find."""
    return tuple(finding for rule in RULES for finding in rule(catalogue))
