package io.arioso.host.link;

import io.arioso.host.link.LinkMessage.Close;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Gesture;
import io.arioso.host.link.LinkMessage.Hello;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Place;
import io.arioso.host.link.LinkMessage.Scale;
import io.arioso.host.link.LinkMessage.Setting;
import io.arioso.host.link.LinkMessage.Shown;
import io.arioso.host.link.LinkMessage.Size;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.link.LinkMessage.Visible;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.sdk.PluginCategory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Messages of every kind with any content. */
final class RandomMessages {
    /** How many kinds there are. */
    static final int KINDS = 11;

    private final Random random;

    RandomMessages(long seed) {
        random = new Random(seed);
    }

    LinkMessage next() {
        return ofKind(random.nextInt(KINDS));
    }

    LinkMessage ofKind(int kind) {
        int editor = random.nextInt();
        return switch (kind) {
            case 0 -> new Hello(random.nextInt(), text(), text());
            case 1 -> open(editor);
            case 2 -> new Shown(editor);
            case 3 -> new Value(editor, random.nextInt(), number());
            case 4 -> new Gesture(editor, random.nextInt(), random.nextBoolean());
            case 5 -> new LoadPreset(editor, random.nextInt());
            case 6 -> new Size(editor, random.nextInt(), random.nextInt());
            case 7 -> new Scale(editor, number());
            case 8 -> new Visible(editor, random.nextBoolean());
            case 9 -> new Close(editor);
            default -> new Closed(editor, text());
        };
    }

    private Open open(int editor) {
        PluginCategory[] categories = PluginCategory.values();
        PluginDescriptor effect = new PluginDescriptor(text(), text(), text(), text(),
            categories[random.nextInt(categories.length)], text(), text(), Path.of("/" + random.nextInt() + " ü.jar"), text());
        Place place = new Place(random.nextLong(), text(), random.nextInt(), random.nextInt(), number(), random.nextBoolean());
        return new Open(editor, effect, place, list(() -> new Setting(text(), number())), list(this::text),
            random.nextInt(), list(this::text));
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(20)).toList();
    }

    private double number() {
        return random.nextInt(10) == 0 ? -0.0 : random.nextGaussian() * 1e6;
    }

    private String text() {
        return random.ints(random.nextInt(40), 1, 0x3000).collect(StringBuilder::new, StringBuilder::appendCodePoint,
            StringBuilder::append).toString();
    }
}
