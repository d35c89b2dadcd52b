"""The stable codes of what can be wrong with a document."""

from enum import StrEnum

__all__ = ["Code"]


class Code(StrEnum):
    """
    What was found in a document. A code is never given another meaning.

    ``OIR001`` to ``OIR009`` are of the text, ``OIR010`` to ``OIR019`` of the version, ``OIR020`` to ``OIR029`` of the
    objects, and from ``OIR101`` on of the dataset that they make.
    """

    ENCODING = "OIR001"
    """Not UTF-8, or with a byte order mark."""
    SYNTAX = "OIR002"
    """Not JSON (RFC 8259)."""
    SIZE = "OIR003"
    """More bytes than the reader takes."""
    DEPTH = "OIR004"
    """Nested too deeply."""
    REPEATED_KEY = "OIR005"
    """A key stands twice in one object."""
    NUMBER = "OIR006"
    """NaN, an infinity, a number beyond the range of a double, or a whole number of too many digits."""
    SURROGATE = "OIR007"
    """Half of a surrogate pair, which is no character."""
    TOO_MANY = "OIR008"
    """More was found than is listed."""
    VERSION = "OIR010"
    """The version is missing, or is none."""
    NEWER_MAJOR = "OIR011"
    """The document is of a newer major version, which this library cannot read."""
    NEWER_KEY = "OIR012"
    """A warning: a key that a newer minor version added was kept among the extensions."""
    UNKNOWN_ARRAY = "OIR020"
    """A key of the document that is no array of objects."""
    UNKNOWN_KEY = "OIR021"
    """A key that the object does not have."""
    MISSING_KEY = "OIR022"
    """A required key is not there."""
    KIND = "OIR023"
    """The kind is missing, or is none that this library knows."""
    WRONG_ARRAY = "OIR024"
    """The object stands in the array of another kind."""
    VALUE = "OIR025"
    """A value of the wrong type, or not one of those that are allowed."""
    DANGLING = "OIR101"
    """An id that names nothing, or something of the wrong kind."""
    REPEATED_ID = "OIR102"
    """Two objects with one id."""
