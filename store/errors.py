"""What keeps a store from being used."""


class StoreError(Exception):
    """The store cannot be used; the sentence says where it is, what is wrong and what to do."""


class NewerError(StoreError):
    """The store is one that a newer triaged has changed."""


class LockedError(StoreError):
    """The store is encrypted, and the key that it takes was not named."""
