using System.Numerics;

namespace Core;

/// <summary>Finds the types of the four rules one after another, and compiles them into one <see cref="OutputPass{T, TActivation, TPart, TSlope, TBack}"/>.</summary>
internal sealed class OutputMaker<T>(Operation<T> loss, Operation<T> slope, Operation<T>? back) : IMapVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Operation<T>? Visit<TActivation>(MapOperation<T, TActivation> activation)
        where TActivation : struct, IMap<T> => ((IMapOperation<T>)((ISummedLoss<T>)loss).Parts).Accept(new Parts<TActivation>(this, activation));

    private Operation<T> Slope => slope;

    private Operation<T>? Back => back;

    private sealed class Parts<TActivation>(OutputMaker<T> maker, MapOperation<T, TActivation> activation) : IMapVisitor<T>
        where TActivation : struct, IMap<T>
    {
        public Operation<T>? Visit<TPart>(MapOperation<T, TPart> parts)
            where TPart : struct, IMap<T> => ((IMapOperation<T>)maker.Slope).Accept(new Slopes<TActivation, TPart>(maker, activation, parts));
    }

    private sealed class Slopes<TActivation, TPart>(OutputMaker<T> maker, MapOperation<T, TActivation> activation, MapOperation<T, TPart> parts) : IMapVisitor<T>
        where TActivation : struct, IMap<T>
        where TPart : struct, IMap<T>
    {
        // A rule that never follows a slope stands for "no way back".
        public Operation<T>? Visit<TSlope>(MapOperation<T, TSlope> slope)
            where TSlope : struct, IMap<T> => maker.Back is IMapOperation<T> back
                ? back.Accept(new Backs<TActivation, TPart, TSlope>(activation, parts, slope))
                : new OutputPass<T, TActivation, TPart, TSlope, Addition<T>>(activation, parts, slope, null);
    }

    private sealed class Backs<TActivation, TPart, TSlope>(
        MapOperation<T, TActivation> activation, MapOperation<T, TPart> parts, MapOperation<T, TSlope> slope) : IMapVisitor<T>
        where TActivation : struct, IMap<T>
        where TPart : struct, IMap<T>
        where TSlope : struct, IMap<T>
    {
        public Operation<T>? Visit<TBack>(MapOperation<T, TBack> back)
            where TBack : struct, IMap<T> => new OutputPass<T, TActivation, TPart, TSlope, TBack>(activation, parts, slope, back);
    }
}
