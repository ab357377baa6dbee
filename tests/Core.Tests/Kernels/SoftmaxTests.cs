using System.Numerics;

namespace Core.Tests;

public unsafe class SoftmaxTests
{
    [Fact]
    public void Every_width_gives_the_bits_of_a_plain_loop_single() => EveryShape<float>();

    [Fact]
    public void Every_width_gives_the_bits_of_a_plain_loop_double() => EveryShape<double>();

    private static void EveryShape<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int rows in new[] { 1, 2, 5, 33 })
            for (int classes = 1; classes <= 257; classes += classes < 35 ? 1 : 37)
            {
                var numbers = new Numbers((uint)(rows * 300 + classes));
                T[] z = new T[rows * classes];
                for (int i = 0; i < z.Length; i++)
                    z[i] = numbers.Next<T>() * T.CreateTruncating(20);
                T[] expected = Twin(z, rows, classes, out T[] maxima, out T[] sums);
                Width<Vec512<T>, T>(z, expected, maxima, sums, rows, classes);
                Width<Vec256<T>, T>(z, expected, maxima, sums, rows, classes);
                Width<Vec128<T>, T>(z, expected, maxima, sums, rows, classes);
                Width<Scalar<T>, T>(z, expected, maxima, sums, rows, classes);
                using var inPlace = new Memory<T>(z.Length, i => z[i]);
                Softmax.Rows(inPlace.Pointer, inPlace.Pointer, rows, classes);
                SameBits.Check($"in place [{rows}, {classes}]", expected, inPlace.ToArray());
            }
    }

    private static void Width<V, T>(T[] z, T[] expected, T[] maxima, T[] sums, int rows, int classes)
        where V : unmanaged, IVec<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var logits = new Memory<T>(z.Length, i => z[i]);
        using var p = new Memory<T>(z.Length);
        using var m = new Memory<T>(rows);
        using var s = new Memory<T>(rows);
        Softmax.Run<V, T>(logits.Pointer, p.Pointer, m.Pointer, s.Pointer, rows, classes);
        string what = $"{typeof(V).Name} [{rows}, {classes}] ";
        SameBits.Check(what + "p", expected, p.ToArray());
        SameBits.Check(what + "max", maxima, m.ToArray());
        SameBits.Check(what + "sum", sums, s.ToArray());
    }

    private static T[] Twin<T>(T[] z, int rows, int classes, out T[] maxima, out T[] sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] p = new T[z.Length];
        maxima = new T[rows];
        sums = new T[rows];
        for (int r = 0; r < rows; r++)
        {
            Span<T> row = z.AsSpan(r * classes, classes);
            maxima[r] = row[0];
            foreach (T v in row)
                if (maxima[r] < v)
                    maxima[r] = v;
            for (int c = 0; c < classes; c++)
                sums[r] += p[r * classes + c] = ScalarMath<T>.Exp(row[c] - maxima[r]);
            for (int c = 0; c < classes; c++)
                p[r * classes + c] /= sums[r];
        }
        return p;
    }

    [Fact]
    public void Huge_logits_give_probabilities_and_a_small_loss_survives_beside_a_large_logit()
    {
        float[] z = [1000, 0, -1000, 100, 85, 0];
        using var logits = new Memory<float>(6, i => z[i]);
        using var p = new Memory<float>(6);
        using var maxima = new Memory<float>(2);
        using var logSums = new Memory<float>(2);
        Softmax.LogSums(logits.Pointer, p.Pointer, maxima.Pointer, logSums.Pointer, 2, 3);
        Assert.Equal([1f, 0f, 0f], p.ToArray()[..3]);
        Assert.Equal([1000f, 100f], maxima.ToArray());
        Assert.Equal(0f, logSums[0]);
        Assert.Equal(3.059e-7, logSums[1], 2e-10 + 1.2e-7);
        Assert.True(logSums[1] > 0);
    }

    [Fact]
    public void One_class_has_probability_one()
    {
        using var z = new Memory<float>(3, i => i * 500 - 500);
        using var p = new Memory<float>(3);
        Softmax.Rows(z.Pointer, p.Pointer, 3, 1);
        Assert.Equal([1f, 1f, 1f], p.ToArray());
    }
}
