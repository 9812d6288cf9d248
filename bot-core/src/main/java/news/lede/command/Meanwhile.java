package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.community.Audit.Actor;
import news.lede.community.Audit.Change;
import news.lede.community.Audit.Entry;

/** What somebody else changed of the same thing, while whoever asks was about to: the second is shown what the first did. */
final class Meanwhile {
    /** Whoever looked at something longer ago will look again. */
    static final Duration RECENT = Duration.ofMinutes(15);

    private Meanwhile() {}

    /** Changes by others since {@code since}, the newest first. */
    static List<Entry> by(Request request, Matter matter, String subject, Instant since) {
        Actor self = new Actor.Member(request.asker().person());
        return request
                .ledger()
                .audit()
                .since(request.asker().workspace().id(), matter.action(), subject, since)
                .stream()
                .filter(entry -> !entry.change().actor().equals(self))
                .toList();
    }

    /** Said to whoever has just changed {@code fields} that somebody else changed within {@link #RECENT}. */
    static Optional<String> said(
            Newsroom newsroom, Request request, Matter matter, String subject, Set<String> fields) {
        AuditWords words = new AuditWords(newsroom, request);
        return by(request, matter, subject, request.now().minus(RECENT)).stream()
                .map(entry -> only(entry, fields))
                .filter(entry -> !names(entry.change()).isEmpty())
                .findFirst()
                .map(entry -> said(request, words, entry));
    }

    /** "Somebody else changed this on May 4, 14:03: budget 12 → 6." */
    static String said(Request request, AuditWords words, Entry entry) {
        Change change = entry.change();
        return request.texts()
                .text(
                        "audit.meanwhile",
                        words.who(change.actor()),
                        words.when(entry),
                        words.values(change.was(), change.became()));
    }

    private static Set<String> names(Change change) {
        Set<String> names = new LinkedHashSet<>(change.was().keySet());
        names.addAll(change.became().keySet());
        return names;
    }

    private static Entry only(Entry entry, Set<String> fields) {
        Change change = entry.change();
        Map<String, String> was = new LinkedHashMap<>(change.was());
        Map<String, String> became = new LinkedHashMap<>(change.became());
        was.keySet().retainAll(fields);
        became.keySet().retainAll(fields);
        return new Entry(
                entry.number(),
                new Change(
                        change.workspace(),
                        change.at(),
                        change.actor(),
                        change.action(),
                        change.subject(),
                        was,
                        became),
                entry.refused(),
                entry.undoneBy());
    }
}
