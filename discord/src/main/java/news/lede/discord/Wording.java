package news.lede.discord;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import news.lede.answer.Answer;
import news.lede.answer.TextFormat;
import news.lede.answer.Texts;

/** The few texts that only Discord needs: names of its menus, and what to say when the platform itself stood in the way. */
final class Wording {
    private Wording() {}

    static String text(String key, Locale locale, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "news.lede.discord.messages",
                Texts.in(locale).locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return TextFormat.format(bundle.getString(key), Texts.in(locale).locale(), arguments);
    }

    /** A notice made of {@code notice.NAME.title} and {@code notice.NAME.text}; the arguments go into both. */
    static Answer notice(String name, Locale locale, Object... arguments) {
        return new Answer.Notice(
                text("notice." + name + ".title", locale, arguments),
                text("notice." + name + ".text", locale, arguments),
                List.of());
    }
}
