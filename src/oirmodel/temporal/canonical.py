"""
The one spelling of dates of EDTF that mean the same.

Of qualifiers, those of the leading parts that have the same one are written once, to the right of the last of them, and
any other to the left of its part; exponents are written out; no more significant digits are named than there are;
an offset has hours and minutes, and that of UTC is ``Z``. The members of a set keep their order.
"""

from oirmodel.temporal.edtf import read
from oirmodel.temporal.grammar import DATE, LONG_YEAR, ROUNDED_YEAR, TIME
from oirmodel.temporal.reading import Qualifiers

__all__ = ["canonical"]


def canonical(text: str) -> str:
    """
    The canonical spelling of a text of EDTF that is known to be valid.

    >>> canonical("?2004-?06-~11"), canonical("Y17E7"), canonical("[?2004..2006]")
    ('2004-06?-~11', 'Y170000000', '[2004?..2006]')
    """
    if text[:1] in ("[", "{"):
        members = (_of_member(each) for each in text[1:-1].split(","))
        return f"{text[0]}{','.join(members)}{text[-1]}"
    return _of_date(text)


def _of_member(text: str) -> str:
    first, dots, last = text.partition("..")
    return f"{_of_date(first)}{dots}{_of_date(last)}"


def _of_date(text: str) -> str:
    if found := DATE.fullmatch(text):
        parts = [each for each in found.group("year", "month", "day") if each]
        return _qualified(parts, read(text).detail.qualifiers)
    if found := LONG_YEAR.fullmatch(text):
        return _of_year(found["sign"], found["digits"] + "0" * int(found["exponent"] or 0), found["sure"])
    if found := ROUNDED_YEAR.fullmatch(text):
        return _of_year(found["sign"], found["digits"], found["sure"])
    if (found := TIME.fullmatch(text)) and found["sign"]:
        hours, minutes = found["hours"], found["minutes"] or "00"
        offset = "Z" if hours == minutes == "00" else f"{found['sign']}{hours}:{minutes}"
        return text[: found.start("offset")] + offset
    return text


def _qualified(parts: list[str], qualifiers: Qualifiers) -> str:
    leading = 1
    while leading < len(parts) and qualifiers[leading] == qualifiers[0]:
        leading += 1
    alone = (f"-{mark}{part}" for mark, part in zip(qualifiers[leading:], parts[leading:], strict=False))
    return f"{'-'.join(parts[:leading])}{qualifiers[0]}{''.join(alone)}"


def _of_year(sign: str, digits: str, sure: str | None) -> str:
    zeros = max(0, 4 - len(digits))  # in a year of four digits, the zeros in front count as digits too
    significant = f"S{zeros + min(int(sure), len(digits))}" if sure else ""
    return f"{'Y' if len(digits) > 4 else ''}{sign}{'0' * zeros}{digits}{significant}"
