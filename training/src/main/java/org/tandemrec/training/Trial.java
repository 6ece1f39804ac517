package org.tandemrec.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings that were tried.
 *
 * @param number of the trial, from 0
 * @param settings those that were searched, as text by key
 * @param figure the objective's metric on validation
 */
public record Trial(int number, Map<String, String> settings, double figure) {
    public Trial {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
