package org.tandemrec.towers;

import java.util.List;
import org.tandemrec.layers.Parameter;

/** Lists of parameters made into one. */
final class Parameters {
    private Parameters() {}

    static List<Parameter> joined(List<List<Parameter>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
