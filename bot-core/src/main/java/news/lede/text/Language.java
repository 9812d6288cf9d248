package news.lede.text;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language as an ISO 639-1 code where there is one, else 639-3, in lower case. Never a region: stories form per
 * language, and a region would part readers of one event.
 */
public record Language(String code) {
    public static final Language ENGLISH = new Language("en");
    /** Too short or too mixed to tell: rules that need no language apply. */
    public static final Language UNKNOWN = new Language("und");

    /** Asked for at every word. */
    private static final Map<String, Locale> LOCALES = new ConcurrentHashMap<>();

    public Language {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a language code: " + code);
        }
    }

    private static boolean isCode(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < 'a' || code.charAt(i) > 'z') {
                return false;
            }
        }
        return code.length() == 2 || code.length() == 3;
    }

    public Locale locale() {
        return LOCALES.computeIfAbsent(code, Locale::forLanguageTag);
    }
}
