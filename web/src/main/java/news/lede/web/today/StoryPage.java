package news.lede.web.today;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** One story: {@code /story/12} with its summary and sources, {@code /story/12/timeline} and so on for the other looks at it. */
public final class StoryPage implements Endpoint {
    private static final String PATH = "/story";
    private static final int MOST_DIGITS = 18;

    private final Supplier<NewsDesk> desk;
    private final Function<Visit, Asker> eyes;
    private final InstantSource clock;

    public StoryPage(Supplier<NewsDesk> desk, Function<Visit, Asker> eyes, InstantSource clock) {
        this.desk = desk;
        this.eyes = eyes;
        this.clock = clock;
    }

    /** A way to look at a story. */
    private enum Look {
        SUMMARY("", "Summary", "story", "", ""),
        TIMELINE("timeline", "Timeline", "timeline", "", ""),
        COMPARE("compare", "Compare", "compare", "", ""),
        EVIDENCE("evidence", "Evidence", "story", "view", "evidence"),
        RELATED("related", "Related", "related", "count", "10");

        private final String part;
        private final String label;
        private final String command;
        private final String option;
        private final String value;

        Look(String part, String label, String command, String option, String value) {
            this.part = part;
            this.label = label;
            this.command = command;
            this.option = option;
            this.value = value;
        }

        static Optional<Look> of(List<String> below) {
            String wanted = below.size() == 1 ? "" : below.get(1);
            return Arrays.stream(values())
                    .filter(look -> look.part.equals(wanted))
                    .findFirst();
        }

        Invocation of(String id) {
            return new Invocation(command, option.isEmpty() ? Map.of("story", id) : Map.of("story", id, option, value));
        }
    }

    /** A look to choose. */
    public record Tab(String label, String path, boolean current) {}

    /** What is drawn. */
    public record View(Answer answer, Phrases phrases, List<Tab> tabs) {
        public View {
            tabs = List.copyOf(tabs);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply answer(Visit visit) {
        List<String> below = visit.below(PATH);
        if (below.isEmpty() || below.size() > 2 || !isNumber(below.getFirst())) {
            return Reply.notFound();
        }
        String id = below.getFirst();
        Optional<Look> look = Look.of(below);
        if (look.isEmpty()) {
            return Reply.notFound();
        }
        Asker who = eyes.apply(visit);
        Answer answer = desk.get().answer(who, look.get().of(id));
        if (answer instanceof Answer.Notice notice && look.get() == Look.SUMMARY) {
            return new Reply.Failed(404, notice.title(), notice.text());
        }
        List<Tab> tabs = Arrays.stream(Look.values())
                .map(one -> new Tab(
                        one.label, PATH + "/" + id + (one.part.isEmpty() ? "" : "/" + one.part), one == look.get()))
                .toList();
        return Reply.page(title(answer, id), "story.jte", new View(answer, Phrases.of(who, clock.instant()), tabs));
    }

    /** That of the story, as far as the answer knows it: the tab says which look this is. */
    private static String title(Answer answer, String id) {
        return switch (answer) {
            case Answer.StoryCard card -> card.story().view().title();
            case Answer.Account account -> account.story().title();
            case Answer.StoryList list -> list.title();
            case Answer.Briefing _, Answer.Listing _, Answer.Notice _ -> "Story #" + id;
        };
    }

    private static boolean isNumber(String text) {
        return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
