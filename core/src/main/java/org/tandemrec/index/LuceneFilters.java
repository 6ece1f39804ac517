package org.tandemrec.index;

import java.util.List;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Says a {@link Filter} in Lucene's queries. */
final class LuceneFilters {
    private LuceneFilters() {}

    static Query query(Filter filter) {
        return switch (filter) {
            case Filter.Everything() -> MatchAllDocsQuery.INSTANCE;
            case Filter.All(List<Filter> parts) -> all(parts);
            case Filter.HasAnyOf(String field, Set<String> keywords) ->
                    anyOf(LuceneDocuments.keywords(field), keywords);
            case Filter.Between between ->
                    DoublePoint.newRangeQuery(
                            LuceneDocuments.number(between.field()),
                            between.lowest(),
                            between.highest());
            case Filter.IdIn(Set<String> ids) -> anyOf(LuceneDocuments.ID, ids);
            case Filter.IdNotIn(Set<String> ids) -> without(anyOf(LuceneDocuments.ID, ids));
        };
    }

    private static Query all(List<Filter> parts) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        builder.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        parts.forEach(part -> builder.add(query(part), BooleanClause.Occur.FILTER));
        return builder.build();
    }

    private static Query without(Query unwanted) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                .add(unwanted, BooleanClause.Occur.MUST_NOT)
                .build();
    }

    private static Query anyOf(String field, Set<String> texts) {
        return new TermInSetQuery(field, texts.stream().map(BytesRef::new).toList());
    }
}
