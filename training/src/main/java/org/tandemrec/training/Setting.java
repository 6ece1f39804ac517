package org.tandemrec.training;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component of a {@link TrainingConfig} that people set, by file or option. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {
    /** What it means, in one short sentence. */
    String value();

    /** What it is called; empty for the component's own name, with dashes. */
    String key() default "";

    /**
     * Whether only what comes after the steps depends on it, so that steps need not be repeated.
     */
    boolean afterSteps() default false;
}
