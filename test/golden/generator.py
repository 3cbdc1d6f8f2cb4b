"""The core's generator, sfc32 seeded by splitmix32, and the initializers drawn from it, written again from their definition."""

import math

import numpy as np

WORD = 0xFFFFFFFF


class Generator:
    def __init__(self, seed):
        words = []
        for _ in range(3):
            seed = (seed + 0x9E3779B9) & WORD
            t = seed ^ (seed >> 16)
            t = (t * 0x21F0AAAD) & WORD
            t ^= t >> 15
            t = (t * 0x735A2D97) & WORD
            words.append(t ^ (t >> 15))
        self.a, self.b, self.c = words
        self.counter = 1
        for _ in range(12):
            self.draw()

    def draw(self):
        t = (self.a + self.b + self.counter) & WORD
        self.counter = (self.counter + 1) & WORD
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & WORD
        self.c = (((self.c << 21) | (self.c >> 11)) + t) & WORD
        return t

    def uniform(self):
        """In [0, 1), a multiple of 2^-24."""
        return (self.draw() >> 8) * 2.0**-24

    def normal(self):
        """Marsaglia's polar method, the second of the pair dropped."""
        while True:
            first, second = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            square = first * first + second * second
            if 0 < square < 1:
                return first * math.sqrt(-2 * math.log(square) / square)


def dense_weights(generator, initializer, inputs, units, bias):
    """Weights [units][inputs] row by row, then biases, as float64."""
    uniform_bounds = {
        "torchLinear": 1 / math.sqrt(inputs),
        "heUniform": math.sqrt(6 / inputs),
        "glorotUniform": math.sqrt(6 / (inputs + units)),
    }
    deviations = {"heNormal": math.sqrt(2 / inputs), "glorotNormal": math.sqrt(2 / (inputs + units))}

    def one():
        if initializer in uniform_bounds:
            return (2 * generator.uniform() - 1) * uniform_bounds[initializer]
        if initializer in deviations:
            return generator.normal() * deviations[initializer]
        return 0.0

    weights = np.array([[one() for _ in range(inputs)] for _ in range(units)])
    draws_bias = initializer == "torchLinear"
    biases = np.array([one() if draws_bias else 0.0 for _ in range(units)]) if bias else None
    return weights, biases
