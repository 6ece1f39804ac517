package org.tandemrec.evaluation.scorers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.AttributeReader;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.RatingScale;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * A bundle's two towers as they are judged: a known user by their own vector, a cold person by the
 * vector of the unknown user with their attributes; an item's score is the inner product of the
 * two. Not safe for concurrent use.
 */
public final class TowerScorer implements Scorer, ValuePredictor {
    private final ModelBundle bundle;
    private final Embedder embedder;
    private final Workers workers;
    private final float[] users;
    private final Matrix items;
    private final int dimension;

    /**
     * The scorer of a bundle; all users and items are embedded at once.
     *
     * @param embedder of the same bundle; stays the caller's
     * @param workers share the matrix products; stay the caller's
     */
    public TowerScorer(ModelBundle bundle, Embedder embedder, Workers workers) {
        this.bundle = bundle;
        this.embedder = embedder;
        this.workers = workers;
        this.dimension = bundle.manifest().dimension();
        this.users = embedder.users();
        this.items = itemsAsColumns(embedder.items());
    }

    private Matrix itemsAsColumns(float[] vectors) {
        int count = bundle.catalogue().size();
        Matrix columns = Matrix.zeros(dimension, count);
        for (int item = 0; item < count; item++) {
            for (int component = 0; component < dimension; component++) {
                columns.set(component, item, vectors[(item + 1) * dimension + component]);
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
        Matrix persons = Matrix.zeros(people.size(), dimension);
        for (int row = 0; row < people.size(); row++) {
            writeVector(people.get(row), persons, row);
        }
        Matrix scores = Matrix.zeros(people.size(), items.columns());
        MatrixProduct.add(persons, items, scores, workers);
        for (int row = 0; row < people.size(); row++) {
            System.arraycopy(scores.values(), scores.offset(row), into[row], 0, items.columns());
        }
    }

    private void writeVector(Person person, Matrix persons, int row) {
        int known = person.user().map(bundle.vocabularies().userIds()::rowOf).orElse(0);
        if (known == Vocabulary.UNKNOWN) {
            float[] vector = embedder.person(Optional.empty(), codes(person));
            System.arraycopy(vector, 0, persons.values(), persons.offset(row), dimension);
        } else {
            requireVector(person, known);
            System.arraycopy(
                    users, known * dimension, persons.values(), persons.offset(row), dimension);
        }
    }

    /** A user whom the tower refuses is refused with its reason. */
    private void requireVector(Person person, int known) {
        if (Float.isNaN(users[known * dimension])) {
            bundle.person(person.user(), Map.of());
        }
    }

    @Override
    public boolean answers(Person person) {
        return bundle.refusal(person.user(), codes(person)).isEmpty();
    }

    private Map<String, String> codes(Person person) {
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
        scores(people, scores);
        for (int row = 0; row < people.size(); row++) {
            for (int cell = 0; cell < wanted[row].length; cell++) {
                into[row][cell] = (float) ratings.rating(scores[row][wanted[row][cell]]);
            }
        }
    }
}
