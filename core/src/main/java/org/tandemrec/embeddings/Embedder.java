package org.tandemrec.embeddings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tandemrec.data.BadInputException;
import org.tandemrec.model.Manifest;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.TowerInput;

/**
 * A bundle's two towers, each opened when it is first asked. Owns native memory until closed. Safe
 * for any thread.
 */
public final class Embedder implements AutoCloseable {
    private final ModelBundle bundle;
    private final LazyTower userTower;
    private final LazyTower itemTower;

    /** The towers of a bundle. */
    public Embedder(ModelBundle bundle) {
        Manifest manifest = bundle.manifest();
        this.bundle = bundle;
        this.userTower =
                new LazyTower(bundle.userTower(), manifest.userInputs(), manifest.dimension());
        this.itemTower =
                new LazyTower(bundle.itemTower(), manifest.itemInputs(), manifest.dimension());
    }

    /**
     * Starts ONNX Runtime in another thread and returns at once. Loading its library takes as long
     * as opening a bundle does; asked for before, the two overlap. Harmless when it is running
     * already.
     */
    public static void warmUp() {
        RuntimeEnvironment.warmUp();
    }

    /**
     * The vector of a person.
     *
     * @param userId whose id and attributes to start from; the unknown user where absent
     * @param attributes codes by field name, in the place of the known ones
     * @throws IllegalArgumentException for a field that is no input of the user tower
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

    /** The vectors of the known users by id. */
    public VectorTable knownUsers() {
        return VectorTable.of(
                bundle.vocabularies().userIds(), users(), bundle.manifest().dimension());
    }

    /** The vectors of the known items by id. */
    public VectorTable knownItems() {
        return VectorTable.of(
                bundle.vocabularies().itemIds(), items(), bundle.manifest().dimension());
    }

    @Override
    public void close() {
        userTower.close();
        itemTower.close();
    }

    /** A tower opened by the first who asks for it. */
    private static final class LazyTower implements AutoCloseable {
        private final Path onnx;
        private final Set<String> inputs;
        private final int dimension;
        private Optional<Tower> tower = Optional.empty();

        private LazyTower(Path onnx, List<TowerInput> inputs, int dimension) {
            this.onnx = onnx;
            this.inputs = inputs.stream().map(TowerInput::field).collect(Collectors.toSet());
            this.dimension = dimension;
        }

        private synchronized Tower open() {
            if (tower.isEmpty()) {
                tower = Optional.of(opened());
            }
            return tower.get();
        }

        private Tower opened() {
            Tower opened = Tower.open(onnx, dimension);
            Set<String> found = opened.inputs();
            if (!found.equals(inputs)) {
                opened.close();
                throw new BadInputException(
                        "%s: reads %s, expected %s as the manifest says"
                                .formatted(onnx, new TreeSet<>(found), new TreeSet<>(inputs)));
            }
            return opened;
        }

        @Override
        public synchronized void close() {
            tower.ifPresent(Tower::close);
            tower = Optional.empty();
        }
    }
}
