"""Migrations of the Teams adapter's tables."""
