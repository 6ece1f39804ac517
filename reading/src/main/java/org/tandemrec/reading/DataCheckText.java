package org.tandemrec.reading;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A {@link DataCheck} as lines for a person to read. */
final class DataCheckText {
    private static final int WIDEST_BAR = 40;
    private static final int MOST_REJECTED = 20;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final DataCheck check;
    private final StringBuilder text = new StringBuilder();

    DataCheckText(DataCheck check) {
        this.check = check;
    }

    String lines() {
        line("recipe", "%s (%s)".formatted(check.recipe().name(), check.recipe().title()));
        check.recipe().licence().ifPresent(licence -> line("licence", licence));
        line("users", count(check.users()));
        line("items", count(check.items()));
        line("interactions", count(check.interactions()));
        check.first().ifPresent(first -> line("from", DAY.format(first)));
        check.last().ifPresent(last -> line("to", DAY.format(last)));
        addValues();
        check.report()
                .notices()
                .forEach((notice, count) -> line("notice", count(count) + " " + notice));
        addRejected();
        return text.toString();
    }

    private void addValues() {
        long highest =
                check.values().bars().stream().mapToLong(ValueHistogram.Bar::count).max().orElse(1);
        for (ValueHistogram.Bar bar : check.values().bars()) {
            int width = (int) (WIDEST_BAR * bar.count() / Math.max(1, highest));
            String drawn = "%12s  %s".formatted(count(bar.count()), "█".repeat(width));
            line("value " + bar.label(), drawn);
        }
    }

    private void addRejected() {
        long all = check.report().rejectedRows();
        String share = String.format(Locale.ROOT, "%.2f %%", 100 * check.report().rejectedShare());
        String rows = count(check.report().rows());
        line("rejected", "%s of %s rows (%s)".formatted(count(all), rows, share));
        check.report().rejected().stream()
                .limit(MOST_REJECTED)
                .forEach(rejection -> text.append("  ").append(rejection).append('\n'));
        if (all > MOST_REJECTED) {
            String more = count(all - MOST_REJECTED);
            text.append("  … and ").append(more).append(" more; --json names more of them\n");
        }
    }

    private void line(String name, String value) {
        text.append("%-14s ".formatted(name)).append(value.stripTrailing()).append('\n');
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
