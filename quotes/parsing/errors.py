"""What can go wrong before a parse."""


class ParsingError(Exception):
    """A model cannot be had or used; the message is one line that says which and why."""


class DamagedModel(ParsingError):
    """A bundled file is missing, or is not the one that was published."""


class MissingModel(ParsingError):
    """A Stanza package is not in the local Stanza directory, and downloading was not asked for."""
