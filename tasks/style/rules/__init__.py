"""RULES: every rule the engine runs, written by hand in the guide's order."""

from tasks.style.rule import Rule
from tasks.style.rules import (
    announcement,
    goal,
    method,
    offsets,
    order,
    people,
    required,
    time,
    title,
    tone,
    working_days,
)

RULES: tuple[Rule, ...] = (
    title.title_format,
    required.required_title,
    title.title_imperative,
    title.title_length,
    title.title_period,
    order.number_order,
    tone.tone_municipality,
    tone.tone_role,
    required.required_project,
    required.required_phase,
    required.required_theme,
    required.required_priority,
    required.required_is_infrastructure,
    offsets.duration_window,
    time.frozen_zone,
    offsets.end_after_golive,
    working_days.non_working_day,
    offsets.start_negative,
    offsets.start_missing,
    required.required_waves,
    order.prerequisite_order,
    order.prerequisite_priority,
    goal.goal_is_result,
    required.required_description,
    method.method_list,
    method.method_performer,
    people.people_missing,
    announcement.announcement_prefix,
    announcement.announcement_start,
)
RULE: dict[str, Rule] = {rule.id: rule for rule in RULES}
