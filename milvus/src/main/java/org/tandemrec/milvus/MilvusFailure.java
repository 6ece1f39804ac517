package org.tandemrec.milvus;

import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.exception.MilvusClientException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemrec.index.IndexException;

/** Turns what the Milvus client and its server report into one clear line. */
final class MilvusFailure {
    private static final int LONGEST_REASON = 300;

    /** What went wrong, as far as the code of a server or of its client tells. */
    private enum Fault {
        UNREACHABLE,
        LATE,
        DENIED,
        NO_DATABASE,
        NO_COLLECTION,
        NOT_LOADED,
        OVERLOADED,
        CHANGED_MEANWHILE,
        OTHER
    }

    private MilvusFailure() {}

    static IndexException unreachable(MilvusOptions options) {
        return new IndexException(
                IndexException.Kind.UNAVAILABLE,
                "no Milvus answers at %s; start it, or give its address with 'uri'"
                        .formatted(options.server()));
    }

    static IndexException tooSlow(MilvusOptions options, String doing, Duration allowed) {
        String seconds =
                BigDecimal.valueOf(allowed.toMillis(), 3).stripTrailingZeros().toPlainString();
        return new IndexException(
                IndexException.Kind.TIMEOUT,
                "Milvus at %s did not answer within %s s while %s; see whether %s, or allow more time"
                        .formatted(options.server(), seconds, doing, suspicion(options, doing)));
    }

    /** The client waits in silence where the two cannot agree on TLS. */
    private static String suspicion(MilvusOptions options, String doing) {
        boolean greeting = doing.equals(MilvusConnection.CONNECTING);
        return greeting && options.server().encryption() instanceof Encryption.Tls
                ? "it speaks TLS, 'tls-authority' names who signed its certificate, that certificate is in the host's name ('tls-server-name'), and it asks for none of yours ('tls-certificate')"
                : "it is overloaded";
    }

    static IndexException interrupted(MilvusOptions options) {
        return new IndexException(
                IndexException.Kind.UNAVAILABLE,
                "the wait for Milvus at %s was interrupted; ask again".formatted(options.server()));
    }

    /** The failure that a call to the server ended with. */
    static IndexException of(MilvusOptions options, Throwable failure) {
        Optional<IndexException> own = find(failure, IndexException.class);
        if (own.isPresent()) {
            return own.get();
        }
        return switch (fault(failure)) {
            case UNREACHABLE -> unreachable(options);
            case LATE -> tooSlow(options, "answering", options.deadlines().call());
            case DENIED ->
                    failure(
                            IndexException.Kind.UNAVAILABLE,
                            "Milvus at %s refuses Tandem: %s; check 'token', or 'user' and 'password'"
                                    .formatted(options.server(), reason(failure)),
                            failure);
            case NO_DATABASE ->
                    failure(
                            IndexException.Kind.MISSING,
                            "Milvus at %s has no database '%s'; create it there, or name another with 'database'"
                                    .formatted(options.server(), options.server().database()),
                            failure);
            case NO_COLLECTION ->
                    failure(
                            IndexException.Kind.MISSING,
                            "the collection is no longer on Milvus at %s (%s); run 'tandem index'"
                                    .formatted(options.server(), reason(failure)),
                            failure);
            case NOT_LOADED ->
                    failure(
                            IndexException.Kind.UNAVAILABLE,
                            "Milvus at %s has not yet brought the collection into memory; ask again in a moment"
                                    .formatted(options.server()),
                            failure);
            case OVERLOADED ->
                    failure(
                            IndexException.Kind.UNAVAILABLE,
                            "Milvus at %s is too busy: %s; ask again later"
                                    .formatted(options.server(), reason(failure)),
                            failure);
            case CHANGED_MEANWHILE ->
                    failure(
                            IndexException.Kind.UNAVAILABLE,
                            "items on Milvus at %s were changed while it read them; ask again"
                                    .formatted(options.server()),
                            failure);
            case OTHER ->
                    failure(
                            IndexException.Kind.UNAVAILABLE,
                            "Milvus at %s failed: %s; see its log"
                                    .formatted(options.server(), reason(failure)),
                            failure);
        };
    }

    /** Whether a collection must be loaded before it can be asked. */
    static boolean isNotLoaded(IndexException failure) {
        return fault(failure) == Fault.NOT_LOADED;
    }

    /** Whether a collection has no index yet. */
    static boolean isWithoutIndex(IndexException failure) {
        return reason(failure).contains("index not found");
    }

    /** Whether the same question, asked again in a moment, may well be answered. */
    static boolean isPassing(IndexException failure) {
        Fault fault = fault(failure);
        return fault == Fault.OVERLOADED || fault == Fault.CHANGED_MEANWHILE;
    }

    private static Fault fault(Throwable failure) {
        return find(failure, StatusRuntimeException.class)
                .map(MilvusFailure::ofCall)
                .or(() -> find(failure, MilvusClientException.class).map(MilvusFailure::ofServer))
                .orElseGet(() -> ofWords(reason(failure)));
    }

    private static Fault ofCall(StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE -> Fault.UNREACHABLE;
            case DEADLINE_EXCEEDED -> Fault.LATE;
            case UNAUTHENTICATED, PERMISSION_DENIED -> Fault.DENIED;
            case RESOURCE_EXHAUSTED -> Fault.OVERLOADED;
            default -> Fault.OTHER;
        };
    }

    // The codes are those of Milvus' pkg/util/merr; older servers give 65535 and words.
    private static Fault ofServer(MilvusClientException failure) {
        return switch (failure.getServerErrCode()) {
            case 100 -> Fault.NO_COLLECTION;
            case 101, 102, 103, 500, 501, 503 -> Fault.NOT_LOADED;
            case 800 -> Fault.NO_DATABASE;
            case 1, 2, 4, 8, 9 -> Fault.OVERLOADED;
            case 1400, 1401 -> Fault.DENIED;
            default -> ofWords(reason(failure));
        };
    }

    private static Fault ofWords(String reason) {
        if (reason.contains("database not found")
                || (reason.startsWith("Database ") && reason.endsWith(" not exist"))) {
            return Fault.NO_DATABASE;
        }
        if (reason.contains("can't find collection") || reason.contains("collection not found")) {
            return Fault.NO_COLLECTION;
        }
        if (reason.contains("collection not loaded") || reason.contains("not fully loaded")) {
            return Fault.NOT_LOADED;
        }
        // What a server says whose parts have not yet found each other after a restart.
        if (reason.contains("unrecoverable error") || reason.contains("not healthy")) {
            return Fault.OVERLOADED;
        }
        // A search finds rows and then reads their vectors: one that is written anew in between is
        // missed by an older server.
        if (reason.contains("incomplete query result")) {
            return Fault.CHANGED_MEANWHILE;
        }
        return reason.contains("auth check failure") ? Fault.DENIED : Fault.OTHER;
    }

    private static IndexException failure(
            IndexException.Kind kind, String message, Throwable cause) {
        return new IndexException(kind, message, cause);
    }

    /** What the innermost exception says, on one line. */
    private static String reason(Throwable failure) {
        Throwable innermost =
                Stream.iterate(failure, Throwable::getCause)
                        .takeWhile(cause -> Optional.ofNullable(cause).isPresent())
                        .reduce((_, deeper) -> deeper)
                        .orElse(failure);
        String words =
                Optional.ofNullable(innermost.getMessage())
                        .orElse(innermost.getClass().getSimpleName())
                        .replaceAll("\\s+", " ");
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON) + "…";
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Throwable::getCause)
                .takeWhile(cause -> Optional.ofNullable(cause).isPresent())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
