package news.lede.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.config.Settings;
import news.lede.web.WebServer;
import news.lede.web.access.Access;
import news.lede.web.health.Condition;
import news.lede.web.page.Endpoint;
import news.lede.web.settings.SettingsCheck;
import org.jspecify.annotations.Nullable;

/** The desk in a browser over one Lede, unless it is off. Nothing of Lede is opened until somebody looks. */
final class WebDesk implements AutoCloseable {
    private final @Nullable WebServer server;
    private final String host;

    private WebDesk(@Nullable WebServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Listens where the settings say.
     *
     * @throws Problem if the address cannot be had
     */
    static WebDesk open(Lede lede, Settings settings, SettingsCheck check, Condition condition, Inbound inbound) {
        try {
            return listening(
                    lede, settings, check, condition, inbound, settings.web().port());
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of(
                            "Cannot listen on " + settings.web().bind() + ":"
                                    + settings.web().port() + " (" + e.getMessage()
                                    + "). Another program has it; set web.port to another number, 0 for any free one, or -1 for none."));
        }
    }

    /** Listens where the settings say, or at a free port where another program has that one: who only wants to look should not have to set anything. */
    static WebDesk openSomewhere(Lede lede, Settings settings, SettingsCheck check, Condition condition) {
        try {
            return listening(
                    lede,
                    settings,
                    check,
                    condition,
                    Inbound.NONE,
                    settings.web().port());
        } catch (IOException e) {
            try {
                return listening(lede, settings, check, condition, Inbound.NONE, 0);
            } catch (IOException again) {
                return new WebDesk(null, "");
            }
        }
    }

    private static WebDesk listening(
            Lede lede, Settings settings, SettingsCheck check, Condition condition, Inbound inbound, int port)
            throws IOException {
        if (port < 0) {
            return new WebDesk(null, "");
        }
        InetSocketAddress address = new InetSocketAddress(settings.web().bind(), port);
        if (address.isUnresolved()) {
            throw new IOException("this machine has no such address");
        }
        Access access = new Access(
                settings.web().token().reveal(),
                settings.web().publicUrl(),
                address.getAddress().isLoopbackAddress(),
                lede.clock());
        WebPages made = new WebPages(lede, settings, check, condition);
        List<Endpoint> others = Stream.of(
                        made.endpoints(access),
                        made.feeds(access, settings.web().publicUrl()),
                        inbound.endpoints())
                .flatMap(List::stream)
                .toList();
        WebServer server = new WebServer(address, access, made.seats(), made.pages(), others, lede.clock());
        return new WebDesk(server, host(settings.web().bind()));
    }

    private static String host(String bind) {
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }

    /** Where it is, with a slash at the end; absent when it is off. */
    Optional<String> address() {
        return Optional.ofNullable(server).map(s -> "http://" + host + ":" + s.port() + "/");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
