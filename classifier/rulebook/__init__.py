"""One TOML file a language; the format is in docs/reference/rules.md."""
