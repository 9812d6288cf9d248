package news.lede.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * Tells the kind of event from headline and lead by a short list of words in each of some languages ({@code event-kinds.txt}), inflected or not. Says nothing where it could be two, and in
 * languages without a list: a wrong kind is worse than none. Immutable.
 */
final class EventKinds {
    private static final int LEAD = 250;
    /** In the lead a word may stand for what is mentioned in passing; two of one kind hardly do. */
    private static final int ENOUGH_IN_LEAD = 2;

    private static final EventKinds NONE = new EventKinds(Map.of());
    private static final Map<String, EventKinds> BY_LANGUAGE = read();

    /** Signs of each kind by their first stem; a sign is one stem or several in a row. */
    private final Map<String, List<Sign>> byFirst;

    private record Sign(List<String> stems, EventKind kind) {}

    private EventKinds(Map<String, List<Sign>> byFirst) {
        this.byFirst = byFirst;
    }

    static EventKinds in(Language language) {
        return BY_LANGUAGE.getOrDefault(language.code(), NONE);
    }

    /** {@code tokens} are those of a title of {@code titleLength} characters and of the text behind it. */
    Optional<EventKind> of(List<Token> tokens, int titleLength) {
        if (byFirst.isEmpty()) {
            return Optional.empty();
        }
        Set<EventKind> inTitle = EnumSet.noneOf(EventKind.class);
        Set<EventKind> inLead = EnumSet.noneOf(EventKind.class);
        int signs = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int at = tokens.get(i).span().start();
            if (at >= titleLength + LEAD) {
                break;
            }
            Optional<EventKind> kind = at(tokens, i);
            kind.ifPresent((at < titleLength ? inTitle : inLead)::add);
            signs += kind.isPresent() ? 1 : 0;
        }
        if (!inTitle.isEmpty()) {
            return only(inTitle);
        }
        return signs >= ENOUGH_IN_LEAD ? only(inLead) : Optional.empty();
    }

    private Optional<EventKind> at(List<Token> tokens, int i) {
        return byFirst.getOrDefault(tokens.get(i).stem(), List.of()).stream()
                .filter(sign -> stands(sign.stems(), tokens, i))
                .map(Sign::kind)
                .findFirst();
    }

    private static boolean stands(List<String> stems, List<Token> tokens, int from) {
        if (from + stems.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < stems.size(); i++) {
            if (!tokens.get(from + i).stem().equals(stems.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<EventKind> only(Set<EventKind> kinds) {
        return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    }

    private static Map<String, EventKinds> read() {
        Map<String, Map<String, List<Sign>>> signs = new HashMap<>();
        Language language = Language.UNKNOWN;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                language = new Language(line.substring(1, line.length() - 1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                EventKind kind = EventKind.valueOf(line.substring(0, colon).strip());
                for (String sign : line.substring(colon + 1).split(",")) {
                    List<String> stems = Tokens.of(sign.strip(), language).stream()
                            .map(Token::stem)
                            .toList();
                    signs.computeIfAbsent(language.code(), _ -> new HashMap<>())
                            .computeIfAbsent(stems.getFirst(), _ -> new ArrayList<>())
                            .add(new Sign(stems, kind));
                }
            }
        }
        return signs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, of -> new EventKinds(of.getValue())));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(
                        EventKinds.class.getResourceAsStream("event-kinds.txt"), "event-kinds.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the words of kinds of events", e);
        }
    }
}
