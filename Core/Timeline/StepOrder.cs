using System.Numerics;

namespace Core;

/// <summary>Which operations of an update are steps, and what runs unseen between them.</summary>
internal static class StepOrder
{
    /// <summary>The first operation from a place on that is shown and takes part in this update; their number if there is none.</summary>
    public static int NextShown<T>(this TrainingProgram<T> program, int place)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        while (place < program.Operations.Length && (program.Operations[place].IsHidden || !program.Operations[place].IsActive(program.Run))) place++;
        return place;
    }

    /// <summary>Runs the plumbing between two places. It belongs to the step behind it, so that it sees what was changed by hand in between.</summary>
    public static void RunHidden<T>(this TrainingProgram<T> program, int place, int until)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (; place < until; place++)
            if (program.Operations[place].IsHidden && program.Operations[place].IsActive(program.Run))
                program.Operations[place].Run(program.Run);
    }
}
