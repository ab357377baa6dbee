using System.Numerics;

namespace Core;

/// <summary>Turns an experiment and its data into a program, once.</summary>
public static class Compiler
{
    /// <summary>The program of an experiment.</summary>
    /// <typeparam name="T"><see cref="float"/>, or <see cref="double"/> for references.</typeparam>
    /// <exception cref="BadDataException">The data does not fit the experiment.</exception>
    /// <exception cref="RunException">Its batches cannot be shared among the workers.</exception>
    public static TrainingProgram<T> Compile<T>(Experiment experiment, RunData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var program = new ProgramBuilder<T>();
        var plan = BatchPlans.For(experiment, data.Train);
        var outputs = experiment.Layers.OfType<DenseSettings>().Last().Units;
        var train = new SampleTable<T>(data.Train, outputs);
        var batch = BatchPass.Add(program, experiment, train, plan.LargestBatch);
        var network = Network<T>.Build(program, experiment, batch.X);
        var penalties = LossPass.Penalties(experiment, network, data.Train.Rows);
        var loss = LossRule<T>.For(experiment.Loss);
        foreach (var stage in network.Stages) stage.AddForward(program);
        var lossBuffers = LossPass.Add(program, loss, network, batch.Y, penalties);
        var gradients = new GradientBuffers<T>(program, network, penalties, experiment.Clipping is not null);
        if (experiment.Workers is null) BackwardPass.Add(program, experiment, network, loss, lossBuffers, gradients);
        else WorkerPass.Add(program, experiment, plan, network, loss, lossBuffers, gradients);
        Clipping.Add(program, experiment, network, gradients);
        UpdatePass.Add(program, experiment, gradients, new ProgramCurvature(experiment, data));
        EvaluationPass.Add(program, experiment, data, train, network, loss);
        EditPass.Add(program, experiment, network);
        var arena = new Arena<T>(program.Buffers);
        program.Placed();
        StartWeights.Write(experiment, network);
        EditPass.Write(experiment, network);
        StartState(experiment.Optimizer, program);
        return new TrainingProgram<T>(experiment, data, program, network, arena, plan);
    }

    /// <summary>Fills the optimizer's state where it does not start at 0.</summary>
    internal static void StartState<T>(OptimizerSettings optimizer, ProgramBuilder<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (optimizer is not AdaGradSettings { InitialSum: not 0 } adaGrad) return;
        foreach (var buffer in program.Buffers.Where(buffer => buffer.Zone == Zone.FirstState))
            buffer.Stored().Fill(T.CreateTruncating(adaGrad.InitialSum));
    }
}
