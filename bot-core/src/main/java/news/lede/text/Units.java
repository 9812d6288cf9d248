package news.lede.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Units of measure and currencies, from {@code units.txt}. Thread-safe. */
final class Units {
    /** {@code factor} brings a value to the base unit of {@code kind}. */
    record Unit(String id, String kind, BigDecimal factor) {
        boolean money() {
            return kind.equals("money");
        }
    }

    private static final List<String> LINES = FigureLists.sections("units.txt").getOrDefault("", List.of());
    private static final Map<String, Unit> BY_ID = byId();
    private static final Map<String, Units> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final PhraseTable<Unit> behind = new PhraseTable<>();
    private final PhraseTable<Unit> before = new PhraseTable<>();

    private Units(Language language) {
        for (String line : LINES) {
            String[] parts = line.split(" ");
            Unit unit = new Unit(parts[0], parts[1], new BigDecimal(parts[2]));
            for (int i = 3; i < parts.length; i++) {
                String word = parts[i].replace('_', ' ');
                if (word.length() > 3 && word.charAt(2) == ':') {
                    if (!word.startsWith(language.code())) {
                        continue;
                    }
                    word = word.substring(3);
                }
                boolean leads = word.startsWith("<") || word.startsWith("^");
                if (leads) {
                    before.add(word.substring(1), language, unit);
                }
                if (!word.startsWith("^")) {
                    behind.add(leads ? word.substring(1) : word, language, unit);
                }
            }
        }
    }

    private static Map<String, Unit> byId() {
        Map<String, Unit> units = new HashMap<>();
        for (String line : LINES) {
            String[] parts = line.split(" ");
            units.putIfAbsent(parts[0], new Unit(parts[0], parts[1], new BigDecimal(parts[2])));
        }
        return Map.copyOf(units);
    }

    static Units of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new Units(language));
    }

    /** The unit written from lexeme {@code at} on. */
    Optional<PhraseTable.Found<Unit>> startingAt(List<Lexeme> lexemes, int at) {
        return at < lexemes.size()
                ? behind.startingAt(lexemes, at).filter(found -> !isInitial(found, lexemes.get(at)))
                : Optional.empty();
    }

    /** The unit or currency written just before lexeme {@code end}. */
    Optional<PhraseTable.Found<Unit>> endingAt(List<Lexeme> lexemes, int end) {
        return before.endingAt(lexemes, end);
    }

    /** "5G" is no weight. */
    private static boolean isInitial(PhraseTable.Found<Unit> found, Lexeme lexeme) {
        return found.length() == 1 && lexeme.word() && lexeme.text().length() == 1 && lexeme.capital();
    }

    static Optional<Unit> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Currencies are dimensions of their own: what one is worth in another changes by the day. Degrees of different scales have no common factor. */
    static boolean sameDimension(String one, String two) {
        if (one.equals(two)) {
            return true;
        }
        Unit a = BY_ID.get(one);
        Unit b = BY_ID.get(two);
        return a != null && b != null && a.kind.equals(b.kind) && !a.money() && !a.kind.equals("heat");
    }

    /** 1 for what has no unit. */
    static BigDecimal factor(String id) {
        Unit unit = BY_ID.get(id);
        return unit == null ? BigDecimal.ONE : unit.factor;
    }
}
