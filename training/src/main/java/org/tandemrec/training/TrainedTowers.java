package org.tandemrec.training;

import org.tandemrec.model.TowerPair;
import org.tandemrec.vectors.Matrix;

/**
 * Two trained towers, ready for a bundle, and what they were measured by. The arrays handed out are
 * for reading only.
 */
public final class TrainedTowers {
    private final TowerPair pair;
    private final byte[] userTower;
    private final byte[] itemTower;
    private final Matrix userVectors;
    private final Matrix itemVectors;
    private final TrainingReport report;

    TrainedTowers(
            TowerPair pair,
            byte[] userTower,
            byte[] itemTower,
            Matrix userVectors,
            Matrix itemVectors,
            TrainingReport report) {
        this.pair = pair;
        this.userTower = userTower;
        this.itemTower = itemTower;
        this.userVectors = userVectors;
        this.itemVectors = itemVectors;
        this.report = report;
    }

    /** Both towers as a bundle takes them. */
    public TowerPair pair() {
        return pair;
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

    public TrainingReport report() {
        return report;
    }
}
