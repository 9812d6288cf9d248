package news.lede.command;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;
import news.lede.community.Asker;
import news.lede.community.Audit;
import news.lede.community.Audit.Actor;
import news.lede.community.Audit.Change;

/**
 * Writes down what commands change, in one transaction with the change, and what somebody was refused. Whatever changes a workspace goes through {@link #changing}; what has no {@link Matter} through
 * {@link #together} and {@link #changed}. Thread-safe.
 */
final class Ledger {
    private final Oversight oversight;
    private final InstantSource clock;
    private final Matters matters;

    Ledger(Newsroom newsroom) {
        this.oversight = newsroom.oversight();
        this.clock = newsroom.clock();
        this.matters = Matters.of(newsroom);
    }

    /** What can be written down of a workspace and brought back. */
    Matters matters() {
        return matters;
    }

    /** Does {@code work} and writes down which fields of {@code subject} are others afterwards. */
    <T> T changing(Asker asker, Matter matter, String subject, Supplier<T> work) {
        return together(() -> {
            Map<String, String> was = matter.read(asker.workspace().id(), subject);
            T result = work.get();
            Map<String, String> became = matter.read(asker.workspace().id(), subject);
            changed(asker, matter.action(), subject, was, became);
            return result;
        });
    }

    /** One transaction: all of it is kept or nothing. */
    <T> T together(Supplier<T> work) {
        return oversight.transactor().inTransaction(work);
    }

    /** Writes a change down, the fields that differ alone; its number, or nothing where none does. */
    OptionalLong changed(
            Asker asker, String action, String subject, Map<String, String> was, Map<String, String> became) {
        Map<String, String> before = differing(was, became);
        Map<String, String> after = differing(became, was);
        return before.isEmpty() && after.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(oversight.audit().changed(change(asker, action, subject, before, after)));
    }

    /** Writes down that somebody was refused: by which command and options, never what they typed. */
    void refused(Asker asker, Invocation invocation) {
        Map<String, String> options = invocation.options().isEmpty()
                ? Map.of()
                : Map.of(
                        "options",
                        String.join(
                                ", ",
                                invocation.options().keySet().stream().sorted().toList()));
        oversight.audit().refused(change(asker, invocation.command(), "", Map.of(), options));
    }

    private Change change(
            Asker asker, String action, String subject, Map<String, String> was, Map<String, String> became) {
        return new Change(
                asker.workspace().id(),
                clock.instant(),
                new Actor.Member(asker.person()),
                action,
                subject,
                was,
                became);
    }

    /** The fields that {@code other} has not, or otherwise. */
    private static Map<String, String> differing(Map<String, String> fields, Map<String, String> other) {
        Map<String, String> differing = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!Objects.equals(other.get(name), value)) {
                differing.put(name, value);
            }
        });
        return differing;
    }

    /** What was written down so far. */
    Audit audit() {
        return oversight.audit();
    }
}
