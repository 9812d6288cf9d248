package news.lede.telegram.server;

/** Somebody with a Telegram account; {@code language} as their app reports it, empty when it does not. */
public record Person(long id, String name, String language) {}
