"""The mail reading room: bytes to Letter, and an answer to bytes. Pure; nothing here fails."""
