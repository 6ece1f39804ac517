package org.tandemrec.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemrec.features.Words;

/**
 * How the text of a cell becomes the values that an encoding has codes for.
 *
 * @param pattern its first group is what is read; a text that it does not match is read whole
 * @param words how the text is cut into words; absent where it is one value
 */
record ValueReading(Optional<Pattern> pattern, Optional<WordSplit> words) {
    /** The values in a cell's text, in their order. */
    List<String> values(String text) {
        String read = pattern.flatMap(group -> firstGroup(group, text)).orElse(text);
        return words.map(split -> split.words(read)).orElse(List.of(read));
    }

    private static Optional<String> firstGroup(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    /** What words are. All are in lower case. */
    enum WordSplit {
        /** Runs of letters and digits. */
        LETTERS_AND_DIGITS,
        /** Whatever stands between spaces. */
        SPACES;

        private static final Pattern SPACE =
                Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

        /** The word that mappings use. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private List<String> words(String text) {
            return switch (this) {
                case LETTERS_AND_DIGITS -> Words.of(text);
                case SPACES ->
                        Arrays.stream(SPACE.split(text.toLowerCase(Locale.ROOT), -1))
                                .filter(word -> !word.isEmpty())
                                .toList();
            };
        }
    }
}
