"""`timeline doctor`: what is installed, what is missing, what that costs, how to mend it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from timeline import doctor
from timeline.cli import stores
from timeline.doctor import Finding

EXAMPLES = """\
  timeline doctor
  timeline doctor --store postgresql://localhost/news"""


def describe(parser: ArgumentParser) -> None:
    """Its argument."""
    stores.describe(parser)


def run(options: Namespace) -> int:
    """Exit code 1 where something indispensable is missing."""
    findings = [*doctor.examine(), *_store(options)]
    for each in findings:
        print(f"{'✓' if each.found else '✗'} {each.name}: {each.found or 'missing'}")
        if each.cost:
            print(f"    costs: {each.cost}\n    mend:  {each.mend}")
    return int(any(each.needed and not each.found for each in findings))


def _store(options: Namespace) -> Iterator[Finding]:
    """The store, where there is one: whether it opens, and whether this edition of the program read it."""
    if stores.missing(options.store):
        return
    try:
        with stores.opened(options) as store:
            articles, old = len(store.articles()), len(store.stale())
    except stores.NoStoreError as error:
        yield Finding("Store", None, str(error), "give another with --store, or make one", needed=True)
        return
    found = f"{stores.hidden(options.store)}, {articles:,} articles"
    old_ones = (f"{stores.age(old)}: their words are compared with new ones", stores.MEND) if old else ()
    yield Finding("Store", found, *old_ones)
