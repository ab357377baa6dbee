using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>What <c>sim predict</c> was asked for: one of the three kinds of input.</summary>
internal sealed record PredictRequest(string Model, string? Csv, string? Image, string? Values, bool Json, Language Language);

/// <summary><c>sim predict</c>: what a saved model says about new inputs.</summary>
internal sealed class PredictCommand(CommandHost host)
{
    private const long MostImageBytes = 64L << 20;

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
        var outputs = predictor.Run(Inputs(request, model, predictor.InputShape, predictor.Width));
        var report = new PredictReport<T>(outputs, predictor.Outputs, experiment.Loss.Kind, model.ClassNames);
        if (request.Json) report.WriteJson(host.Out);
        else report.WriteText(host.Out, request.Language, host.IsAscii);
        return ExitCode.Fine;
    }

    private double[] Inputs(PredictRequest request, SavedModel model, IReadOnlyList<int> shape, int width)
    {
        string source = request.Csv ?? request.Image ?? "--values";
        try
        {
            if (request.Values is { } values) return PredictionInputs.Values(values, width);
            if (request.Csv is { } csv)
                using (var text = host.Files.OpenText(csv)) return PredictionInputs.Csv(text, model.InputNames, width);
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
