"""Makes small corpora of large ones, to stand in for those that people bring.

scripts/bench small-corpora DATA OUT: DATA has the folders 3i4k, clinc150 and atis with train.tsv, valid.tsv
and perhaps test.tsv; OUT gets clinc-small (20 rows of each label), atis-small (the first 1,500
rows) and korean-small (8,000 questions and commands).
"""

import pathlib
import sys


def read(file):
    header, *rows = file.read_text("utf-8").splitlines()
    return header, rows


def label(row):
    return row.split("\t")[3]


def write(folder, name, header, rows):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join([header, *rows]) + "\n", "utf-8")


def evenly(rows, wanted):
    """The corpus is sorted by label, so that its first rows would all have the same."""
    count = len(rows)
    return [row for i, row in enumerate(rows) if (i + 1) * wanted // count > i * wanted // count]


def first_of_each_label(rows, most):
    seen = {}
    kept = []
    for row in rows:
        seen[label(row)] = seen.get(label(row), 0) + 1
        if seen[label(row)] <= most:
            kept.append(row)
    return kept


def main(data, out):
    header, rows = read(data / "clinc150" / "train.tsv")
    in_scope = lambda all_rows: [row for row in all_rows if label(row) != "oos"]
    write(out / "clinc-small", "train.tsv", header, first_of_each_label(in_scope(rows), 20))
    write(out / "clinc-small", "valid.tsv", header, in_scope(read(data / "clinc150" / "valid.tsv")[1]))

    write(out / "atis-small", "train.tsv", header, read(data / "atis" / "train.tsv")[1][:1500])
    for part in ("valid.tsv", "test.tsv"):
        write(out / "atis-small", part, header, read(data / "atis" / part)[1])

    asked = {"question", "command", "rhetorical-question", "rhetorical-command"}
    of_these = lambda all_rows: [row for row in all_rows if label(row) in asked]
    train = of_these(read(data / "3i4k" / "train.tsv")[1])
    write(out / "korean-small", "train.tsv", header, evenly(train, 8000))
    write(out / "korean-small", "valid.tsv", header, of_these(read(data / "3i4k" / "valid.tsv")[1]))


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
