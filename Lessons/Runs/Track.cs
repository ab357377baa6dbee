using Core;

namespace Lessons;

/// <summary>
/// A run that is only moved forward, update by update, at training speed, and remembers the last values of the names that are watched:
/// for conditions that are asked after every update.
/// </summary>
internal sealed class Track
{
    private readonly TrainingProgram<float> program;
    private readonly Operation<float>[] operations;
    private readonly long[] writtenIn;
    private readonly Dictionary<string, int> operationOf = [];
    private readonly Watched watched;
    private readonly Past[] past;

    public Track(RunSource source, Watched watched)
    {
        (Source, this.watched) = (source, watched);
        program = source.NewProgram();
        program.Reset();
        var observed = program.Operations.Where(operation => operation.IsObservation && watched.Names.Contains(operation.Output.Name)).ToArray();
        var needsEvaluation = observed.Any(operation => operation.Phase == Phase.Evaluate);
        operations = [.. program.Operations.Where(operation =>
            !operation.IsObservation || (operation.Phase == Phase.Evaluate ? needsEvaluation : observed.Length > 0))];
        writtenIn = new long[operations.Length];
        for (var k = 0; k < operations.Length; k++)
            if (!operations[k].IsHidden) operationOf.TryAdd(operations[k].Output.Name, k);
        past = [.. Enumerable.Range(0, watched.Depth + 1).Select(_ => new Past(-1, 0, []))];
        Remember();
    }

    public RunSource Source { get; }

    public TrainingProgram<float> Program => program;

    public long Update => program.Run.Update;

    public bool IsAtEnd => Update >= program.LastUpdate || program.IsStopped;

    /// <summary>Forward to the end of an update, or as far as the run goes.</summary>
    public void MoveTo(long update, CancellationToken cancellation)
    {
        if (update < Update) Restart();
        while (Update < update - watched.Depth - 1 && !IsAtEnd)
        {
            cancellation.ThrowIfCancellationRequested();
            program.Train();
        }
        while (Update < update && !IsAtEnd)
        {
            cancellation.ThrowIfCancellationRequested();
            Step();
        }
    }

    /// <summary>The value as the current update left it; null if it did not write it.</summary>
    public Tensor? Read(string name) =>
        Source.Names.IsParameter(name) || Update > 0 && operationOf.TryGetValue(name, out var k) && writtenIn[k] == Update
            ? ValueReader.Read(program, name)
            : null;

    /// <summary>What is remembered of an earlier update; null if it is too long ago.</summary>
    public Past? At(long update) => past[update % past.Length] is { } known && known.Update == update ? known : null;

    private void Step()
    {
        program.Place(Update + 1);
        for (var k = 0; k < operations.Length; k++)
        {
            if (!operations[k].IsActive(program.Run)) continue;
            operations[k].Run(program.Run);
            writtenIn[k] = Update;
        }
        Remember();
    }

    private void Remember()
    {
        if (watched.Depth == 0) return;
        ref var place = ref past[Update % past.Length];
        place.Values.Clear();
        foreach (var name in watched.Names)
            if (Read(name) is { } value) place.Values[name] = value;
        place = place with { Update = Update, Epoch = program.Run.Epoch };
    }

    private void Restart()
    {
        program.Reset();
        Array.Clear(writtenIn);
        for (var k = 0; k < past.Length; k++) past[k] = new(-1, 0, []);
        Remember();
    }

    /// <summary>Watched values just after an update.</summary>
    public sealed record Past(long Update, long Epoch, Dictionary<string, Tensor> Values);
}

/// <summary>What a condition looks at.</summary>
/// <param name="Names">Every value name in it.</param>
/// <param name="Depth">How many updates <c>prev</c> reaches back.</param>
internal sealed record Watched(HashSet<string> Names, int Depth)
{
    public static Watched By(Expression condition) => By(condition.Root);

    public static Watched By(Syntax syntax)
    {
        var names = new HashSet<string>();
        return new(names, Collect(syntax, names));
    }

    // Collects names on the way and returns the depth.
    private static int Collect(Syntax? syntax, HashSet<string> names)
    {
        switch (syntax)
        {
            case NameSyntax name:
                names.Add(name.Name);
                return 0;
            case IndexSyntax index: return Math.Max(Collect(index.Of, names), index.Indices.Max(part => Collect(part, names)));
            case SliceSyntax slice: return Math.Max(Collect(slice.From ?? slice.To, names), Collect(slice.To, names));
            case ListSyntax list: return list.Items.Max(item => Collect(item, names));
            case UnarySyntax unary: return Collect(unary.Of, names);
            case BinarySyntax binary: return Math.Max(Collect(binary.Left, names), Collect(binary.Right, names));
            case CallSyntax call: return call.Arguments.Max(argument => Collect(argument, names));
            case PreviousSyntax previous: return 1 + Collect(previous.Of, names);
            case AtSyntax at: return Math.Max(Collect(at.Of, names), Collect(at.Update, names));
            case VariantSyntax variant: return Collect(variant.Of, names);
            default: return 0;
        }
    }
}
