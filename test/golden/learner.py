"""One learner fed sample by sample: batches, losses, PyTorch's optimizers and schedules, penalties, and the trace of it all."""

import numpy as np
import torch
import torch.nn.functional as F

from network import Network, Scaler, rounded

DEFAULT_RATES = {"adam": 0.001}


def losses_of_rows(spec, z, outputs, targets):
    """One loss a row, unweighted."""
    kind, delta = (spec["loss"]["type"], spec["loss"]["delta"]) if isinstance(spec["loss"], dict) else (spec["loss"], 1)
    if kind == "crossEntropy":
        return -(targets * F.log_softmax(z, dim=1)).sum(dim=1)
    if kind == "binaryCrossEntropy":
        return F.binary_cross_entropy_with_logits(z, targets, reduction="none").mean(dim=1)
    if kind == "huber":
        return F.huber_loss(outputs, targets, reduction="none", delta=rounded(delta)).mean(dim=1)
    return {"mse": F.mse_loss, "mae": F.l1_loss}[kind](outputs, targets, reduction="none").mean(dim=1)


def make_optimizer(settings, groups):
    kind = settings["type"]
    rate = rounded(settings.get("learningRate", DEFAULT_RATES.get(kind, 0.01)))

    def of(name, default):
        return rounded(settings.get(name, default))

    if kind == "sgd":
        return torch.optim.SGD(groups, lr=rate)
    if kind in ("momentum", "nesterov"):
        return torch.optim.SGD(groups, lr=rate, momentum=of("momentum", 0.9), nesterov=kind == "nesterov")
    if kind == "adagrad":
        return torch.optim.Adagrad(groups, lr=rate, eps=of("epsilon", 1e-10))
    if kind == "rmsprop":
        return torch.optim.RMSprop(groups, lr=rate, alpha=of("rho", 0.99), eps=of("epsilon", 1e-8))
    return torch.optim.Adam(groups, lr=rate, betas=(of("beta1", 0.9), of("beta2", 0.999)), eps=of("epsilon", 1e-8))


def make_schedule(settings, optimizer):
    kind = settings["type"]
    if kind == "step":
        return torch.optim.lr_scheduler.StepLR(optimizer, settings["every"], rounded(settings["gamma"]))
    if kind == "inverseTime":
        decay = rounded(settings["decay"])
        return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: 1 / (1 + decay * t))
    if kind == "cosine":
        return torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, settings["steps"], rounded(settings["final"]))
    return None


class Learner:
    def __init__(self, spec, random):
        self.spec, self.network = spec, Network(spec, random)
        self.settings = spec.get("optimizer", {"type": "sgd"})
        self.trained = list(self.network.trained())
        groups = [{"params": [tensor], "weight_decay": 2 * self.penalty("l2", i, name)} for i, name, tensor in self.trained]
        self.optimizer = make_optimizer(self.settings, groups) if groups else None
        self.schedule_settings = self.settings.get("schedule", {"type": "constant"})
        self.schedule = make_schedule(self.schedule_settings, self.optimizer) if groups else None
        self.targets = None
        if "standardizeTargets" in spec:
            width = [layer["units"] for layer in spec["layers"] if layer["type"] == "dense"][-1]
            self.targets = Scaler({"clip": 0, **spec["standardizeTargets"]}, width, False)
        self.waiting, self.updates = [], 0

    def penalty(self, kind, index, name):
        return rounded(self.spec["layers"][index].get(kind, 0)) if name == "weight" else 0.0

    def predict(self, row):
        outputs = self.network.forward([row], False)[1].detach().numpy()[0]
        if self.targets is None:
            return outputs
        return self.targets.mean + self.targets.deviation() * outputs

    def learn(self, row, target, weight=1.0):
        """The loss of the batch this sample completes, else None."""
        if self.network.scaler:
            self.network.scaler.learn(row)
        if self.targets is not None:
            self.targets.learn(target)
        self.waiting.append((row, target, weight))
        return self.flush() if len(self.waiting) == self.spec.get("batchSize", 1) else None

    def flush(self):
        rows, targets, weights = (np.array(column, dtype=float) for column in zip(*self.waiting))
        self.waiting = []
        if self.targets is not None:
            targets = np.stack([self.targets.transform(target) for target in targets])
        losses = losses_of_rows(self.spec, *self.network.forward(rows, True), torch.tensor(targets))
        if self.optimizer:
            self.step((torch.tensor(weights) * losses).mean())
        return losses.mean().item()

    def step(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        if "clipNorm" in self.settings:
            torch.nn.utils.clip_grad_norm_([tensor for _, _, tensor in self.trained], rounded(self.settings["clipNorm"]))
        rate = self.optimizer.param_groups[0]["lr"]
        self.optimizer.step()
        with torch.no_grad():
            for index, name, tensor in self.trained:
                tensor.copy_(F.softshrink(tensor, rate * self.penalty("l1", index, name)))
        self.updates += 1
        # Past its last step PyTorch's cosine would swing up again; ours stays.
        if self.schedule and not (self.schedule_settings["type"] == "cosine" and self.updates > self.schedule_settings["steps"]):
            self.schedule.step()

    def parameters(self):
        """Every tensor, flat, by "layer.name"; the target scaler's by "targets.name"."""
        named = {}
        for index, tensors in enumerate(self.network.tensors):
            if self.spec["layers"][index]["type"] == "standardize":
                tensors = self.network.scaler.named()
            named |= {f"{index}.{name}": tensor for name, tensor in tensors.items()}
        if self.targets is not None:
            named |= {f"targets.{name}": tensor for name, tensor in self.targets.named().items()}
        return {name: np.asarray(tensor.detach() if torch.is_tensor(tensor) else tensor).ravel() for name, tensor in named.items()}
