package news.lede.web.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.answer.Answer;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;

/** A news desk that answers each command as it was told to, and remembers what it was asked. */
public final class FakeDesk implements NewsDesk {
    /** What was asked, in order. */
    public final List<Invocation> asked = new ArrayList<>();

    private final Map<String, Answer> answers = new HashMap<>();

    /** What it answers to a command from now on. */
    public FakeDesk answering(String command, Answer answer) {
        answers.put(command, answer);
        return this;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of();
    }

    @Override
    public Answer answer(Asker asker, String typed) {
        return answer(asker, new Invocation(typed.substring(1).split(" ", 2)[0], Map.of("typed", typed)));
    }

    @Override
    public Answer answer(Asker asker, Invocation invocation) {
        asked.add(invocation);
        return answers.getOrDefault(
                invocation.command(), new Answer.Notice("Nothing", "Nothing is known of that.", List.of()));
    }

    @Override
    public List<Choice> complete(Asker asker, String command, String option, String typed) {
        return List.of();
    }
}
