package news.lede.alert;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Samples;

/** Of every delivery the same few words, of no story; nothing is edited or taken back. */
class PlainComposer implements Composer {
    @Override
    public Composed compose(Delivery delivery) {
        return new Composed.Message(
                new Messenger.Outgoing(
                        delivery.place(),
                        delivery.nonce(),
                        new Answer.Notice("News", "News", List.of()),
                        new Phrases(Texts.in(Locale.ENGLISH), Samples.NOON, ZoneOffset.UTC),
                        false,
                        Optional.empty(),
                        Optional.empty()),
                List.of());
    }

    @Override
    public Composed compose(Edit edit) {
        return new Composed.Needless("nothing to edit");
    }

    @Override
    public Composed compose(Retraction retraction) {
        return new Composed.Needless("nothing was taken back");
    }
}
