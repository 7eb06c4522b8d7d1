"""Web pages → articles: the text without menus and advertisements, and what the page says of itself."""

from __future__ import annotations

import time
import urllib.request
from http.client import HTTPException, HTTPResponse
from urllib.error import URLError
from urllib.parse import quote, urlsplit, urlunsplit

from timeline.articles.encoding import decode
from timeline.articles.places import LARGEST, is_address
from timeline.articles.unreadable import UnreadableError
from timeline.model import Article

_PATIENCE = 20  # seconds for a server to go on
_WHOLE = 120  # seconds for all that it sends; some send a byte now and then, for ever
_KEPT = "!$%&'()*+,/:;=?@[]~"  # what an address may hold beside letters and digits
_AGENT = "timeline/0.1 (reads news articles for a timeline)"


def fetch(address: str) -> tuple[bytes, str, str]:
    """What is at a web address: bytes, content type, and the address that it was found at in the end.

    Raises UnreadableError where there is no answer, or one larger than LARGEST.
    """
    try:
        request = urllib.request.Request(_spelt(address), headers={"User-Agent": _AGENT})  # noqa: S310 (http or https: is_address)
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            data = _read(answer)
            found_at, kind = answer.geturl(), answer.headers.get("Content-Type", "")
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UnreadableError(address, "address.silent", reason=reason) from None
    if len(data) > LARGEST:
        raise UnreadableError(address, "address.large", most=LARGEST)
    return data, kind, found_at


def _spelt(address: str) -> str:
    """The address in ASCII, as servers want it: Arabic names by IDNA, Arabic paths by percents (RFC 3987)."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = (quote(part, safe=_KEPT) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _read(answer: HTTPResponse) -> bytes:
    """What a server sends, up to a byte more than LARGEST. Raises TimeoutError where it never ends."""
    data, until = bytearray(), time.monotonic() + _WHOLE
    while len(data) <= LARGEST and (piece := answer.read1(LARGEST + 1 - len(data))):
        data += piece
        if time.monotonic() > until:
            raise TimeoutError("it sends too slowly")
    return bytes(data)


def article(data: bytes, place: str, id: str, charset: str | None = None) -> Article:
    """The article of a page. Raises UnreadableError where there is none in it.

    The date is the one that the page's metadata declare; "" and None where the page does not say.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 (slow to load)
    from trafilatura.settings import Document  # noqa: PLC0415

    from timeline.articles.published import in_page  # noqa: PLC0415

    try:
        html = decode(data, charset)
    except ValueError:
        raise UnreadableError(place, "page.binary") from None
    address = place if is_address(place) else None
    found = bare_extraction(
        html, url=address, with_metadata=True, include_comments=False, include_tables=False
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise UnreadableError(place, "page.empty")
    title, body = " ".join((found.title or "").split()), str(found.text).strip()
    day = in_page(html, address or "")
    return Article(
        id=id,
        text=f"{title}\n{body}" if title else body,
        title=title,
        published=day,
        published_source="metadata" if day else "unknown",
        source=found.sitename or found.hostname or "",
        url=found.url or address or "",
    )
