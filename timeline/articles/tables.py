"""Files of many documents: JSON lines, CSV, Parquet → rows of fields with their line numbers."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator
from typing import Any, TextIO

from timeline.articles.documents import FIELDS
from timeline.articles.places import LARGEST, lines, stream
from timeline.articles.unreadable import Complain, UnreadableError

Rows = Iterator[tuple[int, dict[str, Any]]]

csv.field_size_limit(LARGEST)


def json_rows(place: str, complain: Complain) -> Rows:
    """The objects of a file of JSON lines."""
    for number, line in lines(place, complain):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            said = str(error).partition(":")[0] if isinstance(error, ValueError) else "nested too deep"
            complain(UnreadableError(place, "json.broken", number, said=said))
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            complain(UnreadableError(place, "json.other", number))


def csv_rows(place: str, complain: Complain, needed: str = "text") -> Rows:
    """The rows of a CSV file, whose first line names the columns; one of them must be `needed`."""
    try:
        with stream(place) as file:
            reader = csv.DictReader(_bounded(file), delimiter=_delimiter(file))
            names = [(name or "").strip().lower().lstrip("\ufeff") for name in reader.fieldnames or ()]
            _require(needed, names, place)
            reader.fieldnames = names
            for row in reader:
                yield reader.line_num, row
    except csv.Error as error:
        complain(UnreadableError(place, "csv.broken", said=error))
    except UnreadableError as error:
        complain(error)


def parquet_rows(place: str, complain: Complain) -> Rows:
    """The rows of a Parquet file; only the columns of documents are read."""
    import pyarrow as pa  # noqa: PLC0415 (slow to load)
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        file = pq.ParquetFile(place)
        columns = [name for name in FIELDS if name in file.schema_arrow.names]
        _require("text", columns, place)
        number = 0
        for batch in file.iter_batches(batch_size=500, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pa.ArrowException, OSError) as error:
        said = str(error).partition("\n")[0][:100]
        complain(UnreadableError(place, "parquet.broken", said=said))
    except UnreadableError as error:
        complain(error)


def _require(column: str, among: Collection[str], place: str) -> None:
    if column not in among:
        raise UnreadableError(place, "csv.column", column=column, columns=", ".join(FIELDS))


def _bounded(file: TextIO) -> Iterator[str]:
    while line := file.readline(LARGEST):
        yield line


def _delimiter(file: TextIO) -> str:
    """The mark that parts the column names: a comma, a semicolon or a tab."""
    start = file.tell()
    header = file.readline(10_000)
    file.seek(start)
    return max(",;\t", key=header.count)
