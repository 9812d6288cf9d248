package news.lede.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.config.Configuration;
import news.lede.config.ConfigurationReader;
import news.lede.config.Settings;
import news.lede.config.SettingsListing;
import news.lede.web.settings.SettingsCheck;

/** The settings, topics and packs as they are written at the moment, looked over for the web desk, and how what runs stands to them. */
final class WrittenSettings implements SettingsCheck {
    private final Optional<Path> file;
    private final Map<String, String> environment;
    private final List<String> sets;
    private final Supplier<Optional<ConfigurationState>> running;

    /** {@code running}: how what runs stands to the files; empty where it does not look at them. */
    WrittenSettings(
            Optional<Path> file,
            Map<String, String> environment,
            List<String> sets,
            Supplier<Optional<ConfigurationState>> running) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        this.sets = List.copyOf(sets);
        this.running = running;
    }

    @Override
    public Report look() {
        List<Line> lines = SettingsListing.of(file, environment, sets).stream()
                .map(line -> new Line(line.key(), line.value(), line.where(), line.variable(), line.description()))
                .toList();
        List<Note> standing = running.get().map(WrittenSettings::standing).orElse(List.of());
        return switch (new ConfigurationReader(file, environment, sets).read().result()) {
            case ConfigurationReader.Result.Read(Configuration configuration) ->
                new Report(
                        lines,
                        List.of(),
                        Stream.concat(standing.stream(), notes(configuration.settings()).stream())
                                .toList());
            case ConfigurationReader.Result.Faulty(List<news.lede.config.Fault> faults) ->
                new Report(
                        lines,
                        faults.stream()
                                .map(fault -> new Fault(fault.where(), fault.problem(), fault.remedy()))
                                .toList(),
                        standing);
        };
    }

    private static List<Note> standing(ConfigurationState state) {
        List<Note> notes = new ArrayList<>();
        if (!state.faults().isEmpty()) {
            notes.add(new Note(
                    Tone.BAD,
                    "What was written last is not in force",
                    "Something was wrong with it at " + Words.minute(state.looked())
                            + "; what was in force stays so until all is right."));
        }
        if (!state.restart().isEmpty()) {
            notes.add(new Note(
                    Tone.WARN,
                    "Needs a restart: " + String.join(", ", state.restart()),
                    "These are read at the start alone, and say something else now."));
        }
        if (!state.taken().isEmpty()) {
            notes.add(new Note(
                    Tone.GOOD, "Taken over at " + Words.minute(state.since()), String.join(", ", state.taken())));
        }
        return notes;
    }

    private static List<Note> notes(Settings settings) {
        List<Note> notes = new ArrayList<>();
        if (!settings.discord().token().isSet() && !settings.telegram().token().isSet()) {
            notes.add(new Note(
                    Tone.WARN, "No platform is on", "Set discord.token or telegram.token, and the bot answers there."));
        }
        if (UserAgent.contact(settings).isEmpty()) {
            notes.add(
                    new Note(
                            Tone.WARN,
                            "Publishers cannot reach you",
                            "Set fetch.contact to a page or an e-mail address: it is told with every request, and some publishers shut out whoever names none."));
        }
        if (settings.source().defaultPacks().isEmpty()) {
            notes.add(new Note(
                    Tone.WARN,
                    "New communities follow no pack",
                    "Set source.default-packs, or nothing is polled until a moderator follows one."));
        }
        return notes;
    }
}
