"""The policy as pure functions: facts in, findings out."""

POLICY_VERSION = "2025-11-06"
"""The day on which the trust approved the policy that these rules enforce; recorded with every decision."""
