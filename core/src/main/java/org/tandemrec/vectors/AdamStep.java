package org.tandemrec.vectors;

/**
 * The numbers of one step of Adam with decoupled decay (Kingma and Ba 2015; Loshchilov and Hutter
 * 2019): {@code m = firstDecay m + (1 - firstDecay) g}, {@code v = secondDecay v + (1 -
 * secondDecay) g g}, {@code x = keep x - size m / (sqrt(v) + epsilon)}, element by element. The
 * corrections for the moments' start at zero are part of {@code size} and {@code epsilon}.
 *
 * @param firstDecay how much of the first moment stays
 * @param secondDecay how much of the second moment stays
 * @param size how far a step goes
 * @param epsilon keeps the division finite
 * @param keep what decay leaves of the value
 */
public record AdamStep(
        float firstDecay, float secondDecay, float size, float epsilon, float keep) {}
