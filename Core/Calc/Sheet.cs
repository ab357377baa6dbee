using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>A small program on given numbers: the operations of training without a network around them.</summary>
internal sealed class Sheet<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly List<(Buffer<T> Buffer, double[] Values)> given = [];
    private Arena<T>? arena;

    /// <summary>Where buffers are declared and operations added.</summary>
    public ProgramBuilder<T> Program { get; } = new();

    /// <summary>Where the operations are told they are.</summary>
    public RunState Run { get; } = new() { Update = 1, Epoch = 1, Rows = 1, EndsEpoch = true };

    /// <summary>A buffer that starts with the given values, in the order shown.</summary>
    public Buffer<T> Given(string name, ImmutableArray<int> shape, double[] values, Zone zone = Zone.Constant)
    {
        var buffer = Program.Declare(name, shape, zone, isTransposed: zone == Zone.Parameter && shape.Length == 2);
        given.Add((buffer, values));
        return buffer;
    }

    /// <summary>A buffer to be written.</summary>
    public Buffer<T> Room(string name, params ImmutableArray<int> shape) => Program.Declare(name, shape, Zone.Scratch);

    /// <summary>Gives the buffers memory and the given values.</summary>
    public void Start()
    {
        arena = new Arena<T>(Program.Buffers);
        foreach (var (buffer, values) in given) Fill(buffer, values);
    }

    /// <summary>Writes values in the order shown, rounded once.</summary>
    public void Fill(Buffer<T> buffer, ReadOnlySpan<double> values)
    {
        var rounded = new T[values.Length];
        for (var k = 0; k < rounded.Length; k++) rounded[k] = T.CreateTruncating(values[k]);
        buffer.Fill(rounded);
        GC.KeepAlive(arena);
    }

    /// <summary>Runs all operations once, from top to bottom.</summary>
    public void RunAll()
    {
        foreach (var operation in Program.Operations) operation.Run(Run);
        GC.KeepAlive(arena);
    }

    /// <summary>All elements of a buffer, in the order shown.</summary>
    public T[] Values(Buffer<T> buffer)
    {
        var values = buffer.ToArray(buffer.IsBatched ? buffer.Shape[0] : 1);
        GC.KeepAlive(arena);
        return values;
    }

    /// <summary>A buffer as a result.</summary>
    public CalcValue Result(string name, ImmutableArray<int> shape, Buffer<T> buffer, Phase? phase = null) => CalcValue.Of(name, shape, Values(buffer), phase);
}
