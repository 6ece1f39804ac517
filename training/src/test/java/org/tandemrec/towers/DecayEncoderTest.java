package org.tandemrec.towers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.vectors.Matrix;

class DecayEncoderTest extends HistoryEncoderContract {
    private static final int WIDTH = 16;
    private static final DecayPlan PLAN = new DecayPlan(WIDTH, 24, 8, 0, 40);

    @Override
    HistoryEncoder encoder() {
        Matrix events = Start.normal(ITEMS, WIDTH, 0.2, 1);
        Arrays.fill(events.values(), 0, events.stride(), 0);
        DecayEncoder encoder =
                new DecayEncoder(
                        PEOPLE,
                        events,
                        Start.normal(ITEMS, WIDTH, 0.2, 2),
                        new SequenceReads(Optional.of(LEVELS), true, false, Optional.empty()),
                        PLAN,
                        3);
        nudge(read(encoder).subList(1, read(encoder).size()));
        return encoder;
    }

    /** All but the items' vectors, which are met by what the encoder gives. */
    @Override
    List<Parameter> read(HistoryEncoder encoder) {
        return encoder.parameters().subList(1, encoder.parameters().size());
    }
}
