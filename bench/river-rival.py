"""CPU time of models of River on the rows of a CSV file, label last: predict one, then learn one. Prints a line of JSON.

river-rival.py FILE MODEL ROWS
"""

import csv
import json
import sys
import time

from river import __version__, forest, linear_model, preprocessing

MODELS = {
    "logistic": lambda: preprocessing.StandardScaler() | linear_model.LogisticRegression(),
    "forest": lambda: forest.ARFClassifier(n_models=10, seed=1),
}

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(path, newline="") as file:
    rows = [[float(cell) for cell in row] for row in csv.reader(file)][:count]
samples = [({f"x{i}": value for i, value in enumerate(row[:-1])}, row[-1] == 1) for row in rows]

model = MODELS[name]()
hits = 0
start = time.process_time()
for x, y in samples:
    hits += model.predict_one(x) == y
    model.learn_one(x, y)
spent = time.process_time() - start

print(json.dumps({"us": 1e6 * spent / len(samples), "accuracy": hits / len(samples), "version": __version__}))
