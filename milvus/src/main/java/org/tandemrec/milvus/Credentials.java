package org.tandemrec.milvus;

/** How Tandem proves who it is to a Milvus server. No secret appears in {@code toString}. */
public sealed interface Credentials {
    /** For a server that does not ask. */
    record Anonymous() implements Credentials {}

    /** An API key, or {@code user:password}. */
    record Token(String token) implements Credentials {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** A user's name and password. */
    record Password(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "Password[user=%s, password hidden]".formatted(user);
        }
    }
}
