"""Bytes → text: UTF-8 and UTF-16 with or without a mark, windows-1256, ISO 8859-6."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1256", "iso8859-6")
_COMMON = frozenset("ايلمنوترب ")
_HEAD = 1 << 16
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{3,20})""", re.IGNORECASE
)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a whole file, without a byte order mark; bytes that fit no character become U+FFFD.

    Raises ValueError where the bytes are no text. `declared` is the encoding that a server named.
    """
    return (
        data.decode(detect(data[:_HEAD], declared), "replace").removeprefix("\ufeff").replace("\0", "\ufffd")
    )


def detect(head: bytes, declared: str | None = None) -> str:
    """The encoding of a text by its first bytes. Raises ValueError where they are no text."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if _fits(head, "utf-8") and b"\0" not in head:
        return "utf-8"
    named = _DECLARED.search(head[:4096])
    for name in (named.group(1).decode("ascii") if named else "", declared or ""):
        if name and _fits(head, name):
            return name
    if b"\0" in head or _controls(head):
        return _utf16(head) or _damaged(head)
    if _nearly_utf8(head):
        return "utf-8"
    return max(*_LEGACY, "utf-8", key=lambda name: _commonness(head, name))


def _fits(head: bytes, name: str) -> bool:
    """Whether the bytes are text in an encoding; the last character may be cut."""
    try:
        codecs.getincrementaldecoder(name)("strict").decode(head)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _nearly_utf8(head: bytes) -> bool:
    """Whether all but a few characters are UTF-8: a page that was cut or glued together somewhere."""
    text = head.decode("utf-8", "replace")
    seen = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * _FEW <= seen


def _damaged(head: bytes) -> str:
    """UTF-8 with a few NUL bytes in it. Raises ValueError for what is no text."""
    rest = head.replace(b"\0", b"")
    if _controls(rest) or not _nearly_utf8(rest) or (len(head) - len(rest)) * _FEW > len(head):
        raise ValueError("not text")
    return "utf-8"


_FEW = 10  # one character in so many may be broken


def _utf16(head: bytes) -> str:
    """UTF-16 without a mark: every other byte is that of Arabic (06) or ASCII (00); "" where it is none."""
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        blocks = high.count(0) + high.count(6)
        if high and blocks > 0.7 * len(high) and high.count(6) + high.count(0) > len(head) / 3:
            return name
    return ""


def _controls(head: bytes) -> bool:
    """Whether many bytes are control characters, which no text has."""
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head[:4096])
    return odd * 50 > len(head[:4096])


def _commonness(head: bytes, name: str) -> float:
    text = head.decode(name, "replace")
    return sum(letter in _COMMON for letter in text) - 2 * text.count("\ufffd")
