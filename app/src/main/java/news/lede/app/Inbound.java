package news.lede.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import news.lede.fetch.PolitePoster;
import news.lede.fetch.Poster;
import news.lede.hub.Carrier;
import news.lede.hub.HubDesk;
import news.lede.telegram.Webhook;
import news.lede.web.hub.HubCallbacks;
import news.lede.web.page.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * What is brought to us instead of being asked for: news by hubs, updates by Telegram. Its endpoints are there from the first moment, and say "later" until {@link #begin}. Without a public address there
 * is nothing of it.
 */
final class Inbound implements AutoCloseable {
    /** Of a program that nobody reaches. */
    static final Inbound NONE = new Inbound(Optional.empty(), Optional::empty);

    private final Optional<PublicAddress> address;
    private final Supplier<Optional<Webhook>> telegram;
    private final AtomicReference<@Nullable HubDesk> hubs = new AtomicReference<>();

    Inbound(Optional<PublicAddress> address, Supplier<Optional<Webhook>> telegram) {
        this.address = address;
        this.telegram = telegram;
    }

    /** What the web desk serves for it. */
    List<Endpoint> endpoints() {
        return address.isEmpty()
                ? List.of()
                : List.of(new HubCallbacks(() -> Optional.ofNullable(hubs.get())), new TelegramHook(telegram));
    }

    /** Looks after subscriptions at hubs from now on; what they bring goes where polled news goes. */
    void begin(Lede lede, Poster poster, PollLoop polling) {
        hubs(lede, polite(lede, poster, polling), polling.carrier()).ifPresent(desk -> {
            hubs.set(desk);
            desk.start();
        });
    }

    /** Takes what hubs bring from now on, for whichever process takes in news. */
    void take(Lede lede, Carrier carrier) {
        Poster nobody = (_, _, _) -> {
            throw new IllegalStateException("hubs are asked by whoever takes in news");
        };
        hubs(lede, nobody, carrier).ifPresent(hubs::set);
    }

    /** Looks after subscriptions at hubs until what is returned is closed; what they bring goes elsewhere. */
    AutoCloseable ask(Lede lede, Poster poster, PollLoop polling) {
        Optional<HubDesk> desk = hubs(lede, polite(lede, poster, polling), polling.carrier());
        desk.ifPresent(HubDesk::start);
        return () -> desk.ifPresent(HubDesk::close);
    }

    private static Poster polite(Lede lede, Poster poster, PollLoop polling) {
        return new PolitePoster(poster, polling.gate(), lede.clock());
    }

    private Optional<HubDesk> hubs(Lede lede, Poster poster, Carrier carrier) {
        return address.map(PublicAddress::hubs)
                .map((URI callbacks) -> new HubDesk(lede.store().hubs(), poster, callbacks, carrier, lede.clock()));
    }

    @Override
    public void close() {
        HubDesk desk = hubs.getAndSet(null);
        if (desk != null) {
            desk.close();
        }
    }
}
