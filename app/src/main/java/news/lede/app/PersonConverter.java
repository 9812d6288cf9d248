package news.lede.app;

import news.lede.community.PersonKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code telegram:1234}. */
final class PersonConverter implements ITypeConverter<PersonKey> {
    @Override
    public PersonKey convert(String written) {
        int colon = written.indexOf(':');
        if (colon < 1 || colon == written.length() - 1) {
            throw new TypeConversionException("\"" + written + "\" is no person. Write telegram:ID or discord:ID.");
        }
        return new PersonKey(written.substring(0, colon), written.substring(colon + 1));
    }
}
