using System.Numerics;

namespace Core.Tests;

public unsafe class MatMulTests
{
    private static readonly (int Batch, int In, int Out)[] Shapes =
    [
        (1, 1, 1), (100, 1, 1), (4, 2, 4), (4, 4, 1), (10, 2, 8), (10, 8, 8), (10, 8, 1), (1, 8, 8), (3, 5, 2), (5, 1, 3), (7, 3, 17),
        (2, 9, 33), (6, 4, 15), (9, 7, 16), (13, 5, 10), (4, 33, 100), (32, 20, 128), (5, 128, 10), (1, 3, 257), (257, 2, 3), (8, 65, 64),
        (3, 16, 63), (4, 1, 97), (17, 19, 31), (3, 0, 5), (11, 6, 6), (33, 3, 7), (12, 12, 12),
    ];

    [Fact]
    public void Products_give_the_bits_of_plain_loops_single() => EveryShape<float>();

    [Fact]
    public void Products_give_the_bits_of_plain_loops_double() => EveryShape<double>();

    [Fact]
    public void Lengths_up_to_257_in_every_direction()
    {
        for (int n = 1; n <= 257; n++)
        {
            Products<float>(3, 2, n);
            Products<float>(2, n, 3);
            Products<float>(n, 3, 2);
        }
    }

    private static void EveryShape<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int batch, int @in, int @out) in Shapes)
        {
            Products<T>(batch, @in, @out);
            Widths<T>(batch, @in, @out);
        }
    }

    private static void Products<T>(int batch, int @in, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string shape = $"batch {batch}, {@in}→{@out}, {typeof(T).Name}";
        var twin = new DenseTwin<T>(batch, @in, @out);
        using var x = new Memory<T>(batch * @in, i => twin.X[i]);
        using var w = new Memory<T>(@in * @out, i => twin.W[i]);
        using var bias = new Memory<T>(@out, i => twin.Bias[i]);
        using var dz = new Memory<T>(batch * @out, i => twin.Dz[i]);
        using var z = new Memory<T>(batch * @out);
        using var dw = new Memory<T>(@in * @out);
        using var db = new Memory<T>(@out);
        using var dx = new Memory<T>(batch * @in);
        using var scratch = new Memory<T>(@in * @out);

        MatMul.Forward(x.Pointer, w.Pointer, bias.Pointer, z.Pointer, batch, @in, @out);
        SameBits.Check("z " + shape, twin.Forward(withBias: true), z.ToArray());
        MatMul.Forward(x.Pointer, w.Pointer, null, z.Pointer, batch, @in, @out);
        SameBits.Check("z without bias " + shape, twin.Forward(withBias: false), z.ToArray());
        MatMul.WeightAndBiasGradient(x.Pointer, dz.Pointer, dw.Pointer, db.Pointer, batch, @in, @out);
        SameBits.Check("dw " + shape, twin.WeightGradient(), dw.ToArray());
        SameBits.Check("db " + shape, twin.BiasGradient(), db.ToArray());
        MatMul.WeightGradient(x.Pointer, dz.Pointer, dw.Pointer, batch, @in, @out);
        SameBits.Check("dw alone " + shape, twin.WeightGradient(), dw.ToArray());
        MatMul.InputGradient(dz.Pointer, w.Pointer, dx.Pointer, scratch.Pointer, batch, @in, @out);
        SameBits.Check("dx " + shape, twin.InputGradient(), dx.ToArray());
    }

    private static void Widths<T>(int batch, int @in, int @out)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Width<Vec512<T>, T>(batch, @in, @out);
        Width<Vec256<T>, T>(batch, @in, @out);
        Width<Vec128<T>, T>(batch, @in, @out);
        Width<Scalar<T>, T>(batch, @in, @out);
    }

    private static void Width<V, T>(int batch, int @in, int @out)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var twin = new DenseTwin<T>(batch, @in, @out);
        using var x = new Memory<T>(batch * @in, i => twin.X[i]);
        using var w = new Memory<T>(@in * @out, i => twin.W[i]);
        using var bias = new Memory<T>(@out, i => twin.Bias[i]);
        using var z = new Memory<T>(batch * @out);
        Product<V, T>.Run(x.Pointer, @in, 1, w.Pointer, @out, bias.Pointer, z.Pointer, @out, batch, @in, 0, @out);
        SameBits.Check($"{typeof(V).Name}, batch {batch}, {@in}→{@out}", twin.Forward(withBias: true), z.ToArray());
    }

    [Theory]
    [InlineData(9, 33, 100)]
    [InlineData(4, 100, 48)]
    [InlineData(5, 70, 33)]
    public void A_split_into_column_ranges_changes_no_bit(int batch, int @in, int @out)
    {
        var twin = new DenseTwin<float>(batch, @in, @out);
        using var x = new Memory<float>(batch * @in, i => twin.X[i]);
        using var w = new Memory<float>(@in * @out, i => twin.W[i]);
        using var bias = new Memory<float>(@out, i => twin.Bias[i]);
        using var dz = new Memory<float>(batch * @out, i => twin.Dz[i]);
        using var z = new Memory<float>(batch * @out);
        using var dw = new Memory<float>(@in * @out);
        using var dx = new Memory<float>(batch * @in);
        using var transposed = new Memory<float>(@in * @out);
        Transpose.Run(w.Pointer, transposed.Pointer, @in, @out);
        for (int part = 16; part <= @out; part += 16)
        {
            foreach ((int from, int to) in new[] { (part, @out), (0, Math.Min(part, @out)) })
            {
                MatMul.Forward(x.Pointer, w.Pointer, bias.Pointer, z.Pointer, batch, @in, @out, from, to);
                MatMul.WeightGradient(x.Pointer, dz.Pointer, dw.Pointer, batch, @in, @out, from, to);
            }
            SameBits.Check($"z split at {part}", twin.Forward(withBias: true), z.ToArray());
            SameBits.Check($"dw split at {part}", twin.WeightGradient(), dw.ToArray());
        }
        foreach (int row in @out % 16 == 0 ? new[] { 4, @in / 2 } : [])
        {
            MatMul.WeightGradientRows(x.Pointer, dz.Pointer, dw.Pointer, batch, @in, @out, row, @in);
            MatMul.WeightGradientRows(x.Pointer, dz.Pointer, dw.Pointer, batch, @in, @out, 0, row);
            SameBits.Check($"dw split at row {row}", twin.WeightGradient(), dw.ToArray());
        }
        MatMul.InputGradient(dz.Pointer, transposed.Pointer, dx.Pointer, batch, @in, @out, 0, 16);
        MatMul.InputGradient(dz.Pointer, transposed.Pointer, dx.Pointer, batch, @in, @out, 16, @in);
        SameBits.Check("dx split at 16", twin.InputGradient(), dx.ToArray());
    }
}

/// <summary>The three products of a dense layer as loops over single numbers, and data for them.</summary>
internal sealed class DenseTwin<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int batch;
    private readonly int @in;
    private readonly int @out;

    public DenseTwin(int batch, int @in, int @out)
    {
        (this.batch, this.@in, this.@out) = (batch, @in, @out);
        var numbers = new Numbers((uint)(batch * 31 + @in * 7 + @out));
        X = Fill(batch * @in, numbers);
        W = Fill(@in * @out, numbers);
        Bias = Fill(@out, numbers);
        Dz = Fill(batch * @out, numbers);
    }

    public T[] X { get; }

    public T[] W { get; }

    public T[] Bias { get; }

    public T[] Dz { get; }

    public T[] Forward(bool withBias)
    {
        T[] z = new T[batch * @out];
        for (int b = 0; b < batch; b++)
            for (int o = 0; o < @out; o++)
            {
                T sum = T.Zero;
                for (int i = 0; i < @in; i++)
                    sum += X[b * @in + i] * W[i * @out + o];
                z[b * @out + o] = withBias ? sum + Bias[o] : sum;
            }
        return z;
    }

    public T[] WeightGradient()
    {
        T[] dw = new T[@in * @out];
        for (int i = 0; i < @in; i++)
            for (int o = 0; o < @out; o++)
                for (int b = 0; b < batch; b++)
                    dw[i * @out + o] += X[b * @in + i] * Dz[b * @out + o];
        return dw;
    }

    public T[] BiasGradient()
    {
        T[] db = new T[@out];
        for (int o = 0; o < @out; o++)
            for (int b = 0; b < batch; b++)
                db[o] += Dz[b * @out + o];
        return db;
    }

    public T[] InputGradient()
    {
        T[] dx = new T[batch * @in];
        for (int b = 0; b < batch; b++)
            for (int i = 0; i < @in; i++)
                for (int o = 0; o < @out; o++)
                    dx[b * @in + i] += Dz[b * @out + o] * W[i * @out + o];
        return dx;
    }

    // Some zeros of both signs: 0 + −0 must be 0.
    private static T[] Fill(int n, Numbers numbers)
    {
        T[] values = new T[n];
        for (int i = 0; i < n; i++)
            values[i] = numbers.Below(9) switch { 0 => T.Zero, 1 => T.NegativeZero, _ => numbers.Next<T>() };
        return values;
    }
}
