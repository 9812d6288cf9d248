package news.lede.app;

import java.util.Optional;
import java.util.function.Supplier;
import news.lede.telegram.Webhook;
import news.lede.web.page.Gate;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Where Telegram brings updates to, when the desk has a public address. */
final class TelegramHook implements Gate {
    static final String PATH = "/telegram/webhook";

    /** An update with a long message and its keyboard has some ten thousand bytes. */
    private static final int MOST_BODY = 1024 * 1024;

    private final Supplier<Optional<Webhook>> webhook;

    TelegramHook(Supplier<Optional<Webhook>> webhook) {
        this.webhook = webhook;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int mostBody() {
        return MOST_BODY;
    }

    /** Anybody reaches this address: a body is read for whoever knows the secret. */
    @Override
    public Optional<Reply> unread(Visit visit) {
        Optional<Webhook> there = webhook.get();
        if (there.isEmpty()) {
            return Optional.of(nobody());
        }
        return there.get().isOurs(shown(visit)) ? Optional.empty() : Optional.of(stranger());
    }

    private static String shown(Visit visit) {
        return visit.header("x-telegram-bot-api-secret-token").orElse("");
    }

    private static Reply nobody() {
        return Reply.text(404, "Nothing is taken here.\n");
    }

    private static Reply stranger() {
        return Reply.text(401, "The secret is missing or wrong.\n");
    }

    @Override
    public Reply answer(Visit visit) {
        Optional<Webhook> there = webhook.get();
        if (there.isEmpty() || !visit.isPost()) {
            return nobody();
        }
        return switch (there.get().take(shown(visit), visit.body())) {
            case KEPT -> Reply.text(200, "");
            case FORBIDDEN -> stranger();
            case UNREADABLE -> Reply.text(400, "That is no update.\n");
            case LATER -> Reply.text(503, "Not now; bring it again.\n");
        };
    }
}
