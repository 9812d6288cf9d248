package news.lede.command;

import java.time.Instant;
import java.util.function.Supplier;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Viewer;

/** One call of a command, checked: who asks, for what, when. {@code ledger}: where what they change, and are refused, is written down. */
record Request(Asker asker, Arguments arguments, Instant now, Ledger ledger) {
    /** The same call by somebody else, or by the same elsewhere. */
    Request as(Asker other) {
        return new Request(other, arguments, now, ledger);
    }

    /** Another call of the same. */
    Request with(Arguments others) {
        return new Request(asker, others, now, ledger);
    }

    /** Does {@code work} and writes down what it changed of a matter. */
    <T> T changing(Matter matter, String subject, Supplier<T> work) {
        return ledger.changing(asker, matter, subject, work);
    }

    Matters matters() {
        return ledger.matters();
    }

    /** Writes down that whoever asks was refused, which {@code notice} tells them. */
    Answer.Notice refused(Answer.Notice notice) {
        ledger.refused(asker, arguments.invocation());
        return notice;
    }

    Texts texts() {
        return Texts.in(asker.locale());
    }

    Phrases phrases() {
        return Phrases.of(asker, now);
    }

    Viewer viewer() {
        return asker.viewer();
    }
}
