package org.tandemrec.reading.sample;

/**
 * How many ratings each user gives: a few many and many few (log-normal), and together exactly as
 * many as were asked for. Users are taken in order, so that nothing is kept of those that were.
 */
final class Shares {
    private static final double SPREAD = 0.9;

    private final SampleOptions options;
    private final double allWeights;
    private final long most;
    private final long fewest;
    private double weightsTaken;
    private long taken;
    private int users;

    Shares(SampleOptions options) {
        this.options = options;
        this.most = options.items() / 2;
        this.fewest = Math.clamp(options.interactions() / options.users() / 3, 1L, 20L);
        double sum = 0;
        for (int user = 0; user < options.users(); user++) {
            sum += weight(user);
        }
        this.allWeights = sum;
    }

    private double weight(int user) {
        return StrictMath.exp(SPREAD * new Dice(options.seed(), streamOf(user)).normal());
    }

    /** Streams of users are even numbers here and odd ones for what the user does. */
    private static long streamOf(int user) {
        return 2L * user;
    }

    /** How many ratings the next user gives. */
    int next() {
        weightsTaken += weight(users++);
        long due = (long) (options.interactions() * (weightsTaken / allWeights)) - taken;
        long left = options.interactions() - taken;
        long usersLeft = (long) options.users() - users;
        long atLeast = Math.max(Math.min(fewest, left - usersLeft), left - most * usersLeft);
        long atMost = Math.min(most, left - usersLeft);
        long share = Math.clamp(due, Math.min(atLeast, atMost), atMost);
        taken += share;
        return (int) share;
    }
}
