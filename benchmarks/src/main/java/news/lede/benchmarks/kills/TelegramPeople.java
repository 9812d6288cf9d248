package news.lede.benchmarks.kills;

import java.util.concurrent.ConcurrentLinkedDeque;
import news.lede.benchmarks.kills.Questions.Outcome;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.TelegramServer;

/** People alone with the bot on the local Telegram. Nobody asks again before their last question is answered, so that each answer is known to be to its question; who was not answered does not come back. */
final class TelegramPeople implements Questions.Way {
    /** At most one answer a second goes to each. */
    private static final int FIRST = 100;

    private final TelegramServer telegram;
    private final ConcurrentLinkedDeque<Seat> idle = new ConcurrentLinkedDeque<>();

    private record Seat(Person person, Chat chat) {}

    TelegramPeople(TelegramServer telegram) {
        this.telegram = telegram;
        for (int i = 0; i < FIRST; i++) {
            idle.add(newcomer());
        }
    }

    private Seat newcomer() {
        Person person = telegram.person("Asker", "en");
        return new Seat(person, telegram.privateChat(person));
    }

    @Override
    public Outcome ask(int number, String command) {
        Seat known = idle.pollFirst();
        Seat seat = known == null ? newcomer() : known;
        try {
            seat.chat().say(seat.person(), "/" + command).answer(Questions.PATIENCE);
        } catch (IllegalStateException e) {
            return Outcome.UNANSWERED;
        }
        idle.addLast(seat);
        return Outcome.ANSWERED;
    }
}
