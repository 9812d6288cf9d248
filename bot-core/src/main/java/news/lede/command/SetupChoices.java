package news.lede.command;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Workspace;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.text.Language;
import news.lede.topic.Topic;

/** What each step of {@code /setup} lets one choose from. What is so now is always among it. */
final class SetupChoices {
    /** One in nearly every hour of the world where many live. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Athens",
            "Europe/Istanbul",
            "Africa/Lagos",
            "Africa/Nairobi",
            "Asia/Dubai",
            "Asia/Karachi",
            "Asia/Kolkata",
            "Asia/Bangkok",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Sydney",
            "America/Sao_Paulo",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles");

    private static final List<LocalTime> TIMES =
            List.of(LocalTime.of(7, 0), LocalTime.of(8, 0), LocalTime.NOON, LocalTime.of(18, 0), LocalTime.of(20, 0));
    private static final List<QuietHours> QUIET = List.of(
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
            new QuietHours(LocalTime.of(23, 0), LocalTime.of(8, 0)));
    private static final List<Integer> BUDGETS = List.of(3, 6, 12, 24, 48);
    private static final String STANDARD = "default";
    private static final String OFF = "off";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;
    private final Workspace workspace;
    private final Channel channel;
    private final List<Subscription> here;

    SetupChoices(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
        this.workspace = request.asker().workspace();
        var conversation = request.asker().conversation().id();
        this.channel = newsroom.subscriptions().channel(conversation);
        this.here = newsroom.subscriptions().of(conversation);
    }

    /** {@code picked}: it is so now. */
    record Choosable(Candidate candidate, boolean picked) {
        Choosable(String label, String value, boolean picked) {
            this(new Candidate(label, value, List.of(value)), picked);
        }
    }

    List<Choosable> languages() {
        String now = workspace.spoken().map(Language::code).orElse(Tongues.AUTO);
        return Tongues.candidates(texts).stream()
                .map(c -> new Choosable(c, c.value().equals(now)))
                .toList();
    }

    List<Choosable> zones() {
        ZoneId now = workspace.zone();
        Stream<ZoneId> offered = ZONES.stream().flatMap(name -> ZoneNames.of(name).stream());
        return Stream.concat(Stream.of(now), offered)
                .distinct()
                .sorted(Comparator.comparing((ZoneId zone) -> zone.getRules().getOffset(request.now()))
                        .reversed())
                .map(zone -> new Choosable(
                        city(ZoneNames.shown(zone)) + " "
                                + CLOCK.format(request.now().atZone(zone)),
                        ZoneNames.shown(zone),
                        zone.equals(now)))
                .toList();
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    List<Choosable> packs() {
        var following = newsroom.following().get();
        Set<String> followed = following.communities().followedPacks(workspace.id());
        return new SetupPacks(newsroom)
                .all().stream()
                        .map(pack -> new Choosable(
                                Display.plain(following.follows().title(pack)), pack, followed.contains(pack)))
                        .toList();
    }

    /** All news first, then each topic before those that are under it. */
    List<Choosable> topics() {
        Set<Subject> wanted = here.stream().map(s -> s.wish().subject()).collect(Collectors.toSet());
        Language language = TopicStories.language(texts);
        List<Topic> all = newsroom.topics().get().of(workspace.id());
        Set<String> ids = all.stream().map(t -> t.id().value()).collect(Collectors.toSet());
        Comparator<Topic> order = Comparator.<Topic, String>comparing(t ->
                        t.parent().map(p -> p.value()).filter(ids::contains).orElse(t.id().value()))
                .thenComparing(t ->
                        t.parent().map(p -> p.value()).filter(ids::contains).isPresent())
                .thenComparing(t -> t.id().value());
        List<Choosable> choices = new ArrayList<>();
        choices.add(new Choosable(
                texts.text("subscription.everything"),
                SetupTopics.EVERYTHING,
                wanted.contains(new Subject.Everything())));
        all.stream()
                .sorted(order)
                .map(t -> new Choosable(
                        Display.plain(t.name(language)),
                        t.id().value(),
                        wanted.contains(new Subject.OfTopic(t.id().value()))))
                .forEach(choices::add);
        return choices;
    }

    /** What asks for an old look is typed; who needs it knows. */
    List<Choosable> styles() {
        return Arrays.stream(Channel.Style.values())
                .filter(style -> style != Channel.Style.EMBED || style == channel.style())
                .map(style -> new Choosable(
                        texts.text("channel.style." + SpokenChoice.STYLE.typed(style)),
                        SpokenChoice.STYLE.typed(style),
                        style == channel.style()))
                .toList();
    }

    /** Whether there is anything whose time could be chosen. */
    boolean isTold() {
        return !here.isEmpty();
    }

    boolean isDigest() {
        return here.stream().anyMatch(s -> s.cadence() instanceof Cadence.ByDigest);
    }

    List<Choosable> days() {
        Optional<SpokenChoice.When> now = Schedule.common(here).flatMap(Schedule::word);
        return Arrays.stream(SpokenChoice.When.values())
                .map(when -> new Choosable(
                        SpokenChoice.WHEN.shown(when, texts),
                        SpokenChoice.WHEN.typed(when),
                        now.equals(Optional.of(when))))
                .toList();
    }

    List<Choosable> times() {
        Set<LocalTime> now = Schedule.common(here)
                .map(cadence ->
                        cadence instanceof Cadence.ByDigest digest ? Set.copyOf(digest.times()) : Set.<LocalTime>of())
                .orElse(Set.of());
        Set<LocalTime> offered = new LinkedHashSet<>(TIMES);
        if (now.size() == 1) {
            offered.addAll(now);
        }
        return offered.stream()
                .sorted()
                .map(time -> new Choosable(time.toString(), time.toString(), now.equals(Set.of(time))))
                .toList();
    }

    List<Choosable> quiet() {
        Set<QuietHours> offered = new LinkedHashSet<>(QUIET);
        channel.quiet().ifPresent(offered::add);
        List<Choosable> choices = new ArrayList<>();
        choices.add(new Choosable(
                texts.text("channel.no-quiet"), OFF, channel.quiet().isEmpty()));
        offered.forEach(hours -> choices.add(new Choosable(
                ChannelCommand.quiet(texts, hours),
                hours.from() + "-" + hours.until(),
                channel.quiet().equals(Optional.of(hours)))));
        return choices;
    }

    List<Choosable> budgets() {
        Set<Integer> offered = new LinkedHashSet<>(BUDGETS);
        OptionalInt chosen = channel.budget();
        chosen.ifPresent(offered::add);
        List<Choosable> choices = new ArrayList<>();
        choices.add(new Choosable(ChannelCommand.budget(texts, OptionalInt.empty()), STANDARD, chosen.isEmpty()));
        offered.stream()
                .sorted()
                .map(n -> new Choosable(
                        texts.count("channel.budget", new Budget(n).aDay()),
                        Integer.toString(n),
                        chosen.equals(OptionalInt.of(n))))
                .forEach(choices::add);
        return choices;
    }
}
