package news.lede.app;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a thing when it is first asked for, once; knows whether it was. Thread-safe. */
final class Lazy<T extends Object> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T thing = made;
        return thing != null ? thing : make();
    }

    private synchronized T make() {
        T thing = made;
        if (thing == null) {
            thing = maker.get();
            made = thing;
        }
        return thing;
    }

    /** The thing, if it was made. */
    @Nullable
    T ifMade() {
        return made;
    }
}
