"""Writes what PyTorch computes for each layer, as small JSON files that the layers' tests read.

Usage: reference-values.sh (which makes the virtual environment), or
       python reference_values.py DIRECTORY
Every file holds a layer's inputs and parameters, its output, and the gradients of the sum of
output * out_gradient.
"""

import json
import math
import pathlib
import sys

import torch
import torch.nn.functional as functional

torch.manual_seed(20261)
torch.set_default_dtype(torch.float64)


def random(*shape):
    """Numbers that float32 holds exactly, so that both sides start from the same."""
    return torch.randn(*shape).mul(256).round().div(256).requires_grad_()


def listed(value):
    return value.detach().tolist() if isinstance(value, torch.Tensor) else value


def write(directory, name, **values):
    text = json.dumps({key: listed(value) for key, value in values.items()}, indent=1)
    (directory / f"{name}.json").write_text(text + "\n")


def backward(out):
    out_gradient = random(*out.shape).detach()
    out.backward(out_gradient)
    return out_gradient


def dense(directory):
    rows, weights = random(5, 7), random(7, 4)
    out = rows @ weights
    out_gradient = backward(out)
    write(
        directory, "dense", rows=rows, weights=weights, out=out, out_gradient=out_gradient,
        rows_gradient=rows.grad, weights_gradient=weights.grad,
    )


def bias(directory):
    rows, values = random(5, 3), random(1, 3)
    out = rows * 0 + values
    out_gradient = backward(out)
    write(
        directory, "bias", bias=values, out=out, out_gradient=out_gradient,
        bias_gradient=values.grad,
    )


def lookup(directory):
    table = random(6, 5)
    with torch.no_grad():
        table[0] = 0
    codes = torch.tensor([[1, 2, 3], [4, 0, 0], [0, 0, 0], [3, 5, 0]])
    out = functional.embedding(codes, table, padding_idx=0).sum(1)
    out_gradient = backward(out)
    write(
        directory, "lookup", codes=codes, table=table, out=out, out_gradient=out_gradient,
        table_gradient=table.grad,
    )


def id_embedding(directory):
    counts = [0, 1, 3, 10, 0]
    half = 2.0
    ids, shared = random(5, 3), random(12, 3)
    trust = torch.tensor([1.0] + [count / (count + half) for count in counts[1:]])
    classes = torch.tensor([0] + [1 + int(math.log2(count + 1)) for count in counts[1:]])
    codes = torch.tensor([3, 0, 1, 0, 4])
    out = trust[codes].unsqueeze(1) * ids[codes] + shared[classes[codes]]
    out_gradient = backward(out)
    write(
        directory, "id-embedding", counts=counts, half=half, codes=codes, ids=ids, shared=shared,
        out=out, out_gradient=out_gradient, ids_gradient=ids.grad, shared_gradient=shared.grad,
    )


def text_convolution(directory):
    word, filters = 4, 3
    words, kernels, biases = random(8, word), random(filters, word, 3), random(filters)
    with torch.no_grad():
        words[0] = 0
    texts = torch.tensor([[1, 2, 3, 4], [5, 0, 0, 0], [6, 7, 0, 0], [0, 0, 0, 0], [2, 2, 5, 0]])
    rows = functional.embedding(texts, words, padding_idx=0).transpose(1, 2)
    answers = functional.conv1d(rows, kernels, biases, padding=1)
    padding = (texts == 0).unsqueeze(1)
    pooled = torch.tanh(answers.masked_fill(padding, -1e30).amax(2))
    out = pooled * (texts != 0).any(1, keepdim=True)
    out_gradient = backward(out)

    def taps(kernel):
        return kernel.permute(1, 2, 0).reshape(word, 3 * filters)

    write(
        directory, "text-convolution", texts=texts, words=words, taps=taps(kernels),
        bias=biases.unsqueeze(0), out=out, out_gradient=out_gradient, words_gradient=words.grad,
        taps_gradient=taps(kernels.grad), bias_gradient=biases.grad.unsqueeze(0),
    )


def tanh(directory):
    rows = random(4, 9)
    out = torch.tanh(rows)
    out_gradient = backward(out)
    write(directory, "tanh", rows=rows, out=out, out_gradient=out_gradient, rows_gradient=rows.grad)


def unit_length(directory):
    rows = random(4, 9)
    out = rows / torch.sqrt((rows * rows).sum(1, keepdim=True) + 1e-12)
    out_gradient = backward(out)
    write(
        directory, "unit-length", rows=rows, out=out, out_gradient=out_gradient,
        rows_gradient=rows.grad,
    )


def cosine_loss(directory):
    lefts, rights = random(3, 6), random(4, 6)
    pairs = torch.tensor([[0, 1], [2, 3], [1, 1], [0, 0], [2, 2], [0, 3]])
    values = torch.tensor([1.0, 5.0, 3.0, 2.0, 4.0, 4.0])
    offset, slope = 2.5, 2.5
    products = (lefts[pairs[:, 0]] * rights[pairs[:, 1]]).sum(1)
    errors = offset + slope * products - values
    (errors * errors).sum().div(2).backward()
    write(
        directory, "cosine-loss", lefts=lefts, rights=rights, pairs=pairs, values=values,
        offset=offset, slope=slope, squared_errors=(errors * errors).sum().item(),
        lefts_gradient=lefts.grad, rights_gradient=rights.grad,
    )


def layer_norm(directory):
    rows = random(4, 9)
    gain, shift = random(1, 9), random(1, 9)
    out = functional.layer_norm(rows, (9,), gain[0], shift[0], 1e-5)
    out_gradient = backward(out)
    write(
        directory, "layer-norm", rows=rows, gain=gain, shift=shift, out=out,
        out_gradient=out_gradient, rows_gradient=rows.grad, gain_gradient=gain.grad,
        shift_gradient=shift.grad,
    )


def decay_bank(directory):
    rows = random(7, 5)
    lifetimes = 0.6 * (500 / 0.6) ** (torch.arange(5, dtype=torch.float64) / 4)
    keep = torch.exp(-1 / lifetimes)
    out = []
    for row in range(7):
        begins = row in (0, 3)
        out.append(rows[row] if begins else rows[row] + keep * out[-1])
    out = torch.stack(out)
    out_gradient = backward(out)
    write(
        directory, "decay-bank", rows=rows, out=out, out_gradient=out_gradient,
        rows_gradient=rows.grad,
    )


def gate(directory):
    gates, rows, onto = random(3, 16), random(3, 16), random(3, 16)
    out = onto + torch.sigmoid(gates) * rows
    out_gradient = backward(out)
    write(
        directory, "gate", gates=gates, rows=rows, onto=onto, out=out, out_gradient=out_gradient,
        gates_gradient=gates.grad, rows_gradient=rows.grad,
    )


def swish_gate(directory):
    u, v = random(3, 16), random(3, 16)
    out = functional.silu(u) * v
    out_gradient = backward(out)
    write(
        directory, "swish-gate", u=u, v=v, out=out, out_gradient=out_gradient, u_gradient=u.grad,
        v_gradient=v.grad,
    )


def causal_attention(directory):
    """The first bias of a head is for the first key, then come the distances 4, 3, 2, 1, 0."""
    lengths, heads, width, longest = [3, 1, 6], 2, 16, 5
    joined, biases = random(sum(lengths), 3 * heads * width), random(heads, longest + 1)
    outs, start = [], 0
    for length in lengths:
        rows = joined[start : start + length].reshape(length, 3, heads, width).permute(1, 2, 0, 3)
        distance = torch.arange(length).unsqueeze(1) - torch.arange(length)
        column = (longest - distance).clamp(1, longest)
        column[:, 0] = 0
        mask = biases[:, column].masked_fill(distance < 0, -torch.inf)
        out = functional.scaled_dot_product_attention(rows[0], rows[1], rows[2], mask)
        outs.append(out.permute(1, 0, 2).reshape(length, heads * width))
        start += length
    out = torch.cat(outs)
    out_gradient = backward(out)
    write(
        directory, "causal-attention", lengths=lengths, joined=joined, biases=biases, out=out,
        out_gradient=out_gradient, joined_gradient=joined.grad, biases_gradient=biases.grad,
    )


def item_softmax(directory):
    """Item 0 never occurs; a target of -1 is none; met items cannot come next."""
    rows, items = random(4, 16), random(8, 16)
    targets, met = [3, -1, 5, 7], [[1, 2], [1], [5, 4], []]
    weight = 0.25
    losses = []
    for row, (target, before) in enumerate(zip(targets, met)):
        if target >= 0:
            out = [0] + [item for item in before if item != target]
            scores = (items @ rows[row]).index_fill(0, torch.tensor(out), -torch.inf)
            losses.append(functional.cross_entropy(scores, torch.tensor(target)))
    loss = torch.stack(losses).sum()
    (loss * weight).backward()
    write(
        directory, "item-softmax", rows=rows, items=items, targets=targets, met=met, weight=weight,
        loss=loss.item(), rows_gradient=rows.grad, items_gradient=items.grad,
    )


def history_bag(directory):
    """Three owners met others 1 to 4 (0 is padding); events that the context hides add nothing."""
    owners, others, levels = [0, 0, 0, 1, 1, 0], [1, 2, 4, 4, 3, 1], [0, 2, 1, 2, 2, 1]
    read, width, scale = [1, 1, 0, 1, 1, 1], 16, 0.5
    numbers = torch.tensor([[1, -(1.5**0.5)], [1, 0], [1, 1.5**0.5]])
    table = random(5, 2 * width)
    with torch.no_grad():
        table[0] = 0
    sums = [torch.zeros(width) for _ in range(3)]
    for owner, other, level, reads in zip(owners, others, levels, read):
        if reads:
            sums[owner] = sums[owner] + numbers[level] @ table[other].reshape(2, width)
    count = [sum(reads for owner, reads in zip(owners, read) if owner == row) for row in range(3)]
    out = torch.stack([total * scale / max(1, n) ** 0.5 for total, n in zip(sums, count)])
    out_gradient = backward(out)
    write(
        directory, "history-bag", owners=owners, others=others, levels=levels, read=read,
        scale=scale, table=table, out=out, out_gradient=out_gradient, table_gradient=table.grad,
    )


def meeting_loss(directory):
    """Half the mean squared error over the meetings that the context does not read."""
    owners, others, read = [0, 0, 1, 2, 2, 2], [1, 3, 3, 0, 1, 2], [0, 1, 0, 0, 0, 1]
    values = random(6).detach()
    lefts, rights = random(3, 16), random(4, 16)
    errors = (lefts[owners] * rights[others]).sum(1) - values
    predicted = errors[torch.tensor(read) == 0]
    (predicted * predicted).mean().div(2).backward()
    write(
        directory, "meeting-loss", owners=owners, others=others, read=read, values=values,
        lefts=lefts, rights=rights, squared_errors=(predicted * predicted).sum().item(),
        lefts_gradient=lefts.grad, rights_gradient=rights.grad,
    )


def adam(directory):
    decay, rates = 3.0, [0.001, 0.005, 0.002]
    values = random(2, 4)
    gradients = [random(2, 4).detach() for _ in rates]
    start = values.detach().clone()
    optimizer = torch.optim.AdamW([values], betas=(0.9, 0.999), eps=1e-8, weight_decay=decay)
    for rate, gradient in zip(rates, gradients):
        optimizer.param_groups[0]["lr"] = rate
        values.grad = gradient.clone()
        optimizer.step()
    write(
        directory, "adam", decay=decay, rates=rates, start=start,
        gradients=[listed(gradient) for gradient in gradients], end=values,
    )


def main():
    directory = pathlib.Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    layers = (
        dense, bias, lookup, id_embedding, text_convolution, tanh, unit_length, cosine_loss, adam,
        layer_norm, gate, swish_gate, causal_attention, item_softmax, decay_bank,
        history_bag, meeting_loss,
    )
    for layer in layers:
        layer(directory)


if __name__ == "__main__":
    main()
