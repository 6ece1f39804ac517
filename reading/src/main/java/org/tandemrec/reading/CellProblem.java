package org.tandemrec.reading;

/** What is wrong with a cell: a continuation of its column's name, such as {@code is 'x', …}. */
record CellProblem(String column, String reason) {}
