package org.tandemrec.towers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.ValueScale;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;

class SequenceEncoderTest extends HistoryEncoderContract {
    private static final int WIDTH = 32;
    private static final Calendar CALENDAR = new Calendar(0, 100, 3);
    private static final SequencePlan PLAN = new SequencePlan(WIDTH, 2, 2, 8, 3, 0, 40);

    @Override
    HistoryEncoder encoder() {
        SequenceEncoder encoder =
                new SequenceEncoder(
                        PEOPLE,
                        Start.normal(ITEMS, WIDTH, 0.2, 1),
                        new SequenceReads(Optional.of(LEVELS), true, true, Optional.of(CALENDAR)),
                        PLAN,
                        2);
        nudge(encoder.parameters());
        return encoder;
    }

    @Override
    List<Parameter> read(HistoryEncoder encoder) {
        return encoder.parameters();
    }

    @Test
    void aValueHasTheCodeOfTheNearestLevel() {
        assertThat(LEVELS.code(1)).isEqualTo(1);
        assertThat(LEVELS.code(4.4f)).isEqualTo(4);
        assertThat(LEVELS.code(5)).isEqualTo(5);
        assertThat(LEVELS.code(99)).isEqualTo(5);
        assertThat(ValueLevels.of(new ValueScale(0, 100, 0.5)).count()).isEqualTo(20);
        assertThat(ValueLevels.of(new ValueScale(1, 1, 1)).code(1)).isEqualTo(1);
    }
}
