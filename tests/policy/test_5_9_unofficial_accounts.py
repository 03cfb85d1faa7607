from tests.policy.school import findings

TEXT = "The book fair opens on Monday."


def test_5_9_a_class_account_that_is_not_official_blocks() -> None:
    (finding,) = findings(TEXT, account="kestrel-class-instagram")
    assert (finding.clause, finding.start) == ("5.9", None)


def test_5_9_a_sister_schools_account_blocks() -> None:
    assert [finding.clause for finding in findings(TEXT, account="mill-reach-facebook")] == ["5.9"]


def test_5_9_own_and_trust_accounts_are_fine() -> None:
    assert findings(TEXT) == ()
    assert findings(TEXT, account="trust-careers") == ()
