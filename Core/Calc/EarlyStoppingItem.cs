using System.Numerics;

namespace Core;

/// <summary>Early stopping on a given curve of validation values.</summary>
internal sealed class EarlyStoppingItem(EarlyStoppingSettings settings, double[] values) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "early_stopping",
        Phase.Evaluate,
        "Early stopping on the values of a curve, one per epoch. Records up to the epoch that stops: `improved` (1 or 0), `wait` (epochs without improvement), `best` (best value so far), one entry per epoch; `best_epoch`; `stopped_epoch`, 0 = never.",
        [
            Field.Required("values", Spec.Numbers(1, 1, "a list of numbers"), "The monitored value at the end of epoch 1, 2, …."),
            Field.Optional("patience", Spec.Integer(1), "Epochs without improvement.", "10"),
            Field.Optional("minDelta", Spec.Number(min: 0), "Smallest change that counts: improved means value < best − minDelta (max: > best + minDelta).", "0"),
            Field.Optional("mode", Spec.Choice("min", "max"), "Which way is better.", "\"min\""),
        ],
        context => new EarlyStoppingItem(
            new("value", context.Fields.Integer("patience"), context.Fields.Number("minDelta"), Mode: Words.Of<MonitorMode>(context.Fields.Text("mode"))), context.Numbers("values")!.Values));

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        var value = sheet.Room("value");
        var state = new EarlyStopState<T>(sheet.Room("best"), sheet.Room("wait"), sheet.Room("best_epoch"), sheet.Room("stopped_epoch"));
        sheet.Program.Add(new EarlyStop<T>(settings, settings.Mode == MonitorMode.Min, value, state, []));
        sheet.Start();
        var (improved, wait, best) = (new List<T>(), new List<T>(), new List<T>());
        for (var epoch = 1; epoch <= values.Length && !sheet.Run.EndsRun; epoch++)
        {
            sheet.Run.Epoch = epoch;
            sheet.Fill(value, [values[epoch - 1]]);
            sheet.RunAll();
            improved.Add(sheet.Values(state.BestEpoch)[0] == T.CreateTruncating(epoch) ? T.One : T.Zero);
            wait.Add(sheet.Values(state.Wait)[0]);
            best.Add(sheet.Values(state.Best)[0]);
        }

        yield return CalcValue.Of("improved", [improved.Count], improved);
        yield return CalcValue.Of("wait", [wait.Count], wait);
        yield return CalcValue.Of("best", [best.Count], best);
        yield return sheet.Result("best_epoch", [], state.BestEpoch);
        yield return sheet.Result("stopped_epoch", [], state.StoppedEpoch);
    }
}
