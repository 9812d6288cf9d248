package news.lede.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.config.Settings;
import news.lede.config.SettingsListing;
import news.lede.config.SettingsReader;
import news.lede.web.settings.SettingsCheck;

/** The settings as they are written at the moment, looked over for the web desk. */
final class WrittenSettings implements SettingsCheck {
    private final Optional<Path> file;
    private final Map<String, String> environment;
    private final List<String> sets;

    WrittenSettings(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        this.sets = List.copyOf(sets);
    }

    @Override
    public Report look() {
        List<Line> lines = SettingsListing.of(file, environment, sets).stream()
                .map(line -> new Line(line.key(), line.value(), line.where(), line.variable(), line.description()))
                .toList();
        return switch (SettingsReader.read(file, environment, sets)) {
            case SettingsReader.Result.Read(Settings settings) -> new Report(lines, List.of(), notes(settings));
            case SettingsReader.Result.Faulty(List<news.lede.config.Fault> faults) ->
                new Report(
                        lines,
                        faults.stream()
                                .map(fault -> new Fault(fault.where(), fault.problem(), fault.remedy()))
                                .toList(),
                        List.of());
        };
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
