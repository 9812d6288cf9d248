package news.lede.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.lede.answer.Answer.Notice;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.command.FetchNotices;
import news.lede.community.Communities;
import news.lede.fetch.FetchOutcome;
import news.lede.ingest.FeedLinks;
import news.lede.ingest.SourceTrial.Result;
import news.lede.opml.PassedOver;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds one source, after reading it once. */
@Command(
        name = "add",
        description = "Reads an address once and adds it as a source.",
        footer = {
            "",
            "A page that names one feed means that feed; of several, add the one you want. A page without a feed is",
            "read itself with --kind page. Exit code 1: the address gave nothing that can be read; nothing was added."
        })
final class SourceAddCommand implements Callable<Integer> {
    /** What an address can be read as, typed in small letters. */
    enum Kind {
        feed,
        sitemap,
        page
    }

    private static final String FILE = "file:";

    private final RootCommand root;

    @Parameters(
            paramLabel = "ADDRESS",
            description = "Of a feed, a sitemap or a page; or file:/FOLDER of this machine.")
    private String address = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Read it as ${COMPLETION-CANDIDATES} (default: what it turns out to be).")
    private @Nullable Kind kind;

    @Option(names = "--title", paramLabel = "TITLE", description = "What to call it (default: its own title).")
    private @Nullable String title;

    @Option(
            names = "--pack",
            paramLabel = "PACK",
            description = "Pack to add it to; one that is new is made (default: ${DEFAULT-VALUE}, which every community"
                    + " follows from its first day).",
            defaultValue = Communities.DEFAULT_PACK)
    private String pack = Communities.DEFAULT_PACK;

    SourceAddCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        PackOption.checked(Optional.of(pack));
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            if (address.regionMatches(true, 0, FILE, 0, FILE.length())) {
                return folder(lede);
            }
            return tried(
                    lede,
                    kind == Kind.page
                            ? lede.trial().ofPage(address)
                            : lede.trial().of(address),
                    true);
        }
    }

    /** A folder is known by its real path, however it was written. */
    private int folder(Lede lede) {
        Path folder;
        try {
            folder = Path.of(URI.create(address)).toRealPath();
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new Problem(ExitCode.WRONG_USE, List.of(noFolder()));
        }
        if (!Files.isDirectory(folder)) {
            throw new Problem(ExitCode.WRONG_USE, List.of(noFolder()));
        }
        return added(lede, SourceKind.FOLDER, folder.toUri().toString(), String.valueOf(folder.getFileName()));
    }

    private String noFolder() {
        return "\"" + Display.brief(address, 100)
                + "\" is no folder that can be read here. Give its whole path, such as"
                + " file:///srv/news, with %20 for a blank.";
    }

    /** {@code follow}: whether the one feed of a page is tried in its place. */
    private int tried(Lede lede, Result result, boolean follow) {
        return switch (result) {
            case Result.Readable(SourceKind found, String at, String name)
            when kind == Kind.page ->
                failed(at + " is a " + word(found) + ", called \"" + Display.plain(name)
                        + "\". Leave out --kind page to read it as what it is.");
            case Result.Readable(SourceKind found, String at, String name) -> added(lede, found, at, name);
            case Result.Page page when kind == Kind.page -> added(lede, SourceKind.PAGE, page.address(), page.title());
            case Result.Page page
            when page.feeds().size() == 1 && follow ->
                tried(lede, lede.trial().of(page.feeds().getFirst().address()), false);
            case Result.Page page -> page(page);
            case Result.Failed failed -> failed(words(failed));
            case Result.Unreadable unreadable ->
                failed(new FetchNotices(Texts.in(Locale.ENGLISH))
                        .notAFeed(unreadable.asked())
                        .text());
            case Result.NoAddress(PassedOver.Reason reason) -> {
                Problem wrong = new Problem(ExitCode.WRONG_USE, List.of(noAddress(reason)));
                throw wrong;
            }
        };
    }

    private int added(Lede lede, SourceKind found, String at, String name) {
        boolean known = lede.store().sources().findByAddress(at).isPresent();
        Source source = lede.follows()
                .addToPack(pack, found, at, Optional.ofNullable(title).orElse(name));
        if (known && title != null) {
            lede.store().sources().rename(source.id(), title);
        }
        String shown = Display.plain(Optional.ofNullable(title).orElse(source.title()));
        out().println((known ? "Known already, now in the pack " + pack + ": " : "Added to the pack " + pack + ": ")
                + source.id() + "  " + shown + "  " + source.address() + " (" + word(source.kind()) + ")");
        return ExitCode.DONE;
    }

    private int page(Result.Page page) {
        if (page.feeds().isEmpty()) {
            return failed(page.address() + " is a page that names no feed. Look for a link there that says RSS or Feed,"
                    + " or read the page itself: `lede source add " + page.address() + " --kind page`.");
        }
        StringBuilder lines = new StringBuilder(page.address() + " is a page that names "
                + Words.count(page.feeds().size(), "feed") + ". Add the one you want:");
        for (FeedLinks.Found feed : page.feeds()) {
            lines.append("\n  lede source add ").append(feed.address());
            if (!feed.title().isEmpty()) {
                lines.append("   (").append(Display.plain(feed.title())).append(')');
            }
        }
        return failed(lines.toString());
    }

    private static String words(Result.Failed failed) {
        FetchNotices notices = new FetchNotices(Texts.in(Locale.ENGLISH));
        Notice notice = notices.of(failed.asked(), failed.outcome()).orElseGet(() -> notices.notAFeed(failed.asked()));
        // The operator is the one who may allow it, and may want to know what the log would say.
        return notice.text()
                + (failed.outcome() instanceof FetchOutcome.Broken(FetchOutcome.Fault fault, String detail)
                        ? " (" + fault + ": " + detail + ")"
                        : "");
    }

    private String noAddress(PassedOver.Reason reason) {
        return reason == PassedOver.Reason.CREDENTIALS
                ? "The address has a user name or password in it, and would be shown and logged. Leave out the part"
                        + " before the @."
                : "\"" + Display.brief(address, 100)
                        + "\" is no address of the web. Give one such as https://example.org/feed. A folder of this"
                        + " machine is written file:///srv/news; what lies in it now is taken in with `lede import FOLDER`.";
    }

    private static String word(SourceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private int failed(String line) {
        root.surroundings().streams().err().println("lede: " + line);
        return ExitCode.FAILED;
    }

    private PrintStream out() {
        return root.surroundings().streams().out();
    }
}
