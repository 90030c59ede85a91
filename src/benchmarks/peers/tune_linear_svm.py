#!/usr/bin/env python3
"""Finds the linear SVM's options for a corpus: one option after the other, keeping the best of each.

    tune_linear_svm.py FOLDER

FOLDER holds train.tsv and valid.tsv (columns dialogue, speaker, text, label; no quoting). As many combinations are
tried as by tune_fasttext.py, eleven, and what is best on valid.tsv was written into LinearSvmBaseline.java. Rows
labelled `oos` are left out.
"""
import os
import sys

from linear_svm import model, rows

STAGES = [
    [{"c": c} for c in (1, 0.25, 0.5, 2, 4)],
    [{"characters": n} for n in (4, 6)],
    [{"words": n} for n in (1, 3)],
    [{"views": view} for view in ("within", "across")],
]


def main(folder):
    train, valid = ([row for row in rows(os.path.join(folder, name)) if row[1] != "oos"]
                    for name in ("train.tsv", "valid.tsv"))
    best, best_options = 0, {"c": 1, "words": 2, "characters": 5, "views": "both"}
    tried = 0
    for stage in STAGES:
        start = best_options
        for choice in stage:
            options = {**start, **choice}
            score = model(**options).fit(*zip(*train)).score(*zip(*valid))
            tried += 1
            print(f"{score:.4f} {options}", flush=True)
            if score > best:
                best, best_options = score, options
    print(f"best of {tried}: {best:.4f} " + " ".join(f"{name}={value}" for name, value in best_options.items()))


main(sys.argv[1])
