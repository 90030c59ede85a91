#!/usr/bin/env python3
"""Trains the network of Garam's words view with Python's torch, on batches that Garam wrote, as fast as it can.

    torch_speed.py BATCHES.json

For each line `THREADS` on standard input it goes through all batches once and prints utterances a second. The
batches become tensors before the first line is read, and the first pass over them is warm-up that nobody times.
The network is that of Garam's RecurrentNetwork: a vector for each distinct token of the batch (its own row plus the
scaled sum of its n-grams'), a GRU in each direction (the second on mirrored utterances, so that padding always
comes last), last states and maxima over time, dropout, one linear layer, smoothed cross-entropy. Optimizers too:
SparseAdam for the tables, AdamW after clipping for the rest.
"""
import itertools
import json
import sys
import time

import torch
from torch import nn


class Network(nn.Module):
    def __init__(self, own, ngrams, width, labels, dropout):
        super().__init__()
        self.own = nn.Embedding(own, width, sparse=True)
        self.ngrams = nn.EmbeddingBag(ngrams, width, mode="sum", sparse=True)
        self.forward_gru = nn.GRU(width, width, batch_first=True)
        self.backward_gru = nn.GRU(width, width, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(4 * width, labels)
        nn.init.normal_(self.own.weight, std=0.02)
        nn.init.normal_(self.ngrams.weight, std=0.02)

    def forward(self, batch):
        vectors = self.own(batch["own"]) + self.ngrams(batch["ngrams"], batch["offsets"]) * batch["scales"]
        tokens = self.dropout(vectors.index_select(0, batch["places"]))
        size, time_steps = batch["size"], batch["time"]
        lasts, maxima = [], []
        for gru, order in ((self.forward_gru, None), (self.backward_gru, batch["mirrored"])):
            ordered = tokens if order is None else tokens.index_select(0, order)
            states, _ = gru(ordered.view(size, time_steps, -1))
            lasts.append(states.reshape(size * time_steps, -1).index_select(0, batch["lasts"]))
            maxima.append((states + batch["penalty"]).amax(1))
        return self.output(self.dropout(torch.cat(lasts + maxima, 1)))


def tensors(batch, tokens):
    """Each distinct token of the batch once; positions count through [size, time] row by row."""
    utterances = batch["utterances"]
    size, steps = len(utterances), max(map(len, utterances))
    distinct = list(dict.fromkeys(token for utterance in utterances for token in utterance))
    index = {token: i for i, token in enumerate(distinct)}
    spellings = [tokens[token]["ngrams"] for token in distinct]
    places, mirrored, penalty = [], [], []
    for row, utterance in enumerate(utterances):
        start, length = row * steps, len(utterance)
        places += [index[token] for token in utterance] + [0] * (steps - length)
        mirrored += [start + t for t in reversed(range(length))] + [start + t for t in range(length, steps)]
        penalty += [0.0] * length + [-100.0] * (steps - length)
    return {
        "size": size,
        "time": steps,
        "own": torch.tensor([tokens[token]["own"] for token in distinct]),
        "ngrams": torch.tensor([row for rows in spellings for row in rows]),
        "offsets": torch.tensor([0, *itertools.accumulate(map(len, spellings))][:-1]),
        "scales": torch.tensor([len(rows) ** -0.5 if rows else 0.0 for rows in spellings]).unsqueeze(1),
        "places": torch.tensor(places),
        "mirrored": torch.tensor(mirrored),
        "lasts": torch.tensor([row * steps + len(utterance) - 1 for row, utterance in enumerate(utterances)]),
        "penalty": torch.tensor(penalty).view(size, steps, 1),
        "labels": torch.tensor(batch["labels"]),
    }


def main(file_name):
    with open(file_name, encoding="utf-8") as file:
        work = json.load(file)
    batches = [tensors(batch, work["tokens"]) for batch in work["batches"]]
    torch.manual_seed(1)
    network = Network(work["ownRows"], work["ngramRows"], work["width"], work["labels"], work["dropout"])
    tables = [network.own.weight, network.ngrams.weight]
    dense = [weight for name, weight in network.named_parameters() if name not in ("own.weight", "ngrams.weight")]
    sparse_adam = torch.optim.SparseAdam(tables, lr=1e-2, betas=(0.9, 0.98))
    adam = torch.optim.AdamW(dense, lr=2e-3, betas=(0.9, 0.98), weight_decay=0.01)
    loss_of = nn.CrossEntropyLoss(label_smoothing=work["labelSmoothing"])

    def pass_over():
        utterances = losses = 0
        start = time.perf_counter()
        for batch in batches:
            loss = loss_of(network(batch), batch["labels"])
            sparse_adam.zero_grad(set_to_none=True)
            adam.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 1)
            adam.step()
            sparse_adam.step()
            utterances += batch["size"]
            losses += batch["size"] * loss.item()
        return utterances / (time.perf_counter() - start), losses / utterances

    pass_over()
    for line in sys.stdin:
        torch.set_num_threads(int(line))
        rate, loss = pass_over()
        print(rate, loss, flush=True)


main(sys.argv[1])
