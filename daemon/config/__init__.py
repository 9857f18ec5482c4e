"""Reading config.toml: its tables as typed values, its faults with their places, its secrets."""
