package news.lede.benchmarks.kills;

import java.util.List;
import news.lede.answer.Answer;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;

/** A desk that nobody asks. */
final class SilentDesk implements NewsDesk {
    Asker nobody(Introduction introduction) {
        throw new IllegalStateException("nobody asks here: " + introduction.person());
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of();
    }

    @Override
    public Answer answer(Asker asker, String typed) {
        return new Answer.Notice("Nothing", "There is no news here.", List.of());
    }

    @Override
    public Answer answer(Asker asker, Invocation invocation) {
        return answer(asker, invocation.command());
    }

    @Override
    public List<Choice> complete(Asker asker, String command, String option, String typed) {
        return List.of();
    }
}
