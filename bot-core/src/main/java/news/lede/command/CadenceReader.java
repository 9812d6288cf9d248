package news.lede.command;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.subscription.Cadence;
import news.lede.subscription.ScheduleText;

/** Reads from {@code when}, {@code at} and {@code zone} when somebody wants to be told. */
final class CadenceReader {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final ScheduleText SCHEDULES = new ScheduleText(Texts.LANGUAGES);

    private CadenceReader() {}

    sealed interface Outcome {}

    record Read(Cadence cadence) implements Outcome {}

    record Wrong(Answer.Notice notice) implements Outcome {}

    /** Without any: at once. With times alone: daily. With days or weeks alone: at eight. {@code there}: asked as where it is to be told. */
    static Outcome read(Request there) {
        Texts texts = there.texts();
        Optional<SpokenChoice.When> when = there.arguments().text("when").flatMap(SpokenChoice.WHEN::of);
        Optional<String> at = there.arguments().text("at");
        Optional<ZoneId> zone = zone(there);
        if (zone.isEmpty()) {
            return new Wrong(noZone(texts, there.arguments().required("zone")));
        }
        if (at.isEmpty() && when.map(SpokenChoice.When.NOW::equals).orElse(true)) {
            return new Read(new Cadence.Instantly());
        }
        if (at.isPresent() && when.filter(SpokenChoice.When.NOW::equals).isPresent()) {
            return new Wrong(texts.notice("schedule.now-at", List.of()));
        }
        Set<DayOfWeek> days = when.map(CadenceReader::days).orElse(EnumSet.allOf(DayOfWeek.class));
        SortedSet<LocalTime> times = new TreeSet<>(Set.of(MORNING));
        if (at.isPresent()) {
            switch (SCHEDULES.parse(at.get())) {
                case ScheduleText.Parsed.Wrong(ScheduleText.Kind kind, String part) -> {
                    return new Wrong(wrong(texts, kind, part));
                }
                case ScheduleText.Parsed.Read(Set<DayOfWeek> on, SortedSet<LocalTime> clock) -> {
                    days = on.isEmpty() ? days : on;
                    times = clock.isEmpty() ? times : clock;
                }
            }
        }
        return new Read(new Cadence.ByDigest(days, times, zone.get()));
    }

    /** The days that a word stands for. */
    static Set<DayOfWeek> days(SpokenChoice.When when) {
        return switch (when) {
            case NOW, DAILY -> EnumSet.allOf(DayOfWeek.class);
            case WEEKDAYS -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case WEEKLY -> EnumSet.of(DayOfWeek.MONDAY);
        };
    }

    private static Optional<ZoneId> zone(Request there) {
        Optional<String> typed = there.arguments().text("zone");
        return typed.isPresent()
                ? ZoneNames.of(typed.get())
                : Optional.of(there.asker().workspace().zone());
    }

    /** What to say of a zone that does not exist. */
    static Answer.Notice noZone(Texts texts, String typed) {
        String shown = Display.brief(typed, CommandLine.ECHOED);
        return ZoneNames.near(typed)
                .map(near -> texts.notice("zone.near", List.of(new Action(near, "/timezone " + near)), shown, near))
                .orElseGet(() -> texts.notice("zone.unknown", List.of(), shown));
    }

    private static Answer.Notice wrong(Texts texts, ScheduleText.Kind kind, String part) {
        String shown = Display.brief(part, CommandLine.ECHOED);
        return switch (kind) {
            case NO_TIME -> texts.notice("schedule.no-time", List.of(), shown);
            case UNKNOWN -> texts.notice("schedule.unknown", List.of(), shown);
            case DAY_BEHIND -> texts.notice("schedule.day-behind", List.of(), shown);
            case TOO_MANY -> texts.notice("schedule.too-many", List.of(), shown, ScheduleText.MOST_TIMES);
        };
    }
}
