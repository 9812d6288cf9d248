package news.lede.web.chat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;

/** Writes instants as the apps do, in the reader's language and zone. */
final class Times {
    private Times() {}

    /** An instant by its second, as {@code words}. Seconds beyond any calendar are written as their number, as both apps do. */
    static void write(Markup out, String second, Words words, Scene scene) {
        ZonedDateTime at;
        try {
            at = Instant.ofEpochSecond(Long.parseLong(second)).atZone(scene.zone());
            out.element(
                    "time",
                    words.of(at, scene),
                    "class",
                    "chat-time",
                    "datetime",
                    at.toInstant().toString(),
                    "title",
                    dateTime(FormatStyle.FULL, FormatStyle.SHORT).of(at, scene));
        } catch (DateTimeException | NumberFormatException e) {
            out.text(second);
        }
    }

    /** How an instant is put. */
    @FunctionalInterface
    interface Words {
        String of(ZonedDateTime at, Scene scene);
    }

    static Words time(FormatStyle style) {
        return formatted(DateTimeFormatter.ofLocalizedTime(style));
    }

    static Words date(FormatStyle style) {
        return formatted(DateTimeFormatter.ofLocalizedDate(style));
    }

    static Words dateTime(FormatStyle date, FormatStyle time) {
        return formatted(DateTimeFormatter.ofLocalizedDateTime(date, time));
    }

    private static Words formatted(DateTimeFormatter formatter) {
        return (at, scene) -> formatter.withLocale(scene.locale()).format(at);
    }

    /** "2 hours ago". */
    static String ago(ZonedDateTime at, Scene scene) {
        Texts texts = Texts.in(scene.locale());
        Phrases phrases = new Phrases(texts, scene.now(), scene.zone());
        return phrases.isOld(at.toInstant())
                ? texts.text(
                        "age.ago",
                        texts.count(
                                "age.days",
                                Duration.between(at.toInstant(), scene.now()).toDays()))
                : phrases.age(at.toInstant(), false);
    }
}
