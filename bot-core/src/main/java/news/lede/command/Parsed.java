package news.lede.command;

import news.lede.answer.Answer;

/** What was understood of something typed. */
sealed interface Parsed {
    /** A call of a command we have; its options are known by name, their values unchecked. */
    record Call(CommandSpec spec, Invocation invocation) implements Parsed {}

    /** Not understood; the notice says what to type instead. */
    record Wrong(Answer.Notice notice) implements Parsed {}
}
