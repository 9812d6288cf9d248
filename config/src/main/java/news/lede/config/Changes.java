package news.lede.config;

import java.util.List;

/**
 * What is another in one configuration than in an earlier one. Values are not told: some are secret.
 *
 * @param taken what holds from now on: names of settings, {@code topic harbour (new)}, {@code pack coast (changed)}
 * @param restart names of settings that are read at the start alone
 */
public record Changes(List<String> taken, List<String> restart) {
    public Changes {
        taken = List.copyOf(taken);
        restart = List.copyOf(restart);
    }
}
