package news.lede.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.answer.Answer;
import news.lede.answer.AnswerText;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.story.StoryId;

/**
 * One person's chat, told by one thread and asked by another: remembers which stories were listed last, so that a number opens one, and which was opened last, so that a bare
 * {@code /related} has something to relate to.
 */
final class ChatSession {
    private static final Set<String> GOODBYE = Set.of("exit", "quit", "/exit", "/quit", "bye");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final NewsDesk desk;
    private final Asker asker;
    private final ConsoleFiles files;
    private final InstantSource clock;
    private List<StoryId> listed = List.of();
    private Optional<StoryId> opened = Optional.empty();

    /** {@code files} keeps what comes with an answer. */
    ChatSession(NewsDesk desk, Asker asker, ConsoleFiles files, InstantSource clock) {
        this.desk = desk;
        this.files = files;
        this.asker = asker;
        this.clock = clock;
    }

    /** Answers until nothing more is typed, or goodbye is said. */
    void run(ChatWindow window) {
        for (Optional<String> typed = window.next(); typed.isPresent(); typed = window.next()) {
            String line = typed.get().strip();
            if (GOODBYE.contains(line.toLowerCase(Locale.ROOT))) {
                return;
            }
            if (!line.isEmpty()) {
                window.show(answer(line));
            }
        }
    }

    /** The answer to one line, as lines. */
    List<ChatLine> answer(String typed) {
        Answer answer = desk.answer(asker, meant(typed), ConsoleFiles.uploads());
        remember(answer);
        List<ChatLine> lines = new ArrayList<>(lines(answer, Phrases.of(asker, clock.instant())));
        files.keep(answer).ifPresent(file -> lines.add(new ChatLine("→ " + file, ChatLine.Weight.FAINT)));
        return lines;
    }

    /** A message that nobody asked for, as lines; its stories are those that a number opens. */
    List<ChatLine> told(Answer message, Phrases phrases) {
        remember(message);
        return lines(message, phrases);
    }

    /** At most 25 completions of an option, as {@link NewsDesk#complete} gives them. */
    List<Choice> complete(String command, String option, String typed) {
        return desk.complete(asker, command, option, typed);
    }

    List<CommandSpec> commands() {
        return desk.commands().stream().filter(c -> asker.role().may(c.role())).toList();
    }

    Locale locale() {
        return asker.locale();
    }

    private synchronized String meant(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= listed.size()) {
                return "/story " + listed.get(number - 1);
            }
        }
        if (typed.equals("/related") && opened.isPresent()) {
            return "/related " + opened.get();
        }
        return typed;
    }

    private synchronized void remember(Answer answer) {
        switch (answer) {
            case Answer.StoryList list -> listed = ids(list.stories());
            case Answer.Briefing briefing -> listed = ids(briefing.stories());
            case Answer.Account account -> opened = Optional.of(account.story().id());
            case Answer.StoryCard card ->
                opened = Optional.of(card.story().view().id());
            case Answer.Listing _, Answer.Notice _ -> {}
        }
    }

    private static List<StoryId> ids(List<StoryItem> stories) {
        return stories.stream().map(s -> s.view().id()).toList();
    }

    private static List<ChatLine> lines(Answer answer, Phrases phrases) {
        Set<String> titles = titles(answer);
        String text = new AnswerText(phrases).of(answer);
        List<ChatLine> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(new ChatLine(line, weight(line, lines.isEmpty(), titles)));
        }
        return lines;
    }

    private static ChatLine.Weight weight(String line, boolean first, Set<String> titles) {
        if (first || titles.contains(line)) {
            return ChatLine.Weight.STRONG;
        }
        return line.strip().startsWith("http") ? ChatLine.Weight.FAINT : ChatLine.Weight.NORMAL;
    }

    /** A list's lines that are titles, as they are numbered. */
    private static Set<String> titles(Answer answer) {
        List<StoryItem> stories = switch (answer) {
            case Answer.StoryList list -> list.stories();
            case Answer.Briefing briefing -> briefing.stories();
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _, Answer.Notice _ -> List.of();
        };
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            titles.add((i + 1) + ". " + Display.plain(stories.get(i).view().title()));
        }
        return Set.copyOf(titles);
    }
}
