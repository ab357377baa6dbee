namespace Core.Tests;

public class CalcProblemTests
{
    private const string Activation = "\"type\": \"activation\", \"activation\": ";
    private const string Loss = "\"type\": \"loss\", \"loss\": ";
    private const string Optimizer = "\"type\": \"optimizer\", \"optimizer\": ";
    private const string Metrics = "\"type\": \"metrics\", ";
    private const string Split = "\"type\": \"split\", \"split\": ";

    public static TheoryData<string, string> OneMistake => new()
    {
        { Activation + "\"softmx\", \"z\": [1]", "items[0].activation: given \"softmx\", expected activation: one of identity, sigmoid, tanh, relu, leaky_relu, elu, swish, silu, gelu, gelu_tanh, softplus, softmax; did you mean \"softmax\"?" },
        { Activation + "\"tanh\"", "items[0]: given item activation without \"z\", expected \"z\": a number, or lists of numbers" },
        { Activation + "\"softmax\", \"z\": 1", "items[0].z: given one number for softmax, expected a row of numbers; softmax compares the units of a layer: write [1, 2, 3]" },
        { Activation + "\"tanh\", \"z\": [[1, 2], [3]]", "items[0].z[1]: given 1 entry, expected 2 like in the entries before; all rows have the same length" },
        { Activation + "\"tanh\", \"z\": [1, 2], \"da\": [1]", "items[0].da: given da of shape [1], expected shape [2], that of z" },
        { Activation + "\"tanh\", \"z\": [1, \"NaN\"]", "items[0].z[1]: given \"NaN\", expected a number; only finite numbers can be given: correct the value or leave the sample out" },
        { "\"type\": \"activations\", \"z\": 1", "items[0].type: given \"activations\", expected item: one of activation, loss, schedule, initialiser, optimizer, regularizers, clipping, dropout, metrics, early_stopping, split, standardise; did you mean \"activation\"?" },
        { "\"z\": 1", "items[0]: given item without \"type\", expected \"type\": one of activation, loss, schedule, initialiser, optimizer, regularizers, clipping, dropout, metrics, early_stopping, split, standardise" },
        { Loss + "\"mse\", \"logits\": [1], \"targets\": [1]", "items[0].logits: given logits for mse, expected predictions; mse computes from outputs: name them predictions" },
        { Loss + "\"bce\", \"logits\": [1], \"targets\": [1]", "items[0].logits: given logits for bce, expected predictions; bce computes from probabilities; for logits take sigmoid_bce" },
        { Loss + "{\"type\": \"softmax_ce\"}, \"predictions\": [1, 0], \"labels\": [1]", "items[0].predictions: given predictions for softmax_ce, expected logits; softmax_ce computes from logits, before the softmax; for probabilities take cross_entropy" },
        { Loss + "\"sigmoid_bce\", \"targets\": [1]", "items[0]: given sigmoid_bce without logits, expected \"logits\": [samples][outputs]" },
        { Loss + "\"mse\", \"predictions\": [1]", "items[0]: given neither targets nor labels, expected one of the two; state \"targets\" for numbers and rows, \"labels\" for class numbers" },
        { Loss + "\"mse\", \"predictions\": [1], \"targets\": [1], \"labels\": [1]", "items[0].labels: given both targets and labels, expected one of the two; state \"targets\" for numbers and rows, \"labels\" for class numbers" },
        { Loss + "\"mse\", \"predictions\": [[1, 2]], \"targets\": [1, 2]", "items[0].targets: given targets of shape [2], expected shape [1, 2], that of predictions" },
        { Loss + "\"cross_entropy\", \"predictions\": [0.5, 0.5], \"labels\": [0, 1]", "items[0].labels: given 2 labels for 1 sample, expected 1 label, one for each sample; a plain list is one sample; write one row for each sample" },
        { Loss + "\"cross_entropy\", \"predictions\": [[0.5, 0.5]], \"labels\": [2]", "items[0].labels[0]: given class 2, expected a class number from 0 to 1; classes count from 0, one for each output" },
        { Loss + "\"bce\", \"predictions\": [0.5], \"labels\": [2]", "items[0].labels[0]: given class 2, expected a class number from 0 to 1; one output tells two classes" },
        { Loss + "\"bce\", \"predictions\": [1.5], \"labels\": [1]", "items[0].predictions[0]: given 1.5, expected a probability from 0 to 1; for logits take sigmoid_bce" },
        { Loss + "\"cross_entropy\", \"predictions\": [[0.5, -1]], \"labels\": [1]", "items[0].predictions[0][1]: given -1, expected a probability from 0 to 1; for logits take softmax_ce" },
        { Loss + "\"bce\", \"predictions\": [0.5], \"targets\": [-1]", "items[0].targets[0]: given -1, expected a target from 0 to 1; cross-entropies compare probabilities: correct it or use mse" },
        { Loss + "\"softmax_ce\", \"logits\": [[1, 2], [3, 4]], \"targets\": [[1, 0], [0.5, 0.4]]", "items[0].targets[1]: given targets that sum to 0.9, expected a sum of 1; each row is a distribution over the classes; use sigmoid_bce when several can hold" },
        { "\"type\": \"schedule\", \"schedule\": \"cosine\", \"learningRate\": 1", "items[0].schedule: given schedule cosine without \"steps\", expected \"steps\": a whole number of at least 1; write {\"type\": \"cosine\", …}" },
        { "\"type\": \"schedule\", \"schedule\": \"constant\", \"learningRate\": -1, \"count\": 0", "items[0].learningRate: given -1, expected a number of at least 0 | items[0].count: given 0, expected a whole number from 1 to 1000000" },
        { "\"type\": \"initialiser\", \"initialiser\": \"he_normal\", \"shape\": [3]", "items[0].shape: given a list of 1, expected a list of 2 sizes" },
        { "\"type\": \"initialiser\", \"initialiser\": \"he_normal\", \"shape\": [10000, 10000]", "items[0].shape: given an item with 100000000 results, expected at most 10000000; split it into smaller items" },
        { "\"type\": \"initialiser\", \"initialiser\": [[1, 2]], \"shape\": [2, 1]", "items[0].initialiser: given weights of shape [1, 2], expected [2, 1], [out, in]; one row per unit" },
        { Optimizer + "{\"nesterov\": true}, \"weights\": 1, \"gradient\": 1", "items[0].optimizer.nesterov: given nesterov with momentum 0 and dampening 0, expected momentum above 0 and dampening 0; set momentum, for example to 0.9" },
        { Optimizer + "\"sgd\", \"weights\": 1", "items[0]: given neither gradients nor gradient, expected one of the two; state \"gradients\" with one for each step, or \"gradient\" with \"steps\"" },
        { Optimizer + "\"sgd\", \"weights\": [1, 2], \"gradients\": [1, 2]", "items[0].gradients: given gradients of shape [2], expected shape [steps, 2]; give one gradient of the shape of weights for each step" },
        { Optimizer + "\"sgd\", \"weights\": [1, 2], \"gradient\": [1]", "items[0].gradient: given gradient of shape [1], expected shape [2], that of weights" },
        { Optimizer + "\"sgd\", \"weights\": 1, \"gradients\": [1, 2], \"steps\": 2", "items[0].steps: given steps beside gradients, expected one of the two; the gradients say how many steps there are" },
        { Optimizer + "\"sgd\", \"weights\": [1, 2, 3], \"gradient\": [1, 2, 3], \"steps\": 1000000", "items[0].steps: given an item with 15000000 results, expected at most 10000000; split it into smaller items" },
        { "\"type\": \"regularizers\", \"regularizers\": [{\"type\": \"l2_seed\", \"lambda\": 1}], \"weights\": [1]", "items[0].regularizers[0]: given l2_seed without \"m\", expected \"m\": a number above 0; there is no training set here to count" },
        { "\"type\": \"regularizers\", \"regularizers\": [{\"type\": \"l1\", \"lambda\": 1}]", "items[0]: given neither weights nor biases, expected at least one of them" },
        { "\"type\": \"clipping\", \"clipping\": 1, \"gradients\": [3, 4]", "items[0].gradients[0]: given 3, expected the gradient of a parameter as a list or rows of numbers | items[0].gradients[1]: given 4, expected the gradient of a parameter as a list or rows of numbers" },
        { "\"type\": \"dropout\", \"rate\": 1, \"a\": [1]", "items[0].rate: given 1, expected a number from 0 to below 1" },
        { "\"type\": \"dropout\", \"rate\": 0.5, \"a\": [1, 2], \"mask\": [1, 2]", "items[0].mask: given 2 in the mask, expected 1 for keep and 0 for drop" },
        { "\"type\": \"dropout\", \"rate\": 0.5, \"a\": [1, 2], \"mask\": [[1, 1]]", "items[0].mask: given mask of shape [1, 2], expected shape [2], that of a" },
        { "\"type\": \"early_stopping\", \"values\": [], \"patience\": 0", "items[0].values: given an empty list, expected a list of numbers; state at least one number | items[0].patience: given 0, expected a whole number of at least 1" },
        { Split + "{\"validation\": 0.5, \"test\": 0.5}, \"n\": 4", "items[0].split: given shares of 0.5 and 0.5, expected a sum below 1; leave samples to train on" },
        { Split + "{\"type\": \"count\", \"test\": 4}, \"n\": 4", "items[0].split: given a split of 4 samples that leaves 0 to train on, expected at least 1; make validation and test smaller" },
        { Split + "{\"type\": \"given\", \"test\": [4]}, \"n\": 4", "items[0].split.test[0]: given sample 4, expected a sample from 0 to 3; samples count from 0" },
        { Split + "{\"type\": \"given\", \"test\": [1], \"validation\": [1]}, \"n\": 4", "items[0].split.test[0]: given sample 1 a second time, expected each sample at most once" },
        { Split + "{\"validation\": 0.5, \"stratified\": true}, \"n\": 4", "items[0].split: given a stratified split of rows without classes, expected \"labels\": the class number of each row; replace n by labels" },
        { Split + "{\"validation\": 0.5}", "items[0]: given neither n nor labels, expected one of the two; state \"n\", or \"labels\" with one class number for each row" },
        { "\"type\": \"standardise\", \"fit\": [[1, 2]], \"apply\": [[1]]", "items[0].apply: given apply of shape [1, 1], expected rows like those of fit, which has shape [1, 2]; give the same inputs in the same order" },
        { Metrics + "\"targets\": [0, 1]", "items[0]: given neither scores nor predictions, expected one of the two; state \"scores\" for what a model puts out, \"predictions\" for its decisions" },
        { Metrics + "\"targets\": [0, 1], \"labels\": [0, 1], \"scores\": [0, 1]", "items[0].labels: given both targets and labels, expected one of the two; state \"targets\" for numbers and rows, \"labels\" for class numbers" },
        { Metrics + "\"targets\": [[0, 1]], \"scores\": [[0, 1]]", "items[0].targets: given rows of 2 targets without \"task\", expected \"task\": regression, multi_class or multi_label; say whether they are values, classes that exclude each other, or labels that do not" },
        { Metrics + "\"targets\": [[0, 1]], \"scores\": [[0, 1]], \"task\": \"binary\"", "items[0].targets: given rows of 2 targets for binary, expected a list with 0 or 1 for each row; take multi_class or multi_label" },
        { Metrics + "\"targets\": [0, 2], \"scores\": [0, 1], \"task\": \"binary\"", "items[0].targets: given targets other than two classes, expected only 0 and 1, or only -1 and 1; correct them, or take regression" },
        { Metrics + "\"targets\": [0, 2], \"scores\": [0, 1], \"task\": \"multi_class\"", "items[0].targets: given one number in a row for multi_class, expected rows with a number for each class; state class numbers as labels" },
        { Metrics + "\"targets\": [0, 1], \"scores\": [0, 1], \"task\": \"multi_label\"", "items[0].targets: given one number in a row for multi_label, expected rows with 0 or 1 for each label; take binary for a single label" },
        { Metrics + "\"targets\": [[0, 2]], \"scores\": [[0, 1]], \"task\": \"multi_label\"", "items[0].targets: given 2 (target of row 0, column 1), expected 0 or 1; correct the target or state another kind of target" },
        { Metrics + "\"targets\": [[0.5, 0.4]], \"scores\": [[0, 1]], \"task\": \"multi_class\"", "items[0].targets: given [0.5, 0.4] (target of row 0), expected shares that sum to 1; correct the target or state another kind of target" },
        { Metrics + "\"targets\": [0, 1], \"scores\": [0, 1, 1]", "items[0].scores: given 3 rows of scores, expected 2, one for each target" },
        { Metrics + "\"labels\": [0, 1, 2], \"scores\": [0, 1, 1]", "items[0].scores: given rows of 1, expected rows of 3, one for each class" },
        { Metrics + "\"labels\": [0, 5], \"scores\": [[0, 1, 0], [1, 0, 0]]", "items[0].labels[1]: given class 5, expected a class number from 0 to 2; classes count from 0: correct the label or the number of classes" },
        { Metrics + "\"labels\": [0, 1], \"scores\": [[0, 1], [1, 0]], \"classes\": 3", "items[0].scores: given rows of 2, expected rows of 3, one for each class" },
        { Metrics + "\"labels\": [0, 1, 2], \"predictions\": [0, 1, 1], \"task\": \"binary\"", "items[0].task: given binary with 3 classes, expected two classes; take multi_class" },
        { Metrics + "\"labels\": [0, 1], \"scores\": [0, 1], \"task\": \"regression\"", "items[0].task: given regression of class numbers, expected binary or multi_class; state targets instead of labels" },
        { Metrics + "\"labels\": [0, 1], \"predictions\": [0, 0.5]", "items[0].predictions: given the prediction 0.5, expected 0 or 1; name them scores if they are what a model puts out" },
        { Metrics + "\"labels\": [0, 1], \"predictions\": [[0, 1], [1, 0]]", "items[0].predictions: given predictions of shape [2, 2], expected a list with the class of each row; name them scores if they are what a model puts out" },
        { Metrics + "\"labels\": [0, 1], \"predictions\": [0, 1], \"threshold\": 0.5", "items[0].threshold: given a threshold for predictions, expected scores; predictions are decided already" },
        { Metrics + "\"targets\": [0, 1], \"predictions\": [0, 1], \"classes\": 2", "items[0].classes: given classes beside targets, expected labels; targets have as many classes as columns" },
        { Metrics + "\"targets\": [-1, 1], \"predictions\": [0, 1]", "items[0].predictions: given the prediction 0, expected -1 or 1; name them scores if they are what a model puts out" },
        { Metrics + "\"labels\": [0, 1, 2], \"predictions\": [0, 1, 2], \"metrics\": [\"precision\"]", "items[0].metrics[0]: given several classes (metric 'precision'), expected two classes; choose one of accuracy, precision.macro, precision.micro, precision.weighted, recall.macro, recall.micro, recall.weighted, f1.macro, f1.micro, f1.weighted, log_loss" },
        { Metrics + "\"labels\": [0, 1, 2], \"predictions\": [0, 1, 2], \"metrics\": [\"log_loss\"]", "items[0].metrics[0]: given predictions only (metric 'log_loss'), expected scores; give the model's scores instead of its decisions" },
        { Metrics + "\"labels\": [0, 1, 2], \"predictions\": [0, 1, 2], \"metrics\": [\"recall[3]\"]", "items[0].metrics[0]: given class 3 (metric 'recall[3]'), expected 0 to 2; correct the class number (classes count from 0)" },
        { Metrics + "\"labels\": [0, 1, 2], \"predictions\": [0, 1, 2], \"metrics\": [\"roc\"]", "items[0].metrics[0]: given roc of values that are not two classes, expected two classes; choose another metric" },
        { Metrics + "\"labels\": [0, 1], \"predictions\": [0, 1], \"metrics\": [\"roc\"]", "items[0].metrics[0]: given roc of predictions, expected scores; give the model's scores instead of its decisions" },
        { Metrics + "\"labels\": [0, 1], \"scores\": [0, 2], \"metrics\": [\"log_loss\"]", "items[0].metrics[0]: given score 2 in row 1 (metric 'log_loss'), expected probabilities from 0 to 1; end the model with sigmoid or softmax" },
        { Metrics + "\"targets\": [0, 3], \"scores\": [0, 1], \"metrics\": [\"confusion\"]", "items[0].metrics[0]: given confusion of values that are no classes, expected two or more classes; choose another metric" },
        { Metrics + "\"targets\": [0, 1], \"scores\": [0, 1], \"metrics\": [\"auc\", \"auc\"]", "items[0].metrics[1]: given \"auc\" a second time, expected each metric once; take it out" },
        { Metrics + "\"targets\": [0, 1], \"scores\": [0, 1], \"metrics\": [\"loss\"]", "items[0].metrics[0]: given \"loss\", expected one of accuracy, accuracy.subset, accuracy.label, precision, precision.macro, precision.micro, precision.weighted, recall, recall.macro, recall.micro, recall.weighted, f1, f1.macro, f1.micro, f1.weighted, confusion, roc, auc, log_loss, mse, rmse, mae, r2" },
    };

    [Theory]
    [MemberData(nameof(OneMistake))]
    public void AMistakeIsOneProblemWithPlaceAndAdvice(string item, string problem) => Assert.Equal(problem, string.Join(" | ", Calc.Problems(item)));

    [Fact]
    public void EverythingWrongIsReportedAtOnce() => Assert.Equal(
    [
        "precison: given an unknown field \"precison\", expected a field of calculation; did you mean \"precision\"?",
        "items[0].zz: given an unknown field \"zz\", expected a field of item activation; did you mean \"z\"?",
        "items[0]: given item activation without \"z\", expected \"z\": a number, or lists of numbers",
        "items[2].id: given \"a b\", expected an id of at most 60 letters, digits, '_', '-' and '.'",
        "items[3].precision: given \"half\", expected one of single, double",
        "items[3]: given item dropout without \"id\", expected \"id\": an id of at most 60 letters, digits, '_', '-' and '.'",
        "items[1].logits: given logits for mse, expected predictions; mse computes from outputs: name them predictions",
        "items[1].id: given the id \"one\" a second time, expected each id once; records are told apart by their item's id",
    ], Calc.AllProblems("""
        {"precison": "double", "items": [
          {"id": "one", "type": "activation", "activation": "relu", "zz": 1},
          {"id": "one", "type": "loss", "loss": "mse", "logits": [1], "targets": [1]},
          {"id": "a b", "type": "split", "n": 3, "split": {"test": 0.5}},
          {"type": "dropout", "rate": 0.5, "a": 1, "precision": "half"}
        ]}
        """));

    [Theory]
    [InlineData("{}", "given calculation without \"items\", expected \"items\": a list of 1 to 10000 items")]
    [InlineData("[]", "given an empty list, expected a list of 1 to 10000 items")]
    [InlineData("3", "given 3, expected an object (calculation), or a list of 1 to 10000 items")]
    [InlineData("{\"items\": {}}", "items: given an empty object, expected a list of 1 to 10000 items")]
    [InlineData("", "given an empty text, expected a JSON object; write { … }")]
    public void AFileThatIsNoCalculationIsExplained(string text, string problem) => Assert.Equal(problem, string.Join(" | ", Calc.AllProblems(text)));

    [Fact]
    public void AProblemHasLineAndColumn()
    {
        var (items, problems) = Calculator.Read("[\n  {\"id\": \"x\", \"type\": \"activation\", \"activation\": \"relu\", \"z\": true}]"u8.ToArray());
        Assert.Null(items);
        Assert.Equal("line 2, column 64 ([0].z): given true, expected a number, or lists of numbers", problems.ToString());
    }
}
