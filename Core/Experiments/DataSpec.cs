namespace Core;

/// <summary>What the <c>data</c> of an experiment may be.</summary>
internal static class DataSpec
{
    internal const int MostSamples = 100_000_000;

    private static readonly Spec Names = Spec.List(Spec.Text("a name", 1, 60), "names", 1);

    private static readonly Field Seed = Field.Optional("seed", Spec.Integer(0, (1L << 53) - 1), "Own seed of the generator; otherwise the experiment's.");

    internal static TaggedSpec Split { get; } = new TaggedSpec("split", "Cuts samples for validation and test out of the data; the others train.", "fraction")
        .Case("fraction", "By share of all samples, rounded by largest remainders (training, validation, test among equal ones).", Sets(Spec.Number(min: 0, below: 1), "Share of the samples."))
        .Case("count", "By number of samples.", Sets(Spec.Integer(0), "Number of samples."))
        .Case("given", "By listing samples, numbered from 0.",
            Field.Optional("validation", Spec.List(Spec.Integer(0), "samples"), "Samples for validation.", "[]"),
            Field.Optional("test", Spec.List(Spec.Integer(0), "samples"), "Samples for the test.", "[]"));

    internal static ObjectSpec Augmentation { get; } = Spec.Object("augmentation", "Random changes of the training inputs, drawn anew in each update.",
        Field.Optional("jitter", Spec.Number(min: 0), "Standard deviation of normal noise added to every input.", "0"),
        Field.Optional("shift", Spec.Integer(0, 10_000), "Images (the last two indices of a sample) are moved by up to so many whole pixels in each direction; freed pixels are 0.", "0"));

    internal static TaggedSpec Source { get; } = Sources("samples", "data", "Samples for validation or test.");

    internal static TaggedSpec Root { get; } = Sources("data", null,
        "Where the samples come from and what is done to them. Class numbers count from 0; the positive class of two is 1.",
        Field.Optional("encoding", Spec.Choice("labels", "plus_minus_one", "one_hot"),
            "How class numbers become targets. `labels`: as the loss wants them (the number for softmax_ce and cross_entropy, 0/1 for a single output, one-hot for as many outputs as classes); "
            + "`plus_minus_one`: class 0 is −1 and class 1 is +1, for a single output; `one_hot`: a row with 1 at the class.", "\"labels\""),
        Field.Optional("split", Split, "Validation and test samples taken out of these."),
        Field.Optional("validation", Source, "Validation samples stated explicitly."),
        Field.Optional("test", Source, "Test samples stated explicitly."),
        Field.Optional("standardise", Spec.Boolean(), "x ← (x − mean)/std for each input, mean and population std of the training rows only; an input that never changes becomes 0.", "false"),
        Field.Optional("standardiseTargets", Spec.Boolean(), "The same for numeric targets.", "false"),
        Field.Optional("augmentation", Augmentation, "Random changes of the training inputs."));

    private static Field[] Sets(Spec size, string doc) =>
    [
        Field.Optional("validation", size, "Validation. " + doc, "0"),
        Field.Optional("test", size, "Test. " + doc, "0"),
        Field.Optional("stratified", Spec.Boolean(), "Keep the share of each class.", "false"),
        Field.Optional("shuffle", Spec.Boolean(), "Draw the samples by the seed; otherwise the last ones are taken, validation before test.", "true"),
    ];

    private static Field Count(int standard) => Field.Optional("n", Spec.Integer(1, MostSamples), "Samples.", $"{standard}");

    private static Field Noise(string doc, string standard) => Field.Optional("noise", Spec.Number(min: 0), doc, standard);

    private static TaggedSpec Sources(string name, string? sameCasesAs, string doc, params Field[] common) => Generated(Stated(new TaggedSpec(name, doc, "given",
    [
        .. common,
        Field.Optional("inputNames", Names, "Names of the inputs, for display."),
        Field.Optional("classNames", Names, "Names of the classes in order of their numbers, for display; also says how many there are."),
    ])
    { SameCasesAs = sameCasesAs }));

    private static TaggedSpec Stated(TaggedSpec spec) => spec
        .Case("given", "Rows stated here: `inputs` with either `targets` or `labels`.",
            Field.Required("inputs", Spec.Numbers(1, 6, "samples as lists of numbers"), "Shape [samples] (one input each), [samples, inputs] or [samples, …] (`flatten` first)."),
            Field.Optional("targets", Spec.Numbers(1, 2, "targets as numbers or rows of numbers"), "Numbers, one-hot, soft or multi-label rows: shape [samples] or [samples, outputs]."),
            Field.Optional("labels", Spec.List(Spec.Integer(0), "class numbers", 1), "Class numbers from 0, shape [samples]."),
            Field.Optional("classes", Spec.Integer(1, 1_000_000), "Number of classes; otherwise that of `classNames`, or the largest label + 1."),
            Field.Optional("sampleNames", Names, "Names of the samples, for display."))
        .Case("text", "A text, which holds its own labels: each window of characters is a sample, the character behind it its class. Inputs are one-hot, [context · characters], the oldest character first.",
            Field.Required("text", Spec.Either(Spec.Text("a text", 1), Spec.List(Spec.Text("a part of the text"), "texts", 1)), "The text; a list is put together without anything between."),
            Field.Optional("context", Spec.Integer(1, 1000), "Characters the network sees; otherwise 1, for validation and test as in the training text."),
            Field.Optional("characters", Spec.Text("two or more characters", 2), "The classes in order of their numbers; otherwise the different characters of the training text by code point."))
        .Case("csv", "A CSV file of numbers and categories ([own data](own-data.md)).",
            Field.Required("path", Spec.Text("a path", 1), "Relative to the experiment file."),
            Field.Required("target", Spec.Either(Column, Spec.List(Column, "columns", 1)), "Column or columns of the targets, by name or by number from 0 (negative: from the end)."),
            Field.Optional("inputs", Spec.List(Column, "columns", 1), "Columns of the inputs in order; otherwise all others."),
            Field.Optional("targetKind", Spec.Choice("classes", "numbers"), "Whether each different text is a class, or the column holds numbers.", "\"classes\""),
            Field.Optional("header", Spec.Boolean(), "Whether the first row holds names.", "true"),
            Field.Optional("delimiter", Spec.Text("one character", 1, 1), "Between cells.", "\",\""),
            Field.Optional("classOrder", Spec.List(Spec.Text("a class", 1), "classes", 1), "Texts of the classes in order of their numbers; otherwise in order of first appearance."),
            Field.Optional("categories", Spec.List(Spec.Text("a column name", 1), "columns"), "Input columns of numbers that are names in truth, such as postal codes. They, and columns without any number, become one input of 0 and 1 for each of their texts, in order of the alphabet, named `colour=red`."),
            Field.Optional("missing", Spec.Choice("refuse", "drop", "mean"), "Fields that are empty, `?`, `-`, `NA`, `n/a`, `NaN`, `null` or `none`: told with line and column; their rows left out; or inputs replaced by the mean of the training rows.", "\"refuse\""),
            Field.Optional("every", Spec.Integer(1), "Takes the first row of every so many: a smaller table of the same kind.", "1"))
        .Case("idx", "Images and labels in two IDX files, the format of MNIST, plain or gzipped. A pixel is its byte/255.",
            Field.Required("images", Spec.Text("a path", 1), "Relative to the experiment file: magic number 0x00000803, count, rows, columns, a byte a pixel."),
            Field.Required("labels", Spec.Text("a path", 1), "Relative to the experiment file: magic number 0x00000801, count, a byte a label."),
            Taken,
            Field.Optional("classes", Spec.Integer(1, 256), "Labels are 0 … classes − 1.", "10"))
        .Case("mnist", "The four IDX files of MNIST in a folder, plain or gzipped. Without `test` and `split`, its 10,000 test images are the test samples; where validation samples are evaluated or monitored and none are stated, they are a thirtieth of the training images.",
            Field.Optional("path", Spec.Text("a path", 1), "The folder, relative to the experiment file; otherwise `--data DIR`."),
            Field.Optional("set", Spec.Choice("train", "test"), "The 60,000 images for training or the 10,000 for the test.", "\"train\""),
            Taken);

    private static Field Taken => Field.Optional("n", Spec.Integer(1, MostSamples), "Only so many, from the first; otherwise all.");

    private static Spec Column => Spec.Either(Spec.Text("a column name", 1), Spec.Integer(-100_000, 100_000));

    private static TaggedSpec Generated(TaggedSpec spec) => spec
        .Case("line", "y = slope·x + intercept + noise.", Count(100),
            Field.Optional("slope", Spec.Number(), "Change of y for 1 of x.", "3"),
            Field.Optional("intercept", Spec.Number(), "y at x = 0.", "2"),
            Field.Optional("amplitude", Spec.Number(min: 0), "Size a of the noise.", "0.2"),
            Field.Optional("noise", Spec.Choice("normal", "uniform", "lcg"), "a·N(0, 1), a·(2u − 1), or that with u of the 32-bit generator.", "\"normal\""),
            Field.Optional("from", Spec.Number(), "Lower end of x.", "-1"),
            Field.Optional("to", Spec.Number(), "Upper end of x.", "1"),
            Field.Optional("evenlySpaced", Spec.Boolean(), "Even steps from end to end, both included; otherwise x is uniform.", "true"),
            Field.Optional("lcgSeed", Spec.Integer(0, uint.MaxValue), "Seed of the 32-bit generator.", "3"), Seed)
        .Case("bowl", "The loss of one output without bias is a bowl with these curvatures.",
            Field.Optional("n", Spec.Integer(1, MostSamples), "Samples, a multiple of twice the number of curvatures; otherwise just that."),
            Field.Optional("curvatures", Spec.List(Spec.Number(min: 0), "numbers", 1, 10_000), "Eigenvalues of the Hessian, one per weight.", "[1, 10]"),
            Field.Optional("minimum", Spec.List(Spec.Number(), "numbers", 1), "The best weights; otherwise all 1."),
            Field.Optional("angle", Spec.Number(), "Radians by which the valley is turned (two curvatures only).", "0"),
            Noise("Standard deviation of the noise of y.", "0"),
            Field.Optional("halfLoss", Spec.Boolean(), "The curvatures are meant for mse_half instead of mse.", "false"), Seed)
        .Case("xor", "Row i is corner i mod 4 of (0,0)→0, (0,1)→1, (1,0)→1, (1,1)→0.", Count(4), Noise("Standard deviation of the displacement.", "0"), Seed)
        .Case("gaussians", "Two round clouds around (d, d), class 1, and (−d, −d), class 0.", Count(500),
            Field.Optional("distance", Spec.Number(), "d.", "2"),
            Field.Optional("deviation", Spec.Number(min: 0), "Standard deviation of the clouds.", "1"),
            Field.Optional("positiveShare", Spec.Number(0, 1), "Share of class 1.", "0.5"), Seed)
        .Case("circle", "A disc (class 1) inside a ring (class 0).", Count(500),
            Field.Optional("radius", Spec.Number(above: 0), "Outer radius of the ring.", "5"), Noise("Share of the radius by which points are displaced before they are judged.", "0"), Seed)
        .Case("spiral", "Two arms of a spiral, the first arm class 1.", Count(500), Noise("Half width of the uniform displacement.", "0"),
            Field.Optional("orderSeed", Spec.Integer(0, uint.MaxValue), "Seed of one Fisher–Yates shuffle by the 32-bit generator; otherwise arm after arm."), Seed)
        .Case("moons", "Two half circles that reach into each other.", Count(200), Noise("Standard deviation of the displacement.", "0.1"), Seed)
        .Case("melons", "Melons as curl, colour and size, sweet (class 1) or sour.", Count(40), Noise("Standard deviation of what the features do not tell.", "0.05"),
            Field.Optional("extraFeatures", Spec.Integer(0, 10_000), "Meaningless features added.", "0"), Seed)
        .Case("noise", "Nothing to learn: uniform inputs, random class numbers.", Count(1000),
            Field.Required("shape", Spec.List(Spec.Integer(1, 100_000_000), "sizes", 1, 6), "Shape of one sample, e.g. [784] or [28, 28]."),
            Field.Optional("classes", Spec.Integer(1, 1_000_000), "Number of classes.", "10"), Seed)
        .Case("digits", "Digits drawn by the program, 28×28 pixels, ten classes. Without `test` and `split`, one sixth as many others are the test samples.", Count(DigitsSettings.UsualN),
            Field.Optional("first", Spec.Integer(0, 1L << 40), "Number of the first; digits of other numbers are others. Otherwise 0, for validation 10⁸, for the test 2·10⁸."),
            Field.Optional("variation", Spec.Number(0, 4), "How much hands differ: slant, size, place, pen and tremble; 0: all alike.", "1"),
            Field.Optional("noise", Spec.Number(0, 4), "Half width of the noise of every pixel, as a share of full ink.", "0.2"), Seed);
}
