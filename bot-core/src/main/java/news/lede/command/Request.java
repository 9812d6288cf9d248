package news.lede.command;

import java.time.Instant;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Viewer;

/** One call of a command, checked: who asks, for what, when. */
record Request(Asker asker, Arguments arguments, Instant now) {
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
