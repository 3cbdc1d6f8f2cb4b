"""A spec as a PyTorch network in float64. Every number the core holds as float32 is rounded to it first."""

import math

import numpy as np
import torch
import torch.nn.functional as F

from generator import Generator, dense_weights

torch.set_default_dtype(torch.float64)


def rounded(value):
    """The float32 nearest to `value`, as float64."""
    return float(np.float32(value))


class Scaler:
    """Fading population mean and variance; `decay` "all" forgets nothing."""

    def __init__(self, settings, size, missing):
        self.decay = 1.0 if settings.get("decay", 0.99) == "all" else rounded(settings.get("decay", 0.99))
        self.clip = rounded(settings.get("clip", 10))
        self.epsilon = rounded(settings.get("epsilon", 1e-8))
        self.missing = missing
        self.weight, self.mean, self.variance = np.zeros(size), np.zeros(size), np.zeros(size)
        self.count = np.zeros(size)

    def deviation(self):
        return np.sqrt(np.maximum(self.variance, self.epsilon))

    def learn(self, row):
        for i, x in enumerate(row):
            if math.isnan(x):
                continue
            if self.decay < 1 and self.clip > 0 and self.count[i] >= 20:
                reach = self.clip * self.deviation()[i]
                x = min(max(x, self.mean[i] - reach), self.mean[i] + reach)
            self.count[i] += 1
            self.weight[i] = self.decay * self.weight[i] + 1
            gap, share = x - self.mean[i], 1 / self.weight[i]
            self.mean[i] += share * gap
            self.variance[i] = (1 - share) * (self.variance[i] + share * gap * gap)

    def transform(self, row):
        z = np.where(self.variance > 0, (row - self.mean) / np.where(self.variance > 0, self.deviation(), 1), 0)
        z = np.where(np.isnan(row), 0, z)
        return np.clip(z, -self.clip, self.clip) if self.clip > 0 else z

    def named(self):
        one = slice(None) if self.missing else slice(0, 1)
        return {"weightSum": self.weight[one], "mean": self.mean, "variance": self.variance}


def activate(name, alpha, z):
    if name == "leakyRelu":
        return F.leaky_relu(z, alpha)
    if name == "softmax":
        return F.softmax(z, dim=1)
    return {"linear": lambda v: v, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": F.relu}[name](z)


class Network:
    def __init__(self, spec, random):
        self.spec, self.generator = spec, Generator(spec.get("seed", 1))
        self.tensors, self.scaler, width = [], None, spec["inputs"]
        for layer in spec["layers"]:
            tensors = {}
            if layer["type"] == "dense":
                bias = layer.get("bias", True)
                w, b = dense_weights(self.generator, layer.get("initializer", "torchLinear"), width, layer["units"], bias)
                tensors = {"weight": w, "bias": b} if bias else {"weight": w}
                width = layer["units"]
            elif layer["type"] == "batchNorm":
                # Unlike what a fresh model holds: at 1, 0, 0, 1 a swapped or forgotten factor would not show.
                tensors = {"scale": random.uniform(0.5, 1.5, width), "shift": random.uniform(-0.5, 0.5, width)}
                tensors |= {"mean": random.uniform(-0.5, 0.5, width), "variance": random.uniform(0.5, 2, width)}
            elif layer["type"] == "standardize":
                self.scaler = Scaler(layer, width, spec.get("missing") == "mean")
            self.tensors.append({name: torch.tensor(np.float32(value).astype(float)) for name, value in tensors.items()})
        for _, _, tensor in self.trained():
            tensor.requires_grad_(True)

    def trained(self):
        """(layer index, name, tensor) of all that learns."""
        for index, tensors in enumerate(self.tensors):
            if self.spec["layers"][index].get("trainable", True):
                for name, tensor in tensors.items():
                    if name not in ("mean", "variance"):
                        yield index, name, tensor

    def forward(self, rows, learning):
        """(last pre-activations, outputs) of a batch [rows][inputs]; learning draws dropout and moves batch statistics."""
        if self.scaler:
            rows = np.stack([self.scaler.transform(row) for row in rows])
        a = torch.tensor(np.asarray(rows, dtype=float))
        z = a
        for layer, tensors in zip(self.spec["layers"], self.tensors):
            kind = layer["type"]
            if kind == "dense":
                a = F.linear(a, tensors["weight"], tensors.get("bias"))
            if kind in ("dense", "activation"):
                z, a = a, activate(layer.get("activation", "linear"), rounded(layer.get("alpha", 0.01)), a)
            elif kind == "batchNorm":
                a = self.normalize(layer, tensors, a, learning)
            elif kind == "dropout" and learning:
                rate = rounded(layer["rate"])
                a = a * torch.tensor([[float(self.generator.uniform() >= rate) for _ in row] for row in a]) / (1 - rate)
        return z, a

    def normalize(self, layer, tensors, a, learning):
        decay = rounded(layer.get("decay", 0.9 if self.spec.get("batchSize", 1) > 1 else 0.99))
        epsilon = rounded(layer.get("epsilon", 1e-5))
        mean, variance, scale, shift = (tensors[name] for name in ("mean", "variance", "scale", "shift"))
        moves = learning and layer.get("trainable", True)
        if moves and len(a) > 1:
            return F.batch_norm(a, mean, variance, scale, shift, True, 1 - decay, epsilon)
        old_mean, old_variance = mean.clone(), variance.clone()
        if moves:
            gap = a.detach()[0] - mean
            mean += (1 - decay) * gap
            variance.copy_(decay * (variance + (1 - decay) * gap * gap))
        return F.batch_norm(a, old_mean, old_variance, scale, shift, False, 0, epsilon)
