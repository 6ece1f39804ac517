package org.tandemrec.cli;

import java.util.function.Consumer;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.ModelBundle;

/** Where a bundle's vectors are kept for searching. */
sealed interface IndexPlace permits FolderPlace, MilvusPlace {
    /**
     * This place, with a local index that answers while it cannot be reached.
     *
     * @throws org.tandemrec.data.BadInputException where the place is local itself
     */
    IndexPlace withFallback();

    /**
     * Fails where the place cannot be reached.
     *
     * @throws org.tandemrec.index.IndexException where its server is away
     */
    void reach();

    /**
     * The index of a bundle.
     *
     * @throws org.tandemrec.index.IndexException of kind {@code MISSING} where there is none yet
     */
    VectorIndex open(ModelBundle bundle);

    /** An empty index for a bundle, which takes the place of the old one when it is committed. */
    VectorIndex create(ModelBundle bundle);

    /**
     * An index of a bundle to be judged: one that is there, or one made for the while. The place is
     * as it was when that is closed.
     *
     * @param filling puts the bundle's items into an empty index
     */
    JudgedIndex judged(ModelBundle bundle, Consumer<VectorIndex> filling);

    /**
     * Makes the index of another version the one that programs find, where that is a thing to do.
     */
    void activate(String version);
}
