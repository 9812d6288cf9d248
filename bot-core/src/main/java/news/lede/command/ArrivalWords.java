package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.belongings.Arrivals;
import news.lede.belongings.Arrivals.Line;
import news.lede.belongings.Arrivals.Outcome;
import news.lede.belongings.Arrivals.Part;

/** Tells what a file of a community brought, or would bring, to whoever brings it in the chat: what needs their eyes line by line, what is as it was by its number. */
final class ArrivalWords {
    /** More lines than this nobody reads in a chat. */
    private static final int MOST_LINES = 40;

    /** What was left out first. */
    private static final List<Outcome> ORDER = List.of(
            Outcome.NO_PLACE,
            Outcome.NOT_OURS,
            Outcome.OF_THEIR_PLATFORM,
            Outcome.NOT_ALLOWED,
            Outcome.FULL,
            Outcome.UNKNOWN,
            Outcome.ENDED,
            Outcome.AS_SOURCES,
            Outcome.BROUGHT,
            Outcome.SAME);

    private final Texts texts;
    private final Request request;

    ArrivalWords(Request request) {
        this.request = request;
        this.texts = request.texts();
    }

    Listing listing(String title, Arrivals arrivals, List<Action> actions, String footer) {
        List<Listing.Section> sections = new ArrayList<>();
        int room = MOST_LINES;
        for (Outcome outcome : ORDER) {
            List<Line> all = arrivals.lines().stream()
                    .filter(line -> line.outcome() == outcome)
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            List<Listing.Line> lines = new ArrayList<>();
            if (outcome == Outcome.SAME) {
                lines.add(new Listing.Line("", texts.count("import.same", all.size())));
            } else {
                int shown = Math.min(all.size(), Math.max(1, room));
                all.stream().limit(shown).map(this::line).forEach(lines::add);
                if (shown < all.size()) {
                    lines.add(new Listing.Line("", request.phrases().more(all.size() - shown)));
                }
                room -= shown;
            }
            sections.add(new Listing.Section(texts.text("import.outcome." + key(outcome)), lines));
        }
        return new Listing(Listing.Kind.SETTINGS, title, sections, actions, Optional.of(footer));
    }

    private Listing.Line line(Line line) {
        return new Listing.Line(texts.text("import.part." + key(line.part())), what(line));
    }

    /** Persons are not named where others may read. */
    private String what(Line line) {
        if (line.part() == Part.GRANT) {
            return "";
        }
        return line.part() == Part.SUBSCRIPTION && line.what().equals("*")
                ? texts.text("subscription.everything")
                : line.what();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
