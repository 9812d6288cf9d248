package news.lede.extract;

/** What a page states, with the place where it does. */
record Fact<T>(T value, Place place) {}
