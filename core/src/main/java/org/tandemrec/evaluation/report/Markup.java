package org.tandemrec.evaluation.report;

/** Text made safe to stand in HTML and SVG, between tags and in attributes. */
final class Markup {
    private Markup() {}

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int place = 0; place < text.length(); place++) {
            append(text.charAt(place), safe);
        }
        return safe.toString();
    }

    private static void append(char character, StringBuilder safe) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.append(character);
        }
    }
}
