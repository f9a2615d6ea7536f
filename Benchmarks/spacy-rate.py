"""Prints how many words of a text spaCy's small English model reads a second, on one thread."""

import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402

model = next(name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm"))
read = spacy.load(model)
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
paragraphs = [part for part in text.split("\n\n") if part.strip()]
for _ in read.pipe(paragraphs[:5]):
    pass
times = []
for _ in range(3):
    start = time.perf_counter()
    for _ in read.pipe(paragraphs):
        pass
    times.append(time.perf_counter() - start)
print(len(text.split()) / sorted(times)[1])
