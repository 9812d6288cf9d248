package news.lede.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.opml.SourceAddress;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.source.Sources;

/** Finds the source that an operator names by id, address or title. */
final class NamedSource {
    private static final int NAMED = 5;

    private NamedSource() {}

    /**
     * The one source meant.
     *
     * @throws Problem that says what comes near when there is none or several
     */
    static Source find(Sources sources, String typed) {
        List<Source> all = sources.all().stream()
                .filter(s -> s.kind() != SourceKind.IMPORTED)
                .toList();
        String wanted = typed.strip();
        String address = SourceAddress.read(wanted) instanceof SourceAddress.Usable(String usable) ? usable : wanted;
        List<Source> found = all.stream()
                .filter(s -> s.id().toString().equals(wanted) || s.address().equals(address))
                .toList();
        if (found.isEmpty()) {
            found = all.stream().filter(s -> s.title().equalsIgnoreCase(wanted)).toList();
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw problem("Several sources are called \"" + wanted + "\". Name one by its id:", found);
        }
        String part = wanted.toLowerCase(Locale.ROOT);
        List<Source> near = all.stream()
                .filter(s -> s.title().toLowerCase(Locale.ROOT).contains(part)
                        || s.address().contains(part))
                .toList();
        throw near.isEmpty()
                ? new Problem(
                        ExitCode.FAILED,
                        List.of("There is no source \"" + Display.brief(wanted, 100)
                                + "\". `lede source list` shows them with their ids."))
                : problem("There is no source \"" + wanted + "\". Did you mean one of these? Name it by its id:", near);
    }

    private static Problem problem(String what, List<Source> sources) {
        return new Problem(
                ExitCode.FAILED,
                List.of(what
                        + sources.stream()
                                .limit(NAMED)
                                .map(s -> "\n  " + s.id() + "  " + Display.plain(s.title()) + "  " + s.address())
                                .collect(Collectors.joining())));
    }
}
