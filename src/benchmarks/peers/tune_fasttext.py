#!/usr/bin/env python3
"""Finds fastText's options for a corpus: one option after the other, keeping the best of each.

    tune_fasttext.py FOLDER [korean]

FOLDER holds train.tsv and valid.tsv (columns dialogue, speaker, text, label; no quoting). What is best on
valid.tsv was written into FastText.java. Rows labelled `oos` are left out.
"""
import csv
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

ENGLISH = [(0, 0), (2, 4), (2, 5), (3, 6)]
KOREAN = [(1, 2), (1, 3), (1, 4), (2, 4)]


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["label"] != "oos":
                yield row["text"], row["label"]


def tokens(text):
    """Lower case, marks as tokens of their own: as Garam's own tokenizer has it."""
    return re.sub(r"([.,?!'\"])", r" \1 ", unicodedata.normalize("NFC", text).lower())


def flags(options):
    return " ".join(f"{flag} {value}" for flag, value in options.items())


def accuracy(train, valid, options, words):
    with tempfile.TemporaryDirectory() as work:
        path = lambda name: os.path.join(work, name)
        with open(path("train"), "w", encoding="utf-8") as file:
            file.writelines(f"__label__{label} {words(text)}\n" for text, label in train)
        with open(path("valid"), "w", encoding="utf-8") as file:
            file.writelines(words(text) + "\n" for text, _ in valid)
        subprocess.run(
            ["nice", "-n", "10", "fasttext", "supervised", "-input", path("train"), "-output", path("model"), *flags(options).split(),
             "-bucket", "200000", "-loss", "softmax", "-thread", "1", "-verbose", "0"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        out = subprocess.run(["nice", "-n", "10", "fasttext", "predict", path("model.bin"), path("valid")],
                             check=True, capture_output=True, text=True).stdout
    predicted = [line.removeprefix("__label__") for line in out.splitlines()]
    return sum(p == label for p, (_, label) in zip(predicted, valid, strict=True)) / len(valid)


def main(folder, korean):
    train, valid = list(rows(folder, "train.tsv")), list(rows(folder, "valid.tsv"))
    # fastText learns in the order of the file, and forgets the first of a corpus sorted by label.
    random.Random(1).shuffle(train)
    epochs = 5 if len(train) > 30_000 else 20 if len(train) > 4_000 else 50
    best = 0
    best_options = {"-minn": 2, "-maxn": 4, "-wordNgrams": 2, "-lr": 0.5, "-epoch": epochs, "-dim": 50}
    stages = [
        [{"-minn": low, "-maxn": high} for low, high in (KOREAN if korean else ENGLISH)],
        [{"-wordNgrams": n} for n in (1, 3)],
        [{"-lr": 0.25}, {"-lr": 1}],
        [{"-epoch": epochs // 2}, {"-epoch": 2 * epochs}],
        [{"-dim": 100}],
    ]
    words = tokens
    tried = {}
    for stage in stages:
        start = best_options
        for choice in stage:
            options = {**start, **choice}
            key = flags(options)
            if key not in tried:
                tried[key] = accuracy(train, valid, options, words)
                print(f"{tried[key]:.4f} {key}", flush=True)
            if (score := tried[key]) > best:
                best, best_options = score, options
    score = accuracy(train, valid, best_options, str)
    print(f"{score:.4f} the same on the text as it stands")
    print(f"best: {best:.4f} {flags(best_options)}")


main(sys.argv[1], "korean" in sys.argv[2:])
