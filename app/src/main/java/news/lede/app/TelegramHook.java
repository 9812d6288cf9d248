package news.lede.app;

import java.util.Optional;
import java.util.function.Supplier;
import news.lede.telegram.Webhook;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Where Telegram brings updates to, when the desk has a public address. */
final class TelegramHook implements Endpoint {
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
    public Audience audience() {
        return Audience.ANYBODY;
    }

    @Override
    public boolean takesPosts() {
        return true;
    }

    @Override
    public int mostBody() {
        return MOST_BODY;
    }

    @Override
    public Reply answer(Visit visit) {
        Optional<Webhook> there = webhook.get();
        if (there.isEmpty() || !visit.isPost()) {
            return Reply.text(404, "Nothing is taken here.\n");
        }
        String shown = visit.header("x-telegram-bot-api-secret-token").orElse("");
        return switch (there.get().take(shown, visit.body())) {
            case KEPT -> Reply.text(200, "");
            case FORBIDDEN -> Reply.text(401, "The secret is missing or wrong.\n");
            case UNREADABLE -> Reply.text(400, "That is no update.\n");
            case LATER -> Reply.text(503, "Not now; bring it again.\n");
        };
    }
}
