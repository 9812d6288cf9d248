package news.lede.command;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subscription;

/** When all subscriptions of a conversation are told, as one thing to set. Pure. */
final class Schedule {
    private Schedule() {}

    /** When all of them are told; empty where there are none, or they are told at different times. */
    static Optional<Cadence> common(List<Subscription> subscriptions) {
        List<Cadence> all =
                subscriptions.stream().map(Subscription::cadence).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /**
     * What was named, with what is left as it was: days without times keep the times, times without days keep the days.
     *
     * @param named as it would be understood if nothing had been set before
     */
    static Cadence changed(Optional<Cadence> before, Cadence named, boolean days, boolean times) {
        if (!(named instanceof Cadence.ByDigest wanted) || !(before.orElse(named) instanceof Cadence.ByDigest now)) {
            return named;
        }
        boolean everyDay = wanted.days().size() == DayOfWeek.values().length;
        Set<DayOfWeek> on = !days && everyDay ? now.days() : wanted.days();
        SortedSet<LocalTime> at = times ? wanted.times() : now.times();
        return new Cadence.ByDigest(on, at, wanted.zone());
    }

    /** The word that stands for it; empty for days that no word names. */
    static Optional<SpokenChoice.When> word(Cadence cadence) {
        return switch (cadence) {
            case Cadence.Instantly _ -> Optional.of(SpokenChoice.When.NOW);
            case Cadence.ByDigest digest ->
                Arrays.stream(SpokenChoice.When.values())
                        .filter(when -> when != SpokenChoice.When.NOW)
                        .filter(when -> digest.days().equals(EnumSet.copyOf(CadenceReader.days(when))))
                        .findFirst();
        };
    }
}
