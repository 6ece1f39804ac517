package org.tandemrec.training;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a record as its components declare them, those of a record within it in its
 * place: texts by key, one way and back. Immutable and safe for any thread.
 */
final class SettingTable {
    private static final ClassValue<SettingTable> TABLES =
            new ClassValue<>() {
                @Override
                protected SettingTable computeValue(Class<?> type) {
                    return new SettingTable(type.asSubclass(Record.class));
                }
            };

    private final Class<? extends Record> type;
    private final List<RecordComponent> components;

    private SettingTable(Class<? extends Record> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
    }

    static SettingTable of(Class<? extends Record> type) {
        return TABLES.get(type);
    }

    /**
     * Refuses what is out of its bounds.
     *
     * @param values of all components, in their order
     * @throws org.tandemrec.data.BadInputException for the first that is
     */
    void check(Object... values) {
        for (int at = 0; at < values.length; at++) {
            RecordComponent component = components.get(at);
            Bounds bounds = component.getAnnotation(Bounds.class);
            if (bounds != null) {
                double value = ((Number) values[at]).doubleValue();
                Settings.check(key(component), value, bounds.from(), bounds.to());
            }
        }
    }

    /** Every setting of a record as text by key. */
    Map<String, String> texts(Object holder) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Object value = value(holder, component);
            switch (value) {
                case Record inner -> texts.putAll(of(inner.getClass()).texts(inner));
                case Double number -> texts.put(key(component), Settings.plain(number));
                case Knows knows -> texts.put(key(component), knows.label());
                default -> texts.put(key(component), value.toString());
            }
        }
        return texts;
    }

    /** What each setting means by key. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null) {
                meanings.put(key(component), setting.value());
            } else if (component.getType().isRecord()) {
                meanings.putAll(inner(component).meanings());
            }
        }
        return meanings;
    }

    /** The keys of what steps do not depend on. */
    Set<String> afterSteps() {
        Set<String> keys = new LinkedHashSet<>();
        for (RecordComponent component : components) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null && setting.afterSteps()) {
                keys.add(key(component));
            } else if (component.getType().isRecord()) {
                keys.addAll(inner(component).afterSteps());
            }
        }
        return keys;
    }

    /** What a search tries by key. */
    Map<String, SearchRange> searched() {
        Map<String, SearchRange> ranges = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Searched searched = component.getAnnotation(Searched.class);
            if (searched != null) {
                ranges.put(
                        key(component),
                        new SearchRange(searched.from(), searched.to(), searched.spread()));
            } else if (component.getType().isRecord()) {
                ranges.putAll(inner(component).searched());
            }
        }
        return ranges;
    }

    /**
     * A record of these settings.
     *
     * @throws org.tandemrec.data.BadInputException for what cannot be read or is out of its bounds
     */
    Record read(Settings settings) {
        Object[] values = components.stream().map(component -> read(component, settings)).toArray();
        Class<?>[] types =
                components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object read(RecordComponent component, Settings settings) {
        Class<?> type = component.getType();
        String key = key(component);
        if (type.isRecord()) {
            return inner(component).read(settings);
        }
        if (type == Knows.class) {
            return Knows.named(settings.word(key));
        }
        return switch (type.getName()) {
            case "int" -> settings.integer(key);
            case "long" -> settings.seed(key);
            case "double" -> settings.number(key);
            case "boolean" -> settings.yes(key);
            default -> throw new IllegalStateException("a setting of " + type);
        };
    }

    private static SettingTable inner(RecordComponent component) {
        return of(component.getType().asSubclass(Record.class));
    }

    private static Object value(Object holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String key(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        return setting == null || setting.key().isEmpty()
                ? String.join("-", words(component.getName()))
                : setting.key();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
