package org.tandemrec.index;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * How an item lies in Lucene: its id as a term and as a value, its vector, and a field for each
 * filterable one.
 */
final class LuceneDocuments {
    static final String ID = "id";
    static final String VECTOR = "vector";

    private LuceneDocuments() {}

    static Document of(IndexedItem item) {
        Document document = new Document();
        document.add(new StringField(ID, item.id(), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(item.id())));
        document.add(
                new KnnFloatVectorField(
                        VECTOR,
                        item.vector().toArray(),
                        VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
        item.fields().forEach((name, value) -> add(document, name, value));
        return document;
    }

    private static void add(Document document, String name, FieldValue field) {
        switch (field) {
            case FieldValue.Keywords(Set<String> values) ->
                    values.forEach(
                            value ->
                                    document.add(
                                            new StringField(
                                                    keywords(name), value, Field.Store.NO)));
            case FieldValue.Numeric(double value) ->
                    document.add(new DoublePoint(number(name), value));
        }
    }

    static Term idTerm(String id) {
        return new Term(ID, id);
    }

    /** The vector of the item of that id, if the reader has it. */
    static Optional<DenseVector> vectorOf(IndexReader reader, String id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            Optional<DenseVector> vector = vectorOf(leaf.reader(), id);
            if (vector.isPresent()) {
                return vector;
            }
        }
        return Optional.empty();
    }

    private static Optional<DenseVector> vectorOf(LeafReader leaf, String id) throws IOException {
        PostingsEnum documents = leaf.postings(idTerm(id), PostingsEnum.NONE);
        if (documents == null) {
            return Optional.empty();
        }
        Bits live = leaf.getLiveDocs();
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                return Optional.of(vectorOf(leaf, document));
            }
        }
        return Optional.empty();
    }

    private static DenseVector vectorOf(LeafReader leaf, int document) throws IOException {
        FloatVectorValues vectors = leaf.getFloatVectorValues(VECTOR);
        DocIndexIterator places = vectors.iterator();
        places.advance(document);
        return DenseVector.of(vectors.vectorValue(places.index()));
    }

    // Prefixes keep the fields of items apart from each other by kind, and from the id and the
    // vector.
    static String keywords(String name) {
        return "keywords:" + name;
    }

    static String number(String name) {
        return "number:" + name;
    }
}
