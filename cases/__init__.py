"""The lowest layer: frozen values every layer shares, and the pure decisions about cases."""
