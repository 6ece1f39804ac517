package org.tandemrec.towers;

/**
 * How wide the parts of a tower are.
 *
 * @param id the embedding of an id
 * @param attribute the embedding of a category
 * @param word the embedding of a word
 * @param text how many filters read a text
 * @param vector the tower's output
 */
public record TowerWidths(int id, int attribute, int word, int text, int vector) {}
