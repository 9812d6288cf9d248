package news.lede.web;

import java.util.Map;

/**
 * What visitors of the JDK's server may take up. By itself it waits for the end of a request for ever and takes as many connections as there are files to open, of which the store and polling need some too.
 */
final class ServerLimits {
    /** Long enough for two megabytes over a bad line. */
    private static final String SECONDS_TO_ASK = "60";

    /** Of some thousand files that a process may have open. */
    private static final String CONNECTIONS = "400";

    private ServerLimits() {}

    /** To be called before the first server is made: it reads these once. What whoever starts the JVM says goes first. */
    static void set() {
        Map.of(
                        // Headers and body go out in two writes; else the second waits 40 ms for the first to be
                        // acknowledged.
                        "sun.net.httpserver.nodelay", "true",
                        "sun.net.httpserver.maxReqTime", SECONDS_TO_ASK,
                        "jdk.httpserver.maxConnections", CONNECTIONS)
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }
}
