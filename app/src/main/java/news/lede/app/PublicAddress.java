package news.lede.app;

import java.net.URI;
import java.util.Optional;
import news.lede.config.Settings;
import news.lede.hub.HubBook;
import news.lede.hub.HubNews;
import news.lede.store.Store;
import news.lede.web.hub.HubCallbacks;

/** Where others reach the web desk, and what they call there. */
record PublicAddress(URI root) {
    /** Empty when nobody does: no address is set, or the desk is off. */
    static Optional<PublicAddress> of(Settings settings) {
        return settings.web()
                .publicUrl()
                .filter(_ -> settings.web().port() >= 0)
                .map(url -> new PublicAddress(URI.create(url.toString().endsWith("/") ? url.toString() : url + "/")));
    }

    /** Below which each subscription at a hub has its own; ends in a slash. */
    URI hubs() {
        return root.resolve(HubCallbacks.PATH.substring(1) + "/");
    }

    /** What there is to know of hubs: nothing where nobody reaches us. */
    static HubNews hubNews(Settings settings, Store store) {
        return of(settings)
                .<HubNews>map(address -> new HubBook(store.hubs(), address.hubs()))
                .orElse(HubNews.NONE);
    }

    /** Where Telegram brings updates to. */
    URI telegram() {
        return root.resolve(TelegramHook.PATH.substring(1));
    }
}
