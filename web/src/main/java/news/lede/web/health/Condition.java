package news.lede.web.health;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How the running program is, for whoever supervises it. Thread-safe; asked at each request. */
public interface Condition {
    List<Part> parts();

    /** Whether it can still mend itself; if not, a new process is needed. */
    boolean alive();

    /** What {@code /healthz} says, as JSON reads. {@code inside}: to whoever may use the desk, who is told what went wrong in its own words, with names of machines and files. */
    Map<String, Object> told(boolean inside);

    /** What is counted, in Prometheus' text format; empty where nothing is. */
    String figures();

    /** That of a program of which only the parts are known. */
    static Condition of(Supplier<List<Part>> parts) {
        return new Condition() {
            @Override
            public List<Part> parts() {
                return parts.get();
            }

            @Override
            public boolean alive() {
                return true;
            }

            @Override
            public Map<String, Object> told(boolean inside) {
                return Map.of("status", "alive");
            }

            @Override
            public String figures() {
                return "";
            }
        };
    }
}
