package news.lede.answer;

import java.text.ListFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our texts for readers in one language. They stand in {@code messages*.properties} beside this class as {@link TextFormat} reads them; an apostrophe is written
 * twice there. Immutable.
 */
public final class Texts {
    /** The languages our texts exist in; the first is everybody's fallback. */
    public static final List<Locale> LANGUAGES = Stream.of("en", "de", "fr", "es", "pt", "ru", "uk", "tr", "ar", "zh")
            .map(Locale::forLanguageTag)
            .toList();

    private static final Map<String, Texts> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Texts::new));

    private static final Texts FALLBACK = new Texts(LANGUAGES.getFirst());

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        // Without this control a reader of English would get the language of the machine where that is not English.
        this.bundle = ResourceBundle.getBundle(
                "news.lede.answer.messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The texts for a reader of {@code locale}; in English when we do not speak that language. */
    public static Texts in(Locale locale) {
        Texts own = BY_LANGUAGE.get(locale.getLanguage());
        return own != null ? own : FALLBACK;
    }

    /** The language the texts are in. */
    public Locale locale() {
        return locale;
    }

    /**
     * The text of {@code key} with {@code arguments} in place of {@code {0}}, {@code {1}}; numbers are written as the language does, so ids are passed as
     * strings.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, Object... arguments) {
        return TextFormat.format(bundle.getString(key), locale, arguments);
    }

    /** The text of {@code key} for {@code n} things. */
    public String count(String key, long n) {
        return text(key, n);
    }

    /** A notice made of {@code notice.NAME.title} and {@code notice.NAME.text}; the arguments go into both. */
    public Answer.Notice notice(String name, List<Action> actions, Object... arguments) {
        return new Answer.Notice(
                text("notice." + name + ".title", arguments), text("notice." + name + ".text", arguments), actions);
    }

    /** "a, b and c". Empty for nothing. */
    public String list(List<String> items) {
        return items.isEmpty()
                ? ""
                : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(items);
    }

    /** Every item made by {@code each}, joined like {@link #list}. */
    public <T> String list(List<T> items, Function<T, String> each) {
        return list(items.stream().map(each).toList());
    }
}
