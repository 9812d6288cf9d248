package news.lede.web.today;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** The newest stories, on everything, on one topic, or those that a search finds. */
public final class TodayPage implements Page {
    private static final int STORIES = 20;
    /** What is searched for was mostly not told before, and choosing the sentences of a story takes some milliseconds. */
    private static final int FOUND = 10;

    private static final int MOST_PAGES = 10;

    private final Supplier<NewsDesk> desk;
    private final Function<Visit, Asker> eyes;
    private final Supplier<String> newest;
    private final InstantSource clock;

    /** {@code eyes}: whose view a visitor is shown; {@code newest} says in a short text what came in last. */
    public TodayPage(
            Supplier<NewsDesk> desk, Function<Visit, Asker> eyes, Supplier<String> newest, InstantSource clock) {
        this.desk = desk;
        this.eyes = eyes;
        this.newest = newest;
        this.clock = clock;
    }

    /** A topic to choose. */
    public record Topic(String id, String name, boolean chosen) {}

    /** Topics that belong together. */
    public record Topics(String heading, List<Topic> topics) {
        public Topics {
            topics = List.copyOf(topics);
        }
    }

    /** What is drawn: {@code answer} is a list of stories or a notice. {@code earlier} and {@code later} are addresses of the next pages, where there are any. */
    public record View(
            Answer answer,
            Phrases phrases,
            List<Topics> topics,
            String words,
            Optional<String> earlier,
            Optional<String> later) {
        public View {
            topics = List.copyOf(topics);
        }
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String name() {
        return "Today";
    }

    @Override
    public Optional<String> mark() {
        return Optional.of(newest.get());
    }

    @Override
    public Reply answer(Visit visit) {
        Asker who = eyes.apply(visit);
        Optional<String> topic = visit.query().text("topic");
        Optional<String> words = visit.query().text("words");
        int page = visit.query().number("page", 1, MOST_PAGES).orElse(1);
        Map<String, String> options = new HashMap<>();
        options.put("count", Integer.toString(words.isPresent() ? FOUND : STORIES));
        options.put("page", Integer.toString(page));
        words.ifPresentOrElse(
                typed -> options.put("words", typed), () -> topic.ifPresent(id -> options.put("topic", id)));
        String command = words.isPresent() ? "search" : topic.isPresent() ? "topic" : "latest";
        Answer answer = desk.get().answer(who, new Invocation(command, options));
        String asked = words.map(typed -> "words=" + coded(typed))
                .or(() -> topic.map(id -> "topic=" + coded(id)))
                .map(query -> query + "&")
                .orElse("");
        return Reply.page(
                "Today",
                "today.jte",
                new View(
                        answer,
                        Phrases.of(who, clock.instant()),
                        topics(who, topic.orElse("")),
                        words.orElse(""),
                        turn(answer, Action.Kind.MORE, asked, page + 1),
                        turn(answer, Action.Kind.BACK, asked, page - 1)));
    }

    private static Optional<String> turn(Answer answer, Action.Kind kind, String asked, int page) {
        return answer.actions().stream()
                .filter(action -> action.kind() == kind)
                .filter(_ -> answer instanceof Answer.StoryList && page >= 1 && page <= MOST_PAGES)
                .findFirst()
                .map(_ -> "/?" + asked + "page=" + page);
    }

    private List<Topics> topics(Asker who, String chosen) {
        List<Topics> groups = new ArrayList<>();
        if (desk.get().answer(who, new Invocation("topics", Map.of())) instanceof Answer.Listing listing) {
            for (Answer.Listing.Section section : listing.sections()) {
                groups.add(new Topics(
                        section.heading(),
                        section.lines().stream()
                                .map(line -> new Topic(
                                        line.name(),
                                        line.text().isEmpty() ? line.name() : line.text(),
                                        line.name().equals(chosen)))
                                .toList()));
            }
        }
        return groups;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
