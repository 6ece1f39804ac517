package org.tandemrec.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tandemrec.evaluation.EvaluationResult;

/** A run card as one page of HTML: style and pictures inside, no script, nothing to fetch. */
final class RunCardPage {
    private static final String STYLE = "run-card.css";

    private final RunCard card;

    private RunCardPage(RunCard card) {
        this.card = card;
    }

    static String of(RunCard card) {
        return new RunCardPage(card).html();
    }

    private String html() {
        return """
               <!DOCTYPE html>
               <html lang="en">
               <head>
               <meta charset="utf-8"/>
               <meta name="viewport" content="width=device-width, initial-scale=1"/>
               <title>%s</title>
               <style>
               %s</style>
               </head>
               <body>
               <main>
               %s%s%s%s%s%s%s</main>
               </body>
               </html>
               """
                .formatted(
                        Markup.escaped(title()),
                        style(),
                        header(),
                        warnings(),
                        card.evaluation().map(EvaluationSection::html).orElse(""),
                        training(),
                        card.evaluation().map(MetricTable::html).orElse(""),
                        settings(),
                        footer());
    }

    private String title() {
        return "%s on %s".formatted(card.preset(), card.data().title());
    }

    private static String style() {
        try (InputStream css = RunCardPage.class.getResourceAsStream(STYLE)) {
            if (css == null) {
                throw new IllegalStateException("the style sheet " + STYLE + " is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String header() {
        StringBuilder facts = new StringBuilder();
        facts.append(fact("Users", count(card.data().users())));
        facts.append(fact("Items", count(card.data().items())));
        facts.append(fact("Interactions", count(card.data().interactions())));
        facts.append(fact("Recipe", card.data().recipe()));
        facts.append(fact("Seed", Long.toString(card.seed())));
        card.bundle().ifPresent(bundle -> facts.append(fact("Bundle", bundle)));
        return """
               <header>
               <p class="eyebrow">Tandem run card</p>
               <h1>%s</h1>
               <dl class="facts">
               %s</dl>
               </header>
               """
                .formatted(Markup.escaped(title()), facts);
    }

    private static String fact(String name, String value) {
        return "<div><dt>" + name + "</dt><dd>" + Markup.escaped(value) + "</dd></div>\n";
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String warnings() {
        if (card.warnings().isEmpty()) {
            return "";
        }
        return """
               <section class="warnings" aria-labelledby="warnings">
               <h2 id="warnings">Mind this</h2>
               <ul>
               %s</ul>
               </section>
               """
                .formatted(listItems(card.warnings()));
    }

    private static String listItems(List<String> lines) {
        StringBuilder items = new StringBuilder();
        lines.forEach(line -> items.append("<li>").append(Markup.escaped(line)).append("</li>\n"));
        return items.toString();
    }

    private String training() {
        TrainingCurve curve = card.curve();
        if (curve.epochs().isEmpty()) {
            return "";
        }
        String metric = "Validation " + MetricLabel.of(curve.validationMetric(), 10).title();
        return """
               <section>
               <h2>How training went</h2>
               <p class="soft">%d epochs; the ringed one was kept.</p>
               <div class="panels wide">
               %s%s</div>
               </section>
               """
                .formatted(
                        curve.epochs().size(),
                        chart("Training loss", TrainingEpoch::trainLoss),
                        chart(metric, TrainingEpoch::validation));
    }

    private String chart(String title, ToDoubleFunction<TrainingEpoch> value) {
        List<Double> values =
                card.curve().epochs().stream().map(epoch -> value.applyAsDouble(epoch)).toList();
        String svg = LineChart.svg(title, values, card.curve().bestEpoch());
        return "<figure>\n<figcaption>"
                + Markup.escaped(title)
                + "</figcaption>\n"
                + svg
                + "\n</figure>\n";
    }

    private String settings() {
        if (card.settings().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder();
        card.settings()
                .forEach(
                        (name, value) ->
                                rows.append("<tr><th scope=\"row\">")
                                        .append(Markup.escaped(name))
                                        .append("</th><td>")
                                        .append(Markup.escaped(value))
                                        .append("</td></tr>\n"));
        return """
               <section>
               <h2>Settings</h2>
               <div class="scroll"><table class="settings">
               %s</table></div>
               </section>
               """
                .formatted(rows);
    }

    private String footer() {
        StringBuilder lines = new StringBuilder();
        card.evaluation()
                .map(EvaluationResult::notices)
                .orElse(List.of())
                .forEach(notice -> lines.append(paragraph(notice)));
        card.data()
                .licence()
                .ifPresent(licence -> lines.append(paragraph("Licence of the data: " + licence)));
        return lines.isEmpty() ? "" : "<footer>\n" + lines + "</footer>\n";
    }

    private static String paragraph(String text) {
        return "<p>" + Markup.escaped(text) + "</p>\n";
    }
}
