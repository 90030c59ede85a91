#!/usr/bin/env python3
"""A linear support vector machine over TF-IDF of word 1- to m-grams and character 1- to n-grams.

    linear_svm.py TRAIN.tsv TEST.tsv [c=1 words=2 characters=5 views=both]

Prints the microseconds of processor time that a row takes, then for each row of TEST.tsv the best label and, after a tab, the logistic of its margin. `views` is `both`,
`within` (character n-grams within words alone) or `across` (those over word boundaries alone), beside the words
that there always are. Rows of TRAIN.tsv labelled `oos` are left out. Columns are dialogue, speaker, text, label;
no quoting.
"""
import csv
import math
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

VIEWS = {"both": ("char_wb", "char"), "within": ("char_wb",), "across": ("char",)}


def rows(file_name):
    with open(file_name, encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def model(c=1, words=2, characters=5, views="both"):
    return make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, int(words)), token_pattern=r"[^\s.,?!'\"]+|[.,?!'\"]", sublinear_tf=True),
            *(TfidfVectorizer(analyzer=view, ngram_range=(1, int(characters)), sublinear_tf=True)
              for view in VIEWS[views])),
        LinearSVC(C=float(c), random_state=1))


def main(train_file, test_file, *options):
    fitted = model(**dict(option.split("=") for option in options))
    fitted.fit(*zip(*((text, label) for text, label in rows(train_file) if label != "oos")))
    texts = [text for text, _ in rows(test_file)]
    start = time.process_time()
    found = fitted.decision_function(texts)
    print((time.process_time() - start) * 1e6 / len(texts))
    for margins in found:
        best = margins.argmax()
        print(fitted.classes_[best], 1 / (1 + math.exp(-margins[best])), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
