using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>The first lines of a trace: what is trained, and where it starts.</summary>
internal sealed class TraceHead<T>(TextWriter output, Notation notation, Language language)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExplanationText text = new(output, notation, language);

    public void Write(OpenedExperiment opened, TrainingProgram<T> program)
    {
        output.WriteLine(notation.Finish(opened.Title[language]));
        output.WriteLine();
        text.Paragraph(Network(program), 1);
        text.Paragraph(Rules(program.Experiment), 1);
        text.Paragraph(language == Language.Chinese
            ? "下标从 1 数起：w₁₂ 是第 2 个输入到第 1 个神经元的权重。✓ 表示用双精度重算，结果在舍入误差内一致。"
            : "Subscripts count from 1: w₁₂ leads from input 2 to unit 1. ✓: calculated again in double precision, it agrees within rounding.", 1);
        output.WriteLine();
        Start(program);
    }

    private string Network(TrainingProgram<T> program)
    {
        var train = program.Data.Train;
        var names = train.FeatureNames.Length is > 0 and <= 6 ? $" ({string.Join(", ", train.FeatureNames)})" : "";
        var parts = new List<string> { language == Language.Chinese ? $"{train.Width} 个输入{names}" : $"{train.Width} input{(train.Width == 1 ? "" : "s")}{names}" };
        foreach (var layer in program.Experiment.Layers)
            parts.Add(layer switch
            {
                DenseSettings dense => $"{dense.Units} {JsonName((dense.Activation?.Kind ?? ActivationKind.Identity).ToString())}",
                DropoutSettings dropout => $"dropout {NumberText.Of(dropout.Rate)}",
                _ => "flatten",
            });
        var samples = language == Language.Chinese ? $"{train.Rows} 个训练样本" : $"{train.Rows} training sample{(train.Rows == 1 ? "" : "s")}";
        return $"{string.Join(" → ", parts)} · {samples}";
    }

    private static string Rules(Experiment experiment)
    {
        var optimizer = JsonName(experiment.Optimizer.GetType().Name.Replace("Settings", "", StringComparison.Ordinal));
        return $"loss {JsonName(experiment.Loss.Kind.ToString())} · {optimizer}, η = {NumberText.Of(experiment.Optimizer.LearningRate)} · seed {experiment.Seed}";
    }

    private void Start(TrainingProgram<T> program)
    {
        const int MostShown = 24;
        program.Reset();
        text.Rule('═', language == Language.Chinese ? "开始时的参数" : "The parameters at the start");
        foreach (var parameter in program.Parameters)
        {
            output.WriteLine(notation.Finish($"     {parameter.Name} [{string.Join(',', parameter.Shape)}]"));
            if (parameter.Capacity <= MostShown) text.Table(new Tensor<T>(parameter.Name, parameter.Shape, [.. parameter.ToArray(0)]));
        }

        output.WriteLine();
    }

    // SoftmaxCe as softmax_ce.
    private static string JsonName(string name) => string.Concat(name.Select((c, k) => char.IsUpper(c) && k > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
