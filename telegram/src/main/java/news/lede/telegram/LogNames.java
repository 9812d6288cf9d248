package news.lede.telegram;

/** What a log calls a chat. */
final class LogNames {
    private LogNames() {}

    /** A private chat goes by the number of its person, which no log holds. */
    static String chat(long chat) {
        return chat > 0 ? "private" : Long.toString(chat);
    }
}
