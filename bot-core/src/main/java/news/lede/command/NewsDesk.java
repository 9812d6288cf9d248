package news.lede.command;

import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.community.Place;
import news.lede.subscription.Channel;

/** Answers what people ask. The one door that adapters knock at; thread-safe. */
public interface NewsDesk {
    /** Every command, in the order help lists them. */
    List<CommandSpec> commands();

    /** Answers what was typed: {@code /topic immigration count:5}. Wrong input is answered by a notice, never thrown. */
    Answer answer(Asker asker, String typed);

    /** The same; {@code files} came with it. */
    default Answer answer(Asker asker, String typed, Uploads files) {
        return answer(asker, typed);
    }

    /** Answers a command whose options a platform has parted already. */
    Answer answer(Asker asker, Invocation invocation);

    /** At most 25 completions of what is typed so far in an option of a command, best first; from memory, within milliseconds. */
    List<Choice> complete(Asker asker, String command, String option, String typed);

    /** How messages are to look where somebody asks, as far as their platform can look in several ways. */
    default Channel.Style style(Asker asker) {
        return Channel.Style.CARD;
    }

    /** Something we say, and how the place speaks where it is said. */
    record Remark(Answer answer, Phrases phrases) {}

    /**
     * What we say unasked of something that was said among others in a place: that a link in it is old news there, where moderators wish to hear so. Empty nearly always, and quick then. Who said it need
     * not be known, and nothing of it is kept.
     */
    default Optional<Remark> remark(Place place, String said) {
        return Optional.empty();
    }
}
