namespace Core;

/// <summary>
/// The full training objective of an experiment as a function of its parameters, in double precision: all training samples, penalties
/// included, dropout and augmentation off. What theory speaks of.
/// </summary>
public sealed class FullObjective
{
    private readonly TrainingProgram<double> program;
    private readonly Operation<double>[] operations;
    private readonly Buffer<double>[] trainable;

    /// <summary>The objective of an experiment on its data.</summary>
    public FullObjective(Experiment experiment, RunData data)
    {
        program = Compiler.Compile<double>(Plain(experiment), data);
        operations = [.. program.Operations.Where(operation => operation.Phase < Phase.Update)];
        trainable = [.. program.Network.Trainable];
    }

    /// <summary>Numbers that training changes, n.</summary>
    public int Size => trainable.Sum(parameter => parameter.Capacity);

    /// <summary>Takes over all parameters of a run, frozen ones too, and returns the trainable ones, <c>[n]</c>, layer by layer as shown.</summary>
    public double[] Take<T>(TrainingProgram<T> run)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        foreach (var (mine, its) in program.Parameters.Zip(run.Parameters))
            mine.Fill([.. its.ToArray(1).Select(double.CreateTruncating)]);
        return [.. trainable.SelectMany(parameter => parameter.ToArray(1))];
    }

    /// <summary>The loss, penalty included. Shape of <paramref name="at"/>: <c>[n]</c>.</summary>
    public double Loss(double[] at)
    {
        Run(at);
        return program.Find("loss")!.ToArray(1)[0];
    }

    /// <summary>∂loss/∂parameters, <c>[n]</c> to <c>[n]</c>.</summary>
    public double[] Gradient(double[] at)
    {
        Run(at);
        return [.. trainable.SelectMany(parameter => program.Find($"{parameter.Name}.grad")!.ToArray(1))];
    }

    private void Run(double[] at)
    {
        if (at.Length != Size) throw new ArgumentException($"{at.Length} numbers given for {Size} parameters", nameof(at));
        var offset = 0;
        foreach (var parameter in trainable)
        {
            parameter.Fill(at.AsSpan(offset, parameter.Capacity));
            offset += parameter.Capacity;
        }
        program.Place(1);
        foreach (var operation in operations)
            if (operation.IsActive(program.Run)) operation.Run(program.Run);
    }

    private static Experiment Plain(Experiment experiment) => experiment with
    {
        Precision = Precision.Double,
        Data = experiment.Data with { Augmentation = null },
        Layers = [.. experiment.Layers.Where(layer => layer is not DropoutSettings)],
        Clipping = null,
        Optimizer = new SgdSettings { LearningRate = 0 },
        Schedule = new ConstantScheduleSettings(),
        Batches = new MiniBatchSettings(),
        Length = new LengthSettings(Updates: 1),
        EarlyStopping = null,
        Stop = [],
        Evaluation = new EvaluationSettings { Sets = [], Every = 0 },
    };
}
