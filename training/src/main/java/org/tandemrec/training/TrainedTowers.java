package org.tandemrec.training;

import org.tandemrec.towers.ScoreScale;
import org.tandemrec.vectors.Matrix;

/**
 * Two trained towers, ready for a bundle. The inner product of a user's and an item's vector is the
 * score, which {@link #scale} turns into a value. Nobody else writes to the arrays handed out.
 */
public final class TrainedTowers {
    private final byte[] userTower;
    private final byte[] itemTower;
    private final Matrix userVectors;
    private final Matrix itemVectors;
    private final ScoreScale scale;
    private final TrainingReport report;

    TrainedTowers(
            byte[] userTower,
            byte[] itemTower,
            Matrix userVectors,
            Matrix itemVectors,
            ScoreScale scale,
            TrainingReport report) {
        this.userTower = userTower;
        this.itemTower = itemTower;
        this.userVectors = userVectors;
        this.itemVectors = itemVectors;
        this.scale = scale;
        this.report = report;
    }

    /** The user tower as an ONNX model. */
    public byte[] userTower() {
        return userTower;
    }

    /** The item tower as an ONNX model. */
    public byte[] itemTower() {
        return itemTower;
    }

    /** The trainer's own vectors of the users, row by row, as the ONNX model has to give them. */
    public Matrix userVectors() {
        return userVectors;
    }

    /** The trainer's own vectors of the items, row by row, as the ONNX model has to give them. */
    public Matrix itemVectors() {
        return itemVectors;
    }

    /** How a score becomes a value. */
    public ScoreScale scale() {
        return scale;
    }

    public TrainingReport report() {
        return report;
    }
}
