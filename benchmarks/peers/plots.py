"""Measures the presets with `tandem evaluate` and draws what came out; see benchmarks/plots."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

# For each preset the setting that makes a training longer, and its values; the last is the preset's own.
LONGER = {
    "fusion": ("epochs", [1, 2, 3, 6]),
    "rating": ("steps", [30, 60, 120, 250]),
    "taste": ("epochs", [1, 4, 20]),
    "next": ("epochs", [3, 8, 28]),
}
BASELINES = ["itemKnn", "ease", "easeRecent"]
LIKED = [0, 1, 2, 5, 10, 20]
COLOURS = {
    "taste": "tab:blue",
    "next": "tab:orange",
    "rating": "tab:green",
    "fusion": "tab:red",
    "easeRecent": "0.25",
    "ease": "0.45",
    "itemKnn": "0.6",
    "popularity": "0.75",
    "groupPopularity": "0.75",
}


def main():
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    figures = options.out / "quality.json"
    if options.data:
        found = json.loads(figures.read_text()) if options.preset else {"presets": {}}
        figures.write_text(json.dumps(measured(options, found), indent=1) + "\n")
    elif not figures.is_file():
        sys.exit(f"plots: {figures} is missing, expected it or --data FILE")
    draw(json.loads(figures.read_text()), options.out)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tandem", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--data", type=Path, help="MovieLens 1M")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--preset", action="append", choices=list(LONGER), help="measure this one alone again")
    options = parser.parse_args()
    if options.data and not options.data.exists():
        parser.error(f"found --data {options.data}, expected a file that is there")
    return options


def measured(options, found):
    """Everything that is drawn: for each preset its trainings, and one `taste` asked about new people.

    Presets that are not asked for keep what was found before.
    """
    asked = options.preset or list(LONGER)
    presets = dict(found["presets"])
    with tempfile.TemporaryDirectory() as scratch:
        for preset in asked:
            setting, values = LONGER[preset]
            presets[preset] = [training(options, Path(scratch), preset, setting, value) for value in values]
        new = liked(options, Path(scratch)) if "taste" in asked else found["liked"]
    return {"seed": options.seed, "presets": presets, "liked": new}


def training(options, scratch, preset, setting, value):
    """One training, judged by each person's last interaction."""
    longest = value == LONGER[preset][1][-1]
    more = ["--baselines", ",".join(BASELINES)] if longest and preset == "taste" else []
    document = evaluate(
        options, scratch, "--split", "last", "--preset", preset, f"--{setting}", str(value), *more
    )
    return {
        setting: value,
        "metrics": chosen(document["metrics"]),
        "wallSeconds": document["training"]["wallSeconds"],
        "cpuSeconds": document["training"]["cpuSeconds"],
        "validation": curve(scratch),
        "byHistory": [group(one) for one in document["byHistory"]],
    }


def evaluate(options, scratch, *arguments):
    command = [str(options.tandem), "evaluate", "--data", str(options.data), "--store", str(scratch / "store")]
    command += ["--seed", str(options.seed), "--json", *arguments]
    print("plots: tandem " + " ".join(command[1:]), file=sys.stderr)
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if run.returncode:
        sys.exit(f"plots: this command ended with exit code {run.returncode}")
    return json.loads(run.stdout)


def newest(scratch):
    return max((scratch / "store" / "bundles").iterdir(), key=lambda bundle: bundle.stat().st_mtime_ns)


def curve(scratch):
    """What the training itself saw of its validation, where it has one."""
    card = json.loads((newest(scratch) / "run-card.json").read_text())["training"]
    epochs = card["epochs"]
    if len(epochs) < 2:
        return None
    return {"metric": card["validationMetric"], "epochs": [[one["epoch"], one["validation"]] for one in epochs]}


def chosen(metrics):
    return {name: metrics[name] for name in ("rmse", "hitRate@10", "ndcg@10") if name in metrics}


def group(one):
    named = {"model": chosen(one["metrics"])}
    named.update({name: chosen(metrics) for name, metrics in one["baselines"].items()})
    return {"from": one["from"], "to": one.get("to"), "users": one["users"], "metrics": named}


def liked(options, scratch):
    """One `taste` model, asked about people it has not learnt from, of whom so many liked items are known."""
    points = []
    for count in LIKED:
        split = f"cold-users:0.2:liked={count}" if count else "cold-users:0.2"
        model = ["--bundle", newest(scratch).name] if points else ["--preset", "taste"]
        document = evaluate(options, scratch, "--split", split, *model, "--baselines", ",".join(BASELINES))
        named = {"taste": chosen(document["metrics"])}
        named.update({name: chosen(metrics) for name, metrics in document["baselines"].items()})
        points.append({"liked": count, "users": document["users"], "metrics": named})
    return points


def draw(figures, out):
    plt.rcParams.update(
        {
            "svg.hashsalt": "tandem",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "grid.alpha": 0.3,
            "figure.facecolor": "white",
            "font.size": 9,
        }
    )
    for name, drawing in (
        ("learning-curves", learning_curves),
        ("quality-by-time", quality_by_time),
        ("quality-by-history", quality_by_history),
    ):
        figure = drawing(figures)
        figure.savefig(out / f"{name}.svg", metadata={"Date": None}, bbox_inches="tight")
        plt.close(figure)


def learning_curves(figures):
    """A panel a preset: complete trainings of several lengths, and the validation inside the longest."""
    figure, panels = plt.subplots(1, len(LONGER), figsize=(12, 2.8), layout="constrained")
    for panel, (preset, (setting, _)) in zip(panels, LONGER.items(), strict=True):
        runs = figures["presets"][preset]
        metric = "rmse" if preset in ("fusion", "rating") else "ndcg@10"
        lengths = [run[setting] for run in runs]
        panel.plot(lengths, [run["metrics"][metric] for run in runs], "o-", color=COLOURS[preset], label="held out")
        inside = runs[-1]["validation"]
        if inside:
            points = inside["epochs"]
            label = f"validation ({inside['metric']}) in the longest"
            panel.plot(*zip(*points, strict=True), ":", color="0.4", label=label)
        panel.set(title=preset, xlabel=setting, ylabel=metric)
        panel.legend(frameon=False, fontsize=7)
    return figure


def quality_by_time(figures):
    figure, panels = plt.subplots(1, 2, figsize=(10, 3.4), layout="constrained")
    for panel, metric, better in zip(panels, ("ndcg@10", "rmse"), ("higher", "lower"), strict=True):
        for preset, runs in figures["presets"].items():
            seconds = [run["wallSeconds"] for run in runs]
            values = [run["metrics"][metric] for run in runs]
            panel.plot(seconds, values, "o-", color=COLOURS[preset], label=preset)
        panel.set(xscale="log", xlabel="seconds of training", ylabel=f"{metric} ({better} is better)")
        panel.set_xticks([5, 10, 30, 100, 300], labels=["5", "10", "30", "100", "300"])
        panel.legend(frameon=False)
    return figure


def quality_by_history(figures):
    figure, (known, new) = plt.subplots(1, 2, figsize=(10, 3.4), layout="constrained")
    groups = figures["presets"]["taste"][-1]["byHistory"]
    places = range(len(groups))
    for preset, runs in figures["presets"].items():
        values = [one["metrics"]["model"]["ndcg@10"] for one in runs[-1]["byHistory"]]
        known.plot(places, values, "o-", color=COLOURS[preset], label=preset)
    for baseline in [*reversed(BASELINES), "popularity"]:
        values = [one["metrics"][baseline]["ndcg@10"] for one in groups]
        known.plot(places, values, ".--", color=COLOURS[baseline], label=baseline)
    known.set_xticks(places, [f"{span(one)}\n{one['users']:,}" for one in groups])
    known.set(title="known people: the last interaction", xlabel="past interactions, and people", ylabel="ndcg@10")
    points = figures["liked"]
    places = range(len(points))
    for name in ("taste", *reversed(BASELINES), "groupPopularity"):
        values = [one["metrics"][name]["ndcg@10"] for one in points]
        new.plot(places, values, "o-" if name == "taste" else ".--", color=COLOURS[name], label=name)
    new.set_xticks(places, [str(one["liked"]) for one in points])
    new.set(title="new people: everything else they met", xlabel="liked items known", ylabel="ndcg@10")
    for panel in (known, new):
        panel.legend(frameon=False, fontsize=7)
    return figure


def span(group):
    return f"{group['from']}+" if group["to"] is None else f"{group['from']}-{group['to']}"


if __name__ == "__main__":
    main()
