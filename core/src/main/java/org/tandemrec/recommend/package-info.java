/**
 * Answers. In: a {@link org.tandemrec.recommend.Query}: a known user, what a person says of
 * themselves, liked items, or all three. Out: a ranked list with reasons. Knows no HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.recommend;
