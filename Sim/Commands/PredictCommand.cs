using System.Numerics;
using System.Runtime.InteropServices;
using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim predict</c> was asked for: one of the three kinds of input.</summary>
internal sealed record PredictRequest(string Model, string? Csv, string? Image, string? Values, bool Json, Language Language)
{
    /// <summary>What is done about missing values; otherwise what the training did.</summary>
    public CsvMissing? Missing { get; init; }

    /// <summary>Between the fields of the table; otherwise as in the training.</summary>
    public char? Delimiter { get; init; }
}

/// <summary><c>sim predict</c>: what a saved model says about new inputs.</summary>
internal sealed class PredictCommand(CommandHost host)
{
    private const long MostImageBytes = 64L << 20;

    private const int BatchValues = 1 << 16;

    public int Run(PredictRequest request)
    {
        string?[] given = [request.Csv, request.Image, request.Values];
        if (given.Count(kind => kind is not null) != 1)
            throw new RequestException($"predict: given {(given.Any(kind => kind is not null) ? "several inputs" : "no inputs")}; expected one of --csv FILE, --image FILE.pgm and --values 1,2,3.");
        var model = ModelFiles.Read(host.Files, request.Model);
        var experiment = ModelFiles.Experiment(host, request.Model, model, null, null).Experiment;
        return model.Precision == Precision.Double ? Run<double>(model, experiment, request) : Run<float>(model, experiment, request);
    }

    private int Run<T>(SavedModel model, Experiment experiment, PredictRequest request)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var predictor = ModelFiles.Told(request.Model, () => new ModelPredictor<T>(model, experiment));
        var report = request.Csv is null
            ? new PredictReport<T>(predictor.Run(Inputs(request, predictor.InputShape, predictor.Width)), predictor.Outputs, experiment.Loss.Kind, model.ClassNames)
            : OfTable(request, request.Csv, model, experiment, predictor);
        if (request.Json) report.WriteJson(host.Out);
        else report.WriteText(host.Out, request.Language, host.IsAscii);
        return ExitCode.Fine;
    }

    private PredictReport<T> OfTable<T>(PredictRequest request, string path, SavedModel model, Experiment experiment, ModelPredictor<T> predictor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var training = experiment.Data.Source as CsvSettings;
        var options = new PredictionOptions(model.InputNames, predictor.Width)
        {
            Missing = request.Missing ?? training?.Missing ?? CsvMissing.Refuse,
            Gaps = predictor.Gaps,
            Separator = request.Delimiter ?? training?.Delimiter ?? ',',
        };
        var outputs = new List<T>();
        var batch = new List<double>();
        try
        {
            using var text = host.Files.OpenText(path);
            var read = PredictionTable.Read(text, options, row =>
            {
                host.Cancellation.ThrowIfCancellationRequested();
                batch.AddRange(row);
                if (batch.Count >= BatchValues) Flush();
            });
            Flush();
            foreach (var gap in read.Told) host.Error.WriteLine($"sim: {path}: {gap}");
            if (read.Untold > 0) host.Error.WriteLine($"sim: {path}: {read.Untold} more of these");
            return new([.. outputs], predictor.Outputs, experiment.Loss.Kind, model.ClassNames) { Numbers = read.Rows };
        }
        catch (BadDataException bad)
        {
            throw new RequestException($"{path}: it cannot be used\n{OpenedExperiment.Indented(OwnData.InWordsOfTheCommand(bad.Message))}");
        }

        void Flush()
        {
            outputs.AddRange(predictor.Run(CollectionsMarshal.AsSpan(batch)));
            batch.Clear();
        }
    }

    private double[] Inputs(PredictRequest request, IReadOnlyList<int> shape, int width)
    {
        string source = request.Image ?? "--values";
        try
        {
            if (request.Values is { } values) return PredictionInputs.Values(values, width);
            if (shape is not [var rows, var columns])
                throw new RequestException($"--image: given a picture for a model whose inputs have shape [{string.Join(',', shape)}]; expected a model of images. Use --csv or --values.");
            return PgmImage.Read(host.Files.Read(source, MostImageBytes).Span, rows, columns);
        }
        catch (BadDataException bad)
        {
            throw new RequestException($"{source}: it cannot be used\n{OpenedExperiment.Indented(bad.Message)}");
        }
    }
}
