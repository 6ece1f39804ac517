package org.tandemrec.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.BadInputException;

class ArgumentsTest {
    private static Arguments of(String... arguments) {
        return Arguments.of(Set.of("minutes", "uri"), arguments);
    }

    private static void assertRefused(ThrowingCallable call, String line) {
        assertThatExceptionOfType(BadInputException.class).isThrownBy(call).withMessage(line);
    }

    @Test
    void haveValuesByName() {
        Arguments given = of("--minutes", "3");
        assertThat(given.number("minutes", 10)).isEqualTo(3);
        assertThat(of().number("minutes", 10)).isEqualTo(10);
        assertThat(given.text("uri")).isEmpty();
    }

    @Test
    void ofTwoTheLaterStays() {
        assertThat(of("--minutes", "3", "--minutes", "4").number("minutes", 10)).isEqualTo(4);
    }

    @Test
    void refuseWhatIsUnknownOrUnreadable() {
        assertRefused(
                () -> of("--hours", "1"), "found '--hours', expected one of --minutes, --uri");
        assertRefused(() -> of("--minutes"), "--minutes has no value");
        assertRefused(() -> of().required("uri"), "--uri is missing");
        assertRefused(
                () -> of("--minutes", "0").number("minutes", 10),
                "--minutes is '0', expected a whole number from 1 on");
    }
}
