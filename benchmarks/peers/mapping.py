"""Writes the mapping file that says how users and items become the inputs of exported towers.

What comes in: the two sides as `encoding` made them, and what a tower's output means.
What goes out: `mapping.yaml` and a text file for each vocabulary, as docs/import.md describes them.
What it must not know: networks and frameworks.
"""

import json
import re
from dataclasses import dataclass

PLAIN = re.compile(r"[A-Za-z][\w./-]*")
NOT_PLAIN = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


@dataclass(frozen=True)
class Output:
    """What a pair of towers gives.

    user, item  the names of the two models' outputs
    normalise   whether the vectors have to be brought to length 1 before they are multiplied
    scale       score = scale x inner product
    slope, offset  stars = slope x score + offset
    """

    user: str
    item: str
    normalise: bool
    scale: float
    slope: float
    offset: float


def write(folder, name, users, movies, output):
    """Writes `mapping.yaml` and its vocabularies into a folder that exists."""
    lines = [
        "format: 1",
        f"name: {name}",
        f"score: {_flow({'normalise': output.normalise, 'scale': output.scale})}",
        f"rating: {_flow({'slope': output.slope, 'offset': output.offset})}",
        *_tower(folder, "user", users, output.user),
        *_tower(folder, "item", movies, output.item),
    ]
    (folder / "mapping.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _tower(folder, role, side, output):
    lines = [f"{role}:", f"  output: {output}", "  inputs:"]
    for one in side.inputs:
        described = one.mapping
        if one.words:
            file = f"{role}-{one.name}.txt"
            (folder / file).write_text("\n".join(one.words) + "\n", encoding="utf-8")
            described = {"field": described["field"], "vocabulary": file} | described
        lines.append(f"    {one.name}: {_flow(described)}")
    return lines


def _flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, str) and PLAIN.fullmatch(value) and value.lower() not in NOT_PLAIN:
        return value
    return json.dumps(value, ensure_ascii=False)
