"""Tags, videos, swearing, reposts, messages and invitations in many words, beside innocent ones that sound alike."""

import pytest

from tests.policy.school import findings
from tests.policy.wording import lines


@pytest.mark.parametrize("clause", ["5.3", "6.4", "6.5", "7.7", "9.7", "9.8"])
def test_a_rule_is_kept_in_any_words_and_leaves_innocent_drafts_alone(clause: str) -> None:
    rows = [line.partition(" ") for line in lines("draft_rules")]
    wanted = {text: rule == clause for rule, _, text in rows if rule.lstrip("-") == clause}
    told = {text: any(each.clause == clause for each in findings(text)) for text in wanted}
    assert wanted
    assert [text for text in wanted if told[text] != wanted[text]] == []
