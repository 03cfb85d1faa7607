"""What a school decides: no platform, no network, no template."""
