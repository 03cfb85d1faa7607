"""Migrations of the local workspace's tables."""
