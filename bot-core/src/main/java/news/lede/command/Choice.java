package news.lede.command;

/** A completion: {@code label} to show (at most 100 characters), {@code value} to send. */
public record Choice(String label, String value) {}
