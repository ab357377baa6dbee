using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Penalties and their gradients on given weights and biases.</summary>
internal sealed class RegularizersItem(IReadOnlyList<RegularizerSettings> settings, CalcNumbers? weights, CalcNumbers? biases) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "regularizers",
        Phase.Loss,
        "Penalties on given parameters. Records: `penalty`, their sum; `weight.grad_penalty` and `bias.grad_penalty`, ∂penalty/∂w, of those parameters that have one (`l1_prox` has none: see `softThreshold` of optimizer).",
        [
            Field.Required("regularizers", Spec.List(TrainingSpec.Regularizer, "regularizers", 1), "As in an experiment; `l2_seed` needs its m here."),
            Field.Optional("weights", Spec.Numbers(1, 2, "weights as a list or rows of numbers"), "[out][in], or the weights of one unit."),
            Field.Optional("biases", Spec.Numbers(1, 1, "biases as a list of numbers"), "[out]."),
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        RegularizerSettings[] settings = [.. context.Fields["regularizers"]!.Items.Select(TrainingBinder.Regularizer).OfType<RegularizerSettings>()];
        bool fits = context.Has("weights") || context.Has("biases") || context.Problem("", "neither weights nor biases", "at least one of them");
        for (int i = 0; i < settings.Length; i++)
            if (settings[i] is { Kind: RegularizerKind.L2Seed, Samples: null })
            {
                context.Problems.Add(context.Fields["regularizers"]![i], "l2_seed without \"m\"", "\"m\": a number above 0", "there is no training set here to count");
                fits = false;
            }
        return fits ? new RegularizersItem(settings, context.Numbers("weights"), context.Numbers("biases")) : null;
    }

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        var parameters = new List<(Buffer<T> Buffer, CalcNumbers Given)>();
        if (weights is not null) parameters.Add((sheet.Given("weight", Matrix(weights), weights.Values, Zone.Parameter), weights));
        if (biases is not null) parameters.Add((sheet.Given("bias", biases.Shape, biases.Values, Zone.Parameter), biases));
        ImmutableArray<PenalisedParameter<T>> parts =
            [.. from one in settings
                let term = PenaltyTerm<T>.From(one, 1)
                from parameter in parameters
                where UpdatePass.Touches(one.AppliesTo, parameter.Buffer)
                select new PenalisedParameter<T>(term, parameter.Buffer)];
        var penalty = sheet.Room("penalty");
        var columns = sheet.Room("columns", parameters.Max(p => Table.Of(p.Buffer).Columns));
        sheet.Program.Add(new Penalty<T>(parts, columns, penalty));
        var slopes = new List<(Buffer<T> Buffer, CalcNumbers Given)>();
        foreach (var (parameter, given) in parameters)
        {
            ImmutableArray<PenaltyTerm<T>> terms = [.. parts.Where(part => part.Parameter == parameter && part.Term.Kind != RegularizerKind.L1Prox).Select(part => part.Term)];
            if (terms.IsEmpty) continue;
            var slope = sheet.Program.Like(parameter, $"{parameter.Name}.grad_penalty", Zone.Scratch);
            sheet.Program.Add(new PenaltyGradient<T>(terms, parameter, columns, slope));
            slopes.Add((slope, given));
        }

        sheet.Start();
        sheet.RunAll();
        yield return sheet.Result("penalty", [], penalty);
        foreach (var (slope, given) in slopes) yield return sheet.Result(slope.Name, given.Shape, slope, Phase.Backward);
    }

    /// <summary>A plain list of weights is one unit's row.</summary>
    private static ImmutableArray<int> Matrix(CalcNumbers weights) => weights.Shape.Length == 2 ? weights.Shape : [1, weights.Shape[0]];
}
