package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TandemTest {
    @Test
    void anUnknownCommandIsTheCallersMistake() {
        CommandRun run = CommandRun.of("recomend");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "tandem: unknown command 'recomend'; did you mean 'recommend'?; see 'tandem --help'\n");
    }

    @Test
    void helpAndVersionSucceed() {
        assertThat(Tandem.run("--help")).isZero();
        assertThat(Tandem.run("--version")).isZero();
    }
}
