package news.lede.config;

/**
 * One thing wrong with the settings. {@code where}: file and line, variable or option it stands in. {@code problem}: what is wrong, a
 * sentence without its full stop. {@code remedy}: what to do, likewise, with an example that works.
 */
public record Fault(String where, String problem, String remedy) {
    @Override
    public String toString() {
        return where + ": " + problem + ". " + remedy + ".";
    }
}
