package org.tandemrec.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;
import org.tandemrec.embeddings.ModelSignature;
import org.tandemrec.embeddings.ModelSignature.Tensor;

/**
 * The inputs and the output of a foreign tower, as far as they agree with the mapping.
 *
 * @param file the model's file, for messages
 * @param side {@code user} or {@code item}
 * @param signature what the model takes and gives
 * @param mapping what the mapping says of it
 */
record TowerForm(Path file, String side, ModelSignature signature, Mapping.TowerMapping mapping) {
    private static final List<String> INTEGERS = List.of("int64", "int32");

    /**
     * The form of a model.
     *
     * @throws BadInputException where names, types or shapes are not those of the mapping
     */
    static TowerForm of(Path file, String side, Mapping.TowerMapping mapping) {
        TowerForm form = new TowerForm(file, side, ModelSignature.of(file), mapping);
        form.requireInputs();
        form.requireOutput();
        return form;
    }

    boolean isInt32(String input) {
        return tensor(input).element().equals("int32");
    }

    private Tensor tensor(String input) {
        Tensor tensor = signature.inputs().get(input);
        if (tensor == null) {
            throw unknown("input", input, signature.inputs());
        }
        return tensor;
    }

    private void requireInputs() {
        mapping.inputs().forEach((name, input) -> requireInput(name, input, tensor(name)));
        for (String name : signature.inputs().keySet()) {
            if (!mapping.inputs().containsKey(name)) {
                throw refusal(
                        "input '%s' (%s) is not in the mapping; add it to %s.inputs"
                                .formatted(name, signature.inputs().get(name), side));
            }
        }
    }

    private void requireInput(String name, InputMapping input, Tensor tensor) {
        List<Long> shape = tensor.shape();
        if (!INTEGERS.contains(tensor.element())
                || shape.size() != (input.width().isPresent() ? 2 : 1)
                || !fits(shape.getLast(), input.width().orElse((int) Tensor.FREE))) {
            throw refusal(
                    "input '%s' is %s, expected int64 or int32 %s as the mapping says"
                            .formatted(name, tensor, expected(input)));
        }
        if (shape.getFirst() != Tensor.FREE) {
            throw refusal(
                    "input '%s' is %s, expected any number of rows; export it with a free first dimension"
                            .formatted(name, tensor));
        }
    }

    private static boolean fits(long found, long expected) {
        return found == Tensor.FREE || found == expected;
    }

    private static String expected(InputMapping input) {
        return input.width().isPresent()
                ? "[N, %d]".formatted(input.width().getAsInt())
                : "[N] (without a width)";
    }

    private void requireOutput() {
        Tensor tensor = outputTensor();
        List<Long> shape = tensor.shape();
        if (!tensor.element().equals("float")
                || shape.size() != 2
                || shape.getLast() == Tensor.FREE) {
            throw refusal(
                    "output '%s' is %s, expected float [N, width] with a fixed width"
                            .formatted(output(), tensor));
        }
    }

    /** The name of the output that gives the vectors. */
    String output() {
        List<String> names = List.copyOf(signature.outputs().keySet());
        if (mapping.output().isEmpty() && names.size() != 1) {
            throw refusal(
                    "it has the outputs %s; say in the mapping with %s.output which one is the vector"
                            .formatted(String.join(", ", names), side));
        }
        return mapping.output().orElseGet(names::getFirst);
    }

    private Tensor outputTensor() {
        Tensor tensor = signature.outputs().get(output());
        if (tensor == null) {
            throw unknown("output", output(), signature.outputs());
        }
        return tensor;
    }

    /** How long its vectors are. */
    int dimension() {
        return Math.toIntExact(outputTensor().shape().getLast());
    }

    private BadInputException unknown(String what, String name, Map<String, Tensor> known) {
        List<String> names = new ArrayList<>(known.keySet());
        return refusal(
                "the mapping names the %s '%s', the model has %s%s"
                        .formatted(
                                what,
                                name,
                                String.join(", ", names),
                                Suggestion.hint(name, names)));
    }

    /** A refusal of the model. */
    BadInputException refusal(String problem) {
        return new BadInputException("%s: %s".formatted(file, problem));
    }
}
