using System.Collections.Immutable;
using System.Numerics;

namespace Core;

/// <summary>Collects the buffers and operations of a program while it is compiled.</summary>
internal sealed class ProgramBuilder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<string, Buffer<T>> buffers = [];
    private readonly List<Operation<T>> operations = [];
    private readonly List<Action> whenPlaced = [];

    public IReadOnlyCollection<Buffer<T>> Buffers => buffers.Values;

    public ImmutableArray<Operation<T>> Operations => [.. operations];

    /// <summary>A scalar.</summary>
    public Buffer<T> Scalar(string name, Zone zone = Zone.Scratch) => Declare(name, [], zone);

    /// <summary>One value or row of values per sample of the batch.</summary>
    public Buffer<T> Batched(string name, params ImmutableArray<int> shape) => Declare(name, shape, Zone.Scratch, isBatched: true);

    /// <summary>A buffer of the same shape and storage as a parameter.</summary>
    public Buffer<T> Like(Buffer<T> parameter, string name, Zone zone) =>
        Declare(name, parameter.Shape, zone, isTransposed: parameter.IsTransposed);

    public Buffer<T> Declare(string name, ImmutableArray<int> shape, Zone zone, bool isBatched = false, bool isTransposed = false)
    {
        var buffer = new Buffer<T>(name, shape, zone, isBatched, isTransposed);
        buffers.Add(name, buffer);
        return buffer;
    }

    /// <summary>Some samples of a batch, where they lie.</summary>
    public unsafe Buffer<T> View(Buffer<T> whole, int first, int rows)
    {
        var view = new Buffer<T>(whole.Name, whole.Shape.SetItem(0, rows), Zone.Scratch, isBatched: false, isTransposed: false) { Whole = whole, FirstRow = first };
        OnPlaced(() => view.Place(whole.Pointer + (long)first * (whole.Capacity / whole.Shape[0])));
        return view;
    }

    public void Add(Operation<T> operation) => operations.Add(operation);

    /// <summary>Room for the column sums of the widest parameter.</summary>
    public Buffer<T> ColumnSums(Network<T> network) =>
        buffers.GetValueOrDefault("column_sums") ?? Declare("column_sums", [network.Dense.Max(layer => layer.Settings.Units)], Zone.Scratch);

    /// <summary>The buffer of that name.</summary>
    public Buffer<T> Buffer(string name) => buffers[name];

    /// <summary>What to do when the buffers have their memory.</summary>
    public void OnPlaced(Action action) => whenPlaced.Add(action);

    /// <summary>The buffers have their memory now.</summary>
    public void Placed() => whenPlaced.ForEach(action => action());
}
