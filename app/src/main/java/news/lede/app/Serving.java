package news.lede.app;

import java.util.List;
import java.util.Optional;
import news.lede.config.Settings;
import news.lede.source.PollSchedule;
import news.lede.telegram.Webhook;
import news.lede.web.health.Part;

/** All that the bot does while it runs: takes in news, answers, tells. Stopped, it ends what was begun. */
interface Serving extends AutoCloseable {
    /** @param inbound begins with it, where news and updates are brought */
    void start(Inbound inbound);

    /** Where we can be reached, if anything is to be brought to us. */
    Optional<PublicAddress> address();

    /** Takes what Telegram brings, while there is something that does. */
    Optional<Webhook> telegramHook();

    /** When sources are asked. */
    static PollSchedule schedule(Settings settings) {
        return PollSchedule.over(settings.source().minInterval());
    }

    /** How each platform that is on is doing. */
    List<Part> parts();

    /** Has its parts looked after, with {@code housekeeping}. Before the start. */
    void lookedAfterBy(Supervision supervision, Housekeeping housekeeping);

    @Override
    void close();
}
