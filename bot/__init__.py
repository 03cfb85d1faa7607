"""How people and networks reach Gatepost: chat platforms, networks, the command line."""
