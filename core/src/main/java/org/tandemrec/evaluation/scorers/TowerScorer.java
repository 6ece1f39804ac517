package org.tandemrec.evaluation.scorers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.AttributeReader;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.RatingScale;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * A bundle's two towers as they are judged: a person's vector comes from the row of a known user or
 * from the unknown user with their attributes, and from the history that the person has; an item's
 * score is the inner product of the two. Not safe for concurrent use.
 */
public final class TowerScorer implements Scorer, ValuePredictor {
    private static final int PEOPLE_PER_TASK = 4;

    private final ModelBundle bundle;
    private final Embedder embedder;
    private final Workers workers;
    private final Matrix items;
    private final Optional<Matrix> itemRatings;

    /**
     * The scorer of a bundle; all items are embedded at once.
     *
     * @param embedder of the same bundle; stays the caller's
     * @param workers share the matrix products; stay the caller's
     */
    public TowerScorer(ModelBundle bundle, Embedder embedder, Workers workers) {
        this.bundle = bundle;
        this.embedder = embedder;
        this.workers = workers;
        this.items = asColumns(embedder.items(), bundle.manifest().dimension());
        this.itemRatings =
                bundle.manifest().ratingDimension().stream()
                        .mapToObj(length -> asColumns(embedder.itemRatings(), length))
                        .findFirst();
    }

    private Matrix asColumns(float[] vectors, int length) {
        int count = bundle.catalogue().size();
        Matrix columns = Matrix.zeros(length, count);
        for (int item = 0; item < count; item++) {
            for (int component = 0; component < length; component++) {
                columns.set(component, item, vectors[(item + 1) * length + component]);
            }
        }
        return columns;
    }

    @Override
    public String name() {
        return bundle.manifest().preset();
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        multiply(people, items, embedder::person, into);
    }

    /** The vector that items are searched with for a person. */
    public float[] vector(Person person) {
        return embedder.person(codes(person), history(person));
    }

    private void multiply(
            List<Person> people,
            Matrix columns,
            BiFunction<EncodedTable, EncodedHistories, float[]> tower,
            float[][] into) {
        Matrix persons = Matrix.zeros(people.size(), columns.rows());
        workers.forRanges(
                people.size(),
                PEOPLE_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        Person person = people.get(row);
                        float[] vector = tower.apply(codes(person), history(person));
                        System.arraycopy(
                                vector, 0, persons.values(), persons.offset(row), vector.length);
                    }
                });
        Matrix scores = Matrix.zeros(people.size(), columns.columns());
        MatrixProduct.add(persons, columns, scores, workers);
        for (int row = 0; row < people.size(); row++) {
            System.arraycopy(scores.values(), scores.offset(row), into[row], 0, columns.columns());
        }
    }

    private EncodedTable codes(Person person) {
        return isKnown(person)
                ? bundle.person(person.user(), Map.of())
                : bundle.person(Optional.empty(), attributes(person));
    }

    private boolean isKnown(Person person) {
        return person.user().filter(bundle::knowsUser).isPresent();
    }

    /** Positions in the catalogue are rows less one. */
    private static EncodedHistories history(Person person) {
        History history = person.history();
        int[] rows = new int[history.size()];
        float[] values = new float[history.size()];
        long[] times = new long[history.size()];
        for (int event = 0; event < history.size(); event++) {
            rows[event] = history.item(event) + 1;
            values[event] = history.value(event);
            times[event] = history.time(event).orElse(TimeColumn.MISSING);
        }
        EncodedHistories read =
                EncodedHistories.one(rows, values, times, person.now().orElse(TimeColumn.MISSING));
        return history.isOrdered() ? read : read.turned(0);
    }

    @Override
    public boolean answers(Person person) {
        return bundle.refusal(person.user(), attributes(person)).isEmpty();
    }

    private Map<String, String> attributes(Person person) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Field field : bundle.recipe().personFields()) {
            if (field.input() && field.type() != FieldType.TIME) {
                person.attribute(field.name())
                        .ifPresent(value -> codes.put(field.name(), code(field, value)));
            }
        }
        return codes;
    }

    private String code(Field field, String value) {
        return field.type() == FieldType.NUMBER
                ? AttributeReader.read(field, bundle.vocabularies().user(field.name()), value)
                        .code()
                : value;
    }

    @Override
    public Optional<ValuePredictor> valuePredictor() {
        return bundle.manifest().ratings().map(_ -> this);
    }

    @Override
    public void values(List<Person> people, int[][] wanted, float[][] into) {
        RatingScale ratings = bundle.manifest().ratings().orElseThrow();
        float[][] scores = new float[people.size()][items.columns()];
        if (itemRatings.isPresent()) {
            multiply(people, itemRatings.get(), embedder::personRatings, scores);
        } else {
            scores(people, scores);
        }
        for (int row = 0; row < people.size(); row++) {
            for (int cell = 0; cell < wanted[row].length; cell++) {
                into[row][cell] = (float) ratings.rating(scores[row][wanted[row][cell]]);
            }
        }
    }
}
