using System.Numerics;

namespace Core.Tests;

/// <summary>What tests do with programs.</summary>
internal static class Running
{
    public static TrainingProgram<T> Compile<T>(this Experiment experiment)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Compiler.Compile<T>(experiment, DataLoader.WithoutFiles.Load(experiment));

    /// <summary>The values of a buffer in the order shown, as doubles.</summary>
    public static double[] Values<T>(this TrainingProgram<T> program, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. (program.Find(name) ?? throw new ArgumentException($"no buffer {name}")).ToArray(program.Run.Rows).Select(double.CreateTruncating)];

    /// <summary>One update of the plain list.</summary>
    public static void Walk<T>(this TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        program.Place(program.Run.Update + 1);
        program.RunList();
    }

    /// <summary>Updates until the run is over.</summary>
    public static bool IsOver<T>(this TrainingProgram<T> program)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => program.Run.Update >= program.LastUpdate || program.IsStopped;

    /// <summary>Names of the visible operations that take part in the current update.</summary>
    public static IEnumerable<string> StepNames<T>(this Timeline<T> timeline, long update)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        timeline.SeekUpdate(update - 1);
        while (timeline.Now.Update < update || !timeline.IsAtUpdateEnd)
        {
            if (!timeline.StepForward()) yield break;
            yield return timeline.Current!.Name;
        }
    }

    /// <summary>The bits of a number; all NaNs are one.</summary>
    public static ulong Bits<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsNaN(value) ? ulong.MaxValue : value is float single ? BitConverter.SingleToUInt32Bits(single) : BitConverter.DoubleToUInt64Bits(double.CreateTruncating(value));
}
