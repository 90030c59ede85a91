#!/usr/bin/env python3
"""A linear support vector machine over TF-IDF of word 1- to 2-grams and character 1- to 5-grams.

    linear_svm.py TRAIN.tsv TEST.tsv

Prints for each row of TEST.tsv the best label and, after a tab, the logistic of its margin. Rows of TRAIN.tsv
labelled `oos` are left out. Columns are dialogue, speaker, text, label; no quoting.
"""
import csv
import math
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def rows(file_name):
    with open(file_name, encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


train = [(text, label) for text, label in rows(sys.argv[1]) if label != "oos"]
model = make_pipeline(
    make_union(
        TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"[^\s.,?!'\"]+|[.,?!'\"]", sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), sublinear_tf=True),
        TfidfVectorizer(analyzer="char", ngram_range=(1, 5), sublinear_tf=True)),
    LinearSVC(C=1, random_state=1))
model.fit(*zip(*train))
for margins in model.decision_function([text for text, _ in rows(sys.argv[2])]):
    best = margins.argmax()
    print(model.classes_[best], 1 / (1 + math.exp(-margins[best])), sep="\t")
