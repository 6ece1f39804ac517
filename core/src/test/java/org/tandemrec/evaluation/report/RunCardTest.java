package org.tandemrec.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tandemrec.evaluation.Comparison;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.HistoryGroup;
import org.tandemrec.evaluation.Judgement;
import org.tandemrec.evaluation.Measure;
import org.tandemrec.evaluation.metrics.Interval;
import org.tandemrec.evaluation.splits.SplitKind;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class RunCardTest {
    private static final TrainingCurve CURVE =
            new TrainingCurve(
                    "rmse",
                    2,
                    List.of(
                            new TrainingEpoch(1, 0.9, 0.95),
                            new TrainingEpoch(2, 0.8, 0.91),
                            new TrainingEpoch(3, 0.7, 0.92)));

    private static Measure measure(double value, double low, double high) {
        return new Measure(value, Optional.of(new Interval(low, high)));
    }

    private static EvaluationResult result() {
        Judgement own =
                new Judgement(
                        "fusion",
                        new TreeMap<>(
                                Map.of(
                                        "ndcg@10",
                                        measure(0.25, 0.2, 0.3),
                                        "rmse",
                                        measure(0.91, 0.9, 0.92),
                                        "overlap",
                                        new Measure(0.5, Optional.empty()))));
        Judgement popularity =
                new Judgement("popularity", Map.of("ndcg@10", measure(0.5, 0.45, 0.55)));
        return new EvaluationResult(
                "last",
                SplitKind.NEXT,
                "the last interaction of each user is held out",
                1200,
                1200,
                60,
                10,
                own,
                List.of(popularity),
                List.of(
                        new Comparison(
                                "ndcg@10",
                                "popularity",
                                -0.25,
                                true,
                                Optional.of(new Interval(-0.3, -0.2)))),
                List.of(new HistoryGroup(20, OptionalInt.empty(), 700, own, List.of(popularity))),
                List.of("baseline 'popularity' beats 'fusion' on ndcg@10"),
                List.of("read test.csv as pairs"));
    }

    private static RunCard card(String title, Optional<EvaluationResult> evaluation) {
        DataSummary data = new DataSummary("shop", title, Optional.of("ours"), 1200, 60, 9000);
        return new RunCard(
                Optional.of("7f3a90c1be22"),
                "fusion",
                data,
                7,
                Map.of("batch-size", "16384"),
                CURVE,
                evaluation);
    }

    private static Document page(RunCard card) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(card.html())));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void anEvaluationHasTheNamesThatScriptsRelyOn() {
        JsonNode json = EvaluationJson.of(result());
        assertThat(json.path("split").asText()).isEqualTo("last");
        assertThat(json.path("preset").asText()).isEqualTo("fusion");
        assertThat(json.path("metrics").path("rmse").asDouble()).isEqualTo(0.91);
        assertThat(json.path("metrics").path("ndcg@10").asDouble()).isEqualTo(0.25);
        assertThat(json.path("baselines").path("popularity").path("ndcg@10").asDouble())
                .isEqualTo(0.5);
        assertThat(json.path("intervals").path("ndcg@10")).hasToString("[0.2,0.3]");
        assertThat(json.path("intervals").has("overlap")).isFalse();
        assertThat(json.path("differences").path("ndcg@10"))
                .hasToString(
                        "{\"bestBaseline\":\"popularity\",\"difference\":-0.25,"
                                + "\"interval\":[-0.3,-0.2]}");
        assertThat(json.path("byHistory"))
                .hasToString(
                        "[{\"from\":20,\"users\":700,"
                                + "\"metrics\":{\"ndcg@10\":0.25,\"overlap\":0.5,\"rmse\":0.91},"
                                + "\"baselines\":{\"popularity\":{\"ndcg@10\":0.5}}}]");
        assertThat(json.path("warnings").size()).isEqualTo(1);
    }

    @Test
    void theCardAsJsonHoldsTheWholeRun() throws Exception {
        JsonNode json = json(card("Shop", Optional.of(result())).json());
        assertThat(json.path("bundle").asText()).isEqualTo("7f3a90c1be22");
        assertThat(json.path("data").path("interactions").asInt()).isEqualTo(9000);
        assertThat(json.path("settings").path("batch-size").asText()).isEqualTo("16384");
        assertThat(json.path("training").path("bestEpoch").asInt()).isEqualTo(2);
        assertThat(json.path("training").path("epochs").path(2).path("validation").asDouble())
                .isEqualTo(0.92);
        assertThat(json.path("evaluation").path("metrics").path("rmse").asDouble()).isEqualTo(0.91);
    }

    @Test
    void thePageIsWellFormedAndShowsEveryMetricAndBothCurves() throws Exception {
        Document page = page(card("Shop", Optional.of(result())));
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(3 + 2);
        assertThat(page.getElementsByTagName("figcaption").item(0).getTextContent())
                .isEqualTo("NDCG at 10higher is better");
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("fusion on Shop");
        assertThat(page.getElementsByTagName("li").item(0).getTextContent())
                .isEqualTo("baseline 'popularity' beats 'fusion' on ndcg@10");
    }

    @Test
    void everyPictureReadsItsValuesAloud() {
        String html = card("Shop", Optional.of(result())).html();
        assertThat(html)
                .contains(
                        "aria-label=\"NDCG at 10: fusion 0.2500 (0.2000 to 0.3000); popularity"
                                + " 0.5000 (0.4500 to 0.5500)\"")
                .contains(
                        "aria-label=\"Validation RMSE over 3 epochs: first 0.9500, kept epoch 2:"
                                + " 0.9100, last 0.9200\"");
    }

    @Test
    void thePageFetchesNothingAndRunsNothing() {
        assertThat(card("Shop", Optional.of(result())).html())
                .doesNotContainPattern(
                        Pattern.compile("https?:|<script|<link|<img|@import|url\\(|src="));
    }

    @Test
    void textOfTheDataCannotBreakOutOfThePage() throws Exception {
        RunCard card = card("<b>\"Shop\"</b> & 'Sons'", Optional.of(result()));
        assertThat(page(card).getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("fusion on <b>\"Shop\"</b> & 'Sons'");
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        assertThat(card("Shop", Optional.of(result())).html())
                .isEqualTo(card("Shop", Optional.of(result())).html());
        assertThat(card("Shop", Optional.of(result())).json())
                .isEqualTo(card("Shop", Optional.of(result())).json());
    }

    @Test
    void aRunThatWasOnlyTrainedHasNoEvaluation() throws Exception {
        RunCard card = card("Shop", Optional.empty());
        assertThat(json(card.json()).has("evaluation")).isFalse();
        assertThat(page(card).getElementsByTagName("svg").getLength()).isEqualTo(2);
    }

    @Test
    void anEpochOfNonsenseIsRefused() {
        assertThatThrownBy(() -> new TrainingEpoch(3, Double.NaN, 0.9))
                .hasMessage(
                        "epoch 3 with loss NaN and validation 0.9, expected a count from 1 and"
                                + " finite numbers");
    }
}
