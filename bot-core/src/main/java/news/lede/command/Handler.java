package news.lede.command;

import news.lede.answer.Answer;

/** Answers one command. Called by several threads at once. */
interface Handler {
    /** The command it answers. */
    CommandSpec spec();

    Answer answer(Request request);
}
