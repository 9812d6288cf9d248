package news.lede.app;

import java.time.Instant;
import java.util.List;
import news.lede.config.Fault;

/**
 * How a running Lede stands to the files of its configuration, for whoever operates it. Holds no value of any setting.
 *
 * @param files the files and folders that are looked at; none where nobody named any
 * @param since from when what is in force is in force
 * @param taken what was taken over then, as {@link news.lede.config.Changes} names it; empty since the start
 * @param restart settings that say something else now than what Lede was started with
 * @param looked when the files were last read
 * @param faults what is wrong with them; while there is anything, what was in force stays so
 */
record ConfigurationState(
        List<String> files,
        Instant since,
        List<String> taken,
        List<String> restart,
        Instant looked,
        List<Fault> faults) {
    ConfigurationState {
        files = List.copyOf(files);
        taken = List.copyOf(taken);
        restart = List.copyOf(restart);
        faults = List.copyOf(faults);
    }

    static ConfigurationState started(List<String> files, Instant at) {
        return new ConfigurationState(files, at, List.of(), List.of(), at, List.of());
    }

    ConfigurationState took(List<String> what, List<String> needRestart, Instant at) {
        boolean changed = !what.isEmpty();
        return new ConfigurationState(files, changed ? at : since, changed ? what : taken, needRestart, at, List.of());
    }

    ConfigurationState refused(List<Fault> wrong, Instant at) {
        return new ConfigurationState(files, since, taken, restart, at, wrong);
    }
}
