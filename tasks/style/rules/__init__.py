"""RULES: every rule the engine runs, written by hand in the guide's order."""

from tasks.style.rule import Rule
from tasks.style.rules import announcement, goal, method, required, time, title, tone

RULES: tuple[Rule, ...] = (
    title.title_format,
    required.required_title,
    title.title_imperative,
    title.title_length,
    title.title_period,
    tone.tone_municipality,
    tone.tone_role,
    required.required_project,
    required.required_phase,
    required.required_theme,
    required.required_priority,
    required.required_is_infrastructure,
    time.frozen_zone,
    required.required_waves,
    goal.goal_is_result,
    required.required_description,
    method.method_list,
    method.method_performer,
    announcement.announcement_prefix,
    announcement.announcement_start,
)
RULE: dict[str, Rule] = {rule.id: rule for rule in RULES}
