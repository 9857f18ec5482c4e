"""What a text to a buyer must never say.

``combinations`` has the rules' logic once for all languages: which concepts together break which
rule, and which excuse it. A module a language (``en``, ``de`` ...) says how that language puts each
concept into words; ``phrases`` has what no concepts catch, word for word. ``shapes`` are links,
addresses and numbers, the same everywhere; ``tables`` chooses a sentence's languages.
"""
