using Core;
using Lessons;

namespace Sim;

/// <summary>An experiment that a person named, read and checked.</summary>
/// <param name="Name">Lesson id or file name.</param>
/// <param name="Title">For people.</param>
/// <param name="Experiment">Checked.</param>
/// <param name="Loader">Reads its data files.</param>
/// <param name="At">The moment an address names, or nothing.</param>
/// <param name="IsLesson">Whether it is a lesson that ships with the program.</param>
internal sealed record OpenedExperiment(string Name, Bilingual Title, Experiment Experiment, DataLoader Loader, Position? At, bool IsLesson)
{
    private const long MuchMemory = 256L << 20;

    /// <summary>The samples.</summary>
    /// <exception cref="RequestException">They cannot be used.</exception>
    public RunData Load()
    {
        try
        {
            var data = Loader.Load(Experiment);
            // What reading a large table has left behind is given back before the network takes its own.
            if (GC.GetTotalMemory(false) > MuchMemory) GC.Collect();
            return data;
        }
        catch (BadDataException bad)
        {
            throw new RequestException($"{Name}: the data cannot be used\n{Indented(bad.Message)}");
        }
        catch (RunException bad)
        {
            throw new RequestException($"{Name}: {bad.Message}");
        }
    }

    /// <summary>The program.</summary>
    /// <exception cref="RequestException">The data does not fit the experiment, or there is not enough memory.</exception>
    public TrainingProgram<T> Compile<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        try
        {
            return Compiler.Compile<T>(Experiment, Load());
        }
        catch (BadDataException bad)
        {
            throw new RequestException($"{Name}: the data does not fit the experiment\n{Indented(bad.Message)}");
        }
        catch (RunException bad)
        {
            throw new RequestException($"{Name}: {bad.Message}");
        }
        catch (Exception error) when (error is OutOfMemoryException or OverflowException)
        {
            throw new RequestException($"{Name}: the network and its data need more memory than there is; make layers, batches or data smaller.");
        }
    }

    internal static string Indented(string lines) => "  " + lines.Replace("\n", "\n  ", StringComparison.Ordinal);
}
