package news.lede.command;

import java.util.List;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.subscription.Channel;

/** Answers what people ask. The one door that adapters knock at; thread-safe. */
public interface NewsDesk {
    /** Every command, in the order help lists them. */
    List<CommandSpec> commands();

    /** Answers what was typed: {@code /topic immigration count:5}. Wrong input is answered by a notice, never thrown. */
    Answer answer(Asker asker, String typed);

    /** Answers a command whose options a platform has parted already. */
    Answer answer(Asker asker, Invocation invocation);

    /** At most 25 completions of what is typed so far in an option of a command, best first; from memory, within milliseconds. */
    List<Choice> complete(Asker asker, String command, String option, String typed);

    /** How messages are to look where somebody asks, as far as their platform can look in several ways. */
    default Channel.Style style(Asker asker) {
        return Channel.Style.CARD;
    }
}
