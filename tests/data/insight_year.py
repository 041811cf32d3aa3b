"""Makes the expected figures of insight_year.json with SciPy, from its entries alone.

    HEGU_WRITE=1 cargo test --test journal_views figures && python3 tests/data/insight_year.py
"""
import json
import math
import pathlib
import statistics

from scipy import stats

path = pathlib.Path(__file__).with_name("insight_year.json")
data = json.loads(path.read_text())
before, after, measures = [], {}, set()
for id_, phase, of, practice, numbers in data["entries"]:
    if phase == "before":
        before.append((id_, practice, numbers))
        measures |= numbers.keys()
    elif phase == "after":
        after.setdefault(of, numbers)

expected = {}
for measure in sorted(measures):
    rated = [(i, p is not None or i in after, n[measure]) for i, p, n in before if measure in n]
    practised = [(i, b) for i, did, b in rated if did]
    d = [b - after[i][measure] for i, b in practised if measure in after.get(i, {})]
    row = {"answered": len(rated), "n": len(d), "unrated": len(practised) - len(d), "low": None, "high": None}
    if d:
        row["mean"], row["median"] = statistics.fmean(d), statistics.median(d)
    if len(d) >= 6 and len(set(d)) > 1:
        m = row["mean"]
        r = sum((x - m) * (y - m) for x, y in zip(d[1:], d)) / sum((x - m) ** 2 for x in d)
        row["n_eff"] = n_eff = len(d) * (1 - r) / (1 + r) if r > 0 else float(len(d))
        if n_eff >= 3:
            scale = statistics.stdev(d) / math.sqrt(n_eff)
            row["low"], row["high"] = stats.t.interval(0.95, n_eff - 1, loc=m, scale=scale)
    quiet = [(x, y) for (_, did, x), (_, _, y) in zip(rated, rated[1:]) if not did]
    if len(quiet) >= 10 and practised:
        first, second = zip(*quiet)
        rho = stats.pearsonr(first, second).statistic if len(set(first)) > 1 and len(set(second)) > 1 else 0
        row["rho"] = rho = min(1, max(0, rho))
        row["usual"] = statistics.fmean(first)
        row["expected_drop"] = (1 - rho) * (statistics.fmean(b for _, b in practised) - row["usual"])
    expected[measure] = {key: float(v) if isinstance(v, float) else v for key, v in row.items()}

data["expected"] = expected
rows = ",\n".join(json.dumps(row) for row in data["entries"])
figures = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in expected.items())
path.write_text(f'{{"seed": {data["seed"]},\n"entries": [\n{rows}\n],\n"expected": {{\n{figures}\n}}}}\n')
