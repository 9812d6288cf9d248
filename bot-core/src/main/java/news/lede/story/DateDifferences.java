package news.lede.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.story.Difference.Kind;
import news.lede.story.ToldReport.Line;
import news.lede.text.Moment;

/** Finds where reports of one story give different days or times for the same happening. Pure. */
final class DateDifferences {
    private static final double SAME_HAPPENING = 0.6;
    private static final int FEWEST_WORDS = 5;
    private static final int LEAD = 4;
    /** Times this near may both be rounded. */
    private static final int MINUTES_APART = 10;
    /** Weekdays of different weeks have the same name. */
    private static final Duration SAME_WEEK = Duration.ofDays(3);
    /** The same time in two zones differs. */
    private static final Pattern ZONE = Pattern.compile(
            "(?iu)\\b(?:gmt|utc|e[sd]t|p[sd]t|c[es]t|cest|local time|ortszeit|heure locale|hora local)\\b");

    /** A line that dates the article rather than the event. */
    private static final Pattern DATELINE = Pattern.compile(
            "(?iu)^(?:published|posted|updated|created|last|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado)\\b|[^.!?\"”“»」。！？]$");

    private static final Pattern ROUGHLY = Pattern.compile(
            "(?iu)\\b(?:about|around|shortly|just|before|after|between|gegen|kurz|vers|peu|sobre|hacia|antes|despues|después|poco)\\b");

    private DateDifferences() {}

    static List<Difference> of(List<ToldReport> reports) {
        List<Difference> found = new ArrayList<>();
        Set<Kind> told = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                for (Difference difference : between(reports.get(i), reports.get(j))) {
                    if (told.add(difference.kind())) {
                        found.add(difference);
                    }
                }
            }
        }
        return found;
    }

    private static List<Difference> between(ToldReport one, ToldReport two) {
        List<Difference> found = new ArrayList<>();
        for (Line a : one.lines()) {
            for (Line b : two.lines()) {
                if (a.rank() >= LEAD
                        || b.rank() >= LEAD
                        || a.stems().size() < FEWEST_WORDS
                        || b.stems().size() < FEWEST_WORDS
                        || a.alike(b) < SAME_HAPPENING
                        || DATELINE.matcher(a.mention().sentence()).find()
                        || DATELINE.matcher(b.mention().sentence()).find()) {
                    continue;
                }
                for (Moment.Kind kind : Moment.Kind.values()) {
                    Optional<Moment> here = only(a, kind);
                    Optional<Moment> there = only(b, kind);
                    if (here.isPresent() && there.isPresent() && differ(here.get(), there.get(), a, b)) {
                        found.add(new Difference(
                                Kind.valueOf(kind.name()),
                                List.of(
                                        one.side(here.get().span(), a),
                                        two.side(there.get().span(), b))));
                    }
                }
            }
        }
        return found;
    }

    /** The moment of that kind, where the sentence gives exactly one. */
    private static Optional<Moment> only(Line line, Moment.Kind kind) {
        List<Moment> moments = Moment.in(line.mention().sentence(), line.language()).stream()
                .filter(moment -> moment.kind() == kind)
                .toList();
        // "said today (May 3)" dates the saying, "Friday's match" a thing.
        if (moments.stream()
                .anyMatch(moment -> moment.written().indexOf('\'') >= 0
                        || moment.written().indexOf('\u2019') >= 0
                        || moment.span().start() > 0
                                && line.mention()
                                                .sentence()
                                                .charAt(moment.span().start() - 1)
                                        == '(')) {
            return Optional.empty();
        }
        return moments.size() == 1 ? Optional.of(moments.getFirst()) : Optional.empty();
    }

    private static boolean differ(Moment here, Moment there, Line a, Line b) {
        if (here.value() == there.value()) {
            return false;
        }
        String one = a.mention().sentence();
        String two = b.mention().sentence();
        return switch (here.kind()) {
            case WEEKDAY ->
                Duration.between(
                                        a.mention().article().published(),
                                        b.mention().article().published())
                                .abs()
                                .compareTo(SAME_WEEK)
                        <= 0;
            case DAY -> true;
            case TIME ->
                Math.abs(here.value() - there.value()) > MINUTES_APART
                        && Math.abs(here.value() - there.value()) % 720 != 0
                        && !ZONE.matcher(one).find()
                        && !ZONE.matcher(two).find()
                        && !ROUGHLY.matcher(one).find()
                        && !ROUGHLY.matcher(two).find();
        };
    }
}
