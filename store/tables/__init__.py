"""The tables, a module a subject; ``store.schema`` has them all."""
