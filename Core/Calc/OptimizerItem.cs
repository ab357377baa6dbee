using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>An optimizer on one parameter for several steps with given gradients.</summary>
/// <param name="rules">Optimizer, schedule and what surrounds them.</param>
/// <param name="weights">Start of the parameter.</param>
/// <param name="gradients">[steps, …weights].</param>
internal sealed class OptimizerItem(OptimizerItem.Rules rules, CalcNumbers weights, double[][] gradients) : ICalculation
{
    /// <summary>What acts on the parameter.</summary>
    /// <param name="Optimizer">The rule with its η₀.</param>
    /// <param name="Schedule">How η changes.</param>
    /// <param name="UpdatesPerEpoch">For schedules per epoch.</param>
    /// <param name="Name">weight or bias: what weight decay looks at.</param>
    /// <param name="SoftThreshold">λ of l1_prox; 0 = none.</param>
    internal sealed record Rules(OptimizerSettings Optimizer, ScheduleSettings Schedule, long UpdatesPerEpoch, string Name, double SoftThreshold);

    public static CalcKind Kind { get; } = new(
        "optimizer",
        Phase.Update,
        "One parameter, several steps. Records, with one entry per step: `lr`; the optimizer's state, such as `weight.state.velocity`, `…m`, `…v`, `…m_hat`, `…v_hat`, `…sum`, `…g_avg`; `weight` (or `bias`) after each step.",
        [
            Field.Required("optimizer", TrainingSpec.Optimizer, "The rule with its learning rate."),
            Field.Required("weights", CalcNumbers.OneOrMany(2, "a list or rows of numbers"), "Start of the parameter."),
            Field.Optional("gradients", Spec.Numbers(1, 3, "a gradient for each step"), "One gradient of the shape of the weights for each step."),
            Field.Optional("gradient", CalcNumbers.OneOrMany(2, "a list or rows of numbers"), "The same gradient in every step, instead of `gradients`."),
            Field.Optional("steps", Spec.Integer(1, 1_000_000), "How many steps with `gradient`; otherwise 1."),
            Field.Optional("schedule", TrainingSpec.Schedule, "How the learning rate changes.", "\"constant\""),
            ScheduleItem.UpdatesPerEpoch,
            Field.Optional("parameter", Spec.Choice("weight", "bias"), "What it is, for weight decay that touches only some parameters.", "\"weight\""),
            Field.Optional("softThreshold", Spec.Number(min: 0), "λ of `l1_prox`: after each step w ← sign(w)·max(|w| − ηλ, 0).", "0"),
        ],
        Bind);

    private static ICalculation? Bind(CalcContext context)
    {
        var fields = context.Fields;
        var optimizer = TrainingBinder.Optimizer(fields["optimizer"]!);
        if (!OptimizerCheck.Nesterov(optimizer, fields["optimizer"]!, context.Problems)) return null;
        if (optimizer is NewtonSettings)
        {
            context.Problem("optimizer", "newton", "a rule that needs only gradients", "newton needs second derivatives: use it in an experiment");
            return null;
        }

        if (context.OneOf("gradients", "gradient", "state \"gradients\" with one for each step, or \"gradient\" with \"steps\"") is not { } field) return null;
        if (field == "gradients" && context.Has("steps") && !context.Problem("steps", "steps beside gradients", "one of the two", "the gradients say how many steps there are")) return null;
        var (weights, given) = (context.Numbers("weights")!, context.Numbers(field)!);
        if (field == "gradient" ? !context.SameShape(field, given, "weights", weights) : !AreSteps(context, given, weights)) return null;
        int steps = field == "gradient" ? fields.IntegerOrNull("steps") ?? 1 : given.Shape[0], size = weights.Values.Length;
        if (!context.Fits("steps", (double)steps * size * 5)) return null;
        double[][] gradients = [.. Enumerable.Range(0, steps).Select(k => field == "gradient" ? given.Values : given.Values[(k * size)..((k + 1) * size)])];
        var rules = new Rules(optimizer, TrainingBinder.Schedule(fields["schedule"]!), fields.LongOrNull("updatesPerEpoch")!.Value, fields.Text("parameter"), fields.Number("softThreshold"));
        return new OptimizerItem(rules, weights, gradients);
    }

    private static bool AreSteps(CalcContext context, CalcNumbers gradients, CalcNumbers weights) =>
        gradients.Shape.Skip(1).SequenceEqual(weights.Shape)
        || context.Problem("gradients", $"gradients of {gradients.Shown}", $"shape [{string.Join(", ", weights.Shape.Select(size => $"{size}").Prepend("steps"))}]", "give one gradient of the shape of weights for each step");

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        ImmutableArray<int> shape = weights.Shape.IsEmpty ? [1] : weights.Shape;
        var parameter = sheet.Given(rules.Name, shape, weights.Values, Zone.Parameter);
        var gradient = sheet.Program.Like(parameter, "gradient", Zone.Gradient);
        var rate = sheet.Room("lr");
        sheet.Program.Add(new LearningRate<T>(new Schedule(rules.Schedule), rules.Optimizer.LearningRate, rate));
        OptimizerRule.Add(rules.Optimizer, new ParameterUpdate<T>(sheet.Program, parameter, gradient, rate, Decay<T>(), rules.SoftThreshold == 0 ? null : T.CreateTruncating(rules.SoftThreshold)));
        sheet.Start();
        Compiler.StartState(rules.Optimizer, sheet.Program);
        var written = sheet.Program.Operations.Select(operation => (operation.Output, Values: new List<T>())).ToArray();
        for (var step = 0; step < gradients.Length; step++)
        {
            (sheet.Run.Update, sheet.Run.Epoch) = (step + 1, (int)(step / rules.UpdatesPerEpoch) + 1);
            sheet.Fill(gradient, gradients[step]);
            sheet.RunAll();
            foreach (var (output, values) in written) values.AddRange(sheet.Values(output));
        }

        foreach (var (output, values) in written)
            yield return CalcValue.Of(output.Name, output.IsScalar ? [gradients.Length] : [gradients.Length, .. weights.Shape], values);
    }

    private T Decay<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var touched = rules.Name == "weight" ? AppliesTo.Weights : AppliesTo.Biases;
        return rules.Optimizer.DecayAppliesTo == AppliesTo.All || rules.Optimizer.DecayAppliesTo == touched ? T.CreateTruncating(rules.Optimizer.WeightDecay) : T.Zero;
    }
}
