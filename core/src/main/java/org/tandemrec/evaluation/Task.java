package org.tandemrec.evaluation;

import org.tandemrec.evaluation.scorers.History;
import org.tandemrec.evaluation.scorers.Person;

/**
 * What is asked for one user.
 *
 * @param user the id, which the recommender sees only where the train part has it
 * @param person as the recommender may know them
 * @param heldOut the interactions that are held out
 */
record Task(String user, Person person, History heldOut) {}
