using System.Numerics;

namespace Core;

/// <summary>An operation on one parameter that can run on all parameters in one pass.</summary>
internal interface IWidening<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The same over <paramref name="width"/> elements from this parameter's first one, if <paramref name="all"/> do the same to theirs.</summary>
    Operation<T>? Widen(IReadOnlyList<Operation<T>> all, int width);
}

/// <summary>
/// The optimizer's steps over all parameters at once. Parameters, their optimizer state and their gradients lie in zones of equal layout, so
/// that the same step of every parameter is one loop over the zone; it also runs over the slack between them, which nobody reads. Single numbers
/// stay alone: reading a register where one number was just written has to wait for memory.
/// </summary>
internal static unsafe class AllParameters<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Replaces step j of every parameter by one operation, when every parameter has the same steps.</summary>
    public static void Apply(List<Operation<T>> update)
    {
        var steps = update.SkipWhile(operation => operation is LearningRate<T>).ToArray();
        var parameters = steps.Select(step => step.Output).Where(output => output.Zone == Zone.Parameter).ToArray();
        if (parameters.Length < 2 || parameters.All(parameter => parameter.Capacity == 1) || steps.Length % parameters.Length != 0 || !AreNeighbours(parameters)) return;
        var stepsOfOne = steps.Length / parameters.Length;
        var width = (int)(parameters[^1].Pointer - parameters[0].Pointer) + parameters[^1].Capacity;
        var wide = new List<Operation<T>>();
        for (var j = 0; j < stepsOfOne; j++)
        {
            Operation<T>[] same = [.. parameters.Select((_, p) => steps[p * stepsOfOne + j])];
            var widened = same[0] switch
            {
                IWidening<T> one => one.Widen(same, width),
                IMapOperation<T> map => map.Accept(new Maker(same, width)),
                _ => null,
            };
            if (widened is null) return;
            wide.Add(widened);
        }

        update.RemoveRange(update.Count - steps.Length, steps.Length);
        update.AddRange(wide);
    }

    /// <summary>Whether the operations apply one rule, and each one's buffers lie as far from <paramref name="one"/>'s as its output does.</summary>
    public static bool AreAlike<TMap>(MapOperation<T, TMap> one, IEnumerable<MapOperation<T, TMap>> all, bool withInputs = true)
        where TMap : struct, IMap<T>
    {
        var anywhere = new RunState { Update = 1, Epoch = 1, Rows = 1 };
        return all.All(other => EqualityComparer<TMap>.Default.Equals(one.At(anywhere), other.At(anywhere)) && (!withInputs || LiesAlike(one, other)));
    }

    private static bool LiesAlike<TMap>(MapOperation<T, TMap> one, MapOperation<T, TMap> other)
        where TMap : struct, IMap<T>
    {
        var distance = other.Output.Pointer - one.Output.Pointer;
        for (var k = 0; k < TMap.Arity; k++)
            if (other.Inputs[k].Pointer - one.Inputs[k].Pointer != ((TMap.Scalars >> k & 1) != 0 ? 0 : distance)) return false;
        return true;
    }

    private static bool AreNeighbours(Buffer<T>[] parameters)
    {
        for (var k = 1; k < parameters.Length; k++)
            if (parameters[k].Pointer - parameters[k - 1].Pointer != Arena<T>.Room(parameters[k - 1])) return false;
        return true;
    }

    private sealed class Maker(Operation<T>[] same, int width) : IMapVisitor<T>
    {
        public Operation<T>? Visit<TMap>(MapOperation<T, TMap> one)
            where TMap : struct, IMap<T>
        {
            var all = same.OfType<MapOperation<T, TMap>>().ToArray();
            return all.Length == same.Length && AreAlike(one, all) ? new WideMap<T, TMap>(one, width) : null;
        }
    }
}

/// <summary>An elementwise operation over more elements than its buffer has: over its zone.</summary>
internal sealed unsafe class WideMap<T, TMap>(MapOperation<T, TMap> one, int width) : FusedOperation<T>(one)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMap : struct, IMap<T>
{
    private readonly Buffer<T>[] operands = [.. Enumerable.Range(0, 5).Select(k => one.Inputs[k < TMap.Arity ? k : 0])];

    public override void Run(RunState run) => Elementwise.Run(
        one.At(run), width, operands[0].Pointer, operands[1].Pointer, operands[2].Pointer, operands[3].Pointer, operands[4].Pointer, Output.Pointer);
}
