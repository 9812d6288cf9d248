package news.lede.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Recognises pages that show something else in place of their article: by what they say, by their titles, by the elements of known checks. A long text is never one,
 * for real articles tell of cookies, robots and subscriptions too. Immutable.
 */
final class Walls {
    /** A text with so many words is an article, whatever it says. */
    private static final int LONG = 300;
    /** With fewer words one sign is enough. */
    private static final int SHORT = 80;
    /** With fewer words an element of a check is enough; many pages carry one for their forms. */
    private static final int THIN = 60;

    private static final String CHECKS =
            "#challenge-form, #challenge-error-text, #challenge-running, .cf-error-details, #cf-wrapper,"
                    + " [id^=px-captcha], iframe[src*=captcha-delivery.com], script[src*=captcha-delivery.com],"
                    + " iframe[src*=_Incapsula_Resource], script[src*=_Incapsula_Resource], form#captcha-form, form[action*=/captcha],"
                    + " #sec-if-cpt-container, [class*=g-recaptcha], [class*=h-captcha], [class*=cf-turnstile]";

    private final Map<Wall, List<String>> sayings = new EnumMap<>(Wall.class);
    private final Map<Wall, Phrases> titles = new EnumMap<>(Wall.class);

    Walls() {
        sections("walls.txt")
                .forEach((wall, lines) -> sayings.put(
                        wall,
                        lines.stream().map(l -> l.toLowerCase(Locale.ROOT)).toList()));
        sections("wall-titles.txt").forEach((wall, lines) -> titles.put(wall, new Phrases(lines)));
    }

    private static Map<Wall, List<String>> sections(String resource) {
        Map<Wall, List<String>> sections = new EnumMap<>(Wall.class);
        List<String> open = new ArrayList<>();
        for (String line : Resources.lines(resource)) {
            if (line.startsWith("[")) {
                open = new ArrayList<>();
                sections.put(Wall.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT)), open);
            } else {
                open.add(line);
            }
        }
        return sections;
    }

    /** The wall that a page's title and text are, if they are one: two signs, or one in a short text; a title is a sign. */
    Optional<Wall> in(String title, List<String> paragraphs) {
        int words = Tokens.words(paragraphs, LONG + 1);
        if (words > LONG) {
            return Optional.empty();
        }
        String text = folded(title + " " + String.join(" ", paragraphs));
        Optional<Wall> called = called(title);
        Optional<Wall> likeliest = called;
        long most = 0;
        long signs = called.isPresent() ? 1 : 0;
        for (Map.Entry<Wall, List<String>> wall : sayings.entrySet()) {
            long own = wall.getValue().stream().filter(text::contains).count();
            signs += own;
            if (called.isEmpty() && own > most) {
                most = own;
                likeliest = Optional.of(wall.getKey());
            }
        }
        return signs >= 2 || (signs == 1 && words < SHORT) ? likeliest : Optional.empty();
    }

    /** The wall whose title a page has. */
    private Optional<Wall> called(String title) {
        return titles.entrySet().stream()
                .filter(t -> t.getValue().isWhole(title))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The check for robots or scripts that stands in the markup of a page with next to no text. */
    Optional<Wall> in(Document page, List<String> paragraphs) {
        if (Tokens.words(paragraphs, THIN) >= THIN) {
            return Optional.empty();
        }
        if (page.selectFirst(CHECKS) != null) {
            return Optional.of(Wall.ROBOT);
        }
        String without = folded(page.select("noscript").text());
        return page.body().text().length() < LONG
                        && sayings.getOrDefault(Wall.SCRIPT, List.of()).stream().anyMatch(without::contains)
                ? Optional.of(Wall.SCRIPT)
                : Optional.empty();
    }

    /** The paragraphs that tell news: those that offer a subscription or a login are left out. */
    List<String> withoutOffers(List<String> paragraphs) {
        return paragraphs.stream().filter(p -> !isOffer(p)).toList();
    }

    private boolean isOffer(String paragraph) {
        return Tokens.words(paragraph) < SHORT && offers(paragraph);
    }

    /** Whether a text offers a subscription or a login somewhere. */
    boolean offers(String words) {
        String text = folded(words);
        return sayings.entrySet().stream()
                .filter(w -> w.getKey().leavesABeginning())
                .flatMap(w -> w.getValue().stream())
                .anyMatch(text::contains);
    }

    static int words(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(Tokens::words).sum();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
