using Core;

namespace Lessons;

/// <summary>Reads values of a program as expressions see them.</summary>
internal static class ValueReader
{
    /// <summary>
    /// Whether a value exists where the timeline is: weights and biases always, anything else from the step that writes it to the end of the update.
    /// </summary>
    public static bool IsWritten(Timeline<float> timeline, RunNames names, string name)
    {
        if (names.IsParameter(name)) return true;
        var (run, steps) = (timeline.Program.Run, 0);
        if (timeline.Now.Update == 0) return false;
        foreach (var operation in timeline.Program.Operations)
        {
            if (operation.IsHidden || !operation.IsActive(run)) continue;
            if (++steps > timeline.Now.Step) return false;
            if (operation.Output.Name == name) return true;
        }
        return false;
    }

    /// <summary>The value now, in the order shown.</summary>
    public static Tensor Read(TrainingProgram<float> program, string name)
    {
        var (buffer, rows) = (program.Find(name)!, program.Run.Rows);
        if (buffer.IsScalar) return Tensor.Of(buffer.ToArray(rows)[0]);
        return new(buffer.ShapeFor(rows), [.. buffer.ToArray(rows).Select(value => (double)value)]);
    }
}
