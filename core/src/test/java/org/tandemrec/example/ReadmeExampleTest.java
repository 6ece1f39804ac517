package org.tandemrec.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.model.SampleBundle;

class ReadmeExampleTest {
    private static final Path SOURCE =
            Path.of("src/test/java/org/tandemrec/example/WhatWouldThisPersonLike.java");
    private static final Path README = Path.of("..", "README.md");

    @TempDir Path folder;

    @Test
    void theExampleRuns() {
        SampleBundle.storeIn(folder);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        WhatWouldThisPersonLike.print(
                folder, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "1. One More Waltz (1995)",
                        "2. Harbour Fools (1994)",
                        "3. Pie in the Sky (1993)");
    }

    @Test
    void theReadmeShowsTheVeryLinesThatRun() throws IOException {
        String source = between(Files.readString(SOURCE), "// <example>\n", "// </example>");
        String shown =
                between(
                        Files.readString(README),
                        "<!-- example -->\n```java\n",
                        "```\n<!-- /example -->");

        assertThat(shown).isEqualTo(source.stripIndent().strip() + "\n");
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start, end);
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
