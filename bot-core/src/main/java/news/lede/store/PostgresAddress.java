package news.lede.store;

import java.util.Arrays;
import java.util.List;

/**
 * An address of PostgreSQL, which may name several servers: {@code jdbc:postgresql://one,two/database}.
 *
 * @param url as the operator wrote it; it may hold a password and is never shown
 */
record PostgresAddress(String url) {
    private static final String SCHEME = "jdbc:postgresql://";

    /** The same address for each server that it names, in their order. */
    List<String> each() {
        if (!url.startsWith(SCHEME)) {
            return List.of(url);
        }
        int from = SCHEME.length();
        int to = from;
        while (to < url.length() && url.charAt(to) != '/' && url.charAt(to) != '?') {
            to++;
        }
        String rest = url.substring(to);
        List<String> each = Arrays.stream(url.substring(from, to).split(","))
                .filter(server -> !server.isBlank())
                .map(server -> SCHEME + server.strip() + rest)
                .toList();
        // The driver knows a server where none is named: the one on this machine.
        return each.isEmpty() ? List.of(url) : each;
    }

    /** Where it leads, without what might be secret. */
    String name() {
        int parameters = url.indexOf('?');
        String bare = parameters < 0 ? url : url.substring(0, parameters);
        return bare.replaceFirst("//[^/@]*@", "//");
    }
}
