package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.lede.article.Article;
import news.lede.article.Articles;
import news.lede.config.Configuration;
import news.lede.config.ConfigurationReader;
import news.lede.config.Fault;
import news.lede.config.Settings;
import news.lede.source.SourceHealth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what is wrong with an installation and what to do. */
@Command(
        name = "doctor",
        description = "Says how the installation is doing, what is wrong and what to do.",
        footer = {"", "Works beside a running Lede. Exit code 0: nothing needs anybody; 1: something does."})
final class DoctorCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--json", description = "Print one JSON object for a program to read.")
    private boolean json;

    @Option(
            names = "--rebuild-index",
            description = "First build the search index anew from the store; not beside a running Lede.")
    private boolean rebuildIndex;

    DoctorCommand(RootCommand root) {
        this.root = root;
    }

    /** All that was looked at. {@code running}: how a Lede that runs on the data folder stands to its configuration. */
    private record Findings(
            Settings settings,
            Optional<ConfigurationState> running,
            Premises premises,
            StoreReport store,
            Optional<Instant> newest,
            long articles,
            boolean searchable,
            List<SourceRow> sources,
            Map<String, Instant> resting,
            long waiting,
            BacklogReport backlog,
            List<Complaint> complaints) {}

    @Override
    public Integer call() throws JsonProcessingException {
        Settings settings = root.settings();
        if (rebuildIndex) {
            rebuild(settings);
        }
        ConfigurationReader.Result read =
                root.configurationReader(List.of()).read().result();
        Configuration configuration = read instanceof ConfigurationReader.Result.Read(Configuration right)
                ? right
                : Configuration.of(settings);
        try (Lede lede = root.lede(Lede.Use.ASK, root.data(), configuration)) {
            Findings findings = look(lede, settings, read);
            PrintStream out = root.surroundings().streams().out();
            if (json) {
                out.println(SourceRow.JSON.writeValueAsString(object(findings)));
            } else {
                print(findings, out);
            }
            return findings.complaints().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void rebuild(Settings settings) {
        Streams streams = root.surroundings().streams();
        try (Lede lede = root.lede(Lede.Use.IMPORT, root.data(), Configuration.of(settings));
                ProgressLine progress = new ProgressLine(streams)) {
            long articles =
                    lede.rebuildIndex((done, of) -> progress.show("building the search index", (int) done, (int) of));
            progress.clear();
            streams.err().println("lede: search index built anew, " + Words.count(articles, "article"));
        }
    }

    private Findings look(Lede lede, Settings settings, ConfigurationReader.Result read) {
        Optional<ConfigurationState> running = new ConfigurationNote(root.data())
                .read()
                .filter(noted -> noted.by().isAlive())
                .map(ConfigurationNote.Noted::state);
        List<Complaint> complaints = new ArrayList<>(onConfiguration(read, running));
        boolean searchable = true;
        try {
            lede.openIndex();
        } catch (RuntimeException e) {
            searchable = false;
            complaints.add(new Complaint(
                    "the search index cannot be opened (" + e.getMessage() + ")",
                    "Delete the folder index in the data folder: it is built anew from the store."));
        }
        Premises premises = Premises.of(root.data());
        complaints.addAll(premises.complaints());
        StoreReport store = StoreReport.of(lede.store(), root.data());
        complaints.addAll(store.complaints());
        List<SourceRow> sources = SourceRow.all(lede, settings);
        sources.stream()
                .filter(row ->
                        row.health().filter(h -> h.word().needsSomebody()).isPresent())
                .forEach(row -> complaints.add(new Complaint(
                        "source " + row.named() + ": " + row.healthLine(),
                        remedy(row.health().orElseThrow().word(), row))));
        List<String> packs = lede.follows().packs();
        settings.source().defaultPacks().stream()
                .filter(pack -> !packs.contains(pack))
                .forEach(pack -> complaints.add(new Complaint(
                        "source.default-packs names the pack " + pack + ", which has no sources",
                        "There are: " + String.join(", ", packs) + ". `lede source import FILE --pack " + pack
                                + "` makes it.")));
        BacklogReport backlog = new BacklogReport(
                lede.store().backlogs().at(lede.clock().instant()), lede.clock().instant());
        backlog.stuck(platform -> isOn(settings, platform))
                .ifPresent(what -> complaints.add(new Complaint(
                        "messages wait for longer than they should: " + what,
                        "Is `lede run` running? Its log says what the platform answers.")));
        return new Findings(
                settings,
                running,
                premises,
                store,
                newest(lede),
                lede.store().articles().count(),
                searchable,
                sources,
                new TreeMap<>(lede.store().hostRests().resting(lede.clock().instant())),
                lede.store().inbox().backlog(),
                backlog,
                complaints);
    }

    /** When the article that came last was published: the first thing to look at when a desk seems to sleep. */
    private static Optional<Instant> newest(Lede lede) {
        Articles articles = lede.store().articles();
        return articles.find(articles.last()).map(Article::published);
    }

    /** The files may be others than those of the Lede that runs: whoever asks may have named others, or none. */
    private static List<Complaint> onConfiguration(
            ConfigurationReader.Result read, Optional<ConfigurationState> running) {
        Set<Fault> faults = new LinkedHashSet<>();
        running.ifPresent(state -> faults.addAll(state.faults()));
        if (read instanceof ConfigurationReader.Result.Faulty(List<Fault> found)) {
            faults.addAll(found);
        }
        List<Complaint> complaints = new ArrayList<>();
        faults.forEach(
                fault -> complaints.add(new Complaint(fault.where() + ": " + fault.problem(), fault.remedy() + ".")));
        running.filter(state -> !state.restart().isEmpty())
                .ifPresent(state -> complaints.add(new Complaint(
                        "what runs was started with other values of: " + String.join(", ", state.restart()),
                        "These are read at the start alone: restart `lede run` when it suits.")));
        return complaints;
    }

    private static boolean isOn(Settings settings, String platform) {
        return switch (platform) {
            case "discord" -> settings.discord().token().isSet();
            case "telegram" -> settings.telegram().token().isSet();
            // The console's wait for somebody to open a chat.
            default -> false;
        };
    }

    private static String remedy(SourceHealth.Word word, SourceRow row) {
        String remove = "`lede source remove " + row.source().id() + "`";
        return switch (word) {
            case SHUT -> "The publisher does not let us in: ask them, or remove it with " + remove + ".";
            case NOT_A_FEED ->
                "Look for its feed: `lede source add` with the address of its page names the feeds there; then "
                        + remove + ".";
            case DEAD -> "Open the address in a browser; look for a new one, and remove this one with " + remove + ".";
            case ENDED -> "Its publisher says it is gone for good: remove it with " + remove + ".";
            case OVERDUE -> "Is `lede run` running? `lede poll --once` asks it now.";
            case NEW, FINE, QUIET, FAILING -> "Nothing to do.";
        };
    }

    private void print(Findings f, PrintStream out) {
        out.println("Data folder: " + root.data().toAbsolutePath().normalize());
        f.running().ifPresent(state -> out.println(configuration(state)));
        f.premises().lines(!f.store().isElsewhere()).forEach(out::println);
        out.println("Store: in order, " + Words.count(f.articles(), "article")
                + f.newest()
                        .map(at -> "; the last to come was published " + Words.minute(at))
                        .orElse(""));
        f.store().lines().forEach(out::println);
        out.println("Search index: " + (f.searchable() ? "in order" : "cannot be opened"));
        out.println(
                "Discord: " + (f.settings().discord().token().isSet() ? "token set" : "off (discord.token is empty)"));
        out.println("Telegram: "
                + (f.settings().telegram().token().isSet() ? "token set" : "off (telegram.token is empty)"));
        out.println("Publishers see: " + UserAgent.of(f.settings())
                + (UserAgent.contact(f.settings()).isPresent()
                        ? ""
                        : ", and no way to reach you (set fetch.contact to a page or an e-mail address)"));
        out.println("Entries that wait to become articles: " + f.waiting());
        f.backlog().lines().forEach(out::println);
        f.resting()
                .forEach((host, until) ->
                        out.println("Host " + host + " asked to be left alone until " + Words.minute(until)));
        out.println("Sources: " + f.sources().size());
        for (SourceRow row : f.sources()) {
            out.println("  " + row.named());
            out.println("      " + row.healthLine());
            row.latest()
                    .ifPresent(e -> out.println("      " + Words.minute(e.at()) + ": "
                            + e.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + e.detail()));
        }
        out.println();
        if (f.complaints().isEmpty()) {
            out.println("Nothing needs you.");
        } else {
            out.println("What needs you:");
            f.complaints().forEach(c -> out.println("  - " + c.what() + "\n    " + c.remedy()));
        }
    }

    private static String configuration(ConfigurationState state) {
        return "Configuration of what runs: "
                + (state.files().isEmpty() ? "no file" : String.join(", ", state.files()))
                + "; in force since "
                + Words.minute(state.since())
                + (state.taken().isEmpty() ? "" : " (" + String.join(", ", state.taken()) + ")")
                + (state.faults().isEmpty() ? "" : "; what was written since is not, see below");
    }

    private ObjectNode object(Findings f) {
        ObjectNode node = SourceRow.JSON.createObjectNode();
        node.put("ok", f.complaints().isEmpty());
        node.put("data", root.data().toAbsolutePath().normalize().toString());
        f.running().ifPresent(state -> write(state, node.putObject("configuration")));
        f.premises().write(node.putObject("folder"));
        f.store().write(node);
        node.put("articles", f.articles());
        f.newest().ifPresent(at -> node.put("newest", at.toString()));
        node.put("index", f.searchable());
        node.put("discord", f.settings().discord().token().isSet());
        node.put("telegram", f.settings().telegram().token().isSet());
        node.put("waiting", f.waiting());
        f.backlog().write(node.putObject("telling"));
        ArrayNode resting = node.putArray("resting");
        f.resting()
                .forEach((host, until) -> resting.addObject().put("host", host).put("until", until.toString()));
        ArrayNode sources = node.putArray("sources");
        f.sources().forEach(row -> row.write(sources));
        ArrayNode problems = node.putArray("problems");
        f.complaints().forEach(c -> problems.addObject().put("what", c.what()).put("remedy", c.remedy()));
        return node;
    }

    private static void write(ConfigurationState state, ObjectNode node) {
        state.files().forEach(node.withArray("files")::add);
        node.put("since", state.since().toString());
        state.taken().forEach(node.withArray("taken")::add);
        state.restart().forEach(node.withArray("restart")::add);
        node.put("looked", state.looked().toString());
    }
}
