"""What a text must never say, phrase by phrase: one module a language, beside its concepts."""
