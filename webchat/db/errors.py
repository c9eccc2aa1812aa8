"""What can go wrong with storing, each with its name; nothing was stored when one of these is raised."""


class StoreError(Exception):
    """Any reason why the database did not do what was asked."""


class Busy(StoreError):
    """The database did not answer in time, or went away; the same again in a moment may well work."""


class NotStored(StoreError):
    """The disk is full, broken or read-only; trying again will not help until somebody sees to it."""


class TransactionClosed(StoreError):
    """The transaction this work belongs to has ended without it, after a time-out or a failure."""


class AlreadyThere(StoreError):
    """A row with the same unique value exists."""
