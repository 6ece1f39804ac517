package org.tandemrec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector width of this process, chosen once: the machine's own, at most {@value Matrix#LANES}
 * floats. A width that the machine does not have would run interpreted.
 */
final class SimdSpecies {
    static final VectorSpecies<Float> WIDEST =
            FloatVector.SPECIES_PREFERRED.length() > Matrix.LANES
                    ? FloatVector.SPECIES_512
                    : FloatVector.SPECIES_PREFERRED;

    private SimdSpecies() {}
}
