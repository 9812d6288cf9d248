package news.lede.benchmarks.kills;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.lede.benchmarks.kills.Questions.Outcome;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;

/** People in a channel of the local Discord. What they ask while no bot is connected reaches nobody, ever; else a first answer counts that comes within three seconds, as on the real service. */
final class DiscordPeople implements Questions.Way {
    private static final int PEOPLE = 400;
    /** A first answer that has left in time may still be on its way. */
    private static final Duration UNTIL_REFUSED = Asked.FIRST_ANSWER.plusSeconds(1);

    private final DiscordServer discord;
    private final int shards;
    private final List<Person> people = IntStream.range(0, PEOPLE)
            .mapToObj(i -> Person.member(Integer.toString(400 + i), "reader" + i))
            .toList();

    /** @param shards on whose servers they ask in turn */
    DiscordPeople(DiscordServer discord, int shards) {
        this.discord = discord;
        this.shards = shards;
    }

    @Override
    public Outcome ask(int number, String command) {
        Asked asked = discord.inServerOf(number % shards)
                .as(people.get(number % PEOPLE))
                .command(command, Map.of());
        try {
            asked.awaitFirst(UNTIL_REFUSED);
            asked.awaitMessage(Questions.PATIENCE);
            return Outcome.ANSWERED;
        } catch (IllegalStateException e) {
            return asked.isSent() ? Outcome.UNANSWERED : Outcome.NOBODY_THERE;
        } finally {
            discord.forget(asked);
        }
    }
}
