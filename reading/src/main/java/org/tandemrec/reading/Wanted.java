package org.tandemrec.reading;

/**
 * A column that is wanted of a file.
 *
 * @param column its name
 * @param form what is mostly found in it, so that it can be read without making a string
 * @param separator what joins the elements where a cell is a list
 */
record Wanted(String column, Form form, String separator) {
    /** What is mostly found in a column. A cell of another form is still read, as text. */
    enum Form {
        TEXT,
        /** Whole numbers in their plain decimal form, such as ids. */
        ID,
        /** Any numbers. */
        NUMBER,
        /** Seconds since 1970. */
        TIME
    }

    static Wanted text(String column) {
        return new Wanted(column, Form.TEXT, "|");
    }
}
