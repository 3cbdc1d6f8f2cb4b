"""The cases: by file, by name, a spec and how it is fed. Each file's cases are a few kilobytes of trace."""

TANH = {"type": "dense", "units": 4, "activation": "tanh"}
LINEAR = {"type": "dense", "units": 2}
SOFTMAX = {"type": "dense", "units": 3, "activation": "softmax"}


def net(layers=(TANH, LINEAR), loss="mse", **rest):
    return {"inputs": 3, "layers": list(layers), "loss": loss, "seed": 7, **rest}


def hidden(activation, **rest):
    return {"type": "dense", "units": 4, "activation": activation, **rest}


def optimizer(kind, rate, **rest):
    return {"type": kind, "learningRate": rate, **rest}


OPTIMIZERS = {
    "sgd": optimizer("sgd", 0.1),
    "momentum": optimizer("momentum", 0.05),
    "momentum .5": optimizer("momentum", 0.05, momentum=0.5),
    "nesterov": optimizer("nesterov", 0.05),
    "adagrad": optimizer("adagrad", 0.05),
    "adagrad with a large epsilon": optimizer("adagrad", 0.05, epsilon=0.1),
    "rmsprop": optimizer("rmsprop", 0.01),
    "rmsprop with rho .9 and a large epsilon": optimizer("rmsprop", 0.01, rho=0.9, epsilon=0.05),
    "adam": optimizer("adam", 0.02),
    "adam with its own betas and a large epsilon": optimizer("adam", 0.05, beta1=0.7, beta2=0.95, epsilon=0.02),
}

SGD = optimizer("sgd", 0.2)
BATCH_NORM = {"type": "batchNorm"}
NORMED = [{"type": "dense", "units": 4, "bias": False}, BATCH_NORM, {"type": "activation", "activation": "tanh"}, LINEAR]
FROZEN_NORM = [TANH, {"type": "batchNorm", "trainable": False}, LINEAR]
TWO_DROPOUTS = [{"type": "dropout", "rate": 0.25}, hidden("leakyRelu"), {"type": "dropout", "rate": 0.5}, SOFTMAX]
ADAM = optimizer("adam", 0.02)
# Large inputs make gradients whose norm is far above the limit.
CLIPPED = optimizer("sgd", 0.5, clipNorm=0.05)

FILES = {
    "optimizers": {name: {"spec": net(optimizer=settings)} for name, settings in OPTIMIZERS.items()},
    "losses": {
        "mse, sigmoid into linear": {"spec": net([hidden("sigmoid"), LINEAR], optimizer=SGD)},
        "mae, leaky relu into tanh": {"spec": net([hidden("leakyRelu", alpha=0.2), {**LINEAR, "activation": "tanh"}], "mae", optimizer=SGD)},
        "huber with delta .3, relu into linear": {"spec": net([hidden("relu"), LINEAR], {"type": "huber", "delta": 0.3}, optimizer=SGD)},
        "binary cross-entropy of two outputs, soft targets": {
            "spec": net([TANH, {**LINEAR, "activation": "sigmoid"}], "binaryCrossEntropy", optimizer=SGD),
            "targets": "probabilities",
        },
        "cross-entropy, classes": {"spec": net([TANH, SOFTMAX], "crossEntropy", optimizer=SGD), "targets": "classes"},
        "cross-entropy, soft targets": {"spec": net([TANH, SOFTMAX], "crossEntropy", optimizer=SGD), "targets": "simplex"},
        "mse on softmax": {"spec": net([TANH, SOFTMAX], "mse", optimizer=SGD), "targets": "classes"},
        "mae on softmax": {"spec": net([TANH, SOFTMAX], "mae", optimizer=SGD), "targets": "simplex"},
        "huber on sigmoid": {"spec": net([TANH, {**LINEAR, "activation": "sigmoid"}], "huber", optimizer=SGD)},
        "binary cross-entropy behind an activation layer": {
            "spec": net([TANH, LINEAR, {"type": "activation", "activation": "sigmoid"}], "binaryCrossEntropy", optimizer=SGD),
            "targets": "probabilities",
        },
        "a sample weight each": {"spec": net([TANH, SOFTMAX], "crossEntropy", optimizer=SGD), "targets": "classes", "weighted": True},
    },
    "penalties": {
        "l2": {"spec": net([{**TANH, "l2": 0.05}, LINEAR], optimizer=SGD)},
        "l2 under adam": {"spec": net([{**TANH, "l2": 0.05}, {**LINEAR, "l2": 0.1}], optimizer=ADAM)},
        "l1 makes weights exactly 0": {"spec": net([{**TANH, "l1": 0.2}, LINEAR], optimizer=SGD)},
        "l1 with momentum, a schedule and batches": {
            "spec": net(
                [TANH, {**LINEAR, "l1": 0.3}],
                batchSize=3,
                optimizer=optimizer("momentum", 0.1, schedule={"type": "step", "every": 2, "gamma": 0.5}),
            ),
        },
        "l2 is added behind the clipping": {"spec": net([{**TANH, "l2": 0.2}, LINEAR], optimizer=CLIPPED), "scale": 20},
        "l1, l2 and a layer without bias": {
            "spec": net([{**TANH, "l1": 0.01, "l2": 0.02, "bias": False}, LINEAR], optimizer=SGD),
        },
    },
    "clipping": {
        "global norm, some samples below it": {"spec": net(optimizer=optimizer("sgd", 0.2, clipNorm=1.5))},
        "far above the limit": {"spec": net(optimizer=CLIPPED), "scale": 20},
        "batch norm's gradients count": {"spec": net([TANH, BATCH_NORM, LINEAR], optimizer=CLIPPED), "scale": 20},
        "a frozen layer's do not": {"spec": net([TANH, {**hidden("tanh"), "trainable": False}, LINEAR], optimizer=CLIPPED), "scale": 20},
        "batches": {"spec": net(batchSize=3, optimizer=CLIPPED), "scale": 20},
        "batches with batch norm": {"spec": net(NORMED, batchSize=4, optimizer=CLIPPED), "scale": 20},
        "before the optimizer": {"spec": net(optimizer=optimizer("momentum", 0.2, clipNorm=0.1)), "scale": 20},
        "sample weights are inside the norm": {"spec": net(optimizer=CLIPPED), "scale": 20, "weighted": True},
    },
    "schedules": {
        "step": {"spec": net(optimizer=optimizer("sgd", 0.2, schedule={"type": "step", "every": 3, "gamma": 0.5}))},
        "step under adam": {"spec": net(optimizer=optimizer("adam", 0.05, schedule={"type": "step", "every": 2, "gamma": 0.7}))},
        "inverse time": {"spec": net(optimizer=optimizer("sgd", 0.2, schedule={"type": "inverseTime", "decay": 0.3}))},
        "cosine, and its end stays": {
            "spec": net(optimizer=optimizer("sgd", 0.2, schedule={"type": "cosine", "steps": 7, "final": 0.01})),
        },
        "updates are counted, not samples": {
            "spec": net(batchSize=2, optimizer=optimizer("nesterov", 0.1, schedule={"type": "cosine", "steps": 4, "final": 0.02})),
        },
    },
    "batches": {
        "sgd": {"spec": net(batchSize=4, optimizer=SGD)},
        "adam with a partial batch at the end": {"spec": net(batchSize=5, optimizer=ADAM)},
        "sample weights": {"spec": net([TANH, SOFTMAX], "crossEntropy", batchSize=3, optimizer=SGD), "targets": "classes", "weighted": True},
        "a frozen first layer": {"spec": net([{**TANH, "trainable": False}, LINEAR], batchSize=4, optimizer=ADAM)},
        "binary cross-entropy": {
            "spec": net([hidden("relu"), {**LINEAR, "activation": "sigmoid"}], "binaryCrossEntropy", batchSize=6, optimizer=SGD),
            "targets": "probabilities",
        },
    },
    "batch-norm": {
        "batch 4": {"spec": net(NORMED, batchSize=4, optimizer=SGD)},
        "batch 5 and a partial batch of 2": {"spec": net([TANH, BATCH_NORM, LINEAR], batchSize=5, optimizer=ADAM)},
        "a last batch of one sample": {"spec": net(NORMED, batchSize=11, optimizer=SGD)},
        "batch 1": {"spec": net(NORMED, optimizer=SGD)},
        "batch 1, its own decay and epsilon, first layer": {
            "spec": net([{"type": "batchNorm", "decay": 0.8, "epsilon": 0.1}, TANH, BATCH_NORM, SOFTMAX], "crossEntropy", optimizer=ADAM),
            "targets": "classes",
        },
        "frozen, batch 1": {"spec": net(FROZEN_NORM, optimizer=SGD)},
        "frozen, batch 4": {"spec": net(FROZEN_NORM, batchSize=4, optimizer=SGD)},
        "sample weights in a batch": {"spec": net(NORMED, batchSize=4, optimizer=SGD), "weighted": True},
    },
    "dropout": {
        "batch 1, two of them": {"spec": net(TWO_DROPOUTS, "crossEntropy", optimizer=SGD), "targets": "classes"},
        "batch 4, row by row": {"spec": net(TWO_DROPOUTS, "crossEntropy", batchSize=4, optimizer=SGD), "targets": "classes"},
        "with batch norm and momentum": {
            "spec": net([hidden("relu"), BATCH_NORM, {"type": "dropout", "rate": 0.4}, LINEAR], batchSize=3, optimizer=OPTIMIZERS["momentum"]),
        },
    },
    "scalers": {
        "inputs, all": {"spec": net([{"type": "standardize", "decay": "all", "clip": 0, "epsilon": 0}, LINEAR], optimizer=SGD), "scale": 5},
        "inputs, fading and clipped": {
            "spec": net([{"type": "standardize", "decay": 0.9, "clip": 1.5}, TANH, LINEAR], optimizer=SGD),
            "glitch": "input",
            "samples": 40,
        },
        "inputs in batches": {"spec": net([{"type": "standardize", "decay": 0.8}, LINEAR], batchSize=4, optimizer=ADAM)},
        "missing inputs": {
            "spec": net([{"type": "standardize", "decay": 0.9, "clip": 2}, TANH, LINEAR], missing="mean", optimizer=SGD),
            "missing": True,
        },
        "targets, all": {"spec": net(standardizeTargets={"decay": "all"}, optimizer=SGD), "scale": 10},
        "targets, fading, clipped, under huber": {
            "spec": net(loss="huber", standardizeTargets={"decay": 0.9, "clip": 1}, optimizer=optimizer("sgd", 0.2, clipNorm=0.5)),
            "glitch": "target",
            "samples": 40,
        },
        "targets in batches": {"spec": net(standardizeTargets={"decay": 0.95}, batchSize=4, loss="mae", optimizer=SGD)},
    },
}
