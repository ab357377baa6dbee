using System.Numerics;
using System.Runtime.CompilerServices;

namespace Core;

/// <summary>How an element of an operand becomes a register of runs.</summary>
internal unsafe interface ILaneRead<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether all runs read the same element.</summary>
    static abstract bool IsShared { get; }

    /// <summary>The element at <paramref name="place"/> for the runs from <paramref name="lane"/> on.</summary>
    static abstract V Read<V>(T* place, nint lane)
        where V : unmanaged, IVec<V, T>;
}

/// <summary>Every run has its own.</summary>
internal readonly unsafe struct OwnLanes<T> : ILaneRead<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static bool IsShared => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Read<V>(T* place, nint lane)
        where V : unmanaged, IVec<V, T> => V.Load(place + lane);
}

/// <summary>All runs read one: data, targets, masks.</summary>
internal readonly unsafe struct SharedLanes<T> : ILaneRead<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static bool IsShared => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Read<V>(T* place, nint lane)
        where V : unmanaged, IVec<V, T> => V.Create(*place);
}
