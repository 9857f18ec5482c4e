"""Texts of the acknowledgements, one folder a language; rendered by ``replies.render``."""
