"""When two articles are the same one: by address, or by text where no address tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from timeline import text
from timeline.articles.boilerplate import mask
from timeline.model import Article

_TRACKING = re.compile(r"(utm|mc|at)_.*|fbclid|gclid|igshid|ref|ocid|xtor|traffic_source", re.IGNORECASE)
_INDEXES = ("index.html", "index.htm", "index.php")


def canonical(url: str) -> str:
    """An address without what does not change the page: scheme, www, m and amp, tracking, fragment.

    "" for what is no web address.
    """
    try:
        parts = urlsplit(url.strip())
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return ""
    if not parts.hostname:
        return ""
    path = quote(unquote(parts.path)).rstrip("/").removesuffix("/amp")
    for index in _INDEXES:
        path = path.removesuffix(f"/{index}")
    kept = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return _site(parts.hostname) + port + path + (f"?{urlencode(kept)}" if kept else "")


def _site(name: str) -> str:
    return name.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def host(url: str) -> str:
    """Whose address it is: the host of its canonical form."""
    return canonical(url).partition("/")[0]


def words(article: Article) -> list[str]:
    """The folded words of the article's body: headline, digits, marks and page residue do not count."""
    body = mask(article)[len(article.title) :]
    return [form for form in text.read(body).forms if form[:1].isalpha()]


def fingerprint(body: Iterable[str]) -> str:
    """Equal for texts that differ only in spelling variants, marks, digits and white space."""
    return blake2b(" ".join(body).encode("utf-8", "replace"), digest_size=16).hexdigest()


def number(words: str) -> int:
    """A signed 64-bit hash that is the same in every process."""
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)
