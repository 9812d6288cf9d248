package news.lede.answer;

/** Something the reader can do next: {@code command} is what they would type, {@code label} what a button says. */
public record Action(String label, String command) {}
