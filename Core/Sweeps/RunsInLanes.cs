using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>
/// Trains many runs of one shape side by side: every buffer is [element, run], and a register works on one element of as many runs as it has lanes.
/// Each lane does what its program does alone, in the same order, so that every run keeps its bits, whatever becomes of its neighbours.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed unsafe class RunsInLanes<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostRuns = 256, Step = 16;

    // What the parameters of all runs with gradients and optimizer state may take: what a core reads and writes quickly.
    private const int StateBytes = 192 << 10;

    private readonly IReadOnlyList<TrainingProgram<T>> programs;
    private readonly LaneList<T> list;
    private readonly Buffer<T> loss;

    /// <summary>Takes over runs that stand at the same update, as they are.</summary>
    /// <param name="programs">One a run; the first also gathers the batches. They stay where they are until <see cref="Store"/>.</param>
    /// <exception cref="ArgumentException">They cannot be trained side by side: see <see cref="Obstacle"/>.</exception>
    public RunsInLanes(IReadOnlyList<TrainingProgram<T>> programs)
    {
        if (Obstacle(programs) is { } obstacle) throw new ArgumentException($"These runs cannot be trained side by side: {obstacle}.", nameof(programs));
        this.programs = programs;
        list = Compile(programs);
        loss = programs[0].Find("loss")!;
        Update = programs[0].Run.Update;
        for (var run = 0; run < programs.Count; run++)
            foreach (var (buffer, place) in programs[run].StateBuffers.Zip(programs[0].StateBuffers))
                list.Space.Write(place, run, buffer.Stored());
    }

    /// <summary>Runs.</summary>
    public int Count => programs.Count;

    /// <summary>Updates done.</summary>
    public long Update { get; private set; }

    /// <summary>The loss of each run's last update: [run].</summary>
    public ReadOnlySpan<T> Losses => new(list.Space.Pointer(loss), Count);

    /// <summary>Why these programs cannot be trained side by side, in words; null: they can.</summary>
    /// <param name="programs">At least one.</param>
    public static string? Obstacle(IReadOnlyList<TrainingProgram<T>> programs) =>
        programs.Select(LaneFit<T>.Obstacle).Concat(programs.Skip(1).Select(program => LaneFit<T>.Difference(programs[0], program))).FirstOrDefault(obstacle => obstacle is not null);

    /// <summary>How many runs like this one are best trained together; 0 where a run fills the registers alone, or has steps without a form for lanes.</summary>
    public static int Best(TrainingProgram<T> program)
    {
        var bytes = program.Buffers.Where(buffer => buffer.Zone <= Zone.Gradient).Sum(buffer => (long)buffer.Capacity) * Unsafe.SizeOf<T>();
        return LaneFit<T>.Obstacle(program) is null ? (int)Math.Min(MostRuns, StateBytes / Math.Max(1, bytes) / Step * Step) : 0;
    }

    /// <summary>How many runs like this one are done sooner together than one after another, at least: the wider its layers, the better it fills the registers alone.</summary>
    public static int Fewest(TrainingProgram<T> program) => (int)Math.Min(Step * 3L / 4, Step / 4 + program.Parameters.Sum(parameter => (long)parameter.Capacity) / Step);

    /// <summary>One whole update of every run.</summary>
    public void Train()
    {
        var (first, space) = (programs[0], list.Space);
        first.Advance();
        var state = first.Run;
        Update = state.Update;
        foreach (var operation in list.Shared) operation.Run(state);
        for (var row = 0; row < state.Rows; row += space.TileRows)
        {
            var tile = new LaneTile(state, row, Math.Min(space.TileRows, state.Rows - row));
            foreach (var operation in list.Tiled) operation.Run(tile);
        }

        var whole = new LaneTile(state, 0, state.Rows);
        foreach (var operation in list.Once) operation.Run(whole);
    }

    /// <summary>Writes a run's parameters and optimizer state into its program, which then stands at the end of the last update.</summary>
    public void Store(int run)
    {
        foreach (var (buffer, place) in programs[run].StateBuffers.Zip(programs[0].StateBuffers)) list.Space.Read(place, run, buffer.Stored());
        programs[run].Place(Update);
    }

    /// <summary>A stable hash of the bits of a run's weights and biases, as <see cref="TrainingProgram{T}.WeightHash"/>.</summary>
    public ulong WeightHash(int run)
    {
        var hash = 0ul;
        foreach (var parameter in programs[0].Parameters)
        {
            var values = new T[parameter.Capacity];
            list.Space.Read(parameter, run, values);
            hash = BitHash.Combine(hash, BitHash.Of<T>(values));
        }

        return hash;
    }

    // In the widest registers: of sixteen lanes at most, and a space has a multiple of so many.
    private static LaneList<T> Compile(IReadOnlyList<TrainingProgram<T>> programs) => Widest.Bits switch
    {
        512 => LaneCompiler<Vec512<T>, T>.Compile(programs),
        256 => LaneCompiler<Vec256<T>, T>.Compile(programs),
        128 => LaneCompiler<Vec128<T>, T>.Compile(programs),
        _ => LaneCompiler<Scalar<T>, T>.Compile(programs),
    };

    /// <inheritdoc/>
    public void Dispose() => list.Space.Dispose();
}
