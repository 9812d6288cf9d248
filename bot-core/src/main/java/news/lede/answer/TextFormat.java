package news.lede.answer;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts arguments into our texts. A text is a {@link MessageFormat} pattern in which a plural stands as ICU writes it: {@code {0,plural,one{# day}other{# days}}}. A form is for one of
 * the language's kinds of numbers ({@code zero}, {@code one}, {@code two}, {@code few}, {@code many}, {@code other}) or for a single one ({@code =0}), {@code #} is the number, and
 * placeholders and further plurals may stand inside.
 */
public final class TextFormat {
    private static final Pattern PLURAL = Pattern.compile("\\{(\\d+)\\s*,\\s*plural\\s*,");
    private static final Pattern FORM = Pattern.compile("\\s*(=\\d+|zero|one|two|few|many|other)\\s*\\{");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

    private TextFormat() {}

    /**
     * Numbers are written as the language does, so ids are passed as strings. A plural takes a whole number, or a string of digits, which is then shown as it stands.
     *
     * @throws IllegalArgumentException if {@code pattern} is none
     */
    public static String format(String pattern, Locale locale, @Nullable Object... arguments) {
        return new MessageFormat(choose(pattern, locale.getLanguage(), arguments), locale).format(arguments);
    }

    /** The pattern with the fitting form in place of each plural. */
    private static String choose(String pattern, String language, @Nullable Object[] arguments) {
        Matcher plural = PLURAL.matcher(pattern);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (plural.find(at)) {
            int index = Integer.parseInt(plural.group(1));
            Map<String, String> forms = new HashMap<>();
            int end = readForms(pattern, plural.end(), forms);
            // What stands inside has its own numbers, so it comes first.
            String form = choose(
                    fitting(forms, index < arguments.length ? arguments[index] : null, language), language, arguments);
            out.append(pattern, at, plural.start()).append(form.replace("#", "{" + index + "}"));
            at = end;
        }
        return out.append(pattern, at, pattern.length()).toString();
    }

    private static String fitting(Map<String, String> forms, @Nullable Object argument, String language) {
        String number = String.valueOf(argument);
        String other = forms.get("other");
        if (other == null) {
            throw new IllegalArgumentException("a plural without the form other");
        }
        if (!DIGITS.matcher(number).matches()) {
            return other;
        }
        String kind = PluralForm.of(Long.parseLong(number), language).name().toLowerCase(Locale.ROOT);
        return forms.getOrDefault("=" + number, forms.getOrDefault(kind, other));
    }

    /** Reads forms into {@code forms}; where the plural they belong to has ended. */
    private static int readForms(String pattern, int from, Map<String, String> forms) {
        Matcher form = FORM.matcher(pattern);
        int at = from;
        while (form.region(at, pattern.length()).lookingAt()) {
            int end = closing(pattern, form.end());
            forms.put(form.group(1), pattern.substring(form.end(), end));
            at = end + 1;
        }
        while (at < pattern.length() && pattern.charAt(at) == ' ') {
            at++;
        }
        if (at == pattern.length() || pattern.charAt(at) != '}') {
            throw new IllegalArgumentException("not the form of a plural: " + pattern.substring(at));
        }
        return at + 1;
    }

    /** Where the brace opened before {@code from} is closed. */
    private static int closing(String pattern, int from) {
        int open = 1;
        for (int i = from; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a form that is not closed: " + pattern.substring(from));
    }
}
