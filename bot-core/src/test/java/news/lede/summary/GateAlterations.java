package news.lede.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.lede.summary.GatePassages.Passage;

/** Makes false sentences of true ones, the evidence's own and their rewordings; the same ones for the same seed. */
final class GateAlterations {
    /** What a passage does not say. */
    record Altered(Passage passage, String kind, String text) {}

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern QUOTED = Pattern.compile("[\"“„«「]([^\"”“»」]+)[\"”“»」]");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final List<String> NUMBER_WORDS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<List<String>> UNITS = List.of(
            List.of(" million", " billion"),
            List.of("bn", "m"),
            List.of(" млрд", " млн"),
            List.of(" млн", " тыс."),
            List.of(" tỷ", " triệu"),
            List.of(" milyar", " milyon"),
            List.of(" milyon", " bin"),
            List.of(" bilhões", " milhões"),
            List.of(" miljoen", " miljard"),
            List.of(" Millionen", " Milliarden"),
            List.of(" milioni", " miliardi"),
            List.of("亿", "万"),
            List.of("億", "万"),
            List.of("$", "€"),
            List.of("€", "$"),
            List.of("£", "$"),
            List.of(" dollars", " euros"),
            List.of(" Euro", " Dollar"),
            List.of(" euros", " dollars"),
            List.of(" percent", " percentage points"),
            List.of("%", " percentage points"),
            List.of(" kilometres", " miles"),
            List.of("-hour", "-day"),
            List.of(" hours", " days"),
            List.of(" a.m.", " p.m."));
    private static final Map<String, List<String>> INVENTED = Map.of(
            "en", List.of(", police said", ", according to the trade union", ", a neighbour claimed"),
            "de", List.of(", sagte ein Nachbar", ", wie die Gewerkschaft mitteilte"),
            "fr", List.of(", a déclaré un voisin", ", selon le syndicat"),
            "es", List.of(", dijo un vecino", ", según el sindicato"),
            "pt", List.of(", disse um vizinho", ", segundo o sindicato"),
            "it", List.of(", ha detto un vicino", ", secondo il sindacato"),
            "nl", List.of(", zei een buurman", ", volgens de vakbond"),
            "ru", List.of(", сказал сосед", ", сообщил профсоюз"),
            "tr", List.of(", dedi bir komşu"));

    private final List<Passage> all;
    private final long seed;
    private final Random random;

    GateAlterations(List<Passage> all, long seed) {
        this.all = all;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** At most one of each kind for each passage, made of its evidence or of a rewording. */
    List<Altered> make() {
        List<Altered> made = new ArrayList<>();
        for (Passage passage : all) {
            add(made, passage, "name", this::otherName);
            add(made, passage, "number, near", (p, t) -> otherNumber(p, t, true));
            add(made, passage, "number, far", (p, t) -> otherNumber(p, t, false));
            add(made, passage, "number, unit", this::otherUnit);
            add(made, passage, "quote, word", this::otherQuote);
            add(made, passage, "quote, made", this::madeQuote);
            for (String kind : List.of("negation", "hedge", "speaker", "roles")) {
                add(made, passage, kind, (p, t) -> marked(p, t, kind));
            }
            add(made, passage, "speaker, invented", this::invented);
            for (String kind : List.of("direction", "quantity", "order")) {
                if (passage.marks().stream().anyMatch(m -> m.kind().equals(kind))) {
                    add(made, passage, kind, (p, t) -> marked(p, t, kind));
                }
            }
        }
        DateAlterations dates = new DateAlterations(seed);
        all.forEach(passage -> dates.of(passage).forEach(text -> made.add(new Altered(passage, "date", text))));
        return made;
    }

    private interface Alteration {
        Optional<String> apply(Passage passage, String text);
    }

    private void add(List<Altered> made, Passage passage, String kind, Alteration alteration) {
        List<String> texts = new ArrayList<>(passage.texts());
        Collections.shuffle(texts, random);
        for (String text : texts) {
            Optional<String> altered = alteration.apply(passage, text);
            if (altered.isPresent() && !passage.texts().contains(altered.get())) {
                made.add(new Altered(passage, kind, altered.get()));
                return;
            }
        }
    }

    private Optional<String> otherName(Passage passage, String text) {
        List<String> kinds = new ArrayList<>(passage.names().keySet());
        Collections.shuffle(kinds, random);
        for (String kind : kinds) {
            for (String name : passage.names().getOrDefault(kind, List.of())) {
                if (text.contains(name)) {
                    List<String> others = all.stream()
                            .filter(p -> p.language().equals(passage.language()))
                            .flatMap(p -> p.names().getOrDefault(kind, List.of()).stream())
                            .filter(other -> !passage.evidence().contains(other))
                            .toList();
                    if (others.isEmpty()) {
                        return Optional.empty();
                    }
                    String other = pick(others);
                    int space = name.indexOf(' ');
                    int otherSpace = other.indexOf(' ');
                    if (kind.equals("p") && space > 0 && otherSpace > 0) {
                        other = switch (random.nextInt(3)) {
                            case 0 -> name.substring(0, space) + other.substring(otherSpace);
                            case 1 -> other.substring(0, otherSpace) + name.substring(space);
                            default -> other;
                        };
                    }
                    return Optional.of(text.replace(name, other));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> otherNumber(Passage passage, String text, boolean near) {
        List<MatchResult> found = DIGITS.matcher(text).results().toList();
        if (found.isEmpty()) {
            return otherNumberWord(passage, text);
        }
        MatchResult at = pick(found);
        long value = Long.parseLong(at.group());
        for (int tries = 0; tries < 20; tries++) {
            long other = near
                    ? value + (random.nextBoolean() ? 1 : -1) * (1L + random.nextInt(2))
                    : value * 10 + random.nextInt(10);
            String digits = Long.toString(other);
            if (other > 0 && !passage.evidence().contains(digits)) {
                return Optional.of(text.substring(0, at.start()) + digits + text.substring(at.end()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> otherNumberWord(Passage passage, String text) {
        for (String word : NUMBER_WORDS) {
            String other = pick(NUMBER_WORDS);
            Pattern whole = Pattern.compile("\\b" + word + "\\b");
            if (passage.language().equals(new news.lede.text.Language("en"))
                    && whole.matcher(text).find()
                    && !passage.evidence().contains(other)) {
                return Optional.of(whole.matcher(text).replaceFirst(other));
            }
        }
        return Optional.empty();
    }

    private Optional<String> otherUnit(Passage passage, String text) {
        List<List<String>> units = UNITS.stream()
                .filter(u -> Pattern.compile("(\\d" + Pattern.quote(u.get(0)) + "|" + Pattern.quote(u.get(0)) + "\\d)")
                        .matcher(text)
                        .find())
                .toList();
        if (units.isEmpty()) {
            return Optional.empty();
        }
        List<String> unit = pick(units);
        int at = text.indexOf(unit.get(0));
        while (!(at > 0 && Character.isDigit(text.charAt(at - 1)))
                && !(at + unit.get(0).length() < text.length()
                        && Character.isDigit(text.charAt(at + unit.get(0).length())))) {
            at = text.indexOf(unit.get(0), at + 1);
        }
        return Optional.of(text.substring(0, at)
                + unit.get(1)
                + text.substring(at + unit.get(0).length()));
    }

    private Optional<String> otherQuote(Passage passage, String text) {
        Optional<MatchResult> quote = QUOTED.matcher(text).results().findFirst();
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        String inside = quote.get().group(1);
        List<MatchResult> words = WORD.matcher(inside).results().toList();
        MatchResult word = pick(words);
        String other = pick(WORD.matcher(pick(all.stream()
                                .filter(p -> p.language().equals(passage.language()) && p != passage)
                                .toList())
                        .evidence())
                .results()
                .map(MatchResult::group)
                .toList());
        boolean unspaced = List.of("zh", "ja").contains(passage.language().code());
        int end = unspaced ? word.start() + 2 : word.end();
        String made =
                inside.substring(0, word.start()) + (unspaced ? other.substring(0, 2) : other) + inside.substring(end);
        return made.equals(inside) ? Optional.empty() : Optional.of(text.replace(inside, made));
    }

    private Optional<String> madeQuote(Passage passage, String text) {
        String[] words = text.split(" ");
        if (words.length < 9 || QUOTED.matcher(text).find()) {
            return Optional.empty();
        }
        int length = 3 + random.nextInt(3);
        int start = random.nextInt(words.length - length);
        String part = String.join(" ", List.of(words).subList(start, start + length));
        boolean german = passage.language().code().equals("de");
        boolean guillemets = List.of("fr", "es", "it", "ru", "ar")
                .contains(passage.language().code());
        String quoted = german ? "„" + part + "“" : guillemets ? "«" + part + "»" : "\"" + part + "\"";
        return QUOTED.matcher(passage.evidence())
                        .results()
                        .anyMatch(q -> q.group(1).contains(part))
                ? Optional.empty()
                : Optional.of(text.replaceFirst(Pattern.quote(part), java.util.regex.Matcher.quoteReplacement(quoted)));
    }

    private Optional<String> marked(Passage passage, String text, String kind) {
        List<GatePassages.Mark> marks = passage.marks().stream()
                .filter(m -> m.kind().equals(kind) && text.contains(m.old()))
                .toList();
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        GatePassages.Mark mark = pick(marks);
        return Optional.of(text.replace(mark.old(), mark.made()));
    }

    private Optional<String> invented(Passage passage, String text) {
        if (passage.marks().stream().anyMatch(m -> m.kind().equals("speaker"))
                || passage.evidence().contains("olice")) {
            return Optional.empty();
        }
        List<String> endings = INVENTED.getOrDefault(passage.language().code(), List.of());
        return endings.isEmpty() || !text.endsWith(".")
                ? Optional.empty()
                : Optional.of(text.substring(0, text.length() - 1) + pick(endings) + ".");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
