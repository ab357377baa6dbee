using System.Numerics;

namespace Core;

/// <summary>The first rates of a schedule.</summary>
internal sealed class ScheduleItem(ScheduleSettings settings, double initial, int count, long updatesPerEpoch) : ICalculation
{
    public static CalcKind Kind { get; } = new(
        "schedule",
        Phase.Update,
        "The learning rates of the first updates. Record: `lr`, [count].",
        [
            Field.Required("schedule", TrainingSpec.Schedule, "The rule."),
            Field.Required("learningRate", Spec.Number(min: 0), "η₀."),
            Field.Optional("count", Spec.Integer(1, 1_000_000), "How many updates, from the first.", "10"),
            UpdatesPerEpoch,
        ],
        context => new ScheduleItem(
            TrainingBinder.Schedule(context.Fields["schedule"]!), context.Fields.Number("learningRate"), context.Fields.Integer("count"), context.Fields.LongOrNull("updatesPerEpoch")!.Value));

    internal static Field UpdatesPerEpoch => Field.Optional("updatesPerEpoch", Spec.Integer(1, 1L << 53), "Updates of one epoch, for schedules per epoch.", "1");

    public IEnumerable<CalcValue> Run<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sheet = new Sheet<T>();
        var rate = sheet.Room("lr");
        sheet.Program.Add(new LearningRate<T>(new Schedule(settings), initial, rate));
        sheet.Start();
        var rates = new T[count];
        for (var k = 0; k < count; k++)
        {
            (sheet.Run.Update, sheet.Run.Epoch) = (k + 1, (int)(k / updatesPerEpoch) + 1);
            sheet.RunAll();
            rates[k] = sheet.Values(rate)[0];
        }

        yield return CalcValue.Of("lr", [count], rates);
    }
}
