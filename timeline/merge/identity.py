"""Identifiers that last: an event that grows keeps its id, and an id once given always leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b


def settle(
    groups: Sequence[Sequence[str]], previous: Mapping[str, str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The event id of each group of mention ids, and aliases from ids that are gone to those that took over.

    `previous` says to which event each mention belonged before. A group keeps the id that most of its
    mentions had; where two groups want one id, the larger part keeps it. New ids follow from the
    mentions alone, so that equal groups get equal ids in any empty store. An id whose mentions are all
    gone has no alias.
    """
    shares = [Counter(previous[mention] for mention in group if mention in previous) for group in groups]
    kept = _claims(shares)
    ids = _named(groups, kept, set(previous.values()))
    return ids, _aliases(shares, ids, kept)


def _claims(shares: Sequence[Counter[str]]) -> dict[int, str]:
    """Group → the old id that it keeps, by the largest share first."""
    wanted = sorted((-n, old, i) for i, share in enumerate(shares) for old, n in share.items())
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for _, old, i in wanted:
        if i not in kept and old not in taken:
            kept[i] = old
            taken.add(old)
    return kept


def _named(groups: Sequence[Sequence[str]], kept: Mapping[int, str], used: set[str]) -> tuple[str, ...]:
    ids = []
    for i, group in enumerate(groups):
        id, tries = kept.get(i, ""), 0
        while not id or (i not in kept and id in used):
            id, tries = _id(min(group), tries), tries + 1
        used.add(id)
        ids.append(id)
    return tuple(ids)


def _id(mention: str, tries: int) -> str:
    """A short id made from a mention's; the same mention gives another id at each try."""
    return "e" + blake2b(f"{tries} {mention}".encode(), digest_size=6).hexdigest()


def _aliases(shares: Iterable[Counter[str]], ids: Sequence[str], kept: Mapping[int, str]) -> dict[str, str]:
    """Old ids that no group keeps → the id of the group that holds most of their mentions."""
    alive = set(kept.values())
    best: dict[str, tuple[int, str]] = {}
    for share, id in zip(shares, ids, strict=True):
        for old, n in share.items():
            best[old] = max(best.get(old, (0, "")), (n, id))
    return {old: id for old, (_, id) in best.items() if old not in alive}
