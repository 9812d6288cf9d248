package news.lede.web.settings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.web.health.Part;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;
import news.lede.web.settings.SettingsCheck.Fault;
import news.lede.web.settings.SettingsCheck.Line;
import news.lede.web.settings.SettingsCheck.Note;
import news.lede.web.settings.SettingsCheck.Report;

/** Whether all is set up rightly. */
public final class SettingsPage implements Page {
    private final SettingsCheck check;
    private final Supplier<List<Part>> parts;
    private final InstantSource clock;

    public SettingsPage(SettingsCheck check, Supplier<List<Part>> parts, InstantSource clock) {
        this.check = check;
        this.parts = parts;
        this.clock = clock;
    }

    /** Settings that belong together: {@code web} has {@code web.port}. */
    public record Group(String name, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** A note or a part, with the class it is coloured by. */
    public record Told(String tone, String title, String text) {}

    /** What is drawn. */
    public record View(List<Fault> faults, List<Told> told, List<Group> groups) {
        public View {
            faults = List.copyOf(faults);
            told = List.copyOf(told);
            groups = List.copyOf(groups);
        }
    }

    @Override
    public String path() {
        return "/settings";
    }

    @Override
    public String name() {
        return "Settings check";
    }

    @Override
    public Optional<String> mark() {
        // Files may be mended at any time; whoever mends them looks here.
        return Optional.of(Long.toString(clock.instant().getEpochSecond() / 15));
    }

    @Override
    public Reply answer(Visit visit) {
        if (!visit.path().equals(path())) {
            return Reply.notFound();
        }
        Report report = check.look();
        List<Told> told = new ArrayList<>();
        parts.get().stream().map(SettingsPage::part).forEach(told::add);
        report.notes().stream().map(SettingsPage::note).forEach(told::add);
        return Reply.page(name(), "settings.jte", new View(report.faults(), told, groups(report.lines())));
    }

    private static Told part(Part part) {
        String name = part.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + part.name().substring(1);
        return switch (part.state()) {
            case READY -> new Told("good", name + " is ready", part.detail());
            case WAITING -> new Told("warn", name + " is away, trying again", part.detail());
            case FAILED -> new Told("bad", name + " is off", part.detail());
        };
    }

    private static Told note(Note note) {
        return new Told(note.tone().name().toLowerCase(Locale.ROOT), note.title(), note.text());
    }

    private static List<Group> groups(List<Line> lines) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            int dot = line.key().indexOf('.');
            groups.computeIfAbsent(dot < 0 ? line.key() : line.key().substring(0, dot), _ -> new ArrayList<>())
                    .add(line);
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
