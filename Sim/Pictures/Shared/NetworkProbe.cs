using Core;

namespace Sim;

/// <summary>Runs the network of a run on any inputs with the weights it has now, dropout off. The run itself stays as it is.</summary>
internal sealed class NetworkProbe(TrainingProgram<float> program, int rows)
{
    private const int LargestChunk = 256;

    // Products a picture may cost each time it is drawn anew: some ten milliseconds.
    private const long Products = 50_000_000;

    private readonly Predictor<float> _predictor = new(program, Math.Clamp(rows, 1, LargestChunk));
    private readonly int _width = program.Data.Train.Width;

    /// <summary>How many rows of <paramref name="wanted"/> a picture should ask for.</summary>
    public static int Affordable(TrainingProgram<float> program, int wanted)
    {
        long weights = Math.Max(1, program.Parameters.Sum(parameter => (long)parameter.Count(1)));
        return (int)Math.Clamp(Products / weights, 1, wanted);
    }

    /// <summary>The first rows of the training inputs.</summary>
    public static float[] TrainingInputs(TrainingProgram<float> program, int rows) =>
        [.. program.Data.Train.Inputs.ToArray(0, rows * program.Data.Train.Width).Select(value => (float)value)];

    /// <summary>Runs the rows in chunks; <paramref name="seen"/> gets the first row of each chunk and how many there are, and may ask for values by name.</summary>
    public void Run(float[] inputs, Action<int, int, Predictor<float>> seen)
    {
        int chunk = _predictor.Rows * _width;
        for (int start = 0; start < inputs.Length; start += chunk)
        {
            int length = Math.Min(chunk, inputs.Length - start);
            _predictor.Run(inputs.AsSpan(start, length));
            seen(start / _width, length / _width, _predictor);
        }
    }

    /// <summary>What the network gives for each row, [rows, outputs].</summary>
    public float[] Outputs(float[] inputs)
    {
        float[] all = [];
        Run(inputs, (first, rows, predictor) =>
        {
            var part = predictor.Values(predictor.Names[^1]);
            int outputs = part.Length / rows;
            if (first == 0) all = new float[inputs.Length / _width * outputs];
            part.CopyTo(all.AsSpan(first * outputs));
        });
        return all;
    }
}
