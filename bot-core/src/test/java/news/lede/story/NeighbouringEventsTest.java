package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two events of one weekend on one island, one report naming both: they stay apart whatever the order in which articles arrive. */
class NeighbouringEventsTest {
    private static final Instant MORNING = Newsroom.NOON.minus(Duration.ofHours(4));

    private record Piece(String event, String publisher, int hours, String title, String text) {}

    private static final List<Piece> PIECES = List.of(
            new Piece(
                    "ferry",
                    "Wire",
                    0,
                    "Ferry and cargo ship collide in fog off Port Ellery",
                    "A passenger ferry and a cargo ship collided in thick fog outside Port Ellery on Sunday morning, injuring 14 people, the coast guard said."
                            + " The ferry Maribel was carrying 212 passengers from Koru Island when it struck the stern of the freighter Anselm Star shortly after six."
                            + " Tugs brought both ships into harbour by noon. Investigators have taken the voyage recorders, said commander Ruta Lindqvist."),
            new Piece(
                    "ferry",
                    "Harbour Post",
                    1,
                    "Fourteen hurt as Koru Island ferry hits freighter in fog",
                    "Fourteen passengers were hurt when the ferry Maribel ran into the freighter Anselm Star off Port Ellery in dense fog on Sunday morning."
                            + " The operator, Koru Line, said the crew had reduced speed before the collision. The harbour authority said visibility had been"
                            + " under 100 metres. Ferry crossings to the island are suspended until Tuesday."),
            new Piece(
                    "ferry",
                    "Courier",
                    10,
                    "Maribel collision puts harbour radar upgrade back on the agenda",
                    "The collision of the ferry Maribel with the freighter Anselm Star has revived a dispute over the radar at Port Ellery, which was due"
                            + " to be replaced three years ago. Commander Ruta Lindqvist of the coast guard said it was too early to say whether that mattered."
                            + " Of the 14 people injured, five were still in hospital on Sunday evening."),
            new Piece(
                    "quake",
                    "Wire",
                    11,
                    "Strong earthquake shakes Koru Island, at least three dead",
                    "An earthquake of magnitude 6.4 shook Koru Island on Sunday evening and killed at least three people, the island's governor said."
                            + " The quake struck 12 kilometres off the eastern shore. Several houses and a church tower collapsed in the town of Anwel."),
            new Piece(
                    "quake",
                    "Harbour Post",
                    12,
                    "Church tower falls in Anwel as magnitude 6.4 quake hits Koru",
                    "The tower of the old church in Anwel collapsed when an earthquake of magnitude 6.4 hit Koru Island on Sunday evening. Governor Sela"
                            + " Marrow said three people had died. Rescue teams were digging in the rubble of four houses by torchlight. Ferries do not run"
                            + " because of last night's collision off Port Ellery, so the navy is taking doctors across."),
            new Piece(
                    "quake",
                    "Courier",
                    14,
                    "Koru Island earthquake toll rises to seven",
                    "The number of people killed by the earthquake on Koru Island has risen to seven, governor Sela Marrow said. Four bodies were found"
                            + " under a collapsed bakery in Anwel. Thirty-one people are being treated for injuries. The navy ship Resolve has brought doctors."));

    static Stream<Named<List<Piece>>> orders() {
        Comparator<Piece> oldestFirst = Comparator.comparingInt(Piece::hours);
        Stream<Named<List<Piece>>> plain = Stream.of(
                Named.of("as published", PIECES),
                Named.of("newest first", PIECES.reversed()),
                Named.of(
                        "feed by feed",
                        sorted(Comparator.comparing(Piece::publisher).thenComparing(oldestFirst))),
                Named.of(
                        "feed by feed, newest first",
                        sorted(Comparator.comparing(Piece::publisher).thenComparing(oldestFirst.reversed()))));
        return Stream.concat(plain, IntStream.range(0, 20).mapToObj(NeighbouringEventsTest::shuffled));
    }

    private static List<Piece> sorted(Comparator<Piece> order) {
        return PIECES.stream().sorted(order).toList();
    }

    private static Named<List<Piece>> shuffled(int seed) {
        List<Piece> pieces = new ArrayList<>(PIECES);
        Collections.shuffle(pieces, new Random(seed));
        return Named.of("shuffled by " + seed, List.copyOf(pieces));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void noStoryHoldsBoth(List<Piece> order) {
        Newsroom news = new Newsroom();
        Map<StoryId, Set<String>> events = new HashMap<>();
        for (Piece piece : order) {
            Story story = news.read(Newsroom.text(
                    piece.title(),
                    piece.text(),
                    piece.publisher(),
                    MORNING.plus(Duration.ofHours(piece.hours())),
                    "en"));
            events.computeIfAbsent(story.id(), _ -> new HashSet<>()).add(piece.event());
        }
        assertThat(events.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(events).as("reports of one event still meet").hasSizeLessThan(PIECES.size());
    }
}
