package org.tandemrec.reading;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person writes them. */
final class Plain {
    private static final MathContext DIGITS = new MathContext(6);

    private Plain() {}

    /** {@code 3} and {@code 0.5}, never {@code 3.0}; six digits. */
    static String number(double number) {
        BigDecimal rounded = new BigDecimal(number, DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
