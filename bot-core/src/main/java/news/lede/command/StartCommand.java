package news.lede.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Texts;

/** {@code /start}: who we are and what to ask first. A deep link's payload {@code story_4} opens that story instead. */
final class StartCommand implements Handler {
    /** What a deep link may carry is narrow: letters, digits, underscore, hyphen, 64 of them. */
    private static final Pattern STORY = Pattern.compile("story_([0-9]{1,18})");

    private final Handler story;

    StartCommand(Handler story) {
        this.story = story;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.START;
    }

    @Override
    public Answer answer(Request request) {
        Optional<Matcher> opened =
                request.arguments().text("payload").map(STORY::matcher).filter(Matcher::matches);
        return opened.map(m ->
                        story.answer(request.with(new Arguments(new Invocation("story", Map.of("story", m.group(1)))))))
                .orElseGet(() -> welcome(request.texts()));
    }

    private static Answer welcome(Texts texts) {
        return texts.notice(
                "start",
                List.of(
                        new Action(texts.text("action.latest"), "/latest"),
                        new Action(texts.text("action.topics"), "/topics"),
                        new Action(texts.text("action.help"), "/help")));
    }
}
