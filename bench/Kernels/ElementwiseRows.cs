using System.Runtime.CompilerServices;
using Core;

namespace Bench;

/// <summary>Elementwise functions, softmax and an optimizer's pass, in nanoseconds an element, beside scalar loops with the library's functions.</summary>
internal static unsafe class ElementwiseRows
{
    private const int Count = 4096, Rows = 32, Classes = 10;
    private const int Parameters = 101_770;

    public static void Run(Table table)
    {
        Function<Operators.Exp<float>>("exp", MathF.Exp);
        Function<Operators.Log<float>>("log", x => MathF.Log(x + 5));
        Function<Operators.Tanh<float>>("tanh", MathF.Tanh);
        Function<Operators.Sigmoid<float>>("sigmoid", x => 1 / (1 + MathF.Exp(-x)));
        Function<Operators.Softplus<float>>("softplus", x => MathF.Log(1 + MathF.Exp(x)));
        Function<Operators.Erf<float>>("erf", x => (float)MathNet.Numerics.SpecialFunctions.Erf(x), "scalar loop, MathNet");
        Function<Operators.Cos<float>>("cos", MathF.Cos);
        foreach (int n in new[] { 1, 4, 16 })
            Function<Operators.Tanh<float>>("tanh", MathF.Tanh, count: n);
        SoftmaxRows(table);
        AdamPass(table);

        void Function<F>(string name, Func<float, float> library, string which = "scalar loop, MathF", int count = Count)
            where F : struct, IUnary<float>
        {
            using var x = new Block<float>(count, i => (i % 977 - 488) * 0.01f);
            using var y = new Block<float>(count, _ => 0);
            double[] ns = Measure.InTurns(
                () => Map.Unary(default(F), x.Pointer, y.Pointer, count),
                () =>
                {
                    for (int i = 0; i < count; i++)
                        y.Pointer[i] = library(x.Pointer[i]);
                });
            table.Add(new($"{name} of {count} in a call", ns[0] / count, "ns/element") { Baselines = [new(which, ns[1] / count)] });
        }
    }

    private static void SoftmaxRows(Table table)
    {
        using var z = new Block<float>(Rows * Classes, i => i % 13 * 0.3f);
        using var p = new Block<float>(Rows * Classes, _ => 0);
        using var m = new Block<float>(Rows, _ => 0);
        using var s = new Block<float>(Rows, _ => 0);
        double[] ns = Measure.InTurns(
            () => Softmax.LogSums(z.Pointer, p.Pointer, m.Pointer, s.Pointer, Rows, Classes),
            () =>
            {
                for (int r = 0; r < Rows; r++) PlainLayer.Softmax(new(z.Pointer + r * Classes, Classes), new(p.Pointer + r * Classes, Classes));
            });
        table.Add(new($"softmax and log-sums, {Rows}×{Classes}", ns[0] / (Rows * Classes), "ns/element")
        {
            Baselines = [new("scalar loops, softmax only", ns[1] / (Rows * Classes))],
        });
    }

    private static void AdamPass(Table table)
    {
        using var w = new Block<float>(Parameters, i => i % 7 * 0.1f);
        using var g = new Block<float>(Parameters, i => i % 5 * 0.01f);
        using var m = new Block<float>(Parameters, _ => 0);
        using var v = new Block<float>(Parameters, _ => 0);
        var plain = new PlainLayer(Parameters, 1, PlainActivation.Identity, 1);
        double[] ns = Measure.InTurns(
            () => Map.Update3(default(Adam), g.Pointer, w.Pointer, m.Pointer, v.Pointer, Parameters),
            () => plain.Adam(1e-3f, 0.1f, 0.001f));
        table.Add(new($"Adam over {Parameters:N0} parameters", ns[0] / Parameters, "ns/element") { Baselines = [new("scalar loop", ns[1] / Parameters)] });
    }

    private readonly struct Adam : IUpdate3<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<V>(V g, ref V w, ref V m, ref V v)
            where V : unmanaged, IVec<V, float>
        {
            m = V.Constant(0.9) * m + V.Constant(0.1) * g;
            v = V.Constant(0.999) * v + V.Constant(0.001) * g * g;
            w -= V.Constant(1e-3) * (m * V.Constant(10) / (V.Sqrt(v * V.Constant(1000)) + V.Constant(1e-7)));
        }
    }
}
