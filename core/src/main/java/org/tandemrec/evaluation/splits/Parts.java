package org.tandemrec.evaluation.splits;

import java.util.stream.IntStream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;

/** Rows of a dataset's interactions, divided into the parts of a split; none is empty but one. */
final class Parts {
    private final Dataset train;
    private final Interactions validation;
    private final Interactions heldOut;

    private Parts(Dataset train, Interactions validation, Interactions heldOut) {
        this.train = train;
        this.validation = validation;
        this.heldOut = heldOut;
    }

    /** The marked rows are held out, all others are the train part. */
    static Parts holdingOut(Dataset dataset, boolean[] heldOut, String split) {
        int[] train = rows(heldOut, false);
        return of(dataset, train, new int[0], rows(heldOut, true), split);
    }

    private static int[] rows(boolean[] marks, boolean mark) {
        return IntStream.range(0, marks.length).filter(row -> marks[row] == mark).toArray();
    }

    static Parts of(Dataset dataset, int[] train, int[] validation, int[] heldOut, String split) {
        requireSome(train, dataset, split, "train");
        requireSome(heldOut, dataset, split, "test");
        Interactions all = dataset.interactions();
        return new Parts(
                dataset.with(all.select(train)), all.select(validation), all.select(heldOut));
    }

    private static void requireSome(int[] rows, Dataset dataset, String split, String part) {
        if (rows.length == 0) {
            throw new BadInputException(
                    "split '%s' leaves no interaction for the %s part of %d; take another split or more data"
                            .formatted(split, part, dataset.interactions().size()));
        }
    }

    Dataset train() {
        return train;
    }

    Interactions validation() {
        return validation;
    }

    Interactions heldOut() {
        return heldOut;
    }
}
