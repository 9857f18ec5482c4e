"""The words of concepts, one file a language; data of the package ``classifier``."""
