package news.lede.app;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the subcommands: each is handed the root, which knows the common options and the surroundings. */
record CommandFactory(RootCommand root) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (!type.getSimpleName().endsWith("Command")) {
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<K> constructor = type.getDeclaredConstructor(RootCommand.class);
        return constructor.newInstance(root);
    }
}
