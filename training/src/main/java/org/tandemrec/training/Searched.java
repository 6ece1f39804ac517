package org.tandemrec.training;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values of a {@link Setting} that {@code tandem tune} tries: a {@link SearchRange}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Searched {
    double from();

    double to();

    SearchRange.Spread spread();
}
