package org.tandemrec.importing;

import org.tandemrec.features.EncodedField;

/**
 * One input of a foreign tower: the rows of a table that an input of ours chooses.
 *
 * @param foreign the foreign input's name
 * @param ours the field that chooses
 * @param table the foreign codes by our codes
 */
record AdapterInput(String foreign, EncodedField ours, CodeTable table) {}
