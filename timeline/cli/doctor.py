"""`timeline doctor`: what is installed, what is missing, what that costs, how to mend it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline import doctor

EXAMPLES = """\
  timeline doctor"""


def describe(parser: ArgumentParser) -> None:
    """It takes none."""
    del parser


def run(options: Namespace) -> int:
    """Exit code 1 where something indispensable is missing."""
    del options
    findings = list(doctor.examine())
    for each in findings:
        print(f"{'✓' if each.found else '✗'} {each.name}: {each.found or 'missing'}")
        if not each.found:
            print(f"    costs: {each.cost}\n    mend:  {each.mend}")
    return int(any(each.needed and not each.found for each in findings))
