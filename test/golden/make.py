"""Writes the golden traces beside this file: `python3 make.py`, with PyTorch 1.13 or later. The tests read the JSON alone.

A case is {spec, samples: [[inputs, target, weight], ...], initial, steps: [[loss or null, parameters or null], ...], predictions}:
the parameters are those behind the step (the first three and every fourth are kept), the predictions those behind the last one.
A missing input is null.
"""

import json
import math
import pathlib

import numpy as np

from cases import FILES
from generator import Generator, dense_weights
from learner import Learner

FOLDER = pathlib.Path(__file__).parent
SAMPLES = 12
# Behind a scaler's warm-up.
GLITCH = 24


def numbers(values):
    """The shortest decimals that name the float32 values."""
    return [None if math.isnan(value) else float(str(np.float32(value))) for value in np.ravel(values)]


def draw_target(random, kind, outputs, index):
    if kind == "classes":
        return np.eye(outputs)[random.integers(outputs)]
    if kind == "simplex":
        shares = random.integers(1, 9, outputs)
        return np.float32(shares / shares.sum()).astype(float)
    if kind == "probabilities":
        return random.integers(0, 5, outputs) / 4
    return np.round(random.normal(0, 1, outputs), 2)


def trace(case, random):
    learner = Learner(case["spec"], random)
    outputs = learner.network.forward([np.zeros(case["spec"]["inputs"])], False)[1].shape[1]
    initial = learner.parameters()
    result = {"spec": case["spec"], "samples": [], "initial": {name: numbers(values) for name, values in initial.items()}, "steps": []}
    count, scale = case.get("samples", SAMPLES), case.get("scale", 1)
    for index in range(count):
        row = np.float32(np.round(random.normal(0, scale, case["spec"]["inputs"]), 3)).astype(float)
        target = np.float32(draw_target(random, case.get("targets"), outputs, index) * (1 if "targets" in case else scale)).astype(float)
        if index == GLITCH and "glitch" in case:
            (row if case["glitch"] == "input" else target)[0] = -9999.0
        if case.get("missing"):
            row[random.integers(len(row))] = math.nan
        weight = float(random.integers(0, 9)) / 4 if case.get("weighted") else 1.0
        result["samples"].append([numbers(row), numbers(target), weight])
        add_step(result, learner, learner.learn(row, target, weight))
    if learner.waiting:
        add_step(result, learner, learner.flush())
    probes = [[0.5, -1.0, 2.0], [-0.25, 0.75, 0.0]]
    result["predictions"] = [[probe, numbers(learner.predict(np.array(probe)))] for probe in probes]
    return result


def add_step(result, learner, loss):
    step = len(result["steps"])
    kept = loss is not None and (learner.updates <= 3 or step % 4 == 3)
    result["steps"].append([
        None if loss is None else float(str(np.float32(loss))),
        {name: numbers(values) for name, values in learner.parameters().items()} if kept else None,
    ])


def first_draws():
    """The generator's words, and the first weights and biases of each initializer, for some seeds."""
    names = ["torchLinear", "heUniform", "heNormal", "glorotUniform", "glorotNormal", "zeros"]
    draws = []
    for seed in (0, 1, 2**32 - 1):
        for name in names:
            weights, biases = dense_weights(Generator(seed), name, 5, 3, True)
            draws.append({"seed": seed, "initializer": name, "weight": numbers(weights), "bias": numbers(biases)})
    return draws


def write(name, cases):
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in cases)
    (FOLDER / f"{name}.json").write_text("{\n" + lines + "\n}\n")


for file, cases in FILES.items():
    write(file, [(name, trace(case, np.random.default_rng(len(name)))) for name, case in cases.items()])
write("initializers", [(f"{draw['initializer']}, seed {draw['seed']}", draw) for draw in first_draws()])
