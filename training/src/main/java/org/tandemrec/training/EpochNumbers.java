package org.tandemrec.training;

/**
 * How the epochs of a pass are numbered for whoever watches.
 *
 * @param before how many epochs there were before this pass
 * @param last the number of the last epoch there can be
 */
record EpochNumbers(int before, int last) {
    int of(int epochOfPass) {
        return before + epochOfPass;
    }
}
