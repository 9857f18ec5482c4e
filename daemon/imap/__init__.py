"""Letters from a mailbox: one connection a folder, watched, read, marked and copied to."""
