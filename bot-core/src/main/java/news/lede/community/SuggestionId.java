package news.lede.community;

/** Names a {@link Suggestions.Suggestion} among all of this installation. */
public record SuggestionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
