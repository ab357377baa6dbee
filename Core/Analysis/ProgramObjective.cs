using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>
/// The objective of an experiment as a function of all trainable parameters in double precision, for one batch: what derivatives are measured on.
/// The operations are those that train; <c>l1_prox</c> is left out, which acts behind the step and has no gradient.
/// </summary>
internal sealed class ProgramObjective : IDisposable
{
    private readonly TrainingProgram<double> program;
    private readonly Buffer<double>[] parameters;
    private readonly Buffer<double> loss;

    /// <summary>The objective of the batch, and the dropout masks, of <paramref name="update"/>.</summary>
    public ProgramObjective(Experiment experiment, RunData data, long update)
    {
        program = Compiler.Compile<double>(Smooth(experiment), data with { Validation = null, Test = null });
        parameters = [.. program.Network.Trainable];
        loss = program.Find("loss")!;
        Size = parameters.Sum(parameter => parameter.Capacity);
        Names = [.. parameters.SelectMany(NamesOf)];
        program.Place(update);
        Run(Phase.Batch);
    }

    /// <summary>Number of parameters n.</summary>
    public int Size { get; }

    /// <summary>A name for each, e.g. <c>layer1.weight[0,2]</c>, shape <c>[n]</c>.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The objective over all training samples, dropout and augmentation off.</summary>
    public static ProgramObjective OfAllSamples(Experiment experiment, RunData data) => new(
        experiment with
        {
            Batches = new MiniBatchSettings(),
            Workers = null,
            Layers = [.. experiment.Layers.Where(layer => layer is not DropoutSettings)],
            Data = experiment.Data with { Augmentation = null },
        },
        data,
        1);

    /// <summary>The trainable parameters of a program in this order, shape <c>[n]</c>.</summary>
    public static double[] ParametersOf<T>(TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. program.Network.Trainable.SelectMany(parameter => parameter.ToArray(0)).Select(double.CreateTruncating)];

    /// <summary>Takes over the parameters that no update changes, which are part of the function.</summary>
    public void TakeFrozen<T>(TrainingProgram<T> other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var frozen in program.Parameters.Except(parameters))
            frozen.Fill([.. other.Find(frozen.Name)!.ToArray(0).Select(double.CreateTruncating)]);
    }

    /// <summary>loss at <paramref name="values"/>, shape <c>[n]</c>.</summary>
    public double Loss(double[] values)
    {
        Set(values);
        Run(Phase.Forward);
        Run(Phase.Loss);
        return loss.Stored()[0];
    }

    /// <summary>Its gradient by backpropagation, shape <c>[n]</c>.</summary>
    public double[] Gradient(double[] values)
    {
        Loss(values);
        Run(Phase.Backward);
        return [.. parameters.SelectMany(parameter => program.Find($"{parameter.Name}.grad")!.ToArray(0))];
    }

    /// <inheritdoc/>
    public void Dispose() => program.Dispose();

    /// <summary>The experiment without what has no gradient and without what is only measured.</summary>
    internal static Experiment Smooth(Experiment experiment) => experiment with
    {
        Regularizers = [.. experiment.Regularizers.Where(penalty => penalty.Kind != RegularizerKind.L1Prox)],
        Optimizer = new SgdSettings(),
        EarlyStopping = null,
        Stop = [],
        Evaluation = new EvaluationSettings { Sets = [] },
    };

    private static IEnumerable<string> NamesOf(Buffer<double> parameter) =>
        Enumerable.Range(0, parameter.Capacity).Select(place => $"{parameter.Name}[{string.Join(',', parameter.IndexAt(place))}]");

    private void Set(double[] values)
    {
        var first = 0;
        foreach (var parameter in parameters)
        {
            parameter.Fill(values.AsSpan(first, parameter.Capacity));
            first += parameter.Capacity;
        }
    }

    private void Run(Phase phase)
    {
        foreach (var operation in program.Operations)
            if (operation.Phase == phase)
                operation.Run(program.Run);
    }
}
