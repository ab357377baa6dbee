using System.Numerics;

namespace Core.Tests;

/// <summary>Fingerprints that must come out on every machine and under every runtime switch.</summary>
public unsafe class GoldenBitsTests
{
    [Fact]
    public void Elementary_functions_single() => Assert.Equal(0xAB1F7186B0568E84UL, Functions<float>());

    [Fact]
    public void Elementary_functions_double() => Assert.Equal(0x313664F29FAA64FAUL, Functions<double>());

    [Fact]
    public void Products_single() => Assert.Equal(0x70171137682672C4UL, Products<float>());

    [Fact]
    public void Products_double() => Assert.Equal(0xE8DCD20F9FBB168FUL, Products<double>());

    private static ulong Functions<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int n = 3001;
        using var x = new Memory<T>(n, i => T.CreateTruncating((i - 1500) / 64d));
        using var y = new Memory<T>(n);
        ulong hash = 0;
        Add(default(Operators.Exp<T>));
        Add(default(Operators.Expm1<T>));
        Add(default(Operators.Log<T>));
        Add(default(Operators.Log1p<T>));
        Add(default(Operators.Tanh<T>));
        Add(default(Operators.Sigmoid<T>));
        Add(default(Operators.Softplus<T>));
        Add(default(Operators.Erf<T>));
        Add(default(Operators.Cos<T>));
        Add(default(Operators.Sin<T>));
        return hash;

        void Add<F>(F f)
            where F : struct, IUnary<T>
        {
            Map.Unary(f, x.Pointer, y.Pointer, n);
            hash = BitHash.Combine(hash, BitHash.Of<T>(y.ToArray()));
        }
    }

    private static ulong Products<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ulong hash = 0;
        foreach ((int batch, int @in, int @out) in new[] { (4, 2, 4), (10, 8, 1), (32, 100, 37), (5, 64, 10) })
        {
            var random = new CounterRandom(5, RandomPurpose.Data, batch);
            using var x = new Memory<T>(batch * @in, i => random.Normal<T>(i));
            using var w = new Memory<T>(@in * @out, i => random.Uniform<T>(i));
            using var z = new Memory<T>(batch * @out);
            using var scratch = new Memory<T>(@in * @out);
            MatMul.Forward(x.Pointer, w.Pointer, w.Pointer, z.Pointer, batch, @in, @out);
            Softmax.Rows(z.Pointer, z.Pointer, batch, @out);
            MatMul.InputGradient(z.Pointer, w.Pointer, x.Pointer, scratch.Pointer, batch, @in, @out);
            MatMul.WeightGradient(x.Pointer, z.Pointer, w.Pointer, batch, @in, @out);
            hash = BitHash.Combine(hash, BitHash.Of<T>(w.ToArray()));
        }
        return hash;
    }
}
