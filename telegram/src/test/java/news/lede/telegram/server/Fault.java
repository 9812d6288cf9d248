package news.lede.telegram.server;

import java.time.Duration;

/** Something that goes wrong with one request. */
public sealed interface Fault {
    /** The service answers an error of its own and does nothing. */
    record Error(int code, String description) implements Fault {}

    /** The service asks to wait and does nothing. */
    record Flood(int seconds) implements Fault {}

    /** A proxy in between answers something that is no JSON. */
    record NoJson(int code) implements Fault {}

    /** The connection is cut before the service has done anything. */
    record DropBefore() implements Fault {}

    /** The service does what it was asked to; the connection is cut before its answer. */
    record DropAfter() implements Fault {}

    /** The service does at once what it was asked to; its answer takes its time. */
    record Late(Duration by) implements Fault {}

    /** The service takes its time. */
    record Slow(Duration by) implements Fault {}
}
