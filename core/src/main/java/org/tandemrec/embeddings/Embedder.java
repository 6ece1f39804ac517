package org.tandemrec.embeddings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.model.ModelBundle;

/**
 * A bundle's two towers, each opened when it is first asked. Owns native memory until closed. Safe
 * for any thread.
 */
public final class Embedder implements AutoCloseable {
    private final ModelBundle bundle;
    private final LazyTower userTower;
    private final LazyTower itemTower;

    public Embedder(ModelBundle bundle) {
        this.bundle = bundle;
        this.userTower = new LazyTower(bundle.userTower(), bundle.manifest().dimension());
        this.itemTower = new LazyTower(bundle.itemTower(), bundle.manifest().dimension());
    }

    /**
     * The vector of a person.
     *
     * @param userId whose id and attributes to start from; the unknown user where absent
     * @param attributes codes by field name, in the place of the known ones
     */
    public float[] person(Optional<String> userId, Map<String, String> attributes) {
        return userTower.open().vectors(bundle.person(userId, attributes));
    }

    /** The vectors of all users, row after row; the first is the unknown user's. */
    public float[] users() {
        return userTower.open().vectors(bundle.users());
    }

    /** The vectors of all items, row after row; the first is the unknown item's. */
    public float[] items() {
        return itemTower.open().vectors(bundle.items());
    }

    @Override
    public void close() {
        userTower.close();
        itemTower.close();
    }

    /** A tower opened by the first who asks for it. */
    private static final class LazyTower implements AutoCloseable {
        private final Path onnx;
        private final int dimension;
        private Optional<Tower> tower = Optional.empty();

        private LazyTower(Path onnx, int dimension) {
            this.onnx = onnx;
            this.dimension = dimension;
        }

        private synchronized Tower open() {
            Tower open = tower.orElseGet(() -> Tower.open(onnx, dimension));
            tower = Optional.of(open);
            return open;
        }

        @Override
        public synchronized void close() {
            tower.ifPresent(Tower::close);
            tower = Optional.empty();
        }
    }
}
