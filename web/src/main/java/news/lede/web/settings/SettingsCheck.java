package news.lede.web.settings;

import java.util.List;

/** Looks the settings over. */
public interface SettingsCheck {
    /** As things are now. */
    Report look();

    /**
     * What was found.
     *
     * @param lines every setting, in the order to show them
     * @param faults everything that is wrong as the files stand now; empty when all is right
     * @param notes what else whoever looks after the installation should know, the most pressing first
     */
    record Report(List<Line> lines, List<Fault> faults, List<Note> notes) {
        public Report {
            lines = List.copyOf(lines);
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }
    }

    /** One setting: {@code value} as written, never a secret; {@code where} it is written, empty for a default. */
    record Line(String key, String value, String where, String variable, String description) {}

    /** One thing that is wrong, with what to do. */
    record Fault(String where, String problem, String remedy) {}

    /** Something to know. */
    record Note(Tone tone, String title, String text) {}

    /** How something is. */
    enum Tone {
        GOOD,
        WARN,
        BAD
    }
}
