"""Migrations of the tables of the Slack adapter."""
