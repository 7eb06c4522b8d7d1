"""Our time expressions beside dateparser.search and chrono-node: speed and accuracy, in one run on one core.

    python benchmarks/timex.py [PATH …]

PATH is a folder of .txt with articles.csv (default: seeds/), or a file of JSON lines {"text", "published"}.
Lines that also hold "timex" ([{start, end, value_start, value_end, type, alt, optional}], ends exclusive) are
scored: F1 of spans that overlap, and of spans that overlap with the right interval. Characters per second are
of processor time (that of all threads) in the best of five rounds, loading left out: on a busy machine the
clock on the wall would measure its other work. Splitting a text into tokens is shown apart: in an article's
reading the same tokens serve dates, actors and events. chrono-node runs where Node is installed; npm puts it
into a temporary folder.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from timeline.model import Timex
from timeline.text import read
from timeline.timex import tag

CHRONO = "chrono-node@2.10.3"
ROUNDS, ENOUGH = 5, 10.0  # a slow system runs once where a round takes more seconds than this
Span = tuple[int, int, str | None, str | None]  # start, end, begin, until
JAVASCRIPT = """
const chrono = require('chrono-node'), fs = require('fs');
const parser = chrono.ar ? (chrono.ar.casual || chrono.ar) : chrono.casual;
const docs = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const two = n => String(n).padStart(2, '0');
const iso = d => [d.getFullYear(), two(d.getMonth() + 1), two(d.getDate())].join('-');
const after = (c, d) => {
  const e = new Date(d);
  if (c.isCertain('day') || c.isCertain('weekday') || !c.isCertain('month')) e.setDate(e.getDate() + 1);
  else { e.setDate(1); e.setMonth(e.getMonth() + 1); }
  return iso(e);
};
let best = Infinity, found = [];
for (let round = 0; round < Number(process.argv[3]); round++) {
  const start = process.cpuUsage();
  const results = docs.map(d => parser.parse(d.text, new Date(d.published + 'T12:00:00')));
  const spent = process.cpuUsage(start);
  best = Math.min(best, (spent.user + spent.system) / 1e6);
  found = docs.map((d, i) => results[i].map(r => {
    const last = r.end || r.start;
    return [r.index, r.index + r.text.length, iso(r.start.date()), after(last, last.date())];
  }));
}
console.log(JSON.stringify({ seconds: best, found }));
"""


class Document(NamedTuple):
    """A text, its day, and the expressions that people marked in it (None: nobody did)."""

    text: str
    published: date
    marked: list[dict[str, Any]] | None


class Run(NamedTuple):
    """What a system found in each document, and the seconds of processor time it took for all."""

    system: str
    seconds: float
    found: list[list[Span]]


def documents(path: Path) -> list[Document]:
    """The texts of a folder or of a file of JSON lines; those with no day are left out."""
    if path.is_dir():
        with (path / "articles.csv").open(encoding="utf-8") as table:
            rows = [row for row in csv.DictReader(table) if row["published"]]
        return [
            Document(
                (path / r["file"]).read_text(encoding="utf-8"), date.fromisoformat(r["published"][:10]), None
            )
            for r in rows
        ]
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Document(row["text"], date.fromisoformat(row["published"][:10]), row.get("timex"))
        for row in lines
        if row.get("text") and row.get("published")
    ]


def timed(system: str, call: Callable[[Document], list[Span]], docs: list[Document]) -> Run:
    """The best of the rounds, after one text to load what is loaded late."""
    call(docs[0])
    best, found = float("inf"), []
    for _ in range(ROUNDS):
        start = process_time()
        found = [call(doc) for doc in docs]
        best = min(best, process_time() - start)
        if best > ENOUGH:
            break
    return Run(system, best, found)


def ours(docs: list[Document]) -> list[Run]:
    """Tagging with the splitting into tokens, and alone."""
    whole = timed("timeline, with tokens", lambda doc: _spans(tag(read(doc.text), doc.published)), docs)
    texts = {doc.text: read(doc.text) for doc in docs}
    return [timed("timeline, tagging", lambda doc: _spans(tag(texts[doc.text], doc.published)), docs), whole]


def _spans(timexes: tuple[Timex, ...]) -> list[Span]:
    return [
        (t.start, t.end, t.begin.isoformat() if t.begin else None, t.until.isoformat() if t.until else None)
        for t in timexes
        if t.type in ("DATE", "TIME")
    ]


def dateparser(doc: Document) -> list[Span]:
    """dateparser gives words and one instant: its day is taken as the interval."""
    from dateparser.search import search_dates  # noqa: PLC0415 - its loading is not timed

    noon = datetime(doc.published.year, doc.published.month, doc.published.day, 12)  # noqa: DTZ001
    settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past"}
    out: list[Span] = []
    at = 0
    for words, moment in search_dates(doc.text, languages=["ar"], settings=settings) or []:
        start = doc.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            day = moment.date()
            out.append((start, at, day.isoformat(), (day + timedelta(days=1)).isoformat()))
    return out


def chrono(docs: list[Document]) -> Run | str:
    """chrono-node's run, or why there is none."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return "chrono-node is left out: Node is not installed"
    with tempfile.TemporaryDirectory() as folder:
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", CHRONO]
        done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"chrono-node is left out: npm could not install {CHRONO}"
        Path(folder, "run.js").write_text(JAVASCRIPT, encoding="utf-8")
        texts = [{"text": doc.text, "published": doc.published.isoformat()} for doc in docs]
        Path(folder, "docs.json").write_text(json.dumps(texts), encoding="utf-8")
        command = [node, "run.js", "docs.json", str(ROUNDS)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"chrono-node is left out: {done.stderr.strip().splitlines()[-1:]}"
    answer = json.loads(done.stdout)
    found = [
        [_code_points(doc.text, span) for span in spans]
        for doc, spans in zip(docs, answer["found"], strict=True)
    ]
    return Run(CHRONO.replace("@", " "), answer["seconds"], found)


def _code_points(text: str, span: list[Any]) -> Span:
    """JavaScript counts UTF-16 units."""
    units = text.encode("utf-16-le")
    start, end = (len(units[: 2 * at].decode("utf-16-le", "ignore")) for at in span[:2])
    return start, end, span[2], span[3]


def score(docs: list[Document], found: list[list[Span]]) -> tuple[float, float] | None:
    """F1 of overlapping spans, and of those with the right interval."""
    hits = right = said = marked = said_valued = marked_valued = 0
    for doc, spans in zip(docs, found, strict=True):
        if doc.marked is None:
            continue
        free = [t for t in doc.marked if t.get("optional") or t["type"] in ("DURATION", "SET")]
        gold = [t for t in doc.marked if t not in free]
        kept = [
            s for s in spans if any(_overlap(s, t) for t in gold) or not any(_overlap(s, t) for t in free)
        ]
        pairs = _pairs(gold, kept)
        hits, said, marked = hits + len(pairs), said + len(kept), marked + len(gold)
        valued = [i for i, t in enumerate(gold) if _intervals(t)]
        marked_valued += len(valued)
        said_valued += len(kept) - sum(i not in valued for i, _ in pairs)
        right += sum(kept[j][2:] in _intervals(gold[i]) for i, j in pairs)
    if not marked:
        return None
    return 2 * hits / max(1, said + marked), 2 * right / max(1, said_valued + marked_valued)


def _overlap(span: Span, marked: dict[str, Any]) -> int:
    return max(0, min(span[1], marked["end"]) - max(span[0], marked["start"]))


def _intervals(marked: dict[str, Any]) -> set[tuple[Any, ...]]:
    values = [(marked["value_start"], marked["value_end"])] if marked.get("value_start") else []
    return {*values, *(tuple(each) for each in marked.get("alt") or [])}


def _pairs(gold: list[dict[str, Any]], spans: list[Span]) -> list[tuple[int, int]]:
    """One to one, the largest overlap first."""
    sizes = [(_overlap(s, g), i, j) for i, g in enumerate(gold) for j, s in enumerate(spans)]
    out: list[tuple[int, int]] = []
    for size, i, j in sorted(sizes, reverse=True):
        if size and i not in {a for a, _ in out} and j not in {b for _, b in out}:
            out.append((i, j))
    return out


def main() -> None:
    paths = [Path(each) for each in sys.argv[1:]] or [Path(__file__).parent.parent / "seeds"]
    docs = [doc for path in paths for doc in documents(path)]
    size = sum(len(doc.text) for doc in docs)
    runs = [*ours(docs), timed("dateparser.search", dateparser, docs)]
    other = chrono(docs)
    print(f"{len(docs)} articles, {size:,} characters\n")
    print("| system | characters/s | expressions | spans F1 | right interval F1 |\n|---|--:|--:|--:|--:|")
    for run in [*runs, *([other] if isinstance(other, Run) else [])]:
        scored = score(docs, run.found)
        figures = f"{scored[0]:.3f} | {scored[1]:.3f}" if scored else "– | –"
        print(f"| {run.system} | {size / run.seconds:,.0f} | {sum(map(len, run.found))} | {figures} |")
    if isinstance(other, str):
        print(f"\n{other}")


if __name__ == "__main__":
    main()
