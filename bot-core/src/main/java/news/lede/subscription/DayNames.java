package news.lede.subscription;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.lede.text.NameFolding;
import news.lede.text.TypedWords;

/** What people call the days of the week, long and short, folded and without full stops. */
final class DayNames {
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

    private DayNames() {}

    static Map<String, DayOfWeek> in(Collection<Locale> languages) {
        Map<String, DayOfWeek> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            TypedWords.of("day." + day.getValue()).forEach(name -> names.put(name, day));
            for (Locale language : languages) {
                STYLES.forEach(style -> names.put(plain(day.getDisplayName(style, language)), day));
            }
        }
        return Map.copyOf(names);
    }

    /** As the names are kept. */
    static String plain(String typed) {
        return NameFolding.fold(typed).replace(".", "");
    }
}
